"""Any contacts file in the real page: picked, corrected, added; in Arabic on a phone, at a desk."""

from io import BytesIO

import pytest
import xlsxwriter
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from served import serve_workbook
from shabakati import Workbook
from shabakati.language import say, word
from shabakati.vocabulary import Country
from test_page import CONTACTS, SIZES, Visitor

STEP = "02_my_people"
DAMAGED = "أحمد العتيبي".encode().decode("cp1252", "replace")
CARDS = f"""BEGIN:VCARD
VERSION:2.1
N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:;=D8=B3=D8=A7=D8=B1=D8=A9;;;
FN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=D8=B3=D8=A7=D8=B1=D8=A9 =D8=\\
=A7=D9=84=D8=AE=D8=B7=D9=8A=D8=A8
TEL;CELL:050 123 4567
PHOTO;ENCODING=BASE64;JPEG:/9j/4AAQSkZJRgABAQ==

END:VCARD
BEGIN:VCARD
VERSION:3.0
FN:{DAMAGED}
TEL;TYPE=CELL:+966 55 765 4321
END:VCARD
BEGIN:VCARD
VERSION:3.0
TEL:0112345678
END:VCARD
""".replace("\\\n", "\n")
OUTLOOK = (
    "First Name,Last Name,Company,Job Title,E-mail Address,Business Phone,Mobile Phone\r\n"
    "عمر,حدّاد,بنك النيل,محلل,omar@example.com,,+20 100 123 4567\r\n"
).encode("cp1256")
LINKEDIN = (
    "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
    "Lina,Saleh,https://www.linkedin.com/in/lina,,{company},{role},08 Feb 2026\n"
    "Omar,Nasser,https://www.linkedin.com/in/omarn,,Nile,Analyst,07 Feb 2026\n"
)


def sheet():
    """A table whose headings say little: who, where, what they do, how to reach them."""
    whole = BytesIO()
    with xlsxwriter.Workbook(whole) as book:
        page = book.add_worksheet()
        rows = [
            ("Full name", "Belongs to", "Mail"),
            ("Noor Aziz", "Atlas", "noor@example.com"),
            ("=1+1 <b>Zaid</b>", "Acme", "zaid@example.com"),
        ]
        for number, row in enumerate(rows):
            for place, text in enumerate(row):
                page.write_string(number, place, text)
    return whole.getvalue()


@pytest.fixture(scope="module")
def served(tmp_path_factory):
    with serve_workbook(tmp_path_factory.mktemp("mine")) as running:
        yield running


@pytest.fixture
def book(served):
    with Workbook.open(served.said.with_name("book.sqlite")) as book:
        with Workbook.in_memory() as empty:
            book.restore(empty)
        yield book


@pytest.fixture
def visitor(page, served, book):
    return Visitor(page, served)


def pick(visitor, name, data, kind=""):
    file = {"name": name, "mimeType": kind, "buffer": data}
    visitor.page.locator(CONTACTS).set_input_files(file)


def unfold(visitor, words):
    """Open what stands behind a line; its button's name has the line's title too."""
    visitor.page.locator("button", has_text=words).locator("visible=true").click()


def take(visitor, count):
    visitor.press(say("forms.contacts.take", n=count))
    visitor.wait_for(say("forms.contacts.added", n=count))


def check(visitor, size):
    """No barrier, no sideways scrolling, nothing too small to press."""
    found = Axe().run(visitor.page, context=".sh-page").response["violations"]
    assert [(rule["id"], rule["nodes"][0]["html"][:200]) for rule in found] == []
    assert visitor.page.evaluate("document.documentElement.scrollWidth") <= SIZES[size][0]
    low = visitor.page.evaluate(
        """() => [...document.querySelectorAll('.shabakati :is(button, select, summary, textarea)')]
        .filter((e) => e.checkVisibility() && e.getBoundingClientRect().height < 43.5)
        .map((e) => e.outerHTML.slice(0, 120))"""
    )
    assert low == []


def test_a_phones_contacts_in_arabic_on_the_phone_itself(visitor, book):
    visitor.open("ar", "phone", STEP)
    pick(visitor, "contacts.vcf", CARDS.encode(), "text/x-vcard")
    visitor.wait_for(say("forms.import.numbers", n=1))
    visitor.wait_for(say("forms.import.repaired", n=1))
    visitor.wait_for(say("forms.import.skipped", n=1))
    check(visitor, "phone")
    unfold(visitor, say("forms.import.repaired_show"))
    visitor.wait_for(DAMAGED)
    country = visitor.page.get_by_label(say("forms.import.country"))
    country.select_option(word(Country.SA))
    visitor.wait_for(say("forms.import.numbers_read"))
    check(visitor, "phone")
    take(visitor, 2)
    assert book.people["name"].tolist() == ["سارة الخطيب", "أحمد العتيبي"]
    assert book.people["phones"].tolist() == [["+966501234567"], ["+966557654321"]]
    assert book.profile.loc[1, "country"] == "sa"

    pick(visitor, "contacts.vcf", CARDS.encode(), "text/x-vcard")
    visitor.wait_for(say("forms.import.nothing_new"))
    visitor.press(say("forms.import.close"))

    unfold(visitor, say("forms.import.paste_open"))
    text = visitor.page.get_by_label(say("forms.import.paste_text"))
    text.fill("ليلى المصري\nعمر حدّاد 0551112222\n")
    check(visitor, "phone")
    visitor.press(say("forms.import.paste_look"))
    take(visitor, 2)
    assert book.people["name"].tolist()[2:] == ["ليلى المصري", "عمر حدّاد"]
    assert book.people["phones"].tolist()[3] == ["+966551112222"]
    assert visitor.errors == []


def test_tables_and_newer_exports_in_english_at_a_desk_by_keyboard(visitor, book):
    page = visitor.page
    visitor.open("en", "desk", STEP)
    pick(visitor, "people.xlsx", sheet())
    column = page.get_by_label("Belongs to", exact=True)
    column.focus()
    page.keyboard.type("Org")
    expect(column).to_have_value("organisation")
    expect(page.get_by_role("cell", name="Atlas").first).to_be_visible()
    expect(column).to_be_focused()
    check(visitor, "desk")
    page.get_by_role("button", name=say("forms.contacts.take", n=2)).focus()
    page.keyboard.press("Enter")
    visitor.wait_for(say("forms.contacts.added", n=2))
    expect(page.locator(CONTACTS)).to_be_focused()
    assert book.people["organisation"].tolist() == ["Atlas", "Acme"]
    assert book.people["name"].tolist()[1] == "=1+1 <b>Zaid</b>"

    pick(visitor, "OUTLOOK.CSV", OUTLOOK)
    visitor.wait_for("عمر حدّاد")
    take(visitor, 1)
    assert book.people["organisation"].tolist()[2] == "بنك النيل"

    pick(visitor, "Connections.csv", LINKEDIN.format(company="Acme", role="Clerk").encode())
    take(visitor, 2)
    pick(visitor, "Connections.csv", LINKEDIN.format(company="Atlas", role="Head").encode())
    visitor.wait_for(say("forms.import.will_move", n=1))
    visitor.press(say("forms.contacts.update"))
    visitor.wait_for("Clerk · Acme")
    check(visitor, "desk")
    visitor.press(say("forms.import.remind_all", n=1))
    visitor.wait_for(say("forms.import.reminded", n=1))
    assert (
        book.actions["person"].tolist()
        == book.people.index[book.people["name"] == "Lina Saleh"].tolist()
    )
    assert visitor.errors == []
