"""What every test may rely on: the language is Arabic when it begins."""

import pytest

from shabakati.language import use

pytest_plugins = ["browser"]  # a browser for those who look at pages


@pytest.fixture(autouse=True)
def arabic():
    use("ar")
    yield
    use("ar")
