"""Which files a kernel needs: everything else is closed to it."""

from __future__ import annotations

import os
import sys
import sysconfig
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

from shabakati_serving.warm.sandbox import landlock

_PACKAGES = ("shabakati", "shabakati_serving")
_PARTS = ("notebooks", "data/demo")  # of the project; not `data/mine`

# Libraries, fonts, time zones. Not /etc as a whole, /home, /root, /tmp, /var, /run.
_SYSTEM = (
    *("/usr/lib", "/usr/lib32", "/usr/lib64", "/usr/libexec", "/usr/share", "/usr/local/lib"),
    *("/usr/local/lib64", "/usr/local/share", "/lib", "/lib32", "/lib64", "/opt/homebrew/lib"),
    *("/nix/store", "/etc/fonts", "/etc/ld.so.cache", "/etc/ld.so.conf", "/etc/ld.so.conf.d"),
    *("/etc/localtime", "/etc/timezone", "/etc/mime.types", "/etc/os-release"),
    *("/sys/devices/system/cpu", "/dev/urandom", "/dev/random", "/dev/zero"),
    *("/proc/meminfo", "/proc/cpuinfo", "/proc/stat", "/proc/sys/vm/overcommit_memory"),
)
# Not /proc/self itself: its `net/unix` names the sockets of all others.
_OF_ITSELF = ("stat", "statm", "status", "maps", "cgroup", "mountinfo", "cmdline", "comm", "fd")
_LOADERS = ("/lib64/ld-linux-x86-64.so.2", "/lib/ld-linux-aarch64.so.1", "/lib/ld-musl-*.so.1")


def allowed(own: Path) -> Iterator[tuple[Path, int]]:
    """Paths and rights, for `landlock.restrict`; `own` is the kernel's folder."""
    yield own, landlock.OWN
    yield Path(os.devnull), landlock.CHANGE
    for path in {*_python(), *_ours(), *map(Path, _SYSTEM)}:
        yield path, landlock.READ
    for name in _OF_ITSELF:
        yield Path("/proc/self", name), landlock.READ
    # A spreadsheet is opened in a process of its own: Python may be run, and nothing else.
    for path in (Path(sys.executable).resolve(), *_loaders()):
        yield path, landlock.RUN


def _python() -> Iterator[Path]:
    """The installation, and where its packages are; not the folder that it was started in."""
    yield from (Path(sys.prefix), Path(sys.base_prefix), Path(sys.executable).resolve().parent)
    yield from map(Path, sysconfig.get_paths().values())
    for entry in sys.path:
        if Path(entry).name in {"site-packages", "dist-packages"} or entry.endswith(".zip"):
            yield Path(entry)


def _ours() -> Iterator[Path]:
    """The packages' folders, and what lies beside them in the project."""
    for name in _PACKAGES:
        found = find_spec(name)
        if found is not None and found.origin:
            beside = Path(found.origin).parents[1]
            yield beside
            yield from (beside.parent / part for part in _PARTS)


def _loaders() -> Iterator[Path]:
    for pattern in _LOADERS:
        for path in Path("/").glob(pattern[1:]):
            yield path.resolve()
