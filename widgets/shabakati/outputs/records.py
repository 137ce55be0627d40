"""A frame of the book as rows."""

from __future__ import annotations

from typing import Any

import pandas as pd


def records(frame: pd.DataFrame) -> list[dict[str, Any]]:
    """Each row as a dictionary, with its `id`; what is not said is None."""
    cells = [frame.index.tolist(), *(_said(frame[name]) for name in frame.columns)]
    names = ["id", *frame.columns]
    return [dict(zip(names, row, strict=True)) for row in zip(*cells, strict=True)]


def _said(column: pd.Series) -> list[Any]:
    cells = column.tolist()
    return [
        None if cell is pd.NA or (isinstance(cell, float) and cell != cell) else cell
        for cell in cells
    ]
