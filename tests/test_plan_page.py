"""The plan in a real browser, on a phone in Arabic: by touch and by keys, no barrier."""

import datetime as dt

import pytest

from barriers import PHONE, no_barrier
from served import serve_workbook
from shabakati import Workbook
from shabakati.language import say, use

PATIENCE = 30_000  # ms
LONG_AGO = dt.date(2020, 1, 1)


@pytest.fixture
def served(tmp_path):
    with serve_workbook(tmp_path) as running:
        yield running


@pytest.fixture
def book(served):
    with Workbook.open(served.said.with_name("book.sqlite")) as book:
        book.add("people", name="سارة الخطيب", relation="friend", place="social")
        book.add("exchanges", person=1, on=LONG_AGO, kind="helped", direction="received")
        book.add("actions", text="رسالة قديمة", due=LONG_AGO, minutes=5)
        book.keep_snapshot(on=LONG_AGO, people=0)
        yield book


def card(page, words):
    return page.get_by_role("listitem").filter(has_text=words).locator("visible=true").first


def seen(page, words):
    page.get_by_text(words).locator("visible=true").first.wait_for()


def test_a_proposal_is_accepted_done_taken_back_and_another_put_aside(page, served, book):
    use("ar")
    errors = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.set_default_timeout(PATIENCE)
    page.set_viewport_size(PHONE)
    page.goto(f"{served.door}&lang=ar#10_my_plan")
    page.wait_for_selector("#loading", state="detached")
    page.wait_for_selector('[data-key="10_my_plan"][aria-current]')
    page.wait_for_selector(".shabakati-chart svg >> visible=true")

    thanks = say("insight.gaps.thanks", name="سارة الخطيب")
    take = card(page, thanks).get_by_role("button", name=say("forms.plan.take"))
    take.focus()
    page.keyboard.press("Enter")
    done = card(page, thanks).locator(f'button:text-is("{say("forms.plan.done")}")')
    done.wait_for()
    assert book.row("actions", 2)["reason"] == "thanks"
    assert page.evaluate("document.activeElement.tagName") == "BUTTON"

    done.click()
    seen(page, say("forms.plan.is_done"))
    done.wait_for(state="detached")
    assert book.exchanges["kind"].tolist() == ["helped", "thanked"]
    page.get_by_role("button", name=say("forms.undo.undo")).locator("visible=true").last.click()
    done.wait_for()
    assert book.exchanges["kind"].tolist() == ["helped"]

    event = say("insight.gaps.no_event")
    card(page, event).get_by_role("button", name=say("forms.plan.not")).click()
    seen(page, say("forms.plan.put_aside"))
    assert book.answers["step"].tolist() == ["10_my_plan"]

    own = page.get_by_label(say("schema.actions.text")).locator("visible=true").first
    own.fill("مكالمة مع سارة")
    page.get_by_role("button", name=say("forms.actions.add"), exact=True).click()
    seen(page, say("forms.actions.added"))
    assert book.actions["text"].tolist()[-1] == "مكالمة مع سارة"

    no_barrier(page)
    assert errors == []
