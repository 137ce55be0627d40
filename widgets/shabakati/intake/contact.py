"""One person while a file of contacts is read: everything that was said of them finds its place."""

from __future__ import annotations

import re
from typing import Any

from shabakati.intake.address import read_profile
from shabakati.intake.cells import line, notes, shortened
from shabakati.intake.emails import read_email
from shabakati.intake.phones import read_phone
from shabakati.schema import LINE_LIMIT, LIST_LIMIT, clean_text

_BARE_PAGE = re.compile(r"(?:[\w-]+\.)+[^\W\d_]{2,}(?:/\S*)?")


class Contact:
    """Collects what a file says of a person; `row()` is that person as the schema takes it.

    Nothing is dropped: what does not fit into its column, or is not what it should be (an e-mail
    without @), stands in the notes.
    """

    def __init__(self, source: str, country: str | None = None) -> None:
        self.key = ""  # what stays the same of this person in later files of the source
        self._country = country
        self._cells: dict[str, Any] = {"source": source, "met_on": None}
        self._lists: dict[str, list[str]] = {}
        self._aside: list[str] = []

    @property
    def name(self) -> str:
        """The whole name, or "" so far."""
        return str(self._cells.get("name", ""))

    def said(self, column: str) -> str:
        """What one line says so far, or ""."""
        return str(self._cells.get(column, ""))

    def name_by_rest(self) -> None:
        """Call a person without a name by the organisation, or else by the first address."""
        self.say("name", self.said("organisation") or next(iter(self._lists.get("emails", ())), ""))

    def say(self, column: str, text: str) -> None:
        """Set one line (`name`, `organisation`, `role`, `field`, `city`, `birthday`) once.

        A second, different value of a column goes to the notes.
        """
        text = line(text)
        if not text or self._cells.get(column) == text:
            return
        if self._cells.get(column):
            self._aside.append(text)
            return
        if len(text) > LINE_LIMIT:
            self._aside.append(text)
        self._cells[column] = shortened(text)

    def set(self, column: str, value: Any) -> None:
        """Set a cell that is no text, such as the day of `met_on`."""
        self._cells[column] = value

    def add(self, column: str, text: str) -> None:
        """Add to a list: `other_names`, `tags`, `links`, `labels`."""
        text = line(text)
        entries = self._lists.setdefault(column, [])
        if not text or text in entries:
            return
        if len(entries) >= LIST_LIMIT or len(text) > LINE_LIMIT:
            self._aside.append(text)
        else:
            entries.append(text)

    def add_phone(self, text: str, label: str = "") -> None:
        """Add a number in one spelling, with what the file calls it."""
        self._add_point("phones", read_phone(text, self._country), text, label)

    def add_email(self, text: str, label: str = "") -> None:
        """Add an address, with what the file calls it; what is none goes to the notes."""
        self._add_point("emails", read_email(text), text, label)

    def add_url(self, text: str, label: str = "") -> None:
        """Add a page: the first profile of LinkedIn, or else the first page, is the `url`."""
        text = line(text)
        key, address = read_profile(text)
        if not address and _BARE_PAGE.fullmatch(text):
            key, address = read_profile(f"https://{text}")
        if not address:
            self._add_point("links", "", text, label)
            return
        first = str(self._cells.get("url", ""))
        is_profile = "/" not in key
        if not first:
            self._cells["url"] = address
        elif is_profile and "/" in read_profile(first)[0]:
            self._cells["url"] = address
            self.add("links", first)
        elif address != first:
            self.add("links", address)
        self._add_label(address, label)

    def note(self, text: str, title: str = "") -> None:
        """Keep a note; with a title it reads `title: text`."""
        text = clean_text(text)
        if text:
            self._aside.append(f"{title}: {text}" if title else text)

    def row(self) -> dict[str, Any]:
        """The person; `key` is beside the schema's columns."""
        lists = {column: entries for column, entries in self._lists.items() if entries}
        return self._cells | lists | {"notes": notes(self._aside), "key": self.key}

    def _add_point(self, column: str, read: str, text: str, label: str) -> None:
        if not read:
            self.note(text, line(label))
            return
        self.add(column, read)
        self._add_label(read, label)

    def _add_label(self, point: str, label: str) -> None:
        if label := line(label):
            self.add("labels", f"{label}: {point}")
