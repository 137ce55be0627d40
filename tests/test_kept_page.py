"""A room in a real browser: what is done is kept there, comes back, and is forgotten when asked."""

import random

import pytest

from participants import Room, Tab
from served import kernel_at_work
from shabakati import Workbook
from shabakati.language import say, use

BLOCKED = "IDBFactory.prototype.open = () => { throw new DOMException('no', 'SecurityError') }"
FULL = """
const put = IDBObjectStore.prototype.put;
IDBObjectStore.prototype.put = function (...args) {
  if (globalThis.full) throw new DOMException("no room", "QuotaExceededError");
  return put.apply(this, args);
};
"""
NO_LOCKS = "Object.defineProperty(Navigator.prototype, 'locks', { value: undefined })"
DATABASES = "indexedDB.databases().then((all) => all.map((one) => one.name))"
SPOIL = """() => new Promise((done) => {
  indexedDB.open("shabakati").onsuccess = ({ target }) => {
    const writing = target.result.transaction("kept", "readwrite");
    writing.objectStore("kept").put(new TextEncoder().encode("no book").buffer, "book");
    writing.oncomplete = () => { target.result.close(); done(); };
  };
})"""


@pytest.fixture(scope="module")
def room(tmp_path_factory):
    room = Room(tmp_path_factory.mktemp("room"))
    yield room
    room.stop()


@pytest.fixture
def tab(context, room):
    return Tab(context, room)


def test_what_is_done_comes_back_after_a_reload_and_after_the_kernels_death(context, room):
    tab = Tab(context, room, size=(390, 844))
    tab.open("ar")
    assert tab.phase("empty") == say("kept.empty")
    tab.write("هالة")
    tab.write("هالة ناصر")
    assert tab.phase("kept").startswith("محفوظ على هذا الجهاز")
    tab.again()
    tab.phase("kept")
    tab.reads("هالة ناصر")
    tab.press("forms.undo.undo")
    tab.reads("هالة")
    tab.write("هالة سالم")

    kernel_at_work(room.served).kill()
    tab.again()
    tab.phase("kept")
    tab.reads("هالة سالم")

    tab.do("mine")
    assert tab.barriers() == []
    assert tab.page.evaluate("document.documentElement.scrollWidth") <= 390
    assert tab.errors == []


def test_the_language_the_browsers_buttons_and_the_invented_network_leave_mine_as_it_is(tab):
    tab.open("ar")
    tab.write("Hala")
    tab.go("01_my_goals")
    tab.go("02_my_people")
    tab.page.click('[data-key="language"]')
    use("en")
    tab.settle("02_my_people")
    assert tab.phase("kept").startswith("Kept on this device")
    for move, step in (("back", "01_my_goals"), ("back", "00_start_here"), ("forward", None)):
        getattr(tab.page, f"go_{move}")()
        tab.page.wait_for_selector(f'[data-key="{step or "01_my_goals"}"][aria-current]')
    tab.go("00_start_here")
    tab.press("steps.00_start_here.walk_demo")
    tab.page.get_by_role("button", name=say("steps.bar.leave_demo")).wait_for()
    tab.name().fill("somebody else")
    tab.press("forms.profile.save")
    tab.page.get_by_text(say("forms.profile.saved")).first.wait_for()
    tab.go("01_my_goals")
    tab.again("01_my_goals")
    tab.go("00_start_here")
    tab.reads("Hala")
    assert tab.errors == []


@pytest.mark.parametrize("locks", [True, False])
def test_of_two_tabs_one_goes_on_and_neither_overwrites_the_other(context, room, locks):
    if not locks:  # as over plain http from another computer
        context.add_init_script(NO_LOCKS)
    first, second = Tab(context, room), Tab(context, room)
    first.open("en")
    first.write("from the first")
    second.open("en")
    assert second.page.get_by_role("heading", name=say("kept.elsewhere")).is_visible()
    assert not second.name().is_visible()
    assert second.barriers() == []
    first.name().fill("at the last moment")
    first.press("forms.profile.save")
    second.do("go_on")
    second.reads("at the last moment")
    first.page.get_by_role("heading", name=say("kept.taken")).wait_for()
    assert not first.name().is_visible()
    second.write("from the second")
    first.do("go_on")
    first.reads("from the second")
    second.page.get_by_role("heading", name=say("kept.taken")).wait_for()
    first.write("from the first again")
    assert first.errors == second.errors == []


def test_who_is_forgotten_leaves_nothing_in_the_browser_nor_in_another_tab(context, room):
    tab, other = Tab(context, room), Tab(context, room)
    other.open("en")
    other.write("Hala")
    tab.open("en")
    tab.do("go_on")
    tab.reads("Hala")
    tab.page.click('[data-key="language"]')
    use("ar")
    tab.settle("00_start_here")
    tab.do("mine")
    tab.do("forget")
    tab.do("forget_no")
    tab.do("forget")
    tab.do("forget_yes")
    assert tab.phase("forgotten") == say("kept.forgotten")
    tab.reads("")
    left = tab.page.evaluate("Object.keys(localStorage).concat(Object.keys(sessionStorage))")
    assert [key for key in left if "shabakati" in key] == []
    assert tab.page.evaluate(DATABASES) == []
    tab.page.close()
    use("en")
    other.do("go_on")
    other.phase("empty")
    assert other.name().input_value() == ""
    assert other.errors == tab.errors == []


def test_a_browser_without_storage_is_said_and_the_page_still_works(context, tab):
    context.add_init_script(BLOCKED)
    tab.open("en")
    assert tab.phase("failed") == say("kept.failed_blocked")
    tab.name().fill("Hala")
    tab.press("forms.profile.save")
    tab.page.get_by_text(say("forms.profile.saved")).first.wait_for()
    assert tab.phase("failed") == say("kept.failed_blocked")
    with tab.page.expect_download() as download:
        tab.press("steps.bar.take")
    with Workbook.from_bytes(download.value.path().read_bytes()) as taken:
        assert taken.profile.loc[1, "name"] == "Hala"


def test_a_full_storage_and_a_lost_connection_are_said_until_they_are_over(context, tab):
    context.add_init_script(FULL)
    tab.open("en")
    tab.write("kept")
    tab.page.evaluate("globalThis.full = true")
    tab.name().fill("too much")
    tab.press("forms.profile.save")
    assert tab.phase("failed") == say("kept.failed_full")
    tab.page.evaluate("globalThis.full = false")
    tab.write("kept again")
    line = "(state) => document.dispatchEvent(new CustomEvent('sh-line', { detail: { state } }))"
    tab.page.evaluate(line, "lost")
    assert tab.page.locator(".sh-kept-said").inner_text() == say("kept.offline")
    tab.page.evaluate(line, "up")
    assert tab.phase("kept").startswith("Kept")


def test_a_damaged_book_is_left_as_it_is_until_its_reader_says_otherwise(context, room):
    before, tab = Tab(context, room), Tab(context, room)
    before.open("en")
    before.write("Hala")
    before.page.evaluate(SPOIL)
    before.page.close()
    tab.open("en")
    assert tab.phase("refused") == say("kept.refused")
    assert tab.barriers() == []
    with tab.page.expect_download() as download:
        tab.press("kept.take_kept")
    assert download.value.path().read_bytes() == b"no book"
    tab.name().fill("anew")
    tab.press("forms.profile.save")
    tab.press("kept.anew")
    tab.press("kept.anew_yes")
    tab.phase("kept")
    tab.again()
    tab.reads("anew")


def test_a_large_book_is_opened_kept_and_restored_by_a_server_that_started_anew(
    tab, room, tmp_path
):
    mine = tmp_path / "mine.sqlite"
    with Workbook.in_memory() as book:
        book.change("profile", 1, name="Hala")
        person = {"notes": "".join(random.Random(1).choices("abcdefgh \n", k=9000))}
        book.add_all("people", [person | {"name": f"Sara {n}"} for n in range(1200)])
        book.save_as(mine)
    assert mine.stat().st_size > 10_000_000
    tab.open("en")
    tab.page.locator('input[type="file"][accept^=".sqlite"]').set_input_files(mine)
    tab.phase("saving")
    tab.phase("kept")
    room.stop()
    room.start()
    tab.again()
    tab.phase("kept")
    tab.reads("Hala")
    assert tab.errors == []
