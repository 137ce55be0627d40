"""What one says first: text in, findings out; knows nothing of widgets.

`check_question` judges a question and offers open ones, `check_introduction` an introduction,
`ladder` finds the small step for this week, `draft` writes a message to be changed and copied.
"""

from shabakati.coach.finding import Finding, Kind
from shabakati.coach.introduction import Check, Introduced, check_introduction
from shabakati.coach.ladder import Ladder, Outcome, Rung, ladder
from shabakati.coach.messages import Draft, Message, draft, known_of
from shabakati.coach.questions import check_question
from shabakati.coach.speaking import Spoken, spoken

__all__ = [
    "Check",
    "Draft",
    "Finding",
    "Introduced",
    "Kind",
    "Ladder",
    "Message",
    "Outcome",
    "Rung",
    "Spoken",
    "check_introduction",
    "check_question",
    "draft",
    "known_of",
    "ladder",
    "spoken",
]
