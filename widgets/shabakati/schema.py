"""Each table once: what a row holds, what is allowed, what is required.

Forms, SQL, frames, Excel, the data dictionary and axis titles read these models.
A `Line` is one line of text, a `Text` may have several; both are "" when nothing is said.
"""

from __future__ import annotations

import datetime as dt
import re
from enum import StrEnum
from functools import cache
from types import UnionType
from typing import Annotated, Any, Literal, NamedTuple, Union, get_args, get_origin

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints

from shabakati import vocabulary as v

LINE_LIMIT = 1_000  # characters
TEXT_LIMIT = 20_000  # characters
LIST_LIMIT = 200  # entries of one cell
ME = 0  # stands for you where a person's id is expected: "I introduced myself"

# Controls (but tab and newline), bidi overrides and isolates, and lone surrogates:
# no name needs them, and they can hide or turn around what stands after them.
_UNSEEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff]")


def clean_text(value: Any) -> Any:
    """Text without unseen characters and with one kind of line break; anything else as it came."""
    if not isinstance(value, str):
        return value
    return _UNSEEN.sub("", value.replace("\r\n", "\n").replace("\r", "\n")).strip()


def clean_line(value: Any) -> Any:
    """Text on one line: runs of white space become one space; anything else as it came."""
    return " ".join(clean_text(value).split()) if isinstance(value, str) else value


def _split_lines(value: Any) -> Any:
    """A list of lines from a list, or from text with one entry a line; empty ones go."""
    entries = value.splitlines() if isinstance(value, str) else value
    if not isinstance(entries, (list, tuple)):
        return value
    lines = (clean_line(entry) for entry in entries)
    return list(dict.fromkeys(line for line in lines if line != ""))


class Reference(NamedTuple):
    """The column holds ids of `table`; `on_remove` is what happens when such a row goes."""

    table: str
    on_remove: Literal["cascade", "unset"]


Line = Annotated[str, StringConstraints(max_length=LINE_LIMIT), BeforeValidator(clean_line)]
Name = Annotated[
    str, StringConstraints(min_length=1, max_length=LINE_LIMIT), BeforeValidator(clean_line)
]
Text = Annotated[str, StringConstraints(max_length=TEXT_LIMIT), BeforeValidator(clean_text)]
SomeText = Annotated[
    str, StringConstraints(min_length=1, max_length=TEXT_LIMIT), BeforeValidator(clean_text)
]
Birthday = Annotated[
    str,
    StringConstraints(max_length=10, pattern=r"^(([0-9]{4}|-)-[0-9]{2}-[0-9]{2})?$"),
    BeforeValidator(clean_line),
]
Lines = Annotated[list[Line], Field(max_length=LIST_LIMIT), BeforeValidator(_split_lines)]
PersonId = Annotated[int, Field(ge=1), Reference("people", "cascade")]
MaybePerson = Annotated[Annotated[int, Field(ge=ME)] | None, Reference("people", "unset")]
MaybeEvent = Annotated[Annotated[int, Field(ge=1)] | None, Reference("events", "unset")]
MaybeGoal = Annotated[Annotated[int, Field(ge=1)] | None, Reference("goals", "unset")]
PeopleIds = Annotated[list[Annotated[int, Field(ge=1)]], Reference("people", "unset")]


class Row(BaseModel):
    """One row of a table, without its id."""

    model_config = ConfigDict(extra="forbid", use_enum_values=True)


class Person(Row):
    """A person of your network."""

    name: Name
    other_names: Lines = []
    relation: v.Relation | None = None
    place: v.Place | None = None
    network_type: v.NetworkType | None = None
    closeness: v.Closeness | None = None
    organisation: Line = ""
    role: Line = ""
    field: Line = ""
    city: Line = ""
    country: v.Country | None = None
    emails: Lines = []
    phones: Lines = []
    url: Line = ""
    links: Lines = []
    labels: Lines = []
    birthday: Birthday = ""
    can_help: Lines = []
    can_offer: Lines = []
    topics: Lines = []
    introduced_by: MaybePerson = None
    occasions: list[v.Occasion] = []
    cadence_days: Annotated[int, Field(ge=1, le=3650)] | None = None
    tags: Lines = []
    notes: Text = ""
    source: Line = ""
    met_on: dt.date | None = None
    working_since: dt.date | None = None


class Tie(Row):
    """Two people who know each other; the smaller id stands in `a`."""

    a: PersonId
    b: PersonId
    strength: Annotated[float, Field(gt=0, le=5, allow_inf_nan=False)] | None = None


class Exchange(Row):
    """One touch between you and a person."""

    person: PersonId
    on: dt.date
    kind: v.ExchangeKind
    direction: v.Direction = v.Direction.BOTH
    benefit: v.Benefit | None = None
    event: MaybeEvent = None
    note: Text = ""


class Event(Row):
    """An event you went to, or plan to go to."""

    name: Name
    on: dt.date | None = None
    place: v.Place | None = None
    kind: v.EventKind | None = None
    hours: Annotated[float, Field(ge=0, le=1000, allow_inf_nan=False)] | None = None
    cost: Annotated[float, Field(ge=0, le=1e9, allow_inf_nan=False)] | None = None
    aim: Text = ""
    outcome: Text = ""
    people: PeopleIds = []
    to_meet: PeopleIds = []
    questions: Lines = []


class Goal(Row):
    """What you want of your network."""

    benefit: v.Benefit
    text: SomeText
    organisations: Lines = []
    roles: Lines = []
    topics: Lines = []
    by: dt.date | None = None
    state: v.GoalState = v.GoalState.OPEN


class Action(Row):
    """Something to do, in 5, 15 or 60 minutes."""

    text: SomeText
    person: MaybePerson = None
    goal: MaybeGoal = None
    event: MaybeEvent = None
    place: v.Place | None = None
    due: dt.date | None = None
    minutes: Literal[5, 15, 60] = 15
    done_on: dt.date | None = None
    reason: Line = ""


class Profile(Row):
    """You: one row, which is always there."""

    name: Line = ""
    organisation: Line = ""
    role: Line = ""
    field: Line = ""
    city: Line = ""
    country: v.Country | None = None
    past_organisations: Lines = []
    schools: Lines = []
    introduction: Text = ""
    comfort: v.Comfort | None = None
    language: v.Language | None = None
    boundaries: Text = ""
    can_offer: Lines = []
    time_zone: Line = ""


class Answer(Row):
    """Your answer to a question of a step."""

    step: Name
    question: Name
    answer: Text = ""
    on: dt.date | None = None


class Gain(Row):
    """One of the seven advantages, felt: through whom, and in which year."""

    advantage: v.Advantage
    person: MaybePerson = None
    year: Annotated[int, Field(ge=1900, le=2200)] | None = None
    note: Text = ""


Measure = Annotated[float, Field(ge=-1, le=1e9, allow_inf_nan=False)] | None


class Snapshot(Row):
    """The measures of the network as they stood at the end of one day."""

    on: dt.date
    people: Measure = None
    ties: Measure = None
    density: Measure = None
    effective_size: Measure = None
    efficiency: Measure = None
    constraint: Measure = None
    hierarchy: Measure = None
    components: Measure = None
    bridges: Measure = None
    ei_index: Measure = None
    blau: Measure = None
    iqv: Measure = None
    self_introductions: Measure = None
    cells: Measure = None
    exchanges: Measure = None
    events: Measure = None
    actions_done: Measure = None


class Source(Row):
    """What one source (a file, a service) last said of one person, so that it can say it again."""

    person: PersonId
    source: Line = ""
    key: Line = ""
    fingerprints: Lines = []
    organisation: Line = ""
    role: Line = ""
    said: Lines = []
    organisation_before: Line = ""
    role_before: Line = ""
    moved_on: dt.date | None = None


TABLES: dict[str, type[Row]] = {
    "people": Person,
    "ties": Tie,
    "exchanges": Exchange,
    "events": Event,
    "goals": Goal,
    "actions": Action,
    "profile": Profile,
    "answers": Answer,
    "gains": Gain,
    "snapshots": Snapshot,
    "sources": Source,
}

Kind = Literal["line", "text", "lines", "choice", "choices", "integer", "number", "date", "ids"]


class Column(NamedTuple):
    """What is known of a column: enough to store it, draw it and ask for it."""

    name: str
    kind: Kind
    required: bool
    default: Any
    choices: tuple[Any, ...] = ()
    vocabulary: type[StrEnum] | None = None
    reference: Reference | None = None
    limit: int | None = None  # characters


def _parts(hint: Any) -> tuple[list[Any], list[Any]]:
    """The plain types inside a hint, and the metadata around them."""
    if get_origin(hint) is Annotated:
        inner, *metadata = get_args(hint)
        types, deeper = _parts(inner)
        return types, deeper + metadata
    if get_origin(hint) in (Union, UnionType):
        found = [_parts(arm) for arm in get_args(hint) if arm is not type(None)]
        return [k for kinds, _ in found for k in kinds], [m for _, meta in found for m in meta]
    return [hint], []


def _kind(hint: Any, limit: int | None) -> tuple[Kind, tuple[Any, ...], type[StrEnum] | None]:
    """The kind, choices and vocabulary of a plain type."""
    if get_origin(hint) is Literal:
        return "choice", get_args(hint), None
    if get_origin(hint) is list:
        inner = _parts(get_args(hint)[0])[0][0]
        if inner is int:
            return "ids", (), None
        if issubclass(inner, StrEnum):
            return "choices", tuple(inner), inner
        return "lines", (), None
    if issubclass(hint, StrEnum):
        return "choice", tuple(hint), hint
    if hint is str:
        return ("text" if limit == TEXT_LIMIT else "line"), (), None
    kinds: dict[type, Kind] = {int: "integer", float: "number", dt.date: "date"}
    return kinds[hint], (), None


@cache
def columns(table: str) -> tuple[Column, ...]:
    """The columns of a table beside `id`, in their order."""
    found = []
    for name, field in TABLES[table].model_fields.items():
        (hint, *_), metadata = _parts(field.annotation)
        metadata += field.metadata
        lengths = [m.max_length for m in metadata if getattr(m, "max_length", None)]
        kind, choices, words = _kind(hint, lengths[0] if lengths else None)
        found.append(
            Column(
                name=name,
                kind=kind,
                required=field.is_required(),
                default=None if field.is_required() else field.default,
                choices=choices,
                vocabulary=words,
                reference=next((m for m in metadata if isinstance(m, Reference)), None),
                limit=lengths[0] if lengths and kind in ("line", "text") else None,
            )
        )
    return tuple(found)


def column(table: str, name: str) -> Column:
    """One column of a table."""
    return next(c for c in columns(table) if c.name == name)
