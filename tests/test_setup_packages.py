"""What is installed: one list, one lock with hashes, the same for conda, no index named."""

import re
import tomllib
from pathlib import Path

import pytest
import yaml
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
LOCK = (ROOT / "requirements.lock").read_text("utf-8")
WANTED = [*PROJECT["dependencies"], *PROJECT["optional-dependencies"]["test"]]


def locked():
    """Each package of the lock with its version and its hashes."""
    entries = re.split(r"\n(?=\S)", re.sub(r"(?m)^\s*#.*\n", "", LOCK))
    found = {}
    for entry in filter(None, map(str.strip, entries)):
        line, *hashes = entry.split(" \\\n")
        wanted = Requirement(line)
        [version] = wanted.specifier
        assert version.operator == "=="
        found[canonicalize_name(wanted.name)] = (version.version, hashes)
    return found


@pytest.mark.parametrize("text", WANTED)
def test_the_lock_satisfies_what_the_project_names(text):
    wanted = Requirement(text)
    version, _ = locked()[canonicalize_name(wanted.name)]
    assert wanted.specifier.contains(version)


def test_each_package_of_the_lock_has_hashes():
    unguarded = [name for name, (_, hashes) in locked().items() if not hashes]
    assert unguarded == []


def test_what_builds_the_package_is_in_the_lock():
    built_by = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["build-system"]
    assert {canonicalize_name(name) for name in built_by["requires"]} <= locked().keys()


def test_no_index_is_named():
    files = ["requirements.lock", "pyproject.toml", "environment.yml", "Makefile"]
    for name in [*files, "serving/set_up.sh", ".ci/run"]:
        text = (ROOT / name).read_text("utf-8")
        assert not re.search(r"--(extra-)?index-url|--find-links|--trusted-host|PIP_", text), name


def test_conda_gets_the_same_packages():
    environment = yaml.safe_load((ROOT / "environment.yml").read_text("utf-8"))
    *plain, by_pip = environment["dependencies"]
    assert plain == [f"python{PROJECT['requires-python']}", "pip"]
    assert by_pip["pip"] == [*PROJECT["dependencies"], "-e ."]
