"""One property of a card: its parameters, and its value as text, whole or in its parts."""

from __future__ import annotations

import binascii
import quopri
import re
from functools import cached_property

from shabakati.intake.vcard.charset import Charset
from shabakati.intake.vcard.lines import Line

_PARAMETER = re.compile(r";((?>[^\";]++|\"[^\"]*+\"?)*+)")
_VALUE = re.compile(r"(?>[^\",]++|\"[^\"]*+\"?)++")
_ESCAPED = re.compile(r"\\(.)", re.DOTALL)
_PARTS = {
    sign: re.compile(rf"((?>[^\\{sign}]++|\\.|\\$)*+)(?:{sign}|$)", re.DOTALL) for sign in ";,"
}
_CONTROLS = re.compile(rb"[\x00-\x08\x0e-\x1f]")
_CARETS = {"^n": "\n", "^'": '"', "^^": "^"}
_CARET = re.compile(r"\^[n'^]")
_BARE_ENCODINGS = ("QUOTED-PRINTABLE", "BASE64", "8BIT", "7BIT", "B", "Q")
_MOST_PARAMETERS = 50
_MOST_PARTS = 500


class Property:
    """A property of vCard 2.1, 3.0 or 4.0, or of none of them in particular."""

    def __init__(self, line: Line, charset: Charset) -> None:
        self.number, self.group, self.name = line.number, line.group, line.name
        self._line = line
        self._charset = charset

    @cached_property
    def parameters(self) -> dict[str, list[str]]:
        """By name in small letters; what 2.1 writes without a name is a `type` or `encoding`."""
        found: dict[str, list[str]] = {}
        if not self._line.parameters:
            return found
        text = self._charset.text(self._line.parameters)
        for match in list(_PARAMETER.finditer(text))[:_MOST_PARAMETERS]:
            name, equals, said = match.group(1).partition("=")
            name = name.strip().lower()
            if not equals:
                name, said = "encoding" if name.upper() in _BARE_ENCODINGS else "type", name
            values = (value.strip(' "') for value in _VALUE.findall(said))
            found.setdefault(name, []).extend(_CARET.sub(_caret, value) for value in values)
        return found

    def parameter(self, name: str) -> str:
        """The first value of a parameter, or ""."""
        return next(iter(self.parameters.get(name, ())), "")

    @cached_property
    def types(self) -> list[str]:
        """What kind it is of, in small letters: `TYPE="cell,voice"`, `TYPE=HOME;TYPE=FAX`."""
        types = [part for value in self.parameters.get("type", ()) for part in value.split(",")]
        return [part.strip().lower() for part in types if part.strip()]

    @cached_property
    def _bytes(self) -> bytes:
        value, encoding = self._line.value, self.parameter("encoding").upper()
        if encoding in ("QUOTED-PRINTABLE", "Q"):
            return quopri.decodestring(value)
        return _unpacked(value) if encoding in ("BASE64", "B") else value

    @cached_property
    def raw(self) -> str:
        """The value, decoded, with its escapes."""
        return self._charset.text(self._bytes, self.parameter("charset")).replace("\0", "")

    @property
    def is_binary(self) -> bool:
        """Whether the value is no text."""
        if self._line.value.startswith(b"data:"):
            return True
        packed = self.parameter("encoding").upper() in ("BASE64", "B")
        return packed and _CONTROLS.search(self._bytes) is not None

    @cached_property
    def text(self) -> str:
        """The value as a person reads it."""
        return _plain(self.raw).strip()

    def parts(self, sign: str = ";") -> list[str]:
        """The parts of a structured value (`;`), or the entries of a list (`,`)."""
        if "\\" not in self.raw:
            found = self.raw.split(sign, _MOST_PARTS)
        else:
            found = [match.group(1) for match in _PARTS[sign].finditer(self.raw)][:_MOST_PARTS]
        return [_plain(part).strip() for part in found]


def _plain(text: str) -> str:
    return _ESCAPED.sub(_unescaped, text) if "\\" in text else text


def _unescaped(match: re.Match[str]) -> str:
    sign = match.group(1)
    return "\n" if sign in "nN" else sign if sign in ",;:\\\"'" else match.group()


def _caret(match: re.Match[str]) -> str:
    return _CARETS[match.group()]


def _unpacked(value: bytes) -> bytes:
    """Base64 decoded; what is none stays as it is."""
    bare = b"".join(value.split())
    try:
        return binascii.a2b_base64(bare + b"=" * (-len(bare) % 4), strict_mode=False)
    except binascii.Error:
        return value
