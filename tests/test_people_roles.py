"""What titles say, in Arabic and in Latin letters."""

import pytest

from shabakati.people.roles import is_senior, is_student, teaching, work_fields


@pytest.mark.parametrize(
    ("role", "fields"),
    [
        ("محللة بيانات", {"data"}),
        ("Senior Data Analyst", {"data"}),
        ("أخصائية موارد بشرية", {"people"}),
        ("Talent Acquisition Partner", {"people"}),
        ("منسقة جودة خدمة العملاء", {"service"}),
        ("مدير مبيعات", {"sales"}),
        ("Lawyer", {"law"}),
        ("بائع أحلام", set()),
        ("", set()),
    ],
)
def test_a_title_names_the_fields_of_work(role, fields):
    assert work_fields(role) == fields


@pytest.mark.parametrize(
    "role", ["CEO", "Co-Founder", "Head of Sales", "مدير عام", "الرئيس التنفيذي", "شريك مؤسس"]
)
def test_who_leads_is_known_by_the_title(role):
    assert is_senior(role)


@pytest.mark.parametrize("role", ["Headhunter", "Data Analyst", "مدير فرع", "Ceolan", ""])
def test_others_do_not_lead(role):
    assert not is_senior(role)


def test_who_studies_is_known_by_the_title():
    assert is_student("طالبة طب")
    assert is_student("MBA Candidate")
    assert not is_student("مدير شؤون")


def test_a_rank_is_enough_a_title_needs_a_university_and_a_doctor_too():
    assert teaching("ليان", "أستاذ مشارك", "") == "rank"
    assert teaching("ليان", "محاضرة", "جامعة السدرة") == "title"
    assert teaching("د. ليان", "", "جامعة السدرة") == "doctor"
    assert teaching("ليان", "محاضرة", "") == ""
    assert teaching("د. ليان", "", "") == ""
