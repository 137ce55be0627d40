"""A running room is attacked by raw HTTP; each attempt fails, and who is in it notices nothing."""

import re
import socket
import time
from urllib.parse import urlsplit

import psutil
import pytest

from hostile_paths import NEVER, ROOTS, WAYS
from served import notebook
from visitors import SHOWS, Visitor, ask, cookie_of, raw, serve_small_room

SECRET = "Umm Kulthum's number"


@pytest.fixture(scope="module")
def room(tmp_path_factory):
    folder = tmp_path_factory.mktemp("attacked")
    for name in ("secret.png", "secret.txt", ".hidden"):
        (folder / name).write_text(SECRET)
    with serve_small_room(notebook(folder / "small.ipynb", SHOWS), people=6) as running:
        yield running


@pytest.fixture(scope="module")
def salma(room):
    """Who sits in the room all the while."""
    visitor = Visitor(room)
    assert visitor.open().status == 200
    with visitor.talk() as talk:
        visitor.said = talk
        yield visitor


@pytest.fixture(scope="module")
def omar(room):
    """A visitor like any other, who attacks."""
    visitor = Visitor(room)
    visitor.open()
    return visitor


@pytest.fixture(autouse=True)
def she_notices_nothing(salma):
    before = int(salma.said.look().states[salma.said.widgets["LabelModel"]]["state"]["value"])
    yield
    assert salma.said.press() == str(before + 1)


def tells_nothing(answer):
    assert SECRET not in answer.text
    assert "root:" not in answer.text
    assert "Traceback" not in answer.text
    assert "/site-packages" not in answer.text
    assert "tornado" not in str(answer.headers).lower() + answer.text.lower()


@pytest.mark.parametrize("path", NEVER)
def test_nothing_but_the_page_is_served_to_a_visitor(omar, path):
    answer = omar.ask(path)
    assert answer.status in (400, 403, 404)
    tells_nothing(answer)


@pytest.mark.parametrize("root", ROOTS)
def test_no_way_leads_out_of_a_folder(omar, root):
    for way in WAYS:
        answer = omar.ask(root + way)
        assert answer.status in (400, 403, 404), way
        tells_nothing(answer)


def test_a_link_in_the_folder_leads_nowhere(room, omar):
    folder = room.said.parent
    (folder / "link.png").symlink_to("/etc/passwd")
    for path in ("/link.png", "/voila/files/link.png", "/voila/static/link.png"):
        answer = omar.ask(path)
        assert answer.status in (403, 404)
        tells_nothing(answer)


def test_a_stranger_is_given_no_file_and_no_kernel(room, salma):
    for path in (*ROOTS, "/voila/page/page.css", "/voila/static/voila.js", "/voila/place"):
        assert ask(room, path).status == 403
    for path in (f"/api/kernels/{salma.kernel}", f"/api/kernels/{salma.kernel}/channels"):
        assert ask(room, path).status == 403
    assert ask(room, f"/voila/api/shutdown/{salma.kernel}", "POST").status == 403


def test_anothers_kernel_is_not_there_even_for_who_knows_its_id(salma, omar):
    assert omar.ask(f"/api/kernels/{omar.kernel}").status == 200
    assert omar.ask(f"/api/kernels/{salma.kernel}").status == 404
    assert omar.ask(f"/api/kernels/{salma.kernel}/channels").status == 404
    assert omar.leave(salma.kernel).status == 404
    assert salma.ask(f"/api/kernels/{salma.kernel}").status == 200


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "BREW"])
def test_other_methods_do_nothing_even_to_ones_own(omar, method):
    for path in ("/", f"/api/kernels/{omar.kernel}", "/voila/page/page.css", "/voila/place"):
        answer = omar.ask(path, method)
        assert answer.status == 405, path
        assert "Access-Control-Allow-Origin" not in answer.headers
    assert omar.ask(f"/api/kernels/{omar.kernel}/restart", method).status in (404, 405)
    assert omar.ask(f"/api/kernels/{omar.kernel}/interrupt", method).status in (404, 405)
    assert omar.ask(f"/api/kernels/{omar.kernel}").status == 200


def test_a_kernel_is_ended_by_a_beacon_of_its_own_page_only(omar):
    path = f"/voila/api/shutdown/{omar.kernel}"
    assert omar.ask(path).status == 405
    assert omar.ask(path, "POST").status == 403
    forged = {"Content_Type": "application/x-www-form-urlencoded"}
    assert omar.ask(path, "POST", "_xsrf=guessed", **forged).status == 403
    foreign = f"_xsrf={omar.xsrf}"
    evil = {**forged, "Origin": "http://evil.example"}
    assert omar.ask(path, "POST", foreign, **evil).status == 404
    assert omar.ask(f"/api/kernels/{omar.kernel}").status == 200


def test_a_made_up_cookie_is_nobodys(room, salma):
    name, value = salma.cookie.split("=", 1)
    plain = "0" * 32
    for forged in (plain, "in", value[:-3] + 'ff"', f'"{plain}"', "2|1:0|" + "9" * 200, ""):
        answer = ask(room, f"/api/kernels/{salma.kernel}", Cookie=f"{name}={forged}")
        assert answer.status == 403
    other = salma.cookie.replace(name, "another")
    assert ask(room, f"/api/kernels/{salma.kernel}", Cookie=other).status == 403


def test_who_keeps_no_cookie_costs_no_kernel(room, salma):
    before = kernels(room)
    for number in range(30):
        answer = ask(room, f"/?n={number}", User_Agent="link preview")
        assert answer.status == 303
        assert ask(room, answer.headers["Location"]).status == 403
    assert ask(room, "/", "HEAD").status == 200
    visitor = Visitor(room)
    assert visitor.ask("/", Sec_Purpose="prefetch").status == 503
    assert visitor.ask("/", "HEAD").status == 200
    assert kernels(room) <= before


def kernels(room):
    """How many processes serve the room, those that stand ready among them."""
    return len(psutil.Process(room.process.pid).children(recursive=True))


def test_another_template_or_a_foreign_parameter_changes_nothing(omar):
    answer = omar.ask("/?template=reveal&theme=dark&voila-template=reveal&path=/etc/passwd")
    assert 'id="loading"' in answer.text
    assert "theme-light.css" in answer.text
    tells_nothing(answer)


@pytest.mark.parametrize(
    "query", ["lang=%0d%0aSet-Cookie:%20a=b", "lang=<script>alert(1)</script>", "in=%0d%0a", "%ff"]
)
def test_nothing_of_an_address_comes_back_in_a_header_or_a_page(room, query):
    answer = ask(room, f"/?{query}")
    assert answer.status in (303, 400)
    assert "<script>alert" not in answer.text
    assert "alert" not in answer.headers.get("Location", "")
    assert "a=b" not in str(answer.headers)


def test_no_redirect_leads_elsewhere(room):
    for path in (
        "//evil.example/",
        "/\\evil.example",
        "/%2f%2fevil.example",
        "/?next=//evil.example",
    ):
        assert "evil" not in ask(room, path).headers.get("Location", "")


@pytest.mark.parametrize(
    "host", ["evil.example", "evil.example:{port}", "127.0.0.1.evil.example", "a b"]
)
def test_another_host_name_is_refused(room, omar, host):
    host = host.format(port=urlsplit(room.address).port)
    for path in ("/", f"/api/kernels/{omar.kernel}", "/voila/page/page.css"):
        assert omar.ask(path, Host=host).status in (400, 403)
    assert ask(room, "/", Host=host).status in (400, 403)


def test_every_answer_carries_what_keeps_a_browser_from_doing_more(room, omar):
    strange = [ask(room, "/"), ask(room, "/nowhere"), ask(room, "/voila/health")]
    own = ["/", "/nowhere", "/voila/page/page.css", "/voila/static/voila.js", "/voila/place"]
    own += [f"/api/kernels/{omar.kernel}", "/voila/api/shutdown/x", "/voila/templates/lab/static/x"]
    for answer in [*strange, *map(omar.ask, own)]:
        headers = answer.headers
        policy = headers["Content-Security-Policy"]
        assert "frame-ancestors 'none'" in policy
        assert not re.search(r"https?:|\*|report-uri", policy)
        assert headers["X-Content-Type-Options"] == "nosniff"
        assert headers["Referrer-Policy"] == "no-referrer"
        assert "camera=()" in headers["Permissions-Policy"]
        assert "Server" not in headers
        assert "Strict-Transport-Security" not in headers  # there is no TLS here
        tells_nothing(answer)
    assert "no-store" in omar.ask(f"/api/kernels/{omar.kernel}").headers["Cache-Control"]
    assert "no-store" in omar.ask("/").headers["Cache-Control"]


def test_health_tells_that_it_lives_and_nothing_else(room):
    answer = ask(room, "/voila/health", Host="balancer.internal")
    assert (answer.status, answer.text) == (200, "alive\n")
    assert "Set-Cookie" not in answer.headers
    assert ask(room, "/voila/health", "POST").status == 405


HEAD = b"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\n"
POST = b"POST /voila/door HTTP/1.1\r\nHost: 127.0.0.1\r\n"


@pytest.mark.parametrize(
    "data",
    [
        HEAD + b"X: " + b"a" * 100_000 + b"\r\n\r\n",
        HEAD + b"".join(b"X%d: a\r\n" % n for n in range(5000)) + b"\r\n",
        b"GET /" + b"a" * 100_000 + b" HTTP/1.1\r\n\r\n",
        HEAD + b"X: a\r\n b\x00\r\n\r\n",
        HEAD + b"Host: evil.example\r\n\r\n",
        POST + b"Content-Length: 999999999\r\n\r\n",
        POST + b"Content-Length: -1\r\n\r\n",
        POST + b"Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
        POST + b"Transfer-Encoding: chunked\r\n\r\nfffffff\r\n" + b"a" * 70_000,
        b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03" + b"\0" * 500,
        b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
        b"\0" * 1000,
        b"GET http://evil.example/ HTTP/1.1\r\nHost: evil.example\r\n\r\n",
    ],
)
def test_requests_that_are_none_or_too_large_are_refused(room, data):
    came = raw(room, data, patience=1)
    assert re.match(rb"HTTP/1\.[01] 4\d\d|$", came)
    assert b"Tornado" not in came


def test_connections_that_say_nothing_keep_nobody_out(room):
    where = urlsplit(room.address)
    slow = []
    for number in range(150):
        one = socket.create_connection((where.hostname, where.port))
        one.sendall(b"GET / HTTP/1.1\r\nX-Slow: "[: number % 25])
        slow.append(one)
    began = time.monotonic()
    assert ask(room, "/voila/health").status == 200
    assert cookie_of(ask(room, "/"))
    assert time.monotonic() - began < 5
    for one in slow:
        one.close()
