"""What kind of question an Arabic sentence is: by its words, in the standard and in dialects."""

from shabakati.coach.arabic.judging import judge
from shabakati.coach.arabic.words import fold

__all__ = ["fold", "judge"]
