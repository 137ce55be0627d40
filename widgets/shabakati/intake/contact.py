"""One person while a file of contacts is read: everything that was said of them finds its place."""

from __future__ import annotations

import re
from typing import Any

from shabakati.intake.address import is_profile, read_profile
from shabakati.intake.cells import line, notes, shortened
from shabakati.intake.emails import read_email
from shabakati.intake.mojibake import repaired
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
        self.at = ("", 0)  # the file and the line on which the person stands, for the repairs
        self._repairs: list[tuple[str, str, str]] = []
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
        if not text or not (text := line(self._whole(column, text))):
            return
        if self._cells.get(column) == text:
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
        text = line(self._whole(column, text))
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
        address = read_profile(text)[1]
        if not address and _BARE_PAGE.fullmatch(text):
            address = read_profile(f"https://{text}")[1]
        if not address:
            self._add_point("links", "", text, label)
            return
        first = str(self._cells.get("url", ""))
        if not first:
            self._cells["url"] = address
        elif is_profile(address) and not is_profile(first):
            self._cells["url"] = address
            self.add("links", first)
        elif address != first:
            self.add("links", address)
        self._add_label(address, label)

    def note(self, text: str, title: str = "") -> None:
        """Keep a note; with a title it reads `title: text`."""
        if text and (text := clean_text(self._whole("notes", text))):
            title = line(self._whole("notes", title))
            self._aside.append(f"{title}: {text}" if title else text)

    def few(self, values: list[str], title: str = "") -> list[str]:
        """Values of one cell, as many as a list can hold; the others stand in the notes."""
        if len(values) > LIST_LIMIT:
            self.note(" ".join(values[LIST_LIMIT:]), line(title))
        return values[:LIST_LIMIT]

    def row(self) -> dict[str, Any]:
        """The person; `key` and, if any, `repairs` are beside the schema's columns."""
        lists = {column: entries for column, entries in self._lists.items() if entries}
        row = self._cells | lists | {"notes": notes(self._aside), "key": self.key}
        if self._repairs:
            row["repairs"] = [(*self.at, *repair) for repair in self._repairs]
        return row

    def _whole(self, column: str, text: str) -> str:
        """The text, repaired where a wrong encoding damaged it."""
        better = repaired(text)
        if better != text:
            self._repairs.append((column, text, better))
        return better

    def _add_point(self, column: str, read: str, text: str, label: str) -> None:
        if not read:
            self.note(text, label)
            return
        self.add(column, read)
        self._add_label(read, label)

    def _add_label(self, point: str, label: str) -> None:
        if label := line(self._whole("labels", label)):
            self.add("labels", f"{label}: {point}")
