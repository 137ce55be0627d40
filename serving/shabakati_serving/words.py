"""The page's own words, in every language: it may not know yet in which it will be read."""

from __future__ import annotations

from shabakati.language import LANGUAGES, current_language, say, use

PAGE = ("title", "loading", "slow", "reload", "broken", "script")
NOTICE = ("closed", "absent", "home")


def words() -> dict[str, dict[str, str]]:
    """For each language, the words of the page and of its notices by their short names."""
    spoken = current_language()
    found = {}
    for language in LANGUAGES:
        use(language)
        found[language] = {name: say(f"serving.page.{name}") for name in (*PAGE, *NOTICE)}
    use(spoken)
    return found
