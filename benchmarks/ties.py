"""How many answers tell who knows whom: the demo's owner answers for thirty people.

Run `python benchmarks/ties.py`. Her true ties are known; she is asked as the page asks, and presses
what says the most. Beside it: one answer a pair, and one press a tie with one a person.
"""

import sys
from pathlib import Path

from shabakati import open_workbook

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))
from answering import inner, replayed, true_ties


def main():
    book = open_workbook("demo")
    print(f"{'people':>7} {'pairs':>7} {'ties':>6} {'presses':>8}")
    for count in (15, 20, 30, 33):
        people = inner(book, count)
        truth = true_ties(book, people)
        presses, found = replayed(book, people, truth)
        assert found == truth
        pairs = count * (count - 1) // 2
        print(f"{count:7} {pairs:7} {len(truth):6} {presses:8}")
        print(f"{'':8}one answer a pair takes {pairs / presses:.1f} times as many,")
        print(f"{'':8}a press a tie and a person {(len(truth) + count - 1) / presses:.1f} times")


if __name__ == "__main__":
    main()
