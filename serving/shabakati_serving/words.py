"""The page's own words, in every language: it may not know yet in which it will be read."""

from __future__ import annotations

from shabakati.language import LANGUAGES, say_in

PAGE = ("title", "loading", "slow", "reload", "broken", "script")
NOTICE = ("closed", "absent", "home")
HEAL = ("lost", "away", "away_room", "gone", "again", "closed", "joined", "back", "try", "reopen")

IN_A_ROOM = ("closed", "broken")  # where another has started the program


def words(in_a_room: bool = False) -> dict[str, dict[str, str]]:
    """For each language, the words of the page and of its notices by their short names."""
    found = {
        language: {name: say_in(language, f"serving.page.{name}") for name in (*PAGE, *NOTICE)}
        for language in LANGUAGES
    }
    if in_a_room:
        for language, texts in found.items():
            texts |= {name: say_in(language, f"serving.door.{name}") for name in IN_A_ROOM}
    return found


def heal_words() -> dict[str, dict[str, str]]:
    """For each language, what the page says of its connection and its kernel."""
    return {
        language: {name: say_in(language, f"serving.heal.{name}") for name in HEAL}
        for language in LANGUAGES
    }
