"""Numbers that are written plainly, read as the library reads them in a fraction of its time."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

import phonenumbers

_ABROAD = re.compile(r"\+[1-9](?:[ \-]?[0-9]){6,14}")
_AT_HOME = re.compile(r"0[1-9](?:[ \-]?[0-9]){5,12}")
_BETWEEN = re.compile(r"[ \-]")


class _Home(NamedTuple):
    """How numbers are written inside a country where a 0 stands before them."""

    code: int
    leaving: re.Pattern[str]  # what is dialled before a number abroad
    number: re.Pattern[str]  # any number of the country, without the 0


def read_plain(text: str, country: str) -> str:
    """`+966 50 123 4567`, or `050 123 4567` at home, as E.164.

    "" wherever more must be known than that: another prefix, an extension, a number that cannot
    be; the library then says what it is.
    """
    if text.startswith("+"):
        return _from_abroad(text)
    return _from_home(text, country) if country else ""


def _from_abroad(text: str) -> str:
    if not _ABROAD.fullmatch(text):
        return ""
    digits = _BETWEEN.sub("", text[1:])
    for size in (1, 2, 3):
        code = int(digits[:size])
        if code in phonenumbers.COUNTRY_CODE_TO_REGION_CODE:
            rest = digits[size:]
            prefix = _prefix(code)
            if prefix is None or prefix.match(rest) or rest[0] == "0":
                return ""
            return _told(code, rest)
    return ""


def _from_home(text: str, country: str) -> str:
    home = _home(country) if _AT_HOME.fullmatch(text) else None
    if home is None:
        return ""
    digits = _BETWEEN.sub("", text)
    if home.leaving.match(digits) or not home.number.fullmatch(digits[1:]):
        return ""
    return _told(home.code, digits[1:])


def _told(code: int, rest: str) -> str:
    number = phonenumbers.PhoneNumber(country_code=code, national_number=int(rest))
    return f"+{code}{rest}" if phonenumbers.is_possible_number(number) else ""


@cache
def _prefix(code: int) -> re.Pattern[str] | None:
    """What stands before a number inside a country and is no part of it."""
    region = phonenumbers.COUNTRY_CODE_TO_REGION_CODE[code][0]
    known = phonenumbers.PhoneMetadata.metadata_for_region_or_calling_code(code, region)
    return re.compile(known.national_prefix_for_parsing or "(?!)") if known else None


@cache
def _home(country: str) -> _Home | None:
    known = phonenumbers.PhoneMetadata.metadata_for_region(country, None)
    if known is None or known.national_prefix_for_parsing != "0":
        return None
    code, desc = known.country_code, known.general_desc
    if known.national_prefix_transform_rule or code is None or desc is None:
        return None
    return _Home(
        code,
        re.compile(known.international_prefix or "(?!)"),
        re.compile(desc.national_number_pattern or "(?!)"),
    )
