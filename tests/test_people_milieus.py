"""People who share a place in life are asked about together."""

import pandas as pd

from shabakati.people.milieus import milieus


def frame(*rows):
    columns = ["organisation", "relation"]
    return pd.DataFrame(rows, columns=columns, index=pd.RangeIndex(1, len(rows) + 1, name="id"))


def told(found):
    return [(milieu.kind, sorted(milieu.members)) for milieu in found]


def test_one_organisation_in_two_scripts_is_one_milieu():
    people = frame(
        ("شركة ندى المدى للاتصالات", "current_colleague"),
        ("Nada Al-Mada Telecom", "friend"),
        ("Atlas Bank", "friend"),
    )
    assert told(milieus(people)) == [("organisation", [1, 2]), ("friends", [2, 3])]


def test_a_current_colleague_of_whom_no_employer_is_known_works_where_you_do():
    people = frame(("", "current_colleague"), ("Atlas", "professor"), ("", "friend"))
    assert told(milieus(people, mine="Atlas")) == [("organisation", [1, 2])]
    assert milieus(people) == []


def test_a_milieu_within_another_is_not_asked_about_again():
    people = frame(("", "family"), ("", "family"), ("", "family"), ("", "friend"))
    events = pd.DataFrame({"name": ["Feast", "Walk"], "people": [[1, 2], [3, 4, 99]]})
    assert told(milieus(people, events)) == [("family", [1, 2, 3]), ("event", [3, 4])]


def test_somebody_alone_is_no_milieu():
    assert milieus(frame(("Atlas", "family"))) == []
    assert milieus(frame()) == []


def test_a_milieu_keeps_its_key_while_people_come_and_go():
    few = milieus(frame(("Atlas", "friend"), ("Atlas Ltd", "family")))
    more = milieus(frame(("Atlas", "friend"), ("Atlas", "family"), ("Atlas", "professor")))
    assert few[0].key == more[0].key
