"""What is kept apart is tried on the machine; where there is less, what there is."""

import asyncio
import json
import os
import platform
import subprocess
import sys

import pytest
from jupyter_client.kernelspec import KernelSpec
from jupyter_client.manager import AsyncKernelManager

from shabakati.language import LANGUAGES, use
from shabakati.opening import ROOM
from shabakati_serving.warm.sandbox import Isolation, in_force, landlock, say_what, seccomp

closed = pytest.mark.skipif(landlock.version() < 6, reason="this system has no Landlock 6")
filtered = pytest.mark.skipif(not seccomp.known(), reason="no filter for this machine")


@closed
@pytest.mark.parametrize("version", [1, 2, 3, 4, 5])
def test_an_older_system_keeps_files_apart_with_what_it_has(version):
    older = "from shabakati_serving.warm.sandbox import landlock, trial\n"
    older += f"landlock.version = lambda: {version}\ntrial.main()"
    done = subprocess.run([sys.executable, "-c", older], capture_output=True, text=True)
    told = json.loads(done.stdout)
    assert told["files"]
    assert told["dumps"]
    assert not told["processes"]  # signals since version 6


def test_where_nothing_is_forked_a_kernel_is_as_quiet(tmp_path):
    async def work():
        manager = AsyncKernelManager(transport="ipc", connection_file=str(tmp_path / "kernel.json"))
        manager._kernel_spec = KernelSpec(
            argv=[sys.executable, "-m", "shabakati_serving.warm.kernel", "{connection_file}"],
            language="python",
        )
        with (tmp_path / "said").open("w") as said:
            await manager.start_kernel(env=os.environ | {ROOM: "1"}, stderr=said, stdout=said)
        client = manager.client()
        client.start_channels()
        try:
            await client.wait_for_ready(timeout=60)
            assert not (tmp_path / "kernel.json").exists()
            bad = "import os; os.write(2, b'Planted'); raise ValueError('Planted')"
            reply = await client.execute_interactive(bad, output_hook=lambda _: None, timeout=60)
            assert reply["content"]["evalue"] == "Planted"
        finally:
            client.stop_channels()
            await manager.shutdown_kernel(now=True)
        told = (tmp_path / "said").read_text()
        assert "ValueError" in told
        assert "Planted" not in told

    asyncio.run(work())


@closed
@filtered
def test_what_is_in_force_is_tried_and_said_in_both_languages():
    found = in_force()
    assert found.whole
    for language in LANGUAGES:
        use(language)
        told, nothing = say_what(found), say_what(Isolation())
        assert len(told) == 4
        assert len(nothing) == 5
        assert not set(told) & set(nothing)


def test_the_filter_is_the_same_for_both_machines_but_for_the_numbers():
    one, other = seccomp.program("x86_64"), seccomp.program("aarch64")
    assert [step[:3] for step in one] == [step[:3] for step in other]
    assert one[-1] == other[-1]
    if platform.machine() in ("x86_64", "aarch64"):
        assert seccomp.known()
