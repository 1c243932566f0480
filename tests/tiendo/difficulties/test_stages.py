"""How a difficulty stands, by its days; the database says the same of what was in time."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.tiendo import samples
from tests.tiendo.difficulties.rows import RECEIVED, answered
from tiendo.difficulties.models import Difficulty
from tiendo.difficulties.stages import ON_TIME, Days, Stage, stage_of

DUE, DAY = date(2024, 11, 18), timedelta(days=1)


@pytest.mark.parametrize(
    ("due", "answered_on", "today", "stage"),
    [
        (DUE, None, DUE, Stage.IN_HAND),
        (DUE, None, DUE + DAY, Stage.OVERDUE),
        (None, None, DUE + 400 * DAY, Stage.IN_HAND),
        (DUE, DUE, DUE, Stage.ANSWERED),
        (DUE, DUE + DAY, DUE + DAY, Stage.ANSWERED_LATE),
        (None, DUE, DUE, Stage.ANSWERED),
        (DUE, DUE + 2 * DAY, DUE + DAY, Stage.OVERDUE),
    ],
)
def test_the_last_day_is_in_time_and_a_later_answer_is_not_known_yet(
    due, answered_on, today, stage
):
    assert stage_of(Days(RECEIVED, due, answered_on), today) == stage


days = st.dates(date(2024, 1, 1), date(2024, 12, 31))


@given(st.none() | days, st.none() | days, days)
def test_an_answer_is_either_in_time_or_late_and_never_overdue(due, answered_on, today):
    found = stage_of(Days(date(2024, 1, 1), due, answered_on), today)
    assert (found in (Stage.ANSWERED, Stage.ANSWERED_LATE)) == bool(
        answered_on and answered_on <= today
    )
    assert found != Stage.OVERDUE or (due and due < today)


@pytest.mark.django_db
def test_the_database_counts_the_same_answers_as_in_time():
    office = samples.agency(samples.locality())
    for place, on in enumerate((DUE - DAY, DUE, DUE + DAY)):
        answered(office, on, what=f"Việc {place}")
    answered(office, DUE, what="Việc không hạn", due_on=None)
    in_time = set(Difficulty.objects.filter(ON_TIME))
    today = DUE + 30 * DAY
    dated = Difficulty.objects.exclude(due_on=None)
    assert in_time == {row for row in dated if row.stage(today) == Stage.ANSWERED}
    assert len(in_time) == 2
