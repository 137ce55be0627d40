"""Who is in a room: each browser is one visitor, known by a signed cookie and nothing else."""

from __future__ import annotations

import hashlib
import hmac
import re
import secrets
import time

from jupyter_server.auth.identity import User
from tornado.web import RequestHandler

from shabakati_serving.bounds import Attempts
from shabakati_serving.guard import Door
from shabakati_serving.hosts import address, is_tls
from shabakati_serving.room.code import plain
from shabakati_serving.room.settings import Room

_VISITOR = re.compile(rb"[0-9a-f]{32}")
_DAYS = 1  # that a cookie is good for, while the server's secret is the same
_ALL = "all"  # no address
_SALT = b"shabakati: cookies of a room"


def cookie_secret(code: str) -> bytes:
    """What signs the cookies of a room with this code; without one, new each time.

    Made from the code, it is the same after a restart: whoever was let in still is, and nothing
    lies on a disk. It is slow to make (64 MB, some 100 ms), for a cookie that was overheard can be
    tried against guessed codes; but that cookie itself opens the door already. Who knows the code
    can sign cookies, and so be as many visitors as they could be by asking; to be another one,
    they would have to guess 128 bits.
    """
    if not code:
        return secrets.token_bytes(32)
    salted = {"salt": _SALT, "n": 2**15, "r": 16, "p": 1, "maxmem": 2**27}
    return hashlib.scrypt(plain(code).encode(), dklen=32, **salted)  # type: ignore[arg-type]


class RoomDoor(Door):
    """Lets in everybody who opens the page, or who knows the code; each is a visitor.

    `room` is set by the server before the first request.
    """

    room = Room()

    def __init__(self, **options: object) -> None:
        super().__init__(**options)
        # A room may come from one address, and some of it mistypes. At these rates a code of six
        # letters and digits outlasts a workshop 300,000 times.
        self._from_one = Attempts(free=40, longest=30)
        self._from_all = Attempts(free=200, longest=4)

    def admits(self, handler: RequestHandler) -> bool:
        """Whether the request comes from a visitor."""
        return bool(self.visitor(handler))

    def visitor(self, handler: RequestHandler) -> str:
        """Who asks, as a random word; "" for a stranger."""
        told = handler.get_signed_cookie(self._cookie(handler), max_age_days=_DAYS) or b""
        return told.decode("ascii") if _VISITOR.fullmatch(told) else ""

    def let_in(self, handler: RequestHandler) -> None:
        """Make whoever asks a visitor."""
        handler.set_signed_cookie(
            self._cookie(handler),
            secrets.token_hex(16),
            expires_days=None,
            httponly=True,
            samesite="Lax",
            secure=is_tls(handler.request, self.room.proxied),
        )

    def wait(self, handler: RequestHandler) -> float:
        """Seconds until a code that comes from there is looked at again."""
        now, where = time.monotonic(), address(handler.request, self.room.proxied)
        return max(self._from_one.wait(where, now), self._from_all.wait(_ALL, now))

    def is_code(self, handler: RequestHandler, code: str) -> bool:
        """Whether it is the room's code; in a time that tells nothing of it, and it is counted."""
        now, where = time.monotonic(), address(handler.request, self.room.proxied)
        right = plain(self.room.code).encode()
        if hmac.compare_digest(plain(code[:100]).encode(), right):
            self._from_one.right(where)
            return True
        self._from_one.wrong(where, now)
        self._from_all.wrong(_ALL, now)
        return False

    def is_token(self, text: str) -> bool:
        """A room has no token."""
        return False

    async def get_user(self, handler: RequestHandler) -> User | None:
        """The visitor, for those parts of Jupyter that ask who it is."""
        visitor = self.visitor(handler)
        return User(visitor) if visitor else None

    def _cookie(self, handler: RequestHandler) -> str:
        # With this prefix no other server of the same name, and no other path, can set it.
        tls = is_tls(handler.request, self.room.proxied)
        return ("__Host-" if tls else "") + super()._cookie(handler)
