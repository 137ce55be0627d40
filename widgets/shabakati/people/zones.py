"""Time zones: which there are, which is that of a country, and which day it is in yours."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from functools import cache
from typing import Any
from zoneinfo import ZoneInfo, available_timezones

from babel.core import get_global


@cache
def zones() -> tuple[str, ...]:
    """The names of the zones that stand for a place, in their order: `Asia/Amman`."""
    places: Mapping[str, str] = get_global("zone_territories")
    return tuple(sorted(available_timezones() & places.keys()))


@cache
def zone_of_country(country: str) -> str:
    """The zone of a country, by its code; "" where it has several or none that is known.

    Source
    ------
    Unicode CLDR, by Babel. Palestine's two keep the same time; the first stands for both.
    """
    places: Mapping[str, str] = get_global("zone_territories")
    here = [zone for zone in zones() if places[zone] == country.upper()]
    return here[0] if len(here) == 1 or (here and country.lower() == "ps") else ""


def zone_of(profile: Mapping[str, Any]) -> ZoneInfo | None:
    """The zone that you chose, else that of your country; None if neither is known."""
    chosen = profile["time_zone"]
    name = chosen if chosen in zones() else zone_of_country(profile["country"] or "")
    return ZoneInfo(name) if name else None


def today_of(profile: Mapping[str, Any]) -> dt.date:
    """The day that it is now where you are: of the zone that is known, else of this computer."""
    return dt.datetime.now(zone_of(profile)).date()
