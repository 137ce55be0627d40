"""Forms and lists in a real browser: for eyes, for keys, for screen readers, in both languages."""

import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
import zipfile
from pathlib import Path

import nbformat
import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from shabakati.language import LANGUAGES, direction, say, use

PATIENCE = 60  # seconds until the server answers
LONG_ARABIC = "سارة بنت عبد الرحمن بن محمد الحسيني المقدسي الأنصاري الخزرجي"
LONG_LATIN = "Christopher Bartholomew Featherstonehaugh-Wriothesley"
FORMS = f"""
from IPython.display import display
from shabakati import Workbook, forms
from shabakati.language import use
use("{{language}}")
book = Workbook.in_memory()
book.add("people", name="{LONG_ARABIC}", organisation="شركة النور للتقنية", relation="friend")
book.add("people", name="{LONG_LATIN}", organisation="Acme", place="online")
book.add_all("people", [dict(name=f"P{{{{i:02}}}}", network_type="strategic") for i in range(40)])
display(forms.root(forms.undo(book), forms.people(book), forms.import_contacts(book),
    forms.Download("report", lambda: ("my report.txt", b"x" * 5_000_000)),
    forms.profile(book), forms.suggestions(book), forms.places(book), forms.types(book)))
"""
STOCK = """
import ipywidgets as w
from IPython.display import display
from shabakati import forms
label, options = "وصف طويل لهذا الحقل لا يُقطع عند ثمانين نقطة", ["الأول", "Second"]
display(forms.root(w.Text("نص", description=label), w.Textarea(description=label),
    w.Dropdown(options=options, description=label), w.RadioButtons(options=options),
    w.Checkbox(description=label, indent=False), w.IntSlider(20, description=label),
    w.FloatRangeSlider(value=(20, 60), max=100, description=label), w.HTML("<p>فقرة</p>"),
    w.Accordion([w.Label("أ")], titles=["العنوان"]), w.Tab([w.Label("أ")], titles=["العنوان"])))
"""


@pytest.fixture(scope="module")
def voila(tmp_path_factory):
    """Stock Voilà over a few notebooks of widgets: its address."""
    folder = tmp_path_factory.mktemp("pages")
    sources = {f"forms_{lang}": FORMS.format(language=lang) for lang in LANGUAGES}
    for name, source in {**sources, "stock": STOCK}.items():
        book = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(source)])
        book.metadata["kernelspec"] = {"name": "python3", "display_name": "Python 3"}
        nbformat.write(book, folder / f"{name}.ipynb")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "voila", str(folder), "--no-browser", f"--port={port}"]
    process = subprocess.Popen(
        [*command, "--Voila.ip=127.0.0.1"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    address = f"http://127.0.0.1:{port}"
    try:
        _wait_for(process, f"{address}/voila/static/favicon.ico")
        yield address
    finally:
        process.terminate()
        process.wait(10)


def _wait_for(process, address):
    """Return once the server answers, whatever it answers."""
    end = time.monotonic() + PATIENCE
    while process.poll() is None and time.monotonic() < end:
        try:
            urllib.request.urlopen(address, timeout=1)
            return
        except urllib.error.HTTPError:
            return
        except OSError:
            time.sleep(0.2)
    raise AssertionError("the server did not start")


@pytest.fixture
def show(voila, chromium):
    """Open a notebook as a page of a direction; the page, once its widgets are there."""
    pages = []

    def open_page(name, width=1440, way="rtl"):
        page = chromium.new_page(viewport={"width": width, "height": 900})
        pages.append(page)
        page.add_init_script(
            "new MutationObserver(() => document.documentElement && "
            f"(document.documentElement.dir = '{way}')).observe(document, {{childList: true}})"
        )
        inside = ("data:", "blob:", voila)
        page.route(
            "**/*",
            lambda r: r.continue_() if r.request.url.startswith(inside) else r.abort(),
        )
        page.goto(f"{voila}/voila/render/{name}.ipynb")
        page.wait_for_selector(".shabakati > .sh-style", state="attached", timeout=60_000)
        page.wait_for_timeout(500)
        return page

    yield open_page
    for page in pages:
        page.close()


def too_small(page):
    """What is pressed or typed into and is under 44 pixels high or wide."""
    return page.evaluate("""() => [...document.querySelectorAll(
        '.shabakati :is(button, input, select, textarea, summary)')].filter((e) => {
      const box = (e.closest('label') ?? e).getBoundingClientRect();
      return box.width > 1 && (box.height < 43.5 || box.width < 43.5);
    }).map((e) => e.outerHTML.slice(0, 120))""")


@pytest.mark.parametrize("language", LANGUAGES)
def test_forms_and_lists_are_accessible_and_fit_a_phone_and_a_desk(show, language):
    use(language)
    page = show(f"forms_{language}", way=direction())
    page.get_by_role("button", name=say("forms.people.add"), exact=True).click()
    for summary in page.locator("summary").all():
        if summary.is_visible():
            summary.click()
    page.get_by_role("button", name=say("forms.person.add"), exact=True).click()
    expect(page.locator(".sh-wrong")).to_have_count(1)
    for width in (390, 1440):
        page.set_viewport_size({"width": width, "height": 900})
        page.wait_for_timeout(300)
        found = Axe().run(page, context=".shabakati").response["violations"]
        assert [(v["id"], v["nodes"][0]["html"]) for v in found] == []
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        assert (
            page.evaluate("""() => [...document.querySelectorAll('.shabakati *')].filter(
            (e) => e.checkVisibility() && e.getBoundingClientRect().width > 1 &&
              !e.closest('.sh-hidden') && (e.getBoundingClientRect().right > innerWidth + 1 ||
              e.getBoundingClientRect().left < -1)).map((e) => e.outerHTML.slice(0, 99))""")
            == []
        )
        assert too_small(page) == []


def test_the_keyboard_alone_adds_a_person_and_undoes_it(show):
    page = show("forms_ar")
    page.get_by_role("button", name=say("forms.people.add"), exact=True).focus()
    page.keyboard.press("Enter")
    name = page.locator(".sh-person").get_by_label(say("schema.people.name")).first
    expect(name).to_be_focused()
    page.keyboard.press("Enter")
    expect(name).to_have_attribute("aria-invalid", "true")
    expect(name).to_be_focused()
    page.keyboard.type("ليلى المصري")
    for _ in range(3):
        page.keyboard.press("Tab")
    page.keyboard.press("Space")
    page.keyboard.press("Enter")
    note = page.locator(".sh-note", has_text="ليلى المصري")
    expect(note).to_be_visible()
    expect(page.get_by_text(say("forms.table.status", n=43))).to_be_visible()
    expect(name).to_have_value("")
    note.get_by_role("button").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_text(say("forms.table.status", n=42)).first).to_be_visible()


def test_a_search_a_selection_and_a_change_of_many_keep_the_focus(show):
    page = show("forms_ar")
    people = page.locator(".sh-list").first
    search = people.get_by_role("searchbox")
    search.press_sequentially("P0", delay=20)
    expect(people.get_by_text(say("forms.table.status", n=10))).to_be_visible()
    expect(search).to_be_focused()
    expect(search).to_have_value("P0")
    box = people.get_by_role("checkbox", name=say("forms.table.page_all"))
    box.focus()
    page.keyboard.press("Space")
    expect(people.get_by_text(say("forms.table.chosen", n=10))).to_be_visible()
    expect(box).to_be_focused()
    people.locator(".sh-value select").select_option("professor")
    people.get_by_role("button", name=say("forms.table.apply")).click()
    expect(people.locator('tbody .sh-dot[data-code="professor"]')).to_have_count(10)
    head = people.get_by_role("columnheader", name=say("schema.people.name"))
    head.get_by_role("button").click()
    expect(head).to_have_attribute("aria-sort", "ascending")
    expect(head.get_by_role("button")).to_be_focused()


def test_an_archive_of_many_pieces_arrives_and_is_added(show, tmp_path):
    head = "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
    row = "Sara{0},Haddad,https://www.linkedin.com/in/p{0},,Acme,Engineer,01 Jan 2024\n"
    with zipfile.ZipFile(tmp_path / "archive.zip", "w") as file:  # stored: over 2 MB
        file.writestr("Connections.csv", head + "".join(map(row.format, range(30_000))))
    page = show("forms_ar")
    page.locator("input[type=file]").set_input_files(tmp_path / "archive.zip")
    take = page.get_by_role("button", name=say("forms.contacts.take", n=30_000))
    expect(take).to_be_visible(timeout=60_000)
    take.click()
    expect(page.get_by_text(say("forms.contacts.added", n=30_000))).to_be_visible(timeout=60_000)
    expect(page.get_by_text(say("forms.table.status", n=30_042)).first).to_be_visible()


def test_a_file_is_given_with_its_name(show):
    page = show("forms_ar")
    with page.expect_download() as download:
        page.get_by_role("button", name="report").click()
    assert download.value.suggested_filename == "my report.txt"
    assert Path(download.value.path()).stat().st_size == 5_000_000


@pytest.mark.parametrize("way", ["rtl", "ltr"])
def test_stock_widgets_are_mended_on_pages_of_either_direction(show, way):
    page = show("stock", way=way)
    box = """(css) => { const r = document.querySelector(css).getBoundingClientRect();
        return [r.left, r.right, r.width]; }"""
    track, handle = page.evaluate(box, ".noUi-base"), page.evaluate(box, ".noUi-handle")
    centre = (handle[0] + handle[1]) / 2
    assert centre == pytest.approx(track[0] + 0.2 * track[2], abs=2)
    assert page.evaluate("""() => [...document.querySelectorAll('.widget-label')].every(
        (e) => e.scrollWidth <= e.clientWidth + 1)""")
    gap = page.evaluate("""() => { const l = document.querySelector('.widget-radio-box label');
        return l.getBoundingClientRect().right -
            l.querySelector('input').getBoundingClientRect().right; }""")
    assert gap < 2
    paragraph = page.locator(".widget-html p")
    assert paragraph.evaluate("(e) => getComputedStyle(e).textAlign") == "start"
    field = page.locator(".widget-text input").first
    assert field.evaluate("(e) => getComputedStyle(e).unicodeBidi") == "plaintext"
    texts = page.locator(".widget-readout").all_text_contents()
    assert any("20.00" in t for t in texts)
    ways = [
        e.evaluate("(e) => getComputedStyle(e).direction")
        for e in page.locator(".widget-readout").all()
    ]
    assert set(ways) == {"ltr"}
