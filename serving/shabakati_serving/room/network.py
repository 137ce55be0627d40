"""Where this computer is found: its addresses on the networks it is on, the likeliest first."""

from __future__ import annotations

import ipaddress
import re
import socket
from collections.abc import Iterable, Mapping
from contextlib import closing, suppress

import psutil

_ELSEWHERE = ("192.0.2.1", 9)  # kept for documentation: no packet is sent to learn the way there
# Networks that exist in this computer only, or lead away from the room.
_INNER = re.compile(
    r"(docker|br-|veth|virbr|vmnet|vboxnet|vEthernet|tun|tap|utun|wg|ppp|zt|tailscale|cni|flannel"
    r"|podman|lxc|lxd|awdl|llw)",
    re.IGNORECASE,
)


def addresses() -> list[str]:
    """The IPv4 addresses at which others may find this computer, the likeliest first."""
    states = psutil.net_if_stats()
    found = {
        name: [entry.address for entry in entries if entry.family == socket.AF_INET]
        for name, entries in psutil.net_if_addrs().items()
        if name in states and states[name].isup
    }
    return ranked(found, way_out())


def ranked(found: Mapping[str, Iterable[str]], out: str = "") -> list[str]:
    """Addresses by how likely the room is on their network.

    Real networks come before those of containers and tunnels; among them the one that leads out,
    then private addresses. Those that reach nobody else (127.x, 169.254.x) are left out.

    Parameters
    ----------
    found : for each network interface, its IPv4 addresses.
    out : the address with which this computer goes out, if any.
    """
    places = [
        (bool(_INNER.match(name)), text != out, not _is_home(text), text)
        for name, texts in found.items()
        for text in texts
        if not _is_alone(text)
    ]
    return [text for *_, text in sorted(places, key=lambda place: place[:3])]


def way_out() -> str:
    """The address with which this computer would go to the internet; "" without a way."""
    with suppress(OSError), closing(socket.socket(socket.AF_INET, socket.SOCK_DGRAM)) as probe:
        probe.connect(_ELSEWHERE)
        return str(probe.getsockname()[0])
    return ""


def is_local(host: str) -> bool:
    """Whether a host is an address of a home, a hall or this computer, which a name is not."""
    try:
        return ipaddress.ip_address(host.strip("[]")).is_private
    except ValueError:
        return False


def _is_home(text: str) -> bool:
    return ipaddress.ip_address(text).is_private


def _is_alone(text: str) -> bool:
    address = ipaddress.ip_address(text)
    return address.is_loopback or address.is_link_local or address.is_unspecified
