"""Google Contacts as CSV, of both generations."""

import pytest

from tabled import checked, csv_text, every_text, one, read_table

OLD = [
    "Name",
    "Given Name",
    "Additional Name",
    "Family Name",
    "Yomi Name",
    "Given Name Yomi",
    "Additional Name Yomi",
    "Family Name Yomi",
    "Name Prefix",
    "Name Suffix",
    "Initials",
    "Nickname",
    "Short Name",
    "Maiden Name",
    "Birthday",
    "Gender",
    "Location",
    "Billing Information",
    "Directory Server",
    "Mileage",
    "Occupation",
    "Hobby",
    "Sensitivity",
    "Priority",
    "Subject",
    "Notes",
    "Language",
    "Photo",
    "Group Membership",
    "E-mail 1 - Type",
    "E-mail 1 - Value",
    "E-mail 2 - Type",
    "E-mail 2 - Value",
    "Phone 1 - Type",
    "Phone 1 - Value",
    "Phone 2 - Type",
    "Phone 2 - Value",
    "Address 1 - Type",
    "Address 1 - Formatted",
    "Address 1 - Street",
    "Address 1 - City",
    "Organization 1 - Type",
    "Organization 1 - Name",
    "Organization 1 - Yomi Name",
    "Organization 1 - Title",
    "Organization 1 - Department",
    "Relation 1 - Type",
    "Relation 1 - Value",
    "Website 1 - Type",
    "Website 1 - Value",
    "Event 1 - Type",
    "Event 1 - Value",
    "Custom Field 1 - Type",
    "Custom Field 1 - Value",
]
NEW = [
    "First Name",
    "Middle Name",
    "Last Name",
    "Phonetic First Name",
    "Phonetic Middle Name",
    "Phonetic Last Name",
    "Name Prefix",
    "Name Suffix",
    "Nickname",
    "File As",
    "Organization Name",
    "Organization Title",
    "Organization Department",
    "Birthday",
    "Notes",
    "Photo",
    "Labels",
    "E-mail 1 - Label",
    "E-mail 1 - Value",
    "Phone 1 - Label",
    "Phone 1 - Value",
]


def google(header, *people, **told):
    """Reads people given as heading to cell."""
    rows = [[person.get(heading, "") for heading in header] for person in people]
    return read_table(header, *rows, **told)


def reasons(intake):
    return [reason.removeprefix("intake.left_out.") for reason in intake.left_out["reason"]]


def test_a_person_of_the_older_headings_is_whole():
    intake = google(
        OLD,
        {
            "Name": "Dr. Sara Ali",
            "Given Name": "Sara",
            "Family Name": "Ali",
            "Name Prefix": "Dr.",
            "Nickname": "Susu",
            "Birthday": "--02-10",
            "Notes": "Met in Amman\nlikes maps",
            "Group Membership": "* myContacts ::: Work ::: * starred ::: عائلة",
            "E-mail 1 - Type": "* Work",
            "E-mail 1 - Value": "Sara@Example.org ::: s@example.org",
            "Phone 1 - Type": "جوال",
            "Phone 1 - Value": "٠٥٠١٢٣٤٥٦٧",
            "Phone 2 - Type": "Home",
            "Phone 2 - Value": "+962 6 460 0102 ::: +962 6 460 0103",
            "Address 1 - Type": "Home",
            "Address 1 - Formatted": "1 Rainbow St\nAmman",
            "Address 1 - City": "Amman",
            "Organization 1 - Name": "Nile",
            "Organization 1 - Title": "Head",
            "Organization 1 - Department": "Sales",
            "Relation 1 - Type": "Spouse",
            "Relation 1 - Value": "Omar",
            "Website 1 - Type": "Profile",
            "Website 1 - Value": "linkedin.com/in/Sara-Ali",
            "Event 1 - Type": "Anniversary",
            "Event 1 - Value": "2015-06-01",
            "Custom Field 1 - Type": "Desk",
            "Custom Field 1 - Value": "B12",
        },
        country="sa",
    )
    row = one(intake)
    assert row["name"] == "Dr. Sara Ali"
    assert row["other_names"] == ["Susu"]
    assert row["birthday"] == "--02-10"
    assert row["tags"] == ["Work", "starred", "عائلة"]
    assert row["emails"] == ["Sara@example.org", "s@example.org"]
    assert row["phones"] == ["+966501234567", "+96264600102", "+96264600103"]
    assert row["labels"] == [
        "Work: Sara@example.org",
        "Work: s@example.org",
        "جوال: +966501234567",
        "Home: +96264600102",
        "Home: +96264600103",
        "Profile: https://www.linkedin.com/in/sara-ali",
    ]
    assert (row["organisation"], row["role"], row["city"]) == ("Nile", "Head", "Amman")
    assert row["url"] == "https://www.linkedin.com/in/sara-ali"
    assert row["source"] == "google"
    for kept in (
        "Met in Amman\nlikes maps",
        "department: Sales",
        "Spouse: Omar",
        "Anniversary: 2015-06-01",
        "Desk: B12",
        "Home: 1 Rainbow St",
    ):
        assert kept in row["notes"]


def test_a_person_of_the_newer_headings_is_whole():
    intake = google(
        NEW,
        {
            "First Name": "سارة",
            "Middle Name": "محمد",
            "Last Name": "العلي",
            "Phonetic First Name": "Sara",
            "Phonetic Last Name": "Al Ali",
            "Name Suffix": "PhD",
            "Organization Name": "النور",
            "Organization Title": "مديرة",
            "Organization Department": "المبيعات",
            "Birthday": "1990-02-10",
            "Photo": "https://lh3.googleusercontent.com/x",
            "Labels": "Alumni ::: * myContacts",
            "E-mail 1 - Label": "* Other",
            "E-mail 1 - Value": "sara@example.org",
            "Phone 1 - Label": "Mobile",
            "Phone 1 - Value": "+966 50 123 4567",
        },
    )
    row = one(intake)
    assert row["name"] == "سارة محمد العلي, PhD"
    assert row["other_names"] == ["Sara Al Ali"]
    assert (row["organisation"], row["role"]) == ("النور", "مديرة")
    assert row["birthday"] == "1990-02-10"
    assert row["tags"] == ["Alumni"]
    assert row["labels"] == ["Other: sara@example.org", "Mobile: +966501234567"]
    assert row["notes"] == "Organization Department: المبيعات"
    assert intake.skipped.values.tolist() == [["contacts.csv", "intake.skipped.pictures", 1]]


def test_the_order_of_a_name_filed_differently_is_no_other_name():
    row = one(google(NEW, {"First Name": "Sara", "Last Name": "Ali", "File As": "Ali, Sara"}))
    assert row["other_names"] == []


def test_who_has_no_name_is_called_by_organisation_or_address():
    intake = google(
        NEW,
        {"Organization Name": "Nile"},
        {"E-mail 1 - Value": "info@example.org"},
        {"Phone 1 - Value": "+966501234567"},
    )
    assert intake.people["name"].tolist() == ["Nile", "info@example.org"]
    assert reasons(intake) == ["no_name"]
    assert "+966501234567" in intake.left_out["text"][0]


def test_a_person_twice_in_a_file_is_taken_once():
    sara = {"First Name": "Sara", "Phone 1 - Value": "+966501234567"}
    intake = google(NEW, sara, sara)
    assert len(intake.people) == 1
    assert reasons(intake) == ["repeated"]


def test_as_many_numbered_columns_are_read_as_there_are():
    header = [*NEW, *(f"Phone {n} - {part}" for n in range(2, 13) for part in ("Label", "Value"))]
    numbers = {f"Phone {n} - Value": f"+9665012345{n:02d}" for n in range(1, 13)}
    row = one(google(header, {"First Name": "Sara"} | numbers))
    assert row["phones"] == list(numbers.values())


@pytest.mark.parametrize(
    ("encoding", "delimiter", "end"),
    [
        ("utf-8-sig", ",", "\r\n"),
        ("utf-16", "\t", "\n"),
        ("cp1256", ";", "\r\n"),
        ("utf-8", ",", "\r"),
    ],
)
def test_a_file_saved_again_by_another_program_is_read(encoding, delimiter, end):
    rows = [["سارة العلي" if heading == "First Name" else "" for heading in NEW]]
    rows += [["خالد حسن" if heading == "First Name" else "" for heading in NEW]]
    text = csv_text(NEW, *rows, delimiter=delimiter).replace("\n", end)
    names = checked(text.encode(encoding)).people["name"].tolist()
    assert names == ["سارة العلي", "خالد حسن"]


def test_html_formulas_and_broken_quotes_stay_text():
    intake = google(
        NEW,
        {"First Name": "<b>Sara</b>", "Notes": "=1+1"},
        {"First Name": "=HYPERLINK(1)", "Last Name": 'O"Neill', "Notes": "a\n\nb"},
    )
    assert intake.people["name"].tolist() == ["<b>Sara</b>", '=HYPERLINK(1) O"Neill']
    assert intake.people["notes"].tolist() == ["=1+1", "a\n\nb"]


def test_a_header_without_a_person_is_read_and_empty():
    assert google(OLD).people.empty


def test_progress_is_told_while_people_are_read_and_may_stop_it():
    told = []
    people = [{"First Name": f"Sara {n}"} for n in range(2_000)]
    google(NEW, *people, progress=lambda done, total: told.append(done))
    assert told == sorted(told)
    assert len(set(told)) > 5

    def stop(done, total):
        if done > total / 2:
            raise InterruptedError

    with pytest.raises(InterruptedError):
        google(NEW, *people, progress=stop)


def test_nothing_of_a_column_that_is_not_known_is_lost():
    header = [*NEW, "Favourite map", "Jot 1 - Value"]
    row = one(google(header, {"First Name": "Sara", "Favourite map": "Fez", "Jot 1 - Value": "x1"}))
    assert "Favourite map: Fez" in every_text(row)
    assert "x1" in every_text(row)
