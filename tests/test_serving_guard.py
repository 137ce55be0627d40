"""The token guards everything; nothing beyond the page is served even to the reader."""

import json
import re
import signal
import time
from http.client import HTTPConnection
from urllib.parse import urlsplit

import psutil
import pytest
from websockets.exceptions import InvalidStatus
from websockets.sync.client import connect

from served import notebook, serve_notebook

SHOWS = """
import ipywidgets
box = ipywidgets.VBox([ipywidgets.HTML("here")])
box.add_class("shabakati")
box
"""


@pytest.fixture(scope="module")
def served(tmp_path_factory):
    folder = tmp_path_factory.mktemp("guard")
    (folder / "secret.png").write_bytes(b"not for you")
    with serve_notebook(notebook(folder / "small.ipynb", SHOWS)) as running:
        yield running


def ask(served, path, method="GET", **headers):
    """Status, headers and text of one request; redirects are not followed."""
    connection = HTTPConnection(urlsplit(served.address).netloc, timeout=60)
    connection.request(method, path, headers=headers)
    answer = connection.getresponse()
    return answer.status, dict(answer.getheaders()), answer.read().decode("utf-8", "replace")


@pytest.fixture(scope="module")
def cookie(served):
    status, headers, _ = ask(served, f"/?token={served.token}&lang=en")
    assert (status, headers["Location"]) == (302, "/?lang=en")
    assert "HttpOnly" in headers["Set-Cookie"]
    assert "SameSite=Lax" in headers["Set-Cookie"]
    return headers["Set-Cookie"].split(";")[0]


def kernel_of(html):
    return json.loads(re.search(r'"kernelId":\s*("[^"]+")', html)[1])


@pytest.fixture(scope="module")
def kernel(served, cookie):
    return kernel_of(ask(served, "/", Cookie=cookie)[2])


SERVED = [
    "/",
    "/voila/page/first.js",
    "/voila/page/page.css",
    "/voila/own/fonts/ibm-plex-sans-arabic-arabic-400-normal.woff2",
    "/voila/own/vega.js",
    "/voila/static/voila.js",
    "/voila/templates/lab/static/index.css",
]
NEVER = [
    "/voila/files/secret.png",
    "/voila/files/small.ipynb",
    "/voila/api/contents/",
    "/voila/tree",
    "/voila/render/small.ipynb",
    "/voila/query/6ceb6d74-4cbf-4046-a9a6-f5ffb0942176",
    "/secret.png",
    "/login",
    "/logout",
    "/api/contents",
    "/api/terminals",
    "/voila/own/../theme.toml",
    "/voila/own/%2e%2e/theme.toml",
    "/voila/page/../server.py",
]


@pytest.mark.parametrize("path", [*SERVED, *NEVER])
def test_without_the_token_every_address_is_refused(served, path):
    assert ask(served, path)[0] == 403


@pytest.mark.parametrize("path", SERVED)
def test_with_the_cookie_what_the_page_needs_is_served(served, cookie, path):
    assert ask(served, path, Cookie=cookie)[0] == 200


@pytest.mark.parametrize("path", NEVER)
def test_even_with_the_cookie_nothing_else_is_served(served, cookie, path):
    status, _, text = ask(served, path, Cookie=cookie)
    assert status in (403, 404)
    assert "not for you" not in text


def test_a_wrong_token_opens_nothing(served):
    assert ask(served, "/?token=wrong")[0] == 403
    assert ask(served, "/?token=")[0] == 403
    assert ask(served, "/", Authorization="token wrong")[0] == 403
    assert ask(served, "/", Cookie="shabakati=in")[0] == 403


def test_the_refusal_says_in_both_languages_what_to_do(served):
    text = ask(served, "/")[2]
    assert "هذه الصفحة مغلقة" in text
    assert "This page is closed" in text
    assert "Forbidden" not in text


def test_a_request_under_another_host_name_is_refused(served, cookie):
    assert ask(served, "/", Cookie=cookie, Host="evil.example:80")[0] == 403


def test_a_kernels_socket_opens_for_the_reader_alone(served, cookie, kernel):
    url = served.address.replace("http", "ws") + f"api/kernels/{kernel}/channels"
    with pytest.raises(InvalidStatus) as refused:
        connect(url)
    assert refused.value.response.status_code == 403
    with pytest.raises(InvalidStatus) as foreign:
        connect(url, additional_headers={"Cookie": cookie}, origin="http://evil.example")
    assert foreign.value.response.status_code == 403
    with connect(url, additional_headers={"Cookie": cookie}, origin=served.address[:-1]):
        pass


def test_a_kernel_is_not_told_of_nor_ended_without_the_token(served, cookie, kernel):
    assert ask(served, f"/api/kernels/{kernel}")[0] == 403
    assert ask(served, f"/api/kernels/{kernel}", "DELETE")[0] == 403
    assert ask(served, f"/voila/api/shutdown/{kernel}", "POST")[0] == 403
    assert ask(served, f"/voila/api/shutdown/{kernel}", "POST", Cookie=cookie)[0] == 403  # no xsrf
    assert ask(served, f"/api/kernels/{kernel}", Cookie=cookie)[0] == 200


def test_another_template_or_theme_cannot_be_asked_for(served, cookie):
    text = ask(served, "/?template=reveal&theme=dark", Cookie=cookie)[2]
    assert "theme-light.css" in text
    assert 'id="loading"' in text


def test_the_page_forbids_other_hosts_and_inline_scripts(served, cookie):
    _, headers, text = ask(served, "/", Cookie=cookie)
    policy = headers["Content-Security-Policy"]
    script = re.search(r"script-src ([^;]+)", policy)[1]
    assert "unsafe-inline" not in script
    assert "*" not in policy
    assert "http:" not in policy
    assert "https:" not in policy
    runs = r"<script(?![^>]*\bsrc=)(?![^>]*type=\"application/(?:json|vnd))"
    assert re.findall(runs, text) == []


def test_files_asked_for_by_their_version_are_kept_for_a_year(served, cookie):
    _, headers, _ = ask(served, "/voila/own/vega.js?v=1", Cookie=cookie)
    assert headers["Cache-Control"] == "max-age=31536000"


def test_the_token_is_in_no_log_and_no_process(served, cookie):
    ask(served, "/?token=another-token-tried")
    process = psutil.Process(served.process.pid)
    children = process.children(recursive=True)
    assert children
    for child in children:
        shown = " ".join(child.cmdline()) + str(child.environ())
        assert served.token not in shown
    said = served.said.read_text("utf-8")
    assert served.token not in said
    assert "another-token-tried" not in said


def test_when_the_server_is_stopped_its_kernels_end(tmp_path):
    with serve_notebook(notebook(tmp_path / "small.ipynb", "import os")) as running:
        process = psutil.Process(running.process.pid)
        end = time.monotonic() + 30
        while not process.children() and time.monotonic() < end:
            time.sleep(0.1)
        kernels = process.children(recursive=True)
        assert kernels
        process.send_signal(signal.SIGTERM)
        assert running.process.wait(30) == 0
    assert not [kernel for kernel in kernels if kernel.is_running()]
