"""What every kernel of ours needs, imported once."""

from __future__ import annotations

import importlib
import os
import threading

# What a kernel imports only while it starts, or a page when its first chart is drawn.
_LATE = (
    "IPython.core.completerlib",
    "IPython.core.magics",
    "IPython.extensions.storemagic",
    "ipykernel.kernelapp",
    "ipykernel.ipkernel",
    "ipykernel.zmqshell",
    "ipykernel.datapub",
    "debugpy.server",
    "zoneinfo",
    "sqlite3",
    "networkx",
    "phonenumbers",
    "babel.messages.pofile",
    "babel.plural",
    "hijridate",
)


def import_all() -> None:
    """Import all of it, in one thread, so that a fork finds it whole.

    Raises
    ------
    RuntimeError : something that was imported started a thread, which a fork would lose.
    """
    os.environ["OPENBLAS_NUM_THREADS"] = "1"  # numpy asks once, when it is imported
    os.environ["PYDEVD_DISABLE_FILE_VALIDATION"] = "1"  # else debugpy warns of frozen modules
    import shabakati  # noqa: F401
    from shabakati import charts, forms, insight, outputs, steps  # noqa: F401

    for name in _LATE:
        try:
            importlib.import_module(name)
        except ImportError:
            continue  # a part that this version does not have
    if threading.active_count() != 1:
        raise RuntimeError("a thread was started by an import: nothing can be forked from here")
