"""Receiving work, naming who does it, its steps, and asking others for their part."""

from dataclasses import replace
from datetime import UTC, date, datetime
from functools import partial

import pytest
from django.core.exceptions import ValidationError
from hypothesis import given
from hypothesis import strategies as st

from tests.tiendo import samples
from tiendo.accounts.models import Role
from tiendo.progress.models import Obligation, Occurrence, ReceiptKind, Step, WorkState
from tiendo.progress.owing import asking, handling, receipt
from tiendo.progress.owing.asking import Answer, answer_of
from tiendo.progress.services import ReportWords
from tiendo.progress.status import Status

pytestmark = pytest.mark.django_db
TODAY = date(2024, 12, 2)
NOW = datetime(2024, 12, 2, 2, 0, tzinfo=UTC)


@pytest.fixture
def period() -> Occurrence:
    plan = samples.plan(samples.locality())
    return samples.occurrence(samples.task(plan, samples.agency(plan.locality)))


@pytest.fixture
def communes(period: Occurrence) -> list:
    home = period.obligation.agency.locality
    return [samples.agency(home, f"UBND xã {name}", kind="commune") for name in "AB"]


def ask(period: Occurrence, agencies: list, due: date = date(2024, 12, 10)):
    return asking.ask(
        occurrence=period,
        agencies=agencies,
        words="Số lớp đã mở",
        due=due,
        actor=None,
        now=NOW,
        today=TODAY,
    )


def answered(contribution) -> None:
    words = ReportWords(WorkState.DONE, work_on=TODAY, result="Đã mở 02 lớp")
    asking.answer(contribution=contribution, words=words, files=(), actor=None, now=NOW)


# --- receipt -------------------------------------------------------------------------------------


def test_work_is_received_once_however_often_it_is_said(period: Occurrence) -> None:
    for _ in range(2):
        receipt.receive(obligation=period.obligation, actor=None, now=NOW)
    rows = list(period.obligation.receipts.all())
    assert [row.kind for row in rows] == [ReceiptKind.RECEIVED]
    assert receipt.standing_of(rows) == ReceiptKind.RECEIVED


def test_work_is_refused_once_and_then_stays(period: Occurrence) -> None:
    owed = period.obligation
    receipt.refuse(obligation=owed, reason="Không thuộc chức năng", actor=None, now=NOW)
    receipt.uphold(obligation=owed, reason="Theo quy chế", actor=None, now=NOW)
    with pytest.raises(ValidationError):
        receipt.refuse(obligation=owed, reason="Vẫn không thuộc", actor=None, now=NOW)
    assert receipt.standing_of(owed.receipts.all()) == ReceiptKind.UPHELD


@pytest.mark.parametrize("step", [receipt.refuse, receipt.uphold])
def test_sending_work_back_needs_a_reason(period: Occurrence, step) -> None:
    with pytest.raises(ValidationError):
        step(obligation=period.obligation, reason="  ", actor=None, now=NOW)
    assert not period.obligation.receipts.exists()


def test_only_work_that_was_sent_back_is_left_with_the_office_and_once(period: Occurrence) -> None:
    decide = partial(receipt.uphold, obligation=period.obligation, actor=None, now=NOW)
    with pytest.raises(ValidationError, match="không trả lại"):
        decide(reason="Theo quy chế")
    receipt.refuse(obligation=period.obligation, reason="Không thuộc", actor=None, now=NOW)
    decide(reason="Theo quy chế")
    with pytest.raises(ValidationError, match="không trả lại"):
        decide(reason="Như trên")


def test_work_that_was_taken_back_meanwhile_is_not_received(period: Occurrence) -> None:
    [as_another_page_has_it] = Obligation.objects.filter(pk=period.obligation_id)
    facts = {"actor": None, "now": NOW}
    receipt.recall(obligation=period.obligation, reason="Giao lại", today=TODAY, **facts)
    with pytest.raises(ValidationError):
        receipt.receive(obligation=as_another_page_has_it, **facts)


def test_recalled_work_is_owed_no_more_and_keeps_its_reports(period: Occurrence) -> None:
    said = samples.report(period)
    receipt.recall(
        obligation=period.obligation, reason="Giao lại", actor=None, now=NOW, today=TODAY
    )
    assert not Occurrence.objects.open().filter(pk=period.pk).exists()
    assert list(period.reports.all()) == [said]
    with pytest.raises(ValidationError):
        receipt.receive(obligation=period.obligation, actor=None, now=NOW)


# --- officers and steps --------------------------------------------------------------------------


def test_only_somebody_of_the_office_is_named(period: Occurrence, communes: list) -> None:
    officer = samples.person(Role.REPORTER, period.obligation.agency)
    stranger = samples.person(Role.REPORTER, communes[0])
    facts = {"obligation": period.obligation, "words": "", "actor": None}
    facts |= {"now": NOW, "today": TODAY}
    handling.name_handler(user=officer, inner_due=date(2024, 12, 20), **facts)
    handling.name_handler(user=officer, inner_due=date(2024, 12, 21), **facts)
    with pytest.raises(ValidationError):
        handling.name_handler(user=stranger, inner_due=None, **facts)
    assert [row.inner_due for row in period.obligation.handlers.all()] == [date(2024, 12, 21)]


@given(st.lists(st.booleans(), max_size=12))
def test_steps_that_are_done_move_the_percent(done: list[bool]) -> None:
    percent = handling.percent_of([Step(done_on=TODAY if each else None) for each in done])
    if not done:
        assert percent is None
    else:
        assert (percent == 100) == all(done)
        assert (percent == 0) == (not any(done))


# --- contributions -------------------------------------------------------------------------------


def test_each_office_that_is_asked_owes_an_answer_of_its_own(period, communes) -> None:
    request = ask(period, communes)
    first, second = request.contributions.all()
    answered(first)
    assert [answer_of(row, TODAY) for row in (first, second)] == [Answer.ANSWERED, Answer.OPEN]
    assert answer_of(second, date(2024, 12, 11)) == Answer.LATE


def test_a_contribution_is_heard_and_does_not_close_the_lead(period, communes) -> None:
    request = ask(period, communes)
    answered(request.contributions.first())
    period.refresh_from_db()
    assert period.last_reported_on == TODAY
    assert period.status(TODAY) != Status.DONE


def test_a_body_that_cannot_be_commanded_is_never_late(period) -> None:
    front = samples.agency(
        period.obligation.agency.locality, "Ủy ban Mặt trận Tổ quốc", kind="organisation"
    )
    [contribution] = ask(period, [front]).contributions.all()
    assert answer_of(contribution, date(2025, 6, 1)) == Answer.OPEN


def test_what_is_taken_back_is_owed_by_nobody(period, communes) -> None:
    request = ask(period, communes)
    asking.recall(request=request, reason="Đã có số liệu", actor=None, now=NOW)
    contribution = request.contributions.select_related("request").first()
    assert answer_of(contribution, date(2025, 1, 1)) == Answer.RECALLED
    with pytest.raises(ValidationError):
        answered(contribution)


def test_an_answer_that_arrives_twice_is_one_and_the_newest_counts(period, communes) -> None:
    [first] = ask(period, communes[:1]).contributions.all()
    [same] = type(first).objects.filter(pk=first.pk)  # as another page has it
    said = ReportWords(WorkState.DONE, result="Đã mở 02 lớp", key="a" * 32)
    facts = {"files": (), "actor": None, "now": NOW}
    once = asking.answer(contribution=first, words=said, **facts)
    assert asking.answer(contribution=same, words=said, **facts) == once
    later = asking.answer(contribution=same, words=replace(said, key="b" * 32), **facts)
    asking.answer(contribution=first, words=said, **facts)  # the first form comes once more, late
    first.refresh_from_db()
    assert first.report == later
    assert period.reports.count() == 2


def test_an_answer_finds_out_that_the_request_was_taken_back_meanwhile(period, communes) -> None:
    request = ask(period, communes[:1])
    [contribution] = request.contributions.select_related("request")
    asking.recall(request=request, reason="không cần nữa", actor=None, now=NOW)
    with pytest.raises(ValidationError):
        answered(contribution)
    assert not period.reports.exists()


def test_a_key_of_another_form_is_no_key(period, communes) -> None:
    rows = ask(period, communes).contributions.all()
    said = ReportWords(WorkState.DONE, result="Đã mở 02 lớp", key="a" * 32)
    for row in rows:
        asking.answer(contribution=row, words=said, files=(), actor=None, now=NOW)
    assert {report.agency for report in period.reports.all()} == set(communes)


def test_a_centre_of_the_province_is_invited_and_pressed_only_where_the_table_says_so(
    period: Occurrence,
) -> None:
    plan = period.obligation.task.plan
    centre = samples.agency(plan.locality, "Trung tâm Khuyến nông tỉnh", kind="centre")
    assert [row.invited for row in ask(period, [centre]).contributions.all()] == [True]
    plan.owing_rules.create(place="supporting", share="closes")
    assert [row.invited for row in ask(period, [centre]).contributions.all()] == [False]


def test_nobody_is_asked_for_yesterday(period, communes) -> None:
    for agencies, due in (([], date(2024, 12, 10)), (communes, date(2024, 12, 1))):
        with pytest.raises(ValidationError):
            ask(period, agencies, due)
    assert not period.contribution_requests.exists()
