"""What the terminal says when a room opens, and what a phone reads from it."""

from dataclasses import replace
from pathlib import Path

import pytest

from qr import read_blocks
from shabakati.language import LANGUAGES, current_language, use
from shabakati_serving.room.announce import announcement, entrance, qr_lines, wall_address
from shabakati_serving.room.settings import EVERY_NETWORK, Room

ALONE = Room(address="http://127.0.0.1:8868/", wall_key="k-_1")
OPEN = replace(ALONE, ip=EVERY_NETWORK, address="http://192.168.1.23:8868/")
SECRET = replace(OPEN, certificate=Path("c.pem"), key=Path("k.pem"), address="https://a.org/")
BEHIND = replace(ALONE, proxied=True, address="https://rooms.example.org/")


@pytest.fixture(autouse=True, params=LANGUAGES)
def language(request):
    before = current_language()
    use(request.param)
    yield request.param
    use(before)


def says(language, room, arabic, english, **more):
    flat = " ".join(announcement(room, **more).split())
    return (arabic if language == "ar" else english) in flat


def drawn(text):
    """The lines of a QR code, without the colours around them."""
    bare = [line.removeprefix("\033[97;40m").removesuffix("\033[0m") for line in text.splitlines()]
    return [line for line in bare if set(line) <= set("█▀▄ ") and line.strip()]


@pytest.mark.parametrize("code", ["", "472916", "مكتبه"])
def test_the_terminals_qr_code_leads_through_the_door(language, code):
    room = replace(OPEN, code=code, language=language)
    assert read_blocks(drawn(qr_lines(room))) == [entrance(room)]
    assert entrance(room).startswith("http://192.168.1.23:8868/?")
    assert read_blocks(drawn(announcement(room, columns=80))) == [entrance(room)]


def test_where_there_is_no_terminal_or_a_narrow_one_no_code_is_drawn():
    assert "█" not in announcement(OPEN)
    assert "█" not in announcement(OPEN, columns=30)
    assert "█" in announcement(OPEN, columns=60)


def test_the_address_the_code_and_the_wall_are_told():
    said = announcement(replace(OPEN, code="472916")).splitlines()
    assert "    http://192.168.1.23:8868/" in said
    assert "    472 916" in said
    assert f"    {wall_address(OPEN)}" in said
    assert wall_address(OPEN) == "http://192.168.1.23:8868/voila/wall?key=k-_1"


def test_further_addresses_and_warnings_are_told():
    said = announcement(OPEN, ["http://10.0.0.2:8868/"], ["Too little of it."])
    assert "    http://10.0.0.2:8868/" in said.splitlines()
    assert "Too little of it." in said


def test_alone_it_says_how_to_let_others_in(language):
    assert says(language, ALONE, "إلا هذا الحاسوب", "Only this computer")
    assert "--open" in announcement(ALONE)


def test_open_it_says_who_can_reach_it_and_what_they_could_read(language):
    assert says(language, OPEN, "كل", "Every device on the same network")
    assert says(language, OPEN, "لا شيء مُشفَّر", "Nothing is encrypted")
    assert says(language, OPEN, "ومنه الأسماء", "names too")
    assert says(language, OPEN, "من دون https لا تعِد المتصفحات", "Without https, browsers promise")
    assert "--certificate" in announcement(OPEN)
    assert "README" in announcement(OPEN)


def test_with_a_certificate_it_says_that_all_is_encrypted(language):
    assert says(language, SECRET, "يُنقل مُشفَّرًا", "travels encrypted")
    assert not says(language, SECRET, "لا شيء مُشفَّر", "Nothing is encrypted")
    assert says(language, SECRET, "على الإنترنت فذلك", "if this computer is on the internet")


def test_whether_a_code_is_asked_for_is_said(language):
    assert says(language, OPEN, "ولا يُطلب رمز", "No code is asked for")
    coded = replace(OPEN, code="4729")
    assert says(language, coded, "ويُطلب رمز القاعة", "code is asked for at the door")


def test_behind_a_proxy_it_warns_of_a_port_that_others_reach(language):
    arabic, english = "ألّا يصل إلى منفذها إلا الوسيط", "only the proxy reaches its port"
    assert not says(language, BEHIND, arabic, english)
    assert says(language, replace(BEHIND, ip=EVERY_NETWORK), arabic, english)
