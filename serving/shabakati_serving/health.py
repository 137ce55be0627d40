"""Whether the server is alive, for who watches over it."""

from __future__ import annotations

from shabakati_serving.headers import Headed


class Health(Headed):
    """Says that it is alive and nothing else, to everybody."""

    SUPPORTED_METHODS = ("GET", "HEAD")

    def get(self) -> None:
        """One word."""
        self.set_header("Content-Type", "text/plain; charset=utf-8")
        self.finish("alive\n")

    head = get

    def write_error(self, status_code: int, **_: object) -> None:
        """Nothing."""
        self.finish()
