"""`X-ANDROID-CUSTOM`: what phones keep that older vCards have no property for."""

from __future__ import annotations

from typing import NamedTuple

_RELATIONS = (  # by the numbers of ContactsContract.CommonDataKinds.Relation
    "",
    "assistant",
    "brother",
    "child",
    "domestic partner",
    "father",
    "friend",
    "manager",
    "mother",
    "parent",
    "partner",
    "referred by",
    "relative",
    "sister",
    "spouse",
)
_DAYS = ("", "anniversary", "", "birthday")  # of ContactsContract.CommonDataKinds.Event


class Custom(NamedTuple):
    """What kind it is (`nickname`, `relation`, `day`), what it is called, and its value."""

    kind: str
    label: str
    value: str


def read_custom(parts: list[str]) -> Custom | None:
    """One entry, or None when it says nothing of the person."""
    kind, value, number, own = [*parts, "", "", "", ""][:4]
    if not value:
        return None
    if kind.endswith("/nickname"):
        return Custom("nickname", "", value)
    if kind.endswith("/relation"):
        return Custom("relation", own or _named(_RELATIONS, number) or "related", value)
    if kind.endswith("/contact_event"):
        return Custom("day", own or _named(_DAYS, number) or "date", value)
    return None


def _named(names: tuple[str, ...], number: str) -> str:
    return names[int(number)] if number in map(str, range(len(names))) else ""
