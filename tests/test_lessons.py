"""Every lesson has the shape of a lesson; what it stores is what it computes."""

from __future__ import annotations

import ast
import io
import re
import subprocess
import sys
import tokenize
from itertools import pairwise

import nbformat
import pytest

from lessons import FILES, NAMES, NOTEBOOKS, ROOT, TERM, WORDS, WRAPPED, prose, read

COMPARED = "nbval-check-output"
MOST_LINES = 12
MOST_WORDS = 120
MOST_STORED = 2_000  # characters of one stored output
LATIN = re.compile(r"[A-Za-z](.*[A-Za-z])?")  # what right-to-left text around it cannot turn

every_lesson = pytest.mark.parametrize("path", FILES, ids=NAMES)


def code_of(notebook):
    return [cell for cell in notebook.cells if cell.cell_type == "code"]


def prose_of(notebook):
    return [cell for cell in notebook.cells if cell.cell_type == "markdown"]


def is_folded(cell):
    return cell.metadata.get("jupyter", {}).get("source_hidden", False)


def shown_by(cell):
    """The name whose attribute the last line of a cell calls: `charts` of `charts.map(book)`."""
    last = (ast.parse(cell.source).body or [None])[-1]
    call = getattr(last, "value", None)
    owner = getattr(getattr(call, "func", None), "value", None)
    return getattr(owner, "id", None) if isinstance(last, ast.Expr) else None


def test_there_are_lessons():
    assert FILES


@every_lesson
def test_a_lesson_is_a_valid_notebook_of_python_whose_cells_have_names(path):
    notebook = read(path)
    nbformat.validate(notebook)
    assert (notebook.nbformat, notebook.nbformat_minor) == (4, 5)
    assert notebook.metadata.kernelspec.name == "python3"
    ids = [cell.id for cell in notebook.cells]
    assert len(set(ids)) == len(ids)
    assert [name for name in ids if not re.fullmatch(r"[a-z]+(-[a-z0-9]+)*", name)] == []


@every_lesson
def test_a_lesson_opens_with_what_you_will_do_learn_and_need(path):
    first = prose(read(path).cells[0])
    headings = [line for line in first.splitlines() if line.startswith("#")]
    assert headings[0].startswith("# ")
    assert tuple(headings[1:]) == WORDS[path.parent.name].opening


@every_lesson
def test_a_lesson_opens_the_demo_in_its_own_language_once(path):
    line = f'book = open_workbook("demo", language="{path.parent.name}")'
    lines = [line for cell in code_of(read(path)) for line in cell.source.splitlines()]
    assert [given for given in lines if "open_workbook(" in given] == [line]


@every_lesson
def test_code_cells_are_short_and_bear_no_comments(path):
    for cell in code_of(read(path)):
        assert 1 <= len(cell.source.splitlines()) <= MOST_LINES, cell.id
        tokens = tokenize.generate_tokens(io.StringIO(cell.source).readline)
        assert [t.string for t in tokens if t.type == tokenize.COMMENT] == [], cell.id


@every_lesson
def test_prose_cells_are_short(path):
    for cell in prose_of(read(path)):
        words = [w for w in prose(cell).split() if any(char.isalnum() for char in w)]
        assert 1 <= len(words) <= MOST_WORDS, (cell.id, len(words))


@every_lesson
def test_prose_stands_before_and_after_every_code_cell(path):
    kinds = [cell.cell_type for cell in read(path).cells]
    assert kinds[0] == kinds[-1] == "markdown"
    assert ("code", "code") not in list(pairwise(kinds))


@every_lesson
def test_outputs_are_stored_where_they_are_compared_and_nowhere_else(path):
    compared = 0
    for cell in code_of(read(path)):
        tagged = COMPARED in cell.metadata.get("tags", [])
        compared += tagged
        assert bool(cell.outputs) == tagged, cell.id
        assert bool(cell.execution_count) == tagged, cell.id
        for output in cell.outputs:
            assert output.output_type == "execute_result", cell.id
            assert output.data.keys() <= {"text/plain", "text/html"}, cell.id
            assert max(map(len, output.data.values())) <= MOST_STORED, cell.id
    assert compared >= 3


@every_lesson
def test_each_chart_is_followed_by_what_it_shows_and_then_by_a_doubt(path):
    cells, words = read(path).cells, WORDS[path.parent.name]
    charts = [i for i, c in enumerate(cells) if c.cell_type == "code" and shown_by(c) == "charts"]
    assert charts
    for at in charts:
        after = prose(cells[at + 1])
        headings = [line for line in after.splitlines() if line.startswith("#")]
        assert headings == [words.shows, words.doubt], cells[at].id


@every_lesson
def test_a_measure_is_worked_out_in_the_open_and_then_equals_the_package_s(path):
    def compares(cell):
        asserted = any(isinstance(node, ast.Assert) for node in ast.parse(cell.source).body)
        return asserted and ("insight." in cell.source or "read_contacts(" in cell.source)

    assert any(compares(cell) for cell in code_of(read(path)) if not is_folded(cell))


@every_lesson
def test_two_exercises_or_more_are_numbered_and_each_has_a_folded_answer_that_is_checked(path):
    cells, words = read(path).cells, WORDS[path.parent.name]
    begins = words.exercise.format("")
    asked = [i for i, c in enumerate(cells) if prose(c).startswith(begins)]
    folded = [i for i, c in enumerate(cells) if c.cell_type == "code" and is_folded(c)]
    assert folded == [i + 1 for i in asked]
    assert len(asked) >= 2
    for number, at in enumerate(asked, 1):
        assert prose(cells[at]).splitlines()[0] == words.exercise.format(number)
        answer = ast.parse(cells[at + 1].source)
        assert any(isinstance(node, ast.Assert) for node in answer.body), cells[at + 1].id


@every_lesson
def test_bold_marks_a_term_and_the_name_that_code_gives_it_further_down(path):
    cells = read(path).cells
    found = 0
    for at, cell in enumerate(cells):
        if cell.cell_type != "markdown":
            continue
        below = "\n".join(c.source for c in cells[at:] if c.cell_type == "code")
        for term in TERM.finditer(prose(cell)):
            found += 1
            assert term["name"], f"{cell.id}: {term['term']} has no name"
            assert re.search(rf"\b{re.escape(term['name'])}\b", below), f"{cell.id}: {term['name']}"
    assert found


@every_lesson
def test_a_lesson_ends_with_how_to_go_on_with_your_own_network(path):
    last = prose(read(path).cells[-1])
    assert last.startswith(WORDS[path.parent.name].own)
    assert "open_workbook()" in last


@every_lesson
def test_arabic_prose_is_read_from_the_right_and_its_digits_are_western(path):
    for cell in prose_of(read(path)):
        assert bool(WRAPPED.fullmatch(cell.source)) == (path.parent.name == "ar"), cell.id
        assert re.search(r"[\u0660-\u0669\u06f0-\u06f9]", cell.source) is None, cell.id


@every_lesson
def test_code_in_arabic_prose_begins_and_ends_with_a_letter_or_says_its_direction(path):
    for cell in prose_of(read(path)) if path.parent.name == "ar" else ():
        turned = [c for c in re.findall(r"`([^`]+)`", cell.source) if not LATIN.fullmatch(c)]
        assert turned == [], cell.id


def run_nbval(folder):
    """What the lessons of a folder say when they are run and compared."""
    config = str(ROOT / "tests" / "nbval.cfg")
    compare = ["--nbval-lax", "--nbval-sanitize-with", config, "--rootdir", str(folder)]
    return subprocess.run(
        [sys.executable, "-m", "pytest", str(folder), "-p", "no:cacheprovider", *compare],
        cwd=folder,
        capture_output=True,
        text=True,
        timeout=180,
        check=False,
    )


def test_a_wrong_stored_number_fails_and_the_right_one_passes(tmp_path):
    notebook = read(NOTEBOOKS / "en" / "00_start_here.ipynb")
    at = next(i for i, c in enumerate(notebook.cells) if c.cell_type == "code" and c.outputs)
    notebook.cells = notebook.cells[: at + 1]
    copy = tmp_path / "copy.ipynb"
    nbformat.write(notebook, copy)
    right = run_nbval(tmp_path)
    assert right.returncode == 0, right.stdout
    output = notebook.cells[at].outputs[0].data
    output["text/plain"] = str(int(output["text/plain"]) + 1)
    nbformat.write(notebook, copy)
    wrong = run_nbval(tmp_path)
    assert wrong.returncode == 1, wrong.stdout
    assert "mismatch 'text/plain'" in wrong.stdout
