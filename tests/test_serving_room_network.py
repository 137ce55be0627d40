"""Where the room is found: the address that others can open comes first."""

import pytest

from shabakati_serving.room.network import is_local, ranked

WIFI, CABLE, DOCKER, TUNNEL = "192.168.1.23", "10.20.0.7", "172.17.0.1", "10.8.0.2"


def test_a_real_network_comes_before_those_of_containers_and_tunnels():
    found = {"docker0": [DOCKER], "tun0": [TUNNEL], "wlan0": [WIFI]}
    assert ranked(found, TUNNEL) == [WIFI, TUNNEL, DOCKER]


def test_of_two_real_networks_the_one_that_leads_out_comes_first():
    found = {"eth0": [CABLE], "wlan0": [WIFI]}
    assert ranked(found, WIFI) == [WIFI, CABLE]
    assert ranked(found, CABLE) == [CABLE, WIFI]


def test_without_a_way_out_a_private_address_comes_first():
    assert ranked({"eth0": ["8.8.8.8"], "wlan0": [WIFI]}) == [WIFI, "8.8.8.8"]


def test_the_network_that_a_laptop_makes_for_the_room_is_found():
    assert ranked({"en0": [], "bridge100": ["192.168.2.1"]}) == ["192.168.2.1"]


@pytest.mark.parametrize("alone", ["127.0.0.1", "127.0.1.1", "169.254.3.4", "0.0.0.0"])
def test_addresses_that_reach_nobody_else_are_left_out(alone):
    assert ranked({"x": [alone]}, alone) == []


@pytest.mark.parametrize(
    ("host", "local"),
    [(WIFI, True), ("127.0.0.1", True), ("8.8.8.8", False), ("rooms.example.org", False)],
)
def test_an_address_of_a_hall_is_told_from_the_internets(host, local):
    assert is_local(host) is local
