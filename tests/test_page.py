"""The real page in a real browser, the whole way: from LinkedIn's zip to a map, and back."""

import sqlite3
from urllib.parse import urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe

from served import ROOT, serve_workbook
from shabakati import Workbook, suggest
from shabakati.language import current_language, say, use, word
from shabakati.vocabulary import Relation

ARCHIVE = ROOT / "data" / "demo" / "linkedin_archive.zip"
CONNECTIONS = 44  # people of the demo's archive; three more rows are hidden profiles
SIZES = {"phone": (390, 844), "tablet": (768, 1024), "desk": (1440, 900)}
STEPS = tuple(sorted(path.stem for path in (ROOT / "notebooks" / "en").glob("*.ipynb")))
MY_FILE = 'input[type="file"][accept^=".sqlite"]'
CONTACTS = 'input[type="file"]:not([accept^=".sqlite"])'
PATIENCE = 30_000  # ms; a cold machine is slow, a broken page slower still


@pytest.fixture(scope="module")
def served(tmp_path_factory):
    with serve_workbook(tmp_path_factory.mktemp("mine")) as running:
        yield running


@pytest.fixture
def fresh(served):
    """An empty book behind the running page."""
    with Workbook.open(served.said.with_name("book.sqlite")) as book:
        with Workbook.in_memory() as empty:
            book.restore(empty)
        yield book


class Visitor:
    """A person before the page: goes to steps, presses buttons by their words."""

    def __init__(self, page, served):
        self.page, self.served = page, served
        self.hosts, self.errors = set(), []
        page.set_default_timeout(PATIENCE)
        page.on("request", lambda request: self.hosts.add(urlsplit(request.url).netloc))
        page.on("pageerror", lambda error: self.errors.append(str(error)))

    def open(self, language, size="desk", step=""):
        use(language)
        width, height = SIZES[size]
        self.page.set_viewport_size({"width": width, "height": height})
        self.page.goto(f"{self.served.door}&lang={language}#{step}")
        self.settle(step)

    def settle(self, step=""):
        """Until the page is there, in the reader's language, at its step, with its charts."""
        self.page.wait_for_selector("#loading", state="detached")
        self.page.wait_for_selector(f'.sh-bar[lang="{current_language()}"]')
        self.page.wait_for_selector(f'[data-key="{step or STEPS[0]}"][aria-current]')
        self.page.wait_for_selector(".shabakati-chart svg >> visible=true")

    def go(self, step):
        self.page.click(f'[data-key="{step}"]')
        self.page.wait_for_selector(f'[data-key="{step}"][aria-current]')
        self.page.wait_for_selector(".shabakati-chart svg >> visible=true")

    def press(self, words):
        self.page.get_by_role("button", name=words, exact=True).locator("visible=true").click()

    def import_archive(self):
        self.go("02_my_people")
        self.page.locator(CONTACTS).set_input_files(ARCHIVE)
        self.press(say("forms.contacts.take", n=CONNECTIONS))

    def wait_for(self, words):
        self.page.get_by_text(words).locator("visible=true").first.wait_for()


@pytest.fixture
def visitor(page, served):
    return Visitor(page, served)


@pytest.mark.parametrize("language", ["ar", "en"])
def test_from_the_zip_to_the_map_undone_and_there_after_a_reload(visitor, fresh, language):
    visitor.open(language)
    visitor.import_archive()
    visitor.wait_for(say("forms.contacts.added", n=CONNECTIONS))
    assert len(fresh.people) == CONNECTIONS

    found = suggest(fresh.people, fresh.profile, fresh.exchanges)
    colleagues = found.loc[found["value"] == "current_colleague", "person"]
    assert len(colleagues) > 5
    title = say(
        "forms.sorting.title",
        n=len(colleagues),
        column=say("schema.people.relation"),
        value=word(Relation.CURRENT_COLLEAGUE),
    )
    visitor.page.get_by_role("listitem").filter(has_text=title).get_by_role("button").first.click()
    visitor.wait_for(say("forms.sorting.accepted", n=len(colleagues)))
    sorted_ = fresh.people["relation"].eq("current_colleague")
    assert set(fresh.people.index[sorted_]) == set(colleagues)
    visitor.page.locator(".sh-undo").get_by_role("button").first.click()
    visitor.wait_for(say("forms.undo.undone"))
    assert fresh.people["relation"].isna().all()
    visitor.page.locator(".sh-undo").get_by_role("button").nth(1).click()
    visitor.wait_for(say("forms.undo.redone"))
    assert fresh.people["relation"].notna().sum() == len(colleagues)

    visitor.page.reload()
    visitor.settle("02_my_people")
    assert visitor.page.url.endswith("#02_my_people")
    visitor.wait_for("Omar Haddad")
    # "" is where data: and blob: addresses live: in the page itself.
    assert visitor.hosts - {""} == {urlsplit(visitor.served.address).netloc}
    assert visitor.errors == []


def test_charts_follow_what_another_window_writes(visitor, fresh):
    visitor.open("en", step="03_our_places")
    sara = fresh.add("people", name="Sara", relation="friend")
    visitor.wait_for("Sara")
    fresh.change("people", sara, place="social")
    visitor.go("02_my_people")
    visitor.wait_for("Sara")


def test_a_press_on_the_map_opens_that_persons_form(visitor, fresh):
    fresh.add("people", name="سارة الخطيب", relation="friend", closeness="close")
    visitor.open("ar", step="02_my_people")
    mark = visitor.page.locator('.shabakati-chart [aria-label*="سارة الخطيب"]').locator(
        "visible=true"
    )
    mark.last.click()
    visitor.page.wait_for_function(
        "[...document.querySelectorAll('input')].some((i) => i.value === 'سارة الخطيب'"
        " && i.checkVisibility() && i === document.activeElement"
        " && i.getBoundingClientRect().top >= 0 && i.getBoundingClientRect().bottom < innerHeight)"
    )


def test_the_language_switch_turns_the_page_and_keeps_the_work(visitor, fresh):
    fresh.add("people", name="سارة الخطيب")
    visitor.open("ar", step="02_my_people")
    root = visitor.page.locator("html")
    assert (root.get_attribute("dir"), root.get_attribute("lang")) == ("rtl", "ar")
    visitor.page.click('[data-key="language"]')
    visitor.page.wait_for_selector('html[dir="ltr"][lang="en"]')
    visitor.wait_for("سارة الخطيب")
    visitor.page.wait_for_selector(".shabakati.rtl", state="detached")
    assert "lang=en" in visitor.page.url
    visitor.page.goto(visitor.served.door)
    visitor.page.wait_for_selector('html[lang="en"] .sh-bar[lang="en"]')


def test_steps_have_addresses_and_the_browsers_back_button_moves_between_them(visitor, fresh):
    visitor.open("en")
    visitor.go("03_our_places")
    visitor.go("04_network_types")
    for step in ("03_our_places", "00_start_here"):
        visitor.page.go_back()
        visitor.page.wait_for_selector(f'[data-key="{step}"][aria-current]')
        assert visitor.page.url.endswith(step)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("language", ["ar", "en"])
def test_every_step_fits_its_screen_and_has_no_barrier(visitor, fresh, language, size):
    with Workbook.from_bytes((ROOT / "data" / "demo" / "demo.sqlite").read_bytes()) as demo:
        fresh.restore(demo)
    visitor.open(language, size)
    for step in STEPS:
        visitor.go(step)
        wide = visitor.page.evaluate("document.documentElement.scrollWidth")
        assert wide <= SIZES[size][0], step
        found = Axe().run(visitor.page).response["violations"]
        told = [(rule["id"], rule["nodes"][0]["html"][:200]) for rule in found]
        assert told == [], step
        low = visitor.page.evaluate(
            """() => [...document.querySelectorAll('.shabakati :is(button, select, summary)')]
            .filter((e) => e.checkVisibility() && e.getBoundingClientRect().height < 44)
            .map((e) => e.outerHTML.slice(0, 120))"""
        )
        assert low == [], step


def test_a_file_that_is_no_archive_is_refused_in_words_and_nothing_is_lost(
    visitor, fresh, tmp_path
):
    fresh.add("people", name="Sara")
    bad = tmp_path / "holiday.zip"
    bad.write_bytes(b"PK\x03\x04 not really" * 99)
    visitor.open("ar", step="02_my_people")
    visitor.page.locator(CONTACTS).set_input_files(bad)
    visitor.page.locator('.sh-note[data-tone="error"]').locator("visible=true").wait_for()
    assert fresh.people["name"].tolist() == ["Sara"]


def test_my_file_taken_home_is_the_whole_book(visitor, fresh, tmp_path):
    fresh.add("people", name="سارة")
    visitor.open("en")
    with visitor.page.expect_download() as download:
        visitor.press(say("steps.bar.take"))
    taken = tmp_path / "taken.sqlite"
    download.value.save_as(taken)
    with sqlite3.connect(taken) as db:
        assert db.execute("SELECT name FROM people").fetchall() == [("سارة",)]
    db.close()
    fresh.add("people", name="later")
    visitor.page.locator(MY_FILE).set_input_files(taken)
    visitor.wait_for(say("forms.open_file.opened", n=1))
    assert fresh.people["name"].tolist() == ["سارة"]


def test_the_demo_is_walked_through_without_touching_my_book(visitor, fresh):
    fresh.add("people", name="mine")
    visitor.open("en")
    visitor.press(say("steps.00_start_here.walk_demo"))
    visitor.wait_for(say("steps.bar.demo"))
    visitor.go("02_my_people")
    visitor.wait_for("عمر حدّاد")
    visitor.press(say("steps.bar.leave_demo"))
    visitor.page.get_by_text("mine", exact=True).locator("visible=true").first.wait_for()
    assert fresh.people["name"].tolist() == ["mine"]
