"""Voilà, set up for one notebook, one reader and no other host."""

from __future__ import annotations

import logging
import os
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

from jupyter_client.kernelspec import KernelSpec, KernelSpecManager
from jupyter_server.base.handlers import FileFindHandler
from jupyter_server.services.kernels.handlers import KernelHandler
from jupyterlab_server.themes_handler import ThemesHandler
from tornado.web import HTTPError, RequestHandler, StaticFileHandler
from traitlets import default
from traitlets.config import Config
from voila.app import Voila
from voila.shutdown_kernel_handler import VoilaShutdownKernelHandler
from voila.static_file_handler import MultiStaticFileHandler, TemplateStaticFileHandler
from voila.tornado.handler import TornadoVoilaHandler
from voila.tornado.kernel_websocket_handler import VoilaKernelWebsocketHandler

import shabakati
from shabakati_serving.counted import Channels
from shabakati_serving.guard import Door, guarded
from shabakati_serving.healing import healing
from shabakati_serving.page import STATIC, NoPage, WorkbookPage, page_settings
from shabakati_serving.room.door import RoomDoor, RoomPage
from shabakati_serving.room.settings import Room
from shabakati_serving.socket import KernelSocket
from shabakati_serving.warm.carer import FORKED, FORKING, Carer
from shabakati_serving.watch import Watch

_HERE = Path(__file__).parent
_PACKAGE_STATIC = Path(shabakati.__file__).parent / "static"
_SHORT = Path("/tmp")  # a socket's path may have about 100 characters; Windows has no such sockets
_YEAR = 365 * 24 * 60 * 60  # seconds
_LARGEST_MESSAGE = 64 * 1024 * 1024  # bytes from the browser; Tornado's own limit is 10 MiB
_EXTENSIONS = (
    "@voila-dashboards/widgets-manager8",
    "@jupyter-widgets/jupyterlab-manager",
    "anywidget",
)

# Voilà brings more (the tree, files beside the notebook, what a request was): these are served.
_SERVED: tuple[type[RequestHandler], ...] = (
    VoilaKernelWebsocketHandler,
    KernelHandler,
    VoilaShutdownKernelHandler,
    TemplateStaticFileHandler,
    MultiStaticFileHandler,
    ThemesHandler,
    FileFindHandler,
)


class OwnFile(StaticFileHandler):
    """A file of ours: asked for by its version, it never changes."""

    def get_cache_time(self, path: str, modified: Any, mime_type: str) -> int:
        """A year for a versioned address, else each time anew."""
        return _YEAR if self.get_query_argument("v", "") else 0


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
            "Voila": {"kernel_websocket_connection_class": Channels},
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

    def init_settings(self) -> dict[str, Any]:
        """Voilà's, closed: own host names only, no page but ours, no token in a log."""
        return super().init_settings() | {
            "allow_remote_access": False,
            "allow_unauthenticated_access": False,
            "default_handler_class": NoPage,
            "log_function": self._log,
            "page": self.page,
            "websocket_max_message_size": _LARGEST_MESSAGE,
            "headers": {"X-Content-Type-Options": "nosniff"},
        }

    def init_handlers(self) -> list[Any]:
        """Only what a page of ours asks for, each behind the guard."""
        rules: list[Any] = [
            (f"{self.server_url}voila/page/(.*)", guarded(OwnFile), {"path": STATIC}),
            (f"{self.server_url}voila/own/(.*)", guarded(OwnFile), {"path": _PACKAGE_STATIC}),
        ]
        for pattern, handler, *options in super().init_handlers():
            if handler is TornadoVoilaHandler:
                rules.append((self.server_url, RoomPage if self.room else WorkbookPage, *options))
            elif handler in _SERVED:
                own = KernelSocket if handler is VoilaKernelWebsocketHandler else handler
                rules.append((pattern, guarded(own), *options))
        return rules

    def launch_browser(self) -> None:
        """Tell, now that the port is ours, at which address the page is."""
        self.on_ready(f"http://{self.ip}:{self.port}{self.base_url}")

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

    `port` is taken if it is free, else another. `on_ready` is called with the page's address,
    without the token, when the server listens.
    """
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # kernels inherit it; more is only slower
    page = page_settings() | healing(in_a_room=room is not None)
    server = Server.instance(
        config=config(page, room),
        ip=room.ip if room else "127.0.0.1",
        port=port,
        notebook_path=str(notebook),
        token=token,
        identity_provider_class=RoomDoor if room else Door,
        log_level=logging.ERROR,
        **({"connection_dir_root": str(_SHORT)} if _SHORT.is_dir() else {}),
    )
    server.page, server.on_ready, server.room = page, on_ready, room
    server.initialize([])
    try:
        with suppress(HTTPError):  # stopped while a kernel is starting, it is looked for in vain
            server.start()
    finally:
        Carer.instance().close()
