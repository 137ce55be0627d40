"""Keeping warm in a real browser: a text copied, an act done and undone, a calendar taken."""

import datetime as dt

import icalendar
import pytest
from axe_playwright_python.sync_playwright import Axe

from served import ROOT, serve_workbook
from shabakati import Workbook
from shabakati.language import say, word
from shabakati.vocabulary import Occasion

PATIENCE = 30_000  # ms
STEP = "09_keeping_warm"


@pytest.fixture(scope="module")
def served(tmp_path_factory):
    folder = tmp_path_factory.mktemp("warm")
    demo = ROOT / "data" / "demo" / "demo.sqlite"
    with Workbook.open(folder / "book.sqlite") as book:
        with Workbook.from_bytes(demo.read_bytes()) as other:
            book.restore(other)
        book.add("people", name="نور", closeness="closest", met_on=dt.date(2020, 1, 1))
    with serve_workbook(folder) as running:
        yield running


def test_on_a_phone_in_arabic_from_who_is_due_to_the_calendar(context, page, served, tmp_path):
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.set_default_timeout(PATIENCE)
    page.set_viewport_size({"width": 390, "height": 844})
    errors = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto(f"{served.door}&lang=ar#{STEP}")
    page.wait_for_selector(f'[data-key="{STEP}"][aria-current]')
    page.wait_for_selector(".shabakati-chart svg >> visible=true")
    card = (
        page.get_by_role("listitem")
        .filter(has_text="نور")
        .filter(has=page.get_by_role("button", name=say("forms.warm.later")))
    )
    write = card.get_by_role("button", name=say("forms.warm.write"))
    write.focus()
    page.keyboard.press("Enter")
    text = page.get_by_label(say("forms.warm.letter.label"))
    text.wait_for()
    assert text.evaluate("(area) => area === document.activeElement && area.dir === 'rtl'")
    page.keyboard.press("Control+A")
    page.keyboard.type("مرحبًا")
    page.get_by_label("English", exact=True).check()
    assert text.get_attribute("dir") == "ltr"
    page.get_by_label("العربية", exact=True).check()
    page.get_by_role("button", name=say("forms.warm.letter.copy")).click()
    page.get_by_text(say("forms.warm.letter.copied")).wait_for()
    assert page.evaluate("navigator.clipboard.readText()") == "مرحبًا"

    found = Axe().run(page).response["violations"]
    assert [(rule["id"], rule["nodes"][0]["html"][:200]) for rule in found] == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 390

    page.get_by_role("button", name=say("forms.warm.letter.close")).click()
    assert write.evaluate("(button) => button === document.activeElement")
    card.get_by_role("button", name=say("forms.warm.done.hello")).click()
    card.wait_for(state="detached")
    with Workbook.open(served.said.with_name("book.sqlite")) as book:
        person = book.people.index[book.people["name"] == "نور"][0]
        assert book.exchanges.iloc[-1]["person"] == person
    note = page.locator(".sh-note").filter(has_text="نور")
    note.get_by_role("button", name=say("forms.undo.undo")).click()
    card.wait_for()

    page.get_by_label(say("forms.table.search")).last.fill("نور")
    row = page.locator("tbody tr").filter(has=page.get_by_text("نور", exact=True))
    row.get_by_role("checkbox").check()
    page.get_by_role("button", name=word(Occasion.EID_AL_FITR), exact=True).click()
    page.get_by_text(say("forms.warm.chosen", n=1)).wait_for()
    with page.expect_download() as download:
        page.get_by_role("button", name=say(f"steps.{STEP}.take")).click()
    taken = tmp_path / "taken.ics"
    download.value.save_as(taken)
    calendar = icalendar.Calendar.from_ical(taken.read_bytes())
    eid = [e for e in calendar.walk("VEVENT") if word(Occasion.EID_AL_FITR) in e["summary"]]
    assert any("نور" in event["description"].splitlines() for event in eid)
    assert errors == []
