"""Landlock: Linux lets a process give up rights over files, TCP, signals and sockets for good.

No library for it stands in the registries that would be worth a dependency: it is three system
calls. Each version of the kernel's interface adds rights; what the running one offers is used.

Source: https://docs.kernel.org/userspace-api/landlock.html and linux/landlock.h.
"""

from __future__ import annotations

import ctypes
import os
import sys
from collections.abc import Iterable
from pathlib import Path

# Numbers of system calls, the same on every architecture since Linux 5.13.
_CREATE_RULESET, _ADD_RULE, _RESTRICT_SELF = 444, 445, 446
_ASK_VERSION = 1
_PATH_BENEATH = 1
_QUIET = 1  # no record in the audit log, which would name files; since version 7
_QUIET_SINCE = 7

EXECUTE, WRITE_FILE, READ_FILE, READ_DIR = 1 << 0, 1 << 1, 1 << 2, 1 << 3
_MAKE_CHAR, _MAKE_BLOCK = 1 << 6, 1 << 11
_REFER, TRUNCATE, _IOCTL = 1 << 13, 1 << 14, 1 << 15
_FIRST = (1 << 13) - 1  # all rights over files of version 1
_SINCE = {2: _REFER, 3: TRUNCATE, 5: _IOCTL}
_ON_FILES = EXECUTE | WRITE_FILE | READ_FILE | TRUNCATE | _IOCTL  # what a rule for one file may say
_TCP = 0b11  # bind and connect; since version 4
_TCP_SINCE = 4
_SCOPES = 0b11  # abstract sockets and signals of others; since version 6
_SCOPES_SINCE = 6

READ = READ_FILE | READ_DIR
RUN = READ | EXECUTE
CHANGE = READ_FILE | WRITE_FILE | TRUNCATE
OWN = ~(EXECUTE | _MAKE_CHAR | _MAKE_BLOCK)  # everything else, in a folder of one's own


class _Ruleset(ctypes.Structure):
    _fields_ = (
        ("files", ctypes.c_uint64),
        ("net", ctypes.c_uint64),
        ("scoped", ctypes.c_uint64),
    )


class _Beneath(ctypes.Structure):
    _pack_ = 1
    _layout_ = "ms"  # asked for beside `_pack_` since Python 3.14
    _fields_ = (("allowed", ctypes.c_uint64), ("parent", ctypes.c_int32))


def version() -> int:
    """The interface's version that this kernel offers; 0 where there is none."""
    if sys.platform != "linux":
        return 0
    try:
        return _call(_CREATE_RULESET, None, ctypes.c_size_t(0), ctypes.c_uint32(_ASK_VERSION))
    except OSError:  # not built in, switched off, or forbidden in this container
        return 0


def restrict(allowed: Iterable[tuple[Path, int]]) -> int:
    """Give up all rights but these, in this thread and what it starts; returns the version.

    Parameters
    ----------
    allowed : paths and the rights in and beneath each; paths that are not there are passed over.

    Raises
    ------
    OSError : the kernel offers Landlock and refuses it now.
    """
    offered = version()
    if not offered:
        return 0
    files = _FIRST
    for since, right in _SINCE.items():
        files |= right if offered >= since else 0
    rules = _Ruleset(
        files,
        _TCP if offered >= _TCP_SINCE else 0,
        _SCOPES if offered >= _SCOPES_SINCE else 0,
    )
    size = 8 * (1 + (offered >= _TCP_SINCE) + (offered >= _SCOPES_SINCE))
    ruleset = _call(_CREATE_RULESET, ctypes.byref(rules), ctypes.c_size_t(size), ctypes.c_uint32(0))
    try:
        for path, rights in allowed:
            _allow(ruleset, path, rights & files)
        quiet = _QUIET if offered >= _QUIET_SINCE else 0
        _call(_RESTRICT_SELF, ctypes.c_int(ruleset), ctypes.c_uint32(quiet))
    finally:
        os.close(ruleset)
    return offered


def _allow(ruleset: int, path: Path, rights: int) -> None:
    try:
        place = os.open(path, os.O_PATH | os.O_CLOEXEC)
    except OSError:
        return
    try:
        if not path.is_dir():
            rights &= _ON_FILES
        rule = _Beneath(rights, place)
        _call(
            _ADD_RULE,
            ctypes.c_int(ruleset),
            ctypes.c_int(_PATH_BENEATH),
            ctypes.byref(rule),
            ctypes.c_uint32(0),
        )
    finally:
        os.close(place)


def _call(number: int, *arguments: object) -> int:
    libc = ctypes.CDLL(None, use_errno=True)
    libc.syscall.restype = ctypes.c_long
    answer = int(libc.syscall(ctypes.c_long(number), *arguments))
    if answer < 0:
        code = ctypes.get_errno()
        raise OSError(code, os.strerror(code))
    return answer
