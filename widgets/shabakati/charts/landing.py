"""Where a person would stand in every ring of the map: a dropped mark is in its place at once."""

from __future__ import annotations

from math import cos, radians, sin

import pandas as pd

from shabakati.charts.positions import Cell, Plan, Point, crowd_of, seat, seats


def landings(where: pd.DataFrame, division: Plan) -> dict[int, list[Point]]:
    """For each person their place in each of the rings, were they the only one to move.

    Parameters
    ----------
    where : what `positions` gives: index `id`, `ring`, `sector`, `x`, `y`.
    division : the plan that it was made with.

    Returns
    -------
    Points in the unit circle, from the nearest ring outwards, by id. Where a ring shows numbers
    or has no place left, the middle of its cell.
    """
    members: dict[Cell, list[int]] = {}
    for person, ring, sector in where[["ring", "sector"]].itertuples():
        members.setdefault((int(ring), int(sector)), []).append(int(person))
    rooms: dict[tuple[Cell, int], list[Point]] = {}
    found: dict[int, list[Point]] = {}
    for person, ring, sector, x, y in where[["ring", "sector", "x", "y"]].itertuples():
        places = []
        for other in range(len(division.bounds) - 1):
            cell = (other, int(sector))
            there = sorted([*members.get(cell, ()), int(person)])
            if other == ring:
                places.append((x, y))
                continue
            crowd = (cell, crowd_of(len(there)))
            if crowd not in rooms:
                rooms[crowd] = seats(division, cell, len(there))
            fits = other < division.named and len(there) <= len(rooms[crowd])
            places.append(
                seat(there, rooms[crowd])[int(person)] if fits else middle(division, cell)
            )
        found[int(person)] = places
    return found


def middle(division: Plan, cell: Cell) -> Point:
    """The middle of a cell."""
    ring, sector = cell
    radius = sum(division.bounds[ring : ring + 2]) / 2
    turn = radians(sum(division.arcs[sector]) / 2)
    return radius * cos(turn), radius * sin(turn)
