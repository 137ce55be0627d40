"""The container: what is built into it, as whom it runs, and what it may do."""

import json
import re
import shlex
from pathlib import Path

import pytest
import yaml

from served import ROOT
from shabakati_serving.room.options import read_options
from shabakati_serving.room.settings import PORT

FORM = ["FROM", "RUN", "CMD", "ENTRYPOINT", "HEALTHCHECK"]


def instructions():
    """Each instruction of the Dockerfile as (name, rest), and the number of its stage."""
    text = (ROOT / "Dockerfile").read_text("utf-8")
    joined = re.sub(r"\\\n\s*", " ", re.sub(r"^#.*\n", "", text, flags=re.MULTILINE))
    stage, found = -1, []
    for line in filter(None, map(str.strip, joined.splitlines())):
        name, rest = line.split(maxsplit=1)
        stage += name == "FROM"
        found.append((stage, name, rest))
    return found


def rest_of(name, stage=None):
    return [rest for at, found, rest in instructions() if found == name and stage in (None, at)]


def test_every_command_is_a_list_of_words_and_no_line_for_a_shell():
    commands = [*rest_of("RUN"), *rest_of("ENTRYPOINT"), *rest_of("CMD")]
    health = rest_of("HEALTHCHECK")
    commands += [rest[rest.index("CMD ") + 4 :] for rest in health]
    assert health
    for command in commands:
        assert all(isinstance(word, str) for word in json.loads(command)), command


def test_all_that_is_downloaded_is_held_to_the_locks_hashes():
    runs = [json.loads(rest) for rest in rest_of("RUN")]
    downloads = [words for words in runs if words[:2] == ["pip", "download"]]
    assert len(downloads) == 1
    assert "--require-hashes" in downloads[0]
    assert downloads[0][-1] == "requirements.lock"
    installs = [words for words in runs if words[:2] == ["pip", "install"]]
    assert installs
    assert all("--no-index" in words for words in installs)
    assert not any({"curl", "wget", "apt-get", "git"} & set(words) for words in runs)


def test_code_is_compiled_while_it_can_be_written_and_no_date_spoils_it():
    compiling = [json.loads(rest) for rest in rest_of("RUN") if "compileall" in rest]
    assert len(compiling) == 1
    assert "unchecked-hash" in compiling[0]
    assert compiling[0][-3:] == ["/opt/venv/lib", "widgets", "serving"]


def test_the_last_stage_brings_no_tools_and_runs_without_rights():
    last = max(stage for stage, *_ in instructions())
    assert last == 1
    assert all(rest.startswith("--from=build /") for rest in rest_of("COPY", last))
    assert rest_of("USER", last) == ["10001:10001"]
    after = [name for at, name, _ in instructions() if at == last]
    assert after.index("USER") < after.index("ENTRYPOINT")
    assert rest_of("STOPSIGNAL", last) == ["SIGINT"]
    assert "HOME=/tmp" in rest_of("ENV", last)[0]
    assert "PYTHONDONTWRITEBYTECODE=1" in rest_of("ENV", last)[0]


def test_what_it_starts_is_a_room_that_takes_its_options():
    started = json.loads(rest_of("ENTRYPOINT")[0])
    assert started[0] == "shabakati-room"
    options = read_options([*started[1:], "--behind-proxy", "--host", "a.org", "--code", "4729"])
    assert (options.open, options.port) == (True, PORT)
    assert rest_of("EXPOSE") == [str(PORT)]
    health = json.loads(rest_of("HEALTHCHECK")[0].split("CMD ")[1])
    assert health == ["python", "-m", "shabakati_serving.room.health", str(PORT)]


def ignored(path):
    """Whether .dockerignore keeps a path out: the last pattern for it, or for a folder above."""
    out = False
    for line in (ROOT / ".dockerignore").read_text("utf-8").splitlines():
        pattern = line.strip().removeprefix("!")
        if not pattern or pattern.startswith("#"):
            continue
        above = [Path(path), *Path(path).parents]
        name = pattern.removeprefix("**/")
        if pattern == "*" or any(str(one) == pattern or one.name == name for one in above):
            out = not line.startswith("!")
    return out


@pytest.mark.parametrize(
    "secret",
    [
        "data/mine/my_network.sqlite",
        "data/mine/open.html",
        ".git/config",
        ".venv/bin/python",
        "tests/served.py",
        "serving/__pycache__/x.pyc",
        "own.pem",
    ],
)
def test_nobodys_network_and_nothing_needless_is_sent_to_the_builder(secret):
    assert ignored(secret)


def test_all_that_the_image_copies_is_there_and_sent():
    for rest in rest_of("COPY", 0):
        for source in rest.split()[:-1]:
            assert (ROOT / source).exists()
            assert not ignored(source)


def test_the_composed_room_can_write_nowhere_and_is_reached_by_its_proxy_only():
    services = yaml.safe_load((ROOT / "compose.yaml").read_text("utf-8"))["services"]
    room, proxy = services["room"], services["caddy"]
    assert room["read_only"]
    assert room["tmpfs"] == ["/tmp"]
    assert room["cap_drop"] == ["ALL"]
    assert room["security_opt"] == ["no-new-privileges:true"]
    assert "ports" not in room
    assert room["memswap_limit"] == room["mem_limit"], "nothing of memory goes to the disk"
    told = [re.sub(r"\$\{ROOM_HOST.*", "a.org", str(word)) for word in room["command"]]
    told = [re.sub(r"\$\{ROOM_CODE.*", "4729", word) for word in told]
    told = [re.sub(r"\$\{ROOM_PEOPLE:-(\d+)\}", r"\1", word) for word in told]
    assert read_options(told).behind_proxy
    assert shlex.split(proxy["command"])[-2:] == ["--to", f"room:{PORT}"]
