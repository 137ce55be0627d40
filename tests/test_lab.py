"""The same widgets in JupyterLab: right to left, charts drawn, nothing asked of a stranger."""

import os
import re
import subprocess
import sys
import time
from urllib.parse import urlsplit

import pytest

from served import ROOT, notebook
from shabakati.language import LANGUAGES, direction

PATIENCE = 60  # seconds
TOKEN = "token-of-the-test"
LESSON = """
from shabakati import charts, forms, open_workbook
book = open_workbook("demo", language="{language}")
forms.root(forms.people(book), forms.live(book, ["people"], lambda b: charts.groups(b.people)))
"""
BARE_CHART = "charts.coverage(book.people)"


@pytest.fixture(scope="module")
def lab(tmp_path_factory):
    """JupyterLab as `make lab` starts it, over two notebooks: its address."""
    folder = tmp_path_factory.mktemp("lab")
    for language in LANGUAGES:
        notebook(folder / f"{language}.ipynb", LESSON.format(language=language), BARE_CHART)
    own = {"JUPYTER_CONFIG_DIR": "config", "JUPYTER_DATA_DIR": "data"}
    own |= {"JUPYTERLAB_SETTINGS_DIR": "settings", "JUPYTERLAB_WORKSPACES_DIR": "spaces"}
    apart = {name: str(folder.with_name("lab-own") / part) for name, part in own.items()}
    said = folder.with_name("lab.txt")
    with said.open("w") as out:
        process = subprocess.Popen(
            [
                *(sys.executable, "-m", "jupyterlab", "--no-browser"),
                *("--ServerApp.ip=127.0.0.1", "--port=0", f"--IdentityProvider.token={TOKEN}"),
                f"--config={ROOT / 'serving' / 'lab' / 'jupyter_lab_config.py'}",
            ],
            cwd=folder,
            env=os.environ | apart,
            stdout=out,
            stderr=subprocess.STDOUT,
        )
    end = time.monotonic() + PATIENCE
    while not (found := re.search(r"http://127\.0\.0\.1:\d+", said.read_text("utf-8"))):
        assert time.monotonic() < end, said.read_text("utf-8")
        assert process.poll() is None, said.read_text("utf-8")
        time.sleep(0.1)
    yield found[0]
    process.terminate()
    process.wait(30)


@pytest.mark.parametrize("language", LANGUAGES)
def test_forms_and_charts_are_the_same_in_jupyterlab(lab, page, language):
    asked = set()
    page.on("request", lambda request: asked.add(urlsplit(request.url).netloc))
    page.set_default_timeout(PATIENCE * 1000)
    page.goto(f"{lab}/lab/workspaces/{language}/tree/{language}.ipynb?token={TOKEN}")
    page.get_by_text("Python 3 (ipykernel) | Idle").wait_for()
    page.locator(".jp-CodeCell .cm-content >> visible=true").first.click()
    for _ in range(2):
        page.keyboard.press("Shift+Enter")
    way = direction(language)
    root = page.locator(f".shabakati.{way}").first
    root.wait_for()
    assert root.evaluate("(e) => getComputedStyle(e).direction") == way
    page.locator(".shabakati-chart svg").nth(1).wait_for()
    page.get_by_text("عمر حدّاد").first.wait_for()
    search = page.get_by_role("searchbox").or_(page.locator(".shabakati input")).first
    assert search.evaluate("(e) => getComputedStyle(e).fontFamily").startswith('"IBM Plex')
    assert asked - {""} == {urlsplit(lab).netloc}
