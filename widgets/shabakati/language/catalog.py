"""The catalogs: one folder a language, one gettext file a room of the house.

A key is `room.what.detail`; the same keys stand in every language (`tests/test_language.py`).
"""

from __future__ import annotations

from functools import cache
from gettext import GNUTranslations
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

LANGUAGES = ("ar", "en")

_HERE = Path(__file__).parent
_chosen = "ar"


def use(language: str) -> None:
    """Speak this language from now on (`ar` or `en`): one kernel serves one reader."""
    global _chosen
    if language not in LANGUAGES:
        raise ValueError(f"language must be one of {LANGUAGES}, got {language!r}")
    _chosen = language


def current() -> str:
    """The language spoken now."""
    return _chosen


@cache
def read_catalog(language: str) -> Catalog:
    """All entries of a language, its files read in the order of their names."""
    whole = Catalog(locale=language)
    for path in sorted((_HERE / language).glob("*.po")):
        with path.open("rb") as file:
            part = read_po(file)
        # Babel's own rule for Arabic swaps the last two forms of the standard: ours says which.
        whole.mime_headers = [("Plural-Forms", part.plural_forms)]
        for message in part:
            if message.id:
                whole[message.id] = message
    return whole


@cache
def translations(language: str) -> GNUTranslations:
    """The catalog of a language, ready for `gettext` and `ngettext`."""
    compiled = BytesIO()
    write_mo(compiled, read_catalog(language))
    compiled.seek(0)
    return GNUTranslations(compiled)
