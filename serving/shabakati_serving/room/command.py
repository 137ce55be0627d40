"""`shabakati-room`: the workbook for a room of people, each with their own network."""

from __future__ import annotations

import argparse
import logging
import os
import secrets
import shutil
import signal
import sys
from collections.abc import Sequence
from urllib.parse import urlsplit

from tornado.ioloop import IOLoop

from shabakati.language import say
from shabakati.opening import ROOM
from shabakati_serving.app import NOTEBOOK
from shabakati_serving.room import limits
from shabakati_serving.room.announce import announcement
from shabakati_serving.room.certificate import fits, speak_tls
from shabakati_serving.room.mistake import Mistake
from shabakati_serving.room.network import addresses, is_local
from shabakati_serving.room.options import read_options
from shabakati_serving.room.settings import EVERY_NETWORK, THIS_COMPUTER, Room
from shabakati_serving.warm import sandbox

_STANDARD = {"http": 80, "https": 443}
_EACH = 10  # kernels for one address of a local network, where each device has its own
_MOST_OTHERS = 3  # further addresses that are told


def main(argv: Sequence[str] | None = None) -> None:
    """Serve the workbook to a room, until Ctrl+C."""
    try:
        options = read_options(sys.argv[1:] if argv is None else argv)
        room, port, others = plan(options)
        warnings = [*_too_small(room), *_other_name(room)]
    except Mistake as mistake:
        print(f"\n{mistake.words()}\n", file=sys.stderr, flush=True)
        sys.exit(2)
    os.environ[ROOM] = "1"  # kernels inherit it
    signal.signal(signal.SIGINT, signal.default_int_handler)  # a shell's background ignores it
    apart = sandbox.say_what(sandbox.in_force())
    columns = shutil.get_terminal_size().columns if sys.stdout.isatty() else 0

    def announce(_: str) -> None:
        print(announcement(room, others, warnings, apart, columns), flush=True)
        signal.signal(signal.SIGINT, _stop)

    try:
        from shabakati_serving.server import serve

        serve(NOTEBOOK, port, "", announce, room)
    except KeyboardInterrupt:
        pass  # before it listened
    logging.getLogger("asyncio").disabled = True  # of tasks that ended with the room
    print(f"\n{say('room.start.ended')}\n", flush=True)


def _stop(*_: object) -> None:
    """End the server's loop; an exception could be raised, and lost, wherever it happens to be.

    A second Ctrl+C ends at once what is still being closed.
    """
    signal.signal(signal.SIGINT, signal.default_int_handler)
    loop = IOLoop.current()
    loop.add_callback_from_signal(loop.stop)


def plan(options: argparse.Namespace) -> tuple[Room, int, list[str]]:
    """The room as the options and this computer make it, its port, and its further addresses."""
    ip = EVERY_NETWORK if options.open else THIS_COMPUTER
    if options.certificate:
        speak_tls(options.certificate, options.key)
    port = limits.choose_port(ip, options.port)
    hosts = [options.host] if options.host else addresses() if options.open else [THIS_COMPUTER]
    if not hosts:
        raise Mistake("no_network")
    secret = bool(options.certificate) or options.behind_proxy
    found = [_address(host, secret, 0 if options.behind_proxy else port) for host in hosts]
    room = Room(
        ip=ip,
        address=found[0],
        people=options.people,
        from_one_address=_from_one_address(options, hosts[0]),
        absent=options.idle * 60,
        ready=min(Room.ready, options.people) if options.ready is None else options.ready,
        code=options.code or "",
        certificate=options.certificate,
        key=options.key,
        proxied=options.behind_proxy,
        hosts=tuple(map(_name, found)),
        language=options.language or "",
        wall_key=secrets.token_urlsafe(16),
    )
    return room, port, found[1 : 1 + _MOST_OTHERS]


def _address(host: str, secret: bool, port: int) -> str:
    """The address as it is typed; a port that goes without saying, and 0, are left out."""
    scheme = "https" if secret else "http"
    said = ":" in host or port in (0, _STANDARD[scheme])
    return f"{scheme}://{host}/" if said else f"{scheme}://{host}:{port}/"


def _name(address: str) -> str:
    return urlsplit(address).hostname or ""


def _from_one_address(options: argparse.Namespace, host: str) -> int:
    if options.per_address is not None:
        return int(options.per_address)
    return _EACH if options.open and not options.behind_proxy and is_local(host) else 0


def _too_small(room: Room) -> list[str]:
    """What this computer has too little of for so many people."""
    seats = {
        "files": limits.seats_by_files(room.people),
        "memory": limits.seats_by_memory(room.people),
    }
    return [
        say(f"room.small.{what}", fit=fit, people=room.people)
        for what, fit in seats.items()
        if fit < room.people
    ]


def _other_name(room: Room) -> list[str]:
    """Whether the certificate is for another name than the one on the wall."""
    host = _name(room.address)
    if not room.certificate or not room.key:
        return []
    if fits(speak_tls(room.certificate, room.key), room.certificate, host):
        return []
    return [say("room.small.name", host=host)]


if __name__ == "__main__":
    main()
