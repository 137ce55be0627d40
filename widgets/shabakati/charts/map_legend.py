"""The legend of the map: what each sign means, and what is left when one is pressed."""

from __future__ import annotations

from collections import Counter
from typing import Any

from shabakati.charts.map_ground import SECTORS
from shabakati.charts.words import group_word, type_word
from shabakati.language import say
from shabakati.look.theme import tokens
from shabakati.vocabulary import NetworkType

Row = dict[str, Any]


def legend(marks: list[Row], lines: list[Row], bands: list[Row]) -> list[Row]:
    """Rows of signs: `title`, and `items` of `field`, `value`, `word`, `people`, `sign`, `colour`.

    A sign is there only if somebody bears it. `of` says whether it is people that it leaves
    (`people`), or lines (`ties`).
    """
    look, ink = tokens(), tokens().colour.quiet
    groups, types = Counter(row["group"] for row in marks), Counter(row["type"] for row in marks)
    kinds = Counter(row["kind"] for row in lines)
    kind_ink = {"within": ink, "across": look.colour.ink, "planned": look.colour.accent}
    by_group = [
        _item(
            "group", group_word(code), groups[group_word(code)], "dot", look.group[code or "none"]
        )
        for code in SECTORS
    ]
    by_type = [
        _item("type", type_word(code), types[type_word(code)], look.type_shape[code or "none"], ink)
        for code in [*(code.value for code in NetworkType), None]
    ]
    signs = [
        {
            **_item("parts", True, sum(row["parts"] > 1 for row in marks), "ring", look.colour.ink),
            "word": say("charts.map.bridge"),
        },
        {
            **_item("planned", True, sum(row["planned"] for row in marks), "hollow", ink),
            "word": say("charts.map.planned"),
        },
        *(
            {
                **_item("kind", kind, kinds[kind], f"line-{kind}", kind_ink[kind]),
                "word": say(f"charts.map.tie_{kind}"),
                "of": "ties",
            }
            for kind in kind_ink
        ),
    ]
    by_cluster = [
        {**_item("cluster", row["cluster"], row["people"], "band", ink), "word": row["word"]}
        for row in bands
    ]
    titles = {
        "groups": by_group,
        "types": by_type,
        "signs": signs,
        "clusters": by_cluster,
    }
    return [
        {"title": say(f"charts.map.legend_{title}"), "items": there}
        for title, items in titles.items()
        if (there := [item for item in items if item["people"]])
    ]


def _item(field: str, value: Any, people: int, sign: str, colour: str) -> Row:
    return {
        "field": field,
        "value": value,
        "word": value,
        "people": people,
        "sign": sign,
        "colour": colour,
        "of": "people",
    }
