"""What your answers teach: who works where others work of whom you said who they are to you."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable

from shabakati.people.alike import one_name
from shabakati.people.evidence import Hint
from shabakati.vocabulary import Relation

# A relative says nothing of those who work beside them, and one friend is a chance.
_NEVER = Relation.FAMILY
_FEW = {Relation.FRIEND: 2}


class Taught:
    """For each organisation, what you said of most of its people.

    `said` are pairs of a person's organisation and relation, each "" if there is none. Schools
    are organisations too.
    """

    def __init__(self, said: Iterable[tuple[str, str]]) -> None:
        pairs = [(where, what) for where, what in said if where]
        known = any(what for _, what in pairs) and not all(what for _, what in pairs)
        self._names = one_name({where for where, _ in pairs}) if known else {}
        told: dict[str, Counter[str]] = defaultdict(Counter)
        for where, what in pairs:
            if what and where in self._names:
                told[self._names[where]][what] += 1
        self._hints = {name: hint for name, of in told.items() if (hint := _hint(name, of))}

    def hint(self, organisation: str) -> Hint | None:
        """What is likely of somebody there, if most of your answers about others agree.

        The score grows with the answers, from 0.5 to 0.7: less than what the book states.
        """
        return self._hints.get(self._names.get(organisation, ""))


def _hint(name: str, answers: Counter[str]) -> Hint | None:
    (value, most), total = answers.most_common(1)[0], answers.total()
    relation = Relation(value)
    if relation == _NEVER or most < _FEW.get(relation, 1) or most * 2 <= total:
        return None
    reason = "said_of_one_there" if most == 1 else "said_of_others_there"
    return Hint("relation", value, reason, name, round(0.3 + 0.4 * most / (total + 1), 3))
