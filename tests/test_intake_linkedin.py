"""The other files of LinkedIn's archive."""

import datetime as dt
from dataclasses import fields

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shabakati import Workbook
from shabakati.intake import add_to_book, read_contacts
from test_intake_archive import zipped
from test_intake_connections import check_counts, check_schema

IN = "https://www.linkedin.com/in/"
CONNECTIONS = f"""First Name,Last Name,URL,Email Address,Company,Position,Connected On
Sara,Haddad,{IN}sara,,Nile,Head,08 Feb 2026
Omar,"Saleh, PhD",{IN}omar,,Atlas,Engineer,07 Feb 2026
Omar,Saleh,{IN}omar-2,,Nile,Engineer,06 Feb 2026
محمد,علي,{IN}%D9%85%D8%AD%D9%85%D8%AF,,النور,مدير,05 Feb 2026
"""
MESSAGES = (
    "CONVERSATION ID,CONVERSATION TITLE,FROM,SENDER PROFILE URL,TO,RECIPIENT PROFILE URLS,"
    "DATE,SUBJECT,CONTENT,FOLDER"
)
DRAFTS = f"{MESSAGES},ATTACHMENTS,IS MESSAGE DRAFT,IS CONVERSATION DRAFT"
BEFORE_2023 = MESSAGES.replace("RECIPIENT PROFILE URLS,", "")
SECRET = "Confidential-7731"
ME, SARA = f"Noor Aziz,{IN}noor", f"Sara Haddad,{IN}sara"
MOHAMMAD = f"محمد علي,{IN}%D9%85%D8%AD%D9%85%D8%AF"
STRANGER = f"Some One,{IN}some-one"


def message(sender, receiver, day, more="INBOX"):
    return f'1,,{sender},{receiver},{day} 14:03:22 UTC,{SECRET},"{SECRET}, and\n{SECRET}",{more}'


def read(**files):
    files.setdefault("Connections", CONNECTIONS)
    return read_contacts(zipped(*((f"{name}.csv", text) for name, text in files.items())))


def touches(intake):
    return [
        (intake.people["name"][person], on.isoformat(), kind, direction)
        for person, on, kind, direction, _ in intake.exchanges.itertuples(index=False)
    ]


def reasons(intake):
    return [reason.removeprefix("intake.left_out.") for reason in intake.left_out["reason"]]


def every_cell(intake):
    return " ".join(getattr(intake, frame.name).to_csv() for frame in fields(intake))


def test_messages_of_one_day_are_one_exchange_with_its_direction():
    rows = [
        message(SARA, ME, "2025-06-01"),
        message(SARA, ME, "2025-06-01"),
        message(ME, SARA, "2025-06-01"),
        message(ME, SARA, "2025-06-02"),
        message(MOHAMMAD, ME, "2025-06-02"),
    ]
    intake = read(messages="\n".join([MESSAGES, *rows]))
    assert touches(intake) == [
        ("Sara Haddad", "2025-06-01", "wrote", "both"),
        ("Sara Haddad", "2025-06-02", "wrote", "given"),
        ("محمد علي", "2025-06-02", "wrote", "received"),
    ]
    assert intake.left_out.empty


def test_no_word_of_a_message_is_kept_anywhere():
    rows = [
        message(SARA, ME, "2025-06-01"),
        message(STRANGER, ME, "2025-06-01"),
        message(SARA, ME, "no day"),
        f"1,{SECRET}",
        f'1,,{SARA},{ME},2025-06-01 10:00:00 UTC,"{SECRET},{SECRET}\n{SECRET}\n{SECRET},a,b,c',
    ]
    intake = read(messages="\n".join([MESSAGES, *rows]))
    assert SECRET not in every_cell(intake)
    assert intake.left_out["text"].tolist()[0] == "Some One"
    check_counts(intake)
    with Workbook.in_memory() as book:
        add_to_book(book, intake)
        assert len(book.exchanges)
        assert SECRET.encode() not in book.to_bytes()


def test_every_version_of_the_messages_is_read():
    no_urls = "1,,Sara Haddad,https://x.y/in/z,Noor Aziz,2025-06-01 14:03:22 UTC,s,c,INBOX"
    versions = {
        MESSAGES: message(SARA, ME, "2025-06-01"),
        DRAFTS: message(SARA, ME, "2025-06-01", "INBOX,,No,No"),
        BEFORE_2023: no_urls.replace("https://x.y/in/z", f"{IN}sara"),
        MESSAGES.replace(",", '","').join('""'): f'"1","","Sara Haddad","{IN}sara","Noor Aziz",'
        f'"{IN}noor","2025-06-01 14:03:22 UTC","s","c, d","INBOX"',
    }
    for header, row in versions.items():
        intake = read(messages=f"{header}\n{row}")
        assert touches(intake) == [("Sara Haddad", "2025-06-01", "wrote", "received")], header


def test_a_stray_quotation_mark_in_a_message_does_not_hide_its_day():
    stray = f'1,,{SARA},{ME},2025-06-01 14:03:22 UTC,,"{SECRET} "a", b\n{SECRET}",INBOX'
    rows = [stray, message(MOHAMMAD, ME, "2025-06-02")]
    intake = read(messages="\n".join([MESSAGES, *rows]))
    assert [touch[:2] for touch in touches(intake)] == [
        ("Sara Haddad", "2025-06-01"),
        ("محمد علي", "2025-06-02"),
    ]
    assert SECRET not in every_cell(intake)


def test_drafts_and_messages_of_strangers_are_left_out():
    rows = [
        message(ME, SARA, "2025-06-01", "INBOX,,Yes,No"),
        message(STRANGER, ME, "2025-06-01", "INBOX,,No,No"),
        message(ME, STRANGER, "2025-06-01", "INBOX,,No,No"),
    ]
    intake = read(messages="\n".join([DRAFTS, *rows]))
    assert reasons(intake) == ["draft", "not_a_connection", "not_a_connection"]
    assert intake.exchanges.empty


def test_a_message_to_several_is_one_exchange_with_each_connection():
    everyone = f'"Sara Haddad, محمد علي, Some One","{IN}sara,{IN}محمد,{IN}some-one"'
    rows = [message(ME, everyone, "2025-06-01"), message(ME, SARA, "2025-06-09")]
    assert touches(read(messages="\n".join([MESSAGES, *rows])))[:2] == [
        ("Sara Haddad", "2025-06-01", "wrote", "given"),
        ("محمد علي", "2025-06-01", "wrote", "given"),
    ]


def test_a_strangers_message_to_a_group_is_not_taken_for_mine():
    group = f'"Noor Aziz, Sara Haddad","{IN}noor,{IN}sara"'
    rows = [message(STRANGER, group, "2025-06-01"), message(ME, SARA, "2025-06-02")]
    intake = read(messages="\n".join([MESSAGES, *rows]))
    assert touches(intake) == [("Sara Haddad", "2025-06-02", "wrote", "given")]
    assert reasons(intake) == ["not_a_connection"]


def test_my_messages_are_mine_under_an_older_address_too():
    rows = [
        message(ME, SARA, "2025-06-01"),
        message(SARA, ME, "2025-06-02"),
        message(ME.replace("in/noor", "in/noor-99"), SARA, "2025-06-03"),
    ]
    assert [touch[3] for touch in touches(read(messages="\n".join([MESSAGES, *rows])))] == [
        "given",
        "received",
        "given",
    ]


def test_messages_alone_say_that_the_connections_are_missing():
    intake = read_contacts(f"{MESSAGES}\n{message(SARA, ME, '2025-06-01')}".encode())
    assert reasons(intake) == ["no_connections"]


INVITED = "From,To,Sent At,Message,Direction"


@pytest.mark.parametrize("urls", [True, False])
def test_invitations_say_who_introduced_themselves(urls):
    header = INVITED + (",inviterProfileUrl,inviteeProfileUrl" if urls else "")
    out = f',{IN}noor,{IN}sara"'.strip('"') if urls else ""
    back = f",{IN}%D9%85%D8%AD%D9%85%D8%AF,{IN}noor" if urls else ""
    rows = [
        f'Noor Aziz,Sara Haddad,"1/29/26, 2:37 PM","{SECRET}",OUTGOING{out}',
        f'محمد علي,Noor Aziz,"1/2/26, 2:37 PM","{SECRET}",INCOMING{back}',
    ]
    intake = read(Invitations="\n".join([header, *rows]))
    assert touches(intake) == [
        ("Sara Haddad", "2026-01-29", "connected", "given"),
        ("محمد علي", "2026-01-02", "connected", "received"),
    ]
    assert SECRET not in every_cell(intake)


def test_a_name_that_two_connections_bear_is_nobody_unless_the_address_says_who():
    rows = [
        'Noor Aziz,Omar Saleh,"1/29/26, 2:37 PM",,OUTGOING,,',
        f'Noor Aziz,Omar Saleh,"1/29/26, 2:37 PM",,OUTGOING,,{IN}omar-2',
        f'Noor Aziz,Omar Saleh,"1/29/26, 2:37 PM",,OUTGOING,,{IN}omar-3',
        'Noor Aziz,Sara Haddad,"1/29/26, 2:37 PM",,SIDEWAYS,,',
        "Noor Aziz,Sara Haddad,never,,OUTGOING,,",
    ]
    header = f"{INVITED},inviterProfileUrl,inviteeProfileUrl"
    intake = read(Invitations="\n".join([header, *rows]))
    assert intake.exchanges["person"].tolist() == [2]
    assert reasons(intake) == ["not_a_connection"] * 2 + ["no_direction", "no_date"]


POSITIONS = "Company Name,Title,Description,Location,Started On,Finished On"
EDUCATION = "School Name,Start Date,End Date,Notes,Degree Name,Activities"
PROFILE = (
    "First Name,Last Name,Maiden Name,Address,Birth Date,Headline,Summary,Industry,Zip Code,"
    'Geo Location,Twitter Handles,Websites,Instant Messengers\nNoor,Aziz,,,,"Analyst, writer",,'
    'Banking,,"Riyadh, Saudi Arabia",,,\n'
)


def test_positions_and_education_make_the_profile():
    intake = read(
        Profile=PROFILE,
        Positions=f"{POSITIONS}\nGulf Bank,Analyst,,,Jan 2024,\nNile,Trainee,,,2019,Dec 2023\n"
        "Club,Treasurer,,,Mar 2020,\nNile,Intern,,,2018,2019\nGulf Bank,Junior,,,2023,Dec 2023",
        Education=f"{EDUCATION}\nجامعة القاهرة,2010,2014,,BA,\nجامعة القاهرة,2014,2016,,MA,",
    )
    assert intake.profile.to_dict("records") == [
        {
            "name": "Noor Aziz",
            "organisation": "Gulf Bank",
            "role": "Analyst",
            "field": "Banking",
            "city": "Riyadh",
            "past_organisations": ["Nile"],
            "schools": ["جامعة القاهرة"],
        }
    ]
    assert reasons(intake) == ["other_position"]
    check_counts(intake)


def test_the_headline_is_the_role_where_no_position_is_open():
    intake = read(Profile=PROFILE, Positions=f"{POSITIONS}\nNile,Trainee,,,2019,Dec 2023")
    assert intake.profile["role"][0] == "Analyst, writer"
    assert intake.profile["organisation"][0] == ""


def test_recommendations_and_endorsements_are_help_given_and_received():
    header = "First Name,Last Name,Company,Job Title,Text,Creation Date,Status"
    row = f'Sara,Haddad,Nile,Head,"{SECRET}","01/29/26, 02:37 PM",VISIBLE'
    skills = (
        "Endorsement Date,Skill Name,Endorser First Name,Endorser Last Name,Endorser Public Url,"
        "Endorsement Status\n2024/05/06 10:00:00 UTC,Python,Omar,Saleh,www.linkedin.com/in/omar,OK"
    )
    intake = read(
        Recommendations_Given=f"{header}\n{row}",
        Recommendations_Received=f"{header}\n{row.replace('29', '30')}",
        Endorsement_Received_Info=f"{skills}\n2024/05/06 11:00:00 UTC,SQL,Omar,Saleh,,OK",
    )
    assert touches(intake) == [
        ("Sara Haddad", "2026-01-29", "referred", "given"),
        ("Sara Haddad", "2026-01-30", "referred", "received"),
        ("Omar Saleh, PhD", "2024-05-06", "helped", "received"),
    ]
    assert reasons(intake) == ["not_a_connection"]
    assert SECRET not in every_cell(intake)
    unnamed = read(sheet=f"{header}\n{row}")
    assert reasons(unnamed) == ["no_direction"]


def test_events_are_taken_once():
    header, row = "Event Name,Event Time,Status,External Url", "ملتقى,2025-03-04 10:00,,"
    intake = read(Events="\n".join([header, row, row, "Later,?,,"]))
    assert intake.events.to_dict("records") == [
        {"name": "ملتقى", "on": dt.date(2025, 3, 4)},
        {"name": "Later", "on": None},
    ]
    check_counts(intake)


@pytest.mark.parametrize("text", [PROFILE, f"{POSITIONS}\nNile,,,,2019,", f"{EDUCATION}\nX,,,,,"])
def test_a_single_file_of_the_archive_is_read_by_itself(text):
    intake = read_contacts(text.encode(), "file")
    assert len(intake.profile) == 1
    assert intake.counts["file"].tolist() == ["file"]


cell = st.sampled_from(
    [
        "",
        '"',
        "\n",
        "Sara",
        "Haddad",
        "Sara Haddad",
        f"{IN}sara",
        "Noor Aziz",
        "1/29/26",
        "INCOMING",
    ]
) | st.text(max_size=6)
rows = st.lists(st.lists(cell, max_size=14).map(",".join), max_size=6).map("\n".join)


@given(
    st.sampled_from([MESSAGES, DRAFTS, BEFORE_2023, INVITED, POSITIONS, EDUCATION, PROFILE[:150]]),
    rows,
)
def test_every_row_of_every_file_is_taken_or_left_out(header, text):
    intake = read(other=f"{header}\n{text}")
    check_counts(intake)
    check_schema(intake)
