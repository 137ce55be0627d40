"""Addresses of profile pages: as they are stored, and as the stable key of a person."""

from __future__ import annotations

import re
import unicodedata
from urllib.parse import quote, unquote

from shabakati.intake.cells import line

_PROFILE = re.compile(
    r"(?:https?://)?(?:[a-z0-9-]+\.)*linkedin\.com/(?:in|pub)/([^/?#\s]+)", re.IGNORECASE
)
_PLAIN = re.compile(r"https?://([^/?#\s]+)([^?#\s]*)", re.IGNORECASE)
_RESERVED = re.compile(r"[\x00-\x20\"#%/<>?\\^`{|}\x7f-\xa0]")
_LONGEST = 300  # characters of an address that is taken for one


def profile_key(url: str) -> str:
    """What stays the same of a profile's address: its slug, decoded, in lower case; or ""."""
    if len(url) > _LONGEST:
        return ""
    found = _PROFILE.match(url)
    if found:
        slug = line(unquote(found.group(1), errors="replace"))
        return unicodedata.normalize("NFC", slug).lower()
    page = _PLAIN.match(url)
    if page:
        return f"{page.group(1)}{page.group(2)}".lower().rstrip("/")
    return ""


def profile_address(url: str) -> str:
    """The address as it is stored: one spelling for each page, no query; "" when it is none."""
    key = profile_key(url)
    if not key:
        return ""
    if _PROFILE.match(url):
        slug = _RESERVED.sub(lambda found: quote(found.group(), safe=""), key)
        return f"https://www.linkedin.com/in/{slug}"
    page = _PLAIN.match(url)
    return page.group() if page else ""
