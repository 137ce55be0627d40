"""A room's kernel: all of the workbook works in it, and it reaches nothing and nobody else."""

import os
import socket
import stat
from pathlib import Path

import pytest

from forked import House, folder, kernel, visitor
from served import ROOT
from shabakati_serving.warm.carer import FORKING, Carer
from shabakati_serving.warm.sandbox import landlock, seccomp
from workbooks import xlsx

pytestmark = pytest.mark.skipif(not FORKING, reason="kernels are forked on Linux only")
closed = pytest.mark.skipif(landlock.version() < 6, reason="this system has no Landlock 6")
filtered = pytest.mark.skipif(not seccomp.known(), reason="no filter for this machine")

WALK = """
from shabakati import open_workbook
book = open_workbook()
with open_workbook("demo") as demo:
    book.restore(demo)
from shabakati.steps.app import Page
page = Page(book)
for language in ("en", "ar"):
    page.speak(language)
    for step in list(page._steps()):
        page.go(step.name)
print(len(page._opened))
"""
TAKE = """
from shabakati import outputs
from shabakati.forms.take import make_report
pdf = make_report(book.to_bytes(), lambda done, total: None)
print(pdf[:5], outputs.excel(book)[:2], outputs.archive(book)[:2])
print(outputs.vcard(book.people, "4.0")[:11], outputs.calendar(book)[:15])
"""
BRING = """
import json
from pathlib import Path
import shabakati
from shabakati.intake import read_contacts
demo = Path(shabakati.__file__).parents[2] / "data" / "demo"
print(len(read_contacts(demo / "linkedin_archive.zip").people) > 20)
print(len(read_contacts(demo / "phone.vcf").people) > 10)
print(len(read_contacts(bytes.fromhex({sheet!r}), "a.xlsx").people))
"""
TIMES = """
import datetime as dt, zoneinfo
from hijridate import Gregorian
print(dt.datetime(2026, 7, 1, tzinfo=zoneinfo.ZoneInfo("Asia/Riyadh")).utcoffset())
print(Gregorian(2026, 11, 23).to_hijri().year)
"""
# What is tried from inside; {other}: another kernel's folder, {pid}: its process, {port}: open here
READING = {
    "another's folder": "os.listdir('{other}')",
    "another's socket": "os.open('{other}/ipc-1', os.O_RDONLY)",
    "the house of all": "os.listdir('{house}')",
    "the project": "open('{root}/README.md').read()",
    "the books of this computer": "os.listdir('{root}/data')",
    "the tests": "os.listdir('{root}/tests')",
    "the user's home": "os.listdir('{home}')",
    "the users": "open('/etc/passwd').read()",
    "temporary files": "os.listdir('/tmp')",
    "the root": "os.listdir('/')",
    "the sockets of all": "open('/proc/net/unix').read()",
    "another's environment": "open('/proc/{pid}/environ').read()",
    "another's memory": "open('/proc/{pid}/mem', 'rb').read(1)",
    "the nursery's descriptors": "os.listdir('/proc/{nursery}/fd')",
    "the server's command": "open('/proc/{server}/cmdline').read()",
}
CHANGING = {
    "a file beside it": "open('{house}/x', 'w')",
    "a temporary file": "open('/tmp/shabakati-x', 'w')",
    "shared memory": "open('/dev/shm/shabakati-x', 'w')",
    "the package": "open('{root}/widgets/shabakati/x.py', 'w')",
    "the demo": "open('{root}/data/demo/demo.sqlite', 'r+')",
    "a folder": "os.mkdir('{root}/data/x')",
    "another's socket away": "os.unlink('{other}/ipc-1')",
    "another's socket": "os.rename('{other}/ipc-1', 'x')",
}
DOING = {
    "a connection": "socket.create_connection(('127.0.0.1', {port}))",
    "a port": "socket.socket().bind(('127.0.0.1', 0))",
    "a signal to another": "os.kill({pid}, 0)",
    "a signal to the nursery": "os.kill({nursery}, 0)",
    "a signal to the server": "os.kill({server}, 0)",
    "a shell": "subprocess.run(['/bin/sh', '-c', 'true'])",
}
FILTERED = {
    "a datagram": "socket.socket(type=socket.SOCK_DGRAM)",
    "a socket of the file system": "socket.socket(socket.AF_UNIX).connect('{other}/ipc-1')",
    "the nursery": "socket.socket(socket.AF_UNIX).connect('{door}')",
    "another's limits": "resource.prlimit({pid}, resource.RLIMIT_NOFILE, (1, 1))",
}


@pytest.fixture(scope="module")
def house():
    with House() as house:
        yield house


@pytest.fixture(scope="module")
def one(house, tmp_path_factory):
    return house.enter(visitor(tmp_path_factory.mktemp("one")))


@pytest.fixture(scope="module")
def other(house, tmp_path_factory):
    return house.enter(visitor(tmp_path_factory.mktemp("other")))


@pytest.fixture(scope="module")
def tried(house, one, other):
    """The error of some code in the one kernel, aimed at the other; "" where it was done."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        aims = {
            "other": folder(other),
            "house": folder(other).parent,
            "root": ROOT,
            "home": Path.home(),
            "pid": other.pid,
            "nursery": Carer.instance().pid,
            "server": os.getpid(),
            "port": server.getsockname()[1],
            "door": Carer.instance()._path,
        }

        def attempt(code):
            whole = f"""
import os, resource, socket, subprocess
try:
    {code.format(**aims)}
except OSError as error:
    print(type(error).__name__)
"""
            return house.run(one, whole)

        yield attempt


def test_every_step_opens_in_both_languages(house, one):
    assert int(house.run(one, WALK)) == 11
    assert house.run(one, TIMES).split() == ["3:00:00", "1448"]


def test_every_file_can_be_taken_and_brought(house, one):
    house.run(one, "from shabakati import open_workbook\nbook = open_workbook('demo')")
    told = house.run(one, TAKE)
    assert told.split() == ["b'%PDF-'", "b'PK'", "b'PK'", "b'BEGIN:VCARD'", "b'BEGIN:VCALENDAR'"]
    sheet = xlsx(A=[["Name", "Phone"], ["Sara Haddad", "0501234567"]])
    assert house.run(one, BRING.format(sheet=sheet.hex())).split() == ["True", "True", "1"]


@closed
@pytest.mark.parametrize("what", READING)
def test_it_reads_nothing_of(tried, what):
    assert tried(READING[what]) in ("PermissionError", "FileNotFoundError")


@closed
@pytest.mark.parametrize("what", CHANGING)
def test_it_makes_changes_and_takes_nothing_such_as(tried, what):
    assert tried(CHANGING[what]) == "PermissionError"


@closed
@pytest.mark.parametrize("what", DOING)
def test_it_does_not_get(tried, what):
    assert tried(DOING[what]) == "PermissionError"


@filtered
@pytest.mark.parametrize("what", FILTERED)
def test_it_does_not_reach(tried, what):
    assert tried(FILTERED[what]) == "PermissionError"


def test_its_folder_is_its_own_alone_and_holds_no_key(house, one):
    own = folder(one)
    assert stat.S_IMODE(own.stat().st_mode) & 0o777 == 0o700
    assert not list(own.rglob("*.json"))
    seen = "import os, tempfile\nwith tempfile.NamedTemporaryFile() as file: print(file.name)\n"
    seen += "print(os.getcwd(), os.path.expanduser('~'))"
    name, cwd, home = house.run(one, seen).split()
    assert (Path(name).parent, Path(cwd), Path(home)) == (own, own, own)
    assert house.run(one, "open('x', 'w').close(); print(oct(os.stat('x').st_mode))") == "0o100600"


def test_its_memory_and_files_are_bounded_and_none_of_it_is_dumped(house, one):
    bounded = """
import ctypes, resource
for kind in (resource.RLIMIT_CORE, resource.RLIMIT_DATA, resource.RLIMIT_FSIZE):
    print(*resource.getrlimit(kind))
print(ctypes.CDLL(None).prctl(3, 0, 0, 0, 0), ctypes.CDLL(None).prctl(39, 0, 0, 0, 0))
try:
    much = bytearray(6 << 30)
except MemoryError:
    print("MemoryError")
"""
    core, data, size, dumped, much = house.run(one, bounded).splitlines()
    assert core == "0 0"
    assert all(0 < int(limit) <= 6 << 30 for limit in f"{data} {size}".split())
    assert dumped == "0 1"  # nobody may read its memory; it gets no new rights
    assert much == "MemoryError"


def test_an_environment_holds_nothing_of_the_servers(house, tmp_path):
    asked = {"SHABAKATI_ROOM": "1", "QUERY_STRING": "x=1", "A_PASSWORD": "planted", "LANG": "C"}
    one = house.enter(kernel(tmp_path, asked))
    told = house.run(one, "import os; print(dict(os.environ))")
    assert "planted" not in told
    assert "QUERY_STRING" not in told
    assert "'LANG': 'C'" in told
