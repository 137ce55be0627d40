"""The page in a real browser: its language, its curtain, its own files only, its kernel's end."""

import time
from contextlib import suppress
from urllib.parse import urlsplit

import psutil
import pytest

from served import notebook, serve_notebook

SHOWS = """
import ipywidgets, os
from shabakati.charts import ChartView
import altair as alt
import pandas as pd
button = ipywidgets.Button(description="press")
said = ipywidgets.Label("not yet")
button.on_click(lambda _: setattr(said, "value", "pressed " + os.environ["OPENBLAS_NUM_THREADS"]))
mail = ipywidgets.HTML("<a id='mail' href='mailto:nobody@example.org'>mail</a>")
bars = alt.Chart(pd.DataFrame({"x": ["a", "b"], "y": [1, 2]})).mark_bar().encode(x="x", y="y")
box = ipywidgets.VBox([button, said, mail, ChartView(bars)])
box.add_class("shabakati")
box
"""


@pytest.fixture(scope="module")
def served(tmp_path_factory):
    folder = tmp_path_factory.mktemp("page")
    with serve_notebook(notebook(folder / "small.ipynb", SHOWS)) as running:
        yield running


@pytest.fixture
def heard(page):
    """What the page asked for and complained of."""
    heard = {"hosts": set(), "errors": [], "refused": []}
    page.on("request", lambda request: heard["hosts"].add(urlsplit(request.url).netloc))
    page.on("pageerror", lambda error: heard["errors"].append(str(error)))
    page.on("response", lambda answer: answer.status >= 400 and heard["refused"].append(answer.url))
    page.on(
        "console",
        lambda message: message.type == "error" and heard["errors"].append(message.text),
    )
    return heard


def opened(page, address):
    page.goto(address)
    page.wait_for_selector("#loading", state="detached")
    page.get_by_role("button", name="press").wait_for()


def kernels(served):
    """The processes of the kernels that run."""
    found, server = set(), served.process.pid
    for child in psutil.Process(server).children(recursive=True):
        with suppress(psutil.Error):  # it ended while we looked
            command = " ".join(child.cmdline())
            forked = "warm.nursery" in command and child.ppid() != server
            if forked or "ipykernel_launcher" in command:
                found.add(child.pid)
    return found


def eventually(check, patience=30):
    end = time.monotonic() + patience
    while not check() and time.monotonic() < end:
        time.sleep(0.2)
    return check()


def test_the_page_asks_no_other_host_and_complains_of_nothing(served, page, heard):
    opened(page, served.door)
    page.locator(".shabakati svg, .shabakati canvas").first.wait_for()
    page.get_by_role("button", name="press").click()
    page.get_by_text("pressed 1").wait_for()
    host = urlsplit(served.address).netloc
    assert heard["hosts"] <= {host, ""}  # "" is a blob: of the page's own
    assert heard["errors"] == []
    assert heard["refused"] == []


def test_the_token_does_not_stay_in_the_address(served, page):
    opened(page, f"{served.door}&lang=en")
    assert page.url == f"{served.address}?lang=en"
    assert "token" not in page.evaluate("document.cookie + JSON.stringify(localStorage)")


@pytest.mark.parametrize(
    ("asked", "language", "direction", "title"),
    [
        ("", "ar", "rtl", "شبكتي"),
        ("&lang=ar", "ar", "rtl", "شبكتي"),
        ("&lang=en", "en", "ltr", "Shabakati · my network"),
        ("&lang=xx", "ar", "rtl", "شبكتي"),
        ("&lang=__proto__", "ar", "rtl", "شبكتي"),
    ],
)
def test_the_language_is_set_before_anything_is_drawn(
    served, page, asked, language, direction, title
):
    page.goto(served.door + asked, wait_until="commit")
    page.wait_for_selector("#loading, .shabakati", state="attached")
    root = page.locator("html")
    assert (root.get_attribute("lang"), root.get_attribute("dir")) == (language, direction)
    assert page.title() == title


def test_the_last_language_is_kept(served, page):
    opened(page, served.door)
    page.evaluate("localStorage.setItem('shabakati-language', 'en')")
    page.goto(served.address, wait_until="commit")
    assert page.locator("html").get_attribute("lang") == "en"


@pytest.mark.parametrize(
    ("language", "words"), [("ar", "نفتح دفترك…"), ("en", "Opening your workbook…")]
)
def test_the_curtain_speaks_one_language_and_keeps_to_the_screen(served, page, language, words):
    page.set_viewport_size({"width": 390, "height": 844})
    page.route("**/voila.js", lambda route: None)  # it never comes: the curtain stays
    page.goto(f"{served.door}&lang={language}", wait_until="commit")
    page.locator(".sh-progress").wait_for()
    assert page.locator("#loading .sh-while").inner_text().strip() == words
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    assert page.evaluate("document.fonts.ready.then(f => f.check('16px \"IBM Plex Sans Arabic\"'))")


def test_a_notebook_that_fails_is_said_in_words_without_a_trace(tmp_path, page):
    with serve_notebook(notebook(tmp_path / "bad.ipynb", "private_name = 1 / 0")) as running:
        page.goto(running.door)
        page.locator(".sh-when-broken").first.wait_for()
        text = page.locator("body").inner_text()
    assert "تعذّر فتح الدفتر" in text
    assert "Error" not in text
    assert "private_name" not in page.content()


def test_a_page_that_is_left_takes_its_kernel_with_it(tmp_path, page):
    with serve_notebook(notebook(tmp_path / "small.ipynb", SHOWS)) as running:
        opened(page, running.door)
        assert eventually(lambda: len(kernels(running)) == 2)  # and the one that stands ready
        opened(page, running.address)
        opened(page, running.address)
        page.close()
        assert eventually(lambda: len(kernels(running)) == 1)


def test_following_a_mail_link_does_not_end_the_kernel(served, page):
    opened(page, served.door)
    page.locator("#mail").click()
    page.wait_for_timeout(500)
    page.get_by_role("button", name="press").click()
    page.get_by_text("pressed 1").wait_for()


@pytest.mark.parametrize("language", ["ar", "en"])
def test_a_lost_connection_is_said_in_words(tmp_path, page, language):
    with serve_notebook(notebook(tmp_path / "small.ipynb", SHOWS)) as running:
        opened(page, f"{running.door}&lang={language}")
        assert page.locator("#lost").is_hidden()
    page.locator('#lost [data-when="away"]').wait_for()
    text = page.locator("#lost").inner_text()
    assert ("لا يمكن الوصول إلى البرنامج" in text) == (language == "ar")
    assert ("cannot be reached" in text) == (language == "en")


def test_without_the_token_the_browser_is_told_what_to_do(served, page):
    answer = page.goto(f"{served.address}?lang=en")
    assert answer.status == 403
    assert "This page is closed" in page.locator("main").inner_text()
    assert "مغلقة" not in page.locator("main").inner_text()


def test_a_page_that_is_only_read_keeps_its_connection(page, served):
    closed = []
    page.on("websocket", lambda socket: socket.on("close", lambda _: closed.append(socket.url)))
    opened(page, served.door)
    page.wait_for_timeout(32_000)  # Jupyter asks every 30 s whether anybody is there
    assert closed == []
