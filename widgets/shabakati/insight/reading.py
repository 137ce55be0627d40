"""What a step shows for this network, in words: a few sentences, then one thing to do next."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import TypeVar

import pandas as pd

from shabakati.insight.coverage import coverage, group_counts, sorted_share, type_counts
from shabakati.insight.reading_diversity import variety
from shabakati.language import say, say_list, word
from shabakati.vocabulary import Group, NetworkType, Place
from shabakati.workbook import Workbook

Code = TypeVar("Code", bound=StrEnum)

FEW = 5  # people: below this, leanings say nothing
LEAN = 0.6  # share of one type from which the network leans towards it
USUAL = {  # where people of a group are met without going out of one's way
    Group.COLLEAGUES: {Place.WORKPLACE, Place.EVENT, Place.ONLINE},
    Group.CLASSMATES: {Place.ALUMNI, Place.SOCIAL, Place.ONLINE},
    Group.PROFESSORS: {Place.ALUMNI, Place.EVENT, Place.ONLINE},
    Group.ASSOCIATIONS: {Place.EVENT, Place.SOCIAL, Place.ONLINE},
    Group.FAMILY_AND_FRIENDS: {Place.SOCIAL, Place.EVENT, Place.ONLINE},
}


def start(book: Workbook) -> list[str]:
    """Step 00: what the book knows of you, and what that will be good for."""
    mine = book.row("profile", 1)
    if not mine["name"]:
        return [say("insight.start.nobody"), say("insight.start.next.name")]
    told = [say("insight.start.known", name=mine["name"], n=len(book.people))]
    if not (mine["organisation"] or mine["past_organisations"]):
        return [*told, say("insight.start.next.organisation")]
    if not mine["schools"]:
        return [*told, say("insight.start.next.schools")]
    if len(book.people):
        return [*told, say("insight.start.next.on")]
    return [*told, say("insight.start.next.go")]


def people(book: Workbook) -> list[str]:
    """Step 02: how many are sorted, the largest group, the empty ones."""
    people = book.people
    if people.empty:
        return [say("insight.people.nobody"), say("insight.people.next.bring")]
    counts = _by_code(group_counts(people), Group)
    loose = len(people) - sum(counts.values())
    told = [_sorted("people", people, "group")]
    if not any(counts.values()):
        return [*told, say("insight.people.next.sort", n=loose)]
    told.append(_largest("people", counts))
    empty = [code for code, count in counts.items() if not count]
    told.append(_empty("people", empty))
    if loose and sorted_share(people, "group") < 0.5:
        return [*told, say("insight.people.next.sort", n=loose)]
    if empty:
        return [*told, say(f"insight.people.next.fill.{empty[0].value}")]
    if loose:
        return [*told, say("insight.people.next.sort", n=loose)]
    return [*told, say("insight.people.next.grow", group=word(_smallest(counts)))]


def places(book: Workbook) -> list[str]:
    """Step 03: where most were met, the places and cells with nobody, the first cell to fill."""
    people = book.people
    if people.empty:
        return [say("insight.places.nobody"), say("insight.places.next.people")]
    counts = {
        place: int((people["place"].astype("object") == place.value).sum()) for place in Place
    }
    loose = len(people) - sum(counts.values())
    told = [_sorted("places", people, "place")]
    if not any(counts.values()):
        return [*told, say("insight.places.next.say", n=loose)]
    told.append(_largest("places", counts))
    grid = coverage(people)
    if not grid["people"].any():
        return [*told, say("insight.places.next.sort")]
    empty = [place for place, count in counts.items() if not count]
    if empty:
        told.append(_empty("places", empty))
    told.append(say("insight.places.cells", n=int((grid["people"] == 0).sum()), all=len(grid)))
    if sorted_share(people, "place") < 0.5:
        return [*told, say("insight.places.next.say", n=loose)]
    cell = first_to_fill(grid)
    if cell is None:
        return [*told, say("insight.places.next.none")]
    group, place = cell
    return [*told, say("insight.places.next.fill", group=word(group), place=word(place))]


def types(book: Workbook) -> list[str]:
    """Step 04: the balance of the three types, what a lean means, how varied the groups are."""
    people = book.people
    if people.empty:
        return [say("insight.types.nobody"), say("insight.types.next.people")]
    counts = _by_code(type_counts(people), NetworkType)
    known = sum(counts.values())
    told = [_sorted("types", people, "network_type")]
    if not known:
        return [*told, say("insight.types.next.say", n=len(people))]
    told.append(_balance(counts))
    told += variety(people)
    if known < len(people) / 2:
        return [*told, say("insight.types.next.say", n=len(people) - known)]
    return [*told, say(f"insight.types.next.grow.{_smallest(counts).value}")]


def first_to_fill(grid: pd.DataFrame) -> tuple[Group, Place] | None:
    """The empty cell that is nearest to you.

    Cells where such people are usually met come first (`USUAL`), then those whose group and
    place have the most people elsewhere; the article's order decides between equals.

    Parameters
    ----------
    grid : DataFrame as `coverage` gives it.

    Returns
    -------
    The group and the place; None if no cell is empty.
    """
    cells = {
        (Group(group), Place(place)): int(people)
        for group, place, people in zip(
            grid["group"].astype("object"),
            grid["place"].astype("object"),
            grid["people"].tolist(),
            strict=True,
        )
    }
    in_group, in_place = Counter[Group](), Counter[Place]()
    for (group, place), people in cells.items():
        in_group[group] += people
        in_place[place] += people

    def near(cell: tuple[Group, Place]) -> tuple[bool, int]:
        group, place = cell
        # One more on either side: a group without anybody still prefers the busier place.
        return place in USUAL[group], (in_group[group] + 1) * (in_place[place] + 1)

    return max((cell for cell, people in cells.items() if not people), key=near, default=None)


def _by_code(counts: pd.DataFrame, codes: type[Code]) -> dict[Code, int]:
    return dict(zip(codes, counts["people"].astype(int).tolist(), strict=False))


def _sorted(step: str, people: pd.DataFrame, column: str) -> str:
    known, everybody = int(people[column].notna().sum()), len(people)
    if known == everybody:
        return say(f"insight.{step}.all_sorted", n=everybody)
    if not known:
        return say(f"insight.{step}.none_sorted", n=everybody)
    return say(f"insight.{step}.sorted", n=known, all=everybody)


def _largest(step: str, counts: Mapping[Code, int]) -> str:
    most = max(counts.values())
    largest = [code for code, count in counts.items() if count == most]
    if len(largest) > 1:
        return say(f"insight.{step}.largest_tied", which=say_list(map(word, largest)), n=most)
    return say(f"insight.{step}.largest", which=word(largest[0]), n=most)


def _empty(step: str, empty: Sequence[StrEnum]) -> str:
    if not empty:
        return say(f"insight.{step}.none_empty")
    return say(f"insight.{step}.empty", n=len(empty), which=say_list(map(word, empty)))


def _smallest(counts: Mapping[Code, int]) -> Code:
    return min(counts, key=counts.__getitem__)


def _balance(counts: Mapping[NetworkType, int]) -> str:
    known, most = sum(counts.values()), max(counts, key=counts.__getitem__)
    if known < FEW:
        return say("insight.types.few", n=known)
    if counts[most] / known >= LEAN:
        return say(f"insight.types.lean.{most.value}", n=counts[most], all=known)
    if not min(counts.values()):
        return say("insight.types.missing", which=word(_smallest(counts)))
    return say("insight.types.balanced")
