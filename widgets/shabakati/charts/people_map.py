"""The map: you in the middle, rings of closeness, sectors of groups, shapes of network types."""

from __future__ import annotations

from math import cos, radians, sin
from typing import Any

import altair as alt
import pandas as pd

from shabakati.charts import map_layers as layers
from shabakati.charts.labels import place_labels
from shabakati.charts.parts import Table, finish
from shabakati.charts.positions import Plan, plan, positions, titles_at
from shabakati.charts.words import closeness_word, group_word, shown_name, type_word, wrapped
from shabakati.language import direction, say
from shabakati.look.theme import tokens
from shabakati.vocabulary import Closeness, Group

WIDEST = 720  # px
_WIDTHS = (340, 420, 520, 620, WIDEST)  # widths at which names are tried
_LABEL_LIMIT = 22  # characters of a name beside its mark
Area = tuple[float, float, float, float]  # x, y in units, half width, half height in px
_RINGS = [*(code.value for code in Closeness), None]
_SECTORS = [*(code.value for code in Group), None]


def map(people: pd.DataFrame, ties: pd.DataFrame | None = None) -> alt.LayerChart:
    """Everybody around you: the nearer, the closer.

    Parameters
    ----------
    people : DataFrame, one row per person, index `id`, with `name`, `group`, `network_type`,
        `closeness`; may be empty, then you stand alone among the empty sectors.
    ties : DataFrame, one row per pair who know each other: `a`, `b`; lines of the map.

    Returns
    -------
    A chart whose people carry their `id`. Beyond 300 people the outer rings show numbers.
    """
    division = plan(people)
    side = -1 if direction() == "rtl" else 1
    where = positions(people, division)
    where["x"] = (where["x"] * side).round(4)
    where["y"] = where["y"].round(4)
    areas = _areas(division, side)
    numbers = [(area["x"], area["y"], 20.0, 10.0) for area in areas if "label" in area]
    marks = _people(people, where, division, side, numbers)
    data: dict[str, list[dict[str, Any]]] = {
        "areas": areas,
        "rims": _rims(people, division, side),
        "rings": [
            {"x": round(x * side, 4), "y": round(y, 4), "label": _ring_title(ring)}
            for ring, (x, y) in enumerate(titles_at(division))
        ],
        "ties": _ties(ties, where),
        "people": marks,
    }
    chart = alt.layer(*layers.all_layers(division.spacing)).properties(
        width="container",
        height=round(WIDEST * layers.ASPECT),
        datasets=data,
    )
    return finish(
        chart, _says(people, division), _tables(), width=WIDEST, aspect=round(layers.ASPECT, 4)
    )


def _people(
    people: pd.DataFrame, where: pd.DataFrame, division: Plan, side: int, taken: list[Area]
) -> list[dict[str, Any]]:
    """One row a mark: where, what it is, and its name where that fits."""
    order = (where["x"].pow(2) + where["y"].pow(2)).sort_values(kind="stable").index
    shown = where.loc[order].join(people[["name", "group", "network_type", "closeness"]])
    short = [shown_name(str(name), _LABEL_LIMIT) for name in shown["name"]]
    small = tokens().font.small
    titles = [(x * side, y, 30.0, small * 0.7) for x, y in titles_at(division)]
    labels = place_labels(
        short,
        list(zip(shown["x"], shown["y"], strict=True)),
        widths=_WIDTHS,
        radius=layers.HALF,
        mark=[layers.mark_diameter(division.spacing, width) / 2 for width in _WIDTHS],
        size=small,
        taken=[(0.0, 0.0, layers.YOU, layers.YOU), *titles, *taken],
    )
    words = {code: group_word(code) for code in _SECTORS}
    rows = []
    for (person, row), text, label in zip(shown.iterrows(), short, labels, strict=True):
        group, kind = _code(row["group"]), _code(row["network_type"])
        told = {
            "name": shown_name(str(row["name"])),
            "group": words[group],
            "type": type_word(kind),
            "closeness": closeness_word(_code(row["closeness"])),
        }
        rows.append(
            {
                "id": int(person),  # type: ignore[call-overload]
                "x": row["x"],
                "y": row["y"],
                "colour": tokens().group[group or "none"],
                **told,
                "says": say("charts.map.person", **told),
                **({"label": text, **label._asdict()} if label else {}),
            }
        )
    return rows


def _areas(division: Plan, side: int) -> list[dict[str, Any]]:
    """One row a cell of the map; those whose people are not shown one by one carry a number."""
    most = max([n for (ring, _), n in division.sizes.items() if ring >= division.named] or [1])
    rows = []
    for sector, (first, last) in enumerate(division.arcs):
        code = _SECTORS[sector]
        for ring in range(len(division.bounds) - 1):
            n, inner, outer = (
                division.sizes.get((ring, sector), 0),
                *division.bounds[ring : ring + 2],
            )
            dense = ring >= division.named and n > 0
            turn, middle = radians((first + last) / 2), (inner + outer) / 2
            told = {"group": group_word(code), "closeness": closeness_word(_RINGS[ring])}
            rows.append(
                {
                    **_turned(first, last, side),
                    "inner": round(inner, 4),
                    "outer": round(outer, 4),
                    "x": round(middle * cos(turn) * side, 4),
                    "y": round(middle * sin(turn), 4),
                    "colour": tokens().group[code or "none"],
                    "strength": round(0.2 + 0.45 * (n / most) ** 0.5, 3)
                    if dense
                    else 0.06 + 0.04 * (ring % 2),
                    **told,
                    "people": n,
                    "says": say("charts.map.area", n=n, **told),
                    **(_number(n, inner, outer, (first, last)) if dense else {}),
                }
            )
    return rows


def _number(n: int, inner: float, outer: float, arc: tuple[float, float]) -> dict[str, Any]:
    """What a cell shows in place of its people, and the least width of the map for it."""
    text = f"{n:,}"
    return {"label": text, "least": layers.least_width(text, inner, outer, arc)}


def _rims(people: pd.DataFrame, division: Plan, side: int) -> list[dict[str, Any]]:
    """One row a sector: its coloured rim, and its name and number in the corner beside it."""
    rows = []
    for sector, (first, last) in enumerate(division.arcs):
        code = _SECTORS[sector]
        n = sum(size for (_, s), size in division.sizes.items() if s == sector)
        turn = radians((first + last) / 2)
        x, y = cos(turn) * side, sin(turn)
        beside, below = abs(x) > 0.3, y < 0
        label = f"{wrapped(group_word(code), 16)}  {n:,}"
        if beside:
            label = f"{wrapped(group_word(code))}\n{n:,}"
        rows.append(
            {
                **_turned(first, last, side),
                "colour": tokens().group[code or "none"],
                "word": group_word(code),
                "label": label,
                "x": round(layers.HALF * (1 if x > 0 else -1), 4) if beside else 0,
                "y": -layers.BELOW if below else layers.ABOVE,
                "align": ("right" if x > 0 else "left") if beside else "center",
                "baseline": "bottom" if below else "top",
                "dy": -layers.LINE * label.count("\n") if below else 0,
                "people": n,
            }
        )
    return rows


def _ties(ties: pd.DataFrame | None, where: pd.DataFrame) -> list[dict[str, Any]]:
    """One row a line between two people who are both shown."""
    if ties is None or not len(ties):
        return []
    seen = ties[ties["a"].isin(where.index) & ties["b"].isin(where.index)]
    at = where[["x", "y"]]
    ends = at.loc[seen["a"]].to_numpy(), at.loc[seen["b"]].to_numpy()
    return [
        {"a": int(a), "b": int(b), "x": p[0], "y": p[1], "x2": q[0], "y2": q[1]}
        for a, b, p, q in zip(seen["a"], seen["b"], *(end.tolist() for end in ends), strict=True)
    ]


def _turned(first: float, last: float, side: int) -> dict[str, float]:
    """The angles of an arc as Vega counts them: radians from the top, clockwise."""
    a, b = sorted((side * radians(90 - last), side * radians(90 - first)))
    return {"from": round(a, 5), "to": round(b, 5)}


def _ring_title(ring: int) -> str:
    return say(f"charts.ring.{_RINGS[ring] or 'none'}")


def _says(people: pd.DataFrame, division: Plan) -> str:
    """What the map shows, with its numbers."""
    closest = sum(n for (ring, _), n in division.sizes.items() if ring == 0)
    empty = [s for s in range(len(Group)) if not any(s == sector for _, sector in division.sizes)]
    return say(
        "charts.map.says",
        n=len(people),
        closest=say("charts.map.closest", n=closest),
        empty=say("charts.map.empty", n=len(empty)),
    )


def _tables() -> list[Table]:
    return [
        Table(
            "people",
            {
                "name": say("schema.people.name"),
                "group": say("schema.people.group"),
                "type": say("schema.people.network_type"),
                "closeness": say("schema.people.closeness"),
            },
        ),
        Table(
            "areas",
            {
                "group": say("schema.people.group"),
                "closeness": say("schema.people.closeness"),
                "people": say("charts.people"),
            },
        ),
    ]


def _code(value: Any) -> str | None:
    return value if isinstance(value, str) else None
