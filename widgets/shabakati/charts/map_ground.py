"""The ground of the map as rows: its cells, the rims of its sectors, the names of its rings."""

from __future__ import annotations

from math import cos, radians, sin
from typing import Any

from shabakati.charts import map_frame as frame
from shabakati.charts.landing import middle
from shabakati.charts.map_text import least_width
from shabakati.charts.positions import Plan, titles_at
from shabakati.charts.words import closeness_word, group_word, wrapped
from shabakati.language import say
from shabakati.look.theme import tokens
from shabakati.vocabulary import Closeness, Group

RINGS = [*(code.value for code in Closeness), None]
SECTORS = [*(code.value for code in Group), None]


def area_rows(division: Plan, side: int) -> list[dict[str, Any]]:
    """One row a cell of the map; those whose people are not shown one by one carry a number."""
    most = max([n for (ring, _), n in division.sizes.items() if ring >= division.named] or [1])
    rows = []
    for sector, (first, last) in enumerate(division.arcs):
        code = SECTORS[sector]
        for ring in range(len(division.bounds) - 1):
            n, inner, outer = (
                division.sizes.get((ring, sector), 0),
                *division.bounds[ring : ring + 2],
            )
            dense = ring >= division.named and n > 0
            x, y = middle(division, (ring, sector))
            told = {"group": group_word(code), "closeness": closeness_word(RINGS[ring])}
            rows.append(
                {
                    "cell": f"{ring}-{sector}",
                    "ring": ring,
                    **_turned(first, last, side),
                    "inner": round(inner, 4),
                    "outer": round(outer, 4),
                    "x": round(x * side, 4),
                    "y": round(y, 4),
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


def rim_rows(division: Plan, side: int) -> list[dict[str, Any]]:
    """One row a sector: its coloured rim, and its name and number in the corner beside it."""
    rows = []
    for sector, (first, last) in enumerate(division.arcs):
        code = SECTORS[sector]
        n = sum(size for (_, s), size in division.sizes.items() if s == sector)
        turn = radians((first + last) / 2)
        x, y = cos(turn) * side, sin(turn)
        beside, below = abs(x) > 0.3, y < 0
        label = f"{wrapped(group_word(code), 16)}  {n:,}"
        if beside:
            label = f"{wrapped(group_word(code))}\n{n:,}"
        rows.append(
            {
                "sector": sector,
                **_turned(first, last, side),
                "colour": tokens().group[code or "none"],
                "word": group_word(code),
                "label": label,
                "x": round(frame.HALF * (1 if x > 0 else -1), 4) if beside else 0,
                "y": -frame.BELOW if below else frame.ABOVE,
                "align": ("right" if x > 0 else "left") if beside else "center",
                "baseline": "bottom" if below else "top",
                "dy": -frame.LINE * label.count("\n") if below else 0,
                "people": n,
            }
        )
    return rows


def ring_rows(division: Plan, side: int) -> list[dict[str, Any]]:
    """One row a ring: its name, where it stands."""
    return [
        {
            "title": ring,
            "x": round(x * side, 4),
            "y": round(y, 4),
            "label": say(f"charts.ring.{RINGS[ring] or 'none'}"),
        }
        for ring, (x, y) in enumerate(titles_at(division))
    ]


def _number(n: int, inner: float, outer: float, arc: tuple[float, float]) -> dict[str, Any]:
    """What a cell shows in place of its people, and the least width of the map for it."""
    text = f"{n:,}"
    return {"label": text, "least": least_width(text, inner, outer, arc)}


def _turned(first: float, last: float, side: int) -> dict[str, float]:
    """The angles of an arc as Vega counts them: radians from the top, clockwise."""
    a, b = sorted((side * radians(90 - last), side * radians(90 - first)))
    return {"from": round(a, 5), "to": round(b, 5)}
