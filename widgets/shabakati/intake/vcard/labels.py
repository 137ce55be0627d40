"""What a card calls a number, an address or a relative: one word for the same thing."""

from __future__ import annotations

import re

from shabakati.intake.vcard.property import Property

_APPLE = re.compile(r"_\$!<(.*)>!\$_", re.DOTALL)
_SAME = {"cell": "mobile", "handy": "mobile", "dom": "", "intl": "", "postal": "", "parcel": ""}
_SILENT_WORDS = (  # they tell one number from another to a telephone, not to a person
    "pref voice internet x-internet msg other video text textphone vcard sms jpeg uri "
    "default x-other"
)
_SILENT = frozenset(_SILENT_WORDS.split())


def label_of(property_: Property, given: dict[str, str]) -> str:
    """The label of a property: what its group is called, else its types.

    Parameters
    ----------
    given : the card's own labels (`X-ABLabel`) by group.
    """
    if property_.group and (own := given.get(property_.group)):
        return own
    types = (_SAME.get(type_, type_) for type_ in property_.types)
    return " ".join(dict.fromkeys(type_ for type_ in types if type_ and type_ not in _SILENT))


def own_labels(properties: list[Property]) -> dict[str, str]:
    """The labels that Apple writes beside what they are of: `item1.X-ABLabel:_$!<Work>!$_`."""
    found = {}
    for property_ in properties:
        if property_.name == "X-ABLABEL" and property_.group:
            found[property_.group] = _own(property_.text)
    return found


def _own(text: str) -> str:
    built_in = _APPLE.fullmatch(text)
    if not built_in:
        return text
    word = built_in.group(1).lower()
    if word.endswith("fax"):
        return f"{word[:-3]} fax".strip()  # HomeFAX
    return "" if word in _SILENT else _SAME.get(word, word)
