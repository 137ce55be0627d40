"""A kernel made before the fork: all of it but its sockets and threads, which come after.

What a kernel does while it starts writes to pages that it shares with the nursery, and each page
written to is a page of its own: 24 MB, of which most is counting references. Here it is done once.
"""

from __future__ import annotations

import sys
import uuid
from collections.abc import Sequence
from typing import Any

import ipykernel.debugger
from IPython.paths import get_ipython_dir
from ipywidgets import register_comm_target
from traitlets.config import Config

from shabakati.opening import in_a_room
from shabakati.steps.rehearsal import make_ahead, rehearse
from shabakati_serving.warm.app import OwnKernel, OwnKernelApp

_NOTHING_KEPT = Config({"HistoryManager": {"enabled": False}})  # of what was run, on any disk


class KernelAhead(OwnKernel):
    """Made without a connection; `instance(...)` with one connects the same kernel."""

    @classmethod
    def instance(cls, *args: Any, **given: Any) -> KernelAhead:
        """The one kernel: made if there is none, connected if it is given its sockets."""
        there = cls.initialized()
        kernel: KernelAhead = super().instance(*args, **({} if there else given))
        if there and given:
            kernel.connect(given)
        return kernel

    def connect(self, given: dict[str, Any]) -> None:
        """Take what ipykernel's application gives to a new kernel, and tell its parts."""
        for name, value in given.items():
            if value is not None:
                setattr(self, name, value)
        self.ident = str(uuid.uuid4())
        self._stdout, self._stderr = sys.stdout, sys.stderr
        shell: Any = self.shell
        hook, publisher = shell.displayhook, shell.display_pub
        hook.session = publisher.session = self.session
        hook.pub_socket = publisher.pub_socket = self.iopub_socket
        hook.topic = self._topic("execute_result")
        for comm in self.comm_manager.comms.values():  # opened before there was a kernel
            comm.kernel = self  # type: ignore[attr-defined]


class AppAhead(OwnKernelApp):
    """ipykernel's application, for a kernel made ahead; its argument is the connection file."""

    kernel_class = KernelAhead

    def parse_command_line(self, argv: Sequence[str] | None = None) -> None:
        """Read nothing else: no options are given, and looking for them costs 2 MB."""
        if argv:
            self.connection_file = argv[-1]


def make_all() -> None:
    """Make a room's page, then the kernel of this process; `connected` connects them.

    Widgets made before there is a kernel tell nobody of themselves: a page asks for all of them.
    """
    if in_a_room():
        rehearse()
        make_ahead()
    ipykernel.debugger._is_debugpy_available = False  # nobody debugs here; it looks at all modules
    app = AppAhead.instance(config=_NOTHING_KEPT)
    app.kernel_class.instance(parent=app, log=app.log)
    register_comm_target()  # done at import where a kernel runs already; here none did


def connected(file: str) -> AppAhead:
    """The application, its kernel connected as this file says; both are made if they are not."""
    app = AppAhead.instance(config=_NOTHING_KEPT)
    app.ipython_dir = get_ipython_dir()  # of this process: the nursery's is another
    app.initialize([file])
    register_comm_target()
    return app
