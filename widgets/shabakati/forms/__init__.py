"""Forms: what a person types into, looks through and presses; made from the schema."""

from shabakati.forms.bulk import places, types
from shabakati.forms.circle import circle_form as circle
from shabakati.forms.contacts import import_contacts
from shabakati.forms.download import Download
from shabakati.forms.duplicates import duplicates
from shabakati.forms.files import FileDrop
from shabakati.forms.first_words import climb, introduction, messages, questions, relevant
from shabakati.forms.live import live
from shabakati.forms.note import Note
from shabakati.forms.one_by_one import Onward, one_by_one
from shabakati.forms.open_file import open_file
from shabakati.forms.people import people
from shabakati.forms.person import person
from shabakati.forms.profile import profile
from shabakati.forms.remember import remember
from shabakati.forms.root import root
from shabakati.forms.sorting import suggestions
from shabakati.forms.table import TableView
from shabakati.forms.take import take
from shabakati.forms.ties import introductions, ties
from shabakati.forms.undo import undo

__all__ = [
    "Download",
    "FileDrop",
    "Note",
    "Onward",
    "TableView",
    "circle",
    "climb",
    "duplicates",
    "import_contacts",
    "introduction",
    "introductions",
    "live",
    "messages",
    "one_by_one",
    "open_file",
    "people",
    "person",
    "places",
    "profile",
    "questions",
    "relevant",
    "remember",
    "root",
    "suggestions",
    "take",
    "ties",
    "types",
    "undo",
]
