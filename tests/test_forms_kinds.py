"""A phone's picker must offer every kind of contacts file, whatever it is called there."""

import mimetypes

import pytest

from shabakati.forms.kinds import ACCEPT


@pytest.mark.parametrize("ending", ["zip", "csv", "tsv", "txt", "vcf", "xlsx", "xls", "ods"])
def test_each_ending_and_its_type_are_offered(ending):
    assert f".{ending}" in ACCEPT
    assert mimetypes.guess_type(f"a.{ending}")[0] in ACCEPT


def test_what_phones_call_a_card_is_offered():
    assert {"text/vcard", "text/x-vcard", "text/directory"} < set(ACCEPT)


def test_a_file_of_a_type_nobody_knows_is_not_greyed_out():
    assert "application/octet-stream" in ACCEPT
