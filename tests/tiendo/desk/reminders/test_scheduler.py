"""The daily work: once a day from the set hour, by one of several workers, made up for after a sleep."""

import threading
from datetime import datetime, timedelta

import pytest

from tests.tiendo import samples
from tests.tiendo.desk.reminders.conftest import TODAY, at
from tests.tiendo.progress.conftest import World
from tiendo.agencies.models import Locality
from tiendo.desk.models import DailyRun, Notice
from tiendo.desk.reminders import scheduler
from tiendo.desk.reminders.digest import told
from tiendo.history import services as history
from tiendo.history.models import Change, Removal
from tiendo.progress.models import Occurrence, OfficeReport, Round
from tiendo.ui import conf

pytestmark = pytest.mark.django_db
EARLY, MORNING = at(TODAY, 6, 59), at(TODAY, 7, 0)


@pytest.fixture
def late(world: World) -> Occurrence:
    task = samples.task(world.plan, world.office)
    return samples.occurrence(task, 2024, world.office, due=TODAY - timedelta(days=2))


def days_told(world: World) -> list[datetime]:
    rows = Notice.objects.filter(user=world.reporter)
    return sorted(rows.values_list("day", flat=True))


def test_nothing_happens_before_the_hour(world: World, late: Occurrence) -> None:
    assert scheduler.tick(EARLY) == []
    assert days_told(world) == []


def test_people_are_reminded_once_from_the_hour_on(
    world: World, district: Locality, late: Occurrence
) -> None:
    assert district in scheduler.tick(MORNING)
    assert scheduler.tick(MORNING + timedelta(minutes=1)) == []
    assert scheduler.tick(MORNING + timedelta(hours=9)) == []
    assert days_told(world) == [TODAY]


def test_the_hour_is_a_setting(world: World, late: Occurrence, settings) -> None:
    settings.REMIND_AT = "08:30"
    assert scheduler.tick(at(TODAY, 8, 29)) == []
    assert scheduler.tick(at(TODAY, 8, 30)) != []


def test_an_hour_that_is_none_is_refused_with_its_name() -> None:
    with pytest.raises(ValueError, match=r"^TIENDO_REMIND_AT: 07:00$"):
        conf.time_of_day("TIENDO_REMIND_AT", "bảy giờ")
    assert conf.time_of_day("TIENDO_REMIND_AT", "06:30") == "06:30"


def test_days_that_were_slept_through_are_made_up_for_by_one_list(
    world: World, late: Occurrence
) -> None:
    scheduler.tick(MORNING)
    late_in_the_day = at(TODAY + timedelta(days=12), 16)
    assert scheduler.tick(late_in_the_day) != []
    assert days_told(world) == [TODAY, TODAY + timedelta(days=12)]


def test_a_worker_that_was_cut_off_holds_the_day_for_half_an_hour_only(
    world: World, district: Locality, late: Occurrence
) -> None:
    DailyRun.objects.create(locality=district, day=TODAY, started_at=MORNING)
    assert district not in scheduler.tick(MORNING + timedelta(minutes=29))
    assert district in scheduler.tick(MORNING + timedelta(minutes=30))
    assert days_told(world) == [TODAY]


def test_an_office_that_is_asked_at_ten_hears_of_it_a_minute_later(
    world: World, late: Occurrence
) -> None:
    span = {"starts": TODAY - timedelta(days=90), "cut_off": TODAY, "opened_at": MORNING}
    round_ = Round.objects.create(plan=world.plan, kind="quarter", year=2024, part=4, **span)
    due = TODAY + timedelta(days=60)
    report = OfficeReport.objects.create(round=round_, agency=world.office, due=due, first_due=due)
    scheduler.tick(MORNING)
    OfficeReport.objects.filter(pk=report.pk).update(nudged_at=at(TODAY, 10))
    scheduler.tick(at(TODAY, 10, 1))
    scheduler.tick(at(TODAY, 10, 2))
    (notice,) = Notice.objects.filter(user=world.reporter)
    assert [told(line).asked_on for line in notice.lines] == [None, TODAY]


def test_what_was_deleted_more_than_30_days_ago_is_let_go(world: World) -> None:
    for days in (31, 29):
        task = samples.task(world.plan, world.office)
        change = history.delete(task, actor=world.coordinator)
        Change.objects.filter(pk=change.pk).update(at=MORNING - timedelta(days=days))
    scheduler.tick(MORNING)
    (kept,) = Removal.objects.all()
    assert kept.change.at == MORNING - timedelta(days=29)


def test_a_bad_minute_does_not_end_the_scheduler(monkeypatch, caplog) -> None:
    stop, minutes = threading.Event(), []

    def stumble(now: datetime) -> None:
        minutes.append(now)
        if len(minutes) == 2:
            stop.set()
        raise RuntimeError("the database is away")

    monkeypatch.setattr(scheduler, "tick", stumble)
    monkeypatch.setattr(scheduler, "OFTEN", 0.01)
    scheduler.start(stop).join(timeout=10)
    assert len(minutes) == 2
    assert "the scheduler stumbled" in caplog.text
