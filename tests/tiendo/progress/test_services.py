"""Reporting: what an office says is kept as said, and the facts of the period follow from it."""

import hashlib
from datetime import UTC, date, datetime

import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile

from tests.tiendo import samples
from tiendo.accounts.models import User
from tiendo.history.models import Change
from tiendo.progress import services
from tiendo.progress.models import SAID, Evidence, Occurrence, Report, ReportState, WorkState
from tiendo.progress.services import ReportWords
from tiendo.progress.status import Status

pytestmark = pytest.mark.django_db
TODAY = date(2024, 12, 2)
PDF = b"%PDF-1.7 bien ban nghiem thu"


@pytest.fixture
def period() -> Occurrence:
    """The year 2024 of a yearly task."""
    office = samples.agency(samples.locality())
    return samples.occurrence(samples.task(samples.plan(office.locality), office))


@pytest.fixture
def clerk(period: Occurrence) -> User:
    return samples.person("reporter", period.obligation.agency)


def say(
    period: Occurrence,
    clerk: User,
    work: WorkState,
    day: date = date(2024, 11, 27),
    files: tuple[SimpleUploadedFile, ...] = (),
    **words: object,
) -> Report:
    """Report on `day`, at nine in the morning in Vietnam."""
    return services.report(
        occurrence=period,
        agency=period.obligation.agency,
        words=ReportWords(work=work, **words),  # type: ignore[arg-type]
        files=files,
        actor=clerk,
        now=datetime(day.year, day.month, day.day, 2, 0, tzinfo=UTC),
    )


def test_what_was_said_is_kept_with_who_and_when(period: Occurrence, clerk: User) -> None:
    said = say(
        period,
        clerk,
        WorkState.IN_PROGRESS,
        result="Mở 03 lớp",
        percent=70,
        difficulties="Thiếu kinh phí",
        proposals="Bổ sung vốn",
    )
    said.refresh_from_db()
    assert (said.author, said.agency) == (clerk, period.obligation.agency)
    assert (said.result, said.percent) == ("Mở 03 lớp", 70)
    assert (said.difficulties, said.proposals) == ("Thiếu kinh phí", "Bổ sung vốn")
    assert said.state == ReportState.SENT


@pytest.mark.parametrize(
    ("work", "work_on", "status"),
    [
        (WorkState.IN_PROGRESS, None, Status.DUE_SOON),
        (WorkState.NOT_STARTED, None, Status.DUE_SOON),
        (WorkState.DONE, date(2024, 11, 20), Status.DONE),
        (WorkState.NOTHING_AROSE, None, Status.NOTHING_AROSE),
    ],
)
def test_the_status_follows_from_what_is_said(
    period: Occurrence, clerk: User, work: WorkState, work_on: date | None, status: Status
) -> None:
    say(period, clerk, work, work_on=work_on)
    period.refresh_from_db()
    assert period.status(TODAY) == status
    assert period.last_reported_on == date(2024, 11, 27)


def test_work_is_done_on_the_day_named_or_else_on_the_day_of_the_report(
    period: Occurrence, clerk: User
) -> None:
    say(period, clerk, WorkState.DONE, work_on=date(2024, 10, 5))
    assert period.done_on == date(2024, 10, 5)
    say(period, clerk, WorkState.DONE, day=date(2024, 11, 28))
    assert period.done_on == date(2024, 11, 28)


def test_work_done_after_its_day_is_done_late(period: Occurrence, clerk: User) -> None:
    say(period, clerk, WorkState.DONE, day=date(2025, 1, 20), work_on=date(2025, 1, 15))
    assert period.status(date(2025, 2, 1)) == Status.DONE_LATE


def test_a_day_of_completion_is_dropped_when_the_work_is_not_done(
    period: Occurrence, clerk: User
) -> None:
    said = say(period, clerk, WorkState.IN_PROGRESS, work_on=date(2024, 10, 5))
    assert said.work_on is None


def test_a_later_report_changes_the_facts(period: Occurrence, clerk: User) -> None:
    say(period, clerk, WorkState.NOTHING_AROSE, day=date(2024, 6, 3))
    say(period, clerk, WorkState.DONE, day=date(2024, 9, 3))
    assert (period.nothing_on, period.done_on) == (None, date(2024, 9, 3))
    say(period, clerk, WorkState.IN_PROGRESS, day=date(2024, 11, 3))
    period.refresh_from_db()
    assert (period.nothing_on, period.done_on) == (None, None)
    assert period.last_reported_on == date(2024, 11, 3)


def test_an_office_that_helps_is_heard_but_settles_nothing(period: Occurrence, clerk: User) -> None:
    helper = samples.agency(period.obligation.agency.locality, "Phòng Tài chính")

    def help_says(work: WorkState, day: int) -> None:
        services.report(
            occurrence=period,
            agency=helper,
            words=ReportWords(work=work),
            files=(),
            actor=clerk,
            now=datetime(2024, 11, day, 2, 0, tzinfo=UTC),
        )

    help_says(WorkState.DONE, 10)
    assert (period.done_on, period.last_reported_on) == (None, date(2024, 11, 10))
    say(period, clerk, WorkState.DONE, date(2024, 11, 20))
    help_says(WorkState.IN_PROGRESS, 25)
    assert (period.done_on, period.last_reported_on) == (date(2024, 11, 20), date(2024, 11, 25))


def test_a_report_brought_in_late_does_not_overrule_a_newer_one(
    period: Occurrence, clerk: User
) -> None:
    say(period, clerk, WorkState.DONE, day=date(2024, 9, 3))
    say(period, clerk, WorkState.IN_PROGRESS, day=date(2024, 6, 3))
    assert period.done_on == date(2024, 9, 3)


def test_late_in_the_evening_counts_as_the_day_in_vietnam(period: Occurrence, clerk: User) -> None:
    services.report(
        occurrence=period,
        agency=period.obligation.agency,
        words=ReportWords(work=WorkState.DONE),
        files=(),
        actor=clerk,
        now=datetime(2024, 12, 30, 18, 0, tzinfo=UTC),
    )
    assert period.done_on == date(2024, 12, 31)


@pytest.mark.parametrize(("state", "counts"), [(state, state in SAID) for state in ReportState])
def test_only_what_was_sent_or_accepted_counts_as_said(
    period: Occurrence, clerk: User, state: ReportState, counts: bool
) -> None:
    samples.report(period, work=WorkState.DONE, state=state)
    services.settle(period, actor=clerk)
    assert (period.done_on is not None) is counts


def test_a_report_returned_takes_its_facts_back(period: Occurrence, clerk: User) -> None:
    said = say(period, clerk, WorkState.DONE)
    said.state = ReportState.RETURNED
    said.save()
    services.settle(period, actor=clerk)
    period.refresh_from_db()
    assert (period.done_on, period.last_reported_on) == (None, None)


def test_a_report_on_a_closed_period_opens_it_again(period: Occurrence, clerk: User) -> None:
    services.close_past(occurrences=[period], reason="không theo dõi", actor=clerk)
    assert period.status(TODAY) == Status.UNTRACKED
    say(period, clerk, WorkState.DONE)
    assert period.status(TODAY) == Status.DONE


def test_evidence_is_kept_whole_with_its_digest(period: Occurrence, clerk: User) -> None:
    file = SimpleUploadedFile("Biên bản.pdf", PDF)
    said = say(period, clerk, WorkState.DONE, files=(file,))
    kept = said.evidence.get()
    with kept.file.open() as stored:
        assert stored.read() == PDF
    assert kept.sha256 == hashlib.sha256(PDF).hexdigest()
    assert (kept.name, kept.size, kept.media_type) == ("Biên bản.pdf", len(PDF), "application/pdf")


def test_nothing_is_stored_when_one_file_is_bad(period: Occurrence, clerk: User) -> None:
    files = (SimpleUploadedFile("tot.pdf", PDF), SimpleUploadedFile("xau.pdf", b"MZ\x90 program"))
    with pytest.raises(ValidationError, match=r"xau\.pdf"):
        say(period, clerk, WorkState.DONE, files=files)
    assert not Report.objects.exists()
    assert not Evidence.objects.exists()
    period.refresh_from_db()
    assert period.done_on is None
    assert not Change.objects.exists()


def test_every_step_leaves_its_line(period: Occurrence, clerk: User) -> None:
    say(period, clerk, WorkState.DONE, files=(SimpleUploadedFile("a.pdf", PDF),))
    lines = Change.objects.order_by("pk").values_list("content_type__model", "action")
    assert list(lines) == [("report", "add"), ("evidence", "add"), ("occurrence", "change")]
    assert set(Change.objects.values_list("actor", flat=True)) == {clerk.pk}


def test_past_periods_are_closed_once_with_their_reason(period: Occurrence, clerk: User) -> None:
    close = {"occurrences": [period], "reason": "không theo dõi", "actor": clerk}
    assert services.close_past(**close) == 1  # type: ignore[arg-type]
    assert services.close_past(**close) == 0  # type: ignore[arg-type]
    assert Change.objects.get().reason == "không theo dõi"


def test_a_period_reported_in_the_meantime_is_not_closed(period: Occurrence, clerk: User) -> None:
    stale = Occurrence.objects.get(pk=period.pk)
    say(period, clerk, WorkState.DONE)
    assert services.close_past(occurrences=[stale], reason="Theo dõi trên giấy", actor=clerk) == 0
    period.refresh_from_db()
    assert period.status(TODAY) == Status.DONE


def test_a_condition_is_met_once(period: Occurrence, clerk: User) -> None:
    period.condition, period.due = "chờ quyết định của Tỉnh", None
    period.save()
    stale = Occurrence.objects.get(pk=period.pk)
    for row, day in ((period, date(2024, 10, 1)), (stale, date(2024, 11, 1))):
        services.meet_condition(occurrence=row, met_on=day, due=None, actor=clerk)
    period.refresh_from_db()
    assert period.condition_met_on == date(2024, 10, 1)


@pytest.mark.parametrize(
    ("due", "status"), [(None, Status.IN_PROGRESS), (date(2024, 12, 20), Status.DUE_SOON)]
)
def test_a_condition_met_starts_the_work(
    period: Occurrence, clerk: User, due: date | None, status: Status
) -> None:
    period.condition, period.due = "sau khi Tỉnh phê duyệt", None
    period.save()
    assert period.status(TODAY) == Status.WAITING
    services.meet_condition(occurrence=period, met_on=date(2024, 11, 1), due=due, actor=clerk)
    period.refresh_from_db()
    assert period.status(TODAY) == status
    assert period.watched_from == date(2024, 11, 1)


def test_a_key_task_is_marked_and_unmarked(period: Occurrence, clerk: User) -> None:
    task = period.obligation.task
    services.set_key(task=task, key=True, actor=clerk)
    services.set_key(task=task, key=True, actor=clerk)
    assert Change.objects.get().fields == {"key": [False, True]}
