"""The room's code: made to be read aloud, and compared however it is typed."""

from __future__ import annotations

import secrets
import unicodedata

LEAST, MOST = 4, 40  # characters of a code
_DIGITS = 6
_GROUP = 3
_ALIKE = str.maketrans("أإآٱىیکةؤئ", "ااااييكهوي", "ـ")


def new_code() -> str:
    """Six digits: on every keyboard, the same word in every language, none like a letter.

    They keep out who was not told, as long as the door counts wrong answers.
    """
    while True:
        code = f"{secrets.randbelow(10**_DIGITS):0{_DIGITS}}"
        if len(set(code)) > _GROUP:  # 000000 or 131313 look like a mistake on the wall
            return code


def plain(text: str) -> str:
    """The code in one spelling: digits of any script as 0-9, small letters, no signs or spaces."""
    folded = unicodedata.normalize("NFKC", text[: 4 * MOST]).casefold().translate(_ALIKE)
    return "".join(_letter(char) for char in folded if char.isalnum())


def shown(code: str) -> str:
    """The code as it is written on the wall: long numbers in groups of three or four digits."""
    group = next((size for size in (_GROUP, 4) if len(code) % size == 0), len(code))
    if not code.isdecimal():
        return code
    return " ".join(code[start : start + group] for start in range(0, len(code), group))


def _letter(char: str) -> str:
    digit = unicodedata.decimal(char, None)
    return char if digit is None else str(digit)
