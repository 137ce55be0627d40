"""Where people stand on the map: rings of closeness, sectors of groups, nobody on another.

The map is the unit circle with you in the middle. Ring 0 is the nearest, ring 4 holds people
whose closeness is not set; sectors 0 to 4 are the five groups clockwise from the
upper left, sector 5 (people without a group) takes the top where there are any. A cell is a ring
of a sector.
"""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Sequence
from math import asin, cos, dist, floor, gcd, radians, sin
from typing import NamedTuple

import pandas as pd

from shabakati.vocabulary import Closeness, Group

CENTRE = 0.15  # radius of the place that is yours
EVERYBODY = 300  # people that the map shows one by one
INNER = 150  # people of the inner rings that it still does where there are more
NO_RING, NO_SECTOR = len(Closeness), len(Group)
_SPACINGS = [0.115 * 0.87**step for step in range(24)]
_SLACK = 1.15  # free places of a cell, so that one more person moves nobody
_CROWDS = (2, 3, 4, 6, 8, 12, 16, 24, 32, 48, 64, 96, 128, 192, 256, 384)  # people of a cell
_TITLE = (0.17, 0.055)  # half width and height kept free for a ring's name

Cell = tuple[int, int]
Point = tuple[float, float]


class Plan(NamedTuple):
    """How the circle is divided.

    `bounds[i]` and `bounds[i + 1]` are the radii of ring i; `arcs[s]` the angles of sector s in
    degrees, from 0 at the right, counter-clockwise; `spacing` the least distance of two people;
    `ray` the angle along which rings are named; `named` the rings that show people one by one.
    """

    bounds: tuple[float, ...]
    arcs: tuple[Point, ...]
    spacing: float
    ray: float
    named: int
    sizes: dict[Cell, int]


def cells(people: pd.DataFrame) -> pd.DataFrame:
    """The ring and sector of each person: integer columns `ring`, `sector`, same index."""
    rings = {code.value: place for place, code in enumerate(Closeness)}
    sectors = {code.value: place for place, code in enumerate(Group)}
    return pd.DataFrame(
        {
            "ring": people["closeness"].astype("object").map(rings).fillna(NO_RING).astype(int),
            "sector": people["group"].astype("object").map(sectors).fillna(NO_SECTOR).astype(int),
        },
        index=people.index,
    )


def plan(people: pd.DataFrame) -> Plan:
    """How to divide the circle for these people; it changes in steps, not with each person."""
    where = cells(people)
    pairs = zip(where["ring"].tolist(), where["sector"].tolist(), strict=True)
    sizes: dict[Cell, int] = dict(Counter(pairs))
    rings = [sum(n for (r, _), n in sizes.items() if r == ring) for ring in range(NO_RING + 1)]
    bounds = _bounds(rings[NO_RING])
    arcs, ray = _arcs(any(sector == NO_SECTOR for _, sector in sizes))
    named = _named(rings)
    inner = {cell: n for cell, n in sizes.items() if cell[0] < named}
    spacing = _SPACINGS[-1]
    for distance in _SPACINGS:
        shape = Plan(bounds, arcs, distance, ray, named, sizes)
        if all(len(slots(shape, cell)) >= n * _SLACK for cell, n in inner.items()):
            spacing = distance
            break
    return Plan(bounds, arcs, spacing, ray, named, sizes)


def positions(people: pd.DataFrame, division: Plan | None = None) -> pd.DataFrame:
    """Where each person stands.

    Parameters
    ----------
    people : DataFrame, one row per person, index `id`, with `group` and `closeness`.
    division : how the circle is divided; `plan(people)` unless given.

    Returns
    -------
    DataFrame, index `id`, of those shown one by one: `ring`, `sector`, and `x`, `y` in the unit
    circle (y upwards). Each keeps their place while others of their cell come and go, unless
    two want the same one.
    """
    division = division or plan(people)
    where = cells(people)
    where = where[where["ring"] < division.named]
    members: dict[Cell, list[int]] = {}
    for person, ring, sector in where.itertuples():
        members.setdefault((int(ring), int(sector)), []).append(int(person))
    placed: dict[int, Point] = {}
    for cell, inside in members.items():
        placed |= seat(sorted(inside), seats(division, cell, len(inside)))
    points = [placed[int(person)] for person in where.index]
    return where.assign(x=[x for x, _ in points], y=[y for _, y in points])


def slots(division: Plan, cell: Cell) -> list[Point]:
    """The places of a cell, at least `spacing` from each other and half of it from its edges."""
    distance, (ring, sector) = division.spacing, cell
    inner, outer = division.bounds[ring], division.bounds[ring + 1]
    first, last = (radians(angle) for angle in division.arcs[sector])
    rows = max(1, floor((outer - inner) / distance + 1e-9))
    titles = titles_at(division)
    found = []
    for row in range(rows):
        radius = inner + (row + 0.5) * (outer - inner) / rows
        margin = asin(min(1, distance / 2 / radius))
        room = last - first - 2 * margin
        seats = floor(room / (2 * margin) + 1e-9) + 1 if room >= 0 else 0
        for seat in range(seats):
            angle = first + margin + (seat / (seats - 1) if seats > 1 else 0.5) * room
            point = (radius * cos(angle), radius * sin(angle))
            if not any(_covers(title, point, distance / 2) for title in titles):
                found.append(point)
    return found


def titles_at(division: Plan) -> list[Point]:
    """Where the names of the rings stand, along a border of the sectors."""
    angle, bounds = radians(division.ray), division.bounds
    middles = [(a + b) / 2 for a, b in itertools.pairwise(bounds)]
    return [(middle * cos(angle), middle * sin(angle)) for middle in middles]


def _bounds(unset: int) -> tuple[float, ...]:
    """Radii of the rings; the ring of those without closeness grows in steps."""
    weight = next(w for most, w in ((0, 0.0), (30, 1.0), (100, 2.0), (10**9, 3.0)) if unset <= most)
    weights = [1.1, 1.0, 1.0, 1.0] + ([weight] if weight else [])
    bounds = [CENTRE]
    for share in weights:
        bounds.append(bounds[-1] + (1 - CENTRE) * share / sum(weights))
    return tuple(bounds)


def _arcs(unsorted: bool) -> tuple[tuple[Point, ...], float]:
    """The angles of the sectors, clockwise from the upper left, and the ray that names rings."""
    if not unsorted:
        return tuple((90 - 72 * s, 162 - 72 * s) for s in range(NO_SECTOR)), 90.0
    others = tuple((60 - 60 * s, 120 - 60 * s) for s in range(1, NO_SECTOR))
    return ((120, 180), *others, (60, 120)), 120.0


def _named(rings: Sequence[int]) -> int:
    """How many rings, from the inside, show people one by one."""
    if sum(rings) <= EVERYBODY:
        return len(rings)
    total, named = 0, 0
    for n in rings:
        total += n
        if total > INNER:
            break
        named += 1
    return named


def _covers(title: Point, point: Point, margin: float) -> bool:
    wide, high = _TITLE
    return abs(point[0] - title[0]) < wide + margin and abs(point[1] - title[1]) < high + margin


def seats(division: Plan, cell: Cell, n: int) -> list[Point]:
    """The places of a cell that so many people use: as many as a crowd of this step needs."""
    free = slots(division, cell)
    return _spread(free, crowd_of(n) or len(free), division.arcs[cell[1]])


def crowd_of(n: int) -> int:
    """The step of crowds that so many people of a cell belong to; 0 beyond the last."""
    return next((step for step in _CROWDS if step >= n * _SLACK), 0)


def seat(people: Sequence[int], free: Sequence[Point]) -> dict[int, Point]:
    """A place for each, found from the id alone unless it is taken: those after it are tried.

    There must be at least as many places as people, who come in the order of their ids.
    """
    n = len(free)
    stride = next(s for s in range(max(1, int(n * 0.618)), n + 2) if gcd(s, n) == 1)
    taken: dict[int, Point] = {}
    used: set[int] = set()
    for person in people:
        place = person * 2_654_435_761 % 2**32 * n >> 32  # Knuth's multiplicative hash
        while place in used:
            place = (place + stride) % n
        used.add(place)
        taken[person] = free[place]
    return taken


def _spread(points: list[Point], most: int, arc: Point) -> list[Point]:
    """So many of the points, each the farthest from those before it and from the sector's sides."""
    if len(points) <= most:
        return points
    first, last = (radians(angle) for angle in arc)
    away = [2 * min(_aside(point, first), _aside(point, last)) for point in points]
    kept: list[Point] = []
    while len(kept) < most:
        kept.append(points[max(range(len(points)), key=away.__getitem__)])
        away = [min(a, dist(p, kept[-1])) for a, p in zip(away, points, strict=True)]
    return kept


def _aside(point: Point, angle: float) -> float:
    """How far a point is from the ray of an angle."""
    return abs(point[0] * sin(angle) - point[1] * cos(angle))
