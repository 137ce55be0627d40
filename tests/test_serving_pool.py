"""A room's pool, on a real server: everybody gets a kernel of their own, and nothing of others."""

import asyncio
import os
import re
import signal
import sys
import time
from pathlib import Path

import pytest

from served import ROOT, serve_room
from shabakati_serving.warm.carer import FORKING

sys.path.insert(0, str(ROOT / "benchmarks"))

from participant import Participant
from weighing import kernels

pytestmark = pytest.mark.skipif(not FORKING, reason="kernels are forked on Linux only")
READY = 3
PATIENCE = 60  # seconds
PLANTED = "wa8d1-of-one-visitor"


class Careful(Participant):
    """A participant whose browser fails, as a real one does, on a widget it was not told of."""

    def _learn(self, kind, content):
        if kind == "comm_open":
            referred = set(re.findall(r"IPY_MODEL_([0-9a-f]+)", str(content["data"]["state"])))
            assert referred <= self.models.keys(), "a widget came before one that it shows"
            assert content["comm_id"] not in self.models, "a widget came twice"
        super()._learn(kind, content)


@pytest.fixture(scope="module")
def served(tmp_path_factory):
    with serve_room(tmp_path_factory.mktemp("pool"), "--ready", str(READY)) as running:
        yield running


def eventually(check):
    end = time.monotonic() + PATIENCE
    while not check() and time.monotonic() < end:
        time.sleep(0.1)
    return check()


def full(served):
    return eventually(lambda: len(kernels(served.process.pid)) == READY)


async def together(served, count, act):
    """So many participants join at once, do something, and leave."""
    crowd = [Careful(served.address, []) for _ in range(count)]
    try:
        await asyncio.gather(*(one.join() for one in crowd))
        return await act(crowd)
    finally:
        await asyncio.gather(*(one.leave() for one in crowd))


def test_it_fills_and_more_than_stand_ready_are_served_each_with_their_own(served):
    assert full(served)

    async def act(crowd):
        assert len({one.kernel for one in crowd}) == len(crowd)
        assert len(kernels(served.process.pid)) >= len(crowd)

    asyncio.run(together(served, 3 * READY, act))
    assert full(served)  # those who left gave theirs back, and the pool is filled


def test_steps_open_in_both_languages_and_a_person_is_added_in_one_book_alone(served):
    async def act(crowd):
        one, other = crowd
        await one.go("02_my_people")
        await one.add_person("سلمى")
        await one.go("05_my_map")
        await other.custom(other.bar, kind="language", language="en")
        await other.go("02_my_people")
        await other.go("05_my_map")
        assert "سلمى" in str(one.models)
        assert "سلمى" not in str(other.models)

    asyncio.run(together(served, 2, act))


def test_a_kernel_knows_nothing_of_the_address_that_a_visitor_asked_for(served):
    async def act(crowd):
        (one,) = crowd
        (await one.http.get(f"/?lang=en&name={PLANTED}")).raise_for_status()
        await asyncio.to_thread(eventually, lambda: len(kernels(served.process.pid)) > READY)
        assert holds(os.getpid(), PLANTED.encode())  # so it would be found
        return [pid for pid in kernels(served.process.pid) if holds(pid, PLANTED.encode())]

    assert asyncio.run(together(served, 1, act)) == []


def holds(pid, word):
    """Whether a process has the word anywhere in its memory."""
    for line in Path(f"/proc/{pid}/maps").read_text().splitlines():
        place, rights = line.split()[:2]
        if not rights.startswith("rw"):
            continue
        start, end = (int(part, 16) for part in place.split("-"))
        try:
            with open(f"/proc/{pid}/mem", "rb", buffering=0) as memory:
                memory.seek(start)
                if word in (memory.read(end - start) or b""):
                    return True
        except OSError:
            continue
    return False


def test_kernels_that_died_while_they_stood_ready_are_given_to_nobody(served):
    assert eventually(lambda: len(kernels(served.process.pid)) >= READY)
    dead = kernels(served.process.pid)
    for pid in dead:
        os.kill(pid, signal.SIGKILL)

    async def act(crowd):
        assert not set(dead) & set(kernels(served.process.pid))
        await crowd[0].go("02_my_people")

    asyncio.run(together(served, 2, act))
