"""First words in a real browser, on a phone in Arabic: said, asked, climbed, written."""

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from served import serve_workbook
from shabakati import Workbook
from shabakati.coach import Rung
from shabakati.coach.keeping import kept
from shabakati.coach.ladder import tries
from shabakati.language import say, use
from shabakati.vocabulary import Comfort

PATIENCE = 30_000  # ms
STEP = "07_first_words"
NAME = "سارة <img src=x onerror=alert(1)>"
HOSTILE = "هل <img src=x onerror=alert(1)> هنا؟"
CLOSED = "هل تستمتع بعملك؟"


@pytest.fixture(scope="module")
def served(tmp_path_factory):
    folder = tmp_path_factory.mktemp("words")
    with Workbook.open(folder / "book.sqlite") as book:
        book.add("people", name=NAME, organisation="بنك نجد", relation="friend")
        book.add("goals", benefit="advice", text="نصيحة", organisations=["بنك نجد"])
    with serve_workbook(folder) as running:
        yield running


def check(page):
    """No violation that axe knows, nothing that scrolls sideways, no text become markup."""
    found = Axe().run(page).response["violations"]
    assert [(rule["id"], rule["nodes"][0]["html"][:200]) for rule in found] == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    assert page.locator("img[src=x]").count() == 0


def button(page, words):
    return page.get_by_role("button", name=words, exact=True).locator("visible=true").first


def test_on_a_phone_in_arabic_from_the_introduction_to_a_draft(page, served):
    use("ar")
    page.set_default_timeout(PATIENCE)
    page.set_viewport_size({"width": 390, "height": 844})
    wrong = []
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on("dialog", lambda dialog: (wrong.append(dialog.message), dialog.dismiss()))
    page.goto(f"{served.door}&lang=ar#{STEP}")
    page.wait_for_selector(f'[data-key="{STEP}"][aria-current]')

    said = page.get_by_label(say("forms.introduction.label"), exact=True)
    said.fill("أنا هالة، محللة بيانات.")
    meter = page.locator(".sh-meter .sh-help >> visible=true").first
    meter.wait_for()
    short = meter.text_content()
    said.press("Control+End")
    page.keyboard.type(" أجيد قراءة الأرقام، وأبحث عن عمل في البنوك.")
    expect(meter).not_to_have_text(short)  # the estimate follows what is typed
    button(page, say("forms.introduction.save")).click()
    page.get_by_text(say("forms.introduction.saved")).first.wait_for()

    asked = page.get_by_label(say("forms.questions.label"), exact=True)
    asked.fill(HOSTILE)
    page.get_by_text(say("forms.questions.afterwards")).wait_for()
    asked.fill(CLOSED)
    page.get_by_text(say("forms.questions.instead")).wait_for()
    offer = page.locator(".sh-offers li >> visible=true").first
    text = offer.locator("p").text_content()
    take = offer.get_by_role("button")
    take.focus()
    page.keyboard.press("Enter")
    expect(asked).to_have_value(text)
    expect(asked).to_be_focused()  # what was pressed is gone
    button(page, say("forms.questions.keep")).click()
    page.get_by_text(say("forms.questions.saved")).first.wait_for()
    page.locator(".shabakati-chart svg >> visible=true").first.wait_for()

    comfort = page.get_by_label(say("schema.profile.comfort"), exact=True).locator("visible=true")
    comfort.select_option(index=1 + list(Comfort).index(Comfort.EASY))
    page.locator('.sh-rungs [aria-current="step"]').filter(
        has_text=say(f"coach.rung.{Rung.WRITE_TO_NEW.value}")
    ).wait_for()
    told = page.get_by_label(say("forms.ladder.told"), exact=True).locator("visible=true")
    told.fill("<b>كتبت</b>")
    told.blur()
    button(page, say("forms.ladder.hard")).click()
    page.get_by_text(say("forms.ladder.said.hard")).first.wait_for()
    page.locator(".sh-rungs small").filter(has_text="<b>كتبت</b>").wait_for()

    page.get_by_role("listitem").filter(has_text=NAME).get_by_role("button").click()
    draft = page.get_by_label(say("forms.messages.text"), exact=True)
    expect(draft).to_have_value(re.compile("سارة"))
    draft.press("Control+End")
    page.keyboard.type(" مع التحية.")
    assert draft.input_value().endswith(" مع التحية.")
    check(page)

    with Workbook.open(served.said.with_name("book.sqlite")) as book:
        assert book.row("profile", 1)["introduction"].endswith("في البنوك.")
        assert [(one.text, one.before) for one in kept(book.answers)] == [(text, CLOSED)]
        assert [(one.rung, one.note) for one in tries(book.answers)] == [
            (Rung.WRITE_TO_NEW, "<b>كتبت</b>")
        ]
    assert wrong == []
