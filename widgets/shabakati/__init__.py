"""Shabakati · شبكتي: map, judge and grow your professional network."""

from shabakati import _fast_import as _fast_import
from shabakati.opening import open_workbook
from shabakati.workbook import Workbook

__all__ = ["Workbook", "open_workbook"]
