"""A form's fields, each made from a column of the schema: label, help, input and error together."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any, Literal, NamedTuple

import anywidget
import traitlets as t

from shabakati.forms.browser import NAME_LIMIT, script, template, text_of
from shabakati.forms.values import LTR, NAMES, clean, empty, from_form, is_reference
from shabakati.language import has, say, word
from shabakati.people.letters import normalise as plain
from shabakati.schema import LINE_LIMIT, Column, column
from shabakati.vocabulary import Country

CHIPS = 7  # up to so many choices are shown side by side, more in a list that opens
_INPUTMODES = {"emails": "email", "phones": "tel", "url": "url"}


class Section(NamedTuple):
    """Fields that belong together; with a title they can be folded away."""

    columns: tuple[str, ...]
    title: str = ""
    open: bool = True


class Action(NamedTuple):
    """A button below the fields; `name` is what the handler gets."""

    name: str
    label: str
    tone: Literal["primary", "plain", "danger"] = "plain"


class Found(NamedTuple):
    """A person, or a row of another table, that a reference may point to."""

    id: int
    label: str
    about: str = ""


Find = Callable[[str], Iterable[Found]]


def field_spec(table: str, col: Column) -> dict[str, Any]:
    """What the browser needs to know of a column to ask for it."""
    help_key = f"forms.help.{table}.{col.name}"
    if has(help_key):
        help_text = say(help_key)
    elif col.kind == "lines":
        help_text = say("forms.help.one_a_line" if col.name in NAMES else "forms.help.several")
    else:
        help_text = ""
    options = [
        {"value": str(choice), "label": word(choice) if col.vocabulary else str(choice)}
        for choice in col.choices
    ]
    if col.vocabulary is Country:
        options.sort(key=lambda option: plain(option["label"]))
    return {
        "name": col.name,
        "label": say(f"schema.{table}.{col.name}"),
        "help": help_text,
        "required": col.required,
        "widget": _widget(col),
        "many": col.kind in ("choices", "ids"),
        "options": options,
        "dir": "ltr" if col.name in LTR else "auto",
        "inputmode": _INPUTMODES.get(col.name)
        or {"integer": "numeric", "number": "decimal"}.get(col.kind),
        "rows": 2 if col.kind == "lines" else 4,
        "wide": col.kind == "text" or col.required,
    }


def _widget(col: Column) -> str:
    """The kind of input that suits a column."""
    if is_reference(col):
        return "reference"
    if col.kind == "choices" or (col.kind == "choice" and len(col.choices) <= CHIPS):
        return "chips"
    kinds = {"choice": "select", "text": "long", "lines": "long", "date": "date"}
    return kinds.get(col.kind, "plain")


class Fields(anywidget.AnyWidget):
    """One form. The handler of `on_action` gets an action's name when its button is pressed.

    `values` is what the form shows (kept also while it is being typed), `cells()` the same as
    the schema has it. `find` looks up what a reference may point to, for all columns or by column.
    What comes from the browser is cut to the shape that the form sends.
    """

    _esm = script("inputs", "fields")
    form = t.Dict().tag(sync=True)
    shown = t.Dict().tag(sync=True)
    problems = t.Dict().tag(sync=True)

    def __init__(
        self,
        table: str,
        sections: Iterable[Section],
        actions: Iterable[Action],
        label: str,
        find: Find | Mapping[str, Find] | None = None,
    ) -> None:
        self.table = table
        sections = list(sections)
        self._columns = {n: column(table, n) for s in sections for n in s.columns}
        self._serial = 0
        self._find = find if isinstance(find, Mapping) else dict.fromkeys(self._columns, find)
        self._act: Callable[[str], Any] | None = None
        self._drawn = {
            "label": label,
            "sections": [
                {
                    "title": section.title,
                    "open": section.open,
                    "fields": [field_spec(table, self._columns[n]) for n in section.columns],
                }
                for section in sections
            ],
            "words": {
                "unsaid": say("forms.field.unsaid"),
                "required": say("forms.field.required"),
                "find": say("forms.field.find"),
                "nobody": say("forms.field.nobody"),
                "unpick": template("forms.field.unpick", "name"),
            },
        }
        super().__init__(shown={"serial": 0, "values": self._cleaned({})})
        self.set_actions(actions)
        self.on_msg(self._heard)

    def set_actions(self, actions: Iterable[Action]) -> None:
        """Show these buttons below the fields."""
        actions = list(actions)
        self._names = {action.name for action in actions}
        self.form = {**self._drawn, "actions": [action._asdict() for action in actions]}

    def on_action(self, act: Callable[[str], Any]) -> None:
        """Call `act(name)` when a button is pressed; what was typed is in `values` by then."""
        self._act = act

    @property
    def values(self) -> dict[str, Any]:
        """What the form shows, by column."""
        return dict(self.shown["values"])

    def fill(self, values: Mapping[str, Any]) -> None:
        """Show these values, and no problems; a column that is not named becomes empty."""
        self._serial += 1
        self.shown = {"serial": self._serial, "values": self._cleaned(values)}
        self.problems = {}

    def cells(self, since: Mapping[str, Any] | None = None) -> dict[str, Any]:
        """The values as cells of the schema; only those that differ from `since`, if given."""
        return {
            name: from_form(self._columns[name], value)
            for name, value in self.values.items()
            if since is None or value != since.get(name)
        }

    def focus(self) -> None:
        """Put the cursor into the first field."""
        self.send({"kind": "done", "focus": next(iter(self._columns))})

    @t.validate("shown")
    def _shape(self, proposal: Any) -> dict[str, Any]:
        value = proposal["value"]
        values = value.get("values") if isinstance(value, dict) else None
        return {"serial": self._serial, "values": self._cleaned(values)}

    def _cleaned(self, values: Any) -> dict[str, Any]:
        known = values if isinstance(values, Mapping) else {}
        return {
            name: clean(col, known[name]) if name in known else empty(col)
            for name, col in self._columns.items()
        }

    def _heard(self, _widget: Any, content: Any, _buffers: Any) -> None:
        kind = text_of(content, "kind", NAME_LIMIT)
        if kind == "find":
            self._look_up(text_of(content, "field", NAME_LIMIT), content)
        elif kind in ("typed", "act"):
            self.shown = {"serial": self._serial, "values": content.get("values")}
        if kind == "act":
            name = text_of(content, "name", NAME_LIMIT)
            try:
                if self._act is not None and name in self._names:
                    self._act(name)
            finally:
                first = next(iter(self._columns))
                self.send({"kind": "done", "focus": first if self._emptied() else None})

    def _emptied(self) -> bool:
        return self.values == self._cleaned({})

    def _look_up(self, field: str | None, content: Any) -> None:
        text = text_of(content, "text", LINE_LIMIT)
        col = self._columns.get(field or "")
        find = self._find.get(field or "")
        if find is None or text is None or col is None or not is_reference(col):
            return
        people = [found._asdict() for found in find(text)]
        self.send({"kind": "found", "field": field, "text": text, "people": people})
