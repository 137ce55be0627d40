"""A forked process becomes a kernel: what must not be shared is made its own."""

from __future__ import annotations

import ctypes
import os
import random
import signal
import sys

_PR_SET_PDEATHSIG = 1  # linux/prctl.h


def be_kernel(file: str, env: dict[str, str], cwd: str) -> int:
    """Run a kernel of this connection file until it is shut down; returns its exit status."""
    os.setsid()  # a group of its own: a signal to it reaches nobody else
    _end_with_the_nursery()
    signal.signal(signal.SIGINT, signal.default_int_handler)
    _detach_input()
    os.environ.clear()
    os.environ.update(env)
    os.chdir(cwd)
    _reseed()

    from shabakati_serving.warm.ahead import AppAhead

    app = AppAhead.instance()
    app.initialize([file])
    app.start()
    return 0


def _end_with_the_nursery() -> None:
    """However the nursery ends, its kernels must: nobody else would end them."""
    ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
    if os.getppid() == 1:  # it has ended already
        os._exit(1)


def _detach_input() -> None:
    null = os.open(os.devnull, os.O_RDONLY)
    os.dup2(null, 0)
    os.close(null)
    sys.stdin = open(0, closefd=False)  # noqa: SIM115


def _reseed() -> None:
    """Random numbers of its own: a fork would draw the same ones as its brothers."""
    random.seed()
    numpy = sys.modules.get("numpy")
    if numpy is not None:
        numpy.random.seed()
