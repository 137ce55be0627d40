"""Each table once: what a row holds, what is allowed, what is required.

A `Line` is one line of text, a `Text` may have several; both are "" when nothing is said.
"""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from shabakati import vocabulary as v
from shabakati.schema.cells import (
    Birthday,
    Line,
    Lines,
    MaybeEvent,
    MaybeGoal,
    MaybePerson,
    Name,
    PeopleIds,
    PersonId,
    SomeText,
    Text,
)


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
