"""The stylesheet: only tokens, only inside our own trees, the same in both directions."""

import re

import pytest

from shabakati import vocabulary as v
from shabakati.look.style import Style, style, stylesheet
from shabakati.look.theme import css_variables

RULES = re.sub(r"/\*.*?\*/", "", stylesheet(), flags=re.DOTALL)
# Sliders count from the left, an arrow's place and text that wraps know no logical word.
PHYSICAL = re.compile(r"(?<![\w-])(?:left|right|(?:margin|padding|border)-(?:left|right))\s*:")


def test_every_variable_that_is_used_is_a_token():
    used = set(re.findall(r"var\((--shabakati-[\w-]+)\)", RULES))
    assert used
    assert used - set(re.findall(r"(--shabakati-[\w-]+):", css_variables())) == set()


def test_no_colour_stands_outside_the_tokens():
    own = RULES.split("}", 1)[1]
    assert set(re.findall(r"#[0-9a-fA-F]{3,8}\b", own)) == set()


def test_every_rule_stands_below_our_own_class():
    flat = re.sub(r"@container[^{]*\{", "", RULES)
    selectors = re.findall(r"(?:^|\})\s*([^{}@]+?)\s*\{", flat)
    assert len(selectors) > 50
    parts = [re.sub(r"\([^()]*\)", "", s) for s in selectors]
    parts = [re.sub(r"\([^()]*\)", "", s) for s in parts]
    strange = [p for s in parts for p in s.split(",") if ".shabakati" not in p and p.strip()]
    assert strange == []


def test_distances_and_borders_are_logical():
    lines = [line for line in RULES.splitlines() if PHYSICAL.search(line)]
    assert all("noUi-" in line for line in lines), lines


def test_nothing_is_fetched():
    assert set(re.findall(r"url\(\"?(\w+)", RULES)) <= {"data"}
    assert "@import" not in RULES


@pytest.mark.parametrize("code", [*v.Group, *v.Relation, *v.NetworkType])
def test_every_group_relation_and_type_has_its_mark(code):
    assert f'[data-code="{code.value}"]' in RULES


def test_a_kernel_has_one_style_widget_until_it_is_closed():
    first = style()
    assert style() is first
    first.close()
    assert style() is not first
    assert isinstance(style(), Style)
