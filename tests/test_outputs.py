"""Files out: whatever a stranger is called, it leaves as text that other programs read back."""

import datetime as dt
from functools import partial
from io import BytesIO

import icalendar
import openpyxl
import pytest
import vobject
from hypothesis import given, settings
from hypothesis import strategies as st

from shabakati import Workbook, forms, open_workbook, outputs
from shabakati.language import LANGUAGES, say, use
from shabakati.outputs.content_lines import folded
from shabakati.schema import clean_line, clean_text

HOSTILE = [
    '=HYPERLINK("http://evil.example","x")',
    "+1+1",
    "-2+3",
    "@SUM(A1)",
    "\t=1+1",
    "<img src=x onerror=alert(1)>",
    "سارة\u202eevil\u202c",
    "a\r\nEND:VCARD\r\nBEGIN:VCARD\r\nFN:b",
    "x\nBEGIN:VALARM\nACTION:PROCEDURE",
    "semi;colon,comma\\slash:colon",
    "nul\x00bell\x07",
    "عبد الله 🌴 " * 20,
]
TEXTS = st.text(min_size=1, max_size=60).filter(clean_line)


def book_of(*names):
    book = Workbook.in_memory()
    book.change("profile", 1, name="هالة")
    for name in names:
        book.add(
            "people",
            name=name,
            organisation=name,
            notes=name,
            tags=[name],
            other_names=[name],
            phones=["+966501234567"],
            labels=["جوال: +966501234567"],
        )
        book.add("actions", text=name, person=1, due=dt.date(2026, 12, 1))
    return book


def sheets(data):
    return openpyxl.load_workbook(BytesIO(data)).worksheets


def cells(sheet):
    return [cell for row in sheet.iter_rows(min_row=2) for cell in row if cell.value is not None]


@pytest.mark.parametrize("name", HOSTILE)
def test_excel_takes_every_name_as_text(name):
    for sheet in sheets(outputs.excel(book_of(name))):
        assert {cell.data_type for cell in cells(sheet)} <= {"s", "n", "d"}
        assert not any(cell.hyperlink for cell in cells(sheet))
    people = sheets(outputs.excel(book_of(name)))[0]
    assert people["A2"].value == clean_line(name)


@pytest.mark.parametrize("version", ["3.0", "4.0"])
@pytest.mark.parametrize("name", HOSTILE)
def test_another_program_reads_the_card_back_as_it_was(name, version):
    book = book_of(name, "ريم")
    cards = list(vobject.readComponents(outputs.vcard(book.people, version).decode()))
    assert [card.fn.value for card in cards] == [clean_line(name), "ريم"]
    assert cards[0].note.value == clean_text(name).replace("\t", " ")
    assert cards[0].org.value == [clean_line(name)]
    assert [tel.value for tel in cards[0].tel_list] == ["+966501234567"]
    labels = [line.value for line in cards[0].getChildren() if line.name == "X-ABLABEL"]
    assert labels == ["جوال"]


@pytest.mark.parametrize("name", HOSTILE)
def test_a_calendar_reads_the_action_back_as_it_was(name):
    found = icalendar.Calendar.from_ical(outputs.calendar(book_of(name)))
    [event] = found.walk("VEVENT")
    assert event["summary"] == clean_line(name)
    assert [alarm["action"] for alarm in found.walk("VALARM")] == ["DISPLAY"]


@settings(max_examples=40, deadline=None)
@given(st.lists(TEXTS, min_size=1, max_size=4))
def test_any_names_make_as_many_cards_rows_and_events(names):
    book = book_of(*names)
    wanted = [clean_line(name) for name in names]
    cards = vobject.readComponents(outputs.vcard(book.people, "3.0").decode())
    assert [card.fn.value for card in cards] == wanted
    people = sheets(outputs.excel(book))[0]
    assert [people.cell(i + 2, 1).value for i in range(len(names))] == wanted
    events = icalendar.Calendar.from_ical(outputs.calendar(book)).walk("VEVENT")
    assert [str(event["summary"]) for event in events] == wanted


@given(st.text(alphabet=st.characters(exclude_categories=["Cs", "Cc"]), max_size=300))
def test_a_folded_line_is_short_and_comes_back_whole(text):
    lines = folded(text).removesuffix("\r\n").split("\r\n")
    assert all(len(line.encode()) <= 75 for line in lines)
    assert "".join([lines[0], *(line[1:] for line in lines[1:])]) == text


@pytest.mark.parametrize("language", LANGUAGES)
def test_sheets_speak_the_readers_language_and_turn_its_way(language):
    book = open_workbook("demo", language=language)
    try:
        people = sheets(outputs.excel(book))[0]
        assert people.title == say("schema.people")
        assert people["A1"].value == say("schema.people.name")
        assert bool(people.sheet_view.rightToLeft) == (language == "ar")
        assert people.auto_filter.ref.endswith(str(len(book.people) + 1))
        dates = [cell for cell in cells(people) if cell.is_date]
        assert len(dates) == book.people["met_on"].notna().sum()
    finally:
        use("ar")


def test_the_same_book_gives_the_same_bytes():
    book = open_workbook("demo")
    on = dt.date(2026, 11, 23)
    calendar = partial(outputs.calendar, today=on)
    for make in (outputs.excel, calendar, lambda b: outputs.vcard(b.people)):
        assert make(book) == make(book)


def test_what_is_done_or_has_no_day_is_in_no_calendar():
    book = book_of()
    book.add("actions", text="open")
    book.add("actions", text="done", due=dt.date(2026, 1, 1), done_on=dt.date(2026, 1, 1))
    assert b"VEVENT" not in outputs.calendar(book)


def test_every_button_gives_its_file():
    book = open_workbook("demo")
    taken = forms.take(book)
    report, *others = taken.children[1].children
    files = dict(button._make() for button in others)
    name, data = report._work(report._read(), lambda done, total: None)
    files[name] = data
    assert {name.rpartition(".")[2] for name in files} == {"pdf", "xlsx", "vcf", "ics", "zip"}
    assert all(files.values())
    taken.close()
