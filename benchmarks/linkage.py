"""How a well-known record-linkage library finds the same people: splink, set up as its guide says.

It gets what it needs for a fair chance: Arabic is written in Latin letters by a simple table,
titles are gone, vowels and doubled letters too, since Arabic writes few; numbers are cut to what
is compared. Two LinkedIn rows are never a pair. Names are compared by Jaro–Winkler with term
frequencies, the model is trained by expectation maximisation on two blockings. Its threshold is
chosen afterwards by the answers, as no user could: where its F1 is best.
"""

import re
import unicodedata
from typing import Any

from contact_names import naive

_TITLES = {
    "د",
    "م",
    "أ",
    "المهندس",
    "الدكتورة",
    "الحاج",
    "dr",
    "eng",
    "mr",
    "prof",
    "phd",
    "mba",
    "pmp",
    "cpa",
    "hehim",
}


def plain(text: str) -> str:
    """Consonants in Latin letters, without article, doubles and vowels."""
    latin = unicodedata.normalize("NFKD", naive(re.sub("^ال| ال", " ", text))).casefold()
    latin = re.sub("[^a-z ]", "", re.sub(r"\b[ae]l[- ]", "", latin))
    return re.sub(r"(.)\1+", r"\1", re.sub("(?<=[a-z])[aeiou]", "", latin)).strip()


def prepared(people: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Rows as the library compares them."""
    rows = []
    for person in people:
        parts = [
            p for p in re.sub("[.,()/]", " ", person["name"]).split() if p.casefold() not in _TITLES
        ]
        words = [word for word in map(plain, parts) if word] or [""]
        rows.append(
            {
                "unique_id": person["id"],
                "source": person["source"],
                "first": words[0] or None,
                "last": words[-1] if len(words) > 1 else None,
                "phone": person["phones"][0][-8:] if person["phones"] else None,
                "email": person["emails"][0] if person["emails"] else None,
                "work": " ".join(sorted(plain(person["organisation"]).split())) or None,
            }
        )
    return rows


def find(people: list[dict[str, Any]], least: float = 0.01) -> list[tuple[int, int, float]]:
    """Pairs with the library's probability."""
    import pandas as pd
    import splink.comparison_library as cl
    from splink import DuckDBAPI, Linker, SettingsCreator, block_on

    not_both = "not (l.source = 'linkedin' and r.source = 'linkedin')"
    rules = (
        "l.phone = r.phone",
        "l.email = r.email",
        "l.first = r.first and l.last = r.last",
        "l.last = r.last and substr(l.first, 1, 1) = substr(r.first, 1, 1)",
        "l.first = r.first and substr(l.last, 1, 2) = substr(r.last, 1, 2)",
        "l.first = r.first and l.work = r.work",
    )
    settings = SettingsCreator(
        link_type="dedupe_only",
        comparisons=[
            cl.JaroWinklerAtThresholds("first", [0.92, 0.85]).configure(
                term_frequency_adjustments=True
            ),
            cl.JaroWinklerAtThresholds("last", [0.92, 0.85]).configure(
                term_frequency_adjustments=True
            ),
            cl.ExactMatch("phone"),
            cl.ExactMatch("email"),
            cl.JaroWinklerAtThresholds("work", [0.95, 0.85]).configure(
                term_frequency_adjustments=True
            ),
        ],
        blocking_rules_to_generate_predictions=[f"{rule} and {not_both}" for rule in rules],
    )
    table = DuckDBAPI().register(pd.DataFrame(prepared(people)))
    linker = Linker(table, settings, log_level="ERROR")
    train = linker.training
    train.estimate_probability_two_random_records_match(
        [
            "l.phone = r.phone and l.first = r.first",
            "l.first = r.first and l.last = r.last and l.work = r.work",
        ],
        recall=0.5,
    )
    train.estimate_u_using_random_sampling(max_pairs=2e6, seed=1)
    train.estimate_parameters_using_expectation_maximisation(block_on("phone"))
    train.estimate_parameters_using_expectation_maximisation(block_on("first", "last"))
    found = linker.inference.predict(threshold_match_probability=least).as_pandas_dataframe()
    columns = (found["unique_id_l"], found["unique_id_r"], found["match_probability"])
    return [(min(a, b), max(a, b), p) for a, b, p in zip(*columns, strict=True)]
