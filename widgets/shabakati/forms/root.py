"""The root of every widget tree: its direction, its classes and the stylesheet in it."""

from __future__ import annotations

from typing import Any

import ipywidgets as widgets

from shabakati.language import direction
from shabakati.look.style import Style, style


class Root(widgets.VBox):
    """A tree's root; closing it closes what is below it, but the stylesheet, which all share."""

    def close(self) -> None:
        """Close the whole tree."""
        for child in self.children:
            if not isinstance(child, Style):
                child.close()
        super().close()


def root(*children: widgets.Widget, **options: Any) -> Root:
    """The children one below the other, as a tree that reads the way the language does.

    Returns a `VBox` of the classes `shabakati` and `rtl` or `ltr`, the stylesheet in it, so that
    it looks the same in Voilà and JupyterLab. Roots may stand inside each other.
    """
    box = Root([*children, style()], **options)
    box.add_class("shabakati")
    turn(box)
    return box


def turn(box: widgets.Box) -> None:
    """Let a root read the way the language spoken now does."""
    for way in ("rtl", "ltr"):
        box.remove_class(way)
    box.add_class(direction())
