"""The rooms of the house: each imports only what stands above it, and nothing that is slow."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


def test_a_room_imports_only_what_stands_above_it():
    lint = Path(sys.executable).with_name("lint-imports")
    done = subprocess.run([lint, "--no-cache"], cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize("room", ["shabakati", "shabakati.charts", "shabakati.steps"])
def test_no_room_builds_the_grammar_that_altairs_import_would(room):
    script = f"import sys, {room}; assert sys.modules.get('rfc3987_syntax') is None"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr


def test_what_computes_is_imported_without_widgets():
    script = "import sys, shabakati; assert not {'ipywidgets', 'altair'} & sys.modules.keys()"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
