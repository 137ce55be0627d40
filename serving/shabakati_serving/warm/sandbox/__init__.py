"""A kernel of a room gives up what it does not need, before anything of its visitor's can run."""

from __future__ import annotations

from pathlib import Path

from shabakati_serving.warm.sandbox import landlock, limits, reach, seccomp
from shabakati_serving.warm.sandbox.report import Isolation, in_force, say_what

__all__ = ["Isolation", "enter", "in_force", "say_what"]


def enter(own: Path) -> None:
    """Shut this process into its own folder, for good; with one thread only.

    What the system does not offer is left out; `in_force` tries what there is.

    Raises
    ------
    OSError : the system offers Landlock and refuses it now: no kernel should run on that.
    """
    limits.bound()
    limits.no_new_rights()
    landlock.restrict(reach.allowed(own))
    limits.no_powers()
    limits.keep_to_oneself()
    seccomp.restrict()
