"""What serving/README.md and serving/deploy/ tell: it can be done as it is written there."""

import re
import shlex
import shutil
import subprocess
from pathlib import Path

import pytest

from served import ROOT
from shabakati.language import current_language, use
from shabakati_serving.room import limits
from shabakati_serving.room.options import read_options
from shabakati_serving.room.settings import PORT

SERVING = ROOT / "serving"
DEPLOY = SERVING / "deploy"
README = (SERVING / "README.md").read_text("utf-8")
ARABIC, ENGLISH = README.split("</div>", 1)


@pytest.fixture(autouse=True)
def _spoken():
    before = current_language()
    yield
    use(before)


def code_blocks(text):
    return re.findall(r"```bash\n(.*?)```", text, re.DOTALL)


def room_commands(text):
    """The options of each command that opens a room."""
    found = []
    for line in "".join(code_blocks(text)).splitlines():
        words = shlex.split(line, comments=True)
        if words[:2] == ["make", "room"]:
            told = [word for word in words[2:] if word.startswith("OPTIONS=")]
            found.append(shlex.split(told[0].removeprefix("OPTIONS=")) if told else [])
        elif words and words[0].endswith("shabakati-room"):
            found.append(words[1:])
        elif words[:2] == ["docker", "run"]:
            found.append(words[words.index("shabakati") + 1 :])
    return found


@pytest.mark.parametrize("text", [ARABIC, ENGLISH], ids=["ar", "en"])
def test_every_command_of_the_readme_has_options_that_are_taken(text):
    commands = room_commands(text)
    assert len(commands) == 6
    for command in commands:
        read_options(command)


def test_both_languages_tell_the_same_commands_files_and_numbers():
    same = [re.sub(r"#.*|--language \w+", "", block) for block in code_blocks(ARABIC)]
    other = [re.sub(r"#.*|--language \w+", "", block) for block in code_blocks(ENGLISH)]
    assert same == other[: len(same)]
    english = ENGLISH.split("# How it is built")[0]
    for pattern in (r"\]\((\S+?)\)", r"^\| (\d+) \| (\d+) GB", r"^(\d)\. "):
        arabic = re.findall(pattern, ARABIC, re.MULTILINE)
        assert arabic
        assert arabic == re.findall(pattern, english, re.MULTILINE)


def test_every_file_that_the_readme_names_is_there():
    for name in re.findall(r"\]\((\S+?)\)", README):
        assert (SERVING / name).exists(), name


def test_the_memory_of_the_table_is_enough():
    rows = re.findall(r"^\| (\d+) \| (\d+) GB", ENGLISH, re.MULTILINE)
    for people, gigabytes in rows:
        needed = limits.MEMORY_OURS + int(people) * limits.MEMORY_EACH
        assert needed <= int(gigabytes) * 10**9


@pytest.mark.skipif(not shutil.which("make"), reason="a system without make")
def test_make_room_starts_the_room_with_its_options():
    done = subprocess.run(
        ["make", "-n", "-o", "set-up", "room", "OPTIONS=--open --code"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    assert "shabakati-room --open --code" in done.stdout


def test_the_service_takes_its_options_and_leaves_no_right():
    unit = (DEPLOY / "shabakati-room.service").read_text("utf-8")
    started = re.search(r"^ExecStart=(.*)$", unit, re.MULTILINE)[1]
    filled = started.replace("${ROOM_HOST}", "a.org").replace("${ROOM_CODE}", "4729")
    options = read_options(shlex.split(filled)[1:])
    assert (options.behind_proxy, options.open, options.port) == (True, False, PORT)
    settings = dict(line.split("=", 1) for line in unit.splitlines() if re.match(r"\w+=", line))
    assert settings["CapabilityBoundingSet"] == ""
    assert settings["ProtectSystem"] == "strict"
    assert settings["IPAddressDeny"] == "any"
    assert settings["KillSignal"] == "SIGINT"
    assert settings["MemorySwapMax"] == "0", "nothing of memory goes to the disk"
    files = limits.FILES_OURS + limits.FILES_EACH * options.people
    assert int(settings["LimitNOFILE"]) >= files


@pytest.mark.skipif(not shutil.which("systemd-analyze"), reason="a system without systemd")
def test_systemd_understands_the_service(tmp_path):
    unit = (DEPLOY / "shabakati-room.service").read_text("utf-8")
    trial = tmp_path / "shabakati-room.service"
    trial.write_text(re.sub(r"^ExecStart=\S+", "ExecStart=/bin/true", unit, flags=re.MULTILINE))
    done = subprocess.run(["systemd-analyze", "verify", trial], capture_output=True, text=True)
    assert trial.name not in done.stderr
    assert done.returncode == 0


def test_both_proxies_lead_to_the_rooms_port_and_pass_what_it_needs():
    nginx, caddy = ((DEPLOY / name).read_text("utf-8") for name in ("nginx.conf", "Caddyfile"))
    assert f"proxy_pass http://127.0.0.1:{PORT};" in nginx
    assert f"reverse_proxy 127.0.0.1:{PORT} " in caddy
    for needed in (
        "proxy_set_header Host $http_host;",
        "proxy_set_header X-Forwarded-For $remote_addr;",
        "proxy_set_header X-Forwarded-Proto $scheme;",
        "proxy_set_header Upgrade $http_upgrade;",
        "proxy_buffering off;",
        "access_log off;",
    ):
        assert needed in nginx
    assert nginx.count("{") == nginx.count("}")


@pytest.mark.skipif(not shutil.which("caddy"), reason="a system without Caddy")
def test_caddy_understands_its_file(tmp_path):
    command = ["caddy", "adapt", "--adapter", "caddyfile", "--config", DEPLOY / "Caddyfile"]
    done = subprocess.run(command, capture_output=True, text=True, cwd=Path(tmp_path))
    assert done.returncode == 0, done.stderr
