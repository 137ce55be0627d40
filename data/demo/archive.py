"""The LinkedIn archive of the demo, laid out as exports are since 2023."""

from __future__ import annotations

import csv
import datetime as dt
import zipfile
from collections.abc import Iterable, Sequence
from io import BytesIO, StringIO
from typing import Any

from story import read_connections, read_owner, read_table

MADE = (2026, 11, 23, 8, 0, 0)  # the same in every making
PREAMBLE = (
    "Notes:\r\n"
    '"When exporting your connection data, you may notice that some of the email addresses are '
    "missing. You will only see email addresses for connections who have allowed their connections "
    'to see or download their email address using this setting."\r\n\r\n'
)
HIDDEN = ("07 Jun 2026", "30 Mar 2022", "11 Dec 2019")  # profiles of which only the date is told
ME = "https://www.linkedin.com/in/hala-alrefai-shabakati-demo"
STRANGERS = {  # two who wrote and are no connections
    "recruiter": ("Nora Vantongeren", "https://www.linkedin.com/in/nora-v-shabakati-demo"),
    "gone": ("LinkedIn Member", ""),
}


def make_archive() -> bytes:
    """The whole zip; stored, since packed bytes differ from one zlib to another."""
    owner = read_owner()["linkedin"]
    files = {
        "Connections.csv": PREAMBLE + _connections(),
        "messages.csv": _messages(owner),
        "Invitations.csv": _invitations(owner),
        "Positions.csv": _positions(owner),
        "Education.csv": _education(owner),
        "Profile.csv": _profile(owner),
        "Recommendations_Received.csv": _recommendations(owner["recommendations_received"]),
        "Recommendations_Given.csv": _recommendations(owner["recommendations_given"]),
        "Endorsement_Received_Info.csv": _endorsements(owner),
        "Events.csv": _events(),
    }
    data = BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_STORED) as archive:
        for name, text in files.items():
            info = zipfile.ZipInfo(name, MADE)
            info.create_system, info.external_attr = 3, 0o644 << 16
            archive.writestr(info, text.encode())
    return data.getvalue()


def _table(header: str, rows: Iterable[Sequence[Any]]) -> str:
    text = StringIO()
    writer = csv.writer(text)
    writer.writerow(header.split(","))
    writer.writerows(rows)
    return text.getvalue()


def _connections() -> str:
    rows = [
        (
            dt.date.fromisoformat(row["connected_on"]),
            [row["first"], row["last"], row["url"], row["email"], row["company"], row["position"]],
        )
        for row in read_connections().values()
    ]
    rows += [(dt.datetime.strptime(day, "%d %b %Y").date(), [""] * 6) for day in HIDDEN]
    rows.sort(key=lambda row: row[0], reverse=True)
    return _table(
        "First Name,Last Name,URL,Email Address,Company,Position,Connected On",
        ([*cells, f"{day:%d %b %Y}"] for day, cells in rows),
    )


def _known(key: str) -> tuple[str, str]:
    """The name and address of somebody as the archive tells them."""
    if key in STRANGERS:
        return STRANGERS[key]
    row = read_connections()[key]
    return f"{row['first']} {row['last']}", row["url"]


def _messages(owner: dict[str, Any]) -> str:
    me = (f"{owner['first']} {owner['last']}", ME)
    conversations = list(dict.fromkeys(row["with"] for row in read_table("messages")))
    rows = []
    for row in sorted(read_table("messages"), key=lambda row: row["at"], reverse=True):
        them = _known(row["with"])
        sender, receiver = (me, them) if row["from"] == "me" else (them, me)
        number = f"2-demo{conversations.index(row['with']):04d}=="
        sent = f"{row['at']} UTC"
        rows.append([number, "", *sender, *receiver, sent, "", row["text"], "INBOX", "", "No"])
    return _table(
        "CONVERSATION ID,CONVERSATION TITLE,FROM,SENDER PROFILE URL,TO,RECIPIENT PROFILE URLS,"
        "DATE,SUBJECT,CONTENT,FOLDER,ATTACHMENTS,IS MESSAGE DRAFT",
        rows,
    )


def _invitations(owner: dict[str, Any]) -> str:
    me = (f"{owner['first']} {owner['last']}", ME)
    rows = []
    for sent in reversed(owner["invitations"]):
        them = _known(sent["with"])
        one, other = (me, them) if sent["direction"] == "OUTGOING" else (them, me)
        told = [sent["at"], sent["message"], sent["direction"]]
        rows.append([one[0], other[0], *told, one[1], other[1]])
    return _table("From,To,Sent At,Message,Direction,inviterProfileUrl,inviteeProfileUrl", rows)


def _positions(owner: dict[str, Any]) -> str:
    return _table(
        "Company Name,Title,Description,Location,Started On,Finished On",
        (
            [row["company"], row["title"], "", owner["location"], row["started"], row["finished"]]
            for row in owner["positions"]
        ),
    )


def _education(owner: dict[str, Any]) -> str:
    return _table(
        "School Name,Start Date,End Date,Notes,Degree Name,Activities",
        (
            [row["school"], row["started"], row["finished"], "", row["degree"], ""]
            for row in owner["education"]
        ),
    )


def _profile(owner: dict[str, Any]) -> str:
    first, last, headline = owner["first"], owner["last"], owner["headline"]
    told = [owner["summary"], owner["industry"], "", owner["location"], "", "", ""]
    return _table(
        "First Name,Last Name,Maiden Name,Address,Birth Date,Headline,Summary,Industry,Zip Code,"
        "Geo Location,Twitter Handles,Websites,Instant Messengers",
        [[first, last, "", "", "", headline, *told]],
    )


def _recommendations(given: list[dict[str, str]]) -> str:
    people = read_connections()
    rows = []
    for row in given:
        who = people[row["with"]]
        named = [who["first"], who["last"], who["company"], who["position"]]
        rows.append([*named, row["text"], row["at"], "VISIBLE"])
    return _table("First Name,Last Name,Company,Job Title,Text,Creation Date,Status", rows)


def _endorsements(owner: dict[str, Any]) -> str:
    people = read_connections()
    rows = []
    for row in owner["endorsements"]:
        who = people[row["with"]]
        page = who["url"].removeprefix("https://")
        rows.append([row["at"], row["skill"], who["first"], who["last"], page, "ACCEPTED"])
    return _table(
        "Endorsement Date,Skill Name,Endorser First Name,Endorser Last Name,Endorser Public Url,"
        "Endorsement Status",
        rows,
    )


def _events() -> str:
    rows = [
        [event["linkedin"], f"{event['on']:%b %d, %Y} 09:00 AM - {event['on']:%b %d, %Y} 05:00 PM"]
        for event in read_owner()["events"]
        if "linkedin" in event
    ]
    return _table(
        "Event Name,Event Time,Status,External Url", ([*row, "ATTENDING", ""] for row in rows)
    )
