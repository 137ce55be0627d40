"""What passed between the owner and her people: what was written by hand, and the everyday.

The everyday is drawn with a fixed seed: the closer a person, the more often, until it went cold.
"""

from __future__ import annotations

import datetime as dt
import random
from typing import Any

from story import read_owner, read_people, read_table

BEGIN = dt.date(2025, 5, 24)  # eighteen months of exchanges
CADENCE_DAYS = {"closest": 30, "close": 60, "regular": 120}
FEASTS = {  # Umm al-Qura calendar
    dt.date(2025, 6, 6): "eid_al_adha",
    dt.date(2026, 3, 20): "eid_al_fitr",
    dt.date(2026, 5, 27): "eid_al_adha",
}
USUAL = {"current_colleague": ("met", "met", "wrote"), "family": ("met", "called", "called")}
OTHERWISE = ("wrote", "called", "met")

Touch = tuple[str, dt.date, str]  # person, day, kind
Touches = dict[Touch, dict[str, Any]]


def make_touches() -> list[dict[str, Any]]:
    """All exchanges by day; several of one kind on one day with one person are one."""
    found: Touches = {}
    _add_told(found)
    _add_linkedin(found)
    _add_everyday(found)
    _add_feasts(found)
    today = read_owner()["today"]
    return [
        {"person": person, "on": on, "kind": kind, **rest}
        for (person, on, kind), rest in sorted(found.items(), key=lambda item: item[0][1])
        if BEGIN <= on <= today
    ]


def _add_told(found: Touches) -> None:
    for row in read_table("touches"):
        touch = (row["person"], dt.date.fromisoformat(row["on"]), row["kind"])
        assert touch not in found, touch
        found[touch] = {
            "direction": row["direction"],
            "benefit": row["benefit"] or None,
            "event": row["event"],
            "note": row["note"],
        }


def _add_linkedin(found: Touches) -> None:
    """The days of the archive's messages, invitations, recommendations and endorsements."""
    owner, people = read_owner()["linkedin"], read_people()
    for row in read_table("messages"):
        if row["with"] in people:
            way = "given" if row["from"] == "me" else "received"
            _add(found, row["with"], dt.date.fromisoformat(row["at"][:10]), "wrote", way)
    for row in owner["invitations"]:
        on = dt.datetime.strptime(row["at"], "%m/%d/%y, %I:%M %p").date()
        way = "given" if row["direction"] == "OUTGOING" else "received"
        _add(found, row["with"], on, "connected", way)
    for row in owner["recommendations_received"]:
        on = dt.datetime.strptime(row["at"], "%m/%d/%y, %I:%M %p").date()
        _add(found, row["with"], on, "referred", "received")
    for row in owner["endorsements"]:
        on = dt.datetime.strptime(row["at"][:10], "%Y/%m/%d").date()
        _add(found, row["with"], on, "helped", "received")


def _add_everyday(found: Touches) -> None:
    draw = random.Random(read_owner()["seed"]).random  # the same numbers in every Python
    for key, row in read_people().items():
        step = CADENCE_DAYS.get(row["closeness"])
        if row["sorted"] != "fully" or step is None:
            continue
        kinds = USUAL.get(row["relation"], OTHERWISE)
        on = max(BEGIN, dt.date.fromisoformat(row["met_on"]))
        while True:
            on += dt.timedelta(days=int(step * (0.8 + 0.8 * draw())))
            kind = kinds[int(draw() * len(kinds))]
            if on > _last_day(row):
                break
            _add(found, key, on, kind, "both")


def _add_feasts(found: Touches) -> None:
    """Greetings to those who keep the feast and are near enough."""
    for on, feast in FEASTS.items():
        for key, row in read_people().items():
            known = dt.date.fromisoformat(row["met_on"]) < on <= _last_day(row)
            near = row["sorted"] == "fully" and row["closeness"] in CADENCE_DAYS
            if near and known and feast in row["occasions"].split():
                way = "both" if row["closeness"] != "regular" else "given"
                _add(found, key, on, "greeted", way)


def _last_day(row: dict[str, str]) -> dt.date:
    """The day after which nothing more passed between them."""
    return dt.date.fromisoformat(row["cold_since"]) if row["cold_since"] else read_owner()["today"]


def _add(found: Touches, person: str, on: dt.date, kind: str, way: str) -> None:
    before = found.setdefault((person, on, kind), {"direction": way})
    if before["direction"] != way:
        before["direction"] = "both"
