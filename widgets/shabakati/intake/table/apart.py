"""Run as a process of its own: a workbook of Excel or LibreOffice in, its cells as JSON out.

The library lays a sheet out whole in memory, and a few bytes can claim billions of cells: here that
ends this process and not the notebook. It imports nothing of the package, so that it starts fast.
"""

from __future__ import annotations

import datetime as dt
import io
import json
import sys
from typing import Any

MEMORY = 900 << 20  # bytes of address space
SECONDS = 10  # of processor time
MOST_CELLS = 4_000_000  # that are written out
MOST_COLUMNS = 1_000
CELL_LIMIT = 100_000  # characters

LOCKED, TOO_LARGE, TOO_WIDE, DAMAGED = 3, 4, 5, 6  # exit codes


def limit() -> None:
    """Let this process have only so much memory and time, where the system can."""
    try:
        import resource
    except ImportError:  # Windows
        return
    for kind, most in ((resource.RLIMIT_AS, MEMORY), (resource.RLIMIT_CPU, SECONDS)):
        try:
            resource.setrlimit(kind, (most, most))
        except (ValueError, OSError):  # less is allowed already, or the system has none
            continue


def sheets(data: bytes) -> list[list[Any]]:
    """Each sheet's name and rows; a row is cut after its last cell that says something."""
    from python_calamine import CalamineWorkbook

    workbook = CalamineWorkbook.from_filelike(io.BytesIO(data))
    found, cells = [], 0
    for name in workbook.sheet_names:
        rows = []
        for values in workbook.get_sheet_by_name(name).iter_rows():
            while values and values[-1] == "":
                values.pop()
            if len(values) > MOST_COLUMNS:
                raise SystemExit(TOO_WIDE)
            cells += len(values) + 1
            if cells > MOST_CELLS:
                raise SystemExit(TOO_LARGE)
            rows.append([cell(value) for value in values])
        while rows and not rows[-1]:
            rows.pop()
        found.append([name, rows])
    return found


def cell(value: Any) -> str | int | float | bool:
    """A value as JSON has it: days as ISO text, whole numbers as integers."""
    if isinstance(value, str):
        return value[:CELL_LIMIT]
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e16:
        return int(value)
    if isinstance(value, dt.datetime) and value.time() == dt.time():
        return value.date().isoformat()
    return value if isinstance(value, bool | int | float) else str(value)


def main() -> None:
    """Read the workbook from the standard input, write to the standard output."""
    limit()
    from python_calamine import PasswordError

    try:
        text = json.dumps(sheets(sys.stdin.buffer.read()))
    except PasswordError:
        raise SystemExit(LOCKED) from None
    except MemoryError:
        raise SystemExit(TOO_LARGE) from None
    except Exception:
        raise SystemExit(DAMAGED) from None
    sys.stdout.write(text)


if __name__ == "__main__":
    main()
