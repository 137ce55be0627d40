"""Voilà, set up for one notebook, one reader and no other host."""

from __future__ import annotations

import logging
import os
import re
import shutil
import sys
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from pathlib import Path
from threading import Thread
from typing import Any

from jupyter_client.kernelspec import KernelSpec, KernelSpecManager
from jupyter_server.base.handlers import FileFindHandler
from jupyter_server.services.kernels.handlers import KernelHandler
from tornado.ioloop import IOLoop
from tornado.web import HTTPError, RequestHandler, StaticFileHandler
from traitlets import default
from traitlets.config import Config
from voila.app import Voila
from voila.shutdown_kernel_handler import VoilaShutdownKernelHandler
from voila.static_file_handler import MultiStaticFileHandler, TemplateStaticFileHandler
from voila.tornado.handler import TornadoVoilaHandler
from voila.tornado.kernel_websocket_handler import VoilaKernelWebsocketHandler

import shabakati
from shabakati.opening import in_a_room
from shabakati_serving.guard import Door, guarded
from shabakati_serving.health import Health
from shabakati_serving.hosts import own_names
from shabakati_serving.kernels import Farewell, KernelState
from shabakati_serving.listening import listen
from shabakati_serving.packed import packed
from shabakati_serving.page import STATIC, NoPage, WorkbookPage, page_settings
from shabakati_serving.quiet import hush
from shabakati_serving.room.certificate import speak_tls
from shabakati_serving.room.door import RoomDoor, cookie_secret
from shabakati_serving.room.kernels import OwnFarewell, OwnKernel, OwnSocket, tend
from shabakati_serving.room.page import CodePage, PlacePage, RoomPage
from shabakati_serving.room.pool import use_pool
from shabakati_serving.room.seats import Seats
from shabakati_serving.room.settings import Room
from shabakati_serving.room.wall import WallPage
from shabakati_serving.scripts import Scripts, pack_ahead, page_scripts
from shabakati_serving.socket import Connection, KernelSocket
from shabakati_serving.warm.carer import FORKED, FORKING, Carer
from shabakati_serving.warm.sandbox.limits import keep_to_oneself
from shabakati_serving.watch import Watch

_HERE = Path(__file__).parent
_PACKAGE_STATIC = Path(shabakati.__file__).parent / "static"
_SHORT = Path("/tmp")  # a socket's path may have about 100 characters; Windows has no such sockets
_ROOMS_LARGEST = 8 * 1024 * 1024  # bytes; files come in pieces of 4 MB
_LARGEST_MESSAGE = 64 * 1024 * 1024  # bytes from the browser; Tornado's own limit is 10 MiB
_EXTENSIONS = (
    "@voila-dashboards/widgets-manager8",
    "@jupyter-widgets/jupyterlab-manager",
    "anywidget",
)

_IN_EXTENSIONS = "|".join(map(re.escape, _EXTENSIONS))

# Voilà brings more (the tree, themes, files beside the notebook, what a request was): of that,
# these are served, under the addresses of ours.
_SERVED: dict[type[RequestHandler], tuple[str, type[RequestHandler]]] = {
    TemplateStaticFileHandler: (
        "voila/templates/(lab/static/.+)",
        guarded(packed(TemplateStaticFileHandler)),
    ),
    MultiStaticFileHandler: ("voila/static/(.+)", guarded(Scripts)),
    FileFindHandler: (
        f"voila/labextensions/((?:{_IN_EXTENSIONS})/static/.+)",
        guarded(packed(FileFindHandler)),
    ),
}
_ONE_KERNEL: dict[type[RequestHandler], type[RequestHandler]] = {  # in an app, and in a room
    VoilaKernelWebsocketHandler: guarded(KernelSocket, "GET"),
    KernelHandler: guarded(KernelState),
    VoilaShutdownKernelHandler: guarded(Farewell, "POST"),
}
_ONE_OF_MANY: dict[type[RequestHandler], type[RequestHandler]] = {
    VoilaKernelWebsocketHandler: OwnSocket,
    KernelHandler: OwnKernel,
    VoilaShutdownKernelHandler: OwnFarewell,
}


class OwnKernels(KernelSpecManager):
    """The Python that runs this program runs the notebook, whatever else is on this machine."""

    @default("kernel_dirs")
    def _kernel_dirs(self) -> list[str]:
        return [str(Path(sys.prefix, "share/jupyter/kernels"))]

    def get_kernel_spec(self, kernel_name: str) -> KernelSpec:
        """The kernel, forked from a warm process where the system can."""
        spec = super().get_kernel_spec(kernel_name)
        if FORKING:
            spec.metadata = spec.metadata | {"kernel_provisioner": {"provisioner_name": FORKED}}
        elif in_a_room():
            spec.argv = [sys.executable, "-m", "shabakati_serving.warm.kernel", "{connection_file}"]
        return spec


def config(page: dict[str, Any], room: Room | None) -> Config:
    """What is not for a machine's own Jupyter settings to change; `page` goes to the template."""
    return Config(
        {
            "VoilaConfiguration": {
                "allow_template_override": "NO",
                "allow_theme_override": "NO",
                "preheat_kernel": True,  # kernels stand ready, the notebook run
                "default_pool_size": room.ready if room else 1,
                "show_tracebacks": False,
                "strip_sources": True,
                "file_allowlist": [],
                "extension_allowlist": list(_EXTENSIONS),
                "http_keep_alive_timeout": 60,
                "kernel_spec_manager_class": OwnKernels,
                "resources": {"page": page},
            },
            # The beacon of a page that is left ends its kernel; these catch what it misses.
            "MappingKernelManager": {
                "cull_idle_timeout": 15 * 60,
                "cull_interval": 60,
                "cull_connected": False,
            },
            "ZMQChannelsWebsocketConnection": {"limit_rate": False},
            "AsyncIOLoopKernelManager": {"restarter_class": Watch},
            "Voila": {"kernel_websocket_connection_class": Connection},
            "KernelManager": {"transport": "ipc" if _SHORT.is_dir() else "tcp"},
        }
    )


class Server(Voila):
    """Voilà, all of it behind the door, with our template; for one reader or for a room."""

    name = "voila"
    room: Room | None = None
    page: dict[str, Any]
    template_paths: list[str]
    on_ready: Callable[[str], None]

    def load_config_file(self, *_: Any, **__: Any) -> None:
        """Nothing: what guards the page must not hang on what else is set up on this machine."""

    def setup_template_dirs(self) -> None:
        """Ours first, then Voilà's, which ours extends."""
        super().setup_template_dirs()
        self.template_paths.insert(0, str(_HERE / "template"))

    @property
    def scripts(self) -> Path:
        """The folder of Voilà's own scripts."""
        return next(Path(found) for found in self.static_paths if Path(found, "voila.js").exists())

    def init_settings(self) -> dict[str, Any]:
        """Voilà's, closed: own host names only, no page but ours, no token in a log."""
        room = self.room
        is_open = room is not None and room.is_open
        self.voila_configuration.page_config_hook = page_scripts(self.scripts)
        if room:
            use_pool(room)
        return super().init_settings() | {
            "allow_remote_access": is_open,
            "allow_unauthenticated_access": False,
            "default_handler_class": NoPage,
            "log_function": self._log,
            "own_names": {*room.hosts, *own_names()} if room and is_open else set(),
            "page": self.page,
            "proxied": room is not None and room.proxied,
            "seats": Seats(room) if room else None,
            "websocket_max_message_size": _ROOMS_LARGEST if room else _LARGEST_MESSAGE,
            "xsrf_cookie_kwargs": {"samesite": "Lax", "expires_days": None},
        }

    def init_handlers(self) -> list[Any]:
        """Only what a page of ours asks for, each behind the guard."""
        own = guarded(packed(StaticFileHandler))  # asked for by its version, a file never changes
        rules: list[Any] = [
            (f"{self.server_url}voila/health", Health),
            (f"{self.server_url}voila/page/(.*)", own, {"path": STATIC}),
            (f"{self.server_url}voila/own/(.*)", own, {"path": _PACKAGE_STATIC}),
        ]
        if self.room:
            rules.append((f"{self.server_url}voila/door", CodePage))
            rules.append((f"{self.server_url}voila/place", PlacePage))
            rules.append((f"{self.server_url}voila/wall", WallPage, {"room": self.room}))
        kernels = _ONE_OF_MANY if self.room else _ONE_KERNEL
        for pattern, handler, *options in super().init_handlers():
            if handler is TornadoVoilaHandler:
                rules.append((self.server_url, RoomPage if self.room else WorkbookPage, *options))
            elif handler in kernels:
                rules.append((pattern, kernels[handler], *options))
            elif handler in _SERVED:
                address, ours = _SERVED[handler]
                rules.append((f"{self.server_url}{address}", ours, *options))
        return rules

    def listen(self) -> None:
        """Listen within bounds, and look after what visitors leave behind."""
        room = self.room
        tls = room and room.certificate and room.key and speak_tls(room.certificate, room.key)
        self.app.listen = partial(listen, self.app, tls=tls or None)
        if room:
            seats = self.app.settings["seats"]
            IOLoop.current().spawn_callback(tend, seats, self.kernel_manager)
        super().listen()

    def launch_browser(self) -> None:
        """Tell, now that the port is ours, at which address the page is; pack what it is made of.

        In a thread beside: the first visitor would wait half a second for it.
        """
        Thread(target=pack_ahead, args=(self.scripts, _PACKAGE_STATIC), daemon=True).start()
        if self.room:
            keep_to_oneself()
            hush(sys.stderr)  # from now on there are visitors; until here, errors are ours
        self.on_ready(f"http://{self.ip}:{self.port}{self.base_url}")

    def stop(self) -> None:
        """End the kernels, then take away their sockets: the other way round they hear nothing.

        Forked ones end with their nursery, at once. Others are ended in the loop that started
        them: in another, nobody hears that they have ended.
        """
        if FORKING:
            for kernel in self.kernel_manager._kernels.values():
                kernel.stop_restarter()
            Carer.instance().close()
        else:
            with suppress(HTTPError):  # stopped while a kernel starts, it is looked for in vain
                self.ioloop.run_sync(self.kernel_manager.shutdown_all)
        shutil.rmtree(self.connection_dir, ignore_errors=True)

    def _log(self, handler: RequestHandler) -> None:
        level = logging.WARNING if handler.get_status() >= 500 else logging.DEBUG
        self.log.log(level, "%d %s", handler.get_status(), handler.request.path)


def serve(
    notebook: Path,
    port: int,
    token: str,
    on_ready: Callable[[str], None],
    room: Room | None = None,
) -> None:
    """Serve the notebook until interrupted: to one reader on 127.0.0.1, or to a room.

    `port` is taken if it is free, else another, but for a room, whose address others know already.
    `on_ready` is called with the page's address, without the token, when the server listens.
    """
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # kernels inherit it; more is only slower
    page = page_settings(in_a_room=room is not None)
    server = Server.instance(
        config=config(page, room),
        ip=room.ip if room else "127.0.0.1",
        port=port,
        notebook_path=str(notebook),
        token=token,
        identity_provider_class=RoomDoor if room else Door,
        log_level=logging.ERROR,
        **({"port_retries": 0} if room else {}),
        **({"connection_dir_root": str(_SHORT)} if _SHORT.is_dir() else {}),
    )
    server.page, server.on_ready, server.room = page, on_ready, room
    if room:
        RoomDoor.room = room
        server.cookie_secret = cookie_secret(room.code)
    server.initialize([])
    try:
        server.start()
    finally:
        Carer.instance().close()
