"""`shabakati-room`: the workbook for a room of people, each with their own network."""

from __future__ import annotations

import argparse
import os
from collections.abc import Sequence

from shabakati.opening import ROOM
from shabakati_serving.app import NOTEBOOK
from shabakati_serving.room.settings import Room

PORT = 8868


def main(argv: Sequence[str] | None = None) -> None:
    """Serve the workbook to a room, until Ctrl+C."""
    from shabakati_serving.server import serve

    parser = argparse.ArgumentParser(prog="shabakati-room")
    parser.add_argument("--port", type=int, default=PORT)
    parser.add_argument("--ready", type=int, default=Room.ready)
    options = parser.parse_args(argv)
    os.environ[ROOM] = "1"  # kernels inherit it
    serve(
        NOTEBOOK,
        options.port,
        "",
        lambda address: print(f"\n    {address}\n", flush=True),
        Room(ready=options.ready),
    )


if __name__ == "__main__":
    main()
