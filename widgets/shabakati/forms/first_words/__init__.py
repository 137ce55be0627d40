"""Forms of the first words: introduction, question coach, ladder, people who fit, drafts."""

from shabakati.forms.first_words.introduction import introduction
from shabakati.forms.first_words.ladder import climb
from shabakati.forms.first_words.messages import messages
from shabakati.forms.first_words.questions import questions
from shabakati.forms.first_words.relevant import relevant

__all__ = ["climb", "introduction", "messages", "questions", "relevant"]
