"""Nobody is answered whom the token has not let in: not a page, a file, a socket or an error."""

from __future__ import annotations

import hmac
import inspect
import logging
import secrets
import traceback
from typing import Any

from jupyter_server.auth.identity import IdentityProvider, User
from tornado.web import HTTPError, RequestHandler

from shabakati_serving.headers import Headed
from shabakati_serving.hosts import is_own

COOKIE = "shabakati"


class Door(IdentityProvider):
    """Lets in whoever shows the token once, and then their browser by a signed cookie.

    The cookie ends with the browser's session, and with the server, whose secret is new each time.
    """

    def admits(self, handler: RequestHandler) -> bool:
        """Whether the request carries our cookie, or the token in its `Authorization` header."""
        if handler.get_signed_cookie(self._cookie(handler)) == b"in":
            return True
        found = self.auth_header_pat.match(handler.request.headers.get("Authorization", ""))
        return found is not None and self.is_token(found.group(2))

    def is_token(self, text: str) -> bool:
        """Whether the text is the token, in a time that tells nothing of it."""
        return bool(self.token) and hmac.compare_digest(text.encode(), str(self.token).encode())

    def let_in(self, handler: RequestHandler) -> None:
        """Give the browser the cookie."""
        handler.set_signed_cookie(
            self._cookie(handler), "in", expires_days=None, httponly=True, samesite="Lax"
        )

    async def get_user(self, handler: RequestHandler) -> User | None:
        """The one reader, for those parts of Jupyter that ask who it is."""
        return User("reader") if self.admits(handler) else None

    def get_handlers(self) -> list[tuple[str, object]]:
        """No page to log in or out: the address that the launcher gives is the key."""
        return []

    def _cookie(self, handler: RequestHandler) -> str:
        # Browsers do not keep the ports of one host apart: the name does.
        port = handler.request.host.rpartition(":")[2]
        return f"{COOKIE}-{port}" if port.isdigit() else COOKIE


class Guarded(Headed):
    """Stands before a handler: whom the door does not admit gets 403 and nothing else."""

    methods: tuple[str, ...] = ("GET", "HEAD")  # what a page of ours asks with

    async def prepare(self) -> None:
        """Ask the door first, then prepare as the handler itself does."""
        self.check_own_host()
        if not self.settings["identity_provider"].admits(self):
            self.current_user = None
            raise HTTPError(403)
        if self.request.method not in self.methods:
            raise HTTPError(405)
        if any(_is_odd(part) for part in (*self.path_args, *self.path_kwargs.values())):
            raise HTTPError(404)
        prepared = super().prepare()
        if inspect.isawaitable(prepared):
            await prepared

    def check_own_host(self) -> None:
        """Refuse a request to a name that is not ours: another site's, pointed at our address."""
        names, anywhere = self.settings["own_names"], self.settings["allow_remote_access"]
        if not is_own(self.request.host, names, anywhere):
            self.current_user = None
            raise HTTPError(403)

    def write_error(self, status_code: int, **_: Any) -> None:
        """No page, no reason, no trace."""
        self.set_header("Cache-Control", "no-store")
        self.finish()

    def log_exception(self, typ: Any, value: Any, tb: Any) -> None:
        """Where it happened, and nothing of who asked for what."""
        if isinstance(value, HTTPError) or typ is None:
            return
        where = "".join(traceback.format_tb(tb))
        logging.getLogger("shabakati").error("%s\n%s", typ.__name__, where)


def guarded(handler: type[RequestHandler], *methods: str) -> type[RequestHandler]:
    """The handler, with the guard before it; answers to `methods`, to GET and HEAD if none."""
    own = {"methods": methods} if methods else {}
    return type(f"Guarded{handler.__name__}", (Guarded, handler), own)


def _is_odd(part: str | bytes | None) -> bool:
    """Whether a part of a path leads elsewhere than it seems to."""
    if part is None:
        return False
    text = part.decode("utf-8", "replace") if isinstance(part, bytes) else part
    return "\0" in text or "\\" in text or not {"", ".", ".."}.isdisjoint(text.split("/"))


def new_token() -> str:
    """A token that nobody guesses: 192 bits."""
    return secrets.token_hex(24)
