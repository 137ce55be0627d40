"""The ties of the map and its clusters as rows: who is joined to whom, and by what."""

from __future__ import annotations

from collections import Counter
from math import hypot
from typing import Any

import numpy as np
import pandas as pd

from shabakati.charts.map_frame import HALF
from shabakati.insight import clusters
from shabakati.language import say

LEAST, MOST = 3, 8  # people of a cluster that is shown, clusters of the map
_THIN, _PER_STRENGTH = 1.2, 0.8  # px; strength is 1 to 5

_INK = {"within": 0.3, "across": 0.5, "planned": 0.9}  # opacity of a line among few
_FEW = 120  # lines, beyond which each is fainter

Row = dict[str, Any]


def knowing(ties: pd.DataFrame) -> Counter[int]:
    """How many ties each person has."""
    return Counter(ties["a"].tolist()) + Counter(ties["b"].tolist())


def tie_rows(ties: pd.DataFrame, marks: list[Row]) -> list[Row]:
    """One row a line between two people who are both shown; the planned ones last."""
    at = {row["id"]: row for row in marks}
    strengths = ties["strength"] if "strength" in ties else pd.Series(np.nan, index=ties.index)
    words = {kind: say(f"charts.map.tie_{kind}") for kind in ("within", "across", "planned")}
    faint = min(1.0, (_FEW / max(len(ties), 1)) ** 0.5)
    rows = []
    for a, b, strength in zip(
        ties["a"].tolist(), ties["b"].tolist(), strengths.astype("float64").tolist(), strict=True
    ):
        p, q = at.get(a), at.get(b)
        if p is None or q is None:
            continue
        planned = p["planned"] or q["planned"]
        kind = "planned" if planned else "within" if p["group"] == q["group"] else "across"
        known = strength == strength
        rows.append(
            {
                "pair": f"{a}:{b}",
                "a": a,
                "b": b,
                "x": p["x"],
                "y": p["y"],
                "x2": q["x"],
                "y2": q["y"],
                "kind": kind,
                "ink": round(_INK[kind] * faint, 3) if kind != "planned" else _INK[kind],
                "width": round(_THIN + _PER_STRENGTH * (strength - 1), 2) if known else _THIN,
                "one": p["name"],
                "other": q["name"],
                "tie": words[kind],
                "strength": strength if known else None,
            }
        )
    return sorted(rows, key=lambda row: row["kind"] == "planned")


def cluster_rows(people: pd.DataFrame, ties: pd.DataFrame, marks: list[Row]) -> list[Row]:
    """One row a cluster of those shown, the largest first: a band through its people.

    Marks get the number of theirs as `cluster`, 0 for none. The band is the shortest tree that
    joins them, as a path in which the half width of the map is 1: it covers nobody else's sector
    as a hull would.
    """
    ids = [row["id"] for row in marks]
    found = clusters(people.loc[ids], ties).to_dict() if len(ties) else {}
    sizes = Counter(found.values())
    kept = [number for number, n in sizes.most_common() if n >= LEAST][:MOST]
    numbers = {number: place for place, number in enumerate(kept, 1)}
    inside: dict[int, list[Row]] = {}
    for row in marks:
        row["cluster"] = numbers.get(found.get(row["id"], -1), 0)
        if row["cluster"]:
            inside.setdefault(row["cluster"], []).append(row)
    return [
        {
            "cluster": number,
            "people": len(inside[number]),
            "spacing": inside[number][0]["spacing"],
            "path": _band([(row["x"], row["y"]) for row in inside[number]]),
            "word": say("charts.map.cluster", number=number),
            "says": say("charts.map.cluster_says", n=len(inside[number]), number=number),
        }
        for number in sorted(inside)
    ]


def _band(points: list[tuple[float, float]]) -> str:
    """The shortest tree through the points (Prim 1957), as a path."""
    at = np.array(points)
    apart = np.hypot(*(at - at[0]).T)
    nearest = np.zeros(len(at), dtype=int)
    left = np.ones(len(at), dtype=bool)
    left[0] = False
    parts = []
    for _ in range(len(at) - 1):
        here = int(np.where(left, apart, np.inf).argmin())
        parts.append(_line(points[nearest[here]], points[here]))
        left[here] = False
        reach = np.hypot(*(at - at[here]).T)
        closer = left & (reach < apart)
        apart[closer], nearest[closer] = reach[closer], here
    return "".join(parts)


def _line(a: tuple[float, float], b: tuple[float, float]) -> str:
    x, y, u, v = (round(number / HALF, 4) for number in (a[0], -a[1], b[0], -b[1]))
    if hypot(u - x, v - y) == 0:
        u += 1e-3  # a point has no cap
    return f"M{x},{y}L{u},{v}"
