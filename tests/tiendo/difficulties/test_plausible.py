"""What is refused of difficulties and petitions.

The time to answer is a norm of the locality: no decree was found that sets one (not verified). The last clause of the
plan asks for the decision of the Committee with its number.
"""

from datetime import date, timedelta

import pytest

from tests.tiendo import samples
from tests.tiendo.difficulties.rows import RECEIVED, unsaved, unsaved_petition
from tests.tiendo.legal.norms import norm
from tests.tiendo.legal_rules.cases import legal_cases
from tiendo.agencies.models import Holiday, HolidayKind
from tiendo.difficulties.due import TO_ANSWER, due_day
from tiendo.difficulties.plausible import check_difficulty, check_petition
from tiendo.legal.services import propose_norms
from tiendo.legal.starting import starting_norms
from tiendo.registers.register import Setting

TODAY = date(2024, 12, 2)
SETTING, DAY = Setting(TODAY), timedelta(days=1)
DONE = {"outcome": "removed", "answered_on": RECEIVED + DAY, "answer": "Đã nâng dây"}
pytestmark = pytest.mark.django_db


@pytest.fixture
def home():
    return samples.locality()


def faults(row):
    return [(fault.field, fault.unless_reason) for fault in check_difficulty(row, SETTING)]


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ({}, []),
        ({"received_on": TODAY}, [("due_on", False)]),
        ({"received_on": TODAY + DAY, "due_on": None}, [("received_on", False)]),
        ({"due_on": RECEIVED - DAY}, [("due_on", False)]),
        ({"due_on": None}, [("due_on", False)]),
        ({"due_on": None} | DONE, []),
        (DONE | {"answered_on": TODAY + DAY}, [("answered_on", False)]),
        (DONE | {"answered_on": RECEIVED - DAY}, [("answered_on", False)]),
        (DONE | {"answered_on": RECEIVED}, []),
        (DONE | {"answer": ""}, [("answer", False)]),
        (DONE | {"answered_on": None}, [("answered_on", False)]),
        ({"answered_on": RECEIVED}, [("outcome", False)]),
        ({"satisfied": "yes"}, [("satisfied", False)]),
        (DONE | {"satisfied": "no"}, []),
        ({"source": "household"}, [("commune", False)]),
        ({"source": "investor"}, []),
    ],
)
def test_a_difficulty_is_refused_where_it_cannot_be_so(home, said, found):
    assert faults(unsaved(locality=home, **said)) == found


@legal_cases(
    ("off", "due_on", "found"),
    {
        "difficulty-answer": [
            ([], date(2024, 11, 18), []),  # ten working days, two weekends between
            ([], date(2024, 11, 19), [("due_on", True)]),
            ([1], date(2024, 11, 19), []),  # a day off adds one
            ([1], date(2024, 11, 20), [("due_on", True)]),
            ([5, 6], date(2024, 11, 19), [("due_on", True)]),  # days off on a weekend add none
        ]
    },
)
def test_the_proposed_day_of_an_answer_counts_working_days(home, off, due_on, found):
    propose_norms(locality=home, actor=None, today=TODAY)
    for number in off:
        day = RECEIVED + number * DAY
        Holiday.objects.create(locality=home, day=day, kind=HolidayKind.OFF, name="Nghỉ")
    assert faults(unsaved(locality=home, due_on=due_on)) == found


def test_a_day_later_than_the_norm_of_the_locality_wants_a_reason(home):
    norm(home, code=TO_ANSWER, kind="working-days", highest=10, unit="ngày làm việc")
    Holiday.objects.create(
        locality=home, day=RECEIVED + DAY, kind=HolidayKind.OFF, name="Ngày nghỉ thử"
    )
    last = date(2024, 11, 19)  # ten days on is the 18th; the day off adds one
    assert due_day(RECEIVED, home.pk) == last
    assert faults(unsaved(locality=home, due_on=last)) == []
    assert faults(unsaved(locality=home, due_on=last + DAY)) == [("due_on", True)]
    (missing,) = check_difficulty(unsaved(locality=home, due_on=None), SETTING)
    assert "19/11/2024" in missing.words
    assert not missing.unless_reason


def test_a_time_of_another_day_or_another_kind_says_nothing(home):
    norm(home, code=TO_ANSWER, kind="working-days", highest=10, valid_from=RECEIVED + DAY)
    norm(home, code=TO_ANSWER, kind="ceiling", highest=10, valid_from=date(2020, 1, 1))
    assert due_day(RECEIVED, home.pk) is None


def test_the_time_to_start_from_says_that_nobody_compared_it():
    (found,) = (each.row() for each in starting_norms() if each.facts["code"] == TO_ANSWER)
    assert (found.kind, found.verified) == ("working-days", False)


PUT = {"put_on": RECEIVED + DAY, "addressee": "UBND Huyện", "words": "Đề nghị nâng trạm"}
DECIDED = PUT | {"decided_on": RECEIVED + 9 * DAY, "agreed": "wholly", "decision": "812/UBND-KT"}


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ({}, []),
        ({"gathered_on": TODAY + DAY}, [("gathered_on", False)]),
        (PUT, []),
        (PUT | {"put_on": RECEIVED - DAY}, [("put_on", False)]),
        (PUT | {"addressee": ""}, [("addressee", False)]),
        (PUT | {"words": ""}, [("words", False)]),
        ({"put_number": "35/TTr"}, [("put_on", False)]),
        (DECIDED, []),
        (DECIDED | {"decision": ""}, [("decision", True)]),
        (DECIDED | {"agreed": ""}, [("agreed", False)]),
        (DECIDED | {"decided_on": None}, [("decided_on", False)]),
        (DECIDED | {"decided_on": RECEIVED}, [("decided_on", False)]),
        (DECIDED | {"put_on": None}, [("put_on", False)]),
    ],
)
def test_a_decision_has_a_day_a_content_and_a_number(said, found):
    row = unsaved_petition(**said)
    assert [(each.field, each.unless_reason) for each in check_petition(row, SETTING)] == found
