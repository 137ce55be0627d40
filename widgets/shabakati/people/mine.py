"""What is known of you, in the form in which others are compared with it."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property

import pandas as pd

from shabakati.people.letters import normalise
from shabakati.people.lexicon import any_of
from shabakati.people.names import family_name, tokens
from shabakati.people.organisations import (
    fits_domain,
    has_arabic,
    is_public_mail,
    keys,
    same_organisation,
)
from shabakati.people.roles import is_student, teaching


@dataclass
class Places:
    """Organisations of yours, and which of them a name means."""

    names: list[str]

    @cached_property
    def _by_key(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = defaultdict(list)
        for name in self.names:
            for key in keys(name):
                found[key].append(name)
        return found

    @cached_property
    def _scripts(self) -> set[bool]:
        """In which scripts these are written: whether in Arabic."""
        return {has_arabic(name) for name in self.names}

    def __post_init__(self) -> None:
        self._asked: dict[str, str] = {}

    def find(self, text: str) -> str:
        """Which of these a name means, as you wrote it; "" if none."""
        if text not in self._asked:
            other_script = not self._scripts <= {has_arabic(text)}
            asked = keys(text, other_script) if self.names else ()
            near = dict.fromkeys(name for key in asked for name in self._by_key.get(key, ()))
            self._asked[text] = next((name for name in near if same_organisation(name, text)), "")
        return self._asked[text]


class Mine:
    """You: organisations, schools, domains of mail, name."""

    def __init__(self, profile: pd.DataFrame, people: pd.DataFrame) -> None:
        row = profile.iloc[0] if len(profile) else pd.Series(dtype="object")
        self.name = _line(row.get("name"))
        self.organisation = _line(row.get("organisation"))
        self.role = _line(row.get("role"))
        self.field = _line(row.get("field"))
        self.past = Places(_lines(row.get("past_organisations")))
        self.schools = Places(_lines(row.get("schools")))
        self.teaches = bool(teaching(self.name, self.role, self.organisation))
        if is_student(self.role) and self.schools.find(self.organisation):
            self.organisation = ""  # where a student studies is a school, not a workplace
        self.now = Places(_lines([self.organisation]))
        self.family = family_name(self.name)
        self.tokens = tokens(self.name)
        self._domains = _domains(people)
        self._mail: dict[tuple[str, str], bool] = {}

    @cached_property
    def family_shown(self) -> str:
        """Your family name as you write it."""
        written = self.name.split()
        return written[-1] if written else ""

    @cached_property
    def school_named(self) -> list[tuple[str, re.Pattern[str]]]:
        """For each school, a pattern that finds its name inside a normalised text."""
        return [
            (school, any_of([school]))
            for school in self.schools.names
            if len(normalise(school).split()) > 1
        ]

    def mails_of(self, emails: list[str], places: Places) -> tuple[str, str]:
        """The first address that is one of these organisations': its domain, and which; or ""."""
        for email in emails:
            domain = mail_domain(email)
            for name in places.names if domain else ():
                if self._is_of(domain, name, places):
                    return domain, name
        return "", ""

    def _is_of(self, domain: str, name: str, places: Places) -> bool:
        if (domain, name) not in self._mail:
            used = self._domains.get(domain, set())
            # A domain is an organisation's if its name says so, or if all who have one work there.
            fits = not is_public_mail(domain) and (
                fits_domain(name, domain)
                or bool(used and all(places.find(other) == name for other in used))
            )
            self._mail[domain, name] = fits
        return self._mail[domain, name]


def mail_domain(email: object) -> str:
    """The domain of an address, or ""."""
    _, at, domain = email.rpartition("@") if isinstance(email, str) else ("", "", "")
    return domain.strip().casefold() if at and "." in domain else ""


def _domains(people: pd.DataFrame) -> dict[str, set[str]]:
    """For each domain of mail, where those work who have an address there."""
    found: dict[str, set[str]] = defaultdict(set)
    for emails, organisation in zip(people["emails"], people["organisation"], strict=True):
        for email in emails if organisation and isinstance(emails, list) else ():
            if domain := mail_domain(email):
                found[domain].add(organisation)
    return found


def _line(value: object) -> str:
    return value if isinstance(value, str) else ""


def _lines(value: object) -> list[str]:
    texts = value if isinstance(value, list) else []
    return [text for text in texts if isinstance(text, str) and normalise(text)]
