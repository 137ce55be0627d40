"""How `make lab` starts JupyterLab: Arabic prose reads from the right, nobody is asked for news."""

from pathlib import Path

c = get_config()  # noqa: F821 (JupyterLab gives it)

c.LabApp.custom_css = True
c.ServerApp.tornado_settings = {"static_custom_path": [str(Path(__file__).parent)]}
c.LabApp.news_url = None
c.LabApp.check_for_updates_class = "jupyterlab.NeverCheckForUpdate"
c.ServerApp.allow_root = True  # in a container there is often nobody else; the token guards it
