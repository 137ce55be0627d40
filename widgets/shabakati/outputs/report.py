"""The report: what the workbook says of a network, on A4, in the reader's language."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import typst

from shabakati.insight import reading, reading_exchanges, reading_goals, reading_map, reading_warm
from shabakati.insight.coverage import group_counts
from shabakati.language import current_language, direction, say, say_date, word
from shabakati.look.theme import FONTS, tokens
from shabakati.outputs.records import records
from shabakati.schema import clean_line, clean_text
from shabakati.vocabulary import Group
from shabakati.workbook import Workbook

TEMPLATE = Path(__file__).with_name("report.typ")
PICTURES = ("groups", "coverage", "types", "map", "exchanges", "upkeep", "history")
EVIDENCE = ("weak_ties", "structural_holes", "referrals", "wasta")  # claims told with a caveat
_MOST = 60  # actions on paper


def report(
    book: Workbook, pictures: Mapping[str, tuple[str, str]], today: dt.date | None = None
) -> bytes:
    """The report as a tagged PDF: what each step shows, what it is not, the plan, the sources.

    Parameters
    ----------
    pictures : for each of `PICTURES` that is wanted, its SVG and the text that says what it shows
        (`charts.svg` draws it).
    today : the day of the report; the clock's unless given.

    Names reach the page as data and never as markup. The same book and day give the same bytes.
    """
    today = today or dt.date.today()
    told = {
        "title": say("outputs.report.title"),
        "name": clean_line(book.row("profile", 1)["name"]),
        "day": say_date(today),
        "language": current_language(),
        "direction": direction(),
        "page": say("outputs.report.page"),
        "picture": {name: list(pair) for name, pair in pictures.items() if name in PICTURES},
        "look": _look(),
        "sections": [section for section in _sections(book, today) if section["paragraphs"]],
        "measures": _measures(book),
        "plan": _plan(book),
        "evidence": [
            [say(f"steps.evidence.{claim}.{part}") for part in ("claim", "found", "caveat")]
            for claim in EVIDENCE
        ],
        "words": {
            name: say(f"outputs.report.{name}")
            for name in ("measures", "is_not", "plan", "no_plan", "evidence", "action", "with",
                         "due", "minutes", "made", "no_promise")
        },
    }  # fmt: skip
    return typst.compile(
        TEMPLATE,
        format="pdf",
        font_paths=[FONTS],
        ignore_system_fonts=True,
        sys_inputs={"data": json.dumps(told, ensure_ascii=False)},
    )


def _look() -> dict[str, str]:
    look = tokens()
    return {
        "font": look.font.family,
        "ink": look.colour.ink,
        "quiet": look.colour.quiet,
        "line": look.colour.line,
        "accent": look.colour.accent,
        "soft": look.colour.accent_soft,
    }


def _sections(book: Workbook, today: dt.date) -> list[dict[str, Any]]:
    """What the steps say, each with the picture that belongs to it."""
    counts = group_counts(book.people)
    groups = [
        [word(group), f"{n:,}"] for group, n in zip(Group, counts["people"].tolist(), strict=False)
    ]
    told = [
        ("goals", None, reading_goals.goals(book)),
        ("people", "groups", reading.people(book)),
        ("places", "coverage", reading.places(book)),
        ("types", "types", reading.types(book)),
        ("map", "map", reading_map.circle(book.people, book.ties)),
        ("exchanges", "exchanges", reading_exchanges.exchanges(book)),
        ("warm", "upkeep", reading_warm.warm(book, today)),
    ]
    return [
        {
            "title": say(f"outputs.report.section.{name}"),
            "paragraphs": [clean_text(text) for text in texts],
            "picture": picture,
            "table": groups if name == "people" else [],
        }
        for name, picture, texts in told
    ]


def _measures(book: Workbook) -> list[list[str]]:
    """Each measure of the map: its name, its number, what it says, what it is not, its source."""
    return [
        [say(f"forms.measures.{t.measure}"), t.value, t.says, t.is_not, t.source]
        for t in reading_map.map_readings(book.people, book.ties)
    ]


def _plan(book: Workbook) -> list[list[str]]:
    """What is to be done: text, with whom, when, minutes; those with the nearest day first."""
    names = book.people["name"]
    rows = [row for row in records(book.actions) if row["done_on"] is None]
    rows.sort(key=lambda row: (row["due"] is None, row["due"] or dt.date.max))
    return [
        [
            clean_line(row["text"]),
            clean_line(names.get(row["person"], "")) if row["person"] else "",
            say_date(row["due"]) if row["due"] else "",
            str(row["minutes"]),
        ]
        for row in rows[:_MOST]
    ]
