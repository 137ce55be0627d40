"""What the network shows: pure functions, frames in, frames or numbers out.

`reading` says it in words. Measures take `(people, ties)` and return a float.
"""

from shabakati.insight.coverage import coverage, group_counts, sorted_share, type_counts
from shabakati.insight.diversity import blau, iqv

__all__ = ["blau", "coverage", "group_counts", "iqv", "sorted_share", "type_counts"]
