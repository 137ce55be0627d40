"""A request is to us, from a page of ours, and from where it says: or it is not believed."""

from types import SimpleNamespace

import pytest
from tornado.httputil import HTTPHeaders, HTTPServerRequest, RequestStartLine

from shabakati_serving.hosts import address, is_own, is_same_origin, is_tls


@pytest.mark.parametrize(
    ("host", "alone", "anywhere"),
    [
        ("127.0.0.1:8868", True, True),
        ("[::1]:8868", True, True),
        ("localhost", True, True),
        ("LOCALHOST.:80", True, True),
        ("10.0.0.7:8868", False, True),
        ("[fe80::1]:8868", False, True),
        ("room.example.org", False, True),
        ("evil.example", False, False),
        ("127.0.0.1.evil.example", False, False),
        ("localhost.evil.example", False, False),
        ("evil.example@127.0.0.1", True, True),  # what a browser would open is the address
        ("2130706433", False, False),
        ("", False, False),
        ("[::1", False, False),
        ("a b", False, False),
    ],
)
def test_only_our_own_names_are_answered_and_addresses_where_the_room_is_open(
    host, alone, anywhere
):
    assert is_own(host, set(), anywhere=False) is alone
    assert is_own(host, {"room.example.org"}, anywhere=True) is anywhere


@pytest.mark.parametrize(
    ("origin", "same"),
    [
        ("http://10.0.0.7:8868", True),
        ("https://10.0.0.7:8868", True),
        ("HTTP://10.0.0.7:8868", True),
        ("http://10.0.0.7", False),
        ("http://10.0.0.7:8868.evil.example", False),
        ("http://evil.example", False),
        ("file://10.0.0.7:8868", False),
        ("chrome-extension://10.0.0.7:8868", False),
        ("null", False),
        ("", False),
    ],
)
def test_a_page_is_ours_if_it_comes_from_the_host_that_was_asked(origin, same):
    assert is_same_origin(origin, "10.0.0.7:8868") is same


def test_no_host_has_no_page():
    assert not is_same_origin("", "")
    assert not is_same_origin("http://", "")


class Peer:
    context = SimpleNamespace(remote_ip="10.0.0.7", protocol="http")


def request(**headers):
    named = HTTPHeaders({name.replace("_", "-"): value for name, value in headers.items()})
    named["Host"] = "x"
    line = RequestStartLine("GET", "/", "HTTP/1.1")
    return HTTPServerRequest(start_line=line, headers=named, connection=Peer)


def test_forwarded_headers_are_believed_only_when_told_so():
    forged = request(X_Forwarded_For="1.2.3.4", X_Real_Ip="5.6.7.8", X_Forwarded_Proto="https")
    assert address(forged, proxied=False) == "10.0.0.7"
    assert not is_tls(forged, proxied=False)
    assert address(forged, proxied=True) == "1.2.3.4"
    assert is_tls(forged, proxied=True)


def test_of_a_chain_of_addresses_only_the_proxys_own_is_believed():
    chain = request(X_Forwarded_For="9.9.9.9, 1.2.3.4", X_Forwarded_Proto="https, http")
    assert address(chain, proxied=True) == "1.2.3.4"
    assert not is_tls(chain, proxied=True)
    assert address(request(X_Forwarded_For="<script>"), proxied=True) == "10.0.0.7"
