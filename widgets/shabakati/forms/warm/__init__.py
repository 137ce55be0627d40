"""Keeping warm: who is due, whom to greet when, texts to send by oneself, and the time zone."""

from shabakati.forms.warm.chooser import occasions
from shabakati.forms.warm.due import upkeep
from shabakati.forms.warm.greeting import greetings
from shabakati.forms.warm.zone import time_zone

__all__ = ["greetings", "occasions", "time_zone", "upkeep"]
