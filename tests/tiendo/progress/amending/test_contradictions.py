"""Decisions that contradict each other, and people who act on a draft that is no draft any more."""

from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError

from tests.tiendo import samples
from tests.tiendo.progress.amending.test_carrying import BY_JUNE, DECIDED, EFFECTIVE, LATER, World
from tiendo.plans.amending import proposing, reading_in, services
from tiendo.plans.amending.applying import figure_left_in, on_work
from tiendo.plans.amending.proposing import Wish
from tiendo.plans.amending.services import Head, Said, decide, withdraw, write_clause
from tiendo.plans.columns import aim_said
from tiendo.plans.items import Aim, Due, Work
from tiendo.plans.models import (
    Act,
    Amendment,
    AmendmentState,
    Clause,
    ItemKind,
    Outcome,
    Proposal,
    Task,
)
from tiendo.progress.amending.carrying import bring_into_force
from tiendo.progress.models import Occurrence

pytestmark = pytest.mark.django_db

NOW = datetime(2025, 2, 15, 3, 0, tzinfo=UTC)
AUTUMN = date(2025, 9, 1)
NEXT_YEAR = Due("Năm 2031", "year", date(2031, 1, 1), date(2031, 12, 31))


@pytest.fixture
def world() -> World:
    return World()


def ending(world: World, amendment: Amendment, task: Task) -> None:
    said = Said(Act.END, ItemKind.TASK, Task.objects.with_offices().get(pk=task.pk))
    write_clause(amendment=amendment, said=said, actor=None)


def test_nobody_leads_and_coordinates_the_same_task_by_a_decision(world) -> None:
    amendment, farming = world.amendment(), world.farming.name
    with pytest.raises(ValidationError, match="vừa chủ trì vừa phối hợp"):
        world.change(amendment, world.task, leads=(farming,), coordinating=(farming,))
    assert not amendment.clauses.exists()


def test_who_leads_by_the_words_of_a_decision_coordinates_no_longer(world) -> None:
    office, farming = world.office.name, world.farming.name
    now = Work("Lập quy hoạch", leads=(office,), coordinating=(farming, "Công an huyện"))
    wording = {"field": "lead", "old": "", "new": farming, "joins": False}
    said = on_work(now, [wording]).said
    assert said.leads == (farming,)
    assert said.coordinating == ("Công an huyện",)


@pytest.mark.parametrize(
    ("text", "low", "left"),
    [
        ("Tỷ trọng đạt 12,5% trở lên", "15", "12,5"),
        ("Tỷ trọng đạt 15% trở lên", "15", ""),
        ("Tỷ trọng đạt 12,5% trở lên", "12.5", ""),
        ("Tỷ trọng tăng gấp rưỡi", "15", ""),
        ("Từ 12,5% lên 15%", "15", ""),
        ("Đạt 1.200 tỷ đồng vào năm 2025, tăng 12,5%", "15", "12,5"),
    ],
)
def test_the_words_of_a_target_follow_its_figure(text: str, low: str, left: str) -> None:
    now = Aim("Tỷ trọng đạt 12,5% trở lên", "Tỷ trọng", ">=", Decimal("12.5"), unit="%")
    assert figure_left_in(now, replace(now, text=text, low=Decimal(low))) == left


def test_a_figure_is_not_changed_behind_its_words(world) -> None:
    facts = {"indicator": "Tỷ trọng", "comparator": ">=", "unit": "%"}
    target = samples.target(world.plan, text="Tỷ trọng đạt 12,5%", low=Decimal("12.5"), **facts)
    aim = replace(aim_said(target), low=Decimal(15))
    said = Said(Act.CHANGE, ItemKind.TARGET, target, aim=aim)
    with pytest.raises(ValidationError, match=r"vẫn ghi 12,5\."):
        write_clause(amendment=world.amendment(), said=said, actor=None)


def owed(task: Task) -> list[Occurrence]:
    return list(Occurrence.objects.open().filter(obligation__task=task))


def test_what_a_decision_ends_is_not_changed_by_one_of_a_later_day(world) -> None:
    first, second = world.amendment(), world.amendment(number="46/QĐ-UBND", effective_on=LATER)
    ending(world, first, world.task)
    decide(amendment=first, actor=None, now=NOW)
    world.change(second, world.task, due=NEXT_YEAR)
    with pytest.raises(ValidationError, match="bãi bỏ trước"):
        decide(amendment=second, actor=None, now=NOW)


def test_what_a_decision_ends_is_not_ended_once_more(world) -> None:
    first, second = world.amendment(), world.amendment(number="46/QĐ-UBND", effective_on=LATER)
    ending(world, first, world.task)
    ending(world, second, world.task)
    decide(amendment=first, actor=None, now=NOW)
    with pytest.raises(ValidationError, match="bãi bỏ trước"):
        decide(amendment=second, actor=None, now=NOW)


def test_once_the_ending_was_withdrawn_the_change_can_be_entered(world) -> None:
    first, second = world.amendment(), world.amendment(number="46/QĐ-UBND", effective_on=LATER)
    ending(world, first, world.task)
    decide(amendment=first, actor=None, now=NOW)
    world.change(second, world.task, due=NEXT_YEAR)
    withdraw(amendment=first, on=DECIDED, reason="nhầm", actor=None)
    decide(amendment=second, actor=None, now=NOW)
    second.refresh_from_db()
    assert second.state == AmendmentState.DECIDED


def test_nothing_falls_due_under_a_task_that_another_decision_ended_before(world) -> None:
    """The change of June was decided first, the end in March after it."""
    change, end = world.amendment(effective_on=LATER), world.amendment(number="46/QĐ-UBND")
    world.change(change, world.yearly, due=NEXT_YEAR)
    decide(amendment=change, actor=None, now=NOW)
    ending(world, end, world.yearly)
    world.decided(end)
    assert owed(world.yearly) == []
    bring_into_force(plan=world.plan, day=LATER, actor=None)
    assert owed(world.yearly) == []
    world.yearly.refresh_from_db()
    assert world.yearly.cancelled_on == EFFECTIVE


def test_what_changed_while_it_was_ended_is_owed_once_the_end_is_withdrawn(world) -> None:
    change, end = world.amendment(effective_on=LATER), world.amendment(number="46/QĐ-UBND")
    world.change(change, world.yearly, due=NEXT_YEAR)
    decide(amendment=change, actor=None, now=NOW)
    ending(world, end, world.yearly)
    world.decided(end)
    bring_into_force(plan=world.plan, day=LATER, actor=None)
    withdraw(amendment=end, on=AUTUMN, reason="vẫn cần", actor=None)
    bring_into_force(plan=world.plan, day=AUTUMN, actor=None)
    assert [row.due for row in owed(world.yearly) if row.due and row.due > AUTUMN] == [
        date(2031, 12, 31)
    ]


def test_both_carried_out_late_on_one_day_leave_nothing_owed_either(world) -> None:
    change, end = world.amendment(effective_on=LATER), world.amendment(number="46/QĐ-UBND")
    world.change(change, world.yearly, due=NEXT_YEAR)
    decide(amendment=change, actor=None, now=NOW)
    ending(world, end, world.yearly)
    decide(amendment=end, actor=None, now=NOW)
    bring_into_force(plan=world.plan, day=LATER, actor=None)
    assert owed(world.yearly) == []


def stale(world: World) -> tuple[Amendment, Amendment]:
    """A draft as somebody has it on the screen, and the same one decided meanwhile by another."""
    draft = world.amendment()
    world.change(draft, world.task, due=BY_JUNE)
    seen = Amendment.objects.get(pk=draft.pk)
    decide(amendment=draft, actor=None, now=NOW)
    draft.refresh_from_db()
    return seen, draft


def refused(act) -> None:
    with pytest.raises(ValidationError):
        act()


def test_a_head_typed_while_another_decided_does_not_make_it_a_draft_again(world) -> None:
    seen, draft = stale(world)
    head = Head("99/QĐ-UBND", "UBND", "Khác", DECIDED, LATER)
    refused(lambda: services.write_head(amendment=seen, head=head, actor=None))
    draft.refresh_from_db()
    assert (draft.state, draft.number) == (AmendmentState.DECIDED, "45/QĐ-UBND")


def test_no_clause_of_a_decision_goes_while_another_decided(world) -> None:
    seen, _draft = stale(world)
    clause = seen.clauses.get()
    clause.amendment = seen
    refused(lambda: services.remove_clause(clause=clause, actor=None))
    refused(lambda: services.settle(clause=clause, actor=None))
    refused(lambda: services.give_up(amendment=seen, actor=None))
    refused(
        lambda: services.keep_as_read(
            amendment=seen, said=Said(Act.CHANGE, ItemKind.TASK), actor=None
        )
    )
    clause.reading = {"doubts": [], "wordings": [], "numbers": [], "place": "", "name": ""}
    refused(lambda: reading_in.match(clause=clause, item=world.yearly, actor=None))
    assert Clause.objects.filter(amendment=seen, task=world.task).count() == 1


def test_a_proposal_is_not_taken_into_what_was_decided_meanwhile(world) -> None:
    seen, _draft = stale(world)
    wish = Wish("Lùi một năm", "thiếu vốn")
    row = proposing.propose(plan=world.plan, agency=world.office, wish=wish, actor=None, now=NOW)
    refused(lambda: proposing.take(proposal=row, amendment=seen, actor=None, now=NOW))
    assert Proposal.objects.get(pk=row.pk).outcome == Outcome.OPEN
