"""Evidence for a relation and a place: what leads to them, and what must not."""

import datetime as dt

import pytest

from suggesting import ME, of, opened, suggested


@pytest.fixture
def book(tmp_path):
    with opened(tmp_path) as book:
        yield book


@pytest.mark.parametrize(
    "organisation",
    ["ندى المدى للاتصالات", "Nada Al-Mada Telecom", "شركة ندى المدى للاتصالات ش.م.م"],
)
def test_who_works_where_i_work_is_a_current_colleague_met_there(book, organisation):
    assert of(book, organisation=organisation) == {
        "relation": ("current_colleague", "same_organisation"),
        "place": ("workplace", "same_organisation"),
        "network_type": ("operational", "type_inside"),
    }


@pytest.mark.parametrize("organisation", ["درب السنونو للتوصيل", "Darb Al-Sununu Delivery LLC"])
def test_who_works_where_i_worked_is_a_former_colleague_outside(book, organisation):
    assert of(book, organisation=organisation) == {
        "relation": ("former_colleague", "past_organisation"),
        "place": ("workplace", "past_organisation"),
        "network_type": ("personal", "type_outside"),
    }


@pytest.mark.parametrize(
    "person",
    [
        {"name": "أ.د. سمير الناطور", "organisation": "جامعة وادي الريحان"},
        {"role": "أستاذ نظم المعلومات", "organisation": "جامعة وادي الريحان"},
        {"role": "محاضِرة تحليل البيانات", "organisation": "معهد أفياء الأرقام"},
        {"role": "Professor of Law", "organisation": "Wadi Al-Rayhan University"},
        {"name": "Dr. Mona Sharif", "organisation": "Afya Al-Arqam Institute", "role": "Lecturer"},
        {"role": "عضو هيئة تدريس، كلية العلوم", "organisation": "جامعة وادي الريحان - كلية العلوم"},
        {"name": "د. منى الشريف", "organisation": "جامعة وادي الريحان"},
    ],
)
def test_who_teaches_where_i_studied_is_a_professor_met_among_alumni(book, person):
    found = of(book, **person)
    assert found["relation"] == ("professor", "professor_at_school")
    assert found["place"] == ("alumni", "professor_at_school")


def test_who_teaches_elsewhere_is_a_professor_less_surely_and_without_a_place(book):
    book.add("people", name="Ali", role="Associate Professor", organisation="Sidra University")
    book.add("people", name="Samir", role="Professor", organisation="Afya Al-Arqam Institute")
    found = suggested(book).query("column == 'relation'").set_index("person")
    assert list(found["value"]) == ["professor", "professor"]
    assert found.loc[1, "reason"] == "professor_elsewhere"
    assert found.loc[1, "score"] < found.loc[2, "score"]
    assert "place" not in set(suggested(book).query("person == 1")["column"])


def test_to_somebody_who_teaches_others_who_teach_are_no_professors(book):
    book.change("profile", 1, role="محاضرة", organisation="جامعة السدرة")
    assert "relation" not in of(book, role="Professor of Law", organisation="Nahr University")


def test_where_a_student_studies_is_a_school_and_no_workplace(book):
    book.change("profile", 1, role="طالبة هندسة", organisation="جامعة وادي الريحان")
    assert of(book, role="طالب هندسة", organisation="جامعة وادي الريحان")["relation"] == (
        "classmate",
        "student_at_school",
    )


@pytest.mark.parametrize(
    "person",
    [
        {"role": "باريستا", "organisation": "أستاذ القهوة"},
        {"role": "أستاذ القهوة", "organisation": "مقهى ورق وبنّ"},
        {"role": "أستاذ رياضيات", "organisation": "مدرسة غصن اللوز"},
        {"name": "أ. ليان قاسم", "organisation": "بنك الواحة"},
        {"name": "Dr. Layan Qasim", "role": "Dentist", "organisation": "Smile Clinic"},
        {"name": "د. ليان قاسم", "role": "طبيبة", "organisation": "مستشفى جامعة السدرة"},
        {"role": "Assistant to the Professor", "organisation": "Sidra University"},
        {"role": "PhD candidate", "organisation": "Sidra University"},
        {"role": "Guest Lecturer", "organisation": "Acme"},
    ],
)
def test_these_are_no_professors(book, person):
    assert of(book, **person).get("relation", ("", ""))[0] != "professor"


def test_who_studies_where_i_did_is_a_classmate_and_who_works_there_less_surely(book):
    book.add("people", name="لين", role="طالبة ماجستير", organisation="جامعة وادي الريحان")
    book.add("people", name="سعاد", role="مسؤولة القبول", organisation="جامعة وادي الريحان")
    found = suggested(book).query("column == 'relation'").set_index("person")
    assert list(found["value"]) == ["classmate", "classmate"]
    assert list(found["reason"]) == ["student_at_school", "works_at_school"]
    assert found.loc[1, "score"] > found.loc[2, "score"]


def test_notes_and_tags_that_name_my_school_make_a_classmate(book):
    by_notes = of(book, notes="درسنا معًا في جامعة وادي الريحان سنتين")
    assert by_notes["relation"] == ("classmate", "school_in_notes")
    assert by_notes["place"] == ("alumni", "school_in_notes")
    assert of(book, name="Sami Aoun", tags=["Wadi Al-Rayhan University"])["relation"] == (
        "classmate",
        "tag",
    )


def test_tags_are_taken_at_their_word(book):
    assert of(book, name="رشا", tags=["الأصدقاء"])["relation"] == ("friend", "tag")
    assert of(book, name="Nora", tags=["Family"])["relation"] == ("family", "tag")
    assert "relation" not in of(book, name="Huda", tags=["friendly"])


def test_mail_at_my_workplaces_domain_makes_a_current_colleague(book):
    book.change("profile", 1, organisation="Nada Al-Mada Telecom")
    found = of(book, name="Dana", emails=["dana@nadamada.example"])
    assert found["relation"] == ("current_colleague", "work_email")
    assert found["network_type"] == ("operational", "type_colleague")


def test_a_domain_is_learnt_from_those_who_work_there_unless_it_is_everybodys(book):
    book.add("people", name="عمر", organisation=ME["organisation"], emails=["o@nm.example"])
    book.add("people", name="لارا", organisation=ME["organisation"], emails=["lara@gmail.com"])
    assert of(book, name="دانا", emails=["d@nm.example"])["relation"][1] == "work_email"
    assert "relation" not in of(book, name="رلى", emails=["r@gmail.com"])
    book.add("people", name="سعد", organisation="بنك الواحة", emails=["s@nm.example"])
    assert "relation" not in of(book, name="أنس", emails=["a@nm.example"])


@pytest.mark.parametrize(
    "person",
    [
        {"organisation": "رابطة بوصلة الأرقام"},
        {"organisation": "نقابة المهندسين الأردنيين"},
        {"organisation": "غرفة تجارة عمّان"},
        {"organisation": "الهيئة السعودية للمهندسين"},
        {"organisation": "Amman Toastmasters"},
        {"organisation": "IEEE"},
        {"organisation": "Amman Chamber of Commerce"},
        {"organisation": "Qalam Readers Club"},
        {"role": "عضو في جمعية المحاسبين", "organisation": "بنك الواحة"},
        {"role": "منسق المتطوعين"},
    ],
)
def test_associations_clubs_and_voluntary_work_make_a_member(book, person):
    found = of(book, **person)
    assert found["relation"] == ("association_member", "association")


@pytest.mark.parametrize(
    "person",
    [
        {"organisation": "Clubhouse"},
        {"organisation": "Sam's Club"},
        {"organisation": "هيئة الزكاة والضريبة والجمارك"},
        {"organisation": "هيئة الاتصالات"},
        {"organisation": "جمعية الروضة التعاونية"},
        {"organisation": "الاتحاد للطيران"},
        {"organisation": "بنك الاتحاد"},
        {"organisation": "Western Union"},
        {"organisation": "Haddad & Associates"},
        {"organisation": "Societe Generale"},
        {"role": "محررة في غرفة الأخبار", "organisation": "صحيفة"},
    ],
)
def test_these_are_no_associations(book, person):
    assert of(book, **person).get("relation", ("", ""))[0] != "association_member"


@pytest.mark.parametrize("name", ["نبيل الرفاعي", "Nabeel Rifai", "Lina Al-Refai, PMP"])
def test_my_family_name_in_any_spelling_makes_family(book, name):
    found = of(book, name=name)
    assert found["relation"] == ("family", "family_name")
    assert found["place"] == ("social", "family_name")


def test_a_rarer_family_name_is_surer_and_a_crowds_is_none(book):
    def score(count):
        with book.together("so many"):
            book.remove("people", list(book.people.index))
            book.add_all("people", [{"name": f"خالد{i} الرفاعي"} for i in range(count)])
            book.add_all("people", [{"name": f"خالد{i} حداد"} for i in range(60)])
        return suggested(book).query("reason == 'family_name' and column == 'relation'")["score"]

    assert score(2).max() > score(9).max() > 0
    assert score(13).empty


def test_a_common_given_name_alone_is_no_family(book):
    book.change("profile", 1, name="سارة أحمد")
    assert "relation" not in of(book, name="Omar Ahmed")
    assert "relation" not in of(book, name="عمر أحمد")


def test_i_am_not_my_own_family(book):
    assert "relation" not in of(book, name="د. هالة الرفاعي")


def test_kin_named_in_the_contact_is_family(book):
    assert of(book, name="خالتي سميرة")["relation"] == ("family", "kin")
    assert of(book, name="Uncle Sami")["relation"] == ("family", "kin")
    assert of(book, name="مجد النجار", notes="ابن خالتي، في برلين")["relation"] == ("family", "kin")
    assert "relation" not in of(book, name="منى", notes="صديقة أختي")


def test_an_invitation_and_linkedin_alone_only_tell_the_place(book):
    invited = book.add("people", name="ليان قاسم", source="linkedin")
    book.add("exchanges", person=invited, on=dt.date(2026, 1, 2), kind="connected")
    other = book.add("people", name="رامي عون", source="linkedin")
    found = suggested(book)
    assert set(found["column"]) == {"place"}
    surest = found.drop_duplicates("person").set_index("person")
    assert list(surest["value"]) == ["online", "online"]
    assert surest.loc[invited, "reason"] == "invited"
    assert surest.loc[other, "reason"] == "from_linkedin"
    assert surest.loc[other, "score"] < surest.loc[invited, "score"]


def test_many_messages_over_years_make_a_friend_only_without_anything_in_common(book):
    def write(person, days, step):
        book.add_all(
            "exchanges",
            [
                {
                    "person": person,
                    "on": dt.date(2020, 1, 1) + dt.timedelta(step * i),
                    "kind": "wrote",
                }
                for i in range(days)
            ],
        )

    friend, brief, colleague = book.add_all(
        "people",
        [{"name": "بتول"}, {"name": "وليد"}, {"name": "عمر", "organisation": ME["organisation"]}],
    )
    write(friend, 15, 100)
    write(brief, 15, 10)
    write(colleague, 15, 100)
    found = suggested(book).query("column == 'relation'").set_index("person")["value"]
    assert found.to_dict() == {friend: "friend", colleague: "current_colleague"}


def test_a_relation_that_is_said_tells_where_such_people_are_met(book):
    found = of(book, relation="classmate")
    assert found == {
        "place": ("alumni", "usual_alumni"),
        "network_type": ("personal", "type_not_colleague"),
    }


def test_evidence_for_another_relation_than_the_one_said_tells_no_place(book):
    found = of(book, relation="friend", organisation=ME["organisation"])
    assert found["place"] == ("social", "usual_social")
    assert found["network_type"] == ("operational", "type_inside")
