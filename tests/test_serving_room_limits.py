"""Whether a computer can seat the room: open files, memory, the port."""

import json
import socket
import subprocess
import sys

import psutil
import pytest

from shabakati_serving.room import limits
from shabakati_serving.room.mistake import Mistake

GIB = 2**30
_UNDER = """
import json, resource, sys
from shabakati_serving.room.limits import seats_by_files
def under(soft, hard):
    resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))
    return seats_by_files(200), resource.getrlimit(resource.RLIMIT_NOFILE)[0]
print(json.dumps([under(256, 4096), under(256, 1000), under(256, 256)]))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="there is no such limit there")
def test_the_limit_of_open_files_is_raised_to_what_the_room_needs_or_it_is_known_how_many_fit():
    command = [sys.executable, "-c", _UNDER]
    done = subprocess.run(command, capture_output=True, check=True)
    needed = limits.FILES_OURS + 200 * limits.FILES_EACH
    assert json.loads(done.stdout) == [[200, needed], [50, 1000], [0, 256]]


def test_a_containers_memory_is_the_limit_where_it_is_the_smaller(tmp_path):
    (tmp_path / "memory.current").write_text(f"{GIB // 4}\n")
    (tmp_path / "memory.max").write_text(f"{GIB // 2}\n")
    assert limits.free_memory(tmp_path) == GIB // 4
    (tmp_path / "memory.max").write_text("max\n")
    assert limits.free_memory(tmp_path) > GIB // 4
    assert limits.free_memory(tmp_path / "absent") <= psutil.virtual_memory().total


def test_no_more_are_seated_than_come():
    assert limits.seats_by_memory(0) == 0
    assert limits.seats_by_memory(10**6) < 10**6


@pytest.fixture
def taken():
    """A port that somebody listens at."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        yield server.getsockname()[1]


def test_a_port_that_was_asked_for_is_never_changed_for_another(taken):
    with pytest.raises(Mistake) as caught:
        limits.choose_port("127.0.0.1", taken)
    assert caught.value.kind == "port_taken"
    assert str(taken) in caught.value.words()


def test_a_room_that_closed_a_moment_ago_opens_at_its_port_again():
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
        guest = socket.create_connection(("127.0.0.1", port))
        host, _ = server.accept()
        host.close()  # the side that closes first leaves the port waiting
        guest.close()
    assert limits.choose_port("127.0.0.1", port) == port


def test_without_a_wish_the_first_free_port_is_taken(taken):
    assert taken < limits.choose_port("127.0.0.1", None, taken) < taken + 20
