"""What `shabakati-room` is told, as a room; what cannot be is said in the reader's language."""

from __future__ import annotations

import argparse
import re
from collections.abc import Callable, Sequence
from pathlib import Path

from shabakati.language import LANGUAGES, say, use
from shabakati_serving.room.code import LEAST, MOST, new_code, plain
from shabakati_serving.room.mistake import Mistake
from shabakati_serving.room.settings import PORT, Room

MOST_PEOPLE = 2000
LONGEST_IDLE = 24 * 60  # minutes
_HOST = re.compile(r"([A-Za-z0-9]([A-Za-z0-9.\-]*[A-Za-z0-9])?)(:\d{1,5})?")


def read_options(argv: Sequence[str]) -> argparse.Namespace:
    """The options, each checked by itself and with the others; a `Mistake` says what cannot be."""
    speak_for(argv)
    parser = _parser()
    try:
        options, unknown = parser.parse_known_args(argv)
    except argparse.ArgumentError as error:
        raise Mistake("no_value", option=str(error.argument_name)) from None
    if unknown:
        raise Mistake("unknown", option=unknown[0])
    if (options.certificate is None) != (options.key is None):
        raise Mistake("half_certificate")
    if options.behind_proxy and not options.host:
        raise Mistake("proxy_host")
    if options.behind_proxy and options.certificate:
        raise Mistake("proxy_certificate")
    if options.ready is not None and options.ready > options.people:
        raise Mistake("ready_many", ready=options.ready, people=options.people)
    return options


def speak_for(argv: Sequence[str]) -> None:
    """Speak the language that is asked for, before anything is said about the other options."""
    for before, text in zip(["", *argv], [*argv, ""], strict=True):
        language = text if before == "--language" else text.removeprefix("--language=")
        if language in LANGUAGES:
            use(language)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="shabakati-room",
        description=say("room.option.what"),
        epilog=say("room.option.more"),
        add_help=False,
        allow_abbrev=False,
        exit_on_error=False,
    )
    found = parser.add_argument_group(say("room.option.group_found"))
    found.add_argument("--open", action="store_true", help=say("room.option.open"))
    found.add_argument("--host", type=_host, help=say("room.option.host"))
    port = say("room.option.port", port=str(PORT))
    found.add_argument("--port", type=_whole("--port", 1, 65535), metavar="N", help=port)
    found.add_argument("--certificate", type=Path, metavar="FILE", help=say("room.option.cert"))
    found.add_argument("--key", type=Path, metavar="FILE", help=say("room.option.key"))
    proxy = say("room.option.proxy")
    found.add_argument("--behind-proxy", action="store_true", help=proxy)
    inside = parser.add_argument_group(say("room.option.group_inside"))
    code = say("room.option.code")
    inside.add_argument(
        "--code", nargs="?", const=new_code(), type=_code, metavar="WORD", help=code
    )
    people = say("room.option.people", default=str(Room.people))
    number = _whole("--people", 1, MOST_PEOPLE)
    inside.add_argument("--people", type=number, default=Room.people, metavar="N", help=people)
    each = _whole("--per-address", 0, MOST_PEOPLE)
    limit = say("room.option.per_address")
    inside.add_argument("--per-address", type=each, metavar="N", help=limit)
    minutes = say("room.option.idle", default=str(int(Room.absent) // 60))
    idle = _whole("--idle", 1, LONGEST_IDLE)
    whole = int(Room.absent) // 60
    inside.add_argument("--idle", type=idle, default=whole, metavar="MINUTES", help=minutes)
    ready = say("room.option.ready", default=str(Room.ready))
    standing = _whole("--ready", 0, MOST_PEOPLE)
    inside.add_argument("--ready", type=standing, metavar="N", help=ready)
    language = say("room.option.language")
    inside.add_argument("--language", type=_language, help=language, metavar="ar|en")
    inside.add_argument("-h", "--help", action="help", help=say("room.option.help"))
    return parser


def _whole(option: str, least: int, most: int) -> Callable[[str], int]:
    """Reads a whole number of a range, in digits of any script."""

    def read(text: str) -> int:
        number = int(text) if text.strip().isdecimal() and len(text) < 10 else -1
        if not least <= number <= most:
            raise Mistake("number", option=option, got=text, least=least, most=most)
        return number

    return read


def _code(text: str) -> str:
    code = plain(text)
    if not LEAST <= len(code) <= MOST:
        raise Mistake("code", least=LEAST, most=MOST)
    return code


def _host(text: str) -> str:
    if not _HOST.fullmatch(text):
        raise Mistake("host", got=text)
    return text


def _language(text: str) -> str:
    if text not in LANGUAGES:
        raise Mistake("language", got=text)
    return text
