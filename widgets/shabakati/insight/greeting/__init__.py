"""Occasions by person: on which days somebody is glad of a greeting, in both calendars."""

from shabakati.insight.greeting.occasions import occasions
from shabakati.insight.greeting.offers import offers

__all__ = ["occasions", "offers"]
