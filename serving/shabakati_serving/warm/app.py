"""ipykernel's application, without what a page has no use for."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import zmq
from ipykernel import kernelapp
from ipykernel.iostream import IOPubThread
from ipykernel.ipkernel import IPythonKernel
from traitlets import Unicode


class OwnOutput(IOPubThread):
    """What a kernel says goes out; no port on 127.0.0.1 is opened for its processes to say more."""

    def _setup_pipe_in(self) -> None:
        self._pipe_flag = False


class OwnKernel(IPythonKernel):
    """A kernel that does not look for its children when it ends: the nursery ends its group."""

    async def _progressively_terminate_all_children(self) -> None:
        """Nothing: a room's kernel may not see which processes there are."""


class OwnKernelApp(kernelapp.IPKernelApp):
    """No connection file once it is read, no debugger, no port for processes of its own."""

    name = "ipython-kernel"
    kernel_class = OwnKernel
    tqdm = Unicode().tag(config=True)  # IPython sets it, and a warning would say it is unknown

    def init_connection_file(self) -> None:
        """Read it and remove it: the key in it lets in whoever reads it."""
        super().init_connection_file()
        Path(self.abs_connection_file).unlink(missing_ok=True)

    def write_connection_file(self, **_: Any) -> None:
        """Nothing: whoever asked for the kernel knows what is in it."""

    def init_control(self, context: zmq.Context[Any]) -> None:
        """As ever, but for the debugger's line: a room's kernel connects to nobody."""
        super().init_control(context)
        self.debug_shell_socket.close(linger=0)
        self.debug_shell_socket = context.socket(zmq.DEALER)

    def init_iopub(self, context: zmq.Context[Any]) -> None:
        """As ever, through our own output."""
        vars(kernelapp)["IOPubThread"] = OwnOutput
        super().init_iopub(context)
