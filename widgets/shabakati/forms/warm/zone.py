"""The time zone that days and the calendar are counted in."""

from __future__ import annotations

from typing import Any

import ipywidgets as widgets

from shabakati.errors import ShabakatiError
from shabakati.forms.following import Following
from shabakati.forms.note import Note
from shabakati.forms.root import root
from shabakati.forms.undo import say_done
from shabakati.language import say
from shabakati.people.zones import zone_of_country, zones
from shabakati.workbook import Workbook

YOU = 1  # the id of the profile's one row


class TimeZone(Following):
    """Asks for the zone; the first choice is that of your country, if it is known."""

    def __init__(self, book: Workbook) -> None:
        self.book = book
        self.note = Note()
        self.choice = widgets.Dropdown(description=say("schema.profile.time_zone"))
        super().__init__([self.choice, self.note])
        self._filling = False
        self._fill(None)
        self.choice.observe(self._chosen, names=["value"])
        self.follow(book, self._fill, ["profile"])

    def _fill(self, _change: Any) -> None:
        mine = self.book.row("profile", YOU)
        home = zone_of_country(mine["country"] or "")
        first = say("forms.warm.zone.home", zone=home) if home else say("forms.warm.zone.unknown")
        self._filling = True
        self.choice.options = [(first, ""), *((zone, zone) for zone in zones())]
        self.choice.value = mine["time_zone"] if mine["time_zone"] in zones() else ""
        self._filling = False

    def _chosen(self, change: Any) -> None:
        # A dropdown takes no value but one of its options, whatever the browser sends.
        if self._filling or change.new == self.book.row("profile", YOU)["time_zone"]:
            return
        try:
            self.book.change("profile", YOU, time_zone=change.new)
        except ShabakatiError as error:
            self.note.say(str(error), "error")
            return
        say_done(self.book, self.note, say("forms.warm.zone.saved"))


def time_zone(book: Workbook) -> widgets.VBox:
    """Your time zone: that of your country, or another one."""
    return root(TimeZone(book))
