"""Under which names the server answers, and from where a request came."""

from __future__ import annotations

import ipaddress
import socket
from collections.abc import Collection
from urllib.parse import urlsplit

from tornado.httputil import HTTPServerRequest


def host_name(host: str) -> str:
    """A Host header's name or address: no port, no brackets, in small letters; "" if it is none."""
    try:
        return (urlsplit(f"//{host}").hostname or "").rstrip(".")
    except ValueError:
        return ""


def is_own(host: str, names: Collection[str], anywhere: bool) -> bool:
    """Whether a request to this Host header is meant for us.

    A page of another site can point a name of its own at our address, never an address: names
    must be known. An address must be this computer's own loopback unless `anywhere`.
    """
    name = host_name(host)
    try:
        found = ipaddress.ip_address(name)
    except ValueError:
        return name == "localhost" or name in names
    return anywhere or found.is_loopback


def own_names() -> set[str]:
    """What this computer calls itself, alone and on the local network."""
    name = socket.gethostname().lower().rstrip(".")
    return {name, f"{name.partition('.')[0]}.local"}


def is_same_origin(origin: str, host: str) -> bool:
    """Whether a page of this origin was served by us, under this Host header."""
    parts = urlsplit(origin.lower())
    return parts.scheme in ("http", "https") and bool(host) and parts.netloc == host.lower()


def address(request: HTTPServerRequest, proxied: bool) -> str:
    """Where a request came from: the peer, or what the proxy before us says of its own peer."""
    if proxied:
        # The last entry is the proxy's; whatever stands before it, anybody may have written.
        told = request.headers.get("X-Forwarded-For", "").rpartition(",")[2].strip()
        try:
            return str(ipaddress.ip_address(told))
        except ValueError:
            pass
    return request.remote_ip or ""


def is_tls(request: HTTPServerRequest, proxied: bool) -> bool:
    """Whether the browser speaks TLS, with us or with the proxy before us."""
    if proxied:
        told = request.headers.get("X-Forwarded-Proto", "").rpartition(",")[2].strip()
        return told == "https"
    return request.protocol == "https"
