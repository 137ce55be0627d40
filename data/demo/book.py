"""The workbook of the demo: the story as its owner has sorted it so far."""

from __future__ import annotations

import datetime as dt
import sqlite3
from itertools import combinations
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pandas as pd
from story import read_connections, read_owner, read_people, read_table
from touches import CADENCE_DAYS, make_touches

from shabakati import Workbook
from shabakati.insight.snapshots import snapshot


def make_book(path: Path) -> None:
    """Write the workbook; its history is empty, so that nobody undoes the demo."""
    people, owner, touches = read_people(), read_owner(), make_touches()
    ids = {key: number for number, key in enumerate(people, 1)}
    events = {event["name"]: number for number, event in enumerate(owner["events"], 1)}
    book = Workbook.in_memory()
    with book.together("demo"):
        book.change("profile", 1, **owner["profile"])
        book.add_all("people", (_person(row) for row in people.values()))
        for key, row in people.items():
            if row["introduced_by"]:
                book.change("people", ids[key], introduced_by=ids[row["introduced_by"]])
        book.add_all("ties", _ties(ids))
        book.add_all("events", (_event(event, touches, ids) for event in owner["events"]))
        book.add_all("goals", owner["goals"])
        book.add_all("actions", (_named(action, ids) for action in owner["actions"]))
        book.add_all(
            "exchanges",
            (_named(row | {"event": events.get(row.get("event"))}, ids) for row in touches),
        )
    for day in _DAYS:
        book.keep_snapshot(**_as_of(book, day))
    path.write_bytes(_without_history(book.to_bytes()))
    book.close()


# The days on which the owner looked at her network; the last is the demo's own.
_DAYS = [
    dt.date(2025, 6, 30),
    dt.date(2025, 10, 31),
    dt.date(2026, 2, 28),
    dt.date(2026, 6, 30),
    dt.date(2026, 9, 30),
    dt.date(2026, 11, 23),
]


def _as_of(book: Workbook, day: dt.date) -> dict[str, Any]:
    """The measures of a day: of whom she had met, what had happened and what was done by then."""
    then = pd.Timestamp(day)
    people = book.people[pd.to_datetime(book.people["met_on"]).fillna(then) <= then]
    known = book.ties["a"].isin(people.index) & book.ties["b"].isin(people.index)
    touches, events, actions = book.exchanges, book.events, book.actions
    return snapshot(
        people,
        book.ties[known],
        touches[pd.to_datetime(touches["on"]) <= then],
        events[pd.to_datetime(events["on"]) <= then],
        actions[pd.to_datetime(actions["done_on"]) <= then],
        day,
    )


def _person(row: dict[str, str]) -> dict[str, Any]:
    """One row of `people`: of those not sorted yet, only what an import brings."""
    connection = read_connections().get(row["key"])
    cards = [card for card in read_table("phone") if card["key"] == row["key"]]
    names = [card["name"] for card in cards]
    emails = [card["email"] for card in cards]
    if connection:
        names.append(f"{connection['first']} {connection['last']}")
        emails.append(connection["email"])
    found: dict[str, Any] = {
        "name": row["name"],
        "other_names": [name for name in names if name != row["name"]],
        "organisation": row["organisation"],
        "role": row["role"],
        "emails": [email for email in emails if email],
        "phones": [_international(card["phone"]) for card in cards],
        "url": unquote(connection["url"]) if connection else "",
        "source": "linkedin" if connection else "vcard",
        "met_on": connection and dt.date.fromisoformat(connection["connected_on"]),
    }
    if row["sorted"] != "no":
        found["relation"] = row["relation"]
    if row["sorted"] == "fully":
        found |= {name: row[name] for name in _SAME}
        found |= {name: row[name].split(" | ") if row[name] else [] for name in _LISTS}
        found["occasions"] = row["occasions"].split()
        found["cadence_days"] = CADENCE_DAYS.get(row["closeness"])
        found["met_on"] = dt.date.fromisoformat(row["met_on"])
    return found


_SAME = ("place", "network_type", "closeness", "field", "city", "notes")
_LISTS = ("topics", "can_help", "can_offer")


def _international(phone: str) -> str:
    """A number as it is dialled from anywhere; those without a country are Jordan's."""
    bare = phone.replace(" ", "")
    return f"+962{bare[1:]}" if bare.startswith("0") else bare


def _ties(ids: dict[str, int]) -> list[dict[str, Any]]:
    """Everybody of a circle knows each other; of two circles, the stronger tie counts."""
    strengths: dict[tuple[int, int], float] = {}
    for circle in read_table("circles"):
        members = sorted(ids[key] for key in circle["members"].split())
        for pair in combinations(members, 2):
            strengths[pair] = max(strengths.get(pair, 0), float(circle["strength"]))
    return [{"a": a, "b": b, "strength": strengths[a, b]} for a, b in sorted(strengths)]


def _event(
    event: dict[str, Any], touches: list[dict[str, Any]], ids: dict[str, int]
) -> dict[str, Any]:
    met = {ids[row["person"]] for row in touches if row.get("event") == event["name"]}
    told = {name: value for name, value in event.items() if name != "linkedin"}
    return told | {"people": sorted(met)}


def _named(row: dict[str, Any], ids: dict[str, int]) -> dict[str, Any]:
    """A row in which the person's key has become their id."""
    return row | {"person": ids[row["person"]]} if "person" in row else row


def _without_history(data: bytes) -> bytes:
    """The same book, as small as it can be, with nothing to undo."""
    db = sqlite3.connect(":memory:", isolation_level=None)
    db.deserialize(data)
    for table in ("entries", "steps"):
        db.execute(f"DELETE FROM {table}")
    db.execute("VACUUM")
    smaller = db.serialize()
    db.close()
    return smaller
