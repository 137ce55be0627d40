"""The categories of the article, as codes. Words for them live in `language/`.

Members stand in the article's order; charts, forms and tables keep it.
"""

from __future__ import annotations

from enum import StrEnum


class Group(StrEnum):
    """Who belongs to a professional network: the article's five groups."""

    COLLEAGUES = "colleagues"
    CLASSMATES = "classmates"
    PROFESSORS = "professors"
    ASSOCIATIONS = "associations"
    FAMILY_AND_FRIENDS = "family_and_friends"


class Relation(StrEnum):
    """What a person is to you: seven relations, each in one of the five groups."""

    CURRENT_COLLEAGUE = "current_colleague"
    FORMER_COLLEAGUE = "former_colleague"
    CLASSMATE = "classmate"
    PROFESSOR = "professor"
    ASSOCIATION_MEMBER = "association_member"
    FAMILY = "family"
    FRIEND = "friend"


GROUP_OF: dict[Relation, Group] = {
    Relation.CURRENT_COLLEAGUE: Group.COLLEAGUES,
    Relation.FORMER_COLLEAGUE: Group.COLLEAGUES,
    Relation.CLASSMATE: Group.CLASSMATES,
    Relation.PROFESSOR: Group.PROFESSORS,
    Relation.ASSOCIATION_MEMBER: Group.ASSOCIATIONS,
    Relation.FAMILY: Group.FAMILY_AND_FRIENDS,
    Relation.FRIEND: Group.FAMILY_AND_FRIENDS,
}


class Place(StrEnum):
    """Where people meet: the article's five places."""

    EVENT = "event"
    WORKPLACE = "workplace"
    SOCIAL = "social"
    ALUMNI = "alumni"
    ONLINE = "online"


class NetworkType(StrEnum):
    """Personal (outside my organisation), operational (inside it), strategic (both, mixed)."""

    PERSONAL = "personal"
    OPERATIONAL = "operational"
    STRATEGIC = "strategic"


class Closeness(StrEnum):
    """Four rings around you, the nearest first (Dunbar's 5, 15, 50, 150 as labels, not limits)."""

    CLOSEST = "closest"
    CLOSE = "close"
    REGULAR = "regular"
    DISTANT = "distant"


class Benefit(StrEnum):
    """What a network brings a career: the article's three benefits."""

    OPPORTUNITIES = "opportunities"
    EXPLORATION = "exploration"
    ADVICE = "advice"


class Advantage(StrEnum):
    """The article's seven advantages."""

    OPENINGS_AND_PROFILE = "openings_and_profile"
    CAREER_STEPS = "career_steps"
    KNOWLEDGE_AND_IDEAS = "knowledge_and_ideas"
    FIRST_INTERVIEWS = "first_interviews"
    PRACTICES_AND_TRENDS = "practices_and_trends"
    PEOPLE_SKILLS = "people_skills"
    SELF_CONFIDENCE = "self_confidence"


class ExchangeKind(StrEnum):
    """One touch between you and a person."""

    MET = "met"
    WROTE = "wrote"
    CALLED = "called"
    HELPED = "helped"
    ADVISED = "advised"
    REFERRED = "referred"
    OPPORTUNITY = "opportunity"
    INTRODUCED = "introduced"
    THANKED = "thanked"
    GREETED = "greeted"
    CONNECTED = "connected"


class Direction(StrEnum):
    """Who gave in an exchange, seen from you."""

    GIVEN = "given"
    RECEIVED = "received"
    BOTH = "both"


class EventKind(StrEnum):
    """The article's kinds of events, and the rest."""

    CONFERENCE = "conference"
    WEBINAR = "webinar"
    TRADE_FAIR = "trade_fair"
    GATHERING = "gathering"
    OTHER = "other"


class GoalState(StrEnum):
    """Where a goal stands."""

    OPEN = "open"
    REACHED = "reached"
    DROPPED = "dropped"


class Comfort(StrEnum):
    """How easy it is for you to speak to somebody new."""

    SHY = "shy"
    DEPENDS = "depends"
    EASY = "easy"


class Occasion(StrEnum):
    """Occasions on which a person is glad of a greeting; `NONE` is an answer too."""

    RAMADAN = "ramadan"
    EID_AL_FITR = "eid_al_fitr"
    EID_AL_ADHA = "eid_al_adha"
    HIJRI_NEW_YEAR = "hijri_new_year"
    NATIONAL_DAY = "national_day"
    CHRISTMAS = "christmas"
    EASTER = "easter"
    NEW_YEAR = "new_year"
    BIRTHDAY = "birthday"
    WORK_ANNIVERSARY = "work_anniversary"
    NONE = "none"


class Language(StrEnum):
    """The languages of the workbook."""

    AR = "ar"
    EN = "en"


# Countries as ISO 3166-1 has them, those of the Arab world first; their words come from Babel.
Country = StrEnum(
    "Country",
    "AE BH DJ DZ EG EH IQ JO KM KW LB LY MA MR OM PS QA SA SD SO SY TN YE "
    "AC AD AF AG AI AL AM AO AR AS AT AU AW AX AZ BA BB BD BE BF BG BI BJ BL BM BN BO BQ "
    "BR BS BT BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DK DM "
    "DO EC EE ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GT GU "
    "GW GY HK HN HR HT HU ID IE IL IM IN IO IR IS IT JE JM JP KE KG KH KI KN KP KR KY KZ "
    "LA LC LI LK LR LS LT LU LV MC MD ME MF MG MH MK ML MM MN MO MP MQ MS MT MU MV MW MX "
    "MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ PA PE PF PG PH PK PL PM PR PT PW PY RE RO "
    "RS RU RW SB SC SE SG SH SI SJ SK SL SM SN SR SS ST SV SX SZ TA TC TD TG TH TJ TK TL "
    "TM TO TR TT TV TW TZ UA UG US UY UZ VA VC VE VG VI VN VU WF WS XK YT ZA ZM ZW",
)
