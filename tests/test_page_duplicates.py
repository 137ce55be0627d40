"""The same person twice on the real page: Latin from a file, Arabic in the book; keys and eyes."""

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from served import serve_workbook
from shabakati import Workbook, find_duplicates
from shabakati.language import LANGUAGES, say, use
from shabakati.people.kept_apart import kept_apart
from shabakati.people.review import review

CONTACTS = 'input[type="file"]:not([accept^=".sqlite"])'
PATIENCE = 30_000  # ms
HOSTILE = "<img src=x onerror=window.bad=1>"
HEAD = "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
LINKEDIN = [
    ("Layla", "Haddad", "Nour Tech", "Manager"),
    ("Yousef", "Mansour", "Cedar Media", "Editor"),
]
PHONE = [
    {"name": "ليلى حداد", "organisation": "Nour Tech", "phones": ["+962791234567"]},
    {"name": "يوسف منصور", "organisation": "Cedar Media", "notes": HOSTILE},
    # The same people beyond doubt, but judged differently: these need a look.
    {"name": "منى كامل", "phones": ["+201001234567"], "relation": "friend", "city": "القاهرة"},
    {"name": "Mona Kamal", "phones": ["+201001234567"], "relation": "classmate"},
    {"name": "سامي عزيز", "phones": ["+966501234567"], "place": "event", "role": "طاهٍ"},
    {"name": "سامي عزيز شغل", "phones": ["+966501234567"], "place": "social", "role": "Cook"},
    {"name": "سلمى", "phones": ["+966551112222"], "closeness": "close"},
    {"name": "سلمى حسن", "phones": ["+966551112222"], "city": "الرياض"},
    {"name": "سلمى ح", "phones": ["+966551112222"], "city": "Riyadh, Saudi Arabia, a long line"},
]


@pytest.fixture(scope="module")
def served(tmp_path_factory):
    with serve_workbook(tmp_path_factory.mktemp("mine")) as running:
        yield running


@pytest.fixture
def book(served):
    """The book behind the running page, with those of the phone."""
    with Workbook.open(served.said.with_name("book.sqlite")) as book:
        with Workbook.in_memory() as empty:
            empty.add_all("people", [{"source": "vcard", **person} for person in PHONE])
            book.restore(empty)
        yield book


@pytest.fixture
def form(page, served, book, tmp_path):
    """The form on the page, in a language, once LinkedIn's file is in the book."""
    rows = [
        f"{first},{last},https://www.linkedin.com/in/p{i},,{work},{role},01 Jan 2024\n"
        for i, (first, last, work, role) in enumerate(LINKEDIN)
    ]
    (tmp_path / "Connections.csv").write_text(HEAD + "".join(rows), "utf-8")

    def opened(language):
        use(language)
        page.set_default_timeout(PATIENCE)
        page.goto(f"{served.door}&lang={language}#02_my_people")
        page.wait_for_selector("#loading", state="detached")
        page.locator(CONTACTS).set_input_files(tmp_path / "Connections.csv")
        page.get_by_role("button", name=say("forms.contacts.take", n=len(rows))).click()
        page.get_by_text(say("forms.contacts.added", n=len(rows))).wait_for()
        return page.locator(".sh-duplicates")

    return opened


def found(book):
    apart = kept_apart(book.answers)
    told = review(find_duplicates(book.people), book.people).left(book.people, apart)
    assert len(told.sure) >= 2
    assert len(told.unsure) >= 2
    return told


def button(form, key, **values):
    return form.get_by_role("button", name=re.compile(f"^{re.escape(say(key, **values))}"))


def look_over(page):
    """Axe's violations; what is wider than the page; what is pressed and too small."""
    violations = Axe().run(page, context=".sh-duplicates").response["violations"]
    assert [(v["id"], v["nodes"][0]["html"]) for v in violations] == []
    wide, small = page.evaluate("""() => {
      const all = [...document.querySelectorAll('.sh-duplicates *')].filter((e) =>
        e.checkVisibility() && !e.closest('.sh-hidden'));
      const box = (e) => (e.closest('label') ?? e).getBoundingClientRect();
      return [
        all.filter((e) => box(e).right > innerWidth + 1 || box(e).left < -1),
        all.filter((e) => e.matches('button, input, summary') &&
          (box(e).height < 43.5 || box(e).width < 43.5)),
      ].map((some) => some.map((e) => e.outerHTML.slice(0, 99)));
    }""")
    assert (wide, small) == ([], [])
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


@pytest.mark.parametrize("language", LANGUAGES)
def test_review_choose_merge_undo_merge_the_sure_ones_keep_apart_and_reload(
    page, form, book, language
):
    form = form(language)
    told = found(book)
    count = say("forms.duplicates.count", n=len(told.sure) + len(told.unsure))
    expect(form.get_by_text(count)).to_be_visible()
    before = book.people

    first = form.locator(".sh-pair").first
    group = told.unsure[0]
    name = first.get_by_role("radiogroup").filter(has_text=say("schema.people.name")).first
    name.locator("input:not(:checked)").check()
    chosen = name.locator(".sh-side-option:has(:checked) bdi").inner_text()
    button(first, "forms.duplicates.merge").click()
    merged = say("forms.duplicates.merged", n=2, name=chosen)
    expect(form.get_by_text(merged)).to_be_in_viewport()
    expect(form.locator(".sh-pair").first).to_be_focused()
    assert book.row("people", group[0])["name"] == chosen
    assert set(book.people.index) == set(before.index) - set(group[1:])

    form.get_by_role("button", name=say("forms.undo.undo")).click()
    expect(form.get_by_text(count)).to_be_visible()
    assert book.people.equals(before)

    button(form, "forms.duplicates.look_sure").click()
    for width in (390, 1440):
        page.set_viewport_size({"width": width, "height": 844})
        form.locator("details").evaluate_all("(all) => all.forEach((e) => (e.open = true))")
        look_over(page)
    assert page.evaluate("window.bad") is None

    button(form, "forms.duplicates.merge_sure", n=len(told.sure)).click()
    done = say("forms.duplicates.merged_sure", n=len(told.sure))
    expect(form.get_by_text(done)).to_be_in_viewport()
    expect(form.locator(".sh-pair").first).to_be_focused()
    assert len(book.people) == len(before) - sum(len(group) - 1 for group in told.sure)

    cards = form.locator(".sh-pair")
    expect(cards).to_have_count(len(told.unsure))
    button(cards.first, "forms.duplicates.apart_two").click()
    expect(cards).to_have_count(len(told.unsure) - 1)
    look_over(page)
    page.reload()
    page.locator(".sh-pair").first.wait_for()
    expect(cards).to_have_count(len(told.unsure) - 1)
    assert kept_apart(book.answers) == {tuple(told.unsure[0])}
    for other in told.unsure[1:]:
        button(cards.first, "forms.duplicates.apart_two").click()
        expect(form.locator(f'[data-key="{"-".join(map(str, other))}"]')).to_have_count(0)
    expect(form.get_by_text(say("forms.duplicates.none"))).to_be_focused()


def test_the_keyboard_alone_chooses_merges_and_goes_on_with_the_next(page, form, book):
    form = form("ar")
    told = found(book)
    button(form, "forms.duplicates.look_sure").focus()
    page.keyboard.press("Enter")
    cards = form.locator(".sh-pair")
    expect(cards).to_have_count(len(told.sure))
    expect(cards.first).to_be_focused()
    at = next(i for i, group in enumerate(told.sure) if len(group) == 3)
    three = cards.nth(at)
    three.focus()
    ids = told.sure[at]

    for _ in range(3):  # who is the same: the third is not
        page.keyboard.press("Tab")
    expect(three.get_by_role("checkbox").nth(2)).to_be_focused()
    page.keyboard.press("Space")
    page.keyboard.press("Tab")
    radio = page.locator("input:focus")
    value = radio.get_attribute("data-at")
    page.keyboard.press("ArrowDown")
    assert page.locator("input:focus").get_attribute("data-at") != value
    expect(page.locator("input:focus")).to_be_checked()
    merge = button(three, "forms.duplicates.merge")
    for _ in range(9):
        page.keyboard.press("Tab")
        if merge.evaluate("(e) => e === document.activeElement"):
            break
    page.keyboard.press("Enter")
    expect(cards).to_have_count(len(told.sure) - 1)
    expect(cards.nth(min(at, len(told.sure) - 2))).to_be_focused()
    assert set(ids) - set(book.people.index) == {ids[1]}
    assert kept_apart(book.answers) == {(ids[0], ids[2])}
