"""Which encoding the bytes of a text file are in."""

from __future__ import annotations

import codecs
from collections.abc import Iterator

from charset_normalizer import from_bytes

# What people's contacts really come in: anything wider lets the guess run wild on short names.
_OLD = ["cp1256", "cp1252"]
_SAMPLE = 1 << 16  # bytes that are enough to guess from
_CHUNK = 1 << 20  # bytes decoded at a time, so that a large file is never whole in memory twice
_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


def encoding_of(data: bytes, whole: bool = True) -> str:
    """The encoding of a text: UTF-8 or UTF-16 where it can be, else Windows-1256 or 1252.

    Parameters
    ----------
    data : the bytes of the file, or its beginning.
    whole : False when the bytes may end inside a character.

    Returns
    -------
    A name that `bytes.decode` knows; decode with `errors="replace"`: a text that is UTF-8 but for
    a few damaged bytes is UTF-8 all the same.
    """
    for bom, name in _BOMS:
        if data.startswith(bom):
            return name
    if data.isascii() and b"\0" not in data[:_SAMPLE]:
        return "utf-8"
    wide = _without_bom(data[:_SAMPLE])
    if wide:
        return wide
    if _is_utf8(data, whole):
        return "utf-8"
    sound, damaged = _utf8_characters(data, whole)
    return "utf-8" if sound >= damaged else _guessed(data)


def _without_bom(sample: bytes) -> str | None:
    """UTF-16 shows by its zeros, in every second byte of what is ASCII."""
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    if odd > len(sample) / 8 and odd > 4 * even:
        return "utf-16-le"
    if even > len(sample) / 8 and even > 4 * odd:
        return "utf-16-be"
    return None


def _is_utf8(data: bytes, whole: bool) -> bool:
    try:
        for _ in _decoded(data, whole, "strict"):
            pass
    except UnicodeDecodeError:
        return False
    return True


def _utf8_characters(data: bytes, whole: bool) -> tuple[int, int]:
    """How many characters beyond ASCII are sound UTF-8, and how many are not."""
    sound = damaged = 0
    for text in _decoded(data, whole, "replace"):
        bad = text.count("\ufffd")
        damaged += bad
        sound += len(text) - len(text.encode("ascii", "ignore")) - bad
    return sound, damaged


def _decoded(data: bytes, whole: bool, errors: str) -> Iterator[str]:
    decoder = codecs.getincrementaldecoder("utf-8")(errors)
    for start in range(0, len(data), _CHUNK):
        yield decoder.decode(data[start : start + _CHUNK], whole and start + _CHUNK >= len(data))


def _guessed(data: bytes) -> str:
    lines = (line for line in data[: 16 * _SAMPLE].splitlines(keepends=True) if not line.isascii())
    sample = b"".join(lines)[:_SAMPLE]
    best = from_bytes(sample, cp_isolation=_OLD, threshold=1.0).best()
    return best.encoding if best else "cp1252"
