"""What a room weighs: its server, the nursery if it has one, and the kernels, from /proc."""

from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

import psutil

MB = 1 << 10  # the kernel of the system counts in kB


class Weight(NamedTuple):
    """MB: all processes' share (PSS), the server's own, a kernel's own, and how many kernels."""

    whole: float
    server: float
    kernel: float
    kernels: int

    def __str__(self):
        return (
            f"{self.whole:,.0f} MB in all: server {self.server:.0f}, "
            f"{self.kernels} kernels of {self.kernel:.1f} each"
        )


def kernels(server):
    """The processes of the kernels below a server."""
    found = []
    for child in psutil.Process(server).children(recursive=True):
        with suppress(psutil.Error):
            line = " ".join(child.cmdline())
            if "ipykernel_launcher" in line or ("nursery" in line and child.ppid() != server):
                found.append(child.pid)
    return found


def weigh(server):
    """The weight of a server and everything below it."""
    below = [child.pid for child in psutil.Process(server).children(recursive=True)]
    whole = sum(_share(pid)[0] for pid in [server, *below])
    own = [_share(pid)[1] for pid in kernels(server)]
    own = [each for each in own if each]
    each = sum(own) / len(own) if own else 0.0
    return Weight(whole, _share(server)[1], each, len(own))


def _share(pid):
    """(PSS, private) in MB; zeros for a process that is gone."""
    told = {}
    with suppress(OSError):
        for line in Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()[1:]:
            name, value, _unit = line.split()
            told[name.rstrip(":")] = int(value) / MB
    private = told.get("Private_Dirty", 0.0) + told.get("Private_Clean", 0.0)
    return told.get("Pss", 0.0), private


def cpu(server):
    """CPU seconds of the server's own process so far, and of everything below it that lives."""
    below = 0.0
    for child in psutil.Process(server).children(recursive=True):
        with suppress(psutil.Error):
            below += sum(child.cpu_times()[:2])
    return sum(psutil.Process(server).cpu_times()[:2]), below
