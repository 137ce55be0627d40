"""How often the question coach is right, beside the rule that people would write in a minute.

    python benchmarks/questions.py
    python benchmarks/questions.py --first-sight

`questions/{ar,en}.csv` hold 200 questions in each language, all written and sorted by hand before
the first rule, then split by a hash of their text: `tune` was looked at while the rules were
written, `measure` never, only counted. Questions and rules are by the same hand, so both halves
flatter, and neither is what to expect of a question that the coach has never seen.

`questions/unseen_{ar,en}.csv` tell that: modern standard Arabic and five families of dialects,
English from chat to committee. They were written in rounds, each after the rules had learnt from
the one before, sorted and committed, and only then shown to the coach, once: `--first-sight` writes
into `seen` what it took each new question for, and never writes over it. So each round has two
shares, at first sight and now that it has been learnt from. A question on whose kind fair readers
differ is `debated`, with the reason in `note`; it is named and not counted. Nothing was taken in
that is nearly the same as an older question.

The first of these rounds (3) is what the older rules were worth; from the fourth on the rules are
those of today, a little wider each time. Rules and questions are still by one hand, so a stranger's
questions may do worse: of 84 taken from public lists of questions, which are not ours to keep, 79
were right when they were first tried, between rounds 5 and 6.

`questions/later_{ar,en}.csv` are the two rounds before those, of which only the counts at first
sight were kept (`FIRST_SIGHT`).
"""

from __future__ import annotations

import csv
import re
import sys
import time
from collections import Counter
from pathlib import Path

from shabakati.coach import Kind, check_question

HERE = Path(__file__).with_name("questions")
LANGUAGES = ("ar", "en")
DEBATED = "debated"
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
Row = dict[str, str]


def rows(name: str) -> list[Row]:
    """The questions of one file."""
    with (HERE / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def is_open_to_the_coach(text: str, language: str) -> bool:
    """What the coach says."""
    return check_question(text, language).is_open


def is_open_by_first_word(text: str, language: str) -> bool:
    """The rule of a minute: a question mark at the end, and no closed word at the beginning."""
    return text.endswith(("?", "؟")) and not re.match(CLOSED_WORDS[language], text, re.IGNORECASE)


def share_open_right(found: list[Row], language: str, judge) -> float:
    """How often open is told from all else."""
    right = sum(judge(row["text"], language) == (row["kind"] == Kind.OPEN) for row in found)
    return right / len(found)


def confusion(found: list[Row], language: str) -> Counter[tuple[str, str]]:
    """How many questions of each kind the coach takes for each."""
    return Counter((row["kind"], check_question(row["text"], language).kind.value) for row in found)


def share_kind_right(found: list[Row], language: str) -> float:
    """How often the finer kind is right."""
    counted = confusion(found, language)
    return sum(n for (said, seen), n in counted.items() if said == seen) / len(found)


def shares_at_first_sight(found: list[Row]) -> tuple[float, float]:
    """How often the kind, and open or not, was right when the coach first saw the questions."""
    kind = sum(row["seen"] == row["kind"] for row in found)
    open_ = sum((row["seen"] == Kind.OPEN) == (row["kind"] == Kind.OPEN) for row in found)
    return kind / len(found), open_ / len(found)


def write_first_sight(language: str) -> None:
    """Write down what the coach takes each question for that it has not seen, and print the slips.

    What is written down once is never changed.
    """
    found = rows(f"unseen_{language}")
    for row in (row for row in found if not row["seen"]):
        row["seen"] = check_question(row["text"], language).kind.value
        if row["seen"] != row["kind"]:
            print(f"{language} {row['round']}: {row['text']}  {row['kind']} seen as {row['seen']}")
    with (HERE / f"unseen_{language}.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(found[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows(found)


def main() -> None:
    """Print every share, and what is taken for what."""
    if "--first-sight" in sys.argv[1:]:
        for language in LANGUAGES:
            write_first_sight(language)
    for language in LANGUAGES:
        for half in ("tune", "measure"):
            found = [row for row in rows(language) if row["half"] == half]
            report(f"{language} {half}", found, language)
        report(f"{language} later, learnt from by now", rows(f"later_{language}"), language)
    for (language, turn), (kind, open_, of) in FIRST_SIGHT.items():
        print(f"{language} later, round {turn}, at first sight: {kind / of:.0%} {open_ / of:.0%}")
    for language in LANGUAGES:
        report_unseen(language)


def report(name: str, found: list[Row], language: str) -> None:
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


def report_unseen(language: str) -> None:
    """Print of each round what was right at first sight and what is now, and what is debated."""
    held = rows(f"unseen_{language}")
    for turn in sorted({row["round"] for row in held}, key=int):
        of_turn = [row for row in held if row["round"] == turn]
        found = [row for row in of_turn if row["kind"] != DEBATED]
        kind, open_ = shares_at_first_sight(found)
        now = share_kind_right(found, language)
        now_open = share_open_right(found, language, is_open_to_the_coach)
        print(f"{language} unseen, round {turn}: {len(found)} questions")
        print(f"  at first sight: kind {kind:.1%}; open or closed {open_:.1%}")
        print(f"  learnt from by now: kind {now:.1%}; open or closed {now_open:.1%}")
        for row in of_turn:
            if row["kind"] == DEBATED:
                print(f"  debated, seen as {row['seen']}: {row['text']} ({row['note']})")


if __name__ == "__main__":
    main()
