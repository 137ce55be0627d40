"""Text that was read in a wrong encoding, made whole again: `Ø£Ø­Ù…Ø¯` and `ÃÍãÏ` are أحمد.

Only what can hardly be anything else is changed: a name that is sound stays as it is. What is
repaired must come as it stood in the file: cleaning takes signs away that are halves of letters.
"""

from __future__ import annotations

import re
from functools import partial

import ftfy
import ftfy.bad_codecs  # makes sloppy-windows-1252 known

_LONGEST = 80_000  # characters of a text that is looked at; no column holds as many
_1252 = "sloppy-windows-1252"  # every byte has its sign, as in browsers


def _signs(encoding: str, first: int, last: int) -> str:
    return re.escape(bytes(range(first, last + 1)).decode(encoding))


# Two accented signs or more in a row: neither damage leaves fewer.
_ACCENTED = f"[{_signs(_1252, 0x80, 0xFF)}\x80-\x9f]"
_SUSPECT = re.compile(_ACCENTED + "{2}")

# No damage is without one of these, most names are: this alone is looked for in all text.
_ANY = re.compile(f"{_ACCENTED[:-1]}{_signs('cp1256', 0x80, 0xBF)}]")

# UTF-8 read as Windows-1252 or Latin-1, where programs lose the bytes that stand for no sign.
_SECOND = f"[{_signs(_1252, 0x80, 0xBF)}\x80-\x9f]"
_PAIR = re.compile(f"[ØÙÚÛ]{_SECOND}")
_LOST = re.compile(f"([ÙÛ])\ufffd?(?!{_SECOND})")  # D9 81 is ف, DB 81 is ہ

# UTF-8 read as Windows-1256 or Mac Roman: signs for a first byte and for the bytes after it.
_TWICE = {
    encoding: re.compile(
        f"(?:[{_signs(encoding, 0xC2, 0xDF)}{_signs(encoding, 0xE2, 0xE2)}]"
        f"[{_signs(encoding, 0x80, 0xBF)}]+){{2}}"
    )
    for encoding in ("cp1256", "mac-roman")
}
_RUN = {encoding: re.compile(f"[{_signs(encoding, 0x80, 0xFF)}]+") for encoding in _TWICE}
_USUAL = re.compile(  # Latin, the signs of Windows-1252, Arabic, punctuation, pictures
    "[\0-\u024f\u02c6\u02dc\u0600-\u06ff\u0750-\u077f\u1e00-\u1eff\u2010-\u2044\u20ac\u2122"
    "\u200b-\u200f\u2600-\u27bf\ufe0f\ufb50-\ufdff\ufe70-\ufefc\U0001f000-\U0001faff]*"
)

# A byte for a letter: Arabic read as Windows-1252 is words of nothing but accented letters.
_ONE_BYTE = ("cp1256", "iso8859-6")
_SHORTEST = 3  # letters of a word by which such a text is known
_WORD = re.compile(r"[^\W\d_]+")
_LETTER = re.compile("[\u0621-\u063a\u0641-\u064a\u067e-\u06d2]")
_ARABIC = re.compile("(?![ةىؤئءـ])[\u0621-\u064a\u067e-\u06d2][\u0621-\u0652\u067e-\u06d2\u200c]*")
_NO_WORD = re.compile("[ةى][\u0621-\u064a]|[\u064b-\u0652]{3}|[أإآؤئ]{2}|ـ[\u064b-\u0652]|ـ{2}")


def repaired(text: str) -> str:
    """The text as it was before it went through wrong encodings, once or several times.

    Repaired are UTF-8 read as Windows-1252 or Latin-1 (by the library ftfy), Mac Roman or
    Windows-1256, and Arabic of Windows-1256 read as Windows-1252 or Latin-1; that of ISO 8859-6
    where it can be nothing else. What was repaired stays as it is the next time.

    A letter that lost its second byte (81, where programs know no sign for it) is taken for ف,
    in Urdu for ہ. Words of one or two letters alone are not enough to know a text by.
    """
    if text.isascii() or len(text) > _LONGEST or not _ANY.search(text):
        return text
    while (better := _step(text)) != text:
        text = better
    return text


def _step(text: str) -> str:
    """One encoding less, or the text itself."""
    if _TWICE["cp1256"].search(text):
        better = _RUN["cp1256"].sub(partial(_from_utf8, "cp1256"), text)
        if better != text:
            return better
    if not _SUSPECT.search(text):
        return text
    if _TWICE["mac-roman"].search(text):
        better = _RUN["mac-roman"].sub(partial(_from_utf8, "mac-roman"), text)
        if better != text:
            return better
    whole = _LOST.sub("\\1\x81", text) if _PAIR.search(text) else text
    better = ftfy.fix_encoding(whole)
    if better != whole and (_USUAL.fullmatch(better) or _is_utf8_of(better, whole)):
        return better
    return _from_one_byte(text)


def _from_utf8(encoding: str, run: re.Match[str]) -> str:
    """A run of signs that stand for the bytes of UTF-8, or the run itself."""
    try:
        better = run.group().encode(encoding).decode("utf-8")
    except UnicodeError:
        return run.group()
    return better if _USUAL.fullmatch(better) else run.group()


def _is_utf8_of(text: str, damaged: str) -> bool:
    data = text.encode("utf-8", "replace")
    return damaged in (data.decode(_1252), data.decode("latin-1"))


def _from_one_byte(text: str) -> str:
    """Arabic whose every letter became one accented letter; the text itself where it is none."""
    for encoding in _ONE_BYTE:
        try:
            better = text.encode(_1252).decode(encoding)
        except UnicodeError:
            continue
        words = [(word.group(), better[word.start() : word.end()]) for word in _WORD.finditer(text)]
        changed = [new for word, new in words if new != word]
        if all(map(_is_arabic, changed)) and any(map(_is_long, changed)):
            return better
    return text


def _is_arabic(word: str) -> bool:
    return _ARABIC.fullmatch(word) is not None and not _NO_WORD.search(word)


def _is_long(word: str) -> bool:
    return len(_LETTER.findall(word)) >= _SHORTEST
