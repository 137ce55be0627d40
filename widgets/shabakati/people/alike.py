"""Which names in a list are names of one organisation."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from functools import lru_cache
from types import MappingProxyType

from shabakati.people.letters import normalise
from shabakati.people.lexicon import words
from shabakati.people.organisations import has_arabic, keys, organisation_key, same_organisation


def one_name(names: Iterable[str]) -> Mapping[str, str]:
    """For each name, the spelling under which its organisation is gathered: the most used one.

    Names that tell no organisation from others (`bank`, `freelance`, an empty one) are left out.
    """
    counted = Counter(names)
    counted.pop("", None)
    by_use = sorted(counted, key=lambda name: (-counted[name], name))
    return _chosen(tuple(by_use))


@lru_cache(maxsize=4)  # the same list is asked for again after each answer
def _chosen(names: tuple[str, ...]) -> Mapping[str, str]:
    names = tuple(name for name in names if is_named(name))
    both_scripts = len({has_arabic(name) for name in names}) > 1
    known: dict[tuple[str, bool], list[str]] = defaultdict(list)  # chosen so far, by key and script
    chosen: dict[str, str] = {}
    for name in names:
        arabic = has_arabic(name)
        # Spellings in one script share a plain key; only the other script is asked by sound.
        plain = keys(name, other_script=False)
        sound = keys(name) if both_scripts else plain
        asked = [*((key, arabic) for key in plain), *((key, not arabic) for key in sound)]
        near = dict.fromkeys(other for key in asked for other in known.get(key, ()))
        same = next((other for other in near if same_organisation(other, name)), None)
        if same is None:
            for key in sound:
                known[key, arabic].append(name)
        chosen[name] = same or name
    return MappingProxyType(chosen)


def is_named(name: str) -> bool:
    """Whether a text names an organisation, and not that there is none."""
    if not name or normalise(name) in words("organisations", "nowhere"):
        return False
    return bool(organisation_key(name))
