"""Setting up on machines that lack something: the first thing said is what to install."""

import os
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
TOOLS = ("sh", "printf", "uname", "rm")


def set_up(folder, **pythons):
    """The script in a folder where only these programs are called Python."""
    tools = folder / "bin"
    tools.mkdir()
    for name in TOOLS:
        real = next(path for d in ("/bin", "/usr/bin") if (path := Path(d, name)).exists())
        (tools / name).symlink_to(real)
    for name, body in pythons.items():
        (tools / name).write_text(f"#!/bin/sh\n{body}\n")
        (tools / name).chmod(0o755)
    (folder / ".venv").mkdir()
    script = ROOT / "serving" / "set_up.sh"
    done = subprocess.run(
        ["/bin/sh", script], cwd=folder, env={"PATH": str(tools)}, capture_output=True, text=True
    )
    assert (folder / ".venv").exists(), "nothing is taken away before there is something better"
    return done


def test_without_python_it_says_what_to_install(tmp_path):
    done = set_up(tmp_path)
    assert done.returncode == 1
    assert "Python 3.11 or newer was not found" in done.stderr
    assert "ثبّته ثم أعد المحاولة" in done.stderr


def test_an_old_python_is_none(tmp_path):
    done = set_up(tmp_path, python3='case "$2" in *version_info*) exit 1;; esac')
    assert done.returncode == 1
    assert "Python 3.11 or newer was not found" in done.stderr


def test_a_python_without_venv_says_which_package_has_it(tmp_path):
    answers = 'case "$2" in *ensurepip*) exit 1;; *print*) echo 3.12;; esac'
    done = set_up(tmp_path, python3=answers)
    assert done.returncode == 1
    assert "sudo apt install python3.12-venv" in done.stderr


@pytest.mark.parametrize("target", ["app", "lab", "test", "bench"])
def test_a_second_run_sets_nothing_up(target):
    environment = {k: v for k, v in os.environ.items() if not k.startswith("MAKE")}
    shown = subprocess.run(
        ["make", "-n", target], cwd=ROOT, env=environment, capture_output=True, text=True
    )
    assert shown.returncode == 0
    assert ".venv/.ready" in shown.stdout
