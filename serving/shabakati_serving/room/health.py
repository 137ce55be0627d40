"""`python -m shabakati_serving.room.health [port]`: whether the room answers, as an exit code."""

from __future__ import annotations

import ssl
import sys
from http.client import HTTPException
from urllib.request import urlopen

from shabakati_serving.room.settings import PORT  # nothing slow: this runs often

_PATIENCE = 5  # seconds


def is_well(port: int) -> bool:
    """Whether the room at this port of this computer answers, with TLS or without."""
    trusting = ssl.create_default_context()  # the certificate is not for 127.0.0.1
    trusting.check_hostname, trusting.verify_mode = False, ssl.CERT_NONE
    for scheme in ("http", "https"):
        address = f"{scheme}://127.0.0.1:{port}/voila/health"
        try:
            with urlopen(address, timeout=_PATIENCE, context=trusting) as answer:
                return bool(answer.status == 200)
        except (OSError, HTTPException):  # the other scheme, or nobody
            continue
    return False


if __name__ == "__main__":
    sys.exit(0 if is_well(int(sys.argv[1]) if len(sys.argv) > 1 else PORT) else 1)
