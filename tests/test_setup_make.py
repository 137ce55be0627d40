"""Setting up on machines that lack something: the first thing said is what to install."""

import os
import shutil
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


@pytest.fixture
def house(tmp_path):
    """A folder with our Makefile, in which setting up only notes that it was done."""
    house = tmp_path / "my network"
    (house / "serving").mkdir(parents=True)
    for name in ("Makefile", "requirements.lock", "pyproject.toml"):
        shutil.copy(ROOT / name, house)
    (house / "serving" / "set_up.sh").write_text(
        "mkdir -p .venv/bin && echo >> done && printf '#!/bin/sh\\n' > .venv/bin/python"
        " && chmod +x .venv/bin/python\n"
    )
    return house


def make(house, *words):
    environment = {k: v for k, v in os.environ.items() if not k.startswith("MAKE")}
    done = subprocess.run(
        ["make", *words], cwd=house, env=environment, check=True, capture_output=True, text=True
    )
    return done.stdout


def times_set_up(house):
    make(house, "set-up")
    return len((house / "done").read_text().splitlines())


def test_a_second_run_sets_nothing_up(house):
    assert [times_set_up(house) for _ in range(3)] == [1, 1, 1]


def test_other_packages_another_place_or_a_broken_python_are_set_up_again(house):
    assert times_set_up(house) == 1
    (house / "requirements.lock").write_text("other==1\n")
    assert times_set_up(house) == 2
    elsewhere = house.rename(house.with_name("elsewhere"))
    assert times_set_up(elsewhere) == 3
    (elsewhere / ".venv" / "bin" / "python").unlink()
    assert times_set_up(elsewhere) == 4
    assert times_set_up(elsewhere) == 4


@pytest.mark.parametrize("target", ["app", "lab", "test", "bench"])
def test_every_target_sets_up_what_it_needs(house, target):
    assert "sh serving/set_up.sh" in make(house, "-n", target)
