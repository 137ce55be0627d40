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
LOCKS = ("requirements.lock", "benchmarks/requirements.lock")
WANTED = [*PROJECT["dependencies"], *PROJECT["optional-dependencies"]["test"]]


def locked(lock=LOCKS[0]):
    """Each package of a lock with its version and its hashes."""
    text = (ROOT / lock).read_text("utf-8")
    entries = re.split(r"\n(?=\S)", re.sub(r"(?m)^\s*#.*\n", "", text))
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


@pytest.mark.parametrize("lock", LOCKS)
def test_each_package_of_a_lock_has_hashes(lock):
    unguarded = [name for name, (_, hashes) in locked(lock).items() if not hashes]
    assert unguarded == []


def test_what_is_measured_against_changes_nothing_that_is_measured():
    ours, theirs = locked(), locked(LOCKS[1])
    both = ours.keys() & theirs.keys()
    assert {name: ours[name] for name in both} == {name: theirs[name] for name in both}


def test_what_builds_the_package_is_in_the_lock():
    built_by = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["build-system"]
    assert {canonicalize_name(name) for name in built_by["requires"]} <= locked().keys()


def test_no_index_is_named():
    files = [
        "requirements.lock",
        "benchmarks/requirements.lock",
        "pyproject.toml",
        "environment.yml",
        "Makefile",
    ]
    for name in [*files, "serving/set_up.sh", ".ci/run"]:
        text = (ROOT / name).read_text("utf-8")
        assert not re.search(r"--(extra-)?index-url|--find-links|--trusted-host|PIP_", text), name


def test_conda_gets_the_same_packages():
    environment = yaml.safe_load((ROOT / "environment.yml").read_text("utf-8"))
    *plain, by_pip = environment["dependencies"]
    assert plain == [f"python{PROJECT['requires-python']}", "pip"]
    assert by_pip["pip"] == [*PROJECT["dependencies"], "-e ."]
