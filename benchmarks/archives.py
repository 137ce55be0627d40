"""LinkedIn archives of any size, invented from a fixed seed, for benchmarks and tests."""

import csv
import datetime as dt
import random
import zipfile
from io import StringIO
from pathlib import Path
from urllib.parse import quote

SEED = 20261123
NOTES = (
    "Notes:\n"
    '"When exporting your connection data, you may notice that some of the email addresses are '
    "missing. You will only see email addresses for connections who have allowed their connections "
    'to see or download their email address, using this setting, here, and there."\n\n'
)
CONNECTIONS = (
    "First Name",
    "Last Name",
    "URL",
    "Email Address",
    "Company",
    "Position",
    "Connected On",
)
MESSAGES = (
    "CONVERSATION ID",
    "CONVERSATION TITLE",
    "FROM",
    "SENDER PROFILE URL",
    "TO",
    "RECIPIENT PROFILE URLS",
    "DATE",
    "SUBJECT",
    "CONTENT",
    "FOLDER",
)
FIRST = ("محمد", "أحمد", "فاطمة", "مريم", "علي", "سارة", "Omar", "Layla", "Yusuf", "Amina", "Huda")
LAST = (
    "العلي",
    "حسن",
    "منصور",
    "الشمري",
    "Haddad",
    "Mansour",
    "Khoury",
    "Nasser",
    "Saleh",
    "Fares",
)
COMPANIES = ("شركة النور", "جامعة القاهرة", "بنك الخليج", "Acme, Inc", "Nile Systems", "")
ROLES = ("مدير مشاريع", "أستاذ مساعد", "مهندس", "Data Analyst", "Head, Sales", "Engineer", "")
WORDS = (
    "السلام",
    "عليكم",
    "شكرا",
    "على",
    "الرسالة",
    "هل",
    "نلتقي",
    "hello",
    "thanks",
    "for",
    "note",
)
ME = ("Noor Haddad", "https://www.linkedin.com/in/noor-haddad")


def make_archive(path: Path, people: int = 30_000, messages: int = 50_000) -> Path:
    """Write the zip of a member with so many connections and messages, and return its path."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in archive_files(people, messages).items():
            archive.writestr(name, text)
    return path


def archive_files(people: int, messages: int) -> dict[str, str]:
    """The text of each file of the archive, by name."""
    chance = random.Random(SEED)
    rows = [_connection(number, chance) for number in range(people)]
    talked = rows[: max(1, people // 10)]
    return {
        "Connections.csv": NOTES + _csv(CONNECTIONS, rows),
        "messages.csv": _csv(
            MESSAGES,
            [_message(number, chance.choice(talked), chance) for number in range(messages)],
        ),
    }


def _connection(number: int, chance: random.Random) -> list[str]:
    day = dt.date(2010, 1, 1) + dt.timedelta(days=chance.randrange(5_900))
    on = day.strftime("%d %b %Y")
    if number % 500 == 499:
        return ["", "", "", "", "", "", on]
    first, last = chance.choice(FIRST), chance.choice(LAST)
    email = f"p{number}@example.com" if number % 25 == 0 else ""
    url = f"https://www.linkedin.com/in/{quote(first.lower())}-{quote(last.lower())}-{number:06d}"
    return [first, last, url, email, chance.choice(COMPANIES), chance.choice(ROLES), on]


def _message(number: int, person: list[str], chance: random.Random) -> list[str]:
    other = (f"{person[0]} {person[1]}".strip() or "LinkedIn Member", person[2])
    sender, receiver = (ME, other) if chance.random() < 0.5 else (other, ME)
    moment = dt.datetime(2015, 1, 1) + dt.timedelta(minutes=chance.randrange(6_000_000))
    text = " ".join(chance.choices(WORDS, k=chance.randrange(5, 80)))
    if number % 10 == 0:
        text = text.replace(" ", '\n"', 1)
    sent = moment.strftime("%Y-%m-%d %H:%M:%S UTC")
    return [f"2-{number // 5}", "", *sender, *receiver, sent, "", text, "INBOX"]


def _csv(header: tuple[str, ...], rows: list[list[str]]) -> str:
    text = StringIO()
    csv.writer(text, lineterminator="\n").writerows([list(header), *rows])
    return text.getvalue()
