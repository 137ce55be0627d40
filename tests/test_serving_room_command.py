"""`shabakati-room` as a facilitator starts it: in a terminal, with TLS, until Ctrl+C."""

import os
import re
import select
import socket
import ssl
import subprocess
import sys
import time
from contextlib import suppress
from http.client import HTTPSConnection

import pytest

import certificates
from qr import read_blocks
from served import PATIENCE, ROOT, free_port
from shabakati.language import use
from shabakati_serving.room import health, limits
from shabakati_serving.warm import sandbox

pty = pytest.importorskip("pty", reason="a system without such terminals")

PORT = free_port()
COMMAND = [sys.executable, "-m", "shabakati_serving.room.command"]
MANY = 2000


class Terminal:
    """A program in a terminal of its own: `said` is all that it showed so far."""

    def __init__(self, command, **more):
        self.pid, self._end = pty.fork()
        if self.pid == 0:
            os.chdir(ROOT)
            os.execvpe(command[0], command, os.environ | more)
        self._read = b""

    @property
    def said(self):
        return self._read.decode("utf-8", "replace").replace("\r\n", "\n")

    def wait_for(self, text, patience=PATIENCE):
        end = time.monotonic() + patience
        while text not in self.said:
            left = end - time.monotonic()
            assert left > 0, self.said
            if select.select([self._end], [], [], left)[0]:
                try:
                    self._read += os.read(self._end, 65536)
                except OSError:  # it is gone
                    assert text in self.said, self.said

    def type(self, keys):
        os.write(self._end, keys)

    def end(self):
        """Its exit code."""
        return os.waitstatus_to_exitcode(os.waitpid(self.pid, 0)[1])


@pytest.fixture(scope="module")
def pair(tmp_path_factory):
    return certificates.make(tmp_path_factory.mktemp("tls") / "own")


@pytest.fixture(scope="module")
def room(pair):
    told = ["--open", "--host", "localhost", "--port", str(PORT), "--language", "en", "--code"]
    told += ["--certificate", str(pair.certificate), "--key", str(pair.key), "--ready", "1"]
    told += ["--people", str(MANY)]
    terminal = Terminal([*COMMAND, *told], COLUMNS="100", LINES="40")
    terminal.wait_for("Ctrl+C here closes the room.")
    yield terminal
    terminal.type(b"\x03")
    terminal.wait_for("Nothing that participants wrote was kept here")
    assert terminal.end() == 0
    assert "Traceback" not in terminal.said


@pytest.fixture(scope="module")
def code(room):
    return re.search(r"^    (\d{3}) (\d{3})$", room.said, re.MULTILINE).expand(r"\1\2")


def ask(path, pair, **headers):
    trusting = ssl.create_default_context(cafile=pair.certificate)
    connection = HTTPSConnection("localhost", PORT, timeout=60, context=trusting)
    connection.request("GET", path, headers=headers)
    answer = connection.getresponse()
    answer.read()
    return answer


def test_the_window_shows_the_address_and_a_code_that_a_phone_reads(room, code):
    assert f"    https://localhost:{PORT}/\n" in room.said
    lines = [line[8:-4] for line in room.said.splitlines() if line.startswith("\033[97;40m")]
    assert read_blocks(lines) == [f"https://localhost:{PORT}/?code={code}&lang=en"]
    assert "travels encrypted" in room.said


def test_what_is_too_small_for_so_many_is_said(room):
    seats = limits.seats_by_memory(MANY)
    assert ("The free memory is enough" in room.said) == (seats < MANY)


def test_what_keeps_participants_apart_here_is_said(room):
    use("en")
    flat = " ".join(room.said.split())
    for sentence in sandbox.say_what(sandbox.in_force()):
        assert sentence in flat


def test_tls_is_really_spoken_and_the_door_opens_to_the_code(room, pair, code):
    answer = ask(f"/?code={code}", pair)
    cookie = answer.getheader("Set-Cookie")
    assert (answer.status // 100, code in answer.getheader("Location")) == (3, False)
    assert cookie.startswith("__Host-")
    assert "Secure" in cookie
    assert "lang=en" in answer.getheader("Location")
    assert ask("/", pair).status == 403
    wall = re.search(r"https://localhost:\d+(/voila/wall\?key=\S+)", room.said)[1]
    assert ask(wall, pair).status == 200


def test_nothing_is_answered_in_the_clear(room):
    with socket.create_connection(("127.0.0.1", PORT), timeout=30) as plain:
        plain.sendall(b"GET /voila/health HTTP/1.1\r\nHost: localhost\r\n\r\n")
        with suppress(ConnectionResetError):
            assert plain.recv(100)[:4] != b"HTTP"


def test_its_health_can_be_asked_with_tls_and_without_a_room_there_is_none(room):
    assert health.is_well(PORT)
    with socket.create_server(("127.0.0.1", 0)) as other:
        free = other.getsockname()[1]
    assert not health.is_well(free)


def test_a_second_room_at_its_port_is_refused_in_words(room):
    told = ["--port", str(PORT), "--language", "en"]
    done = subprocess.run([*COMMAND, *told], cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 2
    assert f"Port {PORT} is in use" in done.stderr
    assert "Traceback" not in done.stderr


def test_asking_for_health_imports_nothing_slow():
    script = "import sys, shabakati_serving.room.health; assert 'shabakati' not in sys.modules"
    subprocess.run([sys.executable, "-c", script], cwd=ROOT, check=True)
