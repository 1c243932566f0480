"""What is open goes to the successors, what is past stays, and all of it can be put back."""

from datetime import UTC, date, datetime, time

import pytest
from django.core.exceptions import ValidationError
from django.db.models import Count

from tests.tiendo import samples
from tests.tiendo.progress.handover.conftest import DAY, HALF, LAST, NOW, World
from tiendo.accounts.access import standing_of
from tiendo.accounts.models import Role
from tiendo.accounts.rights import REPORT
from tiendo.agencies.models import Agency
from tiendo.agencies.moving import office_movers
from tiendo.agencies.succeeding import Line
from tiendo.history.models import Change
from tiendo.plans.models import Task
from tiendo.progress.handover import services
from tiendo.progress.looking_back import then_of
from tiendo.progress.models import (
    HandOverState,
    MoveState,
    Obligation,
    Occurrence,
    WorkState,
)
from tiendo.progress.owing.services import follow
from tiendo.progress.rates.reading import rates_of_office, rates_of_plan
from tiendo.progress.record import record_of
from tiendo.progress.services import ReportWords, report
from tiendo.progress.wanted import concerning

pytestmark = pytest.mark.django_db


def done(row: Occurrence, agency: Agency, day: date) -> None:
    words = ReportWords(work=WorkState.DONE, work_on=day, result="xong")
    said_at = datetime.combine(day, time(3), UTC)
    report(occurrence=row, agency=agency, words=words, files=(), actor=None, now=said_at)


def test_open_work_goes_over_and_what_was_done_stays(world: World) -> None:
    past = world.period(world.own, world.a, 2024, done_on=date(2024, 12, 1))
    running = world.period(world.own, world.a, 2025)
    world.merge()
    hand_over = world.made()
    assert hand_over.state == HandOverState.DONE
    past.refresh_from_db()
    running.refresh_from_db()
    assert (past.obligation.agency, running.obligation.agency) == (world.a, world.c)
    assert past.obligation.ended_on == DAY
    assert past.obligation.handed_to == running.obligation
    assert running.obligation.since == DAY


def test_work_of_which_nothing_is_open_stays_with_who_did_it(world: World) -> None:
    world.period(world.own, world.a, 2024, done_on=date(2024, 12, 1))
    world.merge()
    world.made()
    assert [row.agency for row in Obligation.objects.filter(task=world.own)] == [world.a]


def test_of_two_offices_that_become_one_the_successor_owes_it_once(world: World) -> None:
    for agency in (world.a, world.b):
        world.period(world.common, agency)
    world.merge()
    world.made()
    assert [row.obligation.agency for row in Occurrence.objects.open()] == [world.c]


def test_the_period_last_heard_of_is_the_one_that_goes(world: World) -> None:
    world.period(world.common, world.a)
    heard = world.period(world.common, world.b, last_reported_on=date(2025, 5, 5))
    world.merge()
    world.made()
    assert Occurrence.objects.open().get() == heard


def test_people_hold_their_roles_at_the_successor_from_the_day_on(world: World) -> None:
    world.merge()
    world.made()
    reporter = world.people["reporter"]
    assert standing_of(reporter, LAST).offices(REPORT) == {world.a.pk}
    assert standing_of(reporter, DAY).offices(REPORT) == {world.c.pk}


def test_before_its_day_it_is_shown_and_cannot_be_confirmed(world: World) -> None:
    world.period(world.own, world.a)
    world.merge()
    hand_over = world.prepared()
    assert hand_over.moves.filter(mover="work", new=world.c).count() == 1
    with pytest.raises(ValidationError, match="begin on 01/07/2025"):
        services.confirm(hand_over=hand_over, actor=None, today=LAST, now=NOW)
    assert Occurrence.objects.get().obligation.agency == world.a


def test_a_day_without_successions_has_no_hand_over(world: World) -> None:
    with pytest.raises(ValidationError, match="No office is followed"):
        services.begin_to_prepare(locality=world.locality, day=DAY, actor=None)


def test_asked_twice_nothing_is_done_twice(world: World) -> None:
    world.period(world.own, world.a)
    world.merge()
    hand_over = world.made()
    changes = Change.objects.count()
    services.make(hand_over, NOW)
    with pytest.raises(ValidationError, match="has begun already"):
        services.confirm(hand_over=hand_over, actor=None, today=DAY, now=NOW)
    assert Change.objects.count() == changes


def test_what_comes_after_is_handed_over_when_it_is_prepared_again(world: World) -> None:
    world.period(world.own, world.a)
    world.merge()
    hand_over = world.made()
    late = world.period(world.common, world.b)
    assert world.prepared() == hand_over
    world.made()
    late.refresh_from_db()
    assert late.obligation.agency == world.c


def test_put_back_everything_is_as_before(world: World) -> None:
    running = world.period(world.own, world.a)
    world.period(world.common, world.b)
    world.merge()
    hand_over = world.undone(world.made(), date(2025, 7, 10))
    assert hand_over.state == HandOverState.UNDONE
    running.refresh_from_db()
    assert running.obligation.agency == world.a
    assert running.obligation.ended_on is None
    reporter = world.people["reporter"]
    assert standing_of(reporter, date(2025, 7, 10)).offices(REPORT) == {world.a.pk}
    assert not hand_over.moves.exclude(state=MoveState.BACK).exists()


def test_put_back_what_the_successor_did_since_stays_and_is_said(world: World) -> None:
    first, second = (world.period(world.own, world.a, year) for year in (2025, 2026))
    world.merge()
    hand_over = world.made()
    first.refresh_from_db()
    done(first, world.c, date(2025, 7, 5))
    world.undone(hand_over, date(2025, 7, 10))
    first.refresh_from_db()
    second.refresh_from_db()
    assert (first.obligation.agency, first.done_on) == (world.c, date(2025, 7, 5))
    assert second.obligation.agency == world.a
    move = hand_over.moves.get(mover="work")
    assert move.after["stays"] == 1
    assert first in Occurrence.objects.deciding()


def test_put_back_and_handed_over_again(world: World) -> None:
    running = world.period(world.own, world.a)
    world.merge()
    world.undone(world.made())
    world.made(date(2025, 7, 20))
    running.refresh_from_db()
    assert running.obligation.agency == world.c
    assert Obligation.objects.filter(task=world.own, ended_on=None).count() == 1


def test_of_an_office_that_is_divided_a_person_says_where_each_thing_goes(world: World) -> None:
    other = Agency(locality=world.locality, name="UBND xã Tân Long", kind="commune")
    lines = [Line(world.a, world.c, "split", HALF), Line(world.a, other, "split", HALF)]
    tasks = [samples.task(world.plan, world.a) for _ in range(4)]
    for task in tasks:
        world.period(task, world.a)
    world.succeed(*lines)
    hand_over = world.prepared()
    moves = list(hand_over.moves.filter(mover="work"))
    assert [move.new for move in moves] == [world.c, world.c, other, other]
    services.place(hand_over=hand_over, moves=[moves[0].pk], new=other, person=None, actor=None)
    world.made()
    owed = Obligation.objects.filter(ended_on=None).values("agency").annotate(n=Count("pk"))
    assert {row["agency"]: row["n"] for row in owed} == {world.c.pk: 1, other.pk: 3}


def test_an_office_that_follows_nobody_is_no_choice(world: World) -> None:
    world.period(world.own, world.a)
    world.merge()
    hand_over = world.prepared()
    move = hand_over.moves.get(mover="work")
    with pytest.raises(ValidationError, match="does not follow"):
        services.place(hand_over=hand_over, moves=[move.pk], new=world.b, person=None, actor=None)


def test_who_is_placed_does_the_work_at_the_successor(world: World) -> None:
    running = world.period(world.own, world.a)
    world.merge()
    hand_over = world.prepared()
    move = hand_over.moves.get(mover="work")
    who = world.people["other"]
    services.place(hand_over=hand_over, moves=[move.pk], new=None, person=who, actor=None)
    world.made()
    running.refresh_from_db()
    assert [each.user for each in running.obligation.handlers.all()] == [who]
    stranger = samples.person(Role.REPORTER, home=world.locality)
    with pytest.raises(ValidationError):
        services.place(hand_over=hand_over, moves=[], new=None, person=stranger, actor=None)


def test_the_past_keeps_the_old_office_and_its_figures(world: World) -> None:
    done(world.period(world.own, world.a, 2023), world.a, date(2023, 11, 1))
    world.period(world.own, world.a, 2024)
    world.period(world.own, world.a, 2025)
    done(world.period(world.common, world.b, 2024), world.b, date(2025, 2, 2))
    before = {
        "office": rates_of_office(world.a, LAST),
        "plan": rates_of_plan(world.plan, LAST).whole,
        "then": _stood(world, LAST),
    }
    world.merge()
    world.made()
    after = rates_of_office(world.a, LAST).completed
    assert (after.part, after.whole) == (1, 2)
    assert (before["office"].completed.part, before["office"].completed.whole) == (1, 2)
    assert rates_of_plan(world.plan, LAST).whole.completed == before["plan"].completed
    assert rates_of_plan(world.plan, DAY).whole.completed == before["plan"].completed
    assert _stood(world, LAST) == before["then"]
    assert {office for office, _year in _stood(world, DAY)} == {
        *(world.a.name, world.b.name, world.c.name)
    }


def _stood(world: World, day: date) -> list[tuple[str, int]]:
    rows = [row for rows in then_of(world.plan, day).periods.values() for row in rows]
    return sorted((row.obligation.agency.name, row.year) for row in rows)


def test_a_task_counts_what_was_done_under_the_old_office(world: World) -> None:
    row = world.period(world.own, world.a, 2023, done_on=date(2023, 11, 1))
    world.merge()
    world.made()
    assert row in Occurrence.objects.deciding()


def test_the_page_of_a_task_shows_who_owed_it_then_and_owes_it_now(world: World) -> None:
    world.period(world.own, world.a, 2025)
    for agency in (world.a, world.b):
        world.period(world.common, agency, 2025)
    standing = standing_of(world.people["head"], DAY)
    world.merge()
    world.made()

    def shown(task: Task, day: date, *, back: bool) -> list[tuple[str, int]]:
        record = record_of(task, standing, day, back=back)
        return [(each.agency.name, len(each.periods)) for each in record.owed if each.periods]

    assert shown(world.own, LAST, back=True) == [(world.a.name, 1)]
    assert shown(world.own, DAY, back=False) == [(world.c.name, 1)]
    assert shown(world.common, LAST, back=True) == [(world.a.name, 1), (world.b.name, 1)]
    assert shown(world.common, DAY, back=False) == [(world.c.name, 1)]


def test_what_follows_from_the_document_goes_to_the_successor(world: World) -> None:
    world.period(world.own, world.a, 2025)
    world.merge()
    world.made()
    tasks = world.plan.tasks.filter(pk=world.own.pk).with_offices()
    follow(plan=world.plan, tasks=tasks, actor=None, today=DAY)
    owed = Obligation.objects.filter(task=world.own, ended_on=None)
    assert [row.agency for row in owed] == [world.c]


def test_a_successor_is_concerned_by_what_names_the_old_office(world: World) -> None:
    world.merge()
    assert not concerning(world.c.pk, LAST).filter(task=world.own).exists()
    assert concerning(world.c.pk, DAY).filter(task=world.own).exists()


def test_cut_off_after_any_part_nothing_is_half_done(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    for task, agency in ((world.own, world.a), (world.common, world.b)):
        for year in (2024, 2025):
            world.period(task, agency, year)
    world.merge()
    row = services.confirm(hand_over=world.prepared(), actor=None, today=DAY, now=NOW)
    monkeypatch.setattr(services, "PART", 1)
    movers = list(office_movers())
    while services._make_part(row, movers, NOW):
        assert Occurrence.objects.open().count() == 4
        for owed in Obligation.objects.exclude(handed_to=None):
            assert not Occurrence.objects.filter(obligation=owed, done_on=None).exists()
    row.refresh_from_db()
    assert row.state == HandOverState.DONE
    assert {each.obligation.agency for each in Occurrence.objects.open()} == {world.c}


def test_what_came_since_the_table_was_made_is_seen_before_it_is_confirmed(world: World) -> None:
    world.period(world.own, world.a)
    world.merge()
    row = world.prepared()
    newcomer = samples.person(Role.REPORTER, world.a)
    facts = {"actor": world.people["head"], "today": DAY, "now": NOW}
    with pytest.raises(ValidationError, match="1 thing came since") as refused:
        services.confirm(hand_over=row, **facts)
    assert refused.value.code == services.CAME_SINCE
    made = services.make(services.confirm(hand_over=world.prepared(), **facts), NOW)
    assert made.state == HandOverState.DONE
    assert standing_of(newcomer, DAY).offices(REPORT) == {world.c.pk}
