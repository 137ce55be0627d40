"""What tests know of a lesson: where it is, its language, and its words for the fixed parts."""

from __future__ import annotations

import importlib.util
import re
from pathlib import Path
from types import ModuleType
from typing import NamedTuple

import nbformat

ROOT = Path(__file__).parents[1]
NOTEBOOKS = ROOT / "notebooks"
FILES = sorted(NOTEBOOKS.glob("[ae][rn]/*.ipynb"))
NAMES = [f"{path.parent.name}/{path.stem}" for path in FILES]


class Words(NamedTuple):
    """How a language calls the parts that every lesson has."""

    opening: tuple[str, str, str]
    shows: str
    doubt: str
    exercise: str
    own: str


WORDS = {
    "en": Words(
        ("## What you will do", "## What you will learn", "## What you need"),
        "### What it shows",
        "### Where doubt begins",
        "### Exercise {}",
        "## Go on with your own network",
    ),
    "ar": Words(
        ("## ماذا ستفعل؟", "## ماذا ستتعلم؟", "## ماذا تحتاج؟"),
        "### ماذا يُظهر؟",
        "### أين يبدأ الشك؟",
        "### تمرين {}",
        "## تابع بشبكتك أنت",
    ),
}
WRAPPED = re.compile(r'<div dir="rtl" lang="ar">\n\n(.*)\n\n</div>', re.DOTALL)
TERM = re.compile(r"\*\*(?P<term>[^*]+)\*\*(?: \(`(?P<name>[^`]+)`\))?")


def read(path: Path):
    """A notebook, as it stands."""
    return nbformat.read(path, as_version=nbformat.NO_CONVERT)


def prose(cell) -> str:
    """The words of a prose cell, without what turns them right to left."""
    found = WRAPPED.fullmatch(cell.source)
    return found.group(1) if found else cell.source


def tool(name: str) -> ModuleType:
    """A file of `tools/`, as a module."""
    spec = importlib.util.spec_from_file_location(name, ROOT / "tools" / f"{name}.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
