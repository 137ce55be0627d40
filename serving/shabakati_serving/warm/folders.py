"""A folder for each kernel: its sockets, its temporary files, its home; gone when it ends."""

from __future__ import annotations

import os
import secrets
import shutil
import tempfile
from contextlib import suppress
from pathlib import Path

_MEMORY = Path("/dev/shm")  # Linux: files that are on no disk
_PREFIX = "shabakati-house-"


class House:
    """The folder of a server that all its kernels' folders are in; only its owner may enter it.

    It is in memory where the system has such a place. Whoever holds it locks it, so that the next
    one to come finds what a server left that was killed together with its nursery.
    """

    def __init__(self) -> None:
        import fcntl  # not on Windows

        root = _root()
        sweep(root)
        self.path = Path(tempfile.mkdtemp(prefix=_PREFIX, dir=root))
        self._lock = os.open(self.path, os.O_RDONLY | os.O_CLOEXEC)
        fcntl.flock(self._lock, fcntl.LOCK_EX)

    def room(self) -> Path:
        """The path of a new kernel's folder, that nobody guesses."""
        self.path.mkdir(mode=0o700, exist_ok=True)  # a nursery that ended took it along
        return self.path / secrets.token_hex(8)  # short: a socket's path may have 107 bytes

    def close(self) -> None:
        """Remove it with all that is in it."""
        remove(self.path)
        os.close(self._lock)


def remove(folder: Path) -> bool:
    """Remove a folder with all that is in it; whether nothing of it is left."""
    shutil.rmtree(folder, ignore_errors=True)
    return not folder.exists()


def sweep(root: Path) -> None:
    """Remove the houses that nobody holds any more."""
    import fcntl

    for left in root.glob(f"{_PREFIX}*"):
        with suppress(OSError):
            lock = os.open(left, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW | os.O_CLOEXEC)
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
                if os.fstat(lock).st_uid == os.geteuid():
                    remove(left)
            finally:
                os.close(lock)


def _root() -> Path:
    if _MEMORY.is_dir() and os.access(_MEMORY, os.W_OK | os.X_OK):
        return _MEMORY
    return Path(tempfile.gettempdir())
