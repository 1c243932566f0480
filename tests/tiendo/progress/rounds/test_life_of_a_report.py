"""From the opening of a round to the accepted report, through the services."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError

from tests.tiendo import samples
from tests.tiendo.progress.rounds.conftest import NOW, TODAY, Opened, asking, at
from tiendo.history.models import Change
from tiendo.progress.models import Obligation, OfficeReport, Report, ReportState, Round, Share
from tiendo.progress.rounds import services
from tiendo.progress.rounds.services import EntryWords, Passed
from tiendo.progress.status import Status


def states(row: OfficeReport) -> dict[int, str]:
    return dict(row.entries.values_list("occurrence", "state"))


# --- opening


def test_every_office_that_owes_something_gets_one_report(opened: Opened) -> None:
    agencies = OfficeReport.objects.filter(round=opened.round).values_list("agency", flat=True)
    world = opened.world
    assert sorted(agencies) == sorted([world.office.pk, world.farming.pk, world.commune.pk])


def test_communes_report_before_the_offices_that_sum_up(opened: Opened) -> None:
    world = opened.world
    assert opened.of(world.commune).due == date(2024, 12, 17)
    assert opened.report.due == opened.report.first_due == date(2024, 12, 19)


def test_the_same_round_opened_again_is_the_one_that_is_there(opened: Opened) -> None:
    world = opened.world
    changes = Change.objects.count()
    again = services.open_round(
        plan=world.plan, asking=asking(world.plan), actor=world.coordinator, now=NOW
    )
    assert again == opened.round
    assert OfficeReport.objects.count() == 3
    assert Change.objects.count() == changes


def test_an_office_that_only_coordinates_gets_no_form(opened: Opened) -> None:
    world = opened.world
    helper = samples.agency(world.plan.locality, "Phòng Nội vụ")
    world.yearly(world.office, years=(2024,), coordinating=(helper,))
    half = services.open_round(
        plan=world.plan,
        asking=asking(world.plan, "half-year", 2024, 2),
        actor=world.coordinator,
        now=NOW,
    )
    assert not half.reports.filter(agency=helper).exists()


def test_a_body_that_is_invited_is_never_asked_by_itself(opened: Opened) -> None:
    world = opened.world
    Obligation.objects.filter(agency=world.farming).update(share=Share.INVITED)
    asked = asking(world.plan, "half-year", 2024, 2)
    row = services.open_round(plan=world.plan, asking=asked, actor=None, now=NOW)
    assert not row.reports.filter(agency=world.farming).exists()


def test_a_due_day_too_soon_after_the_cut_off_is_refused(opened: Opened) -> None:
    plan = opened.world.plan
    early = asking(
        plan, "month", 2024, 11, dues={"office": date(2024, 11, 14), "commune": date(2024, 11, 20)}
    )
    with pytest.raises(ValidationError, match="15/11/2024"):
        services.open_round(plan=plan, asking=early, actor=None, now=NOW)
    assert Round.objects.count() == 1


def test_opening_tells_how_far_it_is(opened: Opened) -> None:
    told: list[tuple[int, int]] = []
    services.open_round(
        plan=opened.world.plan,
        asking=asking(opened.world.plan, "month", 2024, 11),
        actor=None,
        now=NOW,
        told=lambda done, whole: told.append((done, whole)),
    )
    assert told == [(3, 3)]


# --- writing


def test_a_draft_is_nobodys_business(opened: Opened) -> None:
    row = opened.write()
    assert (row.version, row.state) == (1, ReportState.DRAFT)
    assert set(states(row).values()) == {ReportState.DRAFT}
    assert not Report.objects.shown().exists()
    opened.entry.refresh_from_db()
    assert opened.entry.last_reported_on is None


def test_the_same_form_sent_twice_is_one(opened: Opened) -> None:
    opened.write(key="one")
    changes = Change.objects.count()
    row = opened.write(key="one", version=0)
    assert row.version == 1
    assert row.entries.count() == 2
    assert Change.objects.count() == changes


def test_more_typed_in_the_same_form_is_stored(opened: Opened) -> None:
    opened.write(key="one")
    more = EntryWords(occurrence=opened.entry.pk, work="in-progress", result="Đã mở 03 lớp")
    row = opened.write(more, key="one", version=0)
    assert row.entries.get(occurrence=opened.entry).result == "Đã mở 03 lớp"
    assert row.entries.get(occurrence=opened.other).result == "Đã mở 02 lớp"


def test_somebody_who_saves_an_older_form_is_told(opened: Opened) -> None:
    opened.write(key="one")
    with pytest.raises(Passed) as told:
        opened.write(key="two", version=0)
    assert told.value.report.written_by == opened.world.reporter


def test_work_of_another_office_is_never_written(opened: Opened) -> None:
    stranger = opened.world.yearly(opened.world.farming, years=(2023,))
    row = opened.write(
        EntryWords(occurrence=stranger.obligations.get().occurrences.get().pk, work="done")
    )
    assert row.entries.count() == 0


# --- handing up, sending


def test_where_an_office_has_a_head_the_reporter_cannot_send(opened: Opened) -> None:
    opened.write()
    with pytest.raises(ValidationError):
        services.send(report=opened.report, actor=opened.world.reporter, now=NOW)
    row = services.hand_up(report=opened.report, actor=opened.world.reporter, now=NOW)
    assert row.state == ReportState.WITH_HEAD
    with pytest.raises(ValidationError):
        opened.write()


def test_where_it_has_none_the_reporter_sends(opened: Opened) -> None:
    farming = opened.world.farming
    owed = farming.obligations.get().occurrences.get()
    opened.write(EntryWords(occurrence=owed.pk, work="done", work_on=TODAY), agency=farming)
    row = services.send(report=opened.of(farming), actor=opened.world.helper, now=NOW)
    assert (row.state, row.approved_by) == (ReportState.SENT, None)
    owed.refresh_from_db()
    assert owed.status(TODAY) == Status.DONE


def test_the_head_gives_back_with_a_note(opened: Opened) -> None:
    opened.write()
    services.hand_up(report=opened.report, actor=opened.world.reporter, now=NOW)
    row = services.give_back(report=opened.report, note="Thiếu số lớp", actor=opened.head, now=NOW)
    assert (row.state, row.note) == (ReportState.DRAFT, "Thiếu số lớp")
    opened.write(EntryWords(occurrence=opened.entry.pk, work="done", work_on=TODAY))


def test_the_head_gives_nothing_back_without_a_word(opened: Opened) -> None:
    opened.write()
    services.hand_up(report=opened.report, actor=opened.world.reporter, now=NOW)
    with pytest.raises(ValidationError):
        services.give_back(report=opened.report, note="", actor=opened.head, now=NOW)
    assert opened.report.state == ReportState.WITH_HEAD


def test_a_report_with_work_left_open_does_not_go(opened: Opened) -> None:
    opened.write(EntryWords(occurrence=opened.entry.pk, work="in-progress", result="Đã mở"))
    with pytest.raises(ValidationError, match=opened.other.obligation.task.number):
        services.send(report=opened.report, actor=opened.head, now=NOW, approved=True)


def test_what_waits_for_somebody_outside_may_be_left_open(opened: Opened) -> None:
    opened.other.condition = "chờ đề án"
    opened.other.save()
    opened.write(EntryWords(occurrence=opened.entry.pk, work="in-progress", result="Đã mở"))
    row = services.send(report=opened.report, actor=opened.head, now=NOW, approved=True)
    assert row.entries.count() == 1


def test_facts_follow_from_what_was_sent(opened: Opened) -> None:
    done = EntryWords(occurrence=opened.entry.pk, work="done", work_on=date(2024, 11, 20))
    opened.write(done, EntryWords(occurrence=opened.other.pk, work="in-progress", result="Đã mở"))
    services.send(report=opened.report, actor=opened.head, now=NOW, approved=True)
    opened.entry.refresh_from_db()
    opened.other.refresh_from_db()
    assert opened.entry.done_on == date(2024, 11, 20)
    assert (opened.other.done_on, opened.other.last_reported_on) == (None, TODAY)


def test_sent_twice_is_sent_once(opened: Opened) -> None:
    opened.sent()
    changes = Change.objects.count()
    row = services.send(report=opened.report, actor=opened.head, now=NOW, approved=True)
    assert row.state == ReportState.SENT
    assert Change.objects.count() == changes


def test_that_nothing_arose_in_half_a_year_leaves_the_year_open(opened: Opened) -> None:
    world = opened.world
    half = services.open_round(
        plan=world.plan, asking=asking(world.plan, "half-year", 2024, 1), actor=None, now=NOW
    )
    row = half.reports.get(agency=world.office)
    entries = [
        EntryWords(occurrence=each.pk, work="nothing-arose")
        for each in (opened.entry, opened.other)
    ]
    services.save_office_report(
        report=row,
        words=services.Words(nothing=True),
        entries=entries,
        coming=services.Coming(version=0),
        actor=world.reporter,
        now=NOW,
    )
    services.send(report=row, actor=opened.head, now=NOW, approved=True)
    opened.entry.refresh_from_db()
    assert (opened.entry.nothing_on, opened.entry.last_reported_on) == (None, TODAY)


def test_that_nothing_arose_in_the_year_answers_it(opened: Opened) -> None:
    entries = [
        EntryWords(occurrence=each.pk, work="nothing-arose")
        for each in (opened.entry, opened.other)
    ]
    opened.write(*entries)
    services.send(report=opened.report, actor=opened.head, now=NOW, approved=True)
    opened.entry.refresh_from_db()
    assert opened.entry.status(TODAY) == Status.NOTHING_AROSE


# --- reviewing


def test_an_accepted_report_is_accepted_with_all_it_says(opened: Opened) -> None:
    opened.sent()
    row = services.accept(report=opened.report, actor=opened.world.coordinator, now=NOW)
    assert row.state == ReportState.ACCEPTED
    assert set(states(row).values()) == {ReportState.ACCEPTED}


def test_only_what_was_returned_is_open_again(opened: Opened) -> None:
    opened.sent()
    wrong = opened.report.entries.get(occurrence=opened.entry)
    services.return_(
        report=opened.report,
        note="",
        notes={wrong.pk: "Số lớp lệch sổ"},
        actor=opened.world.coordinator,
        now=NOW,
    )
    assert states(opened.report) == {
        opened.entry.pk: ReportState.RETURNED,
        opened.other.pk: ReportState.ACCEPTED,
    }
    row = opened.write(
        EntryWords(occurrence=opened.entry.pk, work="in-progress", result="Đã mở 04 lớp"),
        EntryWords(occurrence=opened.other.pk, work="in-progress", result="khác hẳn"),
    )
    assert row.entries.get(occurrence=opened.other).result == "Đã mở 02 lớp"
    services.send(report=opened.report, actor=opened.head, now=NOW, approved=True)
    row = services.accept(report=opened.report, actor=opened.world.coordinator, now=NOW)
    assert set(states(row).values()) == {ReportState.ACCEPTED}
    assert row.entries.get(occurrence=opened.entry).result == "Đã mở 04 lớp"


def test_what_was_returned_is_no_fact_until_it_comes_again(opened: Opened) -> None:
    opened.write(
        EntryWords(occurrence=opened.entry.pk, work="done", work_on=TODAY),
        EntryWords(occurrence=opened.other.pk, work="done", work_on=TODAY),
    )
    services.send(report=opened.report, actor=opened.head, now=NOW, approved=True)
    services.return_(
        report=opened.report, note="Xem lại", notes={}, actor=opened.world.coordinator, now=NOW
    )
    opened.entry.refresh_from_db()
    assert opened.entry.done_on is None


def test_a_report_is_not_returned_without_a_word(opened: Opened) -> None:
    opened.sent()
    with pytest.raises(ValidationError):
        services.return_(
            report=opened.report, note="", notes={}, actor=opened.world.coordinator, now=NOW
        )
    assert opened.report.state == ReportState.SENT


def test_the_first_day_it_came_stays_when_it_was_returned(opened: Opened) -> None:
    opened.sent()
    services.return_(report=opened.report, note="Xem lại", notes={}, actor=None, now=NOW)
    later = at(date(2025, 1, 10))
    services.send(report=opened.report, actor=opened.head, now=later, approved=True)
    assert opened.report.first_sent_at == NOW
    assert opened.report.sent_at == later


# --- days, nudges, closing


def test_one_office_gets_more_days_and_the_others_keep_theirs(opened: Opened) -> None:
    later = date(2024, 12, 27)
    services.give_days(reports=[opened.report], due=later, reason="Nghỉ ốm", actor=None, now=NOW)
    assert (opened.report.due, opened.report.first_due) == (later, date(2024, 12, 19))
    assert opened.of(opened.world.farming).due == date(2024, 12, 19)
    assert Change.objects.filter(reason="Nghỉ ốm").count() == 1


@pytest.mark.parametrize("days", [-1, 0])
def test_more_days_are_more(opened: Opened, days: int) -> None:
    due = opened.report.due + timedelta(days=days)
    with pytest.raises(ValidationError):
        services.give_days(reports=[opened.report], due=due, reason="x", actor=None, now=NOW)


def test_only_those_who_have_not_sent_are_asked_for_it(opened: Opened) -> None:
    opened.sent()
    asked = services.nudge(
        reports=[opened.report, opened.of(opened.world.farming)], actor=None, now=NOW
    )
    assert [row.agency for row in asked] == [opened.world.farming]
    assert opened.of(opened.world.farming).nudged_at == NOW
    assert opened.report.nudged_at is None


def test_a_closed_round_takes_nothing_but_from_those_let_in(opened: Opened) -> None:
    services.close_round(round_=opened.round, actor=None, now=NOW)
    with pytest.raises(ValidationError, match="02/12/2024"):
        opened.write()
    services.let_in(report=opened.report, reason="Mất điện", actor=None, now=at(TODAY, 10))
    opened.write()
    late = at(date(2025, 1, 2))
    row = services.send(report=opened.report, actor=opened.head, now=late, approved=True)
    assert row.state == ReportState.SENT
    with pytest.raises(ValidationError):
        opened.write(agency=opened.world.farming)


def test_a_report_returned_after_the_round_was_closed_can_be_corrected(opened: Opened) -> None:
    opened.sent()
    services.close_round(round_=opened.round, actor=None, now=NOW)
    services.return_(report=opened.report, note="Xem lại", notes={}, actor=None, now=at(TODAY, 11))
    more = EntryWords(occurrence=opened.entry.pk, work="in-progress", result="Đã mở 05 lớp")
    assert opened.write(more).version == 2
