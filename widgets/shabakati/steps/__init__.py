"""The walk: one file a step, and the one page that puts them together."""

from shabakati.steps.app import page
from shabakati.steps.events import events
from shabakati.steps.first_words import first_words
from shabakati.steps.keeping_warm import keeping_warm
from shabakati.steps.my_goals import my_goals
from shabakati.steps.my_map import my_map
from shabakati.steps.my_people import my_people
from shabakati.steps.my_plan import my_plan
from shabakati.steps.network_types import network_types
from shabakati.steps.our_places import our_places
from shabakati.steps.start_here import start_here
from shabakati.steps.what_we_exchange import what_we_exchange

__all__ = [
    "events",
    "first_words",
    "keeping_warm",
    "my_goals",
    "my_map",
    "my_people",
    "my_plan",
    "network_types",
    "our_places",
    "page",
    "start_here",
    "what_we_exchange",
]
