"""A kernel's folder goes with it, however it ends."""

import os
import signal

import pytest

from forked import alone, folder, gone, visitor
from shabakati_serving.warm.carer import FORKING, Carer
from shabakati_serving.warm.folders import House

pytestmark = pytest.mark.skipif(not FORKING, reason="kernels are forked on Linux only")


def test_houses_that_nobody_holds_are_swept_and_held_ones_stay(tmp_path):
    held = House()
    left = held.path.parent / "shabakati-house-left-by-a-test"
    left.mkdir()
    (left / "ipc-1").touch()
    other = House()
    assert not left.exists()
    assert held.path.is_dir()
    held.close()
    other.close()
    assert not held.path.exists()


def test_however_a_kernel_ends_its_folder_goes(tmp_path):
    async def work():
        async with visitor(tmp_path) as one:
            shut = folder(one)
            await one.run("open('left', 'w').write('x')")
        assert not shut.exists()
        async with visitor(tmp_path) as one:
            killed = folder(one)
            await one.run("open('left', 'w').write('x')")
            os.kill(one.pid, signal.SIGKILL)
            await one.manager.provisioner.wait()
            assert not killed.exists()
            await one.manager.restart_kernel(now=True)
            await one.client.wait_for_ready(timeout=60)
            assert folder(one) == killed  # who was connected finds it again
            assert (await one.run("import os; print(os.path.exists('left'))")).strip() == "False"
            os.kill(Carer.instance().pid, signal.SIGKILL)
            assert await gone(one.pid)
            await one.manager.provisioner.wait()
            assert not killed.exists()
            house = killed.parent
        assert house.exists()
        return house

    assert not alone(work()).exists()


def test_when_the_server_is_killed_nothing_of_its_kernels_is_left(tmp_path):
    async def work():
        async with visitor(tmp_path) as one:
            pid, house, nursery = one.pid, folder(one).parent, Carer.instance().pid
            Carer.instance()._process.stdin.close()  # as the system does when the server ends
            assert await gone(pid)
            assert await gone(nursery)
            assert not house.exists()

    alone(work())
