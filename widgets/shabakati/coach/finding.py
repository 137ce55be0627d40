"""What the coach finds in a question: its kind, why, the words that show it, and open ones."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple


class Kind(StrEnum):
    """What a question asks for, from the one that opens most to what asks nothing."""

    OPEN = "open"  # an account: how, why, what it is like
    ONE_FACT = "one_fact"  # a name, a number, a place, a day
    CHOICE = "choice"  # one of those that it names
    YES_NO = "yes_no"
    LEADING = "leading"  # assent: it brings its answer along
    NOT_A_QUESTION = "not_a_question"


class Judgement(NamedTuple):
    """A sentence's kind, the key of the reason, and the words of the sentence that show it."""

    kind: Kind
    why: str
    words: tuple[str, ...] = ()


class Finding(NamedTuple):
    """What `check_question` returns.

    `why` is the key of a reason (`coach.question.why.<why>` in the catalogs), `words` stand in
    `question`, the sentence that was judged; `rewrites` are open questions, none if it is open
    already: to ask `instead`, or, where a fact or a favour is asked for, once it is answered.
    """

    kind: Kind
    why: str
    words: tuple[str, ...]
    question: str
    language: str
    rewrites: tuple[str, ...]
    instead: bool = True

    @property
    def is_open(self) -> bool:
        """Whether it invites more than a word."""
        return self.kind is Kind.OPEN

    @property
    def is_closed(self) -> bool:
        """Whether it is a question that a word can answer."""
        return self.kind not in (Kind.OPEN, Kind.NOT_A_QUESTION)
