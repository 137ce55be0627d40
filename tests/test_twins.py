"""A lesson is one lesson in two languages; an edit of one twin alone is seen."""

from __future__ import annotations

import shutil
import subprocess
import sys

import nbformat
import pytest

from lessons import NOTEBOOKS, ROOT, TERM, prose, read, tool

twins = tool("twins")
LESSONS = twins.lessons(NOTEBOOKS)
every_pair = pytest.mark.parametrize("pair", LESSONS, ids=[pair.name for pair in LESSONS])


def edit(path, cell_type, change):
    """Change the first cell of this kind; its id."""
    notebook = read(path)
    cell = next(cell for cell in notebook.cells if cell.cell_type == cell_type)
    change(cell)
    nbformat.write(notebook, path)
    return cell.id


def add_words(cell):
    cell.source = cell.source.replace("\n", " +\n", 1)


@pytest.fixture
def home(tmp_path):
    """A copy of the first lesson in both languages, free to be spoilt."""
    for side in ("en", "ar"):
        (tmp_path / side).mkdir()
        shutil.copy(NOTEBOOKS / side / f"{LESSONS[0].name}.ipynb", tmp_path / side)
    return tmp_path


@pytest.fixture
def lesson(home):
    return twins.lessons(home)[0]


def test_the_twins_agree():
    assert twins.check(NOTEBOOKS) == []


@every_pair
def test_terms_born_in_one_language_are_born_in_the_other_under_the_same_name(pair):
    for english, arabic in zip(read(pair.english).cells, read(pair.arabic).cells, strict=True):
        if english.cell_type == "markdown":
            ours, theirs = (
                [term["name"] for term in TERM.finditer(prose(cell))] for cell in (english, arabic)
            )
            assert ours == theirs, english.id


@every_pair
def test_the_language_line_is_the_only_line_of_code_that_differs(pair):
    lines = (
        [line for c in read(path).cells if c.cell_type == "code" for line in c.source.splitlines()]
        for path in (pair.english, pair.arabic)
    )
    differing = [both for both in zip(*lines, strict=True) if both[0] != both[1]]
    assert differing == [tuple(twins.LANGUAGE_LINE.format(code) for code in ("en", "ar"))]


@pytest.mark.parametrize("side", ["english", "arabic"])
def test_prose_edited_in_one_language_alone_is_told_and_not_stamped(home, lesson, side):
    cell = edit(getattr(lesson, side), "markdown", add_words)
    told = f"{lesson.name}/{cell}: edited in {side.capitalize()} alone"
    assert [line.startswith(told) for line in twins.check(home)] == [True]
    stamped, refused = twins.stamp(home)
    assert (stamped, len(refused)) == ([], 1)
    assert len(twins.check(home)) == 1


def test_prose_edited_in_both_languages_is_stamped_and_named(home, lesson):
    cell = edit(lesson.english, "markdown", add_words)
    edit(lesson.arabic, "markdown", add_words)
    assert twins.stamp(home) == ([f"{lesson.name}/{cell}: edited in both"], [])
    assert twins.check(home) == []


def test_a_change_that_concerns_one_language_is_stamped_where_it_is_named(home, lesson):
    cell = edit(lesson.arabic, "markdown", add_words)
    stamped, refused = twins.stamp(home, alone=[f"{lesson.name}/{cell}"])
    assert (len(stamped), refused) == (1, [])
    assert twins.check(home) == []


def test_code_that_differs_is_told(home, lesson):
    cell = edit(lesson.arabic, "code", lambda cell: cell.update(source=cell.source + "\npass"))
    assert twins.check(home) == [f"{lesson.name}/{cell}: the code differs"]


def test_stored_outputs_and_metadata_that_differ_are_told(home, lesson):
    def spoil(cell):
        cell.outputs[0].data["text/plain"] = "63"
        cell.metadata["tags"] = []

    cell = edit(lesson.english, "code", spoil)
    assert twins.check(home) == [
        f"{lesson.name}/{cell}: the metadata differ",
        f"{lesson.name}/{cell}: the stored outputs differ",
    ]


def test_a_cell_of_another_name_is_told(home, lesson):
    edit(lesson.arabic, "code", lambda cell: cell.update(id="another"))
    assert any("its twin is another" in line for line in twins.check(home))


def test_a_lesson_without_its_twin_is_told(home, lesson):
    lesson.arabic.unlink()
    assert twins.check(home) == [f"{lesson.name}: ar has no such lesson"]


def test_the_tool_fails_where_the_twins_do_not_agree(home, lesson):
    def run(what):
        command = [sys.executable, ROOT / "tools" / "twins.py", what, "--home", home]
        return subprocess.run(command, capture_output=True, text=True, check=False)

    assert run("check").returncode == 0
    cell = edit(lesson.english, "markdown", add_words)
    assert run("check").returncode == run("stamp").returncode == 1
    edit(lesson.arabic, "markdown", add_words)
    stamped = run("stamp")
    assert (stamped.returncode, stamped.stdout) == (0, f"{lesson.name}/{cell}: edited in both\n")
