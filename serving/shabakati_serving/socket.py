"""The websocket between the page and its kernel, kept open while nobody does anything."""

from __future__ import annotations

from tornado.websocket import WebSocketProtocol, WebSocketProtocol13
from voila.tornado.kernel_websocket_handler import VoilaKernelWebsocketHandler

from shabakati_serving.counted import Counted


class KernelSocket(VoilaKernelWebsocketHandler, Counted):
    """Voilà's, of which Jupyter's pings alone ask whether anybody is there.

    Jupyter pings every 30 s and gives up after three; its times are milliseconds. Tornado reads
    the same two attributes as seconds of its own, and finds the timeout too long. A timeout that
    pleases both closes each connection at its first ping, before an answer can have come.
    """

    def get_websocket_protocol(self) -> WebSocketProtocol | None:
        """The protocol, without pings of its own."""
        protocol = super().get_websocket_protocol()
        if isinstance(protocol, WebSocketProtocol13):
            protocol.params.ping_interval = None
        return protocol
