"""What each column of somebody's own table is, as it was found, to be corrected."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import anywidget
import pandas as pd
import traitlets as t

from shabakati.forms.browser import NAME_LIMIT, script, text_of, whole_of
from shabakati.intake import table
from shabakati.language import say
from shabakati.schema import clean_line

FIELDS = tuple(field for field in table.FIELDS if field)
_NAMES = frozenset({"name", "first_name", "middle_name", "last_name"})
_LONGEST = 60  # characters that are shown of a heading or of a cell
_SAMPLES = 3  # cells
_TOGETHER = 8  # so many columns are shown one beside the other, whatever they hold
_MOST = 200  # columns that can be corrected


class Columns(anywidget.AnyWidget):
    """A list of fields for each column; `on_change(fields)` tells what each place is now.

    `fields` is what every column is taken for, by its place; one that is left out is not in it.
    Columns that nothing was found for are folded away where there are many.
    """

    _esm = script("columns")
    shown = t.Dict().tag(sync=True)

    def __init__(self) -> None:
        super().__init__(
            shown={"columns": [], "rest": [], "options": [], "words": {}, "problem": ""}
        )
        self.fields: dict[int, str] = {}
        self._drawn: list[dict[str, Any]] = []
        self._folded: frozenset[int] = frozenset()
        self._change: Callable[[dict[int, str]], Any] = lambda fields: None
        self.on_msg(self._heard)

    def on_change(self, act: Callable[[dict[int, str]], Any]) -> None:
        """Call `act(fields)` when a column is taken for something else."""
        self._change = act

    def show(self, proposal: pd.DataFrame) -> None:
        """Show what the columns were taken for (`Intake.proposal`)."""
        drawn: list[dict[str, Any]] = []
        for place, row in zip(proposal.index.tolist(), proposal.to_dict("records"), strict=True):
            drawn.append(
                {
                    "place": place,
                    "heading": _shown(row["heading"])
                    or say("forms.import.column", place=place + 1),
                    "samples": [_shown(text) for text in row["samples"][:_SAMPLES]],
                    "field": row["field"] if row["field"] in FIELDS else "",
                }
            )
        self.fields = {c["place"]: c["field"] for c in drawn if c["field"]}
        self._drawn = [c for c in drawn if c["samples"] or c["field"]][:_MOST]
        many = len(self._drawn) > _TOGETHER
        # Which are folded is settled here: a column does not move while it is corrected.
        self._folded = frozenset(c["place"] for c in self._drawn if many and not c["field"])
        self._draw()

    def _draw(self) -> None:
        has_name = bool(_NAMES & set(self.fields.values()))
        columns = [c | {"field": self.fields.get(c["place"], "")} for c in self._drawn]
        self.shown = {
            "columns": [c for c in columns if c["place"] not in self._folded],
            "rest": [c for c in columns if c["place"] in self._folded],
            "options": [
                {"value": "", "label": say("forms.import.leave_out")},
                *({"value": field, "label": _word(field)} for field in FIELDS),
            ],
            "words": {
                "title": say("forms.import.columns"),
                "help": say("forms.import.columns_help"),
                "rest": say("forms.import.columns_rest", n=len(self._folded)),
            },
            "problem": "" if has_name else say("forms.import.no_name"),
        }

    def _heard(self, _widget: Any, content: Any, _buffers: Any) -> None:
        place, field = whole_of(content, "place"), text_of(content, "field", NAME_LIMIT)
        known = place in {c["place"] for c in self._drawn} and field in ("", *FIELDS)
        if text_of(content, "kind", NAME_LIMIT) != "choose" or place is None or not known:
            return
        self.fields = {p: f for p, f in self.fields.items() if p != place}
        if field:
            self.fields[place] = field
        self._draw()
        self._change(dict(self.fields))


def _word(field: str) -> str:
    """A field by the word that people's columns have, or by its own where there is no such one."""
    own = field in ("first_name", "middle_name", "last_name", "email", "phone")
    return say(f"forms.import.field.{field}" if own else f"schema.people.{field}")


def _shown(text: Any) -> str:
    """A text of the file as it may be shown: one line, not too long, nothing unseen in it."""
    line = clean_line(str(text)[: 4 * _LONGEST])
    return line if len(line) <= _LONGEST else f"{line[:_LONGEST]}…"
