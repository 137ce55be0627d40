"""The introduction: its time, what it lacks, and nothing that it has is asked for again."""

from shabakati import open_workbook
from shabakati.coach import Check, check_introduction, spoken


def left(text, **more):
    return {one.check for one in check_introduction(text, **more).left}


def test_the_demo_s_introduction_names_who_and_fits_into_its_time():
    book = open_workbook("demo", language="ar")
    mine = book.row("profile", 1)
    seen = check_introduction(mine["introduction"], None, book.goals, mine)
    assert seen.time == spoken(mine["introduction"])
    assert not {Check.NAME, Check.TIME, Check.REQUEST} & {one.check for one in seen.left}


def test_a_bare_greeting_lacks_name_skill_and_goal():
    assert {Check.NAME, Check.SKILL, Check.GOAL} <= left("مرحبًا")
    assert {Check.NAME, Check.SKILL, Check.GOAL} <= left("Hello")


def test_what_takes_minutes_is_too_long():
    assert Check.TIME in left("أعمل في خدمة العملاء منذ سبع سنوات. " * 40)


def test_longer_words_take_longer_and_signs_take_nothing():
    assert spoken("بالمستشفيات " * 10).seconds > spoken("بيت كبير " * 5).seconds
    assert spoken("أحوّلُ الأرقامَ").seconds == spoken("أحول الأرقام").seconds
    assert spoken(" ، . 😀 ").words == 0
