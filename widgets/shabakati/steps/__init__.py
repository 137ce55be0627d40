"""The walk: one file a step, and the one page that puts them together."""

from shabakati.steps.app import page
from shabakati.steps.first_words import first_words
from shabakati.steps.my_people import my_people
from shabakati.steps.network_types import network_types
from shabakati.steps.our_places import our_places
from shabakati.steps.start_here import start_here

__all__ = ["first_words", "my_people", "network_types", "our_places", "page", "start_here"]
