"""Small lists of people written by hand, for tests of duplicates."""

import pandas as pd

from shabakati.people.duplicates import find_duplicates

LISTS = ("other_names", "phones", "emails", "links")


def listed(*people):
    """A frame of people, each a dict; those around them are others, as every list has them."""
    rows = [*people, *({"name": name} for name in OTHERS)]
    frame = pd.DataFrame(rows, index=range(1, len(rows) + 1))
    for column in frame.columns:
        empty = [] if column in LISTS else ""
        frame[column] = [
            value if isinstance(value, (str, list)) else empty for value in frame[column]
        ]
    return frame


def found_of(*people):
    """The pairs that are found among these in a list with others, with all that is said of them."""
    found = find_duplicates(listed(*people))
    return found[(found["a"] <= len(people)) & (found["b"] <= len(people))]


def pair(one, other):
    """What is found of two people in a list: the row, or None."""
    return next(found_of(one, other).itertuples(), None)


def score(one, other):
    """How likely two people are one; 0 if they are not found."""
    row = pair(one, other)
    return row.score if row else 0.0


def codes(one, other):
    row = pair(one, other)
    return [reason.code for reason in row.reasons] if row else []


OTHERS = (
    """
محمد أحمد|Mohamed Ali|أحمد محمد علي|Mohammed Hassan|محمد علي|Ahmed Ali|أحمد حسن|Ahmed Khaled
سارة أحمد|Sara Ali|فاطمة محمد|Fatima Hassan|خالد عمر|Khaled Mahmoud|عمر خالد|Omar Ibrahim
يوسف إبراهيم|Youssef Adel|منى سمير|Mona Kamal|هدى صالح|Huda Nasser|ريم فهد|Reem Saad
ليلى جمال|Layla Tarek|نور هاني|Nour Samir
""".strip()
    .replace("\n", "|")
    .split("|")
)
