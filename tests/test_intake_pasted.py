"""Text pasted from anywhere: lists, chats, receivers of an e-mail; and prose: nobody."""

import contextlib
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shabakati.errors import SourceError
from shabakati.intake import read_contacts, read_pasted
from tabled import every_text, one
from test_intake_connections import check_counts, check_schema

SAUDI = "sa"


def pasted(text, country=SAUDI):
    intake = read_pasted(text, country)
    check_schema(intake)
    check_counts(intake)
    return intake


def reasons(intake):
    return [reason.removeprefix("intake.left_out.") for reason in intake.left_out["reason"]]


@pytest.mark.parametrize(
    ("text", "name", "organisation", "role"),
    [
        ("سارة العلي - النور - 0501234567", "سارة العلي", "النور", ""),
        ("• سارة العلي – النور", "سارة العلي", "النور", ""),
        ("1. سارة العلي، مديرة التسويق، شركة النور", "سارة العلي", "شركة النور", "مديرة التسويق"),
        ("٢- سارة العلي مديرة في شركة النور", "سارة العلي", "شركة النور", "مديرة"),
        ("سارة العلي (النور) 0501234567", "سارة العلي", "النور", ""),
        ("الاسم: سارة العلي، الشركة: النور", "سارة العلي", "النور", ""),
        ("Sara Ali, Manager at Nile", "Sara Ali", "Nile", "Manager"),
        ("- Sara Ali, Senior Engineer at Nile Group", "Sara Ali", "Nile Group", "Senior Engineer"),
        ("3) Sara Ali | Nile | +966 50 123 4567", "Sara Ali", "Nile", ""),
        ("Dr. Sara Al-Ali; Head of Sales; Nile", "Dr. Sara Al-Ali", "Nile", "Head of Sales"),
        ("Sara Ali", "Sara Ali", "", ""),
        ("sara 0501234567", "sara", "", ""),
        ("* [ ] Sara O'Neill - CEO", "Sara O'Neill", "", "CEO"),
        ("[12/05/2024, 10:22] Omar: Sara Ali 0501234567", "Sara Ali", "", ""),
    ],
)
def test_a_line_is_a_person(text, name, organisation, role):
    row = one(pasted(text))
    assert (row["name"], row["organisation"], row["role"]) == (name, organisation, role)
    assert row["source"] == "pasted"


def test_numbers_addresses_and_pages_are_found_wherever_they_stand():
    text = "Sara Ali جوال: ٠٥٠١٢٣٤٥٦٧ sara@example.org - Nile - www.linkedin.com/in/Sara 2019-05-12"
    row = one(pasted(text))
    assert row["phones"] == ["+966501234567"]
    assert row["labels"] == ["جوال: +966501234567"]
    assert row["emails"] == ["sara@example.org"]
    assert row["url"] == "https://www.linkedin.com/in/sara"
    assert row["organisation"] == "Nile"
    assert "2019-05-12" in row["notes"]


def test_receivers_of_an_email_are_people():
    text = 'To: Sara Ali <sara@example.org>, "Omar" <o@example.org>; k@example.org <k@example.org>'
    intake = pasted(text)
    assert intake.people["name"].tolist() == ["Sara Ali", "Omar", "k@example.org"]
    assert intake.people["emails"].str[0].tolist() == re.findall(r"(?<=<)[^>]*", text)
    filed = pasted('"Saleh, Omar" <o@example.org>, "Noor; Lina" <l@example.org>')
    assert filed.people["name"].tolist() == ["Omar Saleh", "Lina Noor"]
    bare = pasted("Cc: a@example.org, b@example.org")
    assert bare.people["name"].tolist() == ["a@example.org", "b@example.org"]


@pytest.mark.parametrize("you", ["You", "أنت"])
def test_members_of_a_chat_are_people_but_you(you):
    intake = pasted(f"+966 50 123 4567, سارة, Omar Saleh, +966 50 123 4568, {you}")
    assert intake.people["name"].tolist() == ["سارة", "Omar Saleh"]
    assert reasons(intake) == ["no_name", "no_name", "nobody"]
    assert intake.counts.values.tolist() == [["", 5, 2, 3]]


def test_names_between_commas_are_people_and_words_about_one_are_not():
    assert len(pasted("سارة العلي، عمر صالح، لينا نور").people) == 3
    assert len(pasted("سارة العلي، مديرة المبيعات، بنك النور").people) == 1


def test_cells_copied_from_a_sheet_are_a_table():
    intake = pasted("الاسم\tالجوال\tالشركة\nسارة\t501234567\tالنور\nعمر\t501234568\tالأفق\n")
    assert intake.people["phones"].tolist() == [["+966501234567"], ["+966501234568"]]
    assert intake.proposal["field"].tolist() == ["name", "phone", "organisation"]
    bare = pasted("سارة العلي\tالنور\t0501234567\nعمر صالح\tالأفق\t0501234568\n")
    assert bare.people["name"].tolist() == ["سارة العلي", "عمر صالح"]


def test_lines_of_one_shape_are_people_and_no_table_of_unknown_things():
    text = "Sara, Manager, Nile\nOmar, Engineer, Atlas\nLina, Head, Delta"
    for intake in (pasted(text), read_contacts(text.encode())):
        assert intake.people["role"].tolist() == ["Manager", "Engineer", "Head"]
    unknown = pasted("k1,x1,?\nk2,x2,?\nk3,x3,?")
    assert unknown.people.empty
    assert len(unknown.proposal) == 3


PROSE = [
    "Dear all, please come to the meeting tomorrow, in room 5. We will talk about the plan.",
    "Hello, world",
    "It was a bright cold day in April, and the clocks were striking thirteen.",
    "وصلنا اليوم إلى المدينة، وكان الجو جميلا جدا.",
    "السلام عليكم ورحمة الله، كيف الحال؟",
    "يمكن لأي شخص أن يتواصل معنا عبر الموقع في أي وقت من أوقات العمل، وسنرد على رسالته قريبا.",
    "def read(x): return x",
    "Total: 15",
]


@pytest.mark.parametrize("text", PROSE)
def test_prose_names_nobody(text):
    intake = pasted(text)
    assert intake.people.empty
    assert set(reasons(intake)) == {"sentence"}
    assert intake.left_out["text"].tolist() == [text]


@pytest.mark.parametrize(
    "text", [*PROSE, "\n".join(PROSE), "aaaaaaaaa", "Sara", "BEGIN:VEVENT\nEND:VEVENT"]
)
def test_a_file_without_people_is_refused(text):
    with pytest.raises(SourceError) as refused:
        read_contacts(text.encode(), "notes.txt")
    assert refused.value.key == "intake.nothing_known"


def test_a_page_or_a_program_with_addresses_in_it_is_no_list_of_people():
    page = "<html>\n<p>Write to us:</p>\n<a href='mailto:a@example.org'>Us</a>\n</html>\n" * 3
    program = "import os\nx = 1\ny = 2\n# by Sara Ali <sara@example.org>\nprint(x)\nprint(y)\n"
    for text in (page, program):
        with pytest.raises(SourceError):
            read_contacts(text.encode())


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1256"])
def test_a_file_with_a_person_a_line_is_read(encoding):
    text = "سارة العلي - النور - 0501234567\r\n\r\nعمر صالح - بنك الأفق\r\nمن الاجتماع في عمان\r\n"
    intake = read_contacts(text.encode(encoding), "x.txt", country=SAUDI)
    assert intake.people["name"].tolist() == ["سارة العلي", "عمر صالح"]
    assert intake.left_out.values.tolist() == [
        ["x.txt", 4, "intake.left_out.sentence", "من الاجتماع في عمان"]
    ]


def test_a_list_of_names_is_read():
    assert len(read_contacts("سارة العلي\nعمر صالح\nOmar Saleh\n".encode()).people) == 3


def test_the_same_line_twice_is_one_person():
    assert reasons(pasted("Sara Ali - Nile\nSara  Ali - Nile")) == ["repeated"]


def test_nothing_pasted_is_an_error_of_ours():
    with pytest.raises(SourceError) as refused:
        read_pasted(" \n")
    assert refused.value.key == "intake.empty"


def test_html_and_formulas_stay_text():
    row = one(pasted("Sara Ali - <b>Nile</b> - =1+1 - s@example.org"))
    assert "Nile" in row["organisation"]
    assert "=1+1" in row["notes"]


words = st.sampled_from(
    ["Sara", "Ali", "سارة", "العلي", "Manager", "at", "في", "Nile", ",", "-", "|"]
)
points = st.sampled_from(["+966501234567", "0112345678", "s@example.org", "x@example.com"])


@given(st.lists(st.lists(words | points, min_size=1, max_size=9), min_size=1, max_size=5))
def test_every_number_address_and_word_comes_out_somewhere(lines):
    text = "\n".join(" ".join(line) for line in lines)
    intake = pasted(text)
    out = "\n".join(map(every_text, intake.people.to_dict("records")))
    out += "\n".join(intake.left_out["text"])
    out += out.replace("+966112345678", "0112345678")
    wanted = {word for line in lines for word in line if word not in (",", "-", "|", "at", "في")}
    assert {word for word in wanted if word not in out} == set()


@given(st.text(max_size=300))
def test_any_text_is_read_and_counted_or_refused(text):
    with contextlib.suppress(SourceError):
        pasted(text)
    with contextlib.suppress(SourceError):
        check_counts(read_contacts(text.encode()))


LONG = [
    *(sign * 20_000 for sign in 'a<"('),
    *(piece * 6_000 for piece in ("1 ", "a,", "a@", "+1-", "www.", "a: ", "سارة ", "[ ] ", "a - ")),
    "a.b" * 6_000 + "@",
]


@pytest.mark.parametrize("line", LONG, ids=lambda line: line[:4])
def test_no_line_takes_long(line):
    with contextlib.suppress(SourceError):
        check_counts(read_pasted("\n".join([line] * 5)))
