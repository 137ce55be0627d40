"""Long lists with known answers: most who can be told are found, and few who are two people."""

import csv
import sys
from itertools import combinations
from pathlib import Path

import pandas as pd

from shabakati import find_duplicates
from shabakati.people.duplicates import SURE

ROOT = Path(__file__).parents[1]
STORY = ROOT / "data" / "demo" / "story"


def rows(name):
    with (STORY / name).open(encoding="utf-8") as file:
        return list(csv.DictReader(file))


def test_in_a_list_of_a_thousand_nearly_all_are_found_and_nearly_all_that_is_found_is_right():
    sys.path.insert(0, str(ROOT / "benchmarks"))
    from contacts import make_contacts

    contacts = make_contacts(seed=5, latin=1_500, phone=500)
    found = find_duplicates(pd.DataFrame(contacts.people).set_index("id"))
    pairs = set(zip(found["a"], found["b"], strict=True))
    assert len(contacts.sure) > 150
    assert len(pairs & contacts.true) / len(pairs) > 0.95
    assert len(pairs & contacts.sure) / len(contacts.sure) > 0.85
    sure = found[found["score"] >= SURE]
    right = [pair in contacts.true for pair in zip(sure["a"], sure["b"], strict=True)]
    assert sum(right) / len(right) > 0.97


def test_in_the_demo_the_phone_and_linkedin_are_joined_without_an_error():
    linkedin = [
        {
            "key": row["key"],
            "name": f"{row['first']} {row['last']}",
            "organisation": row["company"],
            "role": row["position"],
            "emails": [row["email"]] if row["email"] else [],
            "phones": [],
            "url": f"https://www.linkedin.com/in/{row['key']}-demo",
            "source": "linkedin",
        }
        for row in rows("linkedin.csv")
    ]
    phone = [
        {
            "key": row["key"],
            "name": row["name"],
            "organisation": row["organisation"],
            "role": row["role"],
            "emails": [row["email"]] if row["email"] else [],
            "phones": [row["phone"]],
            "url": "",
            "source": "phone",
        }
        for row in rows("phone.csv")
    ]
    people = pd.DataFrame([*linkedin, *phone])
    found = find_duplicates(people)
    who = people["key"].tolist()
    true = {(a, b) for a, b in combinations(range(len(who)), 2) if who[a] == who[b]}
    pairs = set(zip(found["a"], found["b"], strict=True))
    assert pairs <= true
    # Of "عمي نبيل" nobody can know from the list alone that he is Nabeel Rifai.
    assert {who[a] for a, _ in true - pairs} <= {"nabil-alrefai"}
