"""Whole names from their parts."""

from shabakati.intake.fullname import says_more, whole_name


def test_parts_that_say_nothing_leave_no_gap():
    assert whole_name(["Dr.", " Sara ", "", "Ali"], "PhD") == "Dr. Sara Ali, PhD"
    assert whole_name(["", ""], "PhD") == "PhD"
    assert whole_name([]) == ""


def test_the_same_words_in_another_order_say_no_more():
    assert not says_more("Ali, Sara", "Sara Ali")
    assert not says_more("علي، سارة", "سارة علي")
    assert not says_more("sara", "Dr. Sara Ali")
    assert not says_more("", "Sara")
    assert says_more("Sara Ali", "سارة علي")
