"""The introduction: looked through while it is typed, saved in versions that can come back."""

from __future__ import annotations

import datetime as dt
from typing import Any

import ipywidgets as widgets

from shabakati.coach.introduction import LONGEST, Check, Checked, check_introduction
from shabakati.coach.keeping import as_version, versions
from shabakati.errors import ShabakatiError
from shabakati.forms.cards import Card, Cards, Press
from shabakati.forms.first_words.typing import Act, Bar, Point, Seen, Typing
from shabakati.forms.following import Following
from shabakati.forms.note import Note
from shabakati.forms.root import root
from shabakati.forms.undo import say_done
from shabakati.language import say, say_date, say_list
from shabakati.workbook import Workbook

YOU = 1  # the id of the profile's one row
_SHOWN = 6  # versions
_BEGINNING = 160  # characters of a version that its card shows


class IntroductionEditor(Following):
    """An introduction with its time and what it lacks; the one that counts is the profile's."""

    def __init__(self, book: Workbook, today: dt.date | None = None) -> None:
        self.book = book
        self._today = today
        self.note = Note()
        self.typing = Typing(
            say("forms.introduction.label"),
            say("forms.introduction.help"),
            [Act("save", say("forms.introduction.save"), "primary")],
            rows=6,
        )
        self.typing.on_typed(self._look)
        self.typing.on_act(self._save)
        self.cards = Cards(say("forms.introduction.versions"))
        self.cards.on_press(self._restore)
        super().__init__([self.typing, self.note, self.cards])
        self._loaded = ""
        self._load()
        self.follow(book, self._changed, ["profile", "answers", "goals"])

    def _load(self) -> None:
        self._loaded = str(self.book.row("profile", YOU)["introduction"])
        self.typing.fill(self._loaded)
        self._look(self._loaded)
        self._show_versions()

    def _look(self, text: str) -> None:
        if not text.strip():
            self.typing.show(Seen(say("forms.introduction.empty")))
            return
        seen = check_introduction(text, None, self.book.goals, self.book.row("profile", YOU))
        calm, brisk = round(seen.time.seconds), round(seen.time.brisk)
        left = len(seen.left)
        self.typing.show(
            Seen(
                say("forms.introduction.ready")
                if not left
                else say("forms.introduction.left", n=left),
                "good" if not left else "plain",
                [Point(one.ok, said_of(one)) for one in seen.checks],
                Bar(
                    calm, LONGEST, say("forms.introduction.time", n=calm, brisk=brisk, most=LONGEST)
                ),
            )
        )

    def _save(self, _name: str, text: str) -> None:
        before = str(self.book.row("profile", YOU)["introduction"])
        known = [version.text for version in versions(self.book.answers)]
        if not text or (text == before and text in known):
            said = "empty" if not text else "unchanged"
            self.note.say(say(f"forms.introduction.{said}"), "plain" if text else "error")
            return
        day = self._today or dt.date.today()
        # What stood there before this step knew of versions is one too.
        old = (
            [as_version(before, None)] if before and before not in known and before != text else []
        )
        try:
            with self.book.together("introduction"):
                self.book.add_all("answers", [*old, as_version(text, day)])
                self.book.change("profile", YOU, introduction=text)
        except ShabakatiError as error:
            self.note.say(str(error), "error")
            return
        say_done(self.book, self.note, say("forms.introduction.saved"))

    def _restore(self, key: str, _name: str) -> None:
        text = next((v.text for v in versions(self.book.answers) if str(v.id) == key), "")
        try:
            self.book.change("profile", YOU, introduction=text)
        except ShabakatiError as error:
            self.note.say(str(error), "error")
            return
        say_done(self.book, self.note, say("forms.introduction.restored"))

    def _show_versions(self) -> None:
        shown = []
        for version in versions(self.book.answers)[:_SHOWN]:
            on = say_date(version.on) if version.on else say("forms.introduction.earlier")
            now = version.text == self._loaded
            title = say("forms.introduction.now", on=on) if now else on
            act = Press("restore", say("forms.introduction.restore"))
            shown.append(
                Card(str(version.id), title, _beginning(version.text), () if now else (act,))
            )
        self.cards.show(shown)

    def _changed(self, _change: Any) -> None:
        now = str(self.book.row("profile", YOU)["introduction"])
        if now != self._loaded and self.typing.text in (self._loaded, now):
            self._load()
            return
        self._loaded = now
        self._look(self.typing.text)
        self._show_versions()


def said_of(one: Checked) -> str:
    """What is said of one check."""
    if one.check in (Check.FILLER, Check.REQUEST) and one.found == "many":
        words = say_list(one.words)
        return say(f"coach.introduction.{one.check.value}.many", words=words, n=len(one.words))
    return say(f"coach.introduction.{one.check.value}.{one.found}")


def _beginning(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _BEGINNING else f"{line[: _BEGINNING - 1].rstrip()}…"


def introduction(book: Workbook, today: dt.date | None = None) -> widgets.VBox:
    """The introduction with a check while one types; every saved version can come back."""
    return root(IntroductionEditor(book, today))
