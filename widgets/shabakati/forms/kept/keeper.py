"""When the book is kept in the browser, when it comes back, and what may be said of it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Literal

from shabakati.errors import ShabakatiError
from shabakati.forms.browser import template
from shabakati.forms.following import Following
from shabakati.forms.kept.outbox import Later, Outbox
from shabakati.forms.kept.parcel import unpack
from shabakati.forms.kept.refused import Refused
from shabakati.forms.kept.store import BrowserStore
from shabakati.language import current_language, direction, say
from shabakati.schema import TABLES
from shabakati.workbook import Workbook

Phase = Literal[
    "asking", "empty", "saving", "kept", "failed", "refused", "elsewhere", "taken", "forgotten"
]
_STILL = ("elsewhere", "taken")  # another tab has the book
_ANSWERING = ("asking", *_STILL)  # what the browser holds is still to be told
_KEEPING = ("empty", "saving", "kept", "failed", "forgotten")


class Keeper(Following):
    """Keeps a book in the reader's browser and brings it back; shows what is true of that.

    Nothing is kept before the browser has told what it holds, and nothing is called kept before
    the browser has said so. `anew()` is called when the book has become an empty one, `rest(still)`
    tells whether another tab goes on instead.
    """

    def __init__(
        self,
        book: Workbook,
        anew: Callable[[], Any],
        rest: Callable[[bool], Any],
        later: Later | None = None,
    ) -> None:
        self.book = book
        self.phase: Phase = "asking"
        self.why = ""
        self.at = 0  # ms since 1970, by the browser's clock, when it was kept
        self._anew, self._rest = anew, rest
        self._dirty = self._yielding = False
        self._refused = b""
        self._beside: list[Refused] = []
        self.store = BrowserStore(self)
        self.outbox = Outbox(self.store, self._read, self._failed, later)
        super().__init__([self.store])
        self.add_class("sh-keeper")
        self.follow(book, self._changed, TABLES)
        self.speak()

    def speak(self) -> None:
        """Say everything in the language spoken now."""
        words = {key: say(f"kept.{key}") for key in WORDS}
        words["kept"] = template("kept.kept", "time")
        self.store.words = words | {"language": current_language(), "direction": direction()}
        self._show()

    def close(self) -> None:
        """Keep nothing any more."""
        self.outbox.stop()
        super().close()

    def begin_anew(self) -> None:
        """Let the book of this page take the place of one that could not be opened."""
        if self.phase == "refused":
            self._dirty = True
            self._go_on("empty")

    # What the browser says.

    def nothing(self) -> None:
        """The browser holds no book: this one begins."""
        if self.phase in _ANSWERING:
            self._dirty = self.book.changes > 0
            self._go_on("empty")

    def found(self, packed: bytes, at: int) -> None:
        """The browser holds this book: the page goes on with it, or says why it cannot."""
        if self.phase not in _ANSWERING:
            return
        data = packed
        try:
            data = unpack(packed)
            book = Workbook.from_bytes(data)
        except ShabakatiError as error:
            self._refused = data
            self._go_on("refused", why="newer" if error.key == "book.newer" else "damaged")
            return
        self._become(book)
        self._go_on("kept", at)

    def blocked(self) -> None:
        """The browser lets nothing be kept."""
        if self.phase in _ANSWERING:
            self._go_on("failed", why="blocked")

    def kept(self, seq: int, at: int) -> None:
        """What was sent under this number is in the browser's storage: now it may be said."""
        if not self.outbox.answered(seq):
            return
        if self._yielding:
            self._yield_on()
        elif self._dirty:
            self.outbox.soon()
        else:
            self._say("kept", at)

    def lost(self, seq: int, why: str) -> None:
        """It is not: another tab has written since, or the storage does not take it."""
        if self.outbox.answered(seq):
            self._failed(why)

    def here(self, seq: int, at: int) -> None:
        """The connection is back, and this was kept last: what was lost on the way goes again."""
        if self.outbox.flying == seq > 0:
            self.kept(seq, at)
        elif self.outbox.flying or self.why == "broken":
            self.outbox.now()

    def elsewhere(self, taken: bool) -> None:
        """Another tab has the book, maybe since a moment ago: this one stands still."""
        self.outbox.stop()
        self._say("taken" if taken else "elsewhere")
        self._rest(True)

    def yield_(self) -> None:
        """Stand still, and keep what is not kept yet before another tab goes on."""
        if self.phase in _STILL:
            return
        unkept = (self._dirty or self.outbox.flying > 0) and self.phase in _KEEPING
        self.elsewhere(taken=True)
        self._yielding, self._dirty = True, unkept
        self._yield_on()

    def forget(self) -> None:
        """Begin with an empty book: the one before is nowhere any more."""
        self._become(Workbook.in_memory())
        self._anew()
        self._go_on("forgotten")
        self.store.fresh()

    def forgotten(self) -> None:
        """The reader was forgotten in another tab: this one holds nothing either."""
        if self.phase in _STILL:
            self._become(Workbook.in_memory())
            self._anew()
        else:
            self.forget()

    # What is done about it.

    def _changed(self, _change: Any) -> None:
        self._dirty = True
        if self.phase in _KEEPING and self.why != "blocked":
            self._say("saving")
            self.outbox.soon()

    def _read(self) -> bytes:
        self._dirty = False
        return self.book.to_bytes()

    def _failed(self, why: str) -> None:
        self._dirty = True
        if self._yielding:
            self._dirty = False
            self._yield_on()
        elif why == "stale":
            self.elsewhere(taken=True)
        else:
            self._say("failed", why=why)

    def _yield_on(self) -> None:
        if self._dirty:
            self.outbox.now()
        else:
            self._yielding = False
            self.store.yielded()

    def _become(self, book: Workbook) -> None:
        self.book.become(book)
        self.outbox.stop()
        self._dirty = self._yielding = False

    def _go_on(self, phase: Phase, at: int = 0, why: str = "") -> None:
        self._say(phase, at, why)
        self._rest(False)
        if self._dirty and phase == "empty":
            self._say("saving")
            self.outbox.soon()

    def _say(self, phase: Phase, at: int = 0, why: str = "") -> None:
        self.phase, self.at, self.why = phase, at, why
        self._show()

    def _show(self) -> None:
        self.store.state = {"phase": self.phase, "at": self.at, "why": self.why}
        before, self._beside = self._beside, []
        if self.phase == "refused":
            text = say(f"kept.{self.why}")
            self._beside = [Refused(text, self._refused, self.begin_anew)]
        else:
            self._refused = b""
        self.children = [self.store, *self._beside]
        for refused in before:
            refused.close()


WORDS = (
    "asking",
    "empty",
    "saving",
    "failed_full",
    "failed_blocked",
    "failed_large",
    "failed_broken",
    "offline",
    "refused",
    "forgotten",
    "elsewhere",
    "elsewhere_how",
    "taken",
    "taken_how",
    "go_on",
    "going_on",
    "mine",
    "where",
    "private",
    "may_clear",
    "forget",
    "forget_sure",
    "forget_yes",
    "forget_no",
)
