"""A forked process becomes a kernel: what must not be shared is made its own."""

from __future__ import annotations

import ctypes
import os
import random
import signal
import sys
from pathlib import Path
from typing import Any

from shabakati_serving.quiet import Reports, hush, hush_loggers
from shabakati_serving.warm import sandbox
from shabakati_serving.warm.surroundings import in_a_room, surround

_PR_SET_PDEATHSIG = 1  # linux/prctl.h


def be_kernel(file: str, env: dict[str, str], cwd: str) -> int:
    """Run a kernel of this connection file until it is shut down; returns its exit status.

    The file's folder is the kernel's own. In a room the kernel is shut into it, and nothing that
    it or a library writes reaches the terminal.
    """
    os.setsid()  # a group of its own: a signal to it reaches nobody else
    _end_with_the_nursery()
    signal.signal(signal.SIGINT, signal.default_int_handler)
    _reseed()
    own = Path(file).parent
    surround(env, cwd, own)
    if not in_a_room(env):
        _detach(0)
        _run(file, None)
        return 0
    reports = _alone_with_reports()
    try:
        sandbox.enter(own)
        _run(file, reports)
    except BaseException as error:
        reports.error(type(error), error.__traceback__)
        return 1
    return 0


def be_ordinary(file: str) -> int:
    """Run a room's kernel where none is forked: not shut in, and as quiet as the others."""
    reports = _alone_with_reports()
    sandbox.limits.keep_to_oneself()
    try:
        _run(file, reports)
    except BaseException as error:
        reports.error(type(error), error.__traceback__)
        return 1
    return 0


def _run(file: str, reports: Reports | None) -> None:
    from shabakati_serving.warm.ahead import connected

    app = connected(file)
    if reports is not None:
        _report_from(app.shell, reports)
    app.start()


def _alone_with_reports() -> Reports:
    """Only reports reach where the nursery's errors go; what else is written goes nowhere."""
    line = open(os.dup(2), "w", encoding="utf-8", errors="replace")  # noqa: SIM115
    os.set_inheritable(line.fileno(), False)
    for descriptor in (0, 1, 2):
        _detach(descriptor)
    return hush(line)


def _report_from(shell: Any, reports: Reports) -> None:
    """Errors of cells and widgets go to the page alone; that there was one is reported."""
    sys.excepthook = lambda kind, _, trace: reports.error(
        kind, trace
    )  # the application set its own
    hush_loggers(reports)
    show = shell.showtraceback

    def show_and_report(exc_tuple: Any = None, *args: Any, **kwargs: Any) -> None:
        kind, _, trace = exc_tuple or sys.exc_info()
        reports.error(kind, trace)
        show(exc_tuple, *args, **kwargs)

    shell.showtraceback = show_and_report


def _end_with_the_nursery() -> None:
    """However the nursery ends, its kernels must: nobody else would end them."""
    ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
    if os.getppid() == 1:  # it has ended already
        os._exit(1)


def _detach(descriptor: int) -> None:
    """Let a standard stream lead nowhere."""
    null = os.open(os.devnull, os.O_RDWR)
    os.dup2(null, descriptor)
    os.close(null)
    if descriptor == 0:
        sys.stdin = open(0, closefd=False)  # noqa: SIM115


def _reseed() -> None:
    """Random numbers of its own: a fork would draw the same ones as its brothers."""
    random.seed()
    numpy = sys.modules.get("numpy")
    if numpy is not None:
        numpy.random.seed()


if __name__ == "__main__":
    sys.exit(be_ordinary(sys.argv[1]))
