"""A small room with a code is overrun: it stays closed, full is full, and who is in stays in."""

import json
import re
import time
from urllib.parse import quote

import pytest

from served import notebook
from visitors import SHOWS, Visitor, ask, cookie_of, serve_small_room

CODE = "K7M-2PQ"
SETTINGS = {"people": 2, "code": CODE, "tabs": 2, "waiting": 2, "absent": 2, "unopened": 2}
FORM = {"Content_Type": "application/x-www-form-urlencoded"}


@pytest.fixture(scope="module")
def book(tmp_path_factory):
    return notebook(tmp_path_factory.mktemp("limits") / "small.ipynb", SHOWS)


@pytest.fixture(scope="module")
def room(book):
    with serve_small_room(book, **SETTINGS) as running:
        yield running


@pytest.fixture(scope="module")
def again(book):
    """A room with the same code, started later, behind a proxy."""
    proxied = {**SETTINGS, "ready": 0, "proxied": True, "hosts": ("room.example.org",)}
    with serve_small_room(book, **proxied) as running:
        yield running


def enter(room):
    """A visitor who knows the code."""
    return Visitor(room, cookie_of(ask(room, f"/?code={CODE}")))


@pytest.fixture(scope="module")
def salma(room):
    """Who sits in the room all the while."""
    visitor = enter(room)
    assert visitor.open().status == 200
    with visitor.talk() as talk:
        visitor.said = talk
        yield visitor


@pytest.fixture(autouse=True)
def she_notices_nothing(salma):
    before = int(salma.said.look().states[salma.said.widgets["LabelModel"]]["state"]["value"])
    yield
    assert salma.said.press() == str(before + 1)


def guess(room, code, **headers):
    """The form, filled in by a stranger."""
    form = ask(room, "/")
    xsrf = re.search(r'name="_xsrf" value="([^"]+)"', form.text)[1]
    cookies = {"Cookie": cookie_of(form), **FORM, **headers}
    return ask(room, "/voila/door", "POST", f"_xsrf={xsrf}&lang=en&code={code}", **cookies)


def place(visitor):
    return json.loads(visitor.ask("/voila/place").text)


def eventually(check, patience=30):
    end = time.monotonic() + patience
    while not check() and time.monotonic() < end:
        time.sleep(0.3)
    return check()


def test_a_stranger_is_asked_for_the_code_in_both_languages_and_gets_no_further(room):
    answer = ask(room, "/")
    assert answer.status == 403
    assert "This room asks for a code" in answer.text
    assert "لهذه القاعة رمز دخول" in answer.text
    assert "<script" not in answer.text
    assert "shabakati" not in answer.headers["Set-Cookie"]  # a token of the form, no visitor's
    for path in ("/voila/place", "/voila/page/page.css", "/voila/static/voila.js"):
        assert ask(room, path).status == 403


@pytest.mark.parametrize("code", ["", "x", "K7M-2P", "K7M-2PQQ", "%00", "a" * 5000, "%ff"])
def test_a_wrong_code_lets_nobody_in(room, code):
    for answer in (guess(room, code), ask(room, f"/?code={code}")):
        assert answer.status in (400, 403)
        assert "shabakati" not in answer.headers.get("Set-Cookie", "")


def test_the_form_is_taken_from_our_own_page_only(room):
    assert ask(room, "/voila/door", "POST", f"code={CODE}", **FORM).status == 403
    forged = {**FORM, "Cookie": "_xsrf=a"}
    assert ask(room, "/voila/door", "POST", f"_xsrf=b&code={CODE}", **forged).status == 403
    assert ask(room, "/voila/door").status == 405
    assert guess(room, CODE, Host="evil.example").status == 403


@pytest.mark.parametrize("typed", ["K7M-2PQ", "k7m2pq", "k٧m٢pq"])
def test_the_right_code_makes_a_visitor_and_leaves_the_address(room, typed):
    for answer in (guess(room, quote(typed)), ask(room, f"/?lang=en&code={quote(typed)}")):
        assert answer.status == 303
        assert re.fullmatch(r"/\?lang=en&in=\d+", answer.headers["Location"])
        visitor = Visitor(room, cookie_of(answer))
        assert visitor.ask("/voila/page/page.css").status == 200
        again = visitor.ask(f"/?code={quote(typed)}&lang=ar")
        assert (again.status, again.headers["Location"]) == (303, "/?lang=ar")


def test_when_the_room_is_full_a_line_forms_and_those_inside_may_reload(room, salma):
    omar, huda, sami, late = (enter(room) for _ in range(4))
    assert omar.open().status == 200
    waits = huda.open()
    assert waits.status == 503
    assert "القاعة ممتلئة" in waits.text
    assert "The room is full" in waits.text
    assert "You are next" in waits.text
    assert int(waits.headers["Retry-After"]) > 0
    assert "One person is before you" in sami.open().text
    assert "so is the line" in late.open().text
    assert [place(one)["place"] for one in (huda, sami, late)] == [1, 2, 0]
    assert place(huda)["says"]["ar"] == "الدور لك بعد قليل، ولا أحد قبلك."

    first = omar.kernel
    assert omar.open().status == 200  # a reload, before the old page has said farewell
    assert omar.leave(first).status == 404  # which was ended for it
    assert place(huda)["waits"]

    assert omar.leave().status == 204
    assert place(sami)["waits"]
    assert not place(huda)["waits"]
    assert huda.open().status == 200
    assert place(sami)["place"] == 1
    assert huda.leave().status == 204
    assert sami.open().status == 200
    assert sami.leave().status == 204


def test_one_visitor_takes_no_more_than_their_own_seats(room, salma):
    greedy = enter(room)
    kernels = [greedy.open() and greedy.kernel for _ in range(4)]
    alive = [one for one in kernels if greedy.ask(f"/api/kernels/{one}").status == 200]
    assert alive == kernels[-1:]
    assert salma.ask(f"/api/kernels/{salma.kernel}").status == 200
    assert greedy.leave().status == 204


def test_a_page_that_never_connects_or_is_gone_gives_its_seat_back(room):
    silent = enter(room)
    assert silent.open().status == 200
    waiting = enter(room)
    assert waiting.open().status == 503
    assert eventually(lambda: not place(waiting)["waits"])
    assert waiting.open().status == 200
    with waiting.talk() as talk:
        assert talk.press() == "1"
        assert silent.ask(f"/api/kernels/{silent.kernel}").status == 404
        time.sleep(SETTINGS["unopened"] + 2)  # a page that is connected keeps its kernel
        assert talk.press() == "2"
    assert eventually(lambda: waiting.ask(f"/api/kernels/{waiting.kernel}").status == 404)


def test_guessing_gets_slower_even_for_who_then_finds_the_code(room):
    for number in range(60):
        answer = ask(room, f"/?code=guess{number}")
        if answer.status == 429:
            break
    assert answer.status == 429
    assert int(answer.headers["Retry-After"]) > 0
    assert guess(room, CODE, X_Forwarded_For="1.2.3.4", X_Real_Ip="1.2.3.4").status == 429
    assert eventually(lambda: ask(room, f"/?code={CODE}").status == 303)


def test_after_a_restart_a_visitor_is_still_one_and_their_kernel_is_gone(again, room, salma):
    visitor = Visitor(again, salma.cookie)
    own = {"Host": room.address.split("/")[2]}  # a cookie is of one port
    assert visitor.ask("/voila/place", **own).status == 200
    assert visitor.ask(f"/api/kernels/{salma.kernel}", **own).status == 404
    assert ask(again, "/voila/place", **own).status == 403


def test_behind_a_proxy_with_tls_cookies_and_headers_are_for_tls_only(again):
    own = {"Host": "room.example.org", "X_Forwarded_Proto": "https"}
    answer = ask(again, f"/?code={CODE}", **own)
    assert answer.status == 303
    cookie = answer.headers["Set-Cookie"]
    assert cookie.startswith("__Host-shabakati=")
    assert "Secure" in cookie
    assert "max-age=" in answer.headers["Strict-Transport-Security"]
    assert ask(again, "/", **{**own, "Host": "evil.example"}).status == 403
    visitor = Visitor(again, cookie_of(answer))
    assert visitor.ask("/voila/place", **own).status == 200
    assert visitor.ask("/voila/place").status == 403


def test_behind_a_proxy_who_guesses_makes_nobody_else_wait(again):
    for number in range(60):
        answer = ask(again, f"/?code=guess{number}", X_Forwarded_For=f"{number}, 10.0.0.1")
        if answer.status == 429:
            break
    assert answer.status == 429
    assert ask(again, f"/?code={CODE}", X_Forwarded_For="10.0.0.1, 10.0.0.2").status == 303
