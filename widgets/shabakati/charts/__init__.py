"""Charts: frames in, Altair charts out; `ChartView` draws them without the internet.

Importing this makes the theme and the view those of every Altair chart in the notebook.
"""

from shabakati.charts import theme
from shabakati.charts.coverage_grid import coverage
from shabakati.charts.group_bars import groups
from shabakati.charts.people_map import map
from shabakati.charts.question_kinds import questions
from shabakati.charts.relevance_bars import relevance
from shabakati.charts.type_bars import types
from shabakati.charts.view import ChartView, show_with_chart_view

theme.enable()
show_with_chart_view()

__all__ = ["ChartView", "coverage", "groups", "map", "questions", "relevance", "types"]
