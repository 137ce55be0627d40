"""Phone numbers as they are stored: E.164 wherever the country is known."""

from __future__ import annotations

import re
import unicodedata

import phonenumbers

from shabakati.intake.cells import line, shortened
from shabakati.intake.plainphones import read_plain

_LONGEST = 60  # characters of what can be a number
_SCHEME = re.compile(r"^(?:tel|sms|whatsapp|callto):", re.IGNORECASE)
_STORED = re.compile(r"\+[0-9]{7,15}(?:;ext=[0-9]+)?")
_KEPT = re.compile(r"[^0-9+*#;,xXpPwW]")


def read_phone(text: str, country: str | None = None) -> str:
    """A phone number in one spelling, or "" when the text holds no digit.

    Parameters
    ----------
    text : as it came: with any spaces and signs, Arabic digits, `tel:`, an extension.
    country : two letters of ISO 3166-1; where a number without a country code is at home.

    Returns
    -------
    `+966501234567`, with `;ext=12` where there is an extension; else, where the country is not
    known or the number is none of it (a short code, `*100#`), its digits and signs as typed.

    Source
    ------
    E.164 and RFC 3966, by the library phonenumbers (Google's libphonenumber).
    """
    text = western(_SCHEME.sub("", line(text)))[:_LONGEST]
    found = _read(text, country)
    # What is left of odd signs may be a number that the library knows.
    while found and found != text and not _STORED.fullmatch(found):
        text, found = found, _read(found, country)
    return found


def is_international(phone: str) -> bool:
    """Whether a stored number says its country."""
    return phone.startswith("+")


def _read(text: str, country: str | None) -> str:
    if not any(char.isdecimal() for char in text):
        return ""
    if found := read_plain(text, (country or "").upper()):
        return found
    try:
        number = phonenumbers.parse(text, (country or "").upper() or None)
    except phonenumbers.NumberParseException:
        number = None
    if number is None and text.startswith("00") and text[2:3] not in ("", "0"):
        return _read(f"+{text[2:]}", country) or _typed(text)
    if number is None or not phonenumbers.is_possible_number(number):
        return _typed(text)
    found = phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)
    return f"{found};ext={number.extension}" if number.extension else found


def western(text: str) -> str:
    """Text with the digits 0 to 9, whatever script they were written in."""
    if text.isascii():
        return text
    return "".join(str(unicodedata.decimal(c)) if c.isdecimal() else c for c in text)


def _typed(text: str) -> str:
    return shortened(_KEPT.sub("", text)) if text[:1] not in "+" else "+" + _KEPT.sub("", text[1:])
