"""Voilà's scripts as one: what a page begins with is in it, and a browser asks for no other."""

import gzip
from pathlib import Path

import voila.paths

from shabakati_serving.scripts import begun_with, page_scripts, together, version

FOLDERS = voila.paths.collect_static_paths(["voila", "nbconvert"], "lab")
FOLDER = next(Path(path) for path in FOLDERS if Path(path, "voila.js").exists())


def test_every_script_is_there_once_each_within_bounds_of_its_own():
    names = begun_with()
    assert len(names) == len(set(names)) > 50
    whole = together(FOLDER).plain.decode()
    for name in names:
        assert whole.count((FOLDER / name).read_text("utf-8")) == 1, name
    assert gzip.decompress(together(FOLDER).packed).decode() == whole


def test_another_script_makes_another_address(tmp_path):
    (tmp_path / "voila.js").write_text("1")
    before = page_scripts(tmp_path)({"fullStaticUrl": "/x"}, base_url="/")["fullStaticUrl"]
    version.cache_clear()
    (tmp_path / "voila.js").write_text("2")
    after = page_scripts(tmp_path)({"fullStaticUrl": "/x"}, base_url="/")["fullStaticUrl"]
    assert before != after
    assert before.startswith("/voila/static/v-")


def test_scripts_that_another_voila_does_not_have_are_left_out(tmp_path):
    (tmp_path / begun_with()[0]).write_text("here()")
    assert together(tmp_path).plain.decode().count("=>") == 1
