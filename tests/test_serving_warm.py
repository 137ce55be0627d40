"""Forked kernels: as ordinary ones, sooner, and none knows anything of another."""

import asyncio
import os
import random
import signal
from contextlib import suppress

import pytest

from forked import PATIENCE, House, alone, gone, kernel, links, sockets, visitor
from shabakati_serving.warm import lines
from shabakati_serving.warm.carer import FORKING, Carer

pytestmark = pytest.mark.skipif(not FORKING, reason="kernels are forked on Linux only")

SHOWS = """
import os, random, tempfile, uuid
import numpy
print(random.random(), numpy.random.random(), next(tempfile._get_candidate_names()), uuid.uuid4())
"""


def test_two_kernels_draw_nothing_alike_and_see_no_state_of_each_other(tmp_path):
    async def work():
        async with kernel(tmp_path) as one, kernel(tmp_path) as other:
            first, second = await one.run(SHOWS), await other.run(SHOWS)
            assert not set(first.split()) & set(second.split())
            await one.run("import shabakati; shabakati.mine = secret = 'Salma'")
            seen = "import shabakati; print(hasattr(shabakati, 'mine'), 'secret' in globals())"
            assert (await other.run(seen)).strip() == "False False"
            assert one.pid != other.pid

    alone(work())


def test_a_kernel_has_its_own_folder_environment_and_no_open_file_of_the_nursery(tmp_path):
    async def work():
        async with kernel(tmp_path) as one, kernel(tmp_path, {"OWN": "yes"}) as other:
            told = await other.run(
                "import os; print(os.getcwd(), os.environ['OWN'], len(os.environ))"
            )
            cwd, own, count = told.split()
            assert (cwd, own) == (str(tmp_path), "yes")
            assert int(count) <= len(os.environ) + 8
            nursery = Carer.instance().pid
            held = {link for link in links(nursery) if link.startswith("socket:")}
            assert held
            for pid in (one.pid, other.pid):
                assert not held & set(links(pid))
            assert not set(sockets(one.pid)) & set(sockets(other.pid))

    alone(work())


def test_nothing_that_was_run_is_kept_in_a_history(tmp_path):
    async def work():
        async with kernel(tmp_path) as one:
            await one.run("planted = 'Umm Kulthum'")
            told = await one.run(
                "print(get_ipython().history_manager.enabled, get_ipython().history_manager.db)"
            )
            assert told.startswith("False")
            assert not [link for link in links(one.pid) if link.endswith("history.sqlite")]

    alone(work())


def test_a_whole_page_of_the_workbook_can_be_made_in_it(tmp_path):
    async def work():
        async with kernel(tmp_path) as one:
            await one.run(
                "from shabakati import open_workbook, steps\n"
                "shown = steps.page(open_workbook('demo'))"
            )
            assert (await one.run("print(shown.comm is not None)")).strip() == "True"

    alone(work())


def test_a_cell_that_never_ends_can_be_interrupted(tmp_path):
    async def work():
        async with kernel(tmp_path) as one:
            endless = "import time\nwhile True: time.sleep(0.05)"
            one.client.execute(endless, stop_on_error=False)  # else what comes next is aborted
            await asyncio.sleep(0.5)
            await one.manager.interrupt_kernel()
            reply = await one.client.get_shell_msg(timeout=PATIENCE)
            assert reply["content"]["ename"] == "KeyboardInterrupt"
            assert (await one.run("print('free')")).strip() == "free"

    alone(work())


def test_a_kernel_that_was_killed_is_known_to_be_gone_and_starts_again(tmp_path):
    async def work():
        async with kernel(tmp_path) as one:
            before = one.pid
            os.kill(before, signal.SIGKILL)
            for _ in range(PATIENCE * 10):
                if not await one.manager.is_alive():
                    break
                await asyncio.sleep(0.1)
            assert not await one.manager.is_alive()
            await one.manager.restart_kernel(now=True)
            await one.client.wait_for_ready(timeout=PATIENCE)
            assert one.pid != before
            assert (await one.run("print(6 * 7)")).strip() == "42"

    alone(work())


def test_a_nursery_that_was_killed_takes_its_kernels_along_and_the_next_kernel_has_a_new_one(
    tmp_path,
):
    async def work():
        async with kernel(tmp_path) as one:
            pid, nursery = one.pid, Carer.instance().pid
            os.kill(nursery, signal.SIGKILL)
            assert await gone(pid)
        async with kernel(tmp_path) as other:
            assert Carer.instance().pid != nursery
            assert (await other.run("print(1)")).strip() == "1"

    alone(work())


def test_when_the_server_goes_the_nursery_and_its_kernels_go(tmp_path):
    async def work():
        async with kernel(tmp_path) as one:
            pid, nursery = one.pid, Carer.instance().pid
            Carer.instance()._process.stdin.close()
            assert await gone(nursery)
            assert await gone(pid)

    alone(work())


def test_messages_are_whole_lines_however_they_are_cut():
    sent = lines.line({"pid": 1}) + lines.line({"file": "\n ملف"}) + b'{"sig'
    for cut in range(len(sent)):
        found, rest = lines.split(sent[:cut])
        more, rest = lines.split(rest + sent[cut:])
        assert [*found, *more] == [{"pid": 1}, {"file": "\n ملف"}]
        assert rest == b'{"sig'


RANDOM = """
import os, random, secrets, tempfile, uuid
import numpy
print(random.random(), random.SystemRandom().random(), numpy.random.random())
print(numpy.random.default_rng().random(), secrets.token_hex(), os.urandom(8).hex())
print(uuid.uuid4(), next(tempfile._get_candidate_names()), tempfile.gettempdir())
print(get_ipython().kernel.session.session, get_ipython().kernel.ident)
"""
PLANTS = """
import decimal, gc, locale, os, sqlite3, warnings
import shabakati
from shabakati import find_duplicates, open_workbook, suggest, insight
from shabakati.people.names import likeness
book = open_workbook()
for name in ("{name} Haddad", "{name} Hadad"):
    book.add("people", name=name, organisation="{name} Bank", role="clerk", topics=["{name}"])
find_duplicates(book.people)
likeness("{name}", "{name}a")
suggest(book.people, book.profile, book.exchanges)
db = sqlite3.connect(":memory:")
db.execute("create table t (x)")
db.execute("insert into t values ('{name}')")
open("left.txt", "w").write("{name}")
kept = open("left.txt")
os.environ["LEFT"] = "{name}"
os.umask(0o000)
os.chdir("/")
gc.disable()
decimal.getcontext().prec = 3
warnings.simplefilter("error")
shabakati.language.use("en")
"""
SEES = """
import decimal, gc, os, sqlite3, sys, tempfile, warnings
import shabakati
from shabakati.language import current_language
print(os.environ.get("LEFT"), oct(os.umask(0o077)), gc.isenabled(), decimal.getcontext().prec)
print(os.getcwd() == tempfile.gettempdir(), os.listdir("."), current_language())
gc.unfreeze()  # what the nursery made too
books = [one for one in gc.get_objects() if isinstance(one, sqlite3.Connection)]
tables = [row[0] for one in books for row in one.execute("select name from sqlite_master")]
print(any(row[2] for one in books for row in one.execute("pragma database_list")), "t" in tables)
ran = [code for code in get_ipython().user_ns["In"] if "insert" + " into" in code]
print(get_ipython().history_manager.enabled, ran == [])
"""
REMEMBERS = """
import functools, sys
for name, module in sorted(sys.modules.items()):
    if name.startswith("shabakati"):
        for one in vars(module).values():
            if type(one) is functools._lru_cache_wrapper and one.cache_parameters()["maxsize"]:
                print(name, one.__name__, one.cache_info().currsize)
"""


@pytest.fixture(scope="module")
def house():
    with House() as house:
        yield house


def test_nothing_random_is_drawn_twice(house, tmp_path):
    drawn = [house.run(house.enter(visitor(tmp_path)), RANDOM).split() for _ in "12"]
    assert len(drawn[0]) == len(drawn[1]) == 11
    assert not set(drawn[0]) & set(drawn[1])


def test_what_one_visitor_does_to_the_process_no_other_meets(house, tmp_path):
    name = "Zq" + "".join(random.choices("abdefghiklmnorstu", k=14))
    before, one = house.enter(visitor(tmp_path)), house.enter(visitor(tmp_path))
    known = house.run(before, REMEMBERS)
    assert len(known.splitlines()) > 10
    house.run(one, PLANTS.format(name=name))
    assert house.run(one, REMEMBERS) != known
    assert [link for link in links(one.pid) if link.endswith("left.txt")]
    after = house.enter(visitor(tmp_path))
    assert house.run(after, REMEMBERS) == known
    for other in (before, after):
        told = house.run(other, SEES).splitlines()
        assert told[0] == "None 0o77 True 28"
        assert told[1].startswith("True ['i")
        assert "left.txt" not in told[1]
        assert told[1].endswith(" ar")
        assert told[2:] == ["False False", "False True"]
        assert not [link for link in links(other.pid) if link.endswith("left.txt")]
        assert not set(sockets(one.pid)) & set(sockets(other.pid))
        assert not pipes(one.pid) & pipes(other.pid) - pipes(Carer.instance().pid)
    if os.access(f"/proc/{one.pid}/mem", os.R_OK):  # root's alone: they are shut
        assert holds(one.pid, name)
        for pid in (before.pid, after.pid, Carer.instance().pid):
            assert not holds(pid, name)


def pipes(pid):
    return {link for link in links(pid) if link.startswith("pipe:")}


def holds(pid, word):
    """Whether a process has the word in memory of its own, as Python keeps plain letters."""
    with open(f"/proc/{pid}/smaps") as maps, open(f"/proc/{pid}/mem", "rb", 0) as memory:
        for line in maps:
            first, *rest = line.split()
            if not first.endswith(":"):
                place, rights = first, rest[0]
            elif first == "Rss:" and rest[0] != "0" and rights.startswith("rw"):
                start, end = (int(number, 16) for number in place.split("-"))
                with suppress(OSError, ValueError, OverflowError):
                    memory.seek(start)
                    if word.encode() in memory.read(end - start):
                        return True
    return False
