"""The room's code, as people type it, and what its cookies are signed with."""

import pytest

from shabakati_serving.room.door import cookie_secret, plain


@pytest.mark.parametrize(
    "typed", ["k7m-2pq", "K7M2PQ", " k7m 2pq ", "K7M–2PQ", "k٧m٢pq", "K۷M۲PQ", "Ｋ７Ｍ２ＰＱ"]
)
def test_a_code_is_the_same_however_it_is_typed(typed):
    assert plain(typed) == "k7m2pq"


def test_another_code_is_another():
    assert len({plain(code) for code in ("k7m2pq", "k7m2p", "k7m2pg", "", "سلمى", "²")}) == 6


def test_with_a_code_the_secret_outlives_a_restart_and_ends_with_the_code():
    assert cookie_secret("K7M-2PQ") == cookie_secret("k7m2pq")
    assert cookie_secret("k7m2pq") != cookie_secret("k7m2pr")


def test_without_a_code_the_secret_is_new_each_time():
    assert cookie_secret("") != cookie_secret("")
    assert len(cookie_secret("")) >= 32
