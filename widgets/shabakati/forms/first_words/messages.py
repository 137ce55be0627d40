"""Drafts of messages, made from what the book knows: changed and copied here, sent by nobody."""

from __future__ import annotations

from typing import Any

import ipywidgets as widgets

from shabakati.coach.ground import common_ground
from shabakati.coach.messages import LANGUAGES, Message, draft, known_of
from shabakati.forms.fields import Action, Fields, Section
from shabakati.forms.finding import people_like
from shabakati.forms.first_words.typing import Act, Seen, Typing
from shabakati.forms.following import Following
from shabakati.forms.note import Note
from shabakati.forms.root import root
from shabakati.language import current_language, say, say_list, word
from shabakati.vocabulary import GoalState, Language
from shabakati.workbook import Workbook

YOU = 1  # the id of the profile's one row


class Drafts(Following):
    """What the message is for, to whom, in which language, about which goal; then its draft."""

    def __init__(self, book: Workbook) -> None:
        self.book = book
        self.note = Note()
        self.whom = Fields(
            "actions",
            [Section(("person",))],
            [Action("draft", say("forms.messages.draft"), "primary")],
            say("forms.messages.whom"),
            find=lambda text: people_like(book.people, text),
        )
        self.whom.on_action(lambda _name: self.write())
        self.message = widgets.Dropdown(
            options=[(say(f"coach.message.{m.value}"), m.value) for m in Message],
            description=say("forms.messages.what"),
        )
        self.language = widgets.Dropdown(
            options=[(word(Language(code)), code) for code in LANGUAGES],
            value=current_language(),
            description=say("forms.messages.language"),
        )
        self.goal = widgets.Dropdown(description=say("forms.messages.goal"))
        self.typing = Typing(
            say("forms.messages.text"),
            say("forms.messages.help"),
            [Act("again", say("forms.messages.again"))],
            rows=12,
            copy=say("forms.messages.copy"),
        )
        self.typing.on_act(lambda _name, _text: self.write())
        self.typing.layout.display = "none"
        choices = [self.message, self.language, self.goal]
        super().__init__([*choices, self.whom, self.note, self.typing])
        self._goals(None)
        self.follow(book, self._goals, ["goals"])

    def write_to(self, person: int) -> None:
        """Draft a message to this person."""
        name = str(self.book.people.at[person, "name"])
        self.whom.fill({"person": [{"id": person, "label": name}]})
        self.write()

    def write(self) -> None:
        """Draft the message anew; nobody chosen is said."""
        chosen = [c["id"] for c in self.whom.values["person"] if c["id"] in self.book.people.index]
        if not chosen:
            self.note.say(say("forms.messages.nobody"), "error")
            return
        self.note.clear()
        person, profile = self.book.row("people", chosen[0]), self.book.row("profile", YOU)
        goals = self.book.goals
        goal = self.book.row("goals", self.goal.value) if self.goal.value in goals.index else None
        ground = common_ground(chosen[0], self.book.people, self.book.events, profile)
        known = known_of(person, profile, goal, **ground._asdict())
        made = draft(Message(self.message.value), self.language.value, known)
        self.typing.layout.display = ""
        self.typing.fill(made.text)
        lacks = [say(f"coach.message.lacks.{name}") for name in made.missing]
        said = say("forms.messages.lacks", what=say_list(lacks)) if lacks else ""
        self.typing.show(Seen(said))

    def _goals(self, _change: Any) -> None:
        goals = self.book.goals
        open_ = goals[goals["state"].astype("object") == GoalState.OPEN]
        chosen = self.goal.value
        options: list[tuple[str, int | None]] = [
            (str(text), int(str(id_))) for id_, text in open_["text"].items()
        ]
        self.goal.options = [*options, (say("forms.messages.no_goal"), None)]
        self.goal.value = chosen if chosen in open_.index else self.goal.options[0][1]
        self.goal.layout.display = "" if options else "none"


def messages(book: Workbook) -> widgets.VBox:
    """Drafts of first and follow-up messages in both languages; never sent from here."""
    return root(Drafts(book))
