"""The stylesheet as a tiny widget: JupyterLab, which has no template of ours, has it too."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import anywidget

from shabakati.look.assets import answer_assets, esm
from shabakati.look.theme import css_variables
from shabakati.vocabulary import GROUP_OF, Group

_HERE = Path(__file__).parent
_SHEETS = (
    "style.css",
    "style.forms.css",
    "style.first_words.css",
    "style.import.css",
    "style.kept.css",
    "style.list.css",
    "style.pairs.css",
    "style.plan.css",
    "style.sorting.css",
    "style.ties.css",
    "style.widgets.css",
    "style.steps.css",
    "style.warm.css",
)


@cache
def stylesheet() -> str:
    """The whole stylesheet: the tokens as variables, the sheets, a dot's colour by its code."""
    sheets = "\n".join((_HERE / name).read_text("utf-8") for name in _SHEETS)
    group_of = {code: code for code in Group} | GROUP_OF
    dots = "\n".join(
        f'.shabakati .sh-dot[data-code="{code}"] {{ background: var(--shabakati-group-'
        f"{group.replace('_', '-')}); }}"
        for code, group in group_of.items()
    )
    return f".shabakati {{\n{css_variables()}\n}}\n{sheets}\n{dots}\n"


class Style(anywidget.AnyWidget):
    """Brings the stylesheet and the fonts to the page it is shown on; takes no room itself."""

    _esm = esm("assets.js", "style.js")
    _css = stylesheet()

    def __init__(self) -> None:
        super().__init__()
        answer_assets(self)


_shown: Style | None = None


def style() -> Style:
    """The one style widget of this kernel, made when it is first asked for."""
    global _shown
    if _shown is None or _shown.comm is None:
        _shown = Style()
    return _shown
