"""How a browser gets Vega and the fonts without the internet.

`python -m shabakati.look.assets` bundles Vega once into `static/vega.js`. A page that serves the
folder `static/` says so (`globalThis.shabakatiStatic`, a URL prefix); elsewhere the browser asks
the kernel for a file by its name, once a page (`assets.js`).
"""

from __future__ import annotations

import hashlib
import json
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:  # set-up runs this file, and must not wait for the widgets
    from anywidget import AnyWidget

STATIC = Path(__file__).parent.parent / "static"
VEGA = "vega.js"
FONTS = tuple(
    f"fonts/ibm-plex-sans-arabic-{script}-{weight}-normal.woff2"
    for script in ("arabic", "latin")
    for weight in (400, 500, 600)
)
NAMES = (VEGA, *FONTS)  # all that a browser may ask for

_SNIPPET = "export { vegaEmbed as embed };"
_JS = Path(__file__).parent


def make_vega() -> Path:
    """The bundle of vega-embed, Vega-Lite and Vega of Altair's version; made only if not current.

    It is an ES module, about 0.9 MB, that exports `embed`. Its first line says of which versions
    it was made.
    """
    path, stamp = STATIC / VEGA, f"// {_vega_version()}\n"
    if path.exists():
        with path.open(encoding="utf-8") as file:
            if file.readline() == stamp:
                return path
    import altair
    import vl_convert

    lite = ".".join(altair.SCHEMA_VERSION.lstrip("v").split(".")[:2])
    bundle = vl_convert.javascript_bundle(_SNIPPET, vl_version=lite)
    path.parent.mkdir(exist_ok=True)
    part = path.with_suffix(".part")  # a half-written bundle must never look whole
    part.write_text(stamp + bundle, encoding="utf-8")
    part.replace(path)
    return path


@cache
def versions() -> dict[str, str]:
    """A version for each name: what is kept under it in a browser stays right for ever."""
    fonts = {n: hashlib.sha256((STATIC / n).read_bytes()).hexdigest()[:12] for n in FONTS}
    return {VEGA: _vega_version(), **fonts}


def read_asset(name: str) -> bytes:
    """The bytes of one of `NAMES`; any other name is a `KeyError`."""
    if name not in NAMES:
        raise KeyError(name)
    path = make_vega() if name == VEGA else STATIC / name
    return path.read_bytes()


def answer_assets(widget: AnyWidget) -> None:
    """Let the widget's browser side ask for assets: by a name of the list, never by a path."""
    widget.on_msg(_answer)


def esm(*files: Path | str) -> str:
    """One ES module of several files, since those of anywidget cannot import each other.

    A name without a folder is a file of `look/`. The table of versions stands at its top.
    """
    parts = [(_JS / file).read_text(encoding="utf-8") for file in files]
    return "\n".join([f"const VERSIONS = {json.dumps(versions())};", *parts])


def _answer(widget: Any, content: Any, buffers: Any) -> None:
    if not isinstance(content, dict) or content.get("kind") != "asset":
        return
    name = content.get("name")
    if isinstance(name, str) and name in NAMES:
        widget.send({"kind": "asset", "name": name}, [read_asset(name)])


def _vega_version() -> str:
    return f"altair-{version('altair')}-vl-convert-{version('vl-convert-python')}"


if __name__ == "__main__":
    make_vega()
