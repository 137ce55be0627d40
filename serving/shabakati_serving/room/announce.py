"""What the terminal says when a room opens: where it is, who can reach it, what is too small."""

from __future__ import annotations

import io
from collections.abc import Sequence
from textwrap import fill
from urllib.parse import urlencode, urlsplit

import segno

from shabakati.language import say
from shabakati_serving.room.code import shown
from shabakati_serving.room.network import is_local
from shabakati_serving.room.settings import THIS_COMPUTER, Room

_WIDTH = 100  # characters of a line where nothing says otherwise
_QUIET = 4  # light modules around a QR code, without which it is not found
_WHITE_ON_BLACK, _AS_BEFORE = "\033[97;40m", "\033[0m"  # whatever the window's colours are


def entrance(room: Room) -> str:
    """The address with the room's code and language in it: what the QR code holds."""
    asked = {"code": room.code, "lang": room.language}
    query = urlencode({name: text for name, text in asked.items() if text})
    return f"{room.address}?{query}" if query else room.address


def wall_address(room: Room) -> str:
    """The page for the wall, with the key that opens it."""
    return f"{room.address}voila/wall?{urlencode({'key': room.wall_key})}"


def qr(room: Room) -> segno.QRCode:
    """The entrance as a QR code of which at least 15 % may be dirt or glare."""
    return segno.make_qr(entrance(room), error="m")


def qr_lines(room: Room) -> str:
    """The QR code for a terminal, two rows of it in a line; light on dark is drawn as light."""
    drawn = io.StringIO()
    qr(room).terminal(drawn, border=_QUIET, compact=True)
    lines = drawn.getvalue().splitlines()
    return "\n".join(f"{_WHITE_ON_BLACK}{line}{_AS_BEFORE}" for line in lines)


def announcement(
    room: Room,
    others: Sequence[str] = (),
    warnings: Sequence[str] = (),
    apart: Sequence[str] = (),
    columns: int = 0,
) -> str:
    """All that is said when the room is open; what is needed longest stands last.

    Parameters
    ----------
    others : further addresses of this computer.
    warnings : sentences about what may go wrong.
    apart : sentences about what keeps the participants' programs apart, or does not.
    columns : the terminal's width in characters; 0 where there is none, and no QR code is drawn.
    """
    width = columns or _WIDTH
    parts = ["", *(fill(text, width) for text in [*reach(room), *warnings])]
    if apart:
        parts.append("\n".join(fill(text, width) for text in apart))
    if others:
        parts += [say("room.start.others"), "\n".join(f"    {address}" for address in others)]
    parts += [say("room.start.ready"), f"    {room.address}"]
    if room.code:
        parts += [say("room.start.code"), f"    {shown(room.code)}"]
    if columns and qr(room).symbol_size(border=_QUIET)[0] <= columns:
        parts.append(qr_lines(room))
    parts += [say("room.start.wall"), f"    {wall_address(room)}", say("room.start.stop")]
    return "\n\n".join([*parts, ""])


def reach(room: Room) -> list[str]:
    """Who can reach the room, what that means, and how to do better: whole sentences."""
    if room.proxied:
        outer = [] if room.ip == THIS_COMPUTER else [say("room.reach.proxy_open")]
        return [say("room.reach.proxy"), *outer]
    if room.ip == THIS_COMPUTER:
        return [say("room.reach.alone")]
    who = "local" if is_local(urlsplit(room.address).hostname or "") else "named"
    coded = "coded" if room.code else "uncoded"
    said = [say(f"room.reach.{who}"), say(f"room.reach.{coded}")]
    if room.certificate:
        return [*said, say("room.reach.secret")]
    return [*said, say("room.reach.plain"), say("room.reach.plain_browser"), say("room.reach.tls")]
