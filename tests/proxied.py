"""A wire between a browser and a server that the tests can cut, let fall silent, and mend."""

import socket
import threading
from contextlib import contextmanager, suppress

PIECE = 65_536  # bytes


class Wire:
    """Listens on a port of its own and passes on what comes; `to` is the server's port."""

    def __init__(self, to: int) -> None:
        self.to = to
        self.whole = True
        self.pairs: list[tuple[socket.socket, socket.socket]] = []
        self.deaf: set[socket.socket] = set()  # sockets from which nothing is passed on any more
        self.listener = socket.create_server(("127.0.0.1", 0), backlog=64)
        self.port = self.listener.getsockname()[1]
        threading.Thread(target=self._accept, daemon=True).start()

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}/"

    def cut(self) -> None:
        """End every connection, and any that is tried from now on."""
        self.whole = False
        for pair in self.pairs:
            _end(*pair)
        self.pairs = []

    def mend(self) -> None:
        self.whole = True

    def silence(self, *, browser: bool = True, server: bool = True) -> None:
        """Lose what either side says over the connections of now; nobody is told of it."""
        for near, far in self.pairs:
            self.deaf |= {near} if browser else set()
            self.deaf |= {far} if server else set()

    def _accept(self) -> None:
        with suppress(OSError):
            while True:
                near, _ = self.listener.accept()
                try:
                    if not self.whole:
                        raise ConnectionError
                    far = socket.create_connection(("127.0.0.1", self.to))
                except OSError:
                    _end(near)
                    continue
                self.pairs.append((near, far))
                for one, other in ((near, far), (far, near)):
                    threading.Thread(target=self._pass, args=(one, other), daemon=True).start()

    def _pass(self, one: socket.socket, other: socket.socket) -> None:
        with suppress(OSError):
            while piece := one.recv(PIECE):
                if one not in self.deaf:
                    other.sendall(piece)
        if one not in self.deaf:
            _end(one, other)


def _end(*sockets: socket.socket) -> None:
    for one in sockets:
        with suppress(OSError):
            one.shutdown(socket.SHUT_RDWR)
        one.close()


@contextmanager
def wire(port: int):
    """A wire to the server at this port."""
    running = Wire(port)
    try:
        yield running
    finally:
        running.cut()
        _end(running.listener)
