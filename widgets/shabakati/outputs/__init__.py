"""Files out: each a pure function of the book that gives the bytes of a file.

What comes from strangers leaves as text: never a formula, never a line of its own, never a
character that nobody sees.
"""

from shabakati.outputs.archive import archive, read_archive
from shabakati.outputs.calendar import calendar
from shabakati.outputs.excel import excel
from shabakati.outputs.report import report
from shabakati.outputs.vcard import vcard

__all__ = ["archive", "calendar", "excel", "read_archive", "report", "vcard"]
