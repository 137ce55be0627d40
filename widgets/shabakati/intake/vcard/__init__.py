"""vCards of phones and address books: 2.1, 3.0 and 4.0, as written, not as they should be.

The lines are read here and not by a library: vobject 0.9.9 gives up a whole file for one line that
is out of order, which every second phone writes.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import partial

from shabakati.errors import SourceError
from shabakati.intake.encoding import encoding_of
from shabakati.intake.intake import Intake, make_intake
from shabakati.intake.reading import Progress, Reading
from shabakati.intake.source import File
from shabakati.intake.vcard.cards import Cards
from shabakati.intake.vcard.found import Found

_BEGIN = re.compile(r"^[ \t\ufeff]*BEGIN[ \t]*:[ \t]*VCARD[ \t]*$", re.IGNORECASE | re.MULTILINE)
_BEGINS_WITHIN = 2_000  # characters
_MOST_CARDS = 200_000  # of all files
_USUAL_NAME = "contacts.vcf"  # of a file that came without


def read_vcard(files: Sequence[File], reading: Reading) -> Intake | None:
    """Read all vCard files; None when there is none.

    A card is left out when it says no name, repeats another in all it says, or is a list of
    others: the name of such a list becomes a tag of its members.
    """
    mine = [file for file in files if _is_vcard(file.head)]
    if not mine:
        return None
    found, counts = Found(reading.country), []
    done, total = 0, sum(file.size for file in mine)
    for file in mine:
        name, before = file.name or _USUAL_NAME, len(found.left_out)
        cards = Cards(file.read(), partial(_tell, reading.progress, done, total))
        read = 0
        for card in cards:
            read += 1
            found.take(name, card)
            if len(found.rows) + len(found.left_out) > _MOST_CARDS:
                raise SourceError("intake.too_many_cards", limit=_MOST_CARDS)
        left_out = sorted(found.left_out[before:], key=lambda row: row[1])  # agents end first
        found.left_out[before:] = left_out
        counts.append((name, read, read - len(left_out), len(left_out)))
        if cards.stray:
            found.skipped[name, "intake.skipped.stray_line"] += cards.stray
        done = min(done + file.size, total)
        reading.progress(done, total)
    found.tag_members()
    ties = found.ties()
    return make_intake(
        {"people": found.rows, "ties": ties},
        left_out=found.left_out,
        counts=counts,
        skipped=[(file, what, count) for (file, what), count in found.skipped.items()],
    )


def _is_vcard(head: bytes) -> bool:
    text = head.decode(encoding_of(head, whole=False), "replace")
    return bool(_BEGIN.search(text[:_BEGINS_WITHIN].replace("\r", "\n")))


def _tell(progress: Progress, done: int, total: int, more: int) -> None:
    progress(min(done + more, total), total)
