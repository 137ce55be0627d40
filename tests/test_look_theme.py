"""The tokens: read once, typed, and the same for the page as for the charts."""

import re

from shabakati.charts.theme import theme
from shabakati.look.theme import css_variables, tokens
from shabakati.vocabulary import Group, NetworkType


def luminance(colour):
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one, other):
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_every_group_and_type_has_its_token():
    assert set(tokens().group) == {*Group, "none"}
    assert set(tokens().type_shape) == {*NetworkType, "none"}
    assert len(set(tokens().group.values())) == len(Group) + 1


def test_css_gets_every_colour_under_its_own_name():
    css = css_variables()
    for name, colour in tokens().colour:
        assert f"--shabakati-{name.replace('_', '-')}: {colour};" in css
    assert "--shabakati-group-family-and-friends: #e69f00;" in css
    assert '--shabakati-font: "IBM Plex Sans Arabic", system-ui, sans-serif;' in css
    assert "--shabakati-target: 44px;" in css


def test_css_is_declarations_only():
    assert all(
        re.fullmatch(r"--shabakati-[a-z-]+: [^;{}]+;", line)
        for line in css_variables().splitlines()
    )


def test_text_is_readable_on_every_ground():
    colour = tokens().colour
    for ground in (colour.paper, colour.surface):
        assert min(contrast(colour.ink, ground), contrast(colour.quiet, ground)) >= 4.5
        assert contrast(colour.accent, ground) >= 4.5
    assert contrast(colour.accent_ink, colour.accent) >= 4.5


def test_charts_use_the_pages_colours_and_type():
    config = theme()["config"]
    assert config["font"] == tokens().font.stack
    assert config["range"]["category"] == [tokens().group[code] for code in Group]
