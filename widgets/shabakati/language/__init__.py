"""What the workbook says, in the reader's language: words, counts, dates, direction."""

from shabakati.language.catalog import LANGUAGES, use
from shabakati.language.catalog import current as current_language
from shabakati.language.dates import (
    say_date,
    say_day,
    say_hijri,
    say_hijri_day,
    say_hijri_month,
    say_month,
)
from shabakati.language.speech import direction, has, isolate, say, say_in, say_list, word

__all__ = [
    "LANGUAGES",
    "current_language",
    "direction",
    "has",
    "isolate",
    "say",
    "say_date",
    "say_day",
    "say_hijri",
    "say_hijri_day",
    "say_hijri_month",
    "say_in",
    "say_list",
    "say_month",
    "use",
    "word",
]
