"""A participant comes, plants names in every way, and leaves: the server has kept none of them."""

import gzip
import io
import json
import secrets
import time
import zipfile
from pathlib import Path

import psutil
import pytest
from websockets.sync.client import connect

from forked import PATIENCE
from served import serve_room
from shabakati.errors import SourceError
from shabakati.intake import read_contacts
from shabakati.language import say, say_in, use
from shabakati_serving.warm.carer import FORKING
from test_page import CONTACTS, Visitor
from traces import found, holds, places, spellings
from workbooks import xlsx

pytestmark = pytest.mark.skipif(not FORKING, reason="kernels are forked on Linux only")
DAMAGED = b"PK\x03\x04 broken"
WAYS = ("form", "sheet", "archive", "card", "error", "argument")


def unheard(start):
    return start + "".join(secrets.choice("bdfglmnrstz") + secrets.choice("aiou") for _ in "123456")


def files(planted):
    connections = "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
    connections += (
        f"{planted['archive']},Saleh,https://www.linkedin.com/in/x,,Nile,Clerk,08 Feb 2026\n"
    )
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("Connections.csv", connections)
    card = f"BEGIN:VCARD\nVERSION:3.0\nFN:{planted['card']} Haddad\nTEL:+966501234567\nEND:VCARD\n"
    return {
        "people.xlsx": xlsx(A=[["Name", "Phone"], [f"{planted['sheet']} Aziz", "0551112222"]]),
        "archive.zip": archive.getvalue(),
        "phone.vcf": card.encode(),
    }


def refusal(name):
    """What the page says of a damaged file; the file's name is in it."""
    with pytest.raises(SourceError) as refused:
        read_contacts(DAMAGED, name)
    return str(refused.value)


def second_line(page, address):
    """A line of another window to the participant's own kernel."""
    cookie = "; ".join(f"{c['name']}={c['value']}" for c in page.context.cookies())
    return connect(
        address.split("?")[0],
        max_size=None,
        additional_headers={"Cookie": cookie},
        origin="http://" + address.split("/")[2],
    )


class Socket:
    """Raw messages on a line."""

    def __init__(self, line):
        self.line = line

    def send(self, kind, content, comm=""):
        header = {
            "msg_id": secrets.token_hex(8),
            "msg_type": kind,
            "session": "planted",
            "username": "",
            "version": "5.3",
            "date": "2026-11-25T00:00:00Z",
        }
        told = {"channel": "shell", "header": header, "content": content}
        self.line.send(json.dumps({**told, "parent_header": {}, "metadata": {}, "buffers": []}))

    def hear(self, kind):
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            told = self.line.recv(PATIENCE)
            if isinstance(told, str):
                message = json.loads(told)
                if message["msg_type"] == kind:
                    return message["content"]
        raise AssertionError(f"no {kind} came")


def fail_with(socket, name):
    """Messages that no widget can take: each raises an error that quotes them."""
    socket.send("comm_info_request", {"target_name": "jupyter.widget"})
    models = list(socket.hear("comm_info_reply")["comms"])
    for model in models[:40]:
        wrong = {"method": "update", "state": {"layout": name, "value": {name: name}}}
        socket.send("comm_msg", {"comm_id": model, "data": wrong})
    assert name in json.dumps(socket.hear("error"))  # told to whoever did it
    socket.send(name, {name: name})
    socket.send("comm_open", {"comm_id": name, "target_name": name, "data": {name: name}})
    socket.send("comm_info_request", {})
    socket.hear("comm_info_reply")


def test_what_is_looked_for_is_found_however_it_is_written(tmp_path):
    began = time.time() - 1
    for number, way in enumerate(spellings("سلمى Zqabe")):
        (tmp_path / f"{number}.log").write_bytes(b"before " + way + b" after")
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("xl/strings.xml", "سلمى Zqabe" * 99)
    (tmp_path / "a.tmp").write_bytes(packed.getvalue())
    (tmp_path / "b.gz").write_bytes(gzip.compress("سلمى Zqabe".encode() * 99))
    (tmp_path / "clean").write_bytes("سلمى Zqaba".encode())
    told = found(["سلمى Zqabe"], began, [tmp_path])
    assert len(told) == len(list(tmp_path.iterdir())) - 1
    assert str(tmp_path / "clean") not in told


def house(server):
    """The folder of all kernels' folders; the server's nursery was told of it."""
    for child in psutil.Process(server.pid).children(recursive=True):
        line = child.cmdline()
        if "shabakati_serving.warm.nursery" in line:
            return Path(line[-1]).parent
    raise LookupError("no nursery")


def rooms(there):
    return {path for path in there.glob("*") if path.is_dir()}


def test_of_a_participant_nothing_is_left_on_the_server(page, tmp_path, monkeypatch):
    use("en")
    planted = {way: unheard("Zq").capitalize() for way in WAYS} | {"arabic": "زغبوش" + "ةىءؤ" * 3}
    looked = [*places(), tmp_path]
    monkeypatch.setenv("HOME", str(tmp_path / "home"))  # the server's; its caches would be there
    (tmp_path / "home").mkdir()
    began = time.time()
    with serve_room(tmp_path, "--ready", "1") as served:
        opening = served.said.read_text("utf-8")
        theirs = []
        page.on("websocket", lambda socket: theirs.append(socket.url))
        visitor = Visitor(page, served)
        visitor.open("en", step="02_my_people")
        there = house(served.process)
        taken_up = rooms(there)
        assert taken_up
        for name, data in files(planted).items():
            page.locator(CONTACTS).set_input_files(
                {"name": f"{planted['argument']}-{name}", "mimeType": "", "buffer": data}
            )
            visitor.press(say("forms.contacts.take", n=1))
            visitor.wait_for(say("forms.contacts.added", n=1))
        page.locator(CONTACTS).set_input_files(
            {"name": f"{planted['argument']}.xlsx", "mimeType": "", "buffer": DAMAGED}
        )
        visitor.wait_for(refusal(f"{planted['argument']}.xlsx"))
        visitor.go("01_my_goals")
        box = page.locator("textarea, input[type=text]").locator("visible=true").first
        box.fill(f"{planted['form']} {planted['arabic']}")
        box.press("Tab")
        with second_line(page, theirs[0]) as line:
            fail_with(Socket(line), planted["error"])
        visitor.go("10_my_plan")
        taken = {}
        for key in ("report", "excel"):
            with page.expect_download(timeout=PATIENCE * 1000) as download:
                visitor.press(say(f"forms.take.{key}"))
            taken[key] = Path(download.value.path()).read_bytes()
        assert {planted[way] for way in ("sheet", "archive", "card")} <= holds(
            taken["excel"], planted.values()
        )
        assert taken["report"].startswith(b"%PDF")
        assert found(planted.values(), began, looked) == {}
        page.goto("about:blank")
        end = time.monotonic() + PATIENCE
        while taken_up <= rooms(there) and time.monotonic() < end:
            time.sleep(0.2)
        assert len(taken_up & rooms(there)) < len(taken_up)
        assert found(planted.values(), began, looked) == {}
    assert not there.exists()
    assert found(planted.values(), began, looked) == {}
    said = served.said.read_text("utf-8")
    assert "TraitError" in said  # that there was an error is told
    assert said.startswith(opening)
    ending = say_in("ar", "room.start.ended").split()
    reports = [line.split() for line in said.removeprefix(opening).splitlines() if line]
    assert reports.pop() == ending
    assert all(len(report) <= 5 for report in reports)
