"""Charts: frames in, Altair charts out; `ChartView` draws them without the internet.

Importing this makes the theme and the view those of every Altair chart in the notebook.
"""

from shabakati.charts import theme
from shabakati.charts.coverage_grid import coverage
from shabakati.charts.diversity_bars import diversity
from shabakati.charts.effort_bars import effort
from shabakati.charts.exchange_bars import exchanges
from shabakati.charts.gain_bars import gains
from shabakati.charts.goal_bars import goals
from shabakati.charts.group_bars import groups
from shabakati.charts.help_over_time import exchanges_over_time
from shabakati.charts.history import history
from shabakati.charts.market_grid import job_market
from shabakati.charts.occasions_year import occasions
from shabakati.charts.people_map import map
from shabakati.charts.pictures import svg
from shabakati.charts.plan_line import plan
from shabakati.charts.question_kinds import questions
from shabakati.charts.relevance_bars import relevance
from shabakati.charts.topic_bars import topics
from shabakati.charts.type_bars import types
from shabakati.charts.upkeep_bars import upkeep
from shabakati.charts.view import ChartView, show_with_chart_view

theme.enable()
show_with_chart_view()

__all__ = [
    "ChartView",
    "coverage",
    "diversity",
    "effort",
    "exchanges",
    "exchanges_over_time",
    "gains",
    "goals",
    "groups",
    "history",
    "job_market",
    "map",
    "occasions",
    "plan",
    "questions",
    "relevance",
    "svg",
    "topics",
    "types",
    "upkeep",
]
