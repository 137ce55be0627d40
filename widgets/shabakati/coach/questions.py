"""The question coach: whether a question invites more than a word, why, and what opens it."""

from __future__ import annotations

from shabakati.coach import arabic, english
from shabakati.coach.finding import Finding, Judgement, Kind
from shabakati.coach.rewriting import Offered, offered
from shabakati.coach.sentences import Sentence, language_of, sentences

_FOLDS = {"ar": arabic.fold, "en": english.fold}
_LOOKED_THROUGH = 60  # words of a sentence
_JUDGES = {"ar": arabic.judge, "en": english.judge}


def check_question(text: str, language: str | None = None) -> Finding:
    """The kind of the question that a text ends with, why it is of it, and open ones instead.

    Parameters
    ----------
    text : what somebody would say or write; the first 2,000 characters are looked at.
    language : `ar` or `en`; by the script of the text, unless said.

    Returns
    -------
    Finding: `kind`, `why`, `words`, `question`, `language`, `rewrites` (2 or 3, for closed ones),
    `instead`.
    Of several questions the last is judged, since it is the one that is answered. A polite
    "could you tell me about …" is formally answered by yes or no, yet nobody stops there: it
    counts as open, and "could you tell me when …" as what it wraps.
    """
    language = language if language in _JUDGES else language_of(text)
    sentence, found = _last_question(sentences(text), language)
    opens = found.kind is Kind.OPEN and found.why != "greeting"
    shown = Offered() if opens else offered(sentence.text, found, language)
    words = tuple(_as_written(word, sentence.text, language) for word in found.words)
    return Finding(found.kind, found.why, words, sentence.text, language, *shown)


def _last_question(said: list[Sentence], language: str) -> tuple[Sentence, Judgement]:
    for sentence in reversed(said):
        found = _JUDGES[language](sentence)
        if found.kind is not Kind.NOT_A_QUESTION:
            return sentence, found
    if said:
        return said[-1], Judgement(Kind.NOT_A_QUESTION, "statement")
    return Sentence("", ""), Judgement(Kind.NOT_A_QUESTION, "nothing")


def _as_written(words: str, text: str, language: str) -> str:
    """Words that were found in a folded text, as they stand in the text itself."""
    fold, parts = _FOLDS[language], text.split()[:_LOOKED_THROUGH]
    for start in range(len(parts)):
        for end in range(start + 1, min(start + 7, len(parts)) + 1):
            run = " ".join(parts[start:end])
            if fold(run).strip(",;: ") in (words, f"و{words}", f"ف{words}"):
                return run.strip("،,؛;:.")
    return words
