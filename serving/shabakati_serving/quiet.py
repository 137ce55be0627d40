"""What went wrong is told by its type and place, never by its words: they may hold a name.

From `hush` on, every way on which Python tells of an error ends here: logging, warnings, and the
hooks for what nobody caught. A line is the time, the type, the file and the line number.
"""

from __future__ import annotations

import logging
import os
import sys
import threading
import time
import warnings
from collections import deque
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import TextIO

_MOST = 10  # lines a minute
_MINUTE = 60  # seconds
_OURS = ("shabakati", "shabakati_serving")
_LONGEST = 100  # characters of a place

Say = Callable[[str], None]


class Reports:
    """Writes lines, at most so many a minute; of the others it tells how many they were."""

    def __init__(self, stream: TextIO, clock: Callable[[], float] = time.monotonic) -> None:
        self._stream = stream
        self._clock = clock
        self._said: deque[float] = deque()
        self._missed = 0
        self._lock = threading.Lock()

    def error(self, kind: type[BaseException] | None, trace: TracebackType | None) -> None:
        """Tell of an exception."""
        self._line(_name(kind), place(trace))

    def at(self, kind: str, file: str, number: int | None) -> None:
        """Tell of something at a line of a file."""
        self._line(kind, f"{short(file)}:{number or 0}")

    def _line(self, kind: str, where: str) -> None:
        with self._lock:
            now = self._clock()
            while self._said and now - self._said[0] >= _MINUTE:
                self._said.popleft()
            if len(self._said) >= _MOST:
                self._missed += 1
                return
            self._said.append(now)
            more = f" (+{self._missed})" if self._missed else ""
            self._missed = 0
            try:
                self._stream.write(f"{time.strftime('%H:%M:%S')} {kind} {where}{more}\n")
                self._stream.flush()
            except (OSError, ValueError):  # nobody listens
                return


class _Handler(logging.Handler):
    def __init__(self, reports: Reports) -> None:
        super().__init__(logging.WARNING)
        self._reports = reports

    def emit(self, record: logging.LogRecord) -> None:
        if isinstance(record.exc_info, tuple) and record.exc_info[0] is not None:
            self._reports.error(record.exc_info[0], record.exc_info[2])
        elif record.levelno >= logging.ERROR:  # a warning without its words tells nothing
            self._reports.at(record.levelname, record.pathname, record.lineno)


def hush(stream: TextIO) -> Reports:
    """Let nothing be told any more but by lines to this stream."""
    reports = Reports(stream)
    sys.excepthook = lambda kind, _, trace: reports.error(kind, trace)
    sys.unraisablehook = lambda told: reports.error(told.exc_type, told.exc_traceback)
    threading.excepthook = lambda told: reports.error(told.exc_type, told.exc_traceback)

    def warn(
        message: Warning | str,
        category: type[Warning],
        filename: str,
        lineno: int,
        file: TextIO | None = None,
        line: str | None = None,
    ) -> None:
        reports.at(_name(category), filename, lineno)

    warnings.showwarning = warn
    hush_loggers(reports)
    return reports


def hush_loggers(reports: Reports) -> None:
    """Take from every logger what it writes to; call it again after a library set up its own."""
    for logger in logging.Logger.manager.loggerDict.values():
        if isinstance(logger, logging.Logger):
            for handler in list(logger.handlers):
                logger.removeHandler(handler)
            logger.propagate = True
    root = logging.getLogger()
    for handler in list(root.handlers):
        root.removeHandler(handler)
    root.addHandler(_Handler(reports))


def place(trace: TracebackType | None) -> str:
    """Where it was raised; and where in our own code, if that is elsewhere."""
    found: list[tuple[str, int]] = []
    while trace is not None:
        found.append((short(trace.tb_frame.f_code.co_filename), trace.tb_lineno))
        trace = trace.tb_next
    if not found:
        return "?"
    innermost = found[-1]
    ours = [one for one in found if one[0].split("/")[0] in _OURS]
    places = [innermost] if not ours or ours[-1] == innermost else [innermost, ours[-1]]
    return " < ".join(f"{file}:{line}" for file, line in places)


def short(file: str) -> str:
    """The file as an import would find it; "?" for another's, whose name may tell something."""
    path = os.path.normpath(file)
    roots = [entry for entry in map(os.path.normpath, sys.path) if path.startswith(entry + os.sep)]
    if not roots or Path(path).suffix != ".py":
        return "?"
    return Path(path).relative_to(max(roots, key=len)).as_posix()[-_LONGEST:]


def _name(kind: type[BaseException] | None) -> str:
    name = getattr(kind, "__name__", "")
    return name if name.isascii() and name.isidentifier() else "?"
