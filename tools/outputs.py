"""Run lessons and keep the outputs of the cells that tests compare, and of no others.

python tools/outputs.py                     every lesson
python tools/outputs.py 03_our_places       one lesson, in both languages
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import nbformat
from nbclient import NotebookClient

HOME = Path(__file__).parents[1] / "notebooks"
COMPARED = "nbval-check-output"


def keep_compared(notebook: Any) -> None:
    """Empty every code cell but those tagged as compared; these keep the number of their run."""
    for cell in notebook.cells:
        if cell.cell_type == "code":
            cell.metadata.pop("execution", None)
            if COMPARED not in cell.metadata.get("tags", []):
                cell.execution_count, cell.outputs = None, []


def run(path: Path) -> None:
    """Run a lesson where it stands, and write it back with the outputs that are compared."""
    notebook = nbformat.read(path, as_version=nbformat.NO_CONVERT)
    kernel = notebook.metadata.kernelspec
    where = {"metadata": {"path": path.parent}}
    NotebookClient(notebook, timeout=120, resources=where, record_timing=False).execute()
    keep_compared(notebook)
    notebook.metadata.clear()
    notebook.metadata.update(kernelspec=kernel, language_info={"name": "python"})
    nbformat.write(notebook, path)


def main() -> None:
    """Run the lessons that were named, or all."""
    named = sys.argv[1:]
    for path in sorted(HOME.glob("[ae][rn]/*.ipynb")):
        if not named or path.stem in named:
            run(path)
            print(f"{path.parent.name}/{path.stem}")


if __name__ == "__main__":
    main()
