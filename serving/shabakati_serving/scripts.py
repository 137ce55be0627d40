"""Voilà's scripts: 72 of them in one file, at an address that changes when they do.

Voilà's page asks for some seventy small scripts, one after another learns of the next, and each
visit asks again whether they have changed. All that a page begins with is sent as one; webpack
takes up what is there already when it starts, and asks singly for what is not.
"""

from __future__ import annotations

import hashlib
import re
from functools import cache
from pathlib import Path
from typing import Any

from voila.static_file_handler import MultiStaticFileHandler

from shabakati_serving.packed import Held, Packed, held, hold

ALL = "all.js"
_HERE = Path(__file__).parent
_VERSIONED = re.compile(r"v-[0-9a-f]+/")


def begun_with() -> list[str]:
    """The names of the scripts that a page begins with.

    Those of one Voilà: `tests/test_serving_scripts.py` says when another begins with others.
    """
    return (_HERE / "scripts.txt").read_text("utf-8").split()


@cache
def version(folder: Path) -> str:
    """Of all scripts in the folder."""
    found = hashlib.sha256()
    for path in sorted(folder.glob("*.js")):
        found.update(path.name.encode() + path.read_bytes())
    return found.hexdigest()[:12]


@cache
def together(folder: Path) -> Held:
    """The scripts that a page begins with, each as strict or not as it was alone."""
    paths = [folder / name for name in begun_with()]
    each = (path.read_text("utf-8") for path in paths if path.is_file())
    return hold("".join(f"(() => {{\n{script}\n}})();\n" for script in each).encode(), wordy=True)


def pack_ahead(scripts: Path, own: Path) -> None:
    """Pack what is large before anybody asks for it."""
    together(scripts)
    for path in (scripts / "voila.js", *own.glob("*.js")):
        held(path)


def page_scripts(folder: Path) -> Any:
    """A hook for Voilà's settings of a page: where its scripts are."""

    def hook(page_config: dict[str, Any], base_url: str = "/", **_: Any) -> dict[str, Any]:
        address = f"{base_url}voila/static/v-{version(folder)}"
        return page_config | {"fullStaticUrl": address}

    return hook


class Scripts(Packed, MultiStaticFileHandler):
    """Voilà's scripts, with or without their version in the address."""

    def parse_url_path(self, url_path: str) -> str:
        """The file's name, without the version."""
        self._lasting = bool(_VERSIONED.match(url_path))
        return super().parse_url_path(_VERSIONED.sub("", url_path, count=1))

    def get_absolute_path(self, root: str, path: str) -> str:  # type: ignore[override]
        """Where the file is; the scripts that are one lie in none, and stand for Voilà's first."""
        found: str = super().get_absolute_path(root, "voila.js" if path == ALL else path)
        if path == ALL:
            self._found = together(Path(found).parent)
        return found

    def is_lasting(self) -> bool:
        """Whether the version is in the address."""
        return self._lasting
