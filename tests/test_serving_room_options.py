"""What the command is told: each option, and what it answers to what cannot be."""

import pytest

from shabakati.language import LANGUAGES, current_language, use
from shabakati_serving.room.mistake import Mistake
from shabakati_serving.room.options import read_options


@pytest.fixture(autouse=True)
def _spoken():
    before = current_language()
    yield
    use(before)


def mistake(*argv):
    with pytest.raises(Mistake) as caught:
        read_options(argv)
    return caught.value


def test_without_options_it_is_this_computer_alone_and_asks_for_no_code():
    options = read_options([])
    assert (options.open, options.behind_proxy, options.port) == (False, False, None)
    assert (options.code, options.host, options.people) == (None, None, 200)


def test_all_that_is_told_is_taken():
    told = "--open --host rooms.example.org:8443 --port 9000 --people 30 --per-address 0 --idle 5"
    options = read_options([*told.split(), "--ready", "30", "--code", "٤٧٢-٩١٦"])
    assert (options.open, options.host, options.port) == (True, "rooms.example.org:8443", 9000)
    assert (options.people, options.per_address, options.idle) == (30, 0, 5)
    assert (options.ready, options.code) == (30, "472916")


def test_numbers_may_be_typed_in_arabic_digits():
    assert read_options(["--people", "٢٠٠"]).people == 200


def test_a_code_alone_is_made_up_each_time_anew():
    codes = {read_options(["--code"]).code for _ in range(20)}
    assert len(codes) > 15
    assert all(len(code) == 6 for code in codes)


MISTAKES = {
    "unknown": ["--pepole", "3"],
    "no_value": ["--port"],
    "half_certificate": ["--certificate", "a.pem"],
    "proxy_host": ["--behind-proxy"],
    "proxy_certificate": ["--behind-proxy", "--host", "a.org", "--certificate", "a", "--key", "b"],
    "ready_many": ["--people", "5", "--ready", "6"],
    "number": ["--people", "0"],
    "code": ["--code", "x-1"],
    "host": ["--host", "http://rooms.example.org/"],
    "language": ["--language", "fr"],
}
# Abbreviations, numbers that are none, or beyond what can be.
MORE = [
    ("unknown", ["--cert", "a.pem"]),
    ("unknown", ["rooms"]),
    ("no_value", ["--open=yes"]),
    ("number", ["--port", "65536"]),
    ("number", ["--port", "-1"]),
    ("number", ["--people", "²"]),
    ("number", ["--people", "9" * 5000]),
    ("number", ["--people", "two"]),
    ("code", ["--code", "a" * 41]),
    ("host", ["--host", "a b"]),
    ("host", ["--host", "<b>"]),
    ("host", ["--host", "user@host"]),
]


@pytest.mark.parametrize(("kind", "argv"), [*MISTAKES.items(), *MORE])
def test_what_cannot_be_is_refused(kind, argv):
    assert mistake(*argv).kind == kind


@pytest.mark.parametrize("kind", MISTAKES)
def test_a_mistake_is_said_in_the_language_that_was_asked_for(kind):
    said = {}
    for language in LANGUAGES:
        found = mistake("--language", language, *MISTAKES[kind])
        said[language] = found.words()
    assert said["ar"] != said["en"]
    assert said["en"].isascii() or "\u2068" in said["en"]
    assert any("\u0600" <= char <= "\u06ff" for char in said["ar"])


def test_the_language_counts_wherever_it_stands():
    assert "whole number" in mistake("--people", "0", "--language", "en").words()
    assert "whole number" in mistake("--language=en", "--people", "0").words()


OPTIONS = ["--open", "--host", "--port", "--certificate", "--key", "--behind-proxy", "--code"]
OPTIONS += ["--people", "--per-address", "--idle", "--ready", "--language", "--help"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_help_has_words_for_every_option_in_both_languages(language, capsys):
    with pytest.raises(SystemExit) as ended:
        read_options(["--language", language, "--help"])
    said = capsys.readouterr().out
    assert ended.value.code == 0
    letters = sum("\u0600" <= char <= "\u06ff" for char in said)
    assert letters > 500 if language == "ar" else letters == 0
    for option in [
        "open",
        "host",
        "port",
        "certificate",
        "key",
        "code",
        "people",
        "per-address",
        "idle",
        "ready",
    ]:
        assert f"--{option}" in said
