"""Shabakati · شبكتي: map, judge and grow your professional network.

`open_workbook` opens your book, or the demo; `read_contacts` reads what LinkedIn gave you;
`suggest` sorts people, each suggestion with its reason. `insight` computes, `charts` draws,
`forms` asks, `steps` puts them together as a walk.
"""

from shabakati import _fast_import as _fast_import
from shabakati.intake import read_contacts
from shabakati.opening import open_workbook
from shabakati.people.suggest import suggest
from shabakati.workbook import Workbook

__all__ = ["Workbook", "open_workbook", "read_contacts", "suggest"]
