"""What every answer carries, whatever it is: headers that keep a browser from doing more."""

from __future__ import annotations

from tornado.web import RequestHandler, StaticFileHandler

from shabakati_serving.hosts import is_tls

_DAY = 24 * 60 * 60  # seconds
_BARE = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; base-uri 'none'"
_ALWAYS = {
    "Content-Security-Policy": _BARE,  # a page says its own
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": (
        "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()"
    ),
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}


class Headed(RequestHandler):
    """Stands before a handler and sets its headers; who serves is not told, nor which version."""

    def set_default_headers(self) -> None:
        """Those of the handler, then ours."""
        super().set_default_headers()
        self.clear_header("Server")
        for name, value in _ALWAYS.items():
            self.set_header(name, value)
        if not isinstance(self, StaticFileHandler):
            self.set_header("Cache-Control", "no-store")
        if is_tls(self.request, bool(self.settings.get("proxied"))):
            # A day: longer than a workshop, shorter than the name may be used for something else.
            self.set_header("Strict-Transport-Security", f"max-age={_DAY}")
            self.set_header("Cross-Origin-Opener-Policy", "same-origin")
