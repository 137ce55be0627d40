"""Work beside the page: in a thread, on what is newest, never after the end."""

import asyncio
import threading

from shabakati.forms.newest import Newest


class Work:
    """Counts what it was asked to do, and in which thread."""

    def __init__(self):
        self.newest, self.seen, self.done, self.threads = 0, [], [], []
        self.aside = Newest(lambda: (self.newest,), self.work, self.done.append)

    def work(self, number):
        self.threads.append(threading.get_ident())
        self.seen.append(number)
        return number * 10

    async def settle(self):
        while self.aside.waiting:
            await asyncio.sleep(0.005)


def test_without_a_kernel_it_is_done_before_asking_returns():
    work = Work()
    work.aside.ask(5)
    assert (work.done, work.aside.waiting) == ([0], False)


def test_at_once_is_at_once_in_a_kernel_too():
    async def walk():
        work = Work()
        work.aside.ask(0)
        assert work.done == [0]

    asyncio.run(walk())


def test_many_changes_in_a_row_are_one_piece_of_work_on_the_newest_in_another_thread():
    async def walk():
        work = Work()
        for number in range(5):
            work.newest = number
            work.aside.ask(0.02)
        assert work.aside.waiting
        await work.settle()
        assert (work.seen, work.done) == ([4], [40])
        assert threading.get_ident() not in work.threads

    asyncio.run(walk())


def test_what_changes_while_it_works_is_worked_on_again():
    async def walk():
        work = Work()
        go_on, begun = threading.Event(), threading.Event()

        def slow(number):
            begun.set()
            assert go_on.wait(10)
            return number

        aside = Newest(lambda: (work.newest,), slow, work.done.append)
        aside.ask(0.001)
        while not begun.is_set():
            await asyncio.sleep(0.005)
        work.newest = 7
        aside.ask(0.001)
        assert aside.waiting
        go_on.set()
        while aside.waiting:
            await asyncio.sleep(0.005)
        assert work.done == [0, 7]

    asyncio.run(walk())


def test_nothing_is_told_after_the_end():
    async def walk():
        work = Work()
        work.aside.ask(0.001)
        work.aside.close()
        await asyncio.sleep(0.05)
        assert work.done == []

    asyncio.run(walk())


def test_work_that_fails_is_waited_for_no_longer():
    async def walk():
        def fails():
            raise ValueError

        aside = Newest(tuple, fails, print)
        aside.ask(0.001)
        await asyncio.sleep(0.05)
        while not aside.task.done():
            await asyncio.sleep(0.005)
        assert isinstance(aside.task.exception(), ValueError)
        assert not aside.waiting

    asyncio.run(walk())
