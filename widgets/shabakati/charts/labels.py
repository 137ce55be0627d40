"""Which names fit on the map without touching each other, and on which side of their mark.

Widths of text are estimated from its characters, generously; the browser's own are never known
in time. A name that fits at one width of the map fits at every larger one: marks move apart and
text does not grow.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from typing import NamedTuple

import numpy as np

Box = tuple[float, float, float, float]  # left, top, right, bottom in px

_NARROW = set("اأإآلرزوؤءبتثنيئfijlrtI.,'-")
_WIDE = set("سشصضmwMW")
_TAILED = set("بتثنفقكيىسشصض")  # wider where a word ends
_ENDS = "\u2068\u2069…"
LINE = 1.25  # height of a line by the size of its type
GAP = 6  # px between a mark and its name: a bridge's ring has room there


class Label(NamedTuple):
    """Where a name stands: its side of the mark, its offset in px, the least width of the map."""

    align: str
    baseline: str
    dx: float
    dy: float
    least: int


def text_width(text: str, size: float) -> float:
    """About how wide a text is, in px: a little more than IBM Plex Sans Arabic takes."""
    tails = sum(end.rstrip(_ENDS)[-1:] in _TAILED for end in text.split())
    return size * (sum(_em(char) for char in text) + 0.36 * tails)


def place_labels(
    names: Sequence[str],
    points: Sequence[tuple[float, float]],
    *,
    widths: Sequence[int],
    radius: float,
    mark: Sequence[float],
    size: float,
    taken: Iterable[tuple[float, float, float, float]] = (),
) -> list[Label | None]:
    """A label for each name that fits, the first names first.

    Parameters
    ----------
    names, points : the text and where its mark stands, in units of the map from its middle.
    widths : widths of the map in px, ascending, that are tried.
    radius : half the width of the map, in its units; names stay in the circle of radius 1.
    mark : the radius of the marks in px, at each of `widths`.
    size : of the type, in px.
    taken : what must stay free: x, y in units, half width, half height in px.

    Returns
    -------
    One `Label` or None for each name.
    """
    found: list[Label | None] = [None] * len(names)
    kept = list(taken)
    wides = [text_width(name, size) for name in names]
    for width, dot in zip(widths, mark, strict=True):
        scale = width / 2 / radius
        centres = [(x * scale + width / 2, width / 2 - y * scale) for x, y in points]
        boxes = [(x - dot, y - dot, x + dot, y + dot) for x, y in centres]
        boxes += [
            (x * scale + width / 2 - w, width / 2 - y * scale - h,
             x * scale + width / 2 + w, width / 2 - y * scale + h)
            for x, y, w, h in kept
        ]  # fmt: skip
        for label, (x, y), wide in zip(found, centres, wides, strict=True):
            if label:
                boxes.append(_box(label, x, y, wide, size))
        solid = np.array(boxes).reshape(-1, 4)
        for place, ((x, y), wide) in enumerate(zip(centres, wides, strict=True)):
            if found[place]:
                continue
            for label in _sides(dot + GAP, width):
                box = _box(label, x, y, wide, size)
                if _inside(box, width / 2, scale) and _free(box, solid, place):
                    found[place] = label
                    solid = np.vstack([solid, box])
                    break
    return found


def _sides(away: float, width: int) -> list[Label]:
    return [
        Label("left", "middle", away, 0, width),
        Label("right", "middle", -away, 0, width),
        Label("center", "top", 0, away, width),
        Label("center", "bottom", 0, -away, width),
    ]


def _box(label: Label, x: float, y: float, wide: float, size: float) -> Box:
    left = {"left": 0.0, "right": -wide, "center": -wide / 2}[label.align] + x + label.dx
    high = size * LINE
    top = {"middle": -high / 2, "top": 0.0, "bottom": -high}[label.baseline] + y + label.dy
    return (left, top, left + wide, top + high)


def _inside(box: Box, middle: float, reach: float) -> bool:
    """Whether the box lies in the circle: its farthest corner does."""
    left, top, right, bottom = box
    x = max(abs(left - middle), abs(right - middle))
    y = max(abs(top - middle), abs(bottom - middle))
    return x * x + y * y <= reach * reach


def _free(box: Box, solid: np.ndarray, own: int) -> bool:
    """Whether nothing but the name's own mark lies under the box."""
    left, top, right, bottom = box
    hit = (
        (solid[:, 0] < right) & (solid[:, 2] > left) & (solid[:, 1] < bottom) & (solid[:, 3] > top)
    )
    hit[own] = False
    return not hit.any()


def _em(char: str) -> float:
    """The width of a character by the size of its type."""
    if unicodedata.category(char) in ("Mn", "Cf", "Me"):
        return 0.0
    if unicodedata.east_asian_width(char) in "WF":
        return 1.0
    if char in _NARROW:
        return 0.37
    if char in _WIDE:
        return 1.0
    if unicodedata.bidirectional(char) in ("AL", "R"):
        return 0.55
    return 0.25 if char == " " else 0.72 if char.isupper() else 0.58
