"""Occasions in words: which national day, which church's calendar, and the Hijri date."""

from __future__ import annotations

from shabakati.language import say, word
from shabakati.vocabulary import Occasion


def occasion_word(occasion: str, variant: str = "", country: str = "") -> str:
    """An occasion by its name: `عيد الفصح (التقويم الشرقي)`, `Independence Day of Jordan`."""
    if country:
        return say(f"occasions.national_day.{country}")
    named = word(Occasion(occasion))
    return say(f"occasions.variant.{variant}", occasion=named) if variant else named


def expected_word(hijri: str) -> str:
    """The Hijri date with what is to be known of it; "" where there is none."""
    return say("occasions.expected", hijri=hijri) if hijri else ""
