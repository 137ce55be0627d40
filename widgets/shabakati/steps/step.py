"""The shape that every step has, and what the page knows of a step."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

import ipywidgets as widgets

from shabakati.forms.one_by_one import Onward
from shabakati.forms.root import root
from shabakati.language import say
from shabakati.steps.prose import Reading, folded, heading, paragraphs
from shabakati.workbook import Workbook


class Step(NamedTuple):
    """One step of the walk: its name, how it is built, and whether it is done."""

    name: str
    build: Callable[[Workbook], widgets.Widget]
    is_done: Callable[[Workbook], bool]


class Section(NamedTuple):
    """A part of a step: its heading's key, and the widgets below it."""

    key: str
    widgets: Sequence[widgets.Widget]


def next_step(name: str) -> Onward:
    """The way to another step, for a form that comes to an end."""
    return Onward(name, say("steps.bar.next", name=say(f"steps.{name}.short")))


def lay_out(
    name: str,
    sections: Iterable[Section],
    reading: Reading,
    evidence_of: Iterable[str] = (),
) -> widgets.VBox:
    """Title, end and minutes · idea · do and see · what it shows and what to do next · further.

    The words are `steps.<name>.title`, `.end`, `.idea` and `.<section's key>`, and for each claim
    in `evidence_of` the three of `steps.evidence.<claim>`.
    """
    further = [
        folded(*(say(f"steps.evidence.{claim}.{part}") for part in ("claim", "found", "caveat")))
        for claim in evidence_of
    ]
    return root(
        heading(say(f"steps.{name}.title"), 1),
        paragraphs(say(f"steps.{name}.end"), say(f"steps.{name}.idea")),
        *(_card(name, section) for section in sections),
        _box("sh-card sh-next", [heading(say("steps.shape.shows")), reading]),
        *([_box("sh-further", [heading(say("steps.shape.further")), *further])] if further else []),
    )


def _card(name: str, section: Section) -> widgets.VBox:
    return _box("sh-card", [heading(say(f"steps.{name}.{section.key}")), *section.widgets])


def _box(names: str, children: Sequence[widgets.Widget]) -> widgets.VBox:
    box = widgets.VBox(children)
    for name in names.split():
        box.add_class(name)
    return box
