"""A room's kernel: all of the workbook works in it, and it reaches nothing and nobody else."""

import asyncio
import json
import os
import platform
import signal
import socket
import stat
import subprocess
import sys
from pathlib import Path

import pytest
from jupyter_client.kernelspec import KernelSpec
from jupyter_client.manager import AsyncKernelManager

from forked import House, alone, gone, visitor
from served import ROOT
from shabakati.language import LANGUAGES, use
from shabakati.opening import ROOM
from shabakati_serving.warm.carer import FORKING, Carer
from shabakati_serving.warm.sandbox import Isolation, in_force, landlock, say_what, seccomp

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


def folder(kernel):
    return Path(kernel.manager.connection_file).parent


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
    from workbooks import xlsx

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
    os.environ["A_PASSWORD"] = "planted"
    from forked import kernel

    asked = {"SHABAKATI_ROOM": "1", "QUERY_STRING": "x=1", "A_PASSWORD": "planted", "LANG": "C"}
    one = house.enter(kernel(tmp_path, asked))
    told = house.run(one, "import os; print(dict(os.environ))")
    assert "planted" not in told
    assert "QUERY_STRING" not in told
    assert "'LANG': 'C'" in told


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
