"""Three hundred imported people sorted by keys alone, in the real app, in a real browser."""

import re
import sqlite3
import time
from contextlib import closing

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from served import serve_workbook
from shabakati import Workbook
from shabakati.intake import add_to_book, read_contacts
from shabakati.language import say, use, word
from shabakati.vocabulary import Relation
from sorting import ME, invented

STEP = "02_my_people"
CODES = [str(relation) for relation in Relation]
PATIENCE = 60_000  # ms; a machine may have much to do besides
KAWKAB = ["Kawkab Retail", "كوكب للتجزئة"]  # one organisation, in two scripts
OURS = ".sh-one, .sh-cards, .sh-chips"
SHOWN = """(skip) => {
    const one = [...document.querySelectorAll('.sh-one')].find((e) => e.checkVisibility());
    const name = one.querySelector('.sh-one-name').textContent;
    const likely = one.querySelector('.sh-one-answers .sh-primary')?.dataset.act ?? '';
    return name && name !== skip ? [name, likely] : null;
}"""


@pytest.fixture(scope="module")
def served(tmp_path_factory):
    with serve_workbook(tmp_path_factory.mktemp("mine")) as running:
        yield running


@pytest.fixture
def mine(served):
    """My book behind the running page, with my profile and nobody in it yet."""
    with Workbook.open(served.said.with_name("book.sqlite")) as book:
        with Workbook.in_memory() as empty:
            book.restore(empty)
        book.change("profile", 1, **ME)
        yield book


class Sorter:
    """Somebody at the keyboard, who counts the keys."""

    def __init__(self, page, served):
        self.page, self.served, self.keys, self.errors = page, served, 0, []
        page.set_default_timeout(PATIENCE)
        page.on("pageerror", lambda error: self.errors.append(str(error)))

    def open(self, language, width=1440, step=STEP):
        use(language)
        self.page.set_viewport_size({"width": width, "height": 900})
        self.page.goto(f"{self.served.door}&lang={language}#{step}")
        self.page.wait_for_selector("#loading", state="detached")
        self.page.wait_for_selector(f'[data-key="{step}"][aria-current]')
        self.one = self.page.locator(".sh-one").locator("visible=true")
        self.one.wait_for()

    def begin(self):
        start = self.one.locator(".sh-one-head button")
        start.focus()
        self.press("Enter")
        expect(self.one.locator(".sh-one-stage")).to_be_focused(timeout=PATIENCE)

    def press(self, key):
        self.keys += 1
        self.page.keyboard.press(key)

    def type(self, key, code):
        """A key of a layout that Playwright does not know, pressed where the focus is."""
        self.page.evaluate(
            "([key, code]) => document.activeElement.dispatchEvent(new KeyboardEvent("
            "'keydown', {key, code, bubbles: true, cancelable: true}))",
            [key, code],
        )

    def next(self, after=None):
        """Who is shown once it is somebody else, and the number of the likeliest answer."""
        shown = self.page.evaluate(SHOWN, after)  # mostly at once: the browser holds the next few
        return shown or self.page.wait_for_function(SHOWN, arg=after, polling=20).json_value()

    def sort(self, truth, count, skipping=()):
        """Answer for so many, each with one key; returns who was left for later."""
        name, skipped = None, []
        for at in range(count):
            name, likely = self.next(after=name)
            right = str(CODES.index(truth[name]) + 1)
            if at in skipping:
                skipped.append(name)
                self.press("ArrowDown" if at % 2 else "s")
            else:
                self.press("Enter" if likely == right else right)
        return skipped

    def saved(self):
        expect(self.one.get_by_text(say("forms.one.saved"))).to_be_visible(timeout=PATIENCE)

    def progress(self, done, total):
        expect(self.one).to_contain_text(
            say("forms.one.progress", n=total, sorted=done), timeout=PATIENCE
        )


@pytest.fixture
def sorter(page, served):
    return Sorter(page, served)


def fill(book, count):
    csv, truth = invented(count)
    add_to_book(book, read_contacts(csv.encode(), name="Connections.csv"))
    assert len(book.people) == count
    return truth


def test_three_hundred_are_sorted_by_keys_left_half_way_and_taken_up(sorter, mine, tmp_path):
    csv, truth = invented()
    (tmp_path / "Connections.csv").write_text(csv, encoding="utf-8")
    sorter.open("en")
    sorter.page.locator('input[type="file"]:not([accept^=".sqlite"])').set_input_files(
        tmp_path / "Connections.csv"
    )
    sorter.page.get_by_role("button", name=say("forms.contacts.take", n=300)).click()
    sorter.progress(0, 300)

    began = time.monotonic()
    sorter.begin()
    skipped = sorter.sort(truth, 153, skipping=(10, 55, 120))
    sorter.saved()
    took = time.monotonic() - began

    sorter.page.reload()
    sorter.open("en")
    sorter.progress(150, 300)
    began = time.monotonic()
    sorter.begin()
    sorter.sort(truth, 147)
    expect(sorter.one).to_contain_text(say("forms.one.ended", n=3), timeout=PATIENCE)
    sorter.one.get_by_role("button", name=say("forms.one.again", n=3)).press("Enter")
    assert sorter.next()[0] in skipped
    sorter.one.locator(".sh-one-stage").focus()
    sorter.sort(truth, 3)
    sorter.progress(300, 300)
    sorter.saved()
    took += time.monotonic() - began

    each = sorter.keys / 300
    print(f"\n{sorter.keys} keys for 300 people: {each:.2f} a person, {took:.1f} s")
    assert each < 2
    assert took < 600
    assert sorter.errors == []
    with closing(sqlite3.connect(sorter.served.said.with_name("book.sqlite"))) as db:
        assert dict(db.execute("SELECT name, relation FROM people")) == truth
    sorter.one.get_by_role("button", name=say("steps.03_our_places.short")).press("Enter")
    sorter.page.wait_for_selector('[data-key="03_our_places"][aria-current]')


def test_keys_that_come_faster_than_the_kernel_are_all_done_in_their_order(sorter, mine):
    truth = fill(mine, 40)
    sorter.open("en")
    sorter.begin()
    sorter.next()
    with mine.together("holding the file"):  # nothing can be written meanwhile
        names = []
        for _ in range(5):
            names.append(sorter.next(after=names[-1] if names else None)[0])
            sorter.press(str(CODES.index(truth[names[-1]]) + 1))
        expect(sorter.one.get_by_text(say("forms.one.saving"))).to_be_visible(timeout=PATIENCE)
        mine.change("profile", 1, city="Riyadh")
    sorter.saved()
    people = mine.people.set_index("name")["relation"]
    assert {name: people[name] for name in names} == {name: truth[name] for name in names}
    assert people.notna().sum() == 5


def test_arabic_keys_take_back_remove_and_leave_on_a_phone_too(sorter, mine):
    fill(mine, 40)
    sorter.open("ar", 390)
    sorter.begin()
    first, _ = sorter.next()
    sorter.one.locator(".sh-one-stage").scroll_into_view_if_needed()
    bottoms = sorter.one.locator(".sh-one-answers button").evaluate_all(
        "(all) => all.map((e) => e.getBoundingClientRect().bottom)"
    )
    assert max(bottoms) <= 900  # in the thumb's reach, while the person is in sight
    problems(sorter.page)
    sorter.type("٣", "Digit3")
    second, _ = sorter.next(after=first)
    sorter.type("س", "KeyS")
    third, _ = sorter.next(after=second)
    sorter.progress(1, 40)
    sorter.type("ئ", "KeyZ")
    assert sorter.next(after=third)[0] == second
    sorter.press("Backspace")
    assert sorter.next(after=second)[0] == first
    sorter.progress(0, 40)
    assert mine.people["relation"].isna().all()

    sorter.type("ء", "KeyX")
    expect(sorter.one).to_contain_text("X", timeout=PATIENCE)
    problems(sorter.page)
    sorter.press("Escape")  # keeps, and does not leave yet
    assert sorter.next()[0] == first
    sorter.type("ء", "KeyX")
    sorter.press("Delete")
    sorter.next(after=first)
    sorter.progress(0, 39)
    sorter.press("z")
    assert sorter.next(after=second)[0] == first
    sorter.progress(0, 40)

    for combination in ("Control+s", "Shift+Enter", "Alt+1"):
        sorter.press(combination)
    assert sorter.next()[0] == first
    heard = sorter.one.locator('[aria-live="polite"]')
    expect(heard).to_contain_text(first, timeout=PATIENCE)
    sorter.press("Escape")
    expect(sorter.one.locator(".sh-one-body")).to_be_hidden(timeout=PATIENCE)
    expect(sorter.one.locator(".sh-one-head button")).to_be_focused(timeout=PATIENCE)
    assert sorter.errors == []


def test_all_of_an_organisation_are_answered_at_once(sorter, mine):
    fill(mine, 60)
    sorter.open("en")
    sorter.begin()
    sorter.page.get_by_role("radio", name=say("forms.gather.by.organisation")).check()
    card = sorter.page.get_by_role("listitem").filter(has_text=re.compile("|".join(KAWKAB)))
    n = mine.people["organisation"].isin(KAWKAB).sum()
    give = card.get_by_role("button", name=say("forms.gather.give", n=int(n)))
    expect(give).to_be_disabled(timeout=PATIENCE)
    card.get_by_role("combobox").select_option(label=word(Relation.FORMER_COLLEAGUE))
    give.press("Enter")
    sorter.progress(int(n), 60)
    there = mine.people["organisation"].isin(KAWKAB)
    assert (mine.people["relation"] == "former_colleague").equals(there)
    sorter.page.get_by_role("radio", name=say("forms.gather.by.school")).check()
    school = sorter.page.get_by_role("listitem").filter(has_text=ME["schools"][0])
    expect(school).to_be_visible(timeout=PATIENCE)
    for width in (1440, 390):
        sorter.page.set_viewport_size({"width": width, "height": 844})
        problems(sorter.page)


def problems(page):
    """Nothing that a reader would stumble over."""
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    found = Axe().run(page, context=OURS).response["violations"]
    assert [(rule["id"], rule["nodes"][0]["html"][:200]) for rule in found] == []
    low = page.evaluate(
        f"""() => [...document.querySelectorAll('.shabakati :is(button, select, label)')]
        .filter((e) => e.checkVisibility() && e.closest('{OURS}') &&
          e.getBoundingClientRect().height < 44).map((e) => e.outerHTML.slice(0, 120))"""
    )
    assert low == []
