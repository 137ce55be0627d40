"""The report: every step in the reader's language, names as text, the same bytes each time."""

import asyncio
import datetime as dt
import io

import pytest
from pypdf import PdfReader

from shabakati import Workbook, charts, open_workbook, outputs
from shabakati.charts.pictures import svg
from shabakati.forms.slow_download import SlowDownload
from shabakati.forms.take import make_report
from shabakati.language import say, use

TODAY = dt.date(2026, 11, 23)
HOSTILE = ['#eval("1")', "$x$ *b* _i_ `c`", "<script>alert(1)</script>", "@ref <label>", "\\u{41}"]


def silent(done, total):
    pass


def pages(data):
    return PdfReader(io.BytesIO(data))


def text_of(data):
    return "\n".join(page.extract_text() for page in pages(data).pages)


def test_the_report_speaks_english_tells_every_step_and_says_what_it_is_not():
    use("en")
    with open_workbook("demo", "en") as demo:
        data = make_report(demo.to_bytes(), silent, TODAY)
        told = " ".join(text_of(data).split())
    for section in ("goals", "people", "places", "types", "map", "exchanges", "warm"):
        assert say(f"outputs.report.section.{section}") in told
    assert say("outputs.report.no_promise") in told
    assert say("forms.measures.constraint") in told
    assert "23 November 2026" in told
    found = pages(data)
    assert 4 <= len(found.pages) <= 14
    width, height = found.pages[0].mediabox[2:]
    assert (round(float(width)), round(float(height))) == (595, 842)  # A4 in points


def test_the_arabic_report_has_its_font_inside_its_language_and_its_tags():
    with open_workbook("demo", "ar") as demo:
        found = pages(make_report(demo.to_bytes(), silent, TODAY))
    root = found.trailer["/Root"]
    assert root["/Lang"] == "ar"
    assert root["/MarkInfo"]["/Marked"]
    fonts = {str(font) for page in found.pages for font in page["/Resources"]["/Font"].values()}
    assert fonts
    assert any("\u0600" <= letter <= "\u06ff" for letter in found.pages[0].extract_text())


def test_the_same_book_gives_the_same_bytes():
    with open_workbook("demo") as demo:
        data = demo.to_bytes()
    assert make_report(data, silent, TODAY) == make_report(data, silent, TODAY)


@pytest.mark.parametrize("name", HOSTILE)
def test_names_are_text_and_never_markup(name):
    use("en")
    with Workbook.in_memory() as book:
        book.change("profile", 1, name=name)
        book.add("people", name=name, relation="friend", closeness="close", organisation=name)
        book.add("actions", text=name, person=1, due=TODAY)
        told = text_of(outputs.report(book, {}, TODAY))
    squeezed = "".join(told.split())
    assert squeezed.count("".join(name.split())) >= 2


@pytest.mark.parametrize("language", ["ar", "en"])
def test_an_empty_book_has_a_report_too(language):
    use(language)
    with Workbook.in_memory() as book:
        data = make_report(book.to_bytes(), silent, TODAY)
    assert len(pages(data).pages) >= 1


def test_pictures_keep_arabic_as_text_and_every_line_in_its_own_place():
    use("ar")
    with open_workbook("demo", "ar") as demo:
        drawn = svg(charts.map(demo.people, demo.ties))
    assert "<tspan" not in drawn
    assert ">22</text>" in drawn
    assert "IBM Plex Sans Arabic" in drawn


def test_progress_is_told_and_whoever_stops_gets_no_file():
    sent = []

    def work(read, progress):
        for done in range(3):
            progress(done, 3)
        return "a.pdf", read

    button = SlowDownload("report", lambda: b"data", work)
    button.send = lambda message, buffers=None: sent.append((message["kind"], buffers))
    button._heard(button, {"kind": "make"}, [])
    assert sent[-1] == ("piece", [b"data"])

    async def stopped():
        button._heard(button, {"kind": "make"}, [])
        button._heard(button, {"kind": "stop"}, [])
        sent.clear()
        await asyncio.sleep(0.2)

    asyncio.run(stopped())
    assert ("piece", [b"data"]) not in sent
    button.close()
