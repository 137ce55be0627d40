"""The page's own words, in every language: it may not know yet in which it will be read."""

from __future__ import annotations

from collections.abc import Callable

from shabakati.language import LANGUAGES, current_language, say, use

PAGE = ("title", "loading", "slow", "reload", "broken", "script")
NOTICE = ("closed", "absent", "home")
HEAL = ("lost", "away", "away_room", "gone", "again", "closed", "joined", "back", "try", "reopen")

Words = dict[str, dict[str, str]]


def words() -> Words:
    """For each language, the words of the page and of its notices by their short names."""
    return _each(lambda: {name: say(f"serving.page.{name}") for name in (*PAGE, *NOTICE)})


def heal_words() -> Words:
    """For each language, what the page says of its connection and its kernel."""
    return _each(lambda: {name: say(f"serving.heal.{name}") for name in HEAL})


def _each(find: Callable[[], dict[str, str]]) -> Words:
    spoken = current_language()
    found = {}
    for language in LANGUAGES:
        use(language)
        found[language] = find()
    use(spoken)
    return found
