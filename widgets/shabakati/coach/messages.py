"""Drafts of a first message or one that follows up: theirs to change, copied and never sent."""

from __future__ import annotations

import string
from collections.abc import Mapping
from enum import StrEnum
from typing import Any, NamedTuple

from shabakati.coach.sentences import data
from shabakati.people.names import is_given_name, tokens
from shabakati.people.organisations import has_arabic

LANGUAGES = ("ar", "en")
_LONGEST = 200  # characters of a value that stands in a draft


class Message(StrEnum):
    """What a message is for."""

    FIRST = "first"
    AFTER_EVENT = "after_event"
    THANKS = "thanks"
    ADVICE = "advice"
    INTRODUCTION = "introduction"
    CONGRATULATE = "congratulate"
    RECONNECT = "reconnect"


class Draft(NamedTuple):
    """A message: its language, its text, and which of what it could say is not known."""

    message: Message
    language: str
    text: str
    missing: tuple[str, ...]


def draft(message: Message, language: str, known: Mapping[str, str]) -> Draft:
    """A message in a language, of what is known.

    Parameters
    ----------
    message : what it is for.
    language : `ar` or `en`, whichever the reader speaks.
    known : `name, role, organisation, topic, event, common, introducer, goal, me, my_role,
        my_organisation, offer, target`; what is empty or not there is left out, and in an English
        message, but for the names of people, what is written in Arabic.

    Returns
    -------
    Draft: whole sentences, each used only if all that it names is known; Arabic in forms that fit
    whoever reads. `missing` are the names that would make it more personal.
    """
    language = language if language in LANGUAGES else "ar"
    values = {
        n: line
        for n, text in known.items()
        if (line := _one_line(text)) and _suits(n, line, language)
    }
    if "name" in values:
        values["name"] = called(values["name"])
    lines, missing = [], []
    for group in data(f"messages_{language}")[message.value]["lines"]:
        fitting = next((text for text in group if _needs(text) <= values.keys()), None)
        if fitting is not None:
            lines.append(fitting.format_map(values))
        missing += sorted(_needs(group[0]) - values.keys())
    text = "\n".join(lines).replace("\n¶\n", "\n\n").strip("\n¶")
    return Draft(message, language, text, tuple(dict.fromkeys(missing)))


def known_of(
    person: Mapping[str, Any],
    profile: Mapping[str, Any],
    goal: Mapping[str, Any] | None = None,
    event: str = "",
    common: str = "",
    introducer: str = "",
) -> dict[str, str]:
    """What rows of the book say that a message may use.

    Parameters
    ----------
    person, profile, goal : rows of the book as dictionaries.
    event : the name of an event at which both were.
    common : an organisation or a school that both know.
    introducer : who made the two known to each other.
    """
    goal = goal or {}
    mine, theirs = str(profile.get("organisation") or ""), str(person.get("organisation") or "")
    targets = [name for name in goal.get("organisations") or () if name not in (mine, theirs)]
    return {
        "name": str(person.get("name") or ""),
        "role": str(person.get("role") or ""),
        "organisation": str(person.get("organisation") or ""),
        "topic": _first(person.get("topics")),
        "event": event,
        "common": common,
        "introducer": introducer,
        "goal": _first(goal.get("topics")) or _first(goal.get("roles")),
        "target": _first(targets),
        "me": str(profile.get("name") or ""),
        "my_role": str(profile.get("role") or ""),
        "my_organisation": str(profile.get("organisation") or ""),
        "offer": _first(profile.get("can_offer")),
    }


def called(name: str) -> str:
    """What somebody is called in a message: the given name where it is known to be one."""
    parts = tokens(name)
    first = name.split()[0] if name.split() else ""
    return first if parts and len(first) > 2 and is_given_name(first) else name


def _suits(name: str, text: str, language: str) -> bool:
    """Whether a text can stand in a message: Latin may in Arabic, Arabic not in English."""
    return language == "ar" or name in ("name", "me") or not has_arabic(text)


def _first(value: Any) -> str:
    return str(value[0]) if isinstance(value, (list, tuple)) and value else ""


def _one_line(text: str) -> str:
    return " ".join(str(text).split())[:_LONGEST]


def _needs(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}
