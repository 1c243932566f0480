"""Work of two plans is asked once, in the round opened first, and counts once in each plan's grid and rates."""

import re
from datetime import timedelta
from io import BytesIO

import pytest
from django.test import Client
from django.urls import reverse
from openpyxl import load_workbook

from tests.tiendo import samples
from tests.tiendo.progress.rounds.conftest import NOW, TODAY, Opened, asking
from tiendo.plans.models import Plan, Task
from tiendo.progress.joined import join, take_apart
from tiendo.progress.models import Occurrence, OfficeReport, Round
from tiendo.progress.rates.reading import rates_of_office, rates_of_plan
from tiendo.progress.rates.rules import LeftOut
from tiendo.progress.rounds import services
from tiendo.progress.rounds.elsewhere import reports_elsewhere
from tiendo.progress.rounds.grid import grid_of
from tiendo.progress.rounds.opening import offices_asked
from tiendo.progress.rounds.owed import entries_of
from tiendo.progress.rounds.schedule import days_of
from tiendo.progress.rounds.services import Coming, EntryWords, Words

YEAR = days_of("year", "administrative", 2024, 0)
LATER = NOW + timedelta(hours=1)


@pytest.fixture
def guest(opened: Opened) -> Plan:
    """Another plan: one task joined to the first of the office in the round, one task of its own."""
    plan = samples.plan(opened.world.plan.locality, "Kế hoạch đào tạo nghề")
    task = samples.task(plan, opened.world.office, text="Mở lớp dạy nghề")
    samples.occurrence(task)
    join(task=task, other=opened.entry.obligation.task, actor=None, today=TODAY)
    return plan


def opened_in(plan: Plan, **facts) -> Round:
    return services.open_round(plan=plan, asking=asking(plan, **facts), actor=None, now=LATER)


def asking_first(guest: Plan, opened: Opened) -> Round:
    """The round of the other plan, opened before that of the first."""
    opened.round.delete()
    first = services.open_round(plan=guest, asking=asking(guest), actor=None, now=NOW)
    plan = opened.world.plan
    opened.round = services.open_round(plan=plan, asking=asking(plan), actor=None, now=LATER)
    return first


def asked(report: OfficeReport) -> list[int]:
    return [row.pk for row in entries_of(report)]


@pytest.mark.django_db
def test_it_is_asked_in_the_round_that_was_opened_first_and_not_again(opened, guest) -> None:
    samples.occurrence(samples.task(guest, opened.world.office))
    later = opened_in(guest)
    there = later.reports.get()
    assert opened.entry.pk in asked(opened.report)
    assert opened.entry.pk not in asked(there)
    assert len(asked(there)) == 1


@pytest.mark.django_db
def test_the_other_plan_may_ask_first(opened, guest) -> None:
    first = asking_first(guest, opened)
    assert asked(first.reports.get()) == [opened.entry.pk]
    assert opened.entry.pk not in asked(opened.report)
    assert opened.other.pk in asked(opened.report)


@pytest.mark.django_db
def test_an_office_that_owes_nothing_else_gets_no_second_report(opened, guest) -> None:
    assert offices_asked(guest, YEAR, TODAY) == []


@pytest.mark.django_db
def test_a_round_that_ends_later_asks_for_it_again(opened, guest) -> None:
    next_year = days_of("year", "administrative", 2025, 0)
    found = offices_asked(guest, next_year, TODAY)
    assert [(row.agency, row.pieces) for row in found] == [(opened.world.office, 2)]


@pytest.mark.django_db
def test_where_the_first_round_was_closed_without_a_word_the_second_asks(opened, guest) -> None:
    services.close_round(round_=opened.round, actor=None, now=NOW)
    (found,) = offices_asked(guest, YEAR, TODAY)
    assert (found.agency, found.pieces) == (opened.world.office, 1)


@pytest.mark.django_db
def test_what_was_said_there_before_it_closed_is_not_asked_again(opened, guest) -> None:
    opened.sent()
    services.close_round(round_=opened.round, actor=None, now=LATER)
    assert offices_asked(guest, YEAR, TODAY) == []


@pytest.mark.django_db
def test_taken_apart_each_plan_asks_for_its_own(opened, guest) -> None:
    task = guest.tasks.get()
    take_apart(task=task, actor=None)
    (found,) = offices_asked(guest, YEAR, TODAY)
    assert found.pieces == 1
    later = opened_in(guest)
    assert asked(later.reports.get()) == [Occurrence.objects.get(obligation__task=task).pk]


@pytest.mark.django_db
def test_said_in_the_other_plans_round_it_is_done_in_both(opened, guest) -> None:
    first = asking_first(guest, opened)
    row = first.reports.get()
    words = EntryWords(
        occurrence=opened.entry.pk, work="done", work_on=TODAY, result="Đã mở 03 lớp"
    )
    facts = {"words": Words(), "entries": [words], "coming": Coming(version=0)}
    services.save_office_report(report=row, actor=None, now=NOW, **facts)
    services.send(report=row, actor=opened.head, now=NOW, approved=True)
    opened.entry.refresh_from_db()
    assert opened.entry.done_on == TODAY
    for plan in (guest, opened.world.plan):
        counts = Client()
        counts.force_login(opened.world.viewer)
        page = counts.get(reverse("progress:plan", args=[plan.pk]))
        assert [each.result for each in page.context["overview"].reports] == ["Đã mở 03 lớp"]


@pytest.mark.django_db
def test_the_grid_of_the_other_plan_shows_and_counts_the_report_that_stands_for_it(
    opened, guest
) -> None:
    samples.occurrence(samples.task(guest, opened.world.farming))
    later = opened_in(guest)
    grid = grid_of(guest, TODAY)
    boxes = {line.agency: line.boxes[0] for section in grid.sections for line in section.lines}
    assert set(boxes) == {opened.world.office, opened.world.farming}
    assert (boxes[opened.world.office].row, boxes[opened.world.office].elsewhere) == (
        opened.report,
        True,
    )
    assert boxes[opened.world.farming].row.round == later
    assert len(grid.columns[0].asked) == 2
    own = grid_of(opened.world.plan, TODAY)
    assert not any(
        box.elsewhere for part in own.sections for line in part.lines for box in line.boxes
    )


@pytest.mark.django_db
def test_the_rates_of_both_plans_count_it_once_and_the_office_once(opened, guest) -> None:
    samples.occurrence(samples.task(guest, opened.world.farming))
    opened_in(guest)
    opened.sent()
    after = opened.report.due + timedelta(days=1)
    whole = rates_of_plan(guest, after).whole
    assert (whole.updated.part, whole.updated.whole) == (1, 2)
    by_office = rates_of_office(opened.world.office, after)
    assert (by_office.updated.part, by_office.updated.whole) == (1, 1)
    end = opened.entry.due + timedelta(days=1)
    owed = {plan: rates_of_plan(plan, end) for plan in (guest, opened.world.plan)}
    assert owed[guest].whole.completed.whole == 2
    assert LeftOut.ENDED not in owed[guest].whole.completed.left_out
    assert rates_of_office(opened.world.office, end).completed.whole == 2


@pytest.mark.django_db
def test_two_tasks_joined_to_one_are_asked_and_counted_once(opened, guest) -> None:
    twin = samples.task(guest, opened.world.office, text="Mở lớp dạy nghề lần hai")
    samples.occurrence(twin)
    join(task=twin, other=opened.entry.obligation.task, actor=None, today=TODAY)
    end = opened.entry.due + timedelta(days=1)
    assert rates_of_plan(guest, end).whole.completed.whole == 1
    page = Client()
    page.force_login(opened.world.coordinator)
    back = page.get(reverse("progress:plan", args=[guest.pk]), {"ngay": TODAY.isoformat()})
    assert back.status_code == 200


@pytest.mark.django_db
def test_the_form_says_for_which_plans_a_word_counts(opened, guest, browser) -> None:
    page = browser.get(reverse("rounds:form", args=[opened.round.pk])).content.decode()
    assert "Báo cáo một lần, tính cho" in page
    assert guest.short_title in page


@pytest.mark.django_db
def test_the_form_for_excel_says_it_too_and_calls_columns_by_their_heads(
    opened, guest, browser
) -> None:
    content = browser.get(reverse("sheets:form", args=[opened.report.pk])).content
    sheet, told = load_workbook(BytesIO(content)).worksheets[:2]
    shared = [row[2].value for row in sheet.iter_rows() if "tính cho" in str(row[2].value)]
    assert len(shared) == 1
    assert shared[0].endswith(f"Báo cáo một lần, tính cho: {opened.world.plan}; {guest}")
    heads = {str(cell.value) for row in sheet.iter_rows() for cell in row}
    named = re.findall("^[234]. “(.+?)”", "\n".join(str(row[0].value) for row in told), re.M)
    assert len(named) == 3
    assert set(named) <= heads


@pytest.mark.django_db
def test_the_form_of_the_other_round_says_where_it_is_asked(opened, guest, browser) -> None:
    samples.occurrence(samples.task(guest, opened.world.office))
    later = opened_in(guest)
    page = browser.get(reverse("rounds:form", args=[later.pk])).content.decode()
    assert f"{reverse('rounds:form', args=[opened.round.pk])}?co-quan=" in page
    assert opened.world.plan.short_title in page


@pytest.mark.django_db
def test_a_plan_that_shares_nothing_has_no_report_elsewhere(opened, guest) -> None:
    alone = samples.plan(opened.world.plan.locality, "Kế hoạch riêng")
    samples.occurrence(samples.task(alone, opened.world.office))
    opened_in(alone)
    assert reports_elsewhere(alone, alone.rounds.all(), []) == []
    assert Task.objects.filter(plan=alone, same_as=None).count() == 1
