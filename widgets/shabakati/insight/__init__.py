"""What the network shows: pure functions, frames in, frames or numbers out.

`reading` says it in words. Measures take `(people, ties)` and return a float.
"""

from shabakati.insight.clusters import clusters
from shabakati.insight.coverage import coverage, group_counts, sorted_share, type_counts
from shabakati.insight.diversity import blau, effective_number, iqv
from shabakati.insight.effort import effort
from shabakati.insight.gaps import gaps
from shabakati.insight.greeting import occasions, offers
from shabakati.insight.homophily import ei_index
from shabakati.insight.introductions import brokers, self_introductions
from shabakati.insight.job_market import job_market
from shabakati.insight.matching_needs import known_topics, likely_to_know, matching_needs
from shabakati.insight.measures import measures
from shabakati.insight.parts import bridges, components
from shabakati.insight.reciprocity import help_over_time, last_contact, reciprocity
from shabakati.insight.relevance import relevance
from shabakati.insight.structure import (
    constraint,
    density,
    dyadic_constraint,
    effective_size,
    efficiency,
    hierarchy,
)
from shabakati.insight.then_and_now import then_and_now
from shabakati.insight.upkeep import upkeep

__all__ = [
    "blau",
    "bridges",
    "brokers",
    "clusters",
    "components",
    "constraint",
    "coverage",
    "density",
    "dyadic_constraint",
    "effective_number",
    "effective_size",
    "efficiency",
    "effort",
    "ei_index",
    "gaps",
    "group_counts",
    "help_over_time",
    "hierarchy",
    "iqv",
    "job_market",
    "known_topics",
    "last_contact",
    "likely_to_know",
    "matching_needs",
    "measures",
    "occasions",
    "offers",
    "reciprocity",
    "relevance",
    "self_introductions",
    "sorted_share",
    "then_and_now",
    "type_counts",
    "upkeep",
]
