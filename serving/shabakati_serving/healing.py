"""What the page's template is given so that the page can heal: scripts, and what they say."""

from __future__ import annotations

from typing import Any

from shabakati.language import LANGUAGES, current_language, say, use

SCRIPTS = ("leave", "page", "lasting", "place", "heal")  # in this order, before Voilà's
SAID = ("lost", "away", "away_room", "gone", "again", "closed", "joined", "back", "try", "reopen")


def healing(in_a_room: bool) -> dict[str, Any]:
    """`scripts`, `heal` (for each language, the words by their short names), and `room`.

    A page of a room is let in again by a server that was started anew; the one reader's is not.
    """
    spoken = current_language()
    words = {}
    for language in LANGUAGES:
        use(language)
        words[language] = {name: say(f"serving.heal.{name}") for name in SAID}
    use(spoken)
    return {"scripts": SCRIPTS, "heal": words, "room": in_a_room}
