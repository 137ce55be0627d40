"""How much memory this process holds, and the most that it held since a moment (Linux)."""

import gc
from pathlib import Path


def memory(what: str) -> float:
    """`VmRSS`, the memory held now, or `VmHWM`, the most since it was last reset; in MB."""
    for line in Path("/proc/self/status").read_text().splitlines():
        if line.startswith(what):
            return int(line.split()[1]) / 1024
    raise OSError(what)


def from_here() -> float:
    """The memory held now; the most is counted anew from here on."""
    gc.collect()
    Path("/proc/self/clear_refs").write_text("5")
    return memory("VmRSS")
