"""The process from which kernels are forked: it imports once what all of them need, and waits.

`python -m shabakati_serving.warm.nursery SOCKET` listens on a Unix socket that only its owner may
open. Each connection is one kernel, in lines of JSON: a request (`file`, `env`, `cwd`) is answered
by `pid`, then `signal` may be asked for, and `status` ends it. When the asking side goes, so does
its kernel; when standard input ends, so does the nursery with all of them.
"""

from __future__ import annotations

import contextlib
import gc
import os
import selectors
import signal
import socket
import struct
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from shabakati_serving.warm import lines
from shabakati_serving.warm.folders import remove

_BACKLOG = 512  # connections that may wait
_PIECE = 65_536  # bytes read at once
_MOST = 1 << 20  # bytes of a request, an environment in it


@dataclass
class Ward:
    """One connection, and the kernel that it asked for."""

    connection: socket.socket
    pid: int = 0
    heard: bytes = b""
    ended: bool = field(default=False)


class Nursery:
    """Forks a kernel for each connection, and tells each how its kernel ended."""

    def __init__(self, listener: socket.socket) -> None:
        self.listener = listener
        self.selector = selectors.DefaultSelector()  # epoll or kqueue: as many as the system gives
        self.wards: dict[int, Ward] = {}  # by the connection's descriptor
        self.woken, wake = socket.socketpair()
        for end in (self.woken, wake, listener):
            end.setblocking(False)
        self._wake = wake
        signal.signal(signal.SIGCHLD, lambda *_: None)
        signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C is the server's, which ends us
        signal.set_wakeup_fd(wake.fileno(), warn_on_full_buffer=False)
        self.selector.register(listener, selectors.EVENT_READ, self._accept)
        self.selector.register(self.woken, selectors.EVENT_READ, self._reap)
        os.set_blocking(0, False)
        self.selector.register(0, selectors.EVENT_READ, self._leave)
        self.open = True

    def run(self) -> None:
        """Serve until standard input ends."""
        while self.open:
            for key, _ in self.selector.select():
                key.data(key.fileobj)
        for ward in list(self.wards.values()):
            self._forget(ward)

    def _accept(self, _: Any) -> None:
        connection, _address = self.listener.accept()
        if not _is_the_server(connection):
            connection.close()
            return
        connection.setblocking(False)
        self.wards[connection.fileno()] = Ward(connection)
        self.selector.register(connection, selectors.EVENT_READ, self._hear)

    def _hear(self, connection: socket.socket) -> None:
        ward = self.wards[connection.fileno()]
        try:
            piece = connection.recv(_PIECE)
        except BlockingIOError:
            return
        except OSError:
            piece = b""
        ward.heard += piece
        if not piece or len(ward.heard) > _MOST:
            self._forget(ward)
            return
        found, ward.heard = lines.split(ward.heard)
        for message in found:
            if "file" in message and not ward.pid:
                self._raise(ward, message)
            elif "signal" in message:
                _kill(ward.pid, int(message["signal"]))

    def _raise(self, ward: Ward, message: dict[str, Any]) -> None:
        sys.stdout.flush()
        sys.stderr.flush()
        pid = os.fork()
        if pid == 0:
            self._become(message)
        ward.pid = pid
        self._tell(ward, {"pid": pid})

    def _become(self, message: dict[str, Any]) -> None:
        """In the child: let go of all that is the nursery's, and be a kernel. Does not return."""
        from shabakati_serving.warm.kernel import be_kernel

        status = 1
        try:
            signal.set_wakeup_fd(-1)
            signal.signal(signal.SIGCHLD, signal.SIG_DFL)
            self.selector.close()
            for ward in self.wards.values():
                ward.connection.close()
            for end in (self.listener, self.woken, self._wake):
                end.close()
            self.wards.clear()
            status = be_kernel(str(message["file"]), dict(message["env"]), str(message["cwd"]))
        except BaseException:
            import traceback

            traceback.print_exc()
        finally:
            sys.stdout.flush()
            sys.stderr.flush()
            os._exit(status)  # nothing of the nursery's is tidied up twice

    def _reap(self, _: Any) -> None:
        """A child ended: tell who asked for it."""
        with contextlib.suppress(BlockingIOError):
            self.woken.recv(_PIECE)
        for ward in list(self.wards.values()):
            if not ward.pid or ward.ended:
                continue
            pid, status = os.waitpid(ward.pid, os.WNOHANG)
            if pid:
                ward.ended = True
                with contextlib.suppress(ProcessLookupError, PermissionError):
                    os.killpg(pid, signal.SIGKILL)  # what it started ends with it
                self._tell(ward, {"status": os.waitstatus_to_exitcode(status)})

    def _forget(self, ward: Ward) -> None:
        """Who asked is gone: so is their kernel."""
        self.selector.unregister(ward.connection)
        del self.wards[ward.connection.fileno()]
        ward.connection.close()
        if ward.pid and not ward.ended:
            _kill(ward.pid, signal.SIGKILL)
            os.waitpid(ward.pid, 0)

    def _tell(self, ward: Ward, message: dict[str, Any]) -> None:
        try:
            ward.connection.sendall(lines.line(message))
        except OSError:
            self._forget(ward)

    def _leave(self, _: Any) -> None:
        try:
            self.open = bool(os.read(0, _PIECE))
        except BlockingIOError:
            return


def _is_the_server(connection: socket.socket) -> bool:
    """Whether the process that started the nursery asks; a kernel must not ask for a free one."""
    if not hasattr(socket, "SO_PEERCRED"):
        return True
    size = struct.calcsize("3i")
    pid, _uid, _gid = struct.unpack(
        "3i", connection.getsockopt(socket.SOL_SOCKET, socket.SO_PEERCRED, size)
    )
    return bool(pid == os.getppid())


def _kill(pid: int, number: int) -> None:
    """Signal a kernel and what it started; a kernel leads a group of its own."""
    if pid <= 0:
        return
    try:
        os.killpg(pid, number)
    except ProcessLookupError:
        try:
            os.kill(pid, number)  # forked a moment ago, and not the leader of its group yet
        except ProcessLookupError:
            return


def main(path: str) -> None:
    """Import and make everything, then listen; one line on standard output says that it does."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C is for the server, which ends this
    from shabakati_serving.warm.imports import import_all

    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C is for the server, which then ends us
    import_all()
    from shabakati_serving.warm.ahead import make_all

    make_all()
    listener = socket.socket(socket.AF_UNIX)
    listener.bind(path)
    os.chmod(path, 0o600)
    listener.listen(_BACKLOG)
    nursery = Nursery(listener)
    gc.collect()
    gc.freeze()  # what stands now is shared by all: a collection must not write to its pages
    print("ready", flush=True)
    nursery.run()
    remove(Path(path).parent)  # where the server was killed, nobody else does


if __name__ == "__main__":
    main(sys.argv[1])
