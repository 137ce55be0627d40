"""Each measure of the map as a sentence about this network, what it is not, and what to do."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

import numpy as np
import pandas as pd

from shabakati.insight.circle import INNER
from shabakati.insight.clusters import clusters
from shabakati.insight.diversity import iqv
from shabakati.insight.homophily import ei_index
from shabakati.insight.introductions import brokers, self_introductions
from shabakati.insight.meeting import Meeting, to_introduce
from shabakati.insight.parts import bridges, components
from shabakati.insight.structure import (
    constraint,
    density,
    dyadic_constraint,
    effective_size,
    efficiency,
    hierarchy,
)
from shabakati.language import say, say_list

FEW = 5  # people; with fewer, a measure says more of the moment than of a network
SPARSE, DENSE = 0.1, 0.5  # density: from here on there is something else to do
BOUND, FREE = 4, 12  # strangers to one another who would give the same constraint; our choice
SELF_MADE = 0.65  # Uzzi & Dunlap (2005): a rule of thumb
MANY_BRIDGED = 0.2  # EI index around 0: ties cross groups about as often as they stay
VARIED = 0.85  # IQV, as in `reading`


class Told(NamedTuple):
    """A measure: its code, its number as text, what it says here, what it is not, what to do."""

    measure: str
    value: str
    says: str
    is_not: str
    do: str
    source: str


class Mapped(NamedTuple):
    """The people of whom ties are told, and the ties among them."""

    people: pd.DataFrame
    ties: pd.DataFrame


def mapped(people: pd.DataFrame, ties: pd.DataFrame) -> Mapped:
    """The three inner rings, whoever is tied to somebody, and the ties among them.

    Of all others nothing is known: to count them as strangers to one another would be made up.
    Strengths are left out: a sentence compares with what would be if all or none knew each other.
    """
    near = people["closeness"].astype("object").isin([code.value for code in INNER])
    tied = people.index.isin(pd.concat([ties["a"], ties["b"]]))
    here = people[near.to_numpy() | tied]
    known = ties["a"].isin(here.index) & ties["b"].isin(here.index)
    return Mapped(here, ties.loc[known, ["a", "b"]])


def map_readings(people: pd.DataFrame, ties: pd.DataFrame) -> list[Told]:
    """What every measure says of the circle, in the language spoken now.

    Empty while there are fewer than `FEW` people or no tie: then there is nothing to read yet.
    """
    here = mapped(people, ties)
    if len(here.people) < FEW or here.ties.empty:
        return []
    return [told for tell in _TELL for told in tell(here)]


def circle(people: pd.DataFrame, ties: pd.DataFrame) -> list[str]:
    """Step 05: how much is told, what hangs together without you, and one thing to do."""
    here = mapped(people, ties)
    if here.people.empty:
        return [say("insight.map.reading.nobody"), first_thing(people, ties)]
    told = [say("insight.map.reading.ties", n=len(here.ties), people=len(here.people))]
    readings = {told.measure: told.says for told in map_readings(people, ties)}
    told += [readings[name] for name in ("components", "bridges") if name in readings]
    return [*told, first_thing(people, ties)]


def first_thing(people: pd.DataFrame, ties: pd.DataFrame) -> str:
    """The one thing to do about the map now."""
    here = mapped(people, ties)
    if people.empty:
        return say("insight.map.next.people")
    if len(here.people) < FEW:
        return say("insight.map.next.circle")
    if here.ties.empty:
        return say("insight.map.next.ties")
    meetings = to_introduce(here.people, here.ties)
    if meetings:
        return say("insight.map.next.introduce", **_pair(here.people, meetings[0]))
    if density(*here) > DENSE:
        return say("insight.map.next.beyond")
    return say("insight.map.next.plan")


def _told(measure: str, value: str, says: str, do: str) -> list[Told]:
    is_not = say(f"insight.map.is_not.{measure}")
    return [Told(measure, value, says, is_not, do, say(f"insight.map.source.{measure}"))]


def _density(here: Mapped) -> list[Told]:
    n, value = len(here.people), density(*here)
    says = say("insight.map.density", n=len(here.ties), people=n, pairs=n * (n - 1) // 2)
    kind = "sparse" if value < SPARSE else "dense" if value > DENSE else "between"
    return _told("density", f"{value:.2f}", says, say(f"insight.map.do.density.{kind}"))


def _size(here: Mapped) -> list[Told]:
    n, value = len(here.people), effective_size(*here)
    says = say("insight.map.effective_size", n=n, value=f"{value:.1f}")
    tied = pd.concat([here.ties["a"], here.ties["b"]]).value_counts()
    most = str(here.people.at[tied.index[0], "name"])
    do = say("insight.map.do.effective_size", name=most)
    return _told("effective_size", f"{value:.1f}", says, do)


def _efficiency(here: Mapped) -> list[Told]:
    value = efficiency(*here)
    says = say("insight.map.efficiency", n=round(10 * value))
    return _told("efficiency", f"{value:.2f}", says, say("insight.map.do.efficiency"))


def _constraint(here: Mapped) -> list[Told]:
    n, value = len(here.people), constraint(*here)
    alike = round(1 / value)  # so many strangers to one another would give the same: 1/n
    kind = "free" if alike >= FREE else "bound" if alike < BOUND else "between"
    least, most = f"{1 / n:.3f}", f"{(2 - 1 / n) ** 2 / n:.3f}"
    says = say("insight.map.constraint", n=alike, value=f"{value:.3f}", least=least, most=most)
    return _told("constraint", f"{value:.3f}", says, say(f"insight.map.do.constraint.{kind}"))


def _hierarchy(here: Mapped) -> list[Told]:
    value = hierarchy(*here)
    most = dyadic_constraint(*here).sort_values(ascending=False, kind="stable").index[0]
    name = str(here.people.at[most, "name"])
    says = say("insight.map.hierarchy", name=name)
    return _told("hierarchy", f"{value:.2f}", says, say("insight.map.do.hierarchy", name=name))


def _parts(here: Mapped) -> list[Told]:
    sizes = components(*here).value_counts()
    alone = int((sizes == 1).sum())
    if len(sizes) == 1:
        says, do = say("insight.map.one_part"), say("insight.map.do.one_part")
    else:
        parted = say("insight.map.parts", n=len(sizes))
        says = f"{parted} {say('insight.map.alone', n=alone)}" if alone else parted
        do = say("insight.map.do.parts")
    return _told("components", str(len(sizes)), says, do)


def _bridges(here: Mapped) -> list[Told]:
    held = bridges(*here)
    if held.empty:
        says, do = say("insight.map.no_bridges"), say("insight.map.do.no_bridges")
        return _told("bridges", "0", says, do)
    names = [str(name) for name in here.people.loc[held.index, "name"]]
    says = say("insight.map.bridges", n=len(held), which=say_list(names[:3]), first=names[0],
               parts=say("insight.map.bridged", n=int(held.iloc[0])))  # fmt: skip
    return _told("bridges", str(len(held)), says, say("insight.map.do.bridges", name=names[0]))


def _clusters(here: Mapped) -> list[Told]:
    sizes = clusters(*here).value_counts()
    real = sizes[sizes > 1]
    says = say("insight.map.clusters", n=len(real), largest=int(sizes.iloc[0]))
    return _told("clusters", str(len(real)), says, say("insight.map.do.clusters"))


def _brokers(here: Mapped) -> list[Told]:
    found = brokers(here.people)
    if found.empty:
        return []
    name = str(here.people.at[found.index[0], "name"])
    says = say("insight.map.brokers", n=int(found["people"].iloc[0]), name=name)
    do = say("insight.map.do.brokers", name=name)
    return _told("brokers", str(len(found)), says, do)


def _self_made(here: Mapped) -> list[Told]:
    value = self_introductions(here.people)
    if np.isnan(value):
        return []
    said = int(here.people["introduced_by"].notna().sum())
    says = say("insight.map.self_introductions", n=round(value * said), all=said)
    kind = "many" if value > SELF_MADE else "some"
    do = say(f"insight.map.do.self_introductions.{kind}")
    return _told("self_introductions", f"{value:.2f}", says, do)


def _crossing(here: Mapped) -> list[Told]:
    value = ei_index(*here)
    if np.isnan(value):
        return []
    kind = "within" if value < -MANY_BRIDGED else "across" if value > MANY_BRIDGED else "between"
    says = say(f"insight.map.ei_index.{kind}")
    return _told("ei_index", f"{value:+.2f}", says, say(f"insight.map.do.ei_index.{kind}"))


def _variety(here: Mapped) -> list[Told]:
    value = iqv(here.people)
    if np.isnan(value):
        return []
    kind = "varied" if value >= VARIED else "narrow"
    says = say(f"insight.map.iqv.{kind}")
    return _told("iqv", f"{value:.2f}", says, say(f"insight.map.do.iqv.{kind}"))


def _pair(people: pd.DataFrame, meeting: Meeting) -> dict[str, str]:
    names = people["name"]
    return {
        "one": str(names[meeting.a]),
        "other": str(names[meeting.b]),
        "why": say(f"insight.meeting.{meeting.reason}", about=meeting.about),
    }


_TELL: tuple[Callable[[Mapped], list[Told]], ...] = (
    _density, _size, _efficiency, _constraint, _hierarchy, _parts, _bridges, _clusters, _crossing,
    _variety, _brokers, _self_made,
)  # fmt: skip
