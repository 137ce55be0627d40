"""What every test may rely on: the language is Arabic when it begins."""

import pytest
from hypothesis import settings

from shabakati.language import use

# How long an example takes depends on the machine and on what else it does.
settings.register_profile("whole", deadline=None)
settings.load_profile("whole")

pytest_plugins = ["browser", "keeping"]  # a browser for those who look at pages, one by hand


@pytest.fixture(autouse=True)
def arabic():
    use("ar")
    yield
    use("ar")
