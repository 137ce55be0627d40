"""A book of somebody whose work, schools and family are known, and what is suggested in it."""

from shabakati.people.suggest import suggest
from shabakati.workbook import Workbook

ME = {
    "name": "هالة الرفاعي",
    "organisation": "ندى المدى للاتصالات",
    "role": "منسقة خدمة العملاء",
    "past_organisations": ["درب السنونو للتوصيل", "متجر قرنفلة"],
    "schools": ["جامعة وادي الريحان", "Afya Al-Arqam Institute"],
}


def opened(folder):
    """A new book of hers."""
    book = Workbook.open(folder / "book.sqlite")
    book.change("profile", 1, **ME)
    return book


def suggested(book):
    return suggest(book.people, book.profile, book.exchanges)


def of(book, **person):
    """The surest suggestion for each column of a person: `{column: (value, reason)}`."""
    id_ = book.add("people", **({"name": "ليان قاسم"} | person))
    found = suggested(book)
    found = found[found["person"] == id_].drop_duplicates("column")
    return {
        name: (value, reason)
        for name, value, reason in found[["column", "value", "reason"]].itertuples(index=False)
    }
