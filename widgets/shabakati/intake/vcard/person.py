"""One card as a person: each property finds its place, and what has none stands in the notes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field

from shabakati.intake.contact import Contact
from shabakati.intake.vcard.addresses import read_address
from shabakati.intake.vcard.android import read_custom
from shabakati.intake.vcard.cards import Card
from shabakati.intake.vcard.days import read_birthday
from shabakati.intake.vcard.known import BINARY, is_worth_keeping
from shabakati.intake.vcard.labels import label_of, own_labels
from shabakati.intake.vcard.names import Names, in_reading_order
from shabakati.intake.vcard.pages import add_account
from shabakati.intake.vcard.property import Property


@dataclass(eq=False)
class Person:
    """What a card says, while it is read."""

    contact: Contact
    labels: dict[str, str] = field(default_factory=dict)  # by group
    names: Names = field(default_factory=Names)
    related: list[tuple[str, str]] = field(default_factory=list)  # label, name or UID
    members: list[str] = field(default_factory=list)  # UIDs
    is_group: bool = False
    skipped: Counter[str] = field(default_factory=Counter)  # by key of the catalogs

    def label(self, property_: Property) -> str:
        """What the card calls a property."""
        return label_of(property_, self.labels)


def read_person(card: Card, country: str | None) -> Person:
    """The person of a card; the name, chosen among all that can be one, may be ""."""
    person = Person(Contact("vcard", country), own_labels(card.properties))
    for property_ in card.properties:
        if property_.name in BINARY and property_.name != "SOUND":
            person.skipped[BINARY[property_.name]] += 1
        elif property_.is_binary:
            person.skipped["intake.skipped.binary"] += 1
        else:
            _READERS.get(property_.name, _other)(person, property_)
    name, others = person.names.choose()
    person.contact.say("name", name)
    for other in others:
        person.contact.add("other_names", other)
    return person


def _full_name(person: Person, property_: Property) -> None:
    person.names.full.append(property_.text)


def _name_parts(person: Person, property_: Property) -> None:
    # Within a part commas stand between several given names, which are read one after the other.
    parts = [part.replace(",", " ") for part in property_.parts()]
    person.names.parts.append(in_reading_order(parts))


def _nicknames(person: Person, property_: Property) -> None:
    person.names.nicknames += property_.parts(",")


def _sound(person: Person, property_: Property) -> None:
    if "x-irmc-n" in property_.types:
        person.names.sounds.append(in_reading_order(property_.parts()))
    else:
        person.skipped[BINARY["SOUND"]] += 1


def _sound_of_name(person: Person, property_: Property) -> None:
    """`X-PHONETIC-FIRST-NAME` and its like are parts of one name, in the order of the card."""
    sounds = person.names.sounds
    sounds[:] = [" ".join([*sounds, property_.text])]


def _organisation(person: Person, property_: Property) -> None:
    first, *units = property_.parts() or [""]
    person.contact.say("organisation", first)
    person.names.organisations += [first] if first else [unit for unit in units if unit]
    person.contact.note(", ".join(unit for unit in units if unit), "department")


def _title(person: Person, property_: Property) -> None:
    person.contact.say("role", property_.text)


def _phone(person: Person, property_: Property) -> None:
    person.contact.add_phone(property_.text, person.label(property_))


def _email(person: Person, property_: Property) -> None:
    person.names.emails.append(property_.text)
    person.contact.add_email(property_.text, person.label(property_))


def _account(person: Person, property_: Property) -> None:
    add_account(person.contact, property_, person.label(property_))


def _address(person: Person, property_: Property) -> None:
    city, whole = read_address(property_.parts())
    label = " ".join([person.label(property_), "address"]).strip()
    if city:
        person.contact.say("city", city)
    if whole != city:
        person.contact.note(whole, label)
    person.contact.note(property_.parameter("label").replace("\\n", "\n"), label)


def _address_label(person: Person, property_: Property) -> None:
    person.contact.note(property_.text, " ".join([person.label(property_), "address"]).strip())


def _birthday(person: Person, property_: Property) -> None:
    birthday = read_birthday(property_.text, property_.parameter("x-apple-omit-year"))
    if birthday:
        person.contact.say("birthday", birthday)
    else:
        person.contact.note(property_.text, "birthday")


def _day(person: Person, property_: Property) -> None:
    label = "anniversary" if "ANNIVERSARY" in property_.name else "date"
    day = read_birthday(property_.text, property_.parameter("x-apple-omit-year"))
    person.contact.note(day or property_.text, person.label(property_) or label)


def _tags(person: Person, property_: Property) -> None:
    for tag in property_.parts(","):
        if tag.lower().lstrip("* ") != "mycontacts":  # everybody is in that one
            person.contact.add("tags", tag)


def _note(person: Person, property_: Property) -> None:
    person.contact.note(property_.text)


def _uid(person: Person, property_: Property) -> None:
    person.contact.key = person.contact.key or uid(property_.text)


def _related(person: Person, property_: Property) -> None:
    label = property_.name.rpartition("-")[2].lower()  # X-SPOUSE, X-MS-MANAGER
    if property_.name in ("RELATED", "X-ABRELATEDNAMES"):
        label = person.label(property_) or "related"
    if property_.text:
        person.related.append((label, property_.text))


def _kind(person: Person, property_: Property) -> None:
    person.is_group = person.is_group or property_.text.lower() == "group"


def _member(person: Person, property_: Property) -> None:
    person.members.append(uid(property_.text))


def _custom(person: Person, property_: Property) -> None:
    custom = read_custom(property_.parts())
    if custom is None:
        return
    if custom.kind == "nickname":
        person.names.nicknames.append(custom.value)
    elif custom.kind == "relation":
        person.related.append((custom.label, custom.value))
    elif custom.label == "birthday" and (birthday := read_birthday(custom.value)):
        person.contact.say("birthday", birthday)
    else:
        person.contact.note(custom.value, custom.label)


def _other(person: Person, property_: Property) -> None:
    """What has no place of its own: kept with its name, unless it is a program's."""
    text = property_.text
    if is_worth_keeping(property_.name, text):
        title = property_.name.removeprefix("X-").replace("-", " ").lower()
        person.contact.note(text, person.label(property_) or title)


def uid(text: str) -> str:
    """What stays the same of a card, in one spelling."""
    return text.strip().lower().removeprefix("urn:").removeprefix("uuid:")[:200]


_READERS: dict[str, Callable[[Person, Property], None]] = {
    "FN": _full_name,
    "N": _name_parts,
    "NICKNAME": _nicknames,
    "SORT-STRING": _sound_of_name,
    "X-PHONETIC-FIRST-NAME": _sound_of_name,
    "X-PHONETIC-MIDDLE-NAME": _sound_of_name,
    "X-PHONETIC-LAST-NAME": _sound_of_name,
    "SOUND": _sound,
    "X-MAIDENNAME": _nicknames,
    "ORG": _organisation,
    "TITLE": _title,
    "ROLE": _title,
    "TEL": _phone,
    "EMAIL": _email,
    "URL": _account,
    "IMPP": _account,
    "X-SOCIALPROFILE": _account,
    "SOCIALPROFILE": _account,
    "CONTACT-URI": _account,
    "ADR": _address,
    "LABEL": _address_label,
    "BDAY": _birthday,
    "ANNIVERSARY": _day,
    "X-ANNIVERSARY": _day,
    "X-MS-ANNIVERSARY": _day,
    "X-ABDATE": _day,
    "CATEGORIES": _tags,
    "NOTE": _note,
    "UID": _uid,
    "X-ABRELATEDNAMES": _related,
    "RELATED": _related,
    "X-SPOUSE": _related,
    "X-MANAGER": _related,
    "X-ASSISTANT": _related,
    "X-MS-SPOUSE": _related,
    "X-MS-MANAGER": _related,
    "X-MS-ASSISTANT": _related,
    "X-EVOLUTION-SPOUSE": _related,
    "X-EVOLUTION-MANAGER": _related,
    "X-EVOLUTION-ASSISTANT": _related,
    "KIND": _kind,
    "X-ADDRESSBOOKSERVER-KIND": _kind,
    "MEMBER": _member,
    "X-ADDRESSBOOKSERVER-MEMBER": _member,
    "X-ANDROID-CUSTOM": _custom,
}
