"""Workbooks of Excel and LibreOffice: known by their content, opened in a process of their own."""

from __future__ import annotations

import contextlib
import json
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from shabakati.errors import SourceError
from shabakati.intake.archive import is_archive, is_workbook, members
from shabakati.intake.source import File
from shabakati.intake.table import apart

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # how .xls begins, and old .doc and .msg too
_PATIENCE = 40  # seconds; the process itself may use `apart.SECONDS` of the processor
_POLL = 0.2  # seconds between two looks whether the reading was called off

Cell = str | int | float | bool


def can_be_workbook(file: File) -> bool:
    """Whether it is worth opening: by its first bytes, and for a zip by what it holds."""
    if file.head.startswith(_OLE):
        return True
    if not is_archive(file.head):
        return False
    try:
        return is_workbook(members(file.read(), file.name))
    except SourceError:  # whatever else it is, inside an archive of other files
        return False


def read_workbook(file: File, alive: Callable[[], object]) -> list[tuple[str, list[list[Cell]]]]:
    """Every sheet's name and rows; formulas are the values that were stored with them.

    Parameters
    ----------
    alive : called several times a second; what it raises ends the reading.

    Raises
    ------
    SourceError : `intake.damaged_sheet`, `locked_sheet`, `large_sheet`, `too_many_columns`.
    """
    code, told = _run(file.read(), alive)
    if code == 0:
        with contextlib.suppress(ValueError):
            return [(str(name), rows) for name, rows in json.loads(told)]
    if code == apart.LOCKED:
        raise SourceError("intake.locked_sheet", name=file.name)
    if code == apart.TOO_WIDE:
        raise SourceError("intake.too_many_columns", name=file.name, limit=apart.MOST_COLUMNS)
    if code == apart.DAMAGED:
        raise SourceError("intake.damaged_sheet", name=file.name)
    raise SourceError("intake.large_sheet", name=file.name)


def _run(data: bytes, alive: Callable[[], object]) -> tuple[int, bytes]:
    """The exit code and the output of the process; -1 where it took too long."""
    process = subprocess.Popen(
        [sys.executable, "-I", str(Path(apart.__file__))],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    )
    until = time.monotonic() + _PATIENCE
    given: dict[str, Any] = {"input": data}
    try:
        while time.monotonic() < until:
            try:
                told, _ = process.communicate(timeout=_POLL, **given)
                return process.returncode, told
            except subprocess.TimeoutExpired:
                given = {}
                alive()
        return -1, b""
    finally:
        if process.poll() is None:
            process.kill()
            process.communicate()
