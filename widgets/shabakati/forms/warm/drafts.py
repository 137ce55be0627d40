"""The first draft of a text: for a greeting, for thanks, for each small act."""

from __future__ import annotations

from shabakati.language import LANGUAGES, say_in
from shabakati.schema import clean_text
from shabakati.vocabulary import Occasion


def greeting_text(occasion: str, name: str = "") -> dict[str, str]:
    """A greeting for an occasion, by language; to many at once without a name."""
    kind = Occasion(occasion).value
    return _texts(f"forms.warm.greeting.{kind}", name, "")


def act_text(act: str, name: str, about: str, occasion: str = "") -> dict[str, str]:
    """A text for a small act, by language."""
    if occasion:
        return greeting_text(occasion, name)
    return _texts(f"forms.warm.text.{act}", name, about)


def _texts(key: str, name: str, about: str) -> dict[str, str]:
    """Salutation and text: whole lines each, and no mark in them that nobody sees."""
    found = {}
    for language in LANGUAGES:
        to = "forms.warm.dear" if name else "forms.warm.hello"
        lines = [say_in(language, to, name=name), say_in(language, key, about=about)]
        found[language] = str(clean_text("\n".join(lines)))
    return found
