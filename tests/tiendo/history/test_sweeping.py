"""Files that nothing names are swept up at night; what a row, a deletion or an upload needs stays."""

import os
from datetime import timedelta
from pathlib import Path

import pytest
from django.conf import settings
from django.utils import timezone

from tests.tiendo import samples
from tiendo.accounts.clock import moment
from tiendo.desk.reminders import scheduler
from tiendo.history import services as history
from tiendo.history import sweeping
from tiendo.history.sweeping import sweep
from tiendo.progress.models import Evidence

pytestmark = pytest.mark.django_db
LONG_AGO = timedelta(days=9)


@pytest.fixture(autouse=True)
def files(settings, tmp_path: Path) -> Path:
    settings.MEDIA_ROOT = tmp_path
    return tmp_path


@pytest.fixture
def evidence() -> Evidence:
    plan = samples.plan(samples.locality())
    period = samples.occurrence(samples.task(plan, samples.agency(plan.locality)))
    return samples.evidence(samples.report(period))


def left(name: str, *, age: timedelta = LONG_AGO) -> Path:
    path = Path(settings.MEDIA_ROOT) / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(b"x")
    made(path, age)
    return path


def made(path: Path, age: timedelta) -> None:
    then = (timezone.now() - age).timestamp()
    os.utime(path, (then, then))


def a_day_ago():
    return timezone.now() - timedelta(days=1)


def test_a_file_without_a_row_goes_and_one_with_a_row_stays(evidence: Evidence) -> None:
    kept, loose = Path(evidence.file.path), left("evidence/2024/11/loose.pdf")
    made(kept, LONG_AGO)
    assert sweep(a_day_ago()) == 1
    assert (kept.is_file(), loose.is_file()) == (True, False)
    assert sweep(a_day_ago()) == 0


def test_a_file_of_a_row_that_was_deleted_stays_until_that_can_no_longer_be_put_back(
    evidence: Evidence,
) -> None:
    kept = Path(evidence.file.path)
    made(kept, LONG_AGO)
    history.delete(evidence, actor=None)
    assert sweep(a_day_ago()) == 0
    assert kept.is_file()


def test_a_file_that_has_just_been_written_waits_for_its_row() -> None:
    loose = left("documents/2024/11/new.docx", age=timedelta(minutes=5))
    assert sweep(a_day_ago()) == 0
    assert loose.is_file()


def test_what_is_not_in_a_folder_of_ours_is_not_touched() -> None:
    other = left("ghi-chu/README.txt")
    assert sweep(a_day_ago()) == 0
    assert other.is_file()


def test_files_of_another_database_are_left_alone(caplog) -> None:
    loose = [left(f"evidence/2020/01/{n}.pdf") for n in range(sweeping.FEW + 1)]
    assert sweep(a_day_ago()) == 0
    assert all(path.is_file() for path in loose)
    assert "is this their database?" in caplog.text


def test_the_daily_work_sweeps(settings) -> None:
    settings.REMIND_AT = "00:00"
    samples.locality()
    loose = left("evidence/2024/11/loose.pdf")
    new = left("evidence/2024/11/new.pdf", age=timedelta(minutes=5))
    scheduler.tick(
        moment() + timedelta(days=400)
    )  # the day of a practice installation may be moved
    assert (loose.is_file(), new.is_file()) == (False, True)
