"""Cards for tests, and the people that are read from them."""

from shabakati.intake import read_contacts


def card(*lines, version="3.0"):
    """One card as bytes; lines may be bytes or text."""
    said = [b"BEGIN:VCARD", *([f"VERSION:{version}".encode()] if version else [])]
    said += [line.encode() if isinstance(line, str) else line for line in lines]
    return b"".join(line + b"\r\n" for line in [*said, b"END:VCARD"])


def read(*cards, **options):
    """The intake of cards."""
    return read_contacts(b"".join(cards), "phone.vcf", **options)


def people(*cards, **options):
    """The people of cards: what is said of each, without empty cells."""
    rows = read(*cards, **options).people.to_dict("records")
    return [
        {
            name: value
            for name, value in row.items()
            if name != "source" and value is not None and value not in ("", [])
        }
        for row in rows
    ]


def person(*lines, version="3.0", **options):
    """The one person of a card with these lines."""
    (found,) = people(card(*lines, version=version), **options)
    return found


def quoted(text, charset="utf-8"):
    """Text in quoted-printable, every byte of it."""
    return "".join(f"={byte:02X}" for byte in text.encode(charset))
