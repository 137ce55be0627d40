"""The walk, gone through once before anybody comes: what is made when first used is made then."""

from __future__ import annotations

from shabakati.language import LANGUAGES, current_language, use
from shabakati.opening import open_demo
from shabakati.steps import ahead, app


def rehearse() -> None:
    """Open every step of the demo in every language, and let go of all of it.

    Catalogues are read, classes built, expressions prepared; processes forked from this one share
    what that leaves.
    """
    spoken = current_language()
    page = app.Page(open_demo())
    for language in LANGUAGES:
        page.speak(language)
        for step in page.names():
            page.go(step)
    page.close()
    use(spoken)


def make_ahead() -> None:
    """Make a room's page, which the first to call `page()` in a process is given."""
    ahead.keep(app.page())
