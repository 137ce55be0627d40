"""Hold the twin lessons together.

`python tools/twins.py check` says what differs between the twins, and fails if anything does;
`python tools/twins.py stamp` is run after a prose cell was edited in both languages.

Each Arabic prose cell carries two hashes: `renders`, of the English cell that it renders, and
`stands`, of itself. An edit of one alone no longer agrees with them. `stamp` takes a change in
both; a change in one alone (a spelling, say) must be named: `stamp --alone LESSON/CELL`.
"""

from __future__ import annotations

import argparse
import hashlib
import sys
from collections.abc import Iterable, Iterator
from itertools import zip_longest
from pathlib import Path
from typing import Any, NamedTuple

import nbformat

HOME = Path(__file__).parents[1] / "notebooks"
LANGUAGE_LINE = 'book = open_workbook("demo", language="{}")'


class Twins(NamedTuple):
    """One lesson in both languages; a path may not exist."""

    name: str
    english: Path
    arabic: Path


class Edit(NamedTuple):
    """A prose cell whose hashes are not those that stand in the Arabic cell."""

    cell: str
    english: bool
    arabic: bool

    def __str__(self) -> str:
        if self.english and self.arabic:
            return f"{self.cell}: edited in both"
        one, other = ("English", "Arabic") if self.english else ("Arabic", "English")
        return f"{self.cell}: edited in {one} alone; edit the {other} cell too, then stamp"


def lessons(home: Path = HOME) -> list[Twins]:
    """Every lesson that has a file in either language, in the order of their names."""
    names = {path.name for side in ("en", "ar") for path in (home / side).glob("*.ipynb")}
    return [Twins(name[:-6], home / "en" / name, home / "ar" / name) for name in sorted(names)]


def read(path: Path) -> Any:
    """A notebook, as it stands."""
    return nbformat.read(path, as_version=nbformat.NO_CONVERT)


def digest(source: str) -> str:
    """The hash of a cell's source."""
    return "sha256:" + hashlib.sha256(source.encode()).hexdigest()


def hashes(english: Any, arabic: Any) -> dict[str, str]:
    """What an Arabic prose cell must carry."""
    return {"renders": digest(english.source), "stands": digest(arabic.source)}


def edits(english: Any, arabic: Any) -> Iterator[Edit]:
    """Prose cells that were edited since the hashes were stamped; cells pair by id."""
    sources = {cell.id: cell for cell in english.cells}
    for cell in arabic.cells:
        if cell.cell_type != "markdown" or cell.id not in sources:
            continue
        has, needs = cell.metadata.get("shabakati", {}), hashes(sources[cell.id], cell)
        if has != needs:
            changed = (has.get(key) != needs[key] for key in ("renders", "stands"))
            yield Edit(cell.id, *changed)


def differences(english: Any, arabic: Any) -> Iterator[str]:
    """All that sets the twins apart, beside the language line and the words of the prose."""
    if english.metadata != arabic.metadata:
        yield "the metadata of the notebooks differ"
    for left, right in zip_longest(english.cells, arabic.cells):
        if left is None or right is None:
            yield f"{(left or right).id}: stands in one language only"
        elif (left.id, left.cell_type) != (right.id, right.cell_type):
            yield f"{left.id}: its twin is {right.id}, {right.cell_type}"
        elif left.cell_type == "code":
            yield from _code_differences(left, right)
    yield from map(str, edits(english, arabic))


def _code_differences(left: Any, right: Any) -> Iterator[str]:
    pairs = zip_longest(left.source.splitlines(), right.source.splitlines())
    spoken = tuple(LANGUAGE_LINE.format(code) for code in ("en", "ar"))
    if any(ours != theirs and (ours, theirs) != spoken for ours, theirs in pairs):
        yield f"{left.id}: the code differs"
    if left.metadata != right.metadata:
        yield f"{left.id}: the metadata differ"
    if left.outputs != right.outputs:
        yield f"{left.id}: the stored outputs differ"


def check(home: Path = HOME) -> list[str]:
    """What is wrong with the twins, one line each; nothing when all is well."""
    found = []
    for twins in lessons(home):
        missing = [path for path in (twins.english, twins.arabic) if not path.exists()]
        found += [f"{twins.name}: {path.parent.name} has no such lesson" for path in missing]
        if not missing:
            told = differences(read(twins.english), read(twins.arabic))
            found += [f"{twins.name}/{line}" for line in told]
    return found


def stamp(home: Path = HOME, alone: Iterable[str] = ()) -> tuple[list[str], list[str]]:
    """Write the hashes of edited cells; what was stamped, and what was refused, one line each."""
    stamped: list[str] = []
    refused: list[str] = []
    for twins in lessons(home):
        if not (twins.english.exists() and twins.arabic.exists()):
            continue
        english, arabic = read(twins.english), read(twins.arabic)
        ours, theirs = ({c.id: c for c in side.cells} for side in (english, arabic))
        for edit in edits(english, arabic):
            allowed = (edit.english and edit.arabic) or f"{twins.name}/{edit.cell}" in alone
            (stamped if allowed else refused).append(f"{twins.name}/{edit}")
            if allowed:
                cell = theirs[edit.cell]
                cell.metadata["shabakati"] = hashes(ours[edit.cell], cell)
                nbformat.write(arabic, twins.arabic)
    return stamped, refused


def main() -> int:
    """Check or stamp; 0 when all is well."""
    parser = argparse.ArgumentParser(description="Hold the twin lessons together.")
    parser.add_argument("what", choices=["check", "stamp"])
    parser.add_argument("--alone", action="append", default=[], metavar="LESSON/CELL")
    parser.add_argument("--home", type=Path, default=HOME, help="where ar/ and en/ stand")
    asked = parser.parse_args()
    if asked.what == "check":
        wrong = check(asked.home)
        print("\n".join(wrong) or "The twins agree.")
        return 1 if wrong else 0
    stamped, refused = stamp(asked.home, asked.alone)
    print("\n".join([*stamped, *refused]) or "Nothing was edited.")
    return 1 if refused else 0


if __name__ == "__main__":
    sys.exit(main())
