"""The people of the map as rows: where each stands, what they are, and their name if it fits."""

from __future__ import annotations

from collections import Counter
from typing import Any

import pandas as pd

from shabakati.charts import map_frame as frame
from shabakati.charts.labels import Label, place_labels
from shabakati.charts.landing import landings
from shabakati.charts.map_ground import SECTORS
from shabakati.charts.positions import Plan, titles_at
from shabakati.charts.words import closeness_word, group_word, shown_name, type_word
from shabakati.language import say
from shabakati.look.theme import tokens
from shabakati.vocabulary import Closeness, NetworkType

WIDEST = 720  # px
_WIDTHS = (340, 420, 520, 620, WIDEST)  # widths at which names are tried
_LABEL_LIMIT = 22  # characters of a name beside its mark
Area = tuple[float, float, float, float]  # x, y in units, half width, half height in px


def people_rows(
    people: pd.DataFrame,
    where: pd.DataFrame,
    division: Plan,
    *,
    knows: Counter[int],
    parts: pd.Series,
    side: int,
    taken: list[Area],
    movable: bool,
) -> list[dict[str, Any]]:
    """One row a mark, the innermost first.

    Parameters
    ----------
    people : with `name`, `group`, `network_type`, `closeness`; ids below 0 are only planned.
    where : what `positions` gives, `x` mirrored where the page is.
    knows : how many ties each person has. parts : what `insight.bridges` gives.
    side : -1 where the map is mirrored. taken : what names must leave free.
    movable : whether each row says where its person would stand in the other rings.
    """
    order = (where["x"].pow(2) + where["y"].pow(2)).sort_values(kind="stable").index
    shown = where.loc[order].join(people[["name", "group", "network_type", "closeness"]])
    short = [shown_name(str(name), _LABEL_LIMIT) for name in shown["name"]]
    labels = _labels(short, shown, division, side, taken)
    words = {code: group_word(code) for code in SECTORS}
    types = {code: type_word(code) for code in [*(c.value for c in NetworkType), None]}
    rings = {code: closeness_word(code) for code in [*(c.value for c in Closeness), None]}
    land = landings(where.assign(x=where["x"] * side), division) if movable else {}
    look, joins = tokens(), parts.to_dict()
    rows = []
    columns = ("x", "y", "ring", "name", "group", "network_type", "closeness")
    for person, text, label, x, y, ring, name, group, kind, closeness in zip(
        shown.index.tolist(), short, labels, *(shown[c].tolist() for c in columns), strict=True
    ):
        code, planned, joined = _code(group), person < 0, joins.get(person, 0)
        told = {
            "name": shown_name(str(name)),
            "group": words[code],
            "type": types[_code(kind)],
            "closeness": rings[_code(closeness)],
            "knows": say("charts.map.knows", n=knows[person]),
            "joins": say("charts.map.joins", n=joined) if joined else say("charts.map.joins_none"),
        }
        key = "planned_person" if planned else "bridge_person" if joined else "person"
        rows.append(
            {
                "id": person,
                "x": x,
                "y": y,
                "ring": ring,
                "spacing": division.spacing,
                "colour": look.colour.surface if planned else look.group[code or "none"],
                "edge": look.group[code or "none"] if planned else look.colour.surface,
                "parts": joined,
                "planned": planned,
                **told,
                "says": say(f"charts.map.{key}", **told),
                **({"label": text, **label._asdict()} if label else {}),
                **({"places": _rounded(land[person], side)} if movable else {}),
            }
        )
    return rows


def _labels(
    short: list[str], shown: pd.DataFrame, division: Plan, side: int, taken: list[Area]
) -> list[Label | None]:
    small = tokens().font.small
    titles = [(x * side, y, 30.0, small * 0.7) for x, y in titles_at(division)]
    return place_labels(
        short,
        list(zip(shown["x"], shown["y"], strict=True)),
        widths=_WIDTHS,
        radius=frame.HALF,
        mark=[frame.mark_diameter(division.spacing, width) / 2 for width in _WIDTHS],
        size=small,
        taken=[(0.0, 0.0, frame.YOU, frame.YOU), *titles, *taken],
    )


def _rounded(points: list[tuple[float, float]], side: int) -> list[list[float]]:
    return [[round(x * side, 4), round(y, 4)] for x, y in points]


def _code(value: Any) -> str | None:
    return value if isinstance(value, str) else None
