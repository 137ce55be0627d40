"""The question coach: what a question asks for, why, and open ones instead; some are kept."""

from __future__ import annotations

import datetime as dt
from typing import Any

import ipywidgets as widgets

from shabakati.coach import Finding, Kind, check_question
from shabakati.coach.keeping import Kept, as_kept, kept
from shabakati.errors import ShabakatiError
from shabakati.forms.cards import Card, Cards, Press
from shabakati.forms.fields import Fields, Section
from shabakati.forms.finding import name_of, people_like
from shabakati.forms.first_words.typing import Act, Seen, Typing
from shabakati.forms.following import Following
from shabakati.forms.note import Note
from shabakati.forms.root import root
from shabakati.forms.undo import say_done
from shabakati.language import say, say_list
from shabakati.schema import LINE_LIMIT, LIST_LIMIT, clean_line
from shabakati.workbook import Workbook

_SHOWN = 20  # questions that were kept


class QuestionCoach(Following):
    """Type a question, see what it asks for, take an open one, keep it for a person or event."""

    def __init__(self, book: Workbook, today: dt.date | None = None) -> None:
        self.book = book
        self._today = today
        self._before = ""  # what was typed before an offer was taken instead of it
        self._instead = True  # whether the offers ask about the same thing
        self.note = Note()
        self.typing = Typing(
            say("forms.questions.label"),
            say("forms.questions.help"),
            [Act("keep", say("forms.questions.keep"), "primary")],
            rows=2,
        )
        self.typing.on_typed(self._look)
        self.typing.on_offer(self._take)
        self.typing.on_act(self._keep)
        self.whom = Fields(
            "actions",
            [Section(("person",))],
            [],
            say("forms.questions.whom"),
            find=lambda text: people_like(book.people, text),
        )
        self.event = widgets.Dropdown(description=say("forms.questions.event"))
        self.cards = Cards(say("forms.questions.kept"))
        self.cards.on_press(self._remove)
        super().__init__([self.typing, self.whom, self.event, self.note, self.cards])
        self._look("")
        self._show(None)
        self.follow(book, self._show, ["people", "events", "answers"])

    def _look(self, text: str) -> None:
        if not text:
            self._before = ""
        found = check_question(text)
        self._instead = found.instead
        self.typing.show(seen_in(found) if text else Seen(say("forms.questions.empty")))

    def _take(self, offer: str) -> None:
        if self._instead:
            self._before = self._before or self.typing.text
        self.typing.fill(offer)
        self._look(offer)

    def _keep(self, _name: str, text: str) -> None:
        line = clean_line(text)
        if not line or len(line) > LINE_LIMIT:
            said = "forms.questions.empty" if not line else "forms.questions.long"
            self.note.say(say(said), "error")
            return
        chosen = self.whom.values["person"]
        person = next((one["id"] for one in chosen if one["id"] in self.book.people.index), None)
        event = self.event.value if self.event.value in self.book.events.index else None
        day = self._today or dt.date.today()
        try:
            with self.book.together("question"):
                asked = as_kept(line, clean_line(self._before)[:LINE_LIMIT], day, person, event)
                self.book.add("answers", **asked)
                if event is not None:
                    self._bring(event, line)
        except ShabakatiError as error:
            self.note.say(str(error), "error")
            return
        self.typing.fill("")
        self._look("")
        self.whom.fill({})
        say_done(self.book, self.note, say("forms.questions.saved"))

    def _bring(self, event: int, line: str) -> None:
        """Put the question with those that the event's plan holds."""
        questions = list(self.book.row("events", event)["questions"])
        if line not in questions and len(questions) < LIST_LIMIT:
            self.book.change("events", event, questions=[*questions, line])

    def _remove(self, key: str, _name: str) -> None:
        try:
            self.book.remove("answers", int(key))
        except ShabakatiError as error:
            self.note.say(str(error), "error")
            return
        say_done(self.book, self.note, say("forms.questions.removed"))

    def _show(self, _change: Any) -> None:
        events = self.book.events
        chosen = self.event.value
        options: list[tuple[str, int | None]] = [(say("forms.questions.no_event"), None)]
        options += [(str(name), int(str(id_))) for id_, name in events["name"].items()]
        self.event.options = options
        self.event.value = chosen if chosen in events.index else None
        self.event.layout.display = "" if len(events) else "none"
        found = kept(self.book.answers)[::-1][:_SHOWN]
        act = Press("remove", say("forms.questions.remove"))
        self.cards.show(Card(str(k.id), k.text, self._about(k), (act,)) for k in found)

    def _about(self, one: Kept) -> str:
        people, events = self.book.people, self.book.events
        who = name_of(people, one.person) if one.person else ""
        where = str(events.at[one.event, "name"]) if one.event in events.index else ""
        kind = say(f"coach.kind.{check_question(one.text).kind.value}")
        if who or where:
            return say("forms.questions.about_for", kind=kind, whom=who or where)
        return say("forms.questions.about", kind=kind)


def seen_in(found: Finding) -> Seen:
    """A finding in words."""
    fine = found.is_closed and not found.instead and found.kind is not Kind.LEADING
    tone = "good" if found.is_open else "warn" if found.is_closed and not fine else "plain"
    words = say_list(found.words) if found.words else ""
    why = say(f"coach.question.why.{found.why}", words=words)
    kind = say(f"coach.kind.{found.kind.value}")
    said = say(
        "forms.questions.verdict_fine" if fine else "forms.questions.verdict", kind=kind, why=why
    )
    heading = say("forms.questions.instead" if found.instead else "forms.questions.afterwards")
    return Seen(said, tone, offers=found.rewrites, heading=heading)


def questions(book: Workbook, today: dt.date | None = None) -> widgets.VBox:
    """The question coach, in Arabic and English, whichever is typed."""
    return root(QuestionCoach(book, today))
