"""The calendar: months across the end of a year, weeks from Monday, whose work it shows."""

from datetime import date

import pytest
from django.test import Client, override_settings
from django.urls import reverse

from tests.tiendo import samples
from tests.tiendo.samples import TODAY
from tiendo.accounts.models import Role
from tiendo.agencies.models import Agency, Holiday
from tiendo.desk.calendar import read_month
from tiendo.ui.weeks import end_of_week, last_of, month_before, next_month, weeks_of

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def on_that_day():
    with override_settings(TODAY=TODAY.isoformat()):
        yield


@pytest.fixture
def office() -> Agency:
    return samples.agency(samples.locality(), "Phòng Kinh tế và Hạ tầng")


def month(role: Role, own: Agency, **query):
    client = Client()
    client.force_login(samples.person(role, own))
    return client.get(reverse("desk:calendar"), query).context["month"]


def test_weeks_begin_on_monday_and_cross_the_end_of_the_year() -> None:
    weeks = weeks_of(date(2024, 12, 1))
    assert [(week[0].weekday(), len(week)) for week in weeks] == [(0, 7)] * len(weeks)
    assert (weeks[0][0], weeks[-1][-1]) == (date(2024, 11, 25), date(2025, 1, 5))
    assert next_month(date(2024, 12, 31)) == date(2025, 1, 1)
    assert month_before(date(2025, 1, 1)) == date(2024, 12, 1)
    assert last_of(date(2024, 2, 3)) == date(2024, 2, 29)
    assert end_of_week(date(2024, 12, 31)) == date(2025, 1, 5)


@pytest.mark.parametrize("text", ["", "2024-13", "khong", "2024", "2024-12-01", "9999-12"])
def test_what_is_no_month_shows_this_one(text: str) -> None:
    assert read_month(text, TODAY) == date(2024, 12, 1)


def test_an_officer_sees_the_own_office_and_a_coordinator_all(office: Agency) -> None:
    other = samples.agency(office.locality, "Phòng Nông nghiệp")
    plan = samples.plan(office.locality)
    for each in (office, other):
        samples.occurrence(samples.task(plan, each))
    (day,) = month(Role.REPORTER, office).busy
    assert (day.day, len(day.lines)) == (date(2024, 12, 31), 1)
    assert month(Role.COORDINATOR, office).things == 2
    assert month(Role.COORDINATOR, office, office=other.pk).busy[0].lines[0].office == other.label


def test_what_many_offices_owe_alike_is_one_line_that_names_them(office: Agency) -> None:
    others = [samples.agency(office.locality, f"Ủy ban nhân dân xã {n}") for n in "ABC"]
    plan = samples.plan(office.locality)
    task = samples.task(plan, office)
    for each in (office, *others):
        samples.occurrence(task, 2024, each)
    found = month(Role.COORDINATOR, office)
    (line,) = found.busy[0].lines
    assert (found.things, len(line.parts), line.office) == (4, 4, "4 cơ quan")
    assert line.see == reverse("progress:task", args=[task.pk])
    assert month(Role.REPORTER, office).busy[0].lines[0].office == office.label


def test_who_sees_all_offices_is_not_told_they_are_the_own_ones(office: Agency) -> None:
    samples.agency(office.locality, "Phòng Nông nghiệp")
    assert month(Role.COORDINATOR, office).all_offices
    assert not month(Role.REPORTER, office).all_offices


def test_it_is_narrowed_to_a_plan_and_knows_days_off(office: Agency) -> None:
    Holiday.objects.create(locality=office.locality, day=date(2025, 1, 1), name="Tết Dương lịch")
    first, second = samples.plan(office.locality), samples.plan(office.locality, "Kế hoạch khác")
    samples.occurrence(samples.task(first, office))
    assert month(Role.VIEWER, office, plan=second.pk).things == 0
    new_year = month(Role.VIEWER, office, month="2025-01").weeks[0][2]
    assert (new_year.day, new_year.off, new_year.name) == (
        date(2025, 1, 1),
        True,
        "Tết Dương lịch",
    )


def test_the_calendar_says_which_day_is_today(office: Agency) -> None:
    days = [day.day for week in month(Role.VIEWER, office).weeks for day in week if day.today]
    assert days == [TODAY]


def test_the_page_opens_at_the_ends_of_time(office: Agency) -> None:
    client = Client()
    client.force_login(samples.person(Role.VIEWER, office))
    for text in ("1945-01", "2200-12", "0001-01", "9999-12"):
        assert client.get(reverse("desk:calendar"), {"month": text}).status_code == 200
