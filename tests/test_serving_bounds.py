"""Bounds: who takes too much waits, who comes back later finds it filled, guessing gets slower."""

from hypothesis import given
from hypothesis import strategies as st

from shabakati_serving.bounds import Attempts, Bucket


def test_a_bucket_gives_what_is_in_it_and_fills_with_time():
    bucket = Bucket(3, 1)
    assert [bucket.take(1, 0) for _ in range(4)] == [True, True, True, False]
    assert bucket.take(2, 2)
    assert not bucket.take(1, 2)
    assert not bucket.take(4, 100)  # never more than it holds
    assert bucket.take(3, 100)


@given(st.lists(st.tuples(st.floats(0, 10), st.floats(0, 5)), max_size=60))
def test_no_more_is_taken_than_the_size_and_what_flowed_in(steps):
    bucket, now, taken = Bucket(10, 2), 0.0, 0.0
    for passed, amount in steps:
        now += passed
        taken += amount if bucket.take(amount, now) else 0
    assert taken <= 10 + 2 * now + 1e-6


def test_a_clock_that_goes_back_fills_nothing():
    bucket = Bucket(1, 1)
    assert bucket.take(1, 100)
    assert not bucket.take(1, 50)
    assert not bucket.take(1, 100.5)


def test_the_first_wrong_guesses_are_free_then_each_doubles_the_wait():
    tries = Attempts(free=2, longest=8)
    waits = []
    for _ in range(7):
        tries.wrong("a", 0)
        waits.append(tries.wait("a", 0))
    assert waits == [0, 1, 2, 4, 8, 8, 8]
    assert tries.wait("b", 0) == 0
    assert tries.wait("a", 5) == 3
    assert tries.wait("a", 8) == 0


def test_after_a_calm_while_guessing_is_forgiven():
    tries = Attempts(free=2, longest=60, calm=100)
    for _ in range(5):
        tries.wrong("a", 0)
    assert tries.wait("a", 0) == 8
    tries.wrong("a", 1000)
    assert tries.wait("a", 1000) == 0


def test_where_somebody_knows_the_secret_a_few_wrong_guesses_are_forgiven():
    tries = Attempts(free=2)
    for _ in range(8):
        tries.wrong("a", 0)
    assert tries.wait("a", 0) == 60
    tries.right("a")
    assert tries.wait("a", 0) == 2
    tries.right("a")
    assert tries.wait("a", 0) == 0
    tries.right("unknown")


def test_a_hundred_thousand_addresses_are_not_all_remembered():
    tries = Attempts(free=1, most=50)
    for number in range(1000):
        tries.wrong(str(number), 0)
    assert len(tries._wrong) == 50
    assert tries.wait("999", 0) > 0
