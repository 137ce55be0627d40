"""Vega and the fonts: made once, given by name, and nothing else is given."""

import time
from pathlib import Path

import pytest

from shabakati.look import assets
from shabakati.look.assets import (
    FONTS,
    NAMES,
    VEGA,
    answer_assets,
    esm,
    make_vega,
    read_asset,
    versions,
)


class Asked:
    """What `answer_assets` needs of a widget: it keeps what is sent."""

    def __init__(self):
        self.sent = []

    def on_msg(self, handler):
        self.hear = lambda content: handler(self, content, [])

    def send(self, content, buffers=None):
        self.sent.append((content, buffers))


def test_vega_is_one_module_that_says_of_which_versions_it_is():
    text = make_vega().read_text("utf-8")
    assert text.startswith(f"// {versions()[VEGA]}\n")
    assert text.rstrip().endswith("as embed};")
    assert 500_000 < len(text) < 1_200_000


def test_a_current_bundle_is_not_made_again():
    before = make_vega().stat().st_mtime_ns
    start = time.perf_counter()
    assert make_vega().stat().st_mtime_ns == before
    assert time.perf_counter() - start < 0.1


def test_a_bundle_of_other_versions_is_made_anew(tmp_path, monkeypatch):
    monkeypatch.setattr(assets, "STATIC", tmp_path)
    (tmp_path / VEGA).write_text("// altair-5\nold", "utf-8")
    assert make_vega().read_text("utf-8").startswith(f"// {versions()[VEGA]}\n")
    assert [path.name for path in tmp_path.iterdir()] == [VEGA]


def test_the_kernel_answers_for_its_list_of_names():
    widget = Asked()
    answer_assets(widget)
    for name in NAMES:
        widget.hear({"kind": "asset", "name": name})
    assert [content["name"] for content, _ in widget.sent] == list(NAMES)
    assert widget.sent[1][1][0][:4] == b"wOF2"


@pytest.mark.parametrize(
    "content",
    [
        {"kind": "asset", "name": "../theme.toml"},
        {"kind": "asset", "name": "/etc/passwd"},
        {"kind": "asset", "name": ["vega.js"]},
        {"kind": "asset", "name": {"a": 1}},
        {"kind": "asset"},
        {"kind": "other", "name": VEGA},
        "vega.js",
        None,
        [1],
    ],
)
def test_the_kernel_is_silent_for_anything_else(content):
    widget = Asked()
    answer_assets(widget)
    widget.hear(content)
    assert widget.sent == []


def test_a_name_outside_the_list_is_no_file():
    with pytest.raises(KeyError):
        read_asset("../theme.toml")


def test_every_asset_has_a_version_that_follows_its_content():
    assert set(versions()) == set(NAMES)
    assert len({versions()[name] for name in FONTS}) == len(FONTS)


def test_a_module_of_several_files_knows_the_versions():
    text = esm("assets.js")
    assert text.startswith("const VERSIONS = {")
    assert Path(assets.__file__).with_suffix(".js").read_text("utf-8") in text
