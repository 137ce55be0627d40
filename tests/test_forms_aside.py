"""Reading beside the page tells once how it ended, and nothing after it was stopped."""

import asyncio
import threading

from importing import intake
from shabakati.errors import Cancelled, SourceError
from shabakati.forms.aside import Aside


def make_aside():
    ended = []
    return Aside(lambda done, total: None, lambda *outcome: ended.append(outcome)), ended


def test_without_a_kernel_it_is_read_at_once():
    aside, ended = make_aside()
    read = intake("Sara")
    aside.begin(lambda progress: read)
    assert ended == [(read, None)]


def test_an_error_is_told_as_it_is():
    aside, ended = make_aside()
    error = SourceError("intake.empty", name="f")

    def read(progress):
        raise error

    aside.begin(read)
    assert ended == [(None, error)]


def test_progress_is_told_in_the_kernels_own_thread():
    told = []

    async def run():
        aside = Aside(
            lambda done, total: told.append((done, total, threading.get_ident())),
            lambda *outcome: None,
        )

        def read(progress):
            progress(1, 2)
            return intake("Sara")

        aside.begin(read)
        await aside.task
        await asyncio.sleep(0)

    asyncio.run(run())
    assert told == [(1, 2, threading.get_ident())]


def test_one_that_was_stopped_ends_and_tells_nothing():
    aside, ended = make_aside()
    going, seen = threading.Event(), []

    def read(progress):
        going.set()
        try:
            while True:
                progress(0, 1)
        except Cancelled:
            seen.append("ended")
            raise

    async def run():
        aside.begin(read)
        await asyncio.to_thread(going.wait, 10)
        aside.stop()
        await aside.task

    asyncio.run(run())
    assert seen == ["ended"]
    assert ended == []
