"""Charts: frames in, Altair charts out; `ChartView` draws them without the internet.

Importing this makes the theme and the view those of every Altair chart in the notebook.
"""

from shabakati.charts import theme
from shabakati.charts.coverage_grid import coverage
from shabakati.charts.diversity_bars import diversity
from shabakati.charts.group_bars import groups
from shabakati.charts.history import history
from shabakati.charts.occasions_year import occasions
from shabakati.charts.people_map import map
from shabakati.charts.type_bars import types
from shabakati.charts.upkeep_bars import upkeep
from shabakati.charts.view import ChartView, show_with_chart_view

theme.enable()
show_with_chart_view()

__all__ = [
    "ChartView",
    "coverage",
    "diversity",
    "groups",
    "history",
    "map",
    "occasions",
    "types",
    "upkeep",
]
