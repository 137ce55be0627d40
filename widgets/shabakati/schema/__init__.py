"""The tables, their columns and what a cell may hold: written once.

Forms, SQL, frames, Excel, the data dictionary and axis titles read these models.
"""

from shabakati.schema.cells import (
    LINE_LIMIT,
    LIST_LIMIT,
    ME,
    TEXT_LIMIT,
    Reference,
    clean_line,
    clean_text,
)
from shabakati.schema.hints import Column, Kind, column, columns
from shabakati.schema.tables import TABLES, Person, Row

__all__ = [
    "LINE_LIMIT",
    "LIST_LIMIT",
    "ME",
    "TABLES",
    "TEXT_LIMIT",
    "Column",
    "Kind",
    "Person",
    "Reference",
    "Row",
    "clean_line",
    "clean_text",
    "column",
    "columns",
]
