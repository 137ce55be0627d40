"""What a kernel finds around it: its environment, its folder, its home."""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path

from shabakati.opening import ROOM

# In a room a kernel is told nothing else: the server's environment may hold a password, and
# Voilà would add the address that another visitor asked for.
_TOLD = frozenset(
    {ROOM, "PATH", "LANG", "LANGUAGE", "TZ", "VIRTUAL_ENV", "LD_LIBRARY_PATH"}
    | {"OPENBLAS_NUM_THREADS", "PYDEVD_DISABLE_FILE_VALIDATION", "PYTHONUTF8"}
)
_TOLD_PREFIX = "LC_"


def in_a_room(env: dict[str, str]) -> bool:
    """Whether a kernel with this environment is one of many people's."""
    return bool(env.get(ROOM))


def told(env: dict[str, str], own: Path) -> dict[str, str]:
    """The environment of a kernel: in a room, nothing of the server's and no home but its own."""
    temporary = {"TMPDIR": str(own), "SQLITE_TMPDIR": str(own)}
    if not in_a_room(env):
        return env | temporary
    kept = {k: v for k, v in env.items() if k in _TOLD or k.startswith(_TOLD_PREFIX)}
    home = {"HOME": str(own), "IPYTHONDIR": str(own / "ipython"), "USER": "visitor"}
    return kept | temporary | home | {"PYTHONDONTWRITEBYTECODE": "1"}


def surround(env: dict[str, str], cwd: str, own: Path) -> None:
    """Make these the surroundings of this process."""
    os.environ.clear()
    os.environ.update(told(env, own))
    tempfile.tempdir = None  # asked for anew
    if in_a_room(env):
        os.umask(0o077)
        sys.dont_write_bytecode = True
        os.chdir(own)
    else:
        os.chdir(cwd)
