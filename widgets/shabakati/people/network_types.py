"""The network type that a person seems to be of: inside my organisation, outside, or both."""

from __future__ import annotations

from collections.abc import Iterator

from shabakati.people.evidence import Hint, Known
from shabakati.people.mine import Mine
from shabakati.people.roles import is_senior, work_fields
from shabakati.vocabulary import NetworkType, Relation

_AT_HOME = (Relation.FAMILY, Relation.FRIEND)


def type_hint(person: Known, mine: Mine, relation: str) -> Iterator[Hint]:
    """At most one hint, by the article's definitions.

    - operational: inside my workplace. Who works where I work now.
    - strategic: joins inside and outside, and brings a different background. Two cases only: a
      former colleague (was inside) who is now elsewhere, and somebody elsewhere who leads;
      both at work of another field than mine. Without knowing both fields nobody is strategic,
      and family and friends are not, whatever they lead.
    - personal: outside my organisation. All others who work elsewhere, and those whose relation
      is said and is not that of a colleague now.

    `relation` is what is said of the person, or else the surest hint.
    """
    if mine.now.find(person.organisation):
        yield _hint(NetworkType.OPERATIONAL, "type_inside", mine.organisation, 0.85)
    elif relation == Relation.CURRENT_COLLEAGUE:
        if not (person.organisation and mine.organisation):
            yield _hint(NetworkType.OPERATIONAL, "type_colleague", "", 0.7)
    elif person.organisation and mine.organisation:
        leads = is_senior(person.role)
        left = relation == Relation.FORMER_COLLEAGUE and not mine.past.find(person.organisation)
        if (leads or left) and relation not in _AT_HOME and _other_field(person, mine):
            reason = "type_was_inside" if left else "type_leads_elsewhere"
            yield _hint(NetworkType.STRATEGIC, reason, "", 0.5)
        else:
            yield _hint(NetworkType.PERSONAL, "type_outside", mine.organisation, 0.6)
    elif person.relation:
        yield _hint(NetworkType.PERSONAL, "type_not_colleague", "", 0.5)


def _other_field(person: Known, mine: Mine) -> bool:
    """Whether both fields are known and have nothing in common."""
    theirs = work_fields(person.role) | work_fields(person.field)
    my_own = work_fields(mine.role) | work_fields(mine.field)
    return bool(theirs and my_own and theirs.isdisjoint(my_own))


def _hint(value: NetworkType, reason: str, about: str, score: float) -> Hint:
    return Hint("network_type", value.value, reason, about, score)
