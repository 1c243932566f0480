"""Pages as they stood on a past day: recomputed from what had been sent by then, and nothing can be written."""

from datetime import UTC, date, datetime

import pytest
from django.test import Client
from django.urls import reverse

from tests.tiendo import samples
from tests.tiendo.progress.conftest import TODAY, occurrence_of
from tiendo.accounts.models import Role
from tiendo.progress.looking_back import as_of, counted, rates_then, then_of
from tiendo.progress.models import Occurrence, Report, ReportState
from tiendo.progress.rates.rules import Rate
from tiendo.progress.services import ReportWords, report
from tiendo.progress.status import Status

pytestmark = pytest.mark.django_db
SPRING, JULY = date(2024, 3, 15), datetime(2024, 7, 1, 3, tzinfo=UTC)


@pytest.fixture
def task(world):
    """Yearly work, reported as done on 1 July 2024."""
    row = world.yearly(years=(2024,))
    words = ReportWords("done", work_on=date(2024, 6, 30), result="Đã mở 02 lớp.")
    facts = {"agency": world.office, "files": [], "actor": world.reporter}
    report(occurrence=occurrence_of(row, 2024), words=words, now=JULY, **facts)
    return row


@pytest.fixture
def auditor(world) -> Client:
    client = Client()
    client.force_login(samples.person(Role.AUDITOR, world.office))
    return client


def page(client: Client, name: str, pk: int, day: date | None = None):
    query = {"ngay": day.isoformat()} if day else {}
    return client.get(reverse(f"progress:{name}", args=[pk]), query)


def test_a_task_stood_open_before_it_was_reported_done(auditor, task) -> None:
    before = page(auditor, "task", task.pk, SPRING).context["record"]
    assert before.pressing.status(SPRING) == Status.IN_PROGRESS
    assert before.reports == []
    after = page(auditor, "task", task.pk, date(2024, 7, 1)).context["record"]
    assert after.pressing.status(date(2024, 7, 1)) == Status.DONE


def test_a_plan_counts_what_was_done_by_then(auditor, world, task) -> None:
    counts = {
        day: dict(page(auditor, "plan", world.plan.pk, day).context["overview"].counts)
        for day in (SPRING, None)
    }
    assert counts == {SPRING: {Status.IN_PROGRESS: 1}, None: {Status.DONE: 1}}


def test_a_list_is_of_that_day_and_its_links_stay_there(auditor, world, task) -> None:
    shown = page(auditor, "plan_tasks", world.plan.pk, SPRING)
    (line,) = shown.context["found"].lines
    assert (line.status, line.task.heard_on) == (Status.IN_PROGRESS, None)
    assert "ngay=2024-03-15" in shown.context["tabs"][0]["url"]
    assert f"/nhiem-vu/{task.pk}/?ngay=2024-03-15" in shown.content.decode()


def test_a_banner_says_so_and_nothing_can_be_written(world, signed_in, task) -> None:
    for name, pk in (("task", task.pk), ("plan", world.plan.pk), ("plan_tasks", world.plan.pk)):
        text = page(signed_in, name, pk, SPRING).content.decode()
        assert "15/03/2024" in text
        inside = text[text.index('<main class="page"') : text.index("</main>")]
        assert 'method="post" action="/nhiem-vu/' not in inside
        assert reverse("progress:bulk") not in inside
        assert "/bao-cao/" not in inside


@pytest.mark.parametrize("day", ["2024-12-03", "hom-qua", "2024-02-30"])
def test_what_is_no_past_day_shows_today(auditor, task, day: str) -> None:
    shown = auditor.get(reverse("progress:task", args=[task.pk]), {"ngay": day})
    assert not shown.context["looking_back"]


def test_who_may_not_look_back_sees_today(world, task) -> None:
    client = Client()
    client.force_login(world.reporter)
    shown = page(client, "task", task.pk, SPRING)
    assert not shown.context["looking_back"]
    assert shown.context["record"].pressing.status(TODAY) == Status.DONE


def test_a_report_counts_until_the_day_it_was_returned() -> None:
    said = Report(state=ReportState.RETURNED, reported_at=JULY, reviewed_at=JULY.replace(day=9))
    days = {day: counted(said, date(2024, 7, day)) for day in (1, 8, 9)}
    assert days == {1: True, 8: True, 9: False}


def test_a_condition_met_later_was_still_waited_for(world) -> None:
    row = samples.occurrence(samples.task(world.plan, world.office), condition="chờ đề án")
    row.condition_met_on = date(2024, 9, 1)
    assert as_of(row, [], SPRING).status(SPRING) == Status.WAITING
    assert as_of(row, [], TODAY).status(TODAY) == Status.DUE_SOON


def test_seen_from_today_the_recomputed_facts_are_those_stored(world, task) -> None:
    stored = {row.pk: row.facts for row in Occurrence.objects.select_related("obligation")}
    rows = [row for rows in then_of(world.plan, TODAY).periods.values() for row in rows]
    assert {row.pk: row.facts for row in rows} == stored


def test_looking_back_costs_the_same_however_much_there_is(
    auditor, world, task, django_assert_max_num_queries
) -> None:
    for _ in range(6):
        samples.report(occurrence_of(world.yearly(years=(2024,)), 2024))
    for name in ("plan", "plan_tasks"):
        with django_assert_max_num_queries(20):
            page(auditor, name, world.plan.pk, SPRING)


def test_a_deadline_that_was_moved_stood_where_it_was_before(world) -> None:
    """Due on 31 December 2023, extended on 20 December 2023 to 31 March 2024."""
    row = occurrence_of(world.yearly(years=(2023,)), 2023)
    row.new_dues.create(due=date(2024, 3, 31), since=date(2023, 12, 20))
    row.moved_to = date(2024, 3, 31)
    row.save()
    days = (date(2023, 12, 19), date(2023, 12, 20), date(2024, 1, 1), date(2024, 4, 1))
    then = [as_of(row, [], day) for day in days]
    assert [each.deadline for each in then] == [date(2023, 12, 31), *[date(2024, 3, 31)] * 3]
    standing = [each.status(day) for each, day in zip(then, days, strict=True)]
    assert standing == [Status.DUE_SOON, Status.IN_PROGRESS, Status.IN_PROGRESS, Status.OVERDUE]


def test_the_rate_of_a_past_day_uses_the_deadline_of_that_day(world) -> None:
    """Late on 1 February 2024; what was granted afterwards by an amendment does not make it punctual then."""
    row = occurrence_of(world.yearly(years=(2023,)), 2023)
    before = rates_then(world.plan, then_of(world.plan, date(2024, 2, 1)))
    row.new_dues.create(due=date(2024, 12, 31), since=date(2024, 3, 1))
    row.moved_to = date(2024, 12, 31)
    row.save()
    after = rates_then(world.plan, then_of(world.plan, date(2024, 2, 1)))
    assert (after, after.completed) == (before, Rate(0, 1))
    since = rates_then(world.plan, then_of(world.plan, date(2024, 3, 1)))
    assert (since.completed.whole, since.by_first) == (0, Rate(0, 1))
