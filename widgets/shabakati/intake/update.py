"""What a newer word of a source changes in a person's row, and what it leaves alone."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any, NamedTuple

from shabakati.intake.cells import name_key
from shabakati.intake.provenance import Record, mark, said
from shabakati.intake.workplace import same_spelling
from shabakati.schema import LIST_LIMIT

Same = Callable[[str, str], bool]  # whether two names mean one organisation

_WORK = ("organisation", "role")


class Move(NamedTuple):
    """Somebody who works elsewhere, or as something else, than the same source said before.

    If only the role is another, `organisation_before` is `organisation`.
    """

    person: int
    name: str  # as the book has it
    organisation_before: str
    role_before: str
    organisation: str
    role: str

    @property
    def job(self) -> bool:
        """Whether the organisation is another one, and not the role alone."""
        return self.organisation_before != self.organisation


def updated(there: dict[str, Any], here: dict[str, Any], record: Record | None) -> dict[str, Any]:
    """The cells of a person's row that change.

    Organisation and role follow the source while the cell is as the source left it; empty cells
    are filled and lists grow by what the source never said before; the name stays, and a new one
    stands beside it. What the person typed, or took away, stays as they left it.

    Parameters
    ----------
    there : the person's row in the book. here : the person's row in the intake.
    record : what the source said last, or None if that is not known.
    """
    told = set(record.said) if record else set()
    changes: dict[str, Any] = {}
    for name, new in here.items():
        if new in (None, "", []) or name in ("name", "source", "other_names"):
            continue
        old = there[name]
        if name in _WORK:
            before = getattr(record, name) if record else ""
            if old == before and new != before:
                changes[name] = new
        elif isinstance(new, list):
            changes |= _grown(name, old, [entry for entry in new if mark(entry) not in told])
        elif old in (None, "") and mark(new) not in told:
            changes[name] = new
    names = [here["name"], *here.get("other_names", [])]
    known = {name_key(there["name"]), *map(name_key, there["other_names"])}
    fresh = [name for name in names if mark(name) not in told and name_key(name) not in known]
    return changes | _grown("other_names", there["other_names"], fresh)


def moved(
    there: dict[str, Any], here: dict[str, Any], record: Record, same: Same
) -> dict[str, str]:
    """`organisation_before` and `role_before` of somebody who moved; empty if nobody did.

    A source that says nothing any more has not said that somebody left, and what the book knows
    already (`there`, before it is updated) is no news.
    """

    def is_news(name: str, same: Same) -> bool:
        before, after = getattr(record, name), here[name]
        return bool(before and after) and not any(
            same_spelling(old, after) or same(old, after) for old in (before, there[name])
        )

    work = here["organisation"] or record.organisation
    if is_news("organisation", same):
        return {"organisation_before": record.organisation, "role_before": record.role}
    if is_news("role", same_spelling):
        return {"organisation_before": work, "role_before": record.role}
    return {}


def recorded(
    here: dict[str, Any], key: str, fingerprint: str, record: Record | None
) -> dict[str, Any]:
    """What `sources` holds of a row of an intake from now on, beside the person and the move."""
    row = {
        "source": here["source"],
        "key": key,
        "fingerprints": [fingerprint],
        "organisation": here["organisation"],
        "role": here["role"],
        "said": said(here),
    }
    if record:
        row["key"] = key or record.key
        row["fingerprints"] = [*record.fingerprints, fingerprint][-LIST_LIMIT:]
        row["said"] = list(dict.fromkeys([*row["said"], *record.said]))[:LIST_LIMIT]
        for name in _WORK:
            row[name] = here[name] or getattr(record, name)
    return row


def move_columns(before: dict[str, str], on: dt.date | None) -> dict[str, Any]:
    """The columns of `sources` that make a move last; none if nobody moved."""
    return {**before, "moved_on": on} if before else {}


def _grown(name: str, old: list[str], new: list[str]) -> dict[str, Any]:
    seen = {entry.casefold() for entry in old}
    more = [entry for entry in dict.fromkeys(new) if entry.casefold() not in seen]
    if not more or len(old) >= LIST_LIMIT:
        return {}
    return {name: [*old, *more][:LIST_LIMIT]}
