"""What has passed between a page and its kernel is counted, so that none of it is lost."""

from hypothesis import given
from hypothesis import strategies as st

from shabakati_serving.frames import Frames

FRAMES = st.lists(st.one_of(st.binary(max_size=20), st.text(max_size=20)), max_size=30)


@given(FRAMES, st.data())
def test_a_page_that_comes_back_is_sent_exactly_what_it_has_missed(sent, data):
    frames = Frames()
    arrived = data.draw(st.integers(0, len(sent)))
    confirmed = data.draw(st.integers(0, arrived))
    for frame in sent:
        frames.keep(frame)
    frames.seen(confirmed)
    assert frames.after(arrived) == sent[arrived:]


@given(FRAMES, st.integers(0, 60))
def test_what_is_no_longer_kept_is_not_passed_over_in_silence(sent, most):
    frames = Frames(most)
    for frame in sent:
        frames.keep(frame)
    for count in range(len(sent) + 1):
        missed = frames.after(count)
        assert missed in (None, sent[count:])
        if missed is None:
            assert sum(map(len, sent[count:])) > most or count < len(sent)


@given(FRAMES, st.one_of(st.just(-1), st.integers(31, 10**15)))
def test_a_count_that_cannot_be_is_refused(sent, count):
    frames = Frames()
    for frame in sent:
        frames.keep(frame)
    assert frames.after(count) is None


def test_frames_of_a_page_that_says_nothing_are_kept_up_to_a_limit():
    frames = Frames(most=100)
    for _ in range(50):
        frames.keep(b"x" * 10)
    assert frames.after(0) is None
    assert frames.after(40) == [b"x" * 10] * 10
