"""Bytes of a vCard file as properties: folded and broken lines put together, photos passed over."""

from __future__ import annotations

import codecs
import re
from collections.abc import Callable, Iterator
from io import BytesIO
from typing import NamedTuple

from shabakati.intake.vcard.known import BINARY, is_known

_HEAD_LIMIT = 4_096  # bytes in which the colon of a property must stand
_VALUE_LIMIT = 1 << 20  # bytes of one value that are kept: far more than a note may hold
_FOLDED_FROM = 72  # bytes: a line as long as this was cut by a program, a shorter one by somebody
_TOLD_EVERY = 4_096  # lines
_START = re.compile(
    rb"[ \t]*((?:[\w-]++\.)?)([A-Za-z][\w-]*+)[ \t]*((?:;(?>[^\":]++|\"[^\"]*+\")*+)?):"
)
_LOOSE = re.compile(rb"[ \t]*((?:[\w-]++\.)?)([A-Za-z][\w-]*+)[ \t]*((?:;[^:]*+)?):")
_HALF_BYTE = re.compile(rb"[ \t][0-9A-F]{2}(?:=|$)")
_SAME_CHARACTER = re.compile(rb"[ \t]+=[89ABab]")


class Line(NamedTuple):
    """A property as it stands in the file."""

    number: int  # the line on which it begins, from 1
    group: str  # `item1` of `item1.TEL`, or ""
    name: str  # in capitals
    parameters: bytes  # with the semicolon before them
    value: bytes


def read_lines(data: bytes, told: Callable[[int], None]) -> Iterator[Line | None]:
    """Every property in its order; None for a line that belongs to none.

    Lines are put together where they were folded (RFC 6350 section 3.2), broken in the middle of
    quoted-printable (RFC 2045 section 6.7, indented or not), or go on with neither sign. Of
    pictures, sounds and keys only the beginning is given.

    Parameters
    ----------
    data : in any encoding in which ASCII is ASCII; for UTF-16 see `as_bytes`.
    told : called with the bytes read so far.
    """
    buffer = BytesIO(data)
    open_: _Open | None = None
    passing = False  # over the lines of a photo
    for number, raw in enumerate(buffer, 1):
        if number % _TOLD_EVERY == 0:
            told(buffer.tell())
        if passing and (raw[0] in b" \t" or b":" not in raw):
            continue
        text = raw.rstrip(b"\r\n\0").removeprefix(codecs.BOM_UTF8)
        if not text.strip():
            continue
        if open_ and open_.goes_on(text):
            continue
        found = _START.match(text[:_HEAD_LIMIT]) or _LOOSE.match(text[:_HEAD_LIMIT])
        name = found.group(2).decode("ascii", "replace").upper() if found else ""
        if open_ and not (found and is_known(name, found.group(2))):
            open_.add_stray(text)
            continue
        if open_:
            yield open_.line()
        open_, passing = None, False
        if not found:
            yield None
            continue
        # A sound of X-IRMC is no sound but how the name is said.
        passing = name in BINARY and b"X-IRMC" not in found.group(3).upper()
        group = found.group(1)[:-1].decode("ascii", "replace").lower()
        open_ = _Open(number, group, name, found.group(3), text, found.end())
        if passing or name in ("BEGIN", "END"):
            yield open_.line()
            open_ = None
    if open_:
        yield open_.line()


class _Open:
    """A property whose value may go on in the next line."""

    def __init__(
        self, number: int, group: str, name: str, parameters: bytes, text: bytes, start: int
    ) -> None:
        self._known = (number, group, name, parameters)
        said = parameters.upper()
        self._quoted = b"QUOTED-PRINTABLE" in said
        self._base64 = b"BASE64" in said or b"ENCODING=B" in said
        self._parts: list[bytes] = []
        self._size = 0
        self._soft = False  # the last line ended with `=`
        self._last = len(text)
        self._keep(text[start : start + _VALUE_LIMIT])

    def goes_on(self, text: bytes) -> bool:
        """Take a line that is indented, or stands behind a soft break."""
        indented = text[0] in b" \t"
        if self._soft:
            if not indented and (found := _START.match(text[:_HEAD_LIMIT])):
                name = found.group(2)
                if name.isupper() and is_known(name.decode("ascii", "replace"), name):
                    return False  # the `=` stood at the end of the value by mistake
            if indented and _HALF_BYTE.match(text) and self._is_all_quoted():
                self._parts.append(b"=")  # folded by the standard, between `=` and its digits
                text = text[1:]
            elif indented and (self._is_all_quoted() or _SAME_CHARACTER.match(text)):
                text = text.lstrip(b" \t")
        elif indented:
            text = text[1:]
        else:
            return False
        self._last = len(text)
        self._keep(text)
        return True

    def add_stray(self, text: bytes) -> None:
        """Take a line that is no property, though nothing says that it continues one."""
        if not self._base64 and self._last < _FOLDED_FROM:
            self._parts.append(b"\n")
        self._last = len(text)
        self._keep(text)

    def line(self) -> Line:
        """The property, whole."""
        return Line(*self._known, b"".join(self._parts))

    def _keep(self, text: bytes) -> None:
        self._soft = False
        if self._quoted:
            bare = text.rstrip(b" \t")
            if bare.endswith(b"="):
                self._soft, text = True, bare[:-1]
        if self._size < _VALUE_LIMIT:
            self._size += len(text) + 1
            self._parts.append(text)

    def _is_all_quoted(self) -> bool:
        """Whether spaces are written `=20` here, so that one in the open is an indent."""
        return not any(b" " in part.strip() for part in self._parts)
