"""A chart as a picture without a browser: for the printed report."""

from __future__ import annotations

import re
from functools import cache
from typing import Any
from xml.etree import ElementTree

import altair as alt

from shabakati.look.theme import FONTS

_SVG = "http://www.w3.org/2000/svg"
_PLACE = re.compile(r"translate\(([-\d.e]+)[ ,]+([-\d.e]+)\)")
WIDTH = 680  # px, about the width of an A4 page at the size of its type


def svg(chart: Any, width: int = WIDTH) -> str:
    """The chart as SVG of at most this width, in px; texts stay texts, in our own font.

    The SVG is Vega's own: nothing of it was written by a stranger but the words.
    """
    import vl_convert

    _with_fonts()
    spec = chart.to_dict()
    known = spec.get("usermeta", {}).get("shabakati", {})
    if spec.get("width") == "container":
        spec["width"] = min(width, known.get("width", width))
        if known.get("aspect"):
            spec["height"] = round(spec["width"] * known["aspect"])
    version = ".".join(alt.SCHEMA_VERSION.lstrip("v").split(".")[:2])
    return _of_single_lines(vl_convert.vegalite_to_svg(spec, vl_version=version))


def _of_single_lines(drawn: str) -> str:
    """Each line of a text as a text of its own: what typesets the report lays them on another."""
    ElementTree.register_namespace("", _SVG)
    root = ElementTree.fromstring(drawn)
    for parent in list(root.iter()):
        for place, text in reversed(list(enumerate(parent))):
            lines = list(text) if text.tag == f"{{{_SVG}}}text" else []
            if len(lines) > 1:
                parent.remove(text)
                for line in reversed(_lines(text, lines)):
                    parent.insert(place, line)
    return ElementTree.tostring(root, encoding="unicode")


def _lines(text: ElementTree.Element, lines: list[ElementTree.Element]) -> list[Any]:
    placed = _PLACE.search(text.get("transform", ""))
    x, y = (float(number) for number in placed.groups()) if placed else (0.0, 0.0)
    rest = _PLACE.sub("", text.get("transform", ""))
    made = []
    for line in lines:
        y += float(line.get("dy", 0))
        one = ElementTree.Element(
            text.tag, {**text.attrib, "transform": f"translate({x},{y}){rest}"}
        )
        one.text = line.text
        made.append(one)
    return made


@cache
def _with_fonts() -> None:
    import vl_convert

    vl_convert.register_font_directory(str(FONTS))
