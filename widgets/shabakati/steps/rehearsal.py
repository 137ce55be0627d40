"""The walk, gone through once before anybody comes: what is made when first used is made then."""

from __future__ import annotations

from ipywidgets.widgets.widget import _instances  # what Widget.widgets gives, without its warning

from shabakati.language import LANGUAGES, current_language, use
from shabakati.look.style import style
from shabakati.opening import open_demo
from shabakati.steps import ahead, app


def rehearse() -> None:
    """Open every step of the demo, the first in every language, and let go of all of it.

    Catalogues are read, classes built, expressions prepared; processes forked from this one share
    what that leaves.
    """
    style()  # one for the whole kernel: it stays
    spoken, before = current_language(), set(_instances)
    page = app.Page(open_demo())
    for step in page.names():
        page.go(step)
    page.go(page.names()[0])
    for language in LANGUAGES:
        page.speak(language)
    page.close()
    for widget in [_instances[name] for name in _instances.keys() - before]:
        widget.close()  # layouts and styles outlive their widgets
    use(spoken)


def make_ahead() -> None:
    """Make a room's page, which the first to call `page()` in a process is given."""
    ahead.keep(app.page())
