"""`ChartView`: draws any Altair chart, without the internet, in JupyterLab and in Voilà alike."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import altair as alt
import anywidget
import traitlets as t

from shabakati.charts.deeds import Click, Link, Place, heard
from shabakati.language import direction, say
from shabakati.look.assets import answer_assets, esm
from shabakati.look.theme import css_variables

_HERE = Path(__file__).parent
_BUTTONS = ("table", "chart", "png", "svg", "open", "failed", "retry", "more", "file")
_MODES = ("open", "place", "link")
_SAID = {
    "picked_place": ("name",),
    "picked_link": ("name",),
    "placed": ("name", "closeness"),
    "let_go": (),
}
_PARTS = ("table", "pictures", "marks", "light", "legend", "update", "modes", "link", "drag")


class ChartView(anywidget.AnyWidget):
    """A chart with its table, its pictures and its clicks.

    On a map people can be placed and linked too, once somebody hears it (`on_place`, `on_link`).
    `chart` can be set at any time and is drawn anew; None shows `empty`, a sentence that says what
    will appear. `clicked` is the id of the person pressed last, 0 before; the browser can only
    name ids that the chart holds.
    """

    _esm = esm("assets.js", *(_HERE / f"view_{part}.js" for part in _PARTS), _HERE / "view.js")
    _css = f".shabakati-chart, #vg-tooltip-element {{\n{css_variables()}\n}}\n" + (
        _HERE / "view.css"
    ).read_text(encoding="utf-8")

    spec: Any = t.Dict(allow_none=True, default_value=None).tag(sync=True)
    description = t.Unicode().tag(sync=True)
    words = t.Dict().tag(sync=True)
    direction = t.Unicode().tag(sync=True)
    modes = t.List(t.Unicode(), ["open"]).tag(sync=True)
    chart = t.Any(None, allow_none=True)
    clicked = t.Int(0)

    def __init__(self, chart: Any = None, *, empty: str | None = None, **traits: Any) -> None:
        self._empty = empty
        self._ids: set[int] = set()
        self._handlers: list[Callable[[int], object]] = []
        self._place: Callable[[int, str | None], object] | None = None
        self._link: Callable[[int, int], object] | None = None
        super().__init__(**traits)
        self.on_msg(self._hear)
        answer_assets(self)
        self.chart = chart
        if chart is None:
            self._draw()

    def on_click(self, handler: Callable[[int], object], remove: bool = False) -> None:
        """Call `handler(id)` each time a person's mark is pressed."""
        if remove:
            self._handlers.remove(handler)
        else:
            self._handlers.append(handler)

    def on_place(self, handler: Callable[[int, str | None], object]) -> None:
        """Offer that people are put on another ring: `handler(id, closeness)`, None for not set."""
        self._place = handler
        self._offer()

    def on_link(self, handler: Callable[[int, int], object]) -> None:
        """Offer that two people are pressed who know each other: `handler(a, b)`."""
        self._link = handler
        self._offer()

    def again(self) -> None:
        """Let the browser show the chart as it is here: what it moved ahead of us was refused."""
        self.send({"kind": "again"})

    def _offer(self) -> None:
        offered = {"place": self._place, "link": self._link}
        self.modes = ["open", *(mode for mode, act in offered.items() if act)]

    @t.observe("chart")
    def _draw(self, _change: Any = None) -> None:
        spec = _spec(self.chart)
        self._ids = {person for person in _ids(spec) if person > 0} if spec else set()
        with self.hold_sync():
            self.direction = direction()
            self.words = _words(self._empty)
            self.description = (spec or {}).get("description") or self.words["chart_of"]
            self.spec = spec

    def _hear(self, _widget: Any, content: Any, _buffers: Any) -> None:
        deed = heard(content, self._ids)
        if isinstance(deed, Click):
            self.clicked = deed.person
            for handler in list(self._handlers):
                handler(deed.person)
        elif isinstance(deed, Place) and self._place:
            self._place(deed.person, deed.closeness)
        elif isinstance(deed, Link) and self._link:
            self._link(deed.a, deed.b)

    def __repr__(self) -> str:
        return self.description


def show_with_chart_view() -> None:
    """Make `ChartView` the renderer of every Altair chart."""
    alt.renderers.register("shabakati", _render)
    alt.renderers.enable("shabakati")


def _render(spec: dict[str, Any], **_options: Any) -> Any:
    return ChartView(spec)._repr_mimebundle_()


def _spec(chart: Any) -> dict[str, Any] | None:
    if chart is None or isinstance(chart, dict):
        return chart
    found: dict[str, Any] = chart.to_dict(validate=False)  # ours are tested; Vega tells of others
    return found


def _words(empty: str | None) -> dict[str, str]:
    words = {name: say(f"charts.view.{name}") for name in (*_BUTTONS, "modes", "legend", "all")}
    words |= {f"mode_{mode}": say(f"charts.view.mode_{mode}") for mode in _MODES}
    words |= {f"help_{mode}": say(f"charts.view.help_{mode}") for mode in _MODES}
    for name, values in _SAID.items():  # the browser fills them in
        words[name] = say(f"charts.view.{name}", **{value: f"{{{value}}}" for value in values})
    words["unset"] = say("charts.none.closeness")
    return {**words, "chart_of": say("charts.view.chart_of"), "empty": empty or say("charts.empty")}


def _ids(spec: dict[str, Any]) -> Iterator[int]:
    """The ids among the rows of a chart's data."""
    for part in _data(spec):
        for row in part:
            if isinstance(row, dict) and type(row.get("id")) is int:
                yield row["id"]


def _data(node: Any) -> Iterator[list[Any]]:
    """All rows that a spec carries, in its datasets and in its views."""
    if not isinstance(node, dict):
        return
    datasets = node.get("datasets")
    yield from (rows for rows in (datasets or {}).values() if isinstance(rows, list))
    data = node.get("data")
    if isinstance(data, dict) and isinstance(data.get("values"), list):
        yield data["values"]
    for key in ("layer", "concat", "hconcat", "vconcat"):
        for child in node.get(key) or ():
            yield from _data(child)
    yield from _data(node.get("spec"))
