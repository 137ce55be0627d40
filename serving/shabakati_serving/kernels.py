"""What a page may ask about its kernel: whether it lives, and that it be ended."""

from __future__ import annotations

from contextlib import suppress

from jupyter_core.utils import ensure_async
from jupyter_server.services.kernels.handlers import KernelHandler
from tornado.web import HTTPError, authenticated
from voila.shutdown_kernel_handler import VoilaShutdownKernelHandler


class KernelState(KernelHandler):
    """Jupyter's, which only tells; that a kernel is gone is an answer and nothing for the log."""

    SUPPORTED_METHODS = ("GET",)

    @authenticated
    async def get(self, kernel_id: str) -> None:
        """The kernel as Jupyter describes it, or 404."""
        if kernel_id in self.kernel_manager:
            await ensure_async(super().get(kernel_id))
        else:
            self.set_status(404)
            self.finish()


class Farewell(VoilaShutdownKernelHandler):
    """Voilà's, for which a kernel that has ended already is as good as one that is ended."""

    @authenticated
    async def post(self, kernel_id: str) -> None:
        """End the kernel."""
        if kernel_id in self.kernel_manager:
            with suppress(HTTPError):  # it ended in this moment
                await ensure_async(self.kernel_manager.shutdown_kernel(kernel_id))
        self.set_status(204)
        self.finish()
