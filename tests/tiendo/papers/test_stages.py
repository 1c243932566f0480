"""How far a paper is, in Python and in the database."""

from datetime import date, timedelta
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.tiendo import samples
from tiendo.papers.kinds import Asked, PaperKind
from tiendo.papers.models import PaperOwed, PaperStep
from tiendo.papers.stages import DELIVERED, ON_TIME, Days, Stage, delivered_on, on_time, stage_of

DUE = date(2024, 3, 31)
BEFORE, AFTER, LATER = date(2024, 3, 1), date(2024, 4, 2), date(2024, 6, 30)


@pytest.mark.parametrize(
    ("asked", "days", "today", "stage"),
    [
        (Asked.ISSUE, Days(due=DUE), BEFORE, Stage.NOT_BEGUN),
        (Asked.ISSUE, Days(), LATER, Stage.NOT_BEGUN),
        (Asked.ISSUE, Days(due=DUE, begun=BEFORE), DUE, Stage.DRAFTING),
        (Asked.ISSUE, Days(due=DUE, begun=BEFORE), DUE + timedelta(1), Stage.LATE),
        (Asked.ISSUE, Days(due=DUE, submitted=BEFORE), DUE, Stage.SUBMITTED),
        (Asked.ISSUE, Days(due=DUE, submitted=BEFORE), AFTER, Stage.LATE),
        (Asked.SUBMIT, Days(due=DUE, submitted=BEFORE), AFTER, Stage.SUBMITTED),
        (Asked.DRAW_UP, Days(due=DUE, submitted=BEFORE), AFTER, Stage.SUBMITTED),
        (Asked.ISSUE, Days(due=DUE, issued=BEFORE), AFTER, Stage.ISSUED),
        (Asked.SUBMIT, Days(due=DUE, issued=BEFORE), AFTER, Stage.LATE),
        (Asked.ISSUE, Days(due=DUE, issued=AFTER), LATER, Stage.ISSUED),
        (Asked.ISSUE, Days(due=DUE, issued=LATER), AFTER, Stage.LATE),
        (Asked.SUBMIT, Days(due=DUE, submitted=BEFORE, answered=AFTER), LATER, Stage.ANSWERED),
        (Asked.SUBMIT, Days(due=DUE, submitted=BEFORE, answered=LATER), AFTER, Stage.SUBMITTED),
        (Asked.REVIEW, Days(due=DUE, issued=DUE), DUE, Stage.ISSUED),
    ],
)
def test_a_paper_stands_where_its_days_say(asked, days, today, stage):
    assert stage_of(asked, days, today) is stage


SOME_DAY = st.none() | st.dates(date(2024, 1, 1), date(2024, 12, 31))
ANY_DAYS = st.builds(
    Days, due=SOME_DAY, begun=SOME_DAY, submitted=SOME_DAY, issued=SOME_DAY, answered=SOME_DAY
)


@given(st.sampled_from(Asked), ANY_DAYS, st.dates(date(2024, 1, 1), date(2025, 1, 31)))
def test_only_what_is_due_and_not_delivered_is_late(asked, days, today):
    delivered = delivered_on(asked, days)
    late = bool(days.due and days.due < today and (delivered is None or delivered > today))
    assert (stage_of(asked, days, today) is Stage.LATE) == late


@given(st.sampled_from(Asked), ANY_DAYS)
def test_what_is_delivered_on_time_is_never_late(asked, days):
    if on_time(asked, days):
        assert all(
            stage_of(asked, days, days.due + timedelta(after)) is not Stage.LATE
            for after in (-1, 0, 1, 400)
        )


@pytest.mark.django_db
def test_the_database_says_the_same_of_every_combination():
    office = samples.agency(samples.locality())
    days = (None, BEFORE, DUE, AFTER)
    rows = [
        PaperOwed(
            locality=office.locality,
            agency=office,
            title=f"{asked}-{place}",
            kind=PaperKind.PLAN,
            asked=asked,
            due=due,
            submitted_on=submitted,
            issued_on=issued,
        )
        for asked in Asked
        for place, (due, submitted, issued) in enumerate(product((None, DUE), days, days))
    ]
    PaperOwed.objects.bulk_create(rows)
    delivered = set(PaperOwed.objects.filter(DELIVERED).values_list("title", flat=True))
    in_time = set(PaperOwed.objects.filter(ON_TIME).values_list("title", flat=True))
    assert delivered == {row.title for row in rows if delivered_on(row.asked, row.days)}
    assert in_time == {row.title for row in rows if on_time(row.asked, row.days)}
    assert PaperOwed.objects.open().count() == len(rows) - len(delivered)


@pytest.mark.django_db
def test_a_step_that_is_done_begins_a_paper():
    office = samples.agency(samples.locality())
    home = {"locality": office.locality}
    paper = PaperOwed.objects.create(title="Kế hoạch", kind="plan", agency=office, due=DUE, **home)
    PaperStep.objects.create(paper=paper, title="Dự thảo", due=BEFORE, done_on=BEFORE, **home)
    PaperStep.objects.create(paper=paper, title="Lấy ý kiến", due=DUE, **home)
    told = PaperOwed.objects.with_steps().get()
    assert (told.steps_done, told.steps_all, told.next_step) == (1, 2, "Lấy ý kiến")
    assert told.stage(BEFORE) is Stage.DRAFTING
    assert told.stage(BEFORE - timedelta(1)) is Stage.NOT_BEGUN
