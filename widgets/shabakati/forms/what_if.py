"""What one more acquaintance would change, and one press that makes it a plan."""

from __future__ import annotations

import datetime as dt
from html import escape

import ipywidgets as widgets
import pandas as pd

from shabakati import charts
from shabakati.charts import ChartView
from shabakati.errors import ShabakatiError
from shabakati.forms.following import Following
from shabakati.forms.note import Note
from shabakati.forms.root import root
from shabakati.forms.undo import say_done
from shabakati.insight.reading_map import mapped
from shabakati.insight.what_if import Plan, emptiest, planned, what_if
from shabakati.language import say, word
from shabakati.vocabulary import Group
from shabakati.workbook import Workbook

SOON = 14  # days until what is planned here is due
NOBODY = 0
_WHOLE = ("people", "components")


class WhatIf(Following):
    """A group, and who could introduce you: the numbers before and after, and the map after."""

    def __init__(self, book: Workbook, today: dt.date | None = None) -> None:
        self.book, self.today = book, today
        self.note = Note()
        self.group = widgets.Dropdown(
            options=[(word(group), group.value) for group in Group],
            value=emptiest(book.people).value,
            description=say("forms.what_if.group"),
        )
        self.through = widgets.Dropdown(description=say("forms.what_if.through"))
        self.shown = widgets.HTML()
        self.shown.add_class("sh-what-if")
        self.view = ChartView(None, empty=say("forms.what_if.empty"))
        self.plan = widgets.Button(description=say("forms.what_if.plan"))
        self.plan.add_class("sh-primary")
        self.plan.on_click(lambda _: self._plan())
        super().__init__([self.group, self.through, self.shown, self.view, self.plan, self.note])
        self._offer()
        for choice in (self.group, self.through):
            choice.observe(lambda _: self._draw(), names=["value"])
        self.follow(book, lambda _: self._changed(), ["people", "ties"])
        self._draw()

    def _changed(self) -> None:
        self._offer()
        self._draw()

    def _offer(self) -> None:
        """Those of the circle who could introduce you, the nearest first."""
        people = mapped(self.book.people, self.book.ties).people.sort_values("closeness")
        named = [(str(name), int(i)) for i, name in zip(people.index, people["name"], strict=True)]
        chosen = self.through.value
        self.through.options = [(say("forms.what_if.nobody"), NOBODY), *named]
        self.through.value = chosen if chosen in {id_ for _, id_ in named} else NOBODY

    def _chosen(self) -> Plan:
        through = int(self.through.value or NOBODY)
        return Plan(Group(self.group.value), through=through or None)

    def _draw(self) -> None:
        here = mapped(self.book.people, self.book.ties)
        if here.people.empty:
            self.shown.value = ""
            self.view.chart = None
            self.plan.disabled = True
            return
        self.plan.disabled = False
        plan = self._chosen()
        self.shown.value = _table(what_if(*here, plan))
        new, tie = planned(here.people, plan, say("forms.what_if.new"))
        self.view.chart = charts.map(*here, planned=new, planned_ties=tie)

    def _plan(self) -> None:
        plan = self._chosen()
        day = (self.today or dt.date.today()) + dt.timedelta(SOON)
        text = say("forms.what_if.action", group=word(plan.group))
        told = {"text": text, "due": day, "minutes": 60, "reason": f"what_if:{plan.group.value}"}
        try:
            self.book.add("actions", **told, person=plan.through)
        except ShabakatiError as error:
            self.note.say(str(error), "error")
            return
        say_done(self.book, self.note, say("forms.what_if.planned"))


def _table(found: pd.DataFrame) -> str:
    heads = "".join(
        f'<th scope="col">{escape(say(f"forms.what_if.{head}"))}</th>'
        for head in ("measure", "before", "after")
    )
    rows = "".join(
        f'<tr><th scope="row">{escape(say(f"schema.snapshots.{name}"))}</th>'
        f"<td>{_number(name, before)}</td><td>{_number(name, after)}</td></tr>"
        for name, before, after in zip(found.index, found["before"], found["after"], strict=True)
    )
    return f"<table><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>"


def _number(name: str, value: float) -> str:
    if pd.isna(value):
        return "–"
    return f"{value:,.0f}" if name in _WHOLE else f"{value:.3f}"


def what_if_form(book: Workbook, today: dt.date | None = None) -> widgets.VBox:
    """If you met one more person: of which group, through whom, and what it would change.

    Parameters
    ----------
    today : the day from which a plan is dated; the clock's unless given.
    """
    return root(WhatIf(book, today))
