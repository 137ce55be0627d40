"""Shabakati · شبكتي: map, judge and grow your professional network.

`open_workbook` opens your book, or the demo; `read_contacts` reads what LinkedIn gave you;
`find_duplicates` finds who is in it twice; `suggest` sorts people, each suggestion with its reason.
`insight` computes, `charts` draws, `forms` asks, `steps` puts them together as a walk.
"""

from shabakati import _fast_import as _fast_import
from shabakati.intake import read_contacts
from shabakati.opening import open_workbook
from shabakati.people.duplicates import find_duplicates
from shabakati.people.suggest import suggest
from shabakati.workbook import Workbook

__all__ = ["Workbook", "find_duplicates", "open_workbook", "read_contacts", "suggest"]
