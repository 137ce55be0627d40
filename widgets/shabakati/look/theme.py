"""The tokens of `theme.toml`, typed: the page's CSS and the charts read them here."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path

from pydantic import BaseModel, ConfigDict

_FILE = Path(__file__).parent.parent / "theme.toml"
FONTS = Path(__file__).parent.parent / "static" / "fonts"  # as TrueType too, for pictures and PDF


class _Section(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Colour(_Section):
    """Colours of the page, as `#rrggbb`."""

    paper: str
    surface: str
    ink: str
    quiet: str
    line: str
    accent: str
    accent_ink: str
    accent_soft: str
    warning: str
    warning_soft: str
    error: str
    error_soft: str
    empty: str


class Font(_Section):
    """The one family and its sizes, in px; `line_height` is a factor."""

    family: str
    fallback: str
    size: int
    small: int
    title: int
    line_height: float

    @property
    def stack(self) -> str:
        """The family and what stands in for it, as CSS writes them."""
        return f'"{self.family}", {self.fallback}'


class Space(_Section):
    """Distances, in px."""

    unit: int
    target: int
    radius: int
    page: int


class Tokens(_Section):
    """All of `theme.toml`; `group` and `type_shape` are by code, `none` for what is unset."""

    colour: Colour
    group: dict[str, str]
    type_shape: dict[str, str]
    font: Font
    space: Space


@cache
def tokens() -> Tokens:
    """The tokens, read once."""
    return Tokens.model_validate(tomllib.loads(_FILE.read_text(encoding="utf-8")))


def css_variables() -> str:
    """The tokens as CSS declarations: `--shabakati-accent: #0b6b63;` and so on, one a line.

    Colours carry their own name, groups `group-` before it; sizes are `font-size`, `font-small`,
    `font-title`, `line-height`, `unit`, `target`, `radius`, `page`; `font` is the whole stack.
    """
    look = tokens()
    font = look.font
    values: dict[str, str] = dict(look.colour)
    values |= {f"group_{code}": colour for code, colour in look.group.items()}
    values |= {
        "font": font.stack,
        "font_size": f"{font.size}px",
        "font_small": f"{font.small}px",
        "font_title": f"{font.title}px",
        "line_height": str(font.line_height),
    }
    values |= {name: f"{size}px" for name, size in look.space}
    return "\n".join(
        f"--shabakati-{name.replace('_', '-')}: {value};" for name, value in values.items()
    )
