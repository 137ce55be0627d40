"""What is said to whoever has no seat, in both languages; light, and made for each anew."""

from __future__ import annotations

from typing import Literal

from tornado.web import RequestHandler

from shabakati.language import LANGUAGES, say_in

Kind = Literal["full", "crowded", "code", "wrong", "wait", "cookies", "early"]
_ASKS = ("code", "wrong", "wait")  # with the form for the room's code
_WATCHES = ("full", "crowded")  # with the script that asks again


def place_words(place: int) -> dict[str, str]:
    """Where one stands in line, in every language; `place` counts from 1."""
    return {
        language: say_in(language, "serving.door.before", n=place - 1)
        if place > 1
        else say_in(language, "serving.door.next")
        for language in LANGUAGES
    }


def notice(handler: RequestHandler, kind: Kind, place: int = 0, seconds: int = 0) -> str:
    """The page that says it, in the language that was asked for, else in every one.

    `place` is that in line, `seconds` how long a code is not looked at.
    """
    asked = handler.get_query_argument("lang", "") or handler.get_body_argument("lang", "")
    spoken = [asked] if asked in LANGUAGES else list(LANGUAGES)
    texts = {}
    for language in spoken:
        text = say_in(language, f"serving.door.{kind}", **({"n": seconds} if seconds else {}))
        texts[language] = [text, *([place_words(place)[language]] if place else [])]
    template = handler.settings["voila_jinja2_env"].get_template("door.html.j2")
    handler.set_header("Content-Type", "text/html; charset=utf-8")
    return template.render(
        base_url=handler.settings["base_url"],
        page=handler.settings["page"],
        spoken=spoken,
        asked=asked if asked in LANGUAGES else "",
        texts=texts,
        labels={
            language: {
                name: say_in(language, f"serving.door.{name}") for name in ("label", "enter")
            }
            for language in spoken
        },
        xsrf=handler.xsrf_token.decode() if kind in _ASKS else "",
        watches=kind in _WATCHES,
    )
