"""Forms: what a person types into, looks through and presses; made from the schema."""

from shabakati.forms.bulk import places, types
from shabakati.forms.circle import circle_form as circle
from shabakati.forms.contacts import import_contacts
from shabakati.forms.download import Download
from shabakati.forms.duplicates import duplicates
from shabakati.forms.events.boundaries import boundaries
from shabakati.forms.events.met import met
from shabakati.forms.events.plan import events
from shabakati.forms.exchanges.advantages import advantages
from shabakati.forms.exchanges.log import exchanges
from shabakati.forms.exchanges.offers import my_offer, offers
from shabakati.forms.exchanges.quick import quick_exchange
from shabakati.forms.files import FileDrop
from shabakati.forms.first_words import climb, introduction, messages, questions, relevant
from shabakati.forms.goals.goals import goals
from shabakati.forms.goals.job_market import job_market
from shabakati.forms.goals.likely import likely_to_know
from shabakati.forms.history import history
from shabakati.forms.live import live
from shabakati.forms.map import my_map
from shabakati.forms.measures import measures
from shabakati.forms.note import Note
from shabakati.forms.one_by_one import Onward, one_by_one
from shabakati.forms.open_file import open_file
from shabakati.forms.people import people
from shabakati.forms.person import person
from shabakati.forms.plan.actions import actions
from shabakati.forms.plan.doing import doing
from shabakati.forms.plan.proposals import proposals
from shabakati.forms.plan.then_and_now import then_and_now
from shabakati.forms.profile import profile
from shabakati.forms.remember import remember
from shabakati.forms.root import root
from shabakati.forms.sorting import suggestions
from shabakati.forms.table import TableView
from shabakati.forms.take import take
from shabakati.forms.ties import introductions, ties
from shabakati.forms.undo import undo
from shabakati.forms.warm import greetings, occasions, time_zone, upkeep
from shabakati.forms.what_if import what_if_form as what_if

__all__ = [
    "Download",
    "FileDrop",
    "Note",
    "Onward",
    "TableView",
    "actions",
    "advantages",
    "boundaries",
    "circle",
    "climb",
    "doing",
    "duplicates",
    "events",
    "exchanges",
    "goals",
    "greetings",
    "history",
    "import_contacts",
    "introduction",
    "introductions",
    "job_market",
    "likely_to_know",
    "live",
    "measures",
    "messages",
    "met",
    "my_map",
    "my_offer",
    "occasions",
    "offers",
    "one_by_one",
    "open_file",
    "people",
    "person",
    "places",
    "profile",
    "proposals",
    "questions",
    "quick_exchange",
    "relevant",
    "remember",
    "root",
    "suggestions",
    "take",
    "then_and_now",
    "ties",
    "time_zone",
    "types",
    "undo",
    "upkeep",
    "what_if",
]
