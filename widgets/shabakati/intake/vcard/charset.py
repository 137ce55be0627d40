"""The bytes of a value as text: in the encoding it names, in UTF-8, or in that of the file."""

from __future__ import annotations

import codecs
from functools import lru_cache
from io import BytesIO

from shabakati.intake.encoding import encoding_of

_SAMPLE = 1 << 16  # bytes that are enough to guess from
_CHUNK = 1 << 20  # bytes recoded at a time
_TEXT_WORDS = (  # as Python calls them; others that it knows are no text, or not safe to try
    "utf-8 utf-16 utf-16-le utf-16-be cp1250 cp1251 cp1252 cp1253 cp1254 cp1255 cp1256 cp1257 "
    "cp1258 cp720 cp864 mac-arabic mac-roman iso8859-1 iso8859-2 iso8859-3 iso8859-4 iso8859-5 "
    "iso8859-6 iso8859-7 iso8859-8 iso8859-9 iso8859-15 koi8-r gbk gb2312 gb18030 big5 shift_jis "
    "euc_jp euc_kr tis-620"
)
_TEXT = frozenset(_TEXT_WORDS.split())


def as_bytes(data: bytes) -> bytes:
    """The file with one byte for each sign of ASCII, and a line feed wherever a line ends."""
    encoding = encoding_of(data)
    if encoding.startswith("utf-16"):
        decoder = codecs.getincrementaldecoder(encoding)("replace")
        recoded = bytearray()
        for start in range(0, len(data), _CHUNK):
            text = decoder.decode(data[start : start + _CHUNK], start + _CHUNK >= len(data))
            recoded += text.encode("utf-8", "replace")
        data = bytes(recoded)
    if b"\r" in data and b"\n" not in data:
        return data.replace(b"\r", b"\n")
    return data


class Charset:
    """How the values of one file are read."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._old = ""

    def text(self, value: bytes, named: str = "") -> str:
        """A value as text, in the encoding that its property names where it fits."""
        if value.isascii():
            return value.decode("ascii")
        name = _known(named)
        if name and name != "utf-8":
            return value.decode(name, "replace")
        try:
            return value.decode("utf-8")
        except UnicodeDecodeError:
            text = value.decode("utf-8", "replace")
        damaged = text.count("\ufffd")
        if len(text) - len(text.encode("ascii", "ignore")) >= 2 * damaged:
            return text  # UTF-8 but for a character that was cut
        return value.decode(self._guess(), "replace")

    def _guess(self) -> str:
        """The old encoding of whatever in the file is not UTF-8, found once."""
        if not self._old:
            sample = bytearray()
            for line in BytesIO(self._data):
                if not line.isascii() and not _is_utf8(line):
                    sample += line[:_SAMPLE]
                    if len(sample) >= _SAMPLE:
                        break
            found = encoding_of(bytes(sample)) if sample else "cp1256"
            self._old = found if found in _TEXT and found != "utf-8" else "cp1256"
        return self._old


def _is_utf8(line: bytes) -> bool:
    try:
        line.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


@lru_cache(100)
def _lookup(named: str) -> str:
    try:
        name = codecs.lookup(named).name
    except (LookupError, ValueError):
        return ""
    return name if name in _TEXT else ""


def _known(named: str) -> str:
    return _lookup(named.lower()) if 0 < len(named) <= 20 and named.isascii() else ""
