"""`Invitations.csv`: who introduced themselves to whom."""

from __future__ import annotations

from shabakati.intake.days import read_days
from shabakati.intake.linkedin.found import Found
from shabakati.intake.sheet import FileKind, Sheet
from shabakati.vocabulary import Direction, ExchangeKind

KIND = FileKind(
    name="Invitations.csv",
    fields={
        "sender": ("from",),
        "receiver": ("to",),
        "sent": ("sent at",),
        "direction": ("direction",),
        "sender_url": ("inviterprofileurl",),
        "receiver_url": ("inviteeprofileurl",),
    },
    required=frozenset({"sender", "receiver", "sent", "direction"}),
    shown=("sender", "receiver"),
    private=True,
)


def read(sheet: Sheet, found: Found) -> None:
    """Take each invitation between you and a connection as the beginning of your contact."""
    rows = list(sheet.rows())
    days = read_days((cells[2] for _, cells in rows), month_first=True)
    for number, cells in rows:
        sender, receiver, sent, direction, sender_url, receiver_url = cells
        on = days[sent]
        if direction.upper() not in ("OUTGOING", "INCOMING"):
            sheet.leave_out(number, "no_direction")
        elif on is None:
            sheet.leave_out(number, "no_date")
        else:
            mine = direction.upper() == "OUTGOING"
            person = found.person(
                receiver if mine else sender, receiver_url if mine else sender_url
            )
            if person is None:
                sheet.leave_out(number, found.unknown(), cells)
            else:
                way = Direction.GIVEN.value if mine else Direction.RECEIVED.value
                found.touch(person, on, ExchangeKind.CONNECTED.value, way)
