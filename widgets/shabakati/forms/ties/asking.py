"""The browser's side of asking who knows whom: one milieu at a time, then person by person."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

import anywidget
import traitlets as t

from shabakati.forms.browser import script, template, text_of, whole_of
from shabakati.language import say

KEY_LIMIT = 1_200  # characters; a key may hold the name of an organisation
MOST = 50  # people asked about
_WORDS = ("none", "none_more", "later", "clear", "choose_all", "others", "knows", "again")


class Question(NamedTuple):
    """A milieu as it is asked about: its people by id and name; at first all of them are chosen."""

    key: str
    title: str
    about: str
    people: tuple[tuple[int, str], ...]
    again: bool


class Person(NamedTuple):
    """Somebody, and the others of whom it is open or told whether they know them."""

    id: int
    name: str
    about: str
    others: tuple[tuple[int, str, bool], ...]


class Asking(anywidget.AnyWidget):
    """Shows the first question and the people below it; tells what is answered.

    `on_told(act)` calls `act(what, key, ids)`: `all` (these know each other), `none` (nobody else
    here does), `later`, `again`, `rest` (nobody else of all does), or `link` (two ids).
    """

    _esm = script("ties/asking")
    view = t.Dict().tag(sync=True)
    words = t.Dict().tag(sync=True)

    def __init__(self) -> None:
        super().__init__(words=_words())
        self._told: Callable[[str, str, list[int]], Any] = lambda what, key, ids: None
        self._questions: dict[str, Question] = {}
        self._pairs: set[tuple[int, int]] = set()
        self.on_msg(self._heard)

    def on_told(self, act: Callable[[str, str, list[int]], Any]) -> None:
        """Call `act(what, key, ids)` for each answer that fits what is shown."""
        self._told = act

    def show(
        self,
        questions: Sequence[Question],
        people: Sequence[Person],
        progress: dict[str, Any],
        put_off: int,
    ) -> None:
        """Show the first question, how many follow, and the people."""
        self._questions = {question.key: question for question in questions}
        self._pairs = {(p.id, other) for p in people for other, _, _ in p.others}
        first = questions[0] if questions else None
        self.view = {
            "question": first._asdict() if first else None,
            "left": say("forms.ties.left", n=len(questions)) if questions else "",
            "people": [person._asdict() for person in people],
            "progress": progress,
            "put_off": say("forms.ties.put_off", n=put_off) if put_off else "",
        }

    def _heard(self, _widget: Any, content: Any, _buffers: Any) -> None:
        what = text_of(content, "kind", 20)
        if what in ("all", "none", "later"):
            question = self._questions.get(text_of(content, "key", KEY_LIMIT) or "")
            ids = _ids(content)
            if question and (what != "all" or self._fits(question, ids)):
                self._told(what, question.key, ids)
        elif what in ("rest", "again"):
            self._told(what, "", [])
        elif what == "link":
            a, b = whole_of(content, "a"), whole_of(content, "b")
            if a is not None and b is not None and (a, b) in self._pairs:
                self._told("link", "", [a, b])

    @staticmethod
    def _fits(question: Question, ids: list[int]) -> bool:
        here = {id_ for id_, _ in question.people}
        return len(set(ids)) > 1 and here.issuperset(ids)


def _ids(content: Any) -> list[int]:
    found = content.get("ids") if isinstance(content, dict) else None
    if not isinstance(found, list) or len(found) > MOST:
        return []
    return [id_ for id_ in found if type(id_) is int]


def _words() -> dict[str, Any]:
    return {name: say(f"forms.ties.{name}") for name in _WORDS} | {
        "all": template("forms.ties.all", "count"),
        "two": say("forms.ties.two"),
        "choose": say("forms.ties.choose"),
        "opened": template("forms.ties.opened", "name"),
        "people": say("forms.ties.people"),
        "rest": say("forms.ties.rest"),
    }
