"""`shabakati-app`: your workbook as a page on this computer, for you alone."""

from __future__ import annotations

import argparse
import os
import sys
import webbrowser
from collections.abc import Callable, Sequence
from contextlib import suppress
from html import escape
from pathlib import Path
from urllib.parse import urlencode

HOME = Path(__file__).parents[2]
NOTEBOOK = HOME / "notebooks" / "workbook.ipynb"
MINE = HOME / "data" / "mine"
OPENER = MINE / "open.html"
PORT = 8866
_SCREEN = ("DISPLAY", "WAYLAND_DISPLAY", "BROWSER")  # without one, there is no browser to open


def main(argv: Sequence[str] | None = None) -> None:
    """Serve the workbook on 127.0.0.1 and open it in the browser, until Ctrl+C."""
    from shabakati.language import LANGUAGES, say, use

    options = _options(argv, LANGUAGES, say)
    if options.language:
        use(options.language)
    MINE.mkdir(mode=0o700, parents=True, exist_ok=True)
    MINE.chmod(0o700)  # other people's names are in it

    from shabakati_serving.guard import new_token
    from shabakati_serving.server import serve

    token = new_token()
    asked = {"lang": options.language} if options.language else {}

    def announce(address: str) -> None:
        url = f"{address}?{urlencode({**asked, 'token': token})}"
        print(
            f"\n{say('serving.start.ready')}\n\n    {url}\n\n{say('serving.start.stop')}\n",
            flush=True,
        )
        if options.browser:
            _open(url)

    try:
        serve(NOTEBOOK, options.port, token, announce)
    finally:
        OPENER.unlink(missing_ok=True)


def _options(
    argv: Sequence[str] | None, languages: Sequence[str], say: Callable[..., str]
) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="shabakati-app", description=say("serving.start.what"))
    parser.add_argument(
        "--port", type=int, default=PORT, help=say("serving.start.port", port=str(PORT))
    )
    parser.add_argument(
        "--no-browser", dest="browser", action="store_false", help=say("serving.start.no_browser")
    )
    parser.add_argument("--language", choices=languages, help=say("serving.start.language"))
    return parser.parse_args(argv)


def _open(url: str) -> None:
    """Open the address in the browser, if there is one.

    The browser is given a file, readable by its owner only, that leads there: a command line,
    with a token in it, could be read by everybody on this computer.
    """
    if sys.platform == "linux" and not any(os.environ.get(name) for name in _SCREEN):
        return
    OPENER.unlink(missing_ok=True)
    with os.fdopen(os.open(OPENER, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
        file.write(f'<!doctype html><meta http-equiv="refresh" content="0;url={escape(url)}">')
    with suppress(webbrowser.Error):
        webbrowser.open(OPENER.as_uri())
