"""How long a text takes to say: an estimate, by its words and how long they are."""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple

from shabakati.coach.sentences import LONGEST, language_of

# Words a minute, and letters a word of the texts that readers were timed with. Arabic writes
# "and with their work" as one word: where words hold more, fewer of them go into a minute.
CALM = {"ar": 125, "en": 160}
BRISK = {"ar": 138, "en": 183}
USUAL_LETTERS = {"ar": 612 / 138, "en": 987 / 228}
_BOUNDS = (0.75, 1.4)  # how much the length of words may count; beyond it is no prose
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")


class Spoken(NamedTuple):
    """The words of a text and the seconds that it takes, said calmly and read out briskly."""

    words: int
    seconds: float
    brisk: float


def spoken(text: str, language: str | None = None) -> Spoken:
    """About how many seconds a text takes to say.

    Parameters
    ----------
    text : what is said; the first 20,000 characters are looked at.
    language : `ar` or `en`; by the script of the text, unless said.

    Returns
    -------
    Spoken: words, seconds at a calm pace, seconds at a brisk one. People differ by a fifth and
    more either way, and pauses are not known: an estimate, to be checked aloud with a clock.

    Source
    ------
    Arabic, speaking freely: 124.5 words a minute, 51 Jordanian adults, "Preliminary Speech Rate
    Normative Data in Adult Jordanian Speakers", Journal of Language Teaching and Research 11(2),
    2020, doi 10.17507/jltr.1102.08. Reading aloud: 138 words and 612 characters a minute
    (English: 987 characters and 228 words), Trauzettel-Klosinski & Dietz, Investigative
    Ophthalmology & Visual Science 53, 2012, doi 10.1167/iovs.11-8284. English: 160, the lower end
    of what is advised on radio, Rodero, Text & Talk 32(3), 2012; 183 read aloud, Brysbaert,
    Journal of Memory and Language 109, 2019. That longer words take longer: Brysbaert, too.
    """
    text = "".join(c for c in text[: 10 * LONGEST] if unicodedata.category(c) != "Mn" and c != "ـ")
    language = language if language in CALM else language_of(text)
    words = _WORD.findall(text)
    if not words:
        return Spoken(0, 0.0, 0.0)
    usual = USUAL_LETTERS[language]
    longer = sum(map(len, words)) / len(words) / usual
    weight = min(max(longer, _BOUNDS[0]), _BOUNDS[1])
    minutes = len(words) * weight
    return Spoken(len(words), 60 * minutes / CALM[language], 60 * minutes / BRISK[language])
