"""Files are sent packed and from memory; what is sent is what is on the disk."""

import gzip
import http.client
import os

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tornado.httputil import HTTPHeaders
from tornado.testing import AsyncHTTPTestCase
from tornado.web import Application, StaticFileHandler

from shabakati_serving.packed import YEAR, _unpacks, hold, packed

SCRIPT = ("const دفتر = 'شبكتي';\n" * 400).encode()
PICTURE = os.urandom(5_000)


@pytest.fixture(autouse=True)
def _folder(request, tmp_path):
    (tmp_path / "page.js").write_bytes(SCRIPT)
    (tmp_path / "page.0123abcd.js").write_bytes(SCRIPT)
    (tmp_path / "letters.woff2").write_bytes(PICTURE)
    if request.cls:
        request.cls.folder = tmp_path


class TestPacked(AsyncHTTPTestCase):
    folder = None

    def get_app(self):
        return Application([("/(.*)", packed(StaticFileHandler), {"path": str(self.folder)})])

    def ask(self, path, **headers):
        told = {name.replace("_", "-"): value for name, value in headers.items()}
        method = told.pop("method", "GET")
        return self.fetch(path, headers=told, method=method, decompress_response=False)

    def test_who_can_unpack_is_sent_less(self):
        answer = self.ask("/page.js", Accept_Encoding="br, gzip")
        assert answer.headers["Content-Encoding"] == "gzip"
        assert len(answer.body) < len(SCRIPT) / 10
        assert gzip.decompress(answer.body) == SCRIPT
        assert answer.headers["Content-Length"] == str(len(answer.body))
        assert "Accept-Encoding" in answer.headers["Vary"]

    def test_who_cannot_is_sent_the_file(self):
        for told in ({"Accept_Encoding": "identity"}, {"Accept_Encoding": "gzip;q=0"}):
            answer = self.ask("/page.js", **told)
            assert "Content-Encoding" not in answer.headers
            assert answer.body == SCRIPT
            assert "Accept-Encoding" in answer.headers["Vary"]

    def test_what_is_packed_already_is_left_as_it_is(self):
        answer = self.ask("/letters.woff2", Accept_Encoding="gzip")
        assert "Content-Encoding" not in answer.headers
        assert answer.body == PICTURE

    def test_both_ways_have_marks_of_their_own_that_save_sending_again(self):
        marks = {}
        for way in ("gzip", "identity"):
            marks[way] = self.ask("/page.js", Accept_Encoding=way).headers["Etag"]
            again = self.ask("/page.js", Accept_Encoding=way, If_None_Match=marks[way])
            assert again.code == 304
            assert again.body == b""
        assert marks["gzip"] != marks["identity"]
        other = self.ask("/page.js", Accept_Encoding="identity", If_None_Match=marks["gzip"])
        assert other.code == 200

    def test_a_part_is_a_part_of_the_file(self):
        answer = self.ask("/page.js", Accept_Encoding="gzip", Range="bytes=10-99")
        assert (answer.code, answer.body) == (206, SCRIPT[10:100])
        assert answer.headers["Content-Range"] == f"bytes 10-99/{len(SCRIPT)}"
        assert "Content-Encoding" not in answer.headers
        beyond = self.ask("/page.js", Range=f"bytes={len(SCRIPT)}-")
        assert beyond.code == 416

    def test_head_tells_what_get_would(self):
        get = self.ask("/page.js", Accept_Encoding="gzip")
        head = self.ask("/page.js", Accept_Encoding="gzip", method="HEAD")
        assert head.body == b""
        for name in ("Content-Length", "Content-Encoding", "Etag", "Content-Type"):
            assert head.headers[name] == get.headers[name]

    def test_an_address_with_a_version_is_kept_for_a_year_and_no_other(self):
        for path in ("/page.js?v=1", "/page.0123abcd.js"):
            assert self.ask(path).headers["Cache-Control"] == f"max-age={YEAR}"
        assert "Cache-Control" not in self.ask("/page.js").headers

    def test_a_file_that_has_changed_is_sent_as_it_is_now(self):
        self.ask("/page.js", Accept_Encoding="gzip")
        (self.folder / "page.js").write_bytes(SCRIPT + b"// more\n")
        answer = self.ask("/page.js", Accept_Encoding="gzip")
        assert gzip.decompress(answer.body) == SCRIPT + b"// more\n"

    def test_what_is_not_there_is_not_found_and_nothing_above_is(self):
        assert self.ask("/absent.js").code == 404
        connection = http.client.HTTPConnection("127.0.0.1", self.get_http_port())
        assert connection
        assert self.ask("/..%2f..%2f..%2fetc/passwd").code in (403, 404)


@given(st.binary(max_size=2_000), st.booleans())
def test_whatever_is_held_unpacks_to_itself_and_is_never_longer(content, wordy):
    held = hold(content, wordy)
    assert held.plain == content
    if held.packed is not None:
        assert gzip.decompress(held.packed) == content
        assert len(held.packed) < len(content)


@pytest.mark.parametrize(
    ("told", "can"),
    [
        ("gzip", True),
        ("deflate, GZIP;q=0.5", True),
        ("br", False),
        ("", False),
        ("gzip;q=0", False),
        ("gzip; q=0.000", False),
        ("xgzip", False),
    ],
)
def test_gzip_is_sent_to_those_alone_who_say_so(told, can):
    assert _unpacks(HTTPHeaders({"Accept-Encoding": told})) is can
