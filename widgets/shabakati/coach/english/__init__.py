"""What kind of question an English sentence is, by its first words and its last."""

from shabakati.coach.english.judging import judge
from shabakati.coach.english.words import fold

__all__ = ["fold", "judge"]
