"""Addresses of profile pages: as they are stored, and as the stable key of a person."""

from __future__ import annotations

import re
import unicodedata
from urllib.parse import quote, unquote_to_bytes

from shabakati.intake.cells import line

_PROFILE = re.compile(
    r"(?:https?://)?(?:[a-z0-9-]+\.)*linkedin\.com/(?:in|pub)/([^/?#\s]+)", re.IGNORECASE
)
_PLAIN = re.compile(r"https?://([^/?#\s]+)([^?#\s]*)", re.IGNORECASE)
_RESERVED = re.compile(r"[\x00-\x20\"#%/<>?\\^`{|}\x7f-\xa0]")
_LONGEST = 300  # characters of an address that is taken for one


def profile_key(url: str) -> str:
    """What stays the same of a profile's address: its slug, decoded, in lower case; or ""."""
    return read_profile(url)[0]


def is_profile(url: str) -> bool:
    """Whether an address is that of one person's profile, not of a page that several may name."""
    return bool(_PROFILE.match(url)) and len(url) <= _LONGEST


def read_profile(url: str) -> tuple[str, str]:
    """The key of an address, and the address as it is stored: one spelling a page, no query.

    Both are "" when it is no address of the web.
    """
    if not url or len(url) > _LONGEST:
        return "", ""
    if found := _PROFILE.match(url):
        slug = found.group(1)
        if "%" in slug:
            slug = unquote_to_bytes(slug).decode("utf-8", "replace")
        key = unicodedata.normalize("NFC", line(slug)).lower()
        told = _RESERVED.sub(lambda sign: quote(sign.group(), safe=""), key)
        return key, f"https://www.linkedin.com/in/{told}" if key else ""
    if page := _PLAIN.match(url):
        return f"{page.group(1)}{page.group(2)}".lower().rstrip("/"), page.group()
    return "", ""
