"""The page for the room's wall: a large QR code, the address and the code, to show or to print."""

from __future__ import annotations

import base64
import hmac
import io
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from tornado.web import HTTPError

from shabakati.language import LANGUAGES, direction, say_in
from shabakati.look.assets import FONTS, read_asset
from shabakati_serving.page import STATIC, Says
from shabakati_serving.room.announce import qr
from shabakati_serving.room.code import shown
from shabakati_serving.room.network import is_local
from shabakati_serving.room.settings import Room

WORDS = ("title", "network", "scan", "code", "private", "print")


class WallPage(Says):
    """Shown to whoever brings the key that the terminal told; carries all that it needs."""

    def initialize(self, room: Room) -> None:
        """`room` : whose entrance it shows."""
        self._room = room

    def get(self) -> None:
        """The page, which a browser keeps nowhere."""
        key, told = self._room.wall_key, self.get_query_argument("key", "")
        if not key or not hmac.compare_digest(told.encode(), key.encode()):
            raise HTTPError(403)
        self.set_header("Content-Type", "text/html; charset=utf-8")
        self.set_header("Cache-Control", "no-store")
        template = self.settings["voila_jinja2_env"].get_template("wall.html.j2")
        self.finish(template.render(wall(self._room), page=self.settings["page"]))


def wall(room: Room) -> dict[str, Any]:
    """What the page's template is given: words of both languages, address, code, picture, look."""
    first = room.language or LANGUAGES[0]
    host = urlsplit(room.address).hostname or ""
    return {
        "spoken": [
            {
                "language": language,
                "direction": direction(language),
                **{word: say_in(language, f"room.wall.{word}") for word in WORDS},
            }
            for language in sorted(LANGUAGES, key=lambda language: language != first)
        ],
        "address": room.address.rstrip("/"),
        "code": shown(room.code),
        "local": is_local(host),
        "picture": picture(room),
        "fonts": _fonts(),
        "sheet": (STATIC / "wall.css").read_text("utf-8"),
    }


def picture(room: Room) -> str:
    """The QR code as SVG, with its quiet margin, black on white whatever the page's colours."""
    drawn = io.BytesIO()
    qr(room).save(
        drawn, kind="svg", border=4, dark="#000", light="#fff", xmldecl=False, omitsize=True
    )
    return drawn.getvalue().decode("utf-8").strip()


@cache
def _fonts() -> list[tuple[str, str, str]]:
    """Script, weight and `data:` address of each font: a stranger is given no file."""
    found = []
    for name in FONTS:
        script, weight = Path(name).stem.split("-")[-3:-1]
        data = base64.b64encode(read_asset(name)).decode("ascii")
        found.append((script, weight, f"data:font/woff2;base64,{data}"))
    return found
