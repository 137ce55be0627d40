"""The server's own bounds on connections: who says nothing, or too much, is let go."""

from __future__ import annotations

import ssl
from contextlib import suppress

from tornado.httpserver import HTTPServer
from tornado.iostream import IOStream
from tornado.web import Application

_SILENT = 30  # seconds for a request's head, and between two requests
_SLOW = 10  # seconds for a body
_HEAD = 16 * 1024  # bytes of a request's head
_BODY = 64 * 1024  # bytes of a body: a form with one field is the largest
_PIECE = 256 * 1024  # bytes read at once
_MOST = 16_384  # connections, where the system sets no limit


def most_connections() -> int:
    """Connections at once: half of the files that may be open; the rest is for kernels."""
    with suppress(ImportError):
        import resource

        files, _ = resource.getrlimit(resource.RLIMIT_NOFILE)
        if files != resource.RLIM_INFINITY:
            return min(_MOST, files // 2)
    return _MOST


class Bounded(HTTPServer):
    """A server that turns away connections beyond a number."""

    def handle_stream(self, stream: IOStream, address: tuple) -> None:
        """Serve it, or close it at once."""
        if len(self._connections) >= most_connections():
            stream.close()
        else:
            super().handle_stream(stream, address)


def listen(
    app: Application, port: int, address: str, tls: ssl.SSLContext | None = None
) -> HTTPServer:
    """Serve `app` there, within bounds.

    Raises
    ------
    OSError : the port is taken or not ours to take.
    """
    server = Bounded(
        app,
        ssl_options=tls,
        idle_connection_timeout=_SILENT,
        body_timeout=_SLOW,
        max_header_size=_HEAD,
        max_body_size=_BODY,
        chunk_size=_PIECE,
    )
    server.listen(port, address)
    return server
