"""Which state's national day is somebody's: the country that is said, else their phone's."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from functools import cache, lru_cache
from pathlib import Path

import phonenumbers
from phonenumbers import phonenumberutil

_FILE = Path(__file__).with_name("national_days.toml")


@cache
def national_days() -> dict[str, tuple[int, int]]:
    """Month and day of the national day of each of the 22 Arab states, by its code."""
    table = tomllib.loads(_FILE.read_text("utf-8"))
    return {code: (month, day) for code, (month, day) in table.items()}


def country_of(country: object, phones: Iterable[str], home: str) -> str:
    """The code of a person's country, in small letters: said, else by phone, else `home`."""
    if isinstance(country, str) and country:
        return country.lower()
    return next((found for phone in phones if (found := _phone_country(phone))), home)


@lru_cache(maxsize=50_000)
def _phone_country(phone: str) -> str:
    """The country that a stored number begins with; "" where the number does not say it."""
    if not phone.startswith("+"):
        return ""
    try:
        number = phonenumbers.parse(phone)
    except phonenumbers.NumberParseException:
        return ""
    code = phonenumberutil.region_code_for_country_code(number.country_code or 0)
    return "" if len(code) != 2 or code == "ZZ" else code.lower()
