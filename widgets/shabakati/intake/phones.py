"""Phone numbers as they are stored: E.164 wherever the country is known."""

from __future__ import annotations

import re
import unicodedata

import phonenumbers

from shabakati.intake.cells import line, shortened

_LONGEST = 60  # characters of what can be a number
_SCHEME = re.compile(r"^(?:tel|sms|whatsapp|callto):", re.IGNORECASE)
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
    if not any(char.isdecimal() for char in text):
        return ""
    try:
        number = phonenumbers.parse(text, (country or "").upper() or None)
    except phonenumbers.NumberParseException:
        number = None
    if number is None and text.startswith("00"):
        return read_phone(f"+{text[2:]}", country) if text[2:3] != "0" else _typed(text)
    if number is None or not phonenumbers.is_possible_number(number):
        return _typed(text)
    found = phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)
    return f"{found};ext={number.extension}" if number.extension else found


def is_international(phone: str) -> bool:
    """Whether a stored number says its country."""
    return phone.startswith("+")


def western(text: str) -> str:
    """Text with the digits 0 to 9, whatever script they were written in."""
    if text.isascii():
        return text
    return "".join(str(unicodedata.decimal(c)) if c.isdecimal() else c for c in text)


def _typed(text: str) -> str:
    return shortened(_KEPT.sub("", text)) if text[:1] not in "+" else "+" + _KEPT.sub("", text[1:])
