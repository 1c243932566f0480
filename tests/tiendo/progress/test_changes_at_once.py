"""Two people, or a person and the product, who change one thing at the same moment."""

import threading
import time
from collections.abc import Callable
from copy import copy
from datetime import UTC, date, datetime, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import connection, transaction

from tests.tiendo import samples
from tests.tiendo.history.test_sealing_at_once import apart
from tests.tiendo.progress.amending.test_carrying import BY_JUNE, DECIDED, EFFECTIVE, LATER, World
from tiendo.agencies.models import Agency, Kind
from tiendo.agencies.moving import Act, Piece
from tiendo.agencies.succeeding import Document, Line, record
from tiendo.plans.amending import services
from tiendo.plans.amending.services import decide
from tiendo.plans.models import Amendment, AmendmentState
from tiendo.progress.amending.carrying import bring_into_force
from tiendo.progress.extensions import services as extensions
from tiendo.progress.extensions.services import Wanted
from tiendo.progress.handover.reports import REPORTS
from tiendo.progress.models import (
    Extension,
    ExtensionState,
    NewDue,
    OfficeReport,
    ReportState,
    Round,
)

pytestmark = pytest.mark.django_db(transaction=True)
NOW = datetime(2025, 2, 15, 3, 0, tzinfo=UTC)
TODAY = date(2024, 6, 1)


@pytest.fixture(autouse=True)
def several_writers() -> None:
    if connection.vendor != "postgresql":
        pytest.skip("SQLite has one writer at a time, and the one of the tests is one connection")


def together(*acts: Callable[[], object]) -> list[str]:
    """What becomes of acts that begin at the same moment: "done" or "refused", in alphabetical order."""
    said: list[str] = []
    start = threading.Barrier(len(acts))

    def go(act: Callable[[], object]) -> None:
        connection.ensure_connection()
        start.wait(180)
        try:
            act()
            said.append("done")
        except ValidationError:
            said.append("refused")
        except BaseException as failure:
            said.append(repr(failure))

    threads = [apart(lambda act=act: go(act)) for act in acts]
    for thread in threads:
        thread.join(240)
    return sorted(said)


def test_two_decisions_on_one_task_and_one_day_are_not_both_entered() -> None:
    world = World()
    drafts = [world.amendment(), world.amendment(number="46/QĐ-UBND")]
    for draft in drafts:
        world.change(draft, world.task, due=BY_JUNE)
    said = together(*(lambda row=row: decide(amendment=row, actor=None, now=NOW) for row in drafts))
    assert said == ["done", "refused"]
    assert Amendment.objects.filter(state=AmendmentState.DECIDED).count() == 1


def test_one_decision_entered_by_two_is_entered_once() -> None:
    world = World()
    draft = world.amendment()
    world.change(draft, world.task, due=BY_JUNE)
    said = together(*[lambda: decide(amendment=draft, actor=None, now=NOW)] * 3)
    assert said == ["done", "refused", "refused"]


def test_a_head_typed_while_another_decides_never_makes_a_draft_of_a_decision() -> None:
    for _time in range(5):
        world = World()
        draft = world.amendment()
        world.change(draft, world.task, due=BY_JUNE)
        head = services.Head("99/QĐ-UBND", "UBND", "Khác", DECIDED, LATER)
        said = together(
            lambda draft=draft: decide(amendment=draft, actor=None, now=NOW),
            lambda draft=draft, head=head: services.write_head(
                amendment=copy(draft), head=head, actor=None
            ),
        )
        draft.refresh_from_db()
        assert draft.state == AmendmentState.DECIDED, said


def test_a_decision_that_two_carry_out_at_once_is_carried_out_once() -> None:
    world = World()
    draft = world.amendment()
    world.change(draft, world.task, due=BY_JUNE)
    decide(amendment=draft, actor=None, now=NOW)

    def carry() -> int:
        return bring_into_force(plan=world.plan, day=EFFECTIVE, actor=None)

    assert together(*[carry] * 4) == ["done"] * 4
    assert NewDue.objects.count() == 1


def test_one_deadline_is_extended_as_often_as_the_rule_allows_however_many_ask_at_once() -> None:
    world = World()
    row = world.task.obligations.get().occurrences.get()

    def ask(number: int) -> Callable[[], Extension]:
        wanted = Wanted(date(2025, 1, 10 + number), f"Lý do {number}")
        return lambda: extensions.ask(occurrence=row, wanted=wanted, actor=None, today=TODAY)

    assert together(*(ask(number) for number in range(3))) == ["done", "refused", "refused"]
    asked = Extension.objects.get()
    grant = [
        lambda day=day: extensions.grant(
            extension=asked, due=date(2025, 1, day), actor=None, today=TODAY
        )
        for day in (10, 20)
    ]
    refuse = [lambda: extensions.refuse(extension=asked, words="Không", actor=None, today=TODAY)]
    assert together(*grant, *refuse) == ["done", "refused", "refused"]
    asked.refresh_from_db()
    assert NewDue.objects.count() == (asked.state == ExtensionState.GRANTED)


def test_a_report_sent_while_it_is_handed_over_stays_with_who_sent_it() -> None:
    place = samples.locality()
    old = samples.agency(place, "UBND xã Long Khánh A", kind=Kind.COMMUNE)
    new = Agency(locality=place, name="UBND xã Long Khánh", kind=Kind.COMMUNE)
    record(
        lines=[Line(old, new, "merger")],
        effective_on=date(2025, 7, 1),
        document=Document(),
        actor=None,
    )
    day = date(2025, 7, 1)
    span = {"starts": date(2025, 4, 1), "cut_off": date(2025, 6, 30), "opened_at": NOW}
    round_ = Round.objects.create(
        plan=samples.plan(place), kind="quarter", year=2025, part=2, **span
    )
    row = OfficeReport.objects.create(round=round_, agency=old, due=day, first_due=day)
    sent = threading.Event()

    def send() -> None:
        with transaction.atomic():
            held = OfficeReport.objects.select_for_update().get(pk=row.pk)
            held.state = ReportState.SENT
            held.save()
            sent.set()
            time.sleep(1.5)  # the hand-over asks for the report meanwhile

    thread = apart(send)
    assert sent.wait(30)
    act = Act(day, None, NOW + timedelta(days=140), "Bàn giao")
    with transaction.atomic():
        results = REPORTS.move([Piece(row.pk, old.pk, new.pk)], act)
    thread.join()
    row.refresh_from_db()
    assert (row.state, row.agency_id) == (ReportState.SENT, old.pk)
    assert not results[row.pk].there
