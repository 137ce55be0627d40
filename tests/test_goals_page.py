"""Goals and exchanges in a real browser, on a phone in Arabic: by touch and by keys, no barrier."""

import pytest

from barriers import PHONE, no_barrier
from served import serve_workbook
from shabakati import Workbook
from shabakati.language import say, use

PATIENCE = 30_000  # ms


@pytest.fixture(scope="module")
def served(tmp_path_factory):
    with serve_workbook(tmp_path_factory.mktemp("mine")) as running:
        yield running


@pytest.fixture
def book(served):
    with Workbook.open(served.said.with_name("book.sqlite")) as book:
        with Workbook.in_memory() as empty:
            empty.add_all(
                "people",
                [
                    {"name": "سارة الخطيب", "organisation": "بنك لازورد", "closeness": "close"},
                    {"name": "عمر", "organisation": "Acme", "topics": ["SQL"]},
                ],
            )
            empty.add("ties", a=1, b=2)
            book.restore(empty)
        yield book


def open_step(page, served, step):
    page.set_default_timeout(PATIENCE)
    page.set_viewport_size(PHONE)
    page.goto(f"{served.door}&lang=ar#{step}")
    page.wait_for_selector("#loading", state="detached")
    page.wait_for_selector(f'[data-key="{step}"][aria-current]')
    page.wait_for_selector(".shabakati-chart svg >> visible=true")


def seen(page, words):
    page.get_by_text(words).locator("visible=true").first.wait_for()


def button(page, words):
    return page.get_by_role("button", name=words, exact=True).locator("visible=true").first


def test_from_an_example_to_whom_to_ask_first(page, served, book):
    use("ar")
    errors = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    open_step(page, served, "01_my_goals")
    example = say("forms.goals.example.opportunities.1")
    page.get_by_role("listitem").filter(has_text=example).get_by_role("button").click()
    seen(page, say("forms.goals.taken"))
    page.get_by_role("textbox", name=say("schema.goals.organisations")).fill("Lazaward Bank")
    page.get_by_role("textbox", name=say("schema.goals.topics")).fill("SQL")
    add = button(page, say("forms.goals.add"))
    add.focus()
    page.keyboard.press("Enter")
    seen(page, say("forms.goals.added"))
    assert book.goals["organisations"].tolist() == [["Lazaward Bank"]]
    seen(page, say("forms.market.first.now", name="سارة الخطيب"))
    page.locator('.shabakati-chart [aria-label*="Lazaward"] >> visible=true').first.wait_for()
    page.get_by_role("listitem").filter(has_text="Lazaward").get_by_role("button").click()
    seen(page, say("forms.market.why.knows", through="سارة الخطيب"))
    seen(page, say("insight.goals.next.now", name="سارة الخطيب", organisation="Lazaward Bank"))
    page.locator("details", has_text=say("steps.evidence.hidden_market.claim")).first.click()
    seen(page, say("steps.evidence.hidden_market.caveat"))
    no_barrier(page)
    assert errors == []


def test_somebody_helped_me_and_is_thanked_in_two_presses_each(page, served, book):
    use("ar")
    errors = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    open_step(page, served, "06_what_we_exchange")
    for way, kind in (("received", "helped"), ("given", "thanked")):
        page.locator('[data-key="row-1"]').first.check()
        group = page.get_by_role("group", name=say(f"forms.quick.{way}"))
        group.get_by_role("button", name=say(f"forms.quick.{way}.{kind}")).click()
        seen(page, say("forms.quick.logged", n=1))
    assert book.exchanges["kind"].tolist() == ["helped", "thanked"]
    seen(page, say("insight.exchanges.clear"))
    page.locator('.shabakati-chart [aria-label*="سارة الخطيب"] >> visible=true').first.wait_for()
    page.get_by_role("textbox", name=say("schema.people.can_help")).fill("نصيحة")
    button(page, say("forms.offers.save")).click()
    seen(page, say("forms.offers.saved", name="سارة الخطيب"))
    assert book.people.at[1, "can_help"] == ["نصيحة"]
    button(page, say("forms.undo.undo")).click()
    seen(page, say("forms.undo.undone"))
    assert book.people.at[1, "can_help"] == []
    no_barrier(page)
    assert errors == []
