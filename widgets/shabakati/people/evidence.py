"""What the book knows of one person that says who they are to you, and where you met.

Each rule gives hints: a value for `relation` or `place`, the reason, what the reason is about,
and how sure it is, from 0 to 1. Scores of 0.8 and more are facts that the book states, 0.5 is
what is mostly so, 0.3 is a guess for want of anything better.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from shabakati.people.associations import association_word, voluntary_word
from shabakati.people.letters import normalise
from shabakati.people.lexicon import lexicon, phrases, words
from shabakati.people.mine import Mine
from shabakati.people.names import kin_word
from shabakati.people.organisations import is_academic
from shabakati.people.roles import is_student, teaching
from shabakati.vocabulary import Place, Relation

_CLAUSE = re.compile(r"[\n.,،؛;:()!؟?]")
_LONG_NOTE = 500  # characters of a note that are looked at


class Known(NamedTuple):
    """What the book knows of a person."""

    id: int
    name: str
    relation: str  # "" if not said
    place: str
    network_type: str
    organisation: str
    role: str
    field: str
    emails: list[str]
    tags: list[str]
    notes: str
    source: str
    namesakes: int  # people with your family name; 0 if this person has another
    connected: bool  # an invitation passed between you
    long_wrote: bool  # you wrote to each other often, over years


class Hint(NamedTuple):
    """One value that may be right, and why."""

    column: str
    value: str
    reason: str
    about: str
    score: float


def hints(person: Known, mine: Mine) -> Iterator[Hint]:
    """All hints for a person's relation and place."""
    found = [
        *_work(person, mine),
        *_study(person, mine),
        *_named(person, mine),
        *_association(person, mine),
        *_family(person, mine),
    ]
    if person.long_wrote and not found:
        found.append(_hint(Relation.FRIEND, "wrote_for_years", "", 0.35))
    places = [_place_of(hint) for hint in found if person.relation in ("", hint.value)]
    places += _usual_place(person)
    if person.connected:
        places.append(_hint(Place.ONLINE, "invited", "", 0.5))
    if person.source == "linkedin" and not (found or person.relation):
        places.append(_hint(Place.ONLINE, "from_linkedin", "", 0.3))
    yield from found
    yield from (hint for hint in places if hint)


def _work(person: Known, mine: Mine) -> Iterator[Hint]:
    here = mine.now.find(person.organisation)
    if here:
        yield _hint(Relation.CURRENT_COLLEAGUE, "same_organisation", here, 0.95)
        return
    before = mine.past.find(person.organisation)
    if before:
        yield _hint(Relation.FORMER_COLLEAGUE, "past_organisation", before, 0.85)
    elif not person.organisation:
        domain, _ = mine.mails_of(person.emails, mine.now)
        if domain:
            yield _hint(Relation.CURRENT_COLLEAGUE, "work_email", domain, 0.8)


def school_of(person: Known, mine: Mine) -> str:
    """Which of your schools all that is known of a person names; "" if none."""
    school, _ = _school_by_work(person, mine)
    tagged = (mine.schools.find(tag) for tag in person.tags)
    return school or next(filter(None, tagged), "") or _school_in(person.notes, mine)


def _school_by_work(person: Known, mine: Mine) -> tuple[str, str]:
    """A school of yours that an organisation, a title or an address names, and its domain."""
    school = mine.schools.find(person.organisation) or _school_in(person.role, mine)
    if not school and not person.organisation:
        domain, school = mine.mails_of(person.emails, mine.schools)
        return school, domain
    return school, ""


def _study(person: Known, mine: Mine) -> Iterator[Hint]:
    teaches = teaching(person.name, person.role, person.organisation)
    school, domain = _school_by_work(person, mine)
    if teaches and school:
        score = 0.7 if teaches == "doctor" else 0.9
        yield _hint(Relation.PROFESSOR, "professor_at_school", school, score)
    elif teaches in ("rank", "title") and not (mine.teaches or mine.now.find(person.organisation)):
        about = person.organisation if is_academic(person.organisation) else person.role
        yield _hint(Relation.PROFESSOR, "professor_elsewhere", about, 0.45)
    elif domain:
        yield _hint(Relation.CLASSMATE, "school_email", domain, 0.55)
    elif school and is_student(person.role):
        yield _hint(Relation.CLASSMATE, "student_at_school", school, 0.75)
    elif school:
        yield _hint(Relation.CLASSMATE, "works_at_school", school, 0.4)


def _named(person: Known, mine: Mine) -> Iterator[Hint]:
    """What tags and notes say."""
    for tag in person.tags:
        plain = normalise(tag)
        if value := _tag_values().get(plain):
            yield _hint(Relation(value), "tag", tag, 0.85)
        elif mine.schools.find(tag):
            yield _hint(Relation.CLASSMATE, "tag", tag, 0.7)
    note = person.notes[:_LONG_NOTE]
    if note and not phrases("roles", "professor_words").search(normalise(note)):
        school = _school_in(note, mine)
        if school:
            yield _hint(Relation.CLASSMATE, "school_in_notes", school, 0.6)


def _association(person: Known, mine: Mine) -> Iterator[Hint]:
    word = association_word(person.organisation)
    score = 0.65
    if not word:
        word, score = association_word(person.role) or voluntary_word(person.role), 0.55
    if word and not mine.now.find(person.organisation):
        yield _hint(Relation.ASSOCIATION_MEMBER, "association", word, score)


def _family(person: Known, mine: Mine) -> Iterator[Hint]:
    kin = kin_word(person.name)
    first_clause = _CLAUSE.split(person.notes[:_LONG_NOTE], maxsplit=1)[0].strip()
    if not kin and normalise(first_clause) in words("names", "kin") | words("names", "kin_alone"):
        kin = first_clause
    if kin:
        yield _hint(Relation.FAMILY, "kin", kin, 0.85)
    elif person.namesakes:
        # The fewer bear the name, the surer: up to three can well be one household.
        score = 0.75 - 0.05 * max(0, person.namesakes - 3)
        yield _hint(Relation.FAMILY, "family_name", mine.family_shown, score)


_PLACE_OF = {
    Relation.CURRENT_COLLEAGUE: Place.WORKPLACE,
    Relation.FORMER_COLLEAGUE: Place.WORKPLACE,
    Relation.CLASSMATE: Place.ALUMNI,
    Relation.PROFESSOR: Place.ALUMNI,
    Relation.FAMILY: Place.SOCIAL,
    Relation.FRIEND: Place.SOCIAL,
}
_NO_PLACE = ("professor_elsewhere", "wrote_for_years", "association")


def _place_of(hint: Hint) -> Hint | None:
    """Where such people are met, if the reason for the relation tells that too."""
    place = _PLACE_OF.get(Relation(hint.value))
    if place is None or hint.reason in _NO_PLACE:
        return None
    return _hint(place, hint.reason, hint.about, round(hint.score * 0.85, 3))


def _usual_place(person: Known) -> list[Hint]:
    """Where people of a relation that you have said are mostly met."""
    place = _PLACE_OF.get(Relation(person.relation)) if person.relation else None
    return [_hint(place, f"usual_{place.value}", "", 0.52)] if place else []


def _school_in(text: str, mine: Mine) -> str:
    plain = normalise(text[:_LONG_NOTE])
    return next((name for name, named in mine.school_named if named.search(plain)), "")


@cache
def _tag_values() -> dict[str, str]:
    return {normalise(tag): value for value, tags in lexicon("tags").items() for tag in tags}


def _hint(value: Relation | Place, reason: str, about: str, score: float) -> Hint:
    column = "relation" if isinstance(value, Relation) else "place"
    return Hint(column, value.value, reason, about, score)
