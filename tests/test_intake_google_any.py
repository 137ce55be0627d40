"""Google Contacts as CSV, whatever stands in its cells."""

from hypothesis import given
from hypothesis import strategies as st

from tabled import one, read_table
from test_intake_google import NEW, google

word = st.text("abcdefghij", min_size=1, max_size=6)
label = st.text("ابتثجحخد kls", min_size=1, max_size=8).map(str.strip).filter(bool)
phones = st.lists(st.tuples(label, st.integers(10**7, 10**8 - 1)), max_size=6)
emails = st.lists(st.tuples(label, word), max_size=6)
pages = st.lists(st.tuples(label, word), max_size=4)


@given(phones, emails, pages, st.booleans())
def test_every_number_address_page_and_label_comes_out_again(numbers, addresses, sites, newer):
    kinds = {
        "Phone": [(label, f"+9665{number}") for label, number in numbers],
        "E-mail": [(label, f"{name}@example.org") for label, name in addresses],
        "Website": [(label, f"https://example.org/{name}") for label, name in sites],
    }
    person, part = {"First Name": "Sara"}, "Label"
    header = ["First Name", "Last Name", "Labels"]
    if not newer:
        person, part = {"Given Name": "Sara"}, "Type"
        header = ["Name", "Given Name", "Family Name", "Group Membership"]
    for kind, points in kinds.items():
        for number, (label, value) in enumerate(points, 1):
            header += [f"{kind} {number} - {part}", f"{kind} {number} - Value"]
            person |= {header[-2]: f"* {label}", header[-1]: value}
    row = one(google(header, person))
    assert set(row["phones"]) == {value for _, value in kinds["Phone"]}
    assert set(row["emails"]) == {value for _, value in kinds["E-mail"]}
    assert {row["url"], *row["links"]} - {""} == {value for _, value in kinds["Website"]}
    for points in kinds.values():
        for label, value in points:
            assert f"{' '.join(label.split())}: {value}" in row["labels"]


@given(st.lists(st.lists(st.text(max_size=8), min_size=len(NEW), max_size=len(NEW)), max_size=4))
def test_whatever_stands_in_the_cells_it_is_read_and_counted(rows):
    intake = read_table(NEW, *rows)
    assert len(intake.people) + len(intake.left_out) == intake.counts["read"].sum()
