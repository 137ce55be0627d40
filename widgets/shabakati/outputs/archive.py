"""Everything as open files: JSON that opens again, CSV for reading, the data dictionary."""

from __future__ import annotations

import csv
import datetime as dt
import json
import zipfile
from io import BytesIO, StringIO
from typing import Any

from shabakati.dictionary import make_dictionary
from shabakati.errors import BookFileError
from shabakati.schema import TABLES, columns
from shabakati.workbook import Workbook

BOOK = "book.json"  # the file that opens again; all others are for reading
FORMAT = "shabakati-book"
_LARGEST = 256 * 1024 * 1024  # bytes of an unpacked `book.json`
_DAY = (2000, 1, 1, 0, 0, 0)  # the same book, the same bytes
_STARTS = ("=", "+", "-", "@", "\t", "\r", "'")  # a cell that begins so would be computed


def archive(book: Workbook) -> bytes:
    """A zip with `book.json` (everything), `csv/<table>.csv` and `README.md`.

    `read_archive` makes an equal book of it. In the CSV files a cell that a spreadsheet would
    compute has an apostrophe before it; lists stand one entry a line; codes stay codes.
    """
    out = BytesIO()
    tables = {table: book.rows(table) for table in TABLES}
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        whole = {"format": FORMAT, "tables": tables}
        _put(file, BOOK, json.dumps(whole, ensure_ascii=False, indent=1, default=_as_text))
        for table, rows in tables.items():
            _put(file, f"csv/{table}.csv", _csv(table, rows))
        _put(file, "README.md", make_dictionary())
    return out.getvalue()


def read_archive(data: bytes, name: str = "") -> Workbook:
    """A book in memory, equal to the one that `archive` was given.

    Raises
    ------
    BookFileError : it is no archive of ours, or damaged. InvalidRow : a row is not accepted.
    """
    try:
        with zipfile.ZipFile(BytesIO(data)) as file:
            info = file.getinfo(BOOK)
            if info.file_size > _LARGEST:
                raise BookFileError("book.foreign", name=name)
            with file.open(info) as inside:
                text = inside.read(_LARGEST + 1)
        whole = json.loads(text)
    except (ValueError, OSError, EOFError, RecursionError) as error:
        raise BookFileError("book.damaged", name=name) from error
    except (zipfile.BadZipFile, KeyError, NotImplementedError, RuntimeError) as error:
        raise BookFileError("book.foreign", name=name) from error
    tables = whole.get("tables") if isinstance(whole, dict) else None
    if not isinstance(tables, dict) or whole.get("format") != FORMAT:
        raise BookFileError("book.foreign", name=name)
    if not all(isinstance(rows, list) and all(isinstance(r, dict) for r in rows)
               for rows in tables.values()):  # fmt: skip
        raise BookFileError("book.damaged", name=name)
    return Workbook.from_rows(tables, name)


def _put(file: zipfile.ZipFile, name: str, text: str) -> None:
    info = zipfile.ZipInfo(name, _DAY)
    info.compress_type = zipfile.ZIP_DEFLATED
    file.writestr(info, text.encode("utf-8"))


def _csv(table: str, rows: list[dict[str, Any]]) -> str:
    out = StringIO()
    names = ["id", *(column.name for column in columns(table))]
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(names)
    writer.writerows([_safe(row[name]) for name in names] for row in rows)
    return "\ufeff" + out.getvalue()  # else Excel reads Arabic as something else


def _safe(value: Any) -> Any:
    """A cell as text that no spreadsheet computes; numbers stay numbers."""
    if isinstance(value, list):
        value = "\n".join(map(str, value))
    if value is None or isinstance(value, (int, float)):
        return "" if value is None else value
    text = str(value)
    return f"'{text}" if text.startswith(_STARTS) else text


def _as_text(value: Any) -> str:
    if isinstance(value, dt.date):
        return value.isoformat()
    raise TypeError(type(value))
