"""When another kernel is made: by a clock of the test's own."""

from hypothesis import given
from hypothesis import strategies as st

from shabakati_serving.room.refill import Refill


def test_an_empty_pool_is_filled_at_once_and_a_full_one_never():
    refill = Refill(ready=3, seats=10)
    assert refill.pause(standing=0, taken=0, waiting=0, now=0) == 0
    assert refill.pause(standing=3, taken=0, waiting=0, now=0) is None


def test_while_people_come_it_rests_as_long_as_it_worked():
    refill = Refill(ready=5, seats=10)
    refill.finished(begun=10.0, now=10.4)
    refill.arrived(now=10.5)
    assert 0 < refill.pause(standing=2, taken=1, waiting=0, now=10.5) <= 0.3 + 1e-9
    assert refill.pause(standing=2, taken=1, waiting=0, now=10.9) == 0


def test_when_it_is_calm_it_does_not_rest():
    refill = Refill(ready=5, seats=10)
    refill.arrived(now=0)
    refill.finished(begun=29, now=30)
    assert refill.pause(standing=2, taken=1, waiting=0, now=30) == 0


def test_whoever_waits_comes_first():
    refill = Refill(ready=5, seats=10)
    refill.finished(begun=0, now=0.5)
    assert refill.pause(standing=0, taken=1, waiting=2, now=100) >= 0.5


@given(*[st.integers(0, 300)] * 5)
def test_there_are_never_more_kernels_than_seats(ready, seats, standing, taken, waiting):
    found = Refill(ready, seats).pause(standing, taken, waiting, now=0)
    if standing + taken >= seats or standing >= ready:
        assert found is None
