"""How often the question coach is right, beside the rule that people would write in a minute.

    python benchmarks/questions.py

`questions/{ar,en}.csv` hold 200 questions in each language, all written and sorted by hand before
the first rule, then split by a hash of their text: `tune` was looked at while the rules were
written, `measure` never, only counted. Questions and rules are still by the same hand, so both
halves flatter. `questions/later_*.csv` were written after the rules, about other work, in two
rounds, and counted once before anybody looked at what was wrong; those counts, which the rules
have learnt from since, are in `FIRST_SIGHT`: about nine kinds in ten, and open or closed in
nineteen of twenty, is what to expect of a question that the coach has never seen.
"""

from __future__ import annotations

import csv
import re
import time
from collections import Counter
from pathlib import Path

from shabakati.coach import Kind, check_question

HERE = Path(__file__).with_name("questions")
LANGUAGES = ("ar", "en")
# Of the later questions, by language and round: right in kind, in open or closed, of how many.
FIRST_SIGHT = {
    ("ar", 1): (50, 53, 58),
    ("en", 1): (55, 56, 58),
    ("ar", 2): (52, 55, 58),
    ("en", 2): (52, 55, 57),
}
CLOSED_WORDS = {
    "ar": r"^(هل|متى|كم|أين|من)\b",
    "en": r"^(do|does|did|is|are|was|were|can|could|will|would|should|have|has|when|where|who)\b",
}


def rows(name: str) -> list[dict[str, str]]:
    """The questions of one file."""
    with (HERE / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def is_open_to_the_coach(text: str, language: str) -> bool:
    """What the coach says."""
    return check_question(text, language).is_open


def is_open_by_first_word(text: str, language: str) -> bool:
    """The rule of a minute: a question mark at the end, and no closed word at the beginning."""
    return text.endswith(("?", "؟")) and not re.match(CLOSED_WORDS[language], text, re.IGNORECASE)


def share_open_right(found: list[dict[str, str]], language: str, judge) -> float:
    """How often open is told from all else."""
    right = sum(judge(row["text"], language) == (row["kind"] == Kind.OPEN) for row in found)
    return right / len(found)


def confusion(found: list[dict[str, str]], language: str) -> Counter[tuple[str, str]]:
    """How many questions of each kind the coach takes for each."""
    return Counter((row["kind"], check_question(row["text"], language).kind.value) for row in found)


def share_kind_right(found: list[dict[str, str]], language: str) -> float:
    """How often the finer kind is right."""
    counted = confusion(found, language)
    return sum(n for (said, seen), n in counted.items() if said == seen) / len(found)


def main() -> None:
    """Print every share, and what is taken for what."""
    for language in LANGUAGES:
        for half in ("tune", "measure"):
            found = [row for row in rows(language) if row["half"] == half]
            report(f"{language} {half}", found, language)
        report(f"{language} later, learnt from by now", rows(f"later_{language}"), language)
    for (language, turn), (kind, open_, of) in FIRST_SIGHT.items():
        print(f"{language} later, round {turn}, at first sight: {kind / of:.0%} {open_ / of:.0%}")


def report(name: str, found: list[dict[str, str]], language: str) -> None:
    """Print what is right in one set, and each confusion."""
    began = time.perf_counter()
    kind = share_kind_right(found, language)
    each = (time.perf_counter() - began) / len(found) * 1e6
    ours = share_open_right(found, language, is_open_to_the_coach)
    theirs = share_open_right(found, language, is_open_by_first_word)
    print(f"{name}: {len(found)} questions, {each:.0f} µs each")
    print(f"  kind {kind:.1%}; open or closed {ours:.1%}, by its first word {theirs:.1%}")
    counted = confusion(found, language)
    for said in Kind:
        of = sum(n for (one, _), n in counted.items() if one == said)
        if not of:
            continue
        taken = {seen: n for (one, seen), n in counted.items() if one == said and seen != said}
        print(f"  {said.value:15}{counted[said, said]:3} of {of:3}  {taken or ''}")


if __name__ == "__main__":
    main()
