"""Seats: whose kernel is whose, who waits before a full room, what is left is given back."""

from hypothesis import given
from hypothesis import strategies as st

from shabakati_serving.room.line import Line
from shabakati_serving.room.seats import Outside, Seat, Seats
from shabakati_serving.room.settings import Room


def seated(seats, visitor, kernel, now=0.0, address="a"):
    seat, _ = seats.take(visitor, address, now)
    assert isinstance(seat, Seat)
    seat.kernel = kernel
    seats.give(seat, now)
    return seat


def test_a_kernel_is_its_visitors_and_nobody_elses():
    seats = Seats(Room())
    seated(seats, "salma", "k1")
    assert seats.owns("salma", "k1")
    assert not seats.owns("omar", "k1")
    assert not seats.owns("salma", "k2")
    assert not seats.owns("", "k1")
    seats.take("omar", "a", 0)  # whose kernel is not there yet
    assert not seats.owns("omar", "")


def test_a_full_room_has_a_line_in_which_nobody_is_overtaken():
    seats = Seats(Room(people=1))
    first = seated(seats, "in", "k")
    assert seats.take("one", "a", 1)[0] == Outside("full", 1)
    assert seats.take("two", "a", 2)[0] == Outside("full", 2)
    assert seats.take("one", "a", 3)[0] == Outside("full", 1)
    seats.leave(first)
    assert seats.take("two", "a", 4)[0] == Outside("full", 2)
    assert seats.take("new", "a", 4)[0] == Outside("full", 3)
    seated(seats, "one", "k1", 5)
    assert seats.take("two", "a", 6)[0] == Outside("full", 1)


def test_who_does_not_ask_any_more_is_passed_over_but_finds_their_place_again():
    seats = Seats(Room(people=1))
    first = seated(seats, "in", "k")
    seats.take("one", "a", 0)
    seats.take("two", "a", 60)
    assert seats.place("two", "a", 100).place == 1
    assert seats.place("one", "a", 101).place == 1
    assert seats.place("two", "a", 102).place == 2
    seats.leave(first)
    assert seats.place("two", "a", 300) is None


def test_the_line_is_bounded_and_forgets_who_left():
    line = Line(most=2, kept=100)
    assert [line.ask(who, "a", 0) for who in ("one", "two", "three")] == [1, 2, 0]
    assert line.ask("three", "a", 101) == 1
    assert len(line) == 1


def test_who_sits_already_may_reload_in_a_full_room_at_their_own_cost():
    seats = Seats(Room(people=2))
    old = seated(seats, "salma", "k1")
    seated(seats, "omar", "k2")
    seats.take("waiting", "a", 1)
    new, ended = seats.take("salma", "a", 2)
    assert isinstance(new, Seat)
    assert ended == [old]
    assert len(seats) == 2
    assert seats.owns("omar", "k2")


def test_one_browser_has_so_many_pages_and_for_a_moment_one_more():
    seats = Seats(Room(tabs=2))
    seats_of = [seated(seats, "salma", f"k{number}", number) for number in range(3)]
    assert len(seats) == 3  # a reload: the page that is left will say so
    _, ended = seats.take("salma", "a", 3)
    assert ended == [seats_of[0]]
    running = {"k1", "k2"}
    assert seats.left(running, 10) == []
    assert seats.left(running, 40) == [seats_of[1]]


def test_an_unconnected_page_of_ones_own_goes_before_a_connected_one():
    seats = Seats(Room(people=2))
    connected, lost = seated(seats, "salma", "k1"), seated(seats, "salma", "k2", 1)
    seats.connect("k1", "socket", 1)
    seats.connect("k2", "other", 1)
    seats.disconnect("k2", "other", 2)
    assert seats.take("salma", "a", 3)[1] == [lost]
    assert connected in seats


def test_pages_from_one_address_can_be_bounded_and_those_in_line_count():
    seats = Seats(Room(people=2, from_one_address=2))
    seated(seats, "one", "k1")
    seated(seats, "two", "k2", address="b")
    assert seats.take("three", "a", 0)[0] == Outside("full", 1)
    assert seats.take("four", "a", 0)[0] == Outside("crowded")
    assert seats.take("three", "a", 1)[0] == Outside("full", 1)
    assert seats.take("five", "b", 1)[0] == Outside("full", 2)


def test_a_page_that_never_connects_is_ended_sooner_while_others_wait():
    seats = Seats(Room(people=1, unopened=60))
    seated(seats, "scanner", "k1")
    assert seats.left({"k1"}, 30) == []
    seats.take("waiting", "a", 30)
    assert [seat.kernel for seat in seats.left({"k1"}, 31)] == ["k1"]
    assert seats.place("waiting", "a", 32) is None


def test_a_page_that_is_still_being_made_is_not_ended_however_long_it_takes():
    seats = Seats(Room(unopened=60))
    seat, _ = seats.take("salma", "a", 0)
    assert seats.left(set(), 500) == []
    seat.kernel = "k"
    seats.give(seat, 500)
    assert seats.left({"k"}, 550) == []
    assert seats.left({"k"}, 570) == [seat]


def test_a_page_that_is_gone_is_ended_after_a_while_and_one_that_is_open_is_kept():
    seats = Seats(Room(absent=100, idle=1000))
    seated(seats, "here", "k1")
    seated(seats, "gone", "k2")
    for kernel in ("k1", "k2"):
        seats.connect(kernel, "socket", 1)
    seats.disconnect("k2", "socket", 2)
    assert seats.left({"k1", "k2"}, 90) == []
    assert [seat.kernel for seat in seats.left({"k1", "k2"}, 110)] == ["k2"]
    seats.hear("k1", 500)
    assert seats.left({"k1"}, 1400) == []
    assert [seat.kernel for seat in seats.left({"k1"}, 1600)] == ["k1"]


def test_a_kernel_that_was_ended_elsewhere_has_no_seat():
    seats = Seats(Room())
    seated(seats, "salma", "k1")
    assert [seat.kernel for seat in seats.left(set(), 1)] == ["k1"]
    assert len(seats) == 0


def test_too_many_sockets_of_one_page_end_the_oldest():
    seats = Seats(Room())
    seated(seats, "salma", "k1")
    assert [seats.connect("k1", number, 0) for number in range(4)] == [[], [], [], [0]]
    assert seats.connect("unknown", "socket", 0) == ["socket"]


people = st.sampled_from(["a", "b", "c", "d", "e", "f"])
deeds = st.lists(st.tuples(st.sampled_from(["take", "leave", "pass", "tidy"]), people), max_size=60)


@given(deeds)
def test_whatever_they_do_no_room_seats_more_than_it_has(done):
    seats, now = Seats(Room(people=3, tabs=1, waiting=2)), 0.0
    for deed, who in done:
        now += 1
        if deed == "take":
            seat, _ = seats.take(who, who, now)
            if isinstance(seat, Seat):
                seat.kernel = f"{who}{now}"
                seats.give(seat, now)
        elif deed == "leave":
            for seat in [one for one in seats._all if one.visitor == who]:
                seats.leave(seat)
        elif deed == "tidy":
            seats.left({one.kernel for one in seats._all}, now)
        else:
            now += 50
        assert len(seats) <= 3
        assert len(seats.line) <= 2
