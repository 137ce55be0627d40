"""Whether two spellings are one organisation or role, so that nobody is said to have moved."""

from __future__ import annotations

import re
import unicodedata

_SIGNS = re.compile(r"[^\w\s]|_")
_MARKS = re.compile("[\u0640\u064b-\u065f\u0670]")  # lengthening, vowels
_LETTERS = str.maketrans("أإآٱىة", "اااايه")
# Legal forms, and the words that stand for them; they come and go with whoever types.
_FORMS = re.compile(
    "the|and|inc|incorporated|ltd|limited|llc|llp|plc|corp|corporation|co|company|gmbh|ag|sa|sarl"
    "|sas|bv|nv|pjsc|psc|jsc|fze|fzco|wll|spc|saoc|sal"
    "|شركه|المحدوده|محدوده|مؤسسه|ذمم|شمم|مساهمه|عامه|قابضه|م|ذ|ش"
)


def spelling_key(text: str) -> str:
    """A name as it is compared: without case, signs, vowels, legal forms and spaces."""
    plain = unicodedata.normalize("NFKC", text).casefold()
    plain = _MARKS.sub("", plain).translate(_LETTERS)
    words = _SIGNS.sub("", plain.replace("-", " ").replace("/", " ")).split()
    return "".join(word for word in words if not _FORMS.fullmatch(word)) or "".join(words)


def same_spelling(one: str, other: str) -> bool:
    """Whether two names differ in spelling alone."""
    return one == other or spelling_key(one) == spelling_key(other)
