"""Whether this computer can seat the room: open files, memory, the port."""

from __future__ import annotations

import errno
import socket
import sys
from contextlib import closing, suppress
from pathlib import Path

import psutil

from shabakati_serving.room.mistake import Mistake
from shabakati_serving.room.settings import PORT

FILES_EACH = 14  # descriptors a participant: sockets, pipes, the kernel's channels
FILES_OURS = 300  # descriptors of the server itself
MEMORY_EACH = 55 * 2**20  # bytes a participant who has opened three steps, measured: 52 MB
MEMORY_OURS = 500 * 2**20  # bytes of the server and the warm process
_NEAR = 20  # ports that are tried after the first
_CGROUP = Path("/sys/fs/cgroup")


def seats_by_files(people: int) -> int:
    """How many fit into the files that may be open at once; the limit is raised to what is needed.

    `people` at most. Where the system has no such limit, all fit.
    """
    if sys.platform == "win32":
        return people
    import resource

    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    needed = FILES_OURS + FILES_EACH * people
    if soft != resource.RLIM_INFINITY and soft < needed:
        wanted = needed if hard == resource.RLIM_INFINITY else min(needed, hard)
        with suppress(ValueError, OSError):  # macOS has a ceiling of its own below "no limit"
            resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, hard))
            soft = wanted
    return people if soft == resource.RLIM_INFINITY else fitting(people, soft)


def fitting(people: int, files: int) -> int:
    """How many of these people fit into so many open files."""
    return max(0, min(people, (files - FILES_OURS) // FILES_EACH))


def seats_by_memory(people: int) -> int:
    """How many of these people fit into the memory that is free now, for us."""
    return max(0, min(people, (free_memory() - MEMORY_OURS) // MEMORY_EACH))


def free_memory(group: Path = _CGROUP) -> int:
    """Bytes that may still be taken; a container's limit counts where it is the smaller.

    `group` : where the container's limit is told (cgroup v2).
    """
    free = int(psutil.virtual_memory().available)
    with suppress(OSError, ValueError):  # "max" is no number: no limit
        limit = int((group / "memory.max").read_text())
        free = min(free, limit - int((group / "memory.current").read_text()))
    return free


def choose_port(ip: str, port: int | None, first: int = PORT) -> int:
    """The port that was asked for, if it is free; if none was, the first free one from `first` on.

    One that was asked for is never changed for another: it may stand on a wall already.
    """
    tried = [port] if port is not None else range(first, min(first + _NEAR, 65536))
    for number in tried:
        if _is_free(ip, number):
            return number
    raise Mistake("port_taken", port=str(tried[0]))


def _is_free(ip: str, port: int) -> bool:
    with closing(socket.socket(socket.AF_INET, socket.SOCK_STREAM)) as trial:
        if sys.platform != "win32":  # there, it would share a port that is in use
            trial.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            trial.bind((ip, port))
            trial.listen(1)
        except OSError as error:
            if error.errno == errno.EACCES:
                raise Mistake("port_closed", port=str(port)) from None
            return False
        return True
