"""One participant of a room, as their browser speaks to the server, without drawing anything."""

import asyncio
import json
import re
import time
import uuid

import httpx
import websockets
from jupyter_server.services.kernels.connection.base import (
    deserialize_msg_from_ws_v1,
    serialize_msg_to_ws_v1,
)

from fetching import fetch_all

PROTOCOL = "v1.kernel.websocket.jupyter.org"
PATIENCE = 120  # seconds for one answer
_CONFIG = re.compile(r'<script id="jupyter-config-data"[^>]*>(.*?)</script>', re.DOTALL)


class Participant:
    """Joins, presses, leaves. `spent` holds the seconds of each stage of joining, from the start.

    `files` are the paths that a real browser asked for; each is fetched.
    """

    def __init__(self, address, files):
        self.address = httpx.URL(address)
        self.files = files
        self.spent = {}
        self.travelled = 0
        self.heard = 0  # messages
        self.models = {}  # widgets' states by the id of their comm
        self._answers = {}  # what is waited for, by the id of the message
        self._session = uuid.uuid4().hex

    async def join(self):
        """Open the page, fetch its files, connect, read all widgets, say hello and be answered."""
        began = time.perf_counter()

        def reached(stage):
            self.spent[stage] = time.perf_counter() - began

        self.http = httpx.AsyncClient(
            base_url=self.address, timeout=PATIENCE, follow_redirects=True
        )
        page = await self.http.get("/")
        page.raise_for_status()
        self.kernel = json.loads(_CONFIG.search(page.text)[1])["kernelId"]
        reached("page")
        place = self.address.host, self.address.port
        self.travelled = await fetch_all(*place, self.files, self._cookies())
        reached("files")
        (await self.http.get(f"/api/kernels/{self.kernel}")).raise_for_status()
        await self._connect()
        reached("socket")
        control = uuid.uuid4().hex
        opening = {"comm_id": control, "target_name": "jupyter.widget.control", "data": {}}
        await self._send("comm_open", opening, metadata={"version": "1.0.0"})
        await self._tell(control, {"method": "request_states"})
        reached("widgets")
        self.bar = next(comm for comm, state in self.models.items() if "greeted" in state)
        await self.custom(self.bar, kind="hello", language="", step="")
        assert self.models[self.bar]["greeted"], "the bar did not answer"
        reached("hello")

    @property
    def here(self):
        """The step that is shown."""
        return self.models[self.bar]["here"]

    async def go(self, step):
        """Open a step; seconds until the kernel has answered all of it."""
        spent = await self.custom(self.bar, kind="go", step=step)
        assert self.models[self.bar]["here"] == step, f"{step} was not opened"
        return spent

    async def add_person(self, name):
        """Type a name into the form of step 02, which is open, and press; seconds of the press."""
        area, button = self._remembering()
        await self._tell(area, {"method": "update", "state": {"value": name}, "buffer_paths": []})
        spent = await self.custom(button, event="click")
        assert self.models[area]["value"] == "", f"{name} was not added"
        return spent

    def _remembering(self):
        """The text area and the button of the form that asks who comes to mind."""
        for state in self.models.values():
            inside = [child.removeprefix("IPY_MODEL_") for child in state.get("children", ())]
            by_kind = {self.models.get(comm, {}).get("_model_name"): comm for comm in inside}
            if {"DropdownModel", "TextareaModel", "ButtonModel"} <= by_kind.keys():
                return by_kind["TextareaModel"], by_kind["ButtonModel"]
        raise LookupError("there is no form to add a person")

    async def custom(self, comm, **content):
        """Send a widget its own kind of message; seconds until the kernel is done with it."""
        return await self._tell(comm, {"method": "custom", "content": content})

    async def leave(self):
        """Close the page: the socket goes, and its beacon bids the kernel farewell."""
        await self.socket.close()
        self._hearing.cancel()
        form = {"_xsrf": (None, self.http.cookies.get("_xsrf", ""))}
        told = await self.http.post(f"/voila/api/shutdown/{self.kernel}", files=form)
        await self.http.aclose()
        return told.status_code

    async def _connect(self):
        scheme = "wss" if self.address.scheme == "https" else "ws"
        place = f"{self.address.host}:{self.address.port}"
        self.socket = await websockets.connect(
            f"{scheme}://{place}/api/kernels/{self.kernel}/channels?session_id={self._session}",
            additional_headers={"Cookie": self._cookies()},
            origin=f"{self.address.scheme}://{place}",
            subprotocols=[PROTOCOL],
            max_size=None,
            open_timeout=PATIENCE,
            ping_interval=None,
        )
        self._hearing = asyncio.create_task(self._hear())
        await self._send("kernel_info_request", {})

    async def _tell(self, comm, data):
        return await self._send("comm_msg", {"comm_id": comm, "data": data})

    async def _send(self, kind, content, metadata=None):
        """Send on the shell channel; seconds until the kernel is idle again after it."""
        header = {
            "msg_id": uuid.uuid4().hex,
            "msg_type": kind,
            "session": self._session,
            "username": "",
            "version": "5.2",
            "date": time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime()),
        }
        message = {
            "header": header,
            "parent_header": {},
            "metadata": metadata or {},
            "content": content,
        }
        answered = self._answers[header["msg_id"]] = asyncio.get_running_loop().create_future()
        began = time.perf_counter()
        await self.socket.send(
            serialize_msg_to_ws_v1(message, "shell", pack=lambda part: json.dumps(part).encode())
        )
        try:
            await asyncio.wait_for(answered, PATIENCE)
        finally:
            del self._answers[header["msg_id"]]
        return time.perf_counter() - began

    async def _hear(self):
        async for heard in self.socket:
            self.heard += 1
            channel, parts = deserialize_msg_from_ws_v1(heard)
            if channel != "iopub":
                continue
            header, parent, _metadata, content = (json.loads(part) for part in parts[:4])
            self._learn(header["msg_type"], content)
            waits = self._answers.get(parent.get("msg_id"))
            idle = content.get("execution_state") == "idle"
            if waits and idle and not waits.done():
                waits.set_result(None)

    def _learn(self, kind, content):
        """Keep the widgets' states as a browser would."""
        data = content.get("data", {})
        if kind == "comm_open":
            self.models[content["comm_id"]] = data.get("state", {})
        elif kind == "comm_close":
            self.models.pop(content["comm_id"], None)
        elif data.get("method") == "update_states":
            for comm, model in data["states"].items():
                self.models[comm] = model["state"] | {"_model_name": model["model_name"]}
        elif data.get("method") == "update":
            self.models.setdefault(content["comm_id"], {}).update(data["state"])

    def _cookies(self):
        return "; ".join(f"{name}={value}" for name, value in self.http.cookies.items())
