"""Phone numbers that a spreadsheet took for amounts: mended where every digit is still there."""

from __future__ import annotations

import re

import phonenumbers

from shabakati.intake.phones import is_international, read_phone, western

_SCIENTIFIC = re.compile(r"(\d)(?:[.,](\d+))?E\+?(\d{1,2})", re.IGNORECASE)
_AMOUNT = re.compile(r"(\d{5,16})[.,]0+")
_SHORTEST = 11  # digits of a number that may begin with the code of a country, without its plus


def mend_number(text: str) -> str | None:
    """The digits of `9.66501234567E+11` or `501234567.0`; None when digits are lost.

    Any other text comes back as it is.
    """
    text = text.strip()
    if found := _AMOUNT.fullmatch(text):
        return found.group(1)
    if found := _SCIENTIFIC.fullmatch(western(text)):
        first, rest, power = found.group(1), found.group(2) or "", int(found.group(3))
        digits = f"{first}{rest}"
        # Excel shows six digits of a longer number: the others are nowhere in the file.
        return digits if len(rest.rstrip("0")) <= power == len(rest) else None
    return text


def read_number(text: str, country: str | None) -> str:
    """A phone number as `read_phone` gives it; also one whose plus was lost: `966501234567`."""
    phone = read_phone(text, country)
    digits = western(text.strip())
    if is_international(phone) or len(digits) < _SHORTEST or not digits.isdecimal():
        return phone
    if digits.startswith("0"):
        return phone
    try:
        number = phonenumbers.parse(f"+{digits}")
    except phonenumbers.NumberParseException:
        return phone
    return f"+{digits}" if phonenumbers.is_valid_number(number) else phone
