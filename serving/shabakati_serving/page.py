"""The page itself, and what is said where it may not be shown."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from voila.tornado.handler import TornadoVoilaHandler

from shabakati.look.assets import FONTS, versions
from shabakati.look.theme import css_variables
from shabakati_serving.guard import Guarded
from shabakati_serving.headers import Headed
from shabakati_serving.words import heal_words, words

STATIC = Path(__file__).parent / "static"  # the page's own scripts and picture
SCRIPTS = ("leave", "page", "lasting", "place", "heal")  # in this order, before Voilà's

_HOST = re.compile(r"[A-Za-z0-9.\-]+(:\d+)?|\[[0-9a-fA-F:]+\](:\d+)?")


def policy(host: str) -> str:
    """What a browser may do for this page: nothing from or to another host, no inline script.

    Vega and Voilà compile expressions (`unsafe-eval`); widgets bring their modules as `blob:` and
    their styles inline. `host` is named for sockets, which not every browser counts as 'self'.
    """
    socket = f" ws://{host} wss://{host}" if _HOST.fullmatch(host) else ""
    return "; ".join(
        [
            "default-src 'self'",
            "script-src 'self' 'unsafe-eval' blob:",
            "style-src 'self' 'unsafe-inline'",
            "img-src 'self' data: blob:",
            "font-src 'self' data:",
            f"connect-src 'self' blob: data:{socket}",
            "worker-src 'self' blob:",
            "object-src 'none'",
            "base-uri 'none'",
            "form-action 'self'",
            "frame-ancestors 'none'",
        ]
    )


class Says(Headed):
    """Errors as a page in the reader's language."""

    def set_default_headers(self) -> None:
        """Those of every answer, with a page's policy."""
        super().set_default_headers()
        self.set_header("Content-Security-Policy", policy(self.request.host))

    def write_error(self, status_code: int, **_: Any) -> None:
        """One sentence that says what to do; never a trace.

        It carries its own style, since a stranger is given no file, and speaks the language that
        was asked for, else every one.
        """
        kind = {403: "closed", 404: "absent"}.get(status_code, "broken")
        page = self.settings["page"]
        asked = self.get_query_argument("lang", "")
        spoken = [asked] if asked in page["words"] else list(page["words"])
        self.set_header("Content-Type", "text/html; charset=utf-8")
        template = self.settings["voila_jinja2_env"].get_template("notice.html.j2")
        self.finish(
            template.render(kind=kind, base_url=self.settings["base_url"], page=page, spoken=spoken)
        )


class WorkbookPage(Says, Guarded, TornadoVoilaHandler):
    """The workbook. The token in its address is changed for a cookie and taken out of it."""

    async def prepare(self) -> None:
        """Let in who brings the token, before a kernel is given to them."""
        door = self.settings["identity_provider"]
        if self.request.method == "GET" and door.is_token(self.get_query_argument("token", "")):
            door.let_in(self)
            kept = {k: v[-1] for k, v in self.request.query_arguments.items() if k != "token"}
            self.redirect(self.request.path + (f"?{urlencode(kept)}" if kept else ""))
            return
        await super().prepare()
        # Voilà's farewell beacon sends this cookie's value; without it the kernel would live on.
        self.xsrf_token  # noqa: B018


class NoPage(Says, Guarded):
    """Every address that is not ours."""

    methods = Guarded.SUPPORTED_METHODS

    async def prepare(self) -> None:
        """Closed to strangers, absent to the reader."""
        await super().prepare()
        self.send_error(404)


def page_settings(in_a_room: bool = False) -> dict[str, Any]:
    """What the page's templates are given beside Voilà's own: words, look, files' versions."""
    own = b"".join(path.read_bytes() for path in sorted(STATIC.iterdir()))
    return {
        "words": words(in_a_room),
        "heal": heal_words(),
        "room": in_a_room,
        "css_variables": css_variables(),
        "fonts": FONTS,
        "versions": versions(),
        "sheet": (STATIC / "page.css").read_text("utf-8"),
        "scripts": SCRIPTS,
        "own_version": hashlib.sha256(own).hexdigest()[:12],
    }
