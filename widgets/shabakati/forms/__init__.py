"""Forms: what a person types into, looks through and presses; made from the schema."""

from shabakati.forms.bulk import places, types
from shabakati.forms.contacts import import_contacts
from shabakati.forms.download import Download
from shabakati.forms.duplicates import duplicates
from shabakati.forms.exchanges.advantages import advantages
from shabakati.forms.exchanges.log import exchanges
from shabakati.forms.exchanges.offers import my_offer, offers
from shabakati.forms.exchanges.quick import quick_exchange
from shabakati.forms.files import FileDrop
from shabakati.forms.goals.goals import goals
from shabakati.forms.goals.job_market import job_market
from shabakati.forms.goals.likely import likely_to_know
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
from shabakati.forms.undo import undo

__all__ = [
    "Download",
    "FileDrop",
    "Note",
    "Onward",
    "TableView",
    "advantages",
    "duplicates",
    "exchanges",
    "goals",
    "import_contacts",
    "job_market",
    "likely_to_know",
    "live",
    "my_offer",
    "offers",
    "one_by_one",
    "open_file",
    "people",
    "person",
    "places",
    "profile",
    "quick_exchange",
    "remember",
    "root",
    "suggestions",
    "take",
    "types",
    "undo",
]
