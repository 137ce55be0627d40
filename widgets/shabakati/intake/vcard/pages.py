"""Pages and accounts: those of the web are links, the names of others stand in the notes."""

from __future__ import annotations

import re

from shabakati.intake.contact import Contact
from shabakati.intake.vcard.property import Property

_SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):(?://)?(?=\S)", re.IGNORECASE)
_APPLE = "x-apple"


def add_account(contact: Contact, property_: Property, label: str) -> None:
    """Add a URL, a profile of a social network, or an address of a messenger."""
    text = property_.text
    label = property_.parameter("x-service-type") or label
    scheme = _SCHEME.match(text)
    if scheme is None or scheme.group(1).lower() in ("http", "https"):
        contact.add_url(text, label.lower() if scheme else label)
        return
    kind = scheme.group(1).lower()
    name = text[scheme.end() :]
    if kind == _APPLE:
        contact.note(name, label or "account")
    elif "." in kind:  # `example.org:8080/sara` is a page whose port looks like a scheme
        contact.add_url(f"http://{text}", label)
    else:
        contact.note(name, " ".join(dict.fromkeys(filter(None, [kind, label.lower()]))))
