"""What a kernel may use of the machine, and that nobody looks into its memory."""

from __future__ import annotations

import ctypes
import sys
from contextlib import suppress
from pathlib import Path

MEMORY = 3 << 30  # bytes beyond those it starts with; the demo with all its outputs takes 0.7 GB
LARGEST_FILE = 256 << 20  # bytes
FILES = 1024  # open at once; a kernel has about 50
_FIRST_TO_GO = "500"  # of 1000: when the machine runs out of memory, a kernel ends, not the room

_PR_SET_DUMPABLE, _PR_SET_NO_NEW_PRIVS, _PR_CAP_AMBIENT = 4, 38, 47  # linux/prctl.h
_CLEAR_ALL = 4
_CAPABILITIES_3 = 0x20080522  # linux/capability.h


def bound() -> None:
    """Bound this process: no core dump, so much memory, such files.

    Not the number of its processes: the system counts these for the user, all kernels together.
    """
    import resource  # not on Windows

    for kind, most in (
        (resource.RLIMIT_CORE, 0),
        # Not its addresses: of these, what draws the pictures sets aside far more than it uses.
        (resource.RLIMIT_DATA, _held() + MEMORY),
        (resource.RLIMIT_FSIZE, LARGEST_FILE),
        (resource.RLIMIT_NOFILE, FILES),
    ):
        _, hard = resource.getrlimit(kind)
        if hard != resource.RLIM_INFINITY:
            most = min(most, hard)
        with suppress(OSError, ValueError):
            resource.setrlimit(kind, (most, most))
    with suppress(OSError):
        Path("/proc/self/oom_score_adj").write_text(_FIRST_TO_GO)


def _held() -> int:
    """Bytes that RLIMIT_DATA counts already: stacks and arenas, most of them never touched."""
    for line in Path("/proc/self/status").read_text().splitlines():
        if line.startswith("VmData:"):
            return int(line.split()[1]) << 10
    return 0


def keep_to_oneself() -> None:
    """No core dump, neither to a file nor to a collector, and no other process reads the memory."""
    if sys.platform == "win32":
        return
    import resource

    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_PR_SET_DUMPABLE, 0, 0, 0, 0)


def no_new_rights() -> None:
    """Whatever is run from here has no more rights than this process."""
    ctypes.CDLL(None).prctl(_PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0)


def no_powers() -> None:
    """Lay down what root may do beyond files of its own, where it is root."""
    libc = ctypes.CDLL(None)
    libc.prctl(_PR_CAP_AMBIENT, _CLEAR_ALL, 0, 0, 0)
    header = (ctypes.c_uint32 * 2)(_CAPABILITIES_3, 0)
    nothing = (ctypes.c_uint32 * 6)()
    libc.capset(ctypes.byref(header), ctypes.byref(nothing))
