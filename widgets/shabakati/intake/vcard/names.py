"""Which of the things a card says is the person's name, and which are other names."""

from __future__ import annotations

from dataclasses import dataclass, field

from shabakati.intake.cells import name_key
from shabakati.intake.emails import read_email


@dataclass
class Names:
    """All that can be a name, in the order of the card."""

    full: list[str] = field(default_factory=list)  # FN
    parts: list[str] = field(default_factory=list)  # N, put together
    nicknames: list[str] = field(default_factory=list)
    sounds: list[str] = field(default_factory=list)  # how the name is said or sorted
    organisations: list[str] = field(default_factory=list)
    emails: list[str] = field(default_factory=list)

    def choose(self) -> tuple[str, list[str]]:
        """The name, or "" when nothing can be one; and the other names."""
        said = [*self.full, *self.parts, *self.nicknames, *self.sounds]
        worded = [name for name in said if _is_name(name)]
        instead = [*self.organisations, *self.full, *self.emails, *self.parts, *self.nicknames]
        name = next((name for name in [*worded, *instead] if name.strip()), "")
        others, known = [], [_words(name)]
        for other in worded:
            if _words(other) and not any(_words(other) <= words for words in known):
                known.append(_words(other))
                others.append(other)
        return name, others


def in_reading_order(parts: list[str]) -> str:
    """The whole name from the parts of N: family, given, middle, before, after."""
    family, given, middle, before, after = [*parts, "", "", "", "", ""][:5]
    more = parts[5:]
    return " ".join(" ".join([before, given, middle, family, after, *more]).split())


def _is_name(text: str) -> bool:
    return any(char.isalpha() for char in text) and not read_email(text)


def _words(name: str) -> frozenset[str]:
    return frozenset(name_key(name.replace(",", " ")).split())
