"""What went wrong is told by type and place; no word of a message, no value, no name."""

import io
import logging
import subprocess
import sys
import threading
import warnings

import pytest

from shabakati.errors import ShabakatiError
from shabakati.workbook import Workbook
from shabakati_serving import quiet

NAME = "Zubayda bint Planted"
WAYS = """
import asyncio, gc, logging, sys, threading, warnings
from shabakati_serving.quiet import hush
from shabakati import Workbook
hush(sys.stderr)

def fail():
    Workbook.in_memory().change("people", 1, name={name!r} * 99)

class Left:
    def __del__(self):
        fail()

def logged():
    try:
        fail()
    except Exception:
        logging.getLogger("voila").exception("of %s", {name!r})
    logging.getLogger("asyncio").error({name!r})
    logging.warning({name!r})

async def task():
    asyncio.get_running_loop().call_soon(fail)
    asyncio.create_task(asyncio.to_thread(fail))
    await asyncio.sleep(0.2)

thread = threading.Thread(target=fail, name={name!r})
thread.start()
thread.join()
warnings.warn({name!r})
logged()
asyncio.run(task())
Left()
gc.collect()
fail()
"""


@pytest.fixture
def said():
    return io.StringIO()


def test_on_every_way_of_python_an_error_is_told_without_its_words():
    done = subprocess.run(
        [sys.executable, "-c", WAYS.format(name=NAME)], capture_output=True, text=True
    )
    assert done.returncode == 1
    assert done.stdout == ""
    told = done.stderr.splitlines()
    assert len(told) >= 7
    assert "Planted" not in done.stderr
    assert all(len(line.split()) in (3, 5) for line in told)
    assert any("shabakati/storage" in line for line in told)


def test_of_an_error_the_place_is_told_where_it_was_raised_and_where_we_called(said):
    reports = quiet.Reports(said)
    with pytest.raises(ShabakatiError) as raised:
        Workbook.in_memory().change("people", 1, name=NAME)
    reports.error(raised.type, raised.tb)
    assert raised.type.__name__ in said.getvalue()
    assert "shabakati/" in said.getvalue()
    assert NAME not in said.getvalue()


@pytest.mark.parametrize("file", ["<string>", f"/tmp/{NAME}.py", f"{NAME}.xlsx", ""])
def test_a_file_that_is_not_pythons_is_not_named(file):
    assert quiet.short(file) == "?"


def test_a_kind_of_error_whose_name_says_something_is_not_named(said):
    quiet.Reports(said).error(type(NAME, (Exception,), {}), None)
    assert said.getvalue().split()[1:] == ["?", "?"]


def test_so_many_a_minute_are_told_and_of_the_others_how_many(said):
    now = [0.0]
    reports = quiet.Reports(said, lambda: now[0])
    for _ in range(500):
        reports.at("ERROR", __file__, 1)
    assert len(said.getvalue().splitlines()) == 10
    now[0] = 61.0
    reports.at("ERROR", __file__, 1)
    assert said.getvalue().splitlines()[-1].endswith("(+490)")


def test_where_nobody_reads_what_is_told_nothing_fails():
    said = io.StringIO()
    said.close()
    quiet.Reports(said).at("ERROR", __file__, 1)


def test_a_library_that_sets_up_its_own_log_is_hushed_when_asked(said):
    root, handlers = logging.getLogger(), list(logging.getLogger().handlers)
    hooks = sys.excepthook, sys.unraisablehook, threading.excepthook, warnings.showwarning
    try:
        reports = quiet.hush(said)
        other = io.StringIO()
        logger = logging.getLogger("a.library")
        logger.addHandler(logging.StreamHandler(other))
        quiet.hush_loggers(reports)
        logger.error(NAME)
        assert other.getvalue() == ""
        assert len(said.getvalue().split()) == 3
    finally:
        sys.excepthook, sys.unraisablehook, threading.excepthook, warnings.showwarning = hooks
        root.handlers[:] = handlers
