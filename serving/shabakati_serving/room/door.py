"""Who is in a room: each browser is one visitor, known by a signed cookie and nothing else."""

from __future__ import annotations

import secrets

from tornado.web import RequestHandler

from shabakati_serving.guard import Door
from shabakati_serving.page import WorkbookPage


class RoomDoor(Door):
    """Lets in everybody who opens the page, each as a visitor of their own."""

    def admits(self, handler: RequestHandler) -> bool:
        """Whether the request comes from a visitor."""
        return bool(self.visitor(handler))

    def visitor(self, handler: RequestHandler) -> str:
        """Who asks, as a random word; "" for a stranger."""
        new = getattr(handler, "new_visitor", "")
        told = handler.get_signed_cookie(self._cookie(handler)) or b""
        return new or told.decode("ascii", "replace")

    def let_in(self, handler: RequestHandler) -> None:
        """Make whoever asks a visitor."""
        handler.new_visitor = secrets.token_hex(16)  # type: ignore[attr-defined]
        handler.set_signed_cookie(
            self._cookie(handler),
            handler.new_visitor,  # type: ignore[attr-defined]
            expires_days=None,
            httponly=True,
            samesite="Lax",
            secure=handler.request.protocol == "https",
        )


class RoomPage(WorkbookPage):
    """The workbook, in a room."""

    async def prepare(self) -> None:
        """A stranger who opens the page becomes a visitor."""
        door = self.settings["identity_provider"]
        if self.request.method == "GET" and not door.admits(self):
            door.let_in(self)
        await super().prepare()
