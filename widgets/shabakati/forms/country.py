"""Where phone numbers that do not say their country are from."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import ipywidgets as widgets
import pandas as pd

from shabakati.forms.following import Following
from shabakati.forms.note import Note
from shabakati.intake.phones import is_international
from shabakati.language import say, word
from shabakati.people.letters import normalise as plain
from shabakati.vocabulary import Country

_ARAB = tuple(Country)[: list(Country).index(Country.YE) + 1]  # they stand first there


def unplaced(people: pd.DataFrame) -> int:
    """How many phone numbers of an intake say no country."""
    return sum(not is_international(phone) for phones in people["phones"] for phone in phones)


def countries() -> list[tuple[str, str]]:
    """Word and code of each country: those of the Arab world first, each part by its words."""
    told = [(word(code), code.value, code not in _ARAB) for code in Country]
    ordered = sorted(told, key=lambda country: (country[2], plain(country[0])))
    return [(label, code) for label, code, _ in ordered]


class AskCountry(Following):
    """Asks once for the country of such numbers, and whether it is to be kept as the person's own.

    `country` is the answer, None while they are left as they are.
    """

    def __init__(self, numbers: int) -> None:
        self.note = Note(say("forms.import.numbers", n=numbers))
        self.choice = widgets.Dropdown(
            options=[(say("forms.import.numbers_stay"), ""), *countries()],
            description=say("forms.import.country"),
        )
        self.keep = widgets.Checkbox(
            value=True, description=say("forms.import.keep_country"), indent=False
        )
        self.keep.layout.display = "none"
        self._change: Callable[[], Any] = lambda: None
        self.choice.observe(self._chosen, names=["value"])
        super().__init__([self.note, self.choice, self.keep])
        self.add_class("sh-ask")

    @property
    def country(self) -> str | None:
        """Two small letters, or None."""
        return self.choice.value or None

    @property
    def to_keep(self) -> str | None:
        """The country, if it is to be kept in the profile."""
        return self.country if self.keep.value else None

    def on_change(self, act: Callable[[], Any]) -> None:
        """Call `act()` when another country is chosen."""
        self._change = act

    def tell(self, numbers: int) -> None:
        """Say how many numbers still say no country."""
        if self.country is not None:
            told = "forms.import.numbers_left" if numbers else "forms.import.numbers_read"
            self.note.say(say(told, n=numbers) if numbers else say(told))

    def _chosen(self, _change: Any) -> None:
        self.keep.layout.display = "" if self.country else "none"
        self._change()
