"""Which of many names mean one of a few organisations, in either script."""

from __future__ import annotations

from collections.abc import Iterable

from shabakati.people.organisations import has_arabic, keys, same_organisation


def names_meaning(wanted: Iterable[str], names: Iterable[str]) -> dict[str, frozenset[str]]:
    """For each wanted organisation those of the names that mean it, in either script.

    Only names that share a key are compared, so that tens of thousands take a moment. An
    organisation that nothing tells from others ("the bank") is meant by no name.
    """
    targets = list(dict.fromkeys(wanted))
    keys_of = {target: keys(target) for target in targets}
    scripts = {has_arabic(target) for target in targets}
    everything = frozenset[str]().union(*keys_of.values())
    found: dict[str, set[str]] = {target: set() for target in targets}
    for name in dict.fromkeys(names):
        mine = keys(name, other_script=(not has_arabic(name)) in scripts) if name else frozenset()
        if not mine & everything:
            continue
        for target in targets:
            if mine & keys_of[target] and same_organisation(target, name):
                found[target].add(name)
    return {target: frozenset(several) for target, several in found.items()}
