"""Who knows whom, told in minutes: milieus first, then person by person, then the table."""

from shabakati.forms.ties.introductions import introductions
from shabakati.forms.ties.ties import ties

__all__ = ["introductions", "ties"]
