"""Stopped at any write, nothing is half-done; done again, everything is there once."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from django.db import DEFAULT_DB_ALIAS, connection, connections, transaction

from tests.tiendo import samples
from tests.tiendo.progress.rounds.conftest import NOW, Opened, asking
from tiendo.accounts.models import Role, StandIn
from tiendo.history.models import Change
from tiendo.progress.models import Occurrence, OfficeReport, Report, ReportState, Round, RoundDue
from tiendo.progress.rounds import services
from tiendo.progress.rounds.services import EntryWords

TABLES = (Round, RoundDue, OfficeReport, Report, Occurrence, Change)
WRITING = ("INSERT", "UPDATE", "DELETE")


class Killed(Exception):
    """The process ended here."""


class Watch:
    """Ends the work at its `place`-th write; counts the writes."""

    def __init__(self, place: int) -> None:
        self.place, self.writes = place, 0

    def __call__(self, execute: Callable, sql: str, params: Any, many: bool, context: Any) -> Any:
        if sql.startswith(WRITING):
            self.writes += 1
            if self.writes == self.place:
                raise Killed
        return execute(sql, params, many, context)


def stored() -> list[list[dict[str, Any]]]:
    return [list(model.objects.order_by("pk").values()) for model in TABLES]


def kill_at_every_write(work: Callable[[], Any]) -> int:
    """Do `work` again and again, each time ended one write later, until it is done; how many writes it takes."""
    before = stored()
    for place in range(1, 200):
        watch = Watch(place)
        try:
            with connections[DEFAULT_DB_ALIAS].execute_wrapper(watch), transaction.atomic():
                work()
        except Killed:
            assert stored() == before, f"half-done after write {place}"
        else:
            return watch.writes
    raise AssertionError("never done")


def opening(opened: Opened) -> Callable[[], Any]:
    plan = opened.world.plan
    asked = asking(plan, "quarter", 2024, 4)
    return lambda: services.open_round(plan=plan, asking=asked, actor=None, now=NOW)


def writing(opened: Opened) -> Callable[[], Any]:
    return lambda: opened.write(key="one")


def handing_up(opened: Opened) -> Callable[[], Any]:
    opened.write()
    return lambda: services.hand_up(report=opened.report, actor=None, now=NOW)


def sending(opened: Opened) -> Callable[[], Any]:
    opened.write(
        EntryWords(occurrence=opened.entry.pk, work="done", work_on=date(2024, 11, 20), result="x"),
        EntryWords(occurrence=opened.other.pk, work="in-progress", result="Đã mở"),
    )
    return lambda: services.send(report=opened.report, actor=None, now=NOW, approved=True)


def accepting(opened: Opened) -> Callable[[], Any]:
    opened.sent()
    return lambda: services.accept(report=opened.report, actor=None, now=NOW)


def returning(opened: Opened) -> Callable[[], Any]:
    opened.sent()
    return lambda: services.return_(
        report=opened.report, note="Xem lại", notes={}, actor=None, now=NOW
    )


def giving_days(opened: Opened) -> Callable[[], Any]:
    due = opened.report.due + timedelta(days=7)
    rows = [opened.report, opened.of(opened.world.farming)]
    return lambda: services.give_days(reports=rows, due=due, reason="x", actor=None, now=NOW)


@pytest.mark.parametrize(
    "prepare", [opening, writing, handing_up, sending, accepting, returning, giving_days]
)
def test_stopped_at_any_write_nothing_is_half_done(
    opened: Opened, prepare: Callable[[Opened], Callable[[], Any]]
) -> None:
    assert kill_at_every_write(prepare(opened)) >= 2


@pytest.mark.parametrize("prepare", [opening, writing, handing_up, sending, accepting, returning])
def test_done_again_after_it_was_done_nothing_changes(
    opened: Opened, prepare: Callable[[Opened], Callable[[], Any]]
) -> None:
    work = prepare(opened)
    work()
    before = stored()
    work()
    assert stored() == before


def test_stopped_between_saving_and_sending_the_draft_is_there_and_goes_the_next_time(
    opened: Opened,
) -> None:
    opened.write(key="one")
    assert opened.report.state == ReportState.DRAFT
    opened.write(key="one", version=0)
    row = services.send(report=opened.report, actor=opened.head, now=NOW, approved=True)
    assert (row.state, row.entries.count()) == (ReportState.SENT, 2)


def test_who_stands_in_is_on_the_report_beside_the_one_who_is_away(client, opened: Opened) -> None:
    world = opened.world
    deputy = samples.person(Role.VIEWER, world.office)
    StandIn.objects.create(
        absent=world.reporter,
        deputy=deputy,
        valid_from=date(2024, 12, 1),
        valid_to=date(2024, 12, 31),
    )
    client.force_login(deputy)
    address = f"/ky-bao-cao/{opened.round.pk}/bao-cao/"
    page = client.get(address).content.decode()
    assert str(world.reporter) in page
    client.post(address, {"g-overview": "Đúng tiến độ", "do": "save", "key": "one"})
    row = opened.report
    assert (row.written_by, row.stands_in_for) == (deputy, world.reporter)


def test_opening_for_400_offices_takes_as_many_questions_as_for_three(opened: Opened) -> None:
    """What it costs is in the rows, not in rounds of asking."""
    world = opened.world
    few = Watch(0)
    with connection.execute_wrapper(few):
        opening(opened)()
    for number in range(400):
        agency = samples.agency(world.plan.locality, f"Đơn vị {number}")
        world.yearly(agency, years=(2024,))
    many = Watch(0)
    asked = asking(world.plan, "month", 2024, 11)
    with connection.execute_wrapper(many):
        row = services.open_round(plan=world.plan, asking=asked, actor=None, now=NOW)
    assert row.reports.count() == 403
    assert many.writes <= few.writes + 2 * 3 * 3
