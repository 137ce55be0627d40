"""Which properties there are, and which of them say nothing of a person."""

from __future__ import annotations

import re

# RFC 2426, 6350, 6474 and 6715, versec's vCard 2.1, and what phones add without an X.
_STANDARD_WORDS = (
    "ADR AGENT ANNIVERSARY BDAY BEGIN BIRTHPLACE CALADRURI CALURI CATEGORIES CLASS CLIENTPIDMAP "
    "DEATHDATE DEATHPLACE EMAIL END EXPERTISE FBURL FN GENDER GEO HOBBY IMPP INTEREST KEY KIND "
    "LABEL LANG LANGUAGE LOGO MAILER MEMBER N NAME NICKNAME NOTE ORG ORG-DIRECTORY PHOTO PRODID "
    "PROFILE RELATED REV ROLE SORT-STRING SOUND SOURCE TEL TITLE TZ UID URL VERSION XML "
    "SOCIALPROFILE PRONOUNS GRAMGENDER CREATED CONTACT-URI"
)
_STANDARD = frozenset(_STANDARD_WORDS.split())

BINARY = {
    "PHOTO": "intake.skipped.photo",
    "LOGO": "intake.skipped.photo",
    "X-MS-CARDPICTURE": "intake.skipped.photo",
    "X-SHARED-PHOTO-DISPLAY-PREF": "intake.skipped.photo",
    "SOUND": "intake.skipped.sound",
    "KEY": "intake.skipped.key",
}

_NOISE_WORDS = (
    "BEGIN END VERSION PRODID REV PROFILE CLASS CLIENTPIDMAP CREATED GENDER GEO GRAMGENDER KIND "
    "LANG LANGUAGE MAILER NAME SOURCE TZ XML X-GENDER X-CLASS X-ABLABEL X-ABADR X-ABSHOWAS "
    "X-ABUID X-ABGUARDIANWHITELISTED X-IMAGEHASH X-IMAGETYPE X-WA-LID X-MMS X-GROUPING "
    "X-GROUP-MEMBERSHIP X-ADDRESSBOOKSERVER-KIND X-CREATION-TIME X-LAST-CALL-TIMESTAMP "
    "X-TIMES_CONTACTED X-TIMES-CONTACTED X-PHOENIX X-ACCOUNT X-SYNCID X-ANDROID-CUSTOM"
)
_NOISE = frozenset(_NOISE_WORDS.split())
_NOISY = re.compile(
    r"X-(?:EVOLUTION|MOZILLA|KADDRESSBOOK|SOGO|THUNDERBIRD|SHARED-PHOTO|SENSITIVITY|MS-OL-DE"
    r"|WAB-|OLD-UID|CRYPTO|FUNAMBOL|MICROSOFT-|SYNCEVOLUTION|DAVDROID|RADICALE|VCARD-)"
)
_MACHINE = re.compile(
    r"true|false|yes|no|[\W\d_]*|(?:urn:\w+:)?[0-9a-f]{8}-[0-9a-f-]{20,}|[0-9a-f]{12,}"
    r"|\d{4}-?\d\d-?\d\d(?:t[\d:.]*z?)?",
    re.IGNORECASE,
)
_LONG_WORD = 60  # characters of a value without a space, beyond which it is code, unless a page


def is_known(name: str, written: bytes) -> bool:
    """Whether a word before a colon is a property, not the text of a note that goes on."""
    return name in _STANDARD or name.startswith("X-") or (len(name) > 1 and written.isupper())


def is_worth_keeping(name: str, value: str) -> bool:
    """Whether the value of a property with no place of its own tells a reader something."""
    if name in _NOISE or _NOISY.match(name):
        return False
    word = value.strip()
    if _MACHINE.fullmatch(word[:100]):
        return False
    return len(word) <= _LONG_WORD or " " in word or word.startswith(("http:", "https:"))
