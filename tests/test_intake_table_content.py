"""What the cells of a column are, whatever stands above them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shabakati.intake.table.content import content_of, is_phone


@pytest.mark.parametrize(
    ("cells", "content"),
    [
        (["s@example.org", "", "o@example.org"], "email"),
        (["+966 50 123 4567", "٠٥٠١٢٣٤٥٦٧", ""], "phone"),
        (["501234567", "501234568"], "phone"),
        (["https://example.org/a", "https://www.linkedin.com/in/sara"], "url"),
        (["1990-02-10", "1985-12-25"], "birthday"),
        (["2024-02-10", "2023-12-25"], "date"),
        (["1", "2", "3"], "serial"),
        (["سارة العلي", "عمر صالح", "Lina Noor"], "names"),
        (["Dr. Sara Al-Ali", "Omar O'Neill"], "names"),
        (["سارة", "عمر"], "word"),
        (["شركة النور", "الأفق", "بنك القاهرة"], "organisation"),
        (["Head", "مهندس برمجيات", "Sales manager"], "role"),
        (["Sara <s@example.org>", "Omar <o@example.org>"], "text"),
        (["Likes maps, and tea.", "We met in 2019!"], "text"),
        (["", ""], ""),
    ],
)
def test_a_column_is_what_most_of_its_cells_are(cells, content):
    assert content_of(cells, "sa") == content


def test_a_number_without_a_country_is_a_phone_only_when_it_looks_like_one():
    assert is_phone("0501234567", None)
    assert is_phone("+201001234567", None)
    assert not is_phone("501234567", None)
    assert not is_phone("1990-02-10", None)
    assert not is_phone("12", "sa")


@given(st.lists(st.text(max_size=30), max_size=20))
def test_any_cells_have_a_kind(cells):
    assert isinstance(content_of(cells, "eg"), str)
