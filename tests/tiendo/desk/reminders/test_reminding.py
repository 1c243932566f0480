"""Who is told in the morning: officers, those who stand in, heads and leaders; once, whatever happens."""

from datetime import timedelta

import pytest

from tests.tiendo import samples
from tests.tiendo.desk.reminders.conftest import TODAY, at
from tests.tiendo.progress.conftest import World
from tiendo.accounts.models import Charge, Role, StandIn, User
from tiendo.agencies.models import Locality
from tiendo.desk.models import LastMention, Notice
from tiendo.desk.reminders import services
from tiendo.desk.reminders.digest import Line, digests, told
from tiendo.progress.models import (
    Contribution,
    ContributionRequest,
    Handler,
    Obligation,
    Occurrence,
    OfficeReport,
    Round,
)

pytestmark = pytest.mark.django_db
NOW = at(TODAY)


@pytest.fixture
def head(world: World) -> User:
    return samples.person(Role.HEAD, world.office)


@pytest.fixture
def leader(world: World) -> User:
    return samples.person(Role.LEADER, world.farming)


@pytest.fixture
def late(world: World) -> Occurrence:
    """Work of the office that has been late for eight days."""
    return owed(world, -8)


def owed(world: World, days: int, agency=None, **facts) -> Occurrence:
    """Work that is due so many days from today."""
    task = samples.task(world.plan, agency or world.office)
    due = TODAY + timedelta(days=days)
    return samples.occurrence(task, 2024, agency or world.office, due=due, **facts)


def remind(district: Locality, days: int = 0) -> services.Told:
    day = TODAY + timedelta(days=days)
    return services.remind(locality=district, today=day, now=at(day))


def lines_of(user: User, days: int = 0) -> list[Line]:
    notice = Notice.objects.filter(user=user, day=TODAY + timedelta(days=days)).first()
    return [told(line) for line in notice.lines] if notice else []


def names_told() -> set[User]:
    return {notice.user for notice in Notice.objects.select_related("user")}


def opened(world: World, due: int, **facts) -> OfficeReport:
    """The report of the office in a round, due so many days from today."""
    span = {"starts": TODAY - timedelta(days=90), "cut_off": TODAY}
    round_ = Round.objects.create(
        plan=world.plan, kind="quarter", year=2024, part=4, opened_at=NOW, **span
    )
    day = TODAY + timedelta(days=due)
    return OfficeReport.objects.create(
        round=round_, agency=world.office, due=day, first_due=day, **facts
    )


def test_where_nothing_is_due_nobody_is_told(world: World, district: Locality) -> None:
    owed(world, 45)
    assert remind(district) == services.Told(0, 0)
    assert not Notice.objects.exists()


def test_the_reporter_hears_a_week_before(world: World, district: Locality, head: User) -> None:
    work = owed(world, 7)
    assert remind(district) == services.Told(1, 1)
    (line,) = lines_of(world.reporter)
    assert (line.thing, line.due, line.office) == (f"work:{work.pk}", work.due, "Phòng KT-HT")
    assert line.url == f"/bao-cao/{work.pk}/" or str(work.pk) in line.url


def test_late_work_goes_up_to_the_head_and_then_to_the_leader(
    world: World, district: Locality, head: User, leader: User, late: Occurrence
) -> None:
    remind(district)
    assert names_told() == {world.reporter, head}
    assert lines_of(head)[0].escalated
    remind(district, days=22)
    assert lines_of(leader, 22)[0].escalated
    assert lines_of(leader, 22)[0].url.endswith(f"{late.obligation.task_id}/")


def test_the_leader_in_whose_charge_the_office_is_hears_of_it_and_the_others_do_not(
    world: World, district: Locality, leader: User
) -> None:
    owed(world, -31)
    chief = samples.person(Role.LEADER, world.farming)
    Charge.objects.create(leader=chief, agency=world.office)
    remind(district)
    assert chief in names_told()
    assert leader not in names_told()


def test_a_field_in_words_says_whose_it_is_where_no_office_does(
    world: World, district: Locality, leader: User
) -> None:
    owed(world, -31)  # "Mở lớp tập huấn"
    chief = samples.person(Role.LEADER, world.farming)
    Charge.objects.create(leader=chief, words="Tập huấn")
    Charge.objects.create(leader=leader, words="nông nghiệp")
    remind(district)
    assert chief in names_told()
    assert leader not in names_told()


def test_the_officer_whom_the_head_named_hears_of_it_in_place_of_the_others(
    world: World, district: Locality, late: Occurrence
) -> None:
    officer = samples.person(Role.VIEWER, world.office)
    Handler.objects.create(obligation=late.obligation, user=officer, named_at=NOW)
    remind(district)
    assert names_told() == {officer}


def test_who_stands_in_is_told_and_who_is_away_is_not(
    world: World, district: Locality, late: Occurrence
) -> None:
    deputy = samples.person(Role.VIEWER, world.office)
    days = {"valid_from": TODAY, "valid_to": TODAY + timedelta(days=3)}
    StandIn.objects.create(absent=world.reporter, deputy=deputy, **days)
    remind(district)
    assert names_told() == {deputy}


def test_people_whose_account_is_closed_are_told_nothing(
    world: World, district: Locality, head: User, late: Occurrence
) -> None:
    User.objects.filter(pk=world.reporter.pk).update(is_active=False)
    remind(district)
    assert names_told() == {head}


def test_an_invited_body_is_told_and_its_silence_never_goes_up(
    world: World, district: Locality, head: User, leader: User
) -> None:
    work = owed(world, -40)
    Obligation.objects.filter(pk=work.obligation_id).update(share="invited")
    remind(district)
    assert names_told() == {world.reporter}


def test_a_decision_that_is_waited_for_is_asked_after_by_the_standing_office(
    world: World, district: Locality
) -> None:
    facts = {"kind": "condition", "condition": "Đề án được duyệt"}
    work = owed(world, 0, **facts)
    since = TODAY - timedelta(days=61)
    Occurrence.objects.filter(pk=work.pk).update(due=None, starts=since, watched_from=TODAY)
    remind(district)
    assert names_told() == {world.coordinator}
    (line,) = lines_of(world.coordinator)
    assert line.waits
    assert line.about.endswith("Đề án được duyệt")
    assert line.due == since
    remind(district, days=28)
    assert lines_of(world.coordinator, 28) == []
    remind(district, days=29)
    assert len(lines_of(world.coordinator, 29)) == 1


def test_what_came_back_is_told_at_once_however_far_the_day_is(
    world: World, district: Locality, head: User
) -> None:
    report = opened(world, 60, state="returned")
    remind(district)
    assert names_told() == {world.reporter}
    (line,) = lines_of(world.reporter)
    assert line.url == f"/ky-bao-cao/{report.round_id}/bao-cao/?co-quan={world.office.pk}"


def test_a_report_that_waits_for_the_head_is_told_to_the_head(
    world: World, district: Locality, head: User
) -> None:
    opened(world, 60, state="with-head")
    remind(district)
    assert names_told() == {head}
    assert not lines_of(head)[0].escalated


def test_what_is_asked_of_an_office_is_told_to_it(world: World, district: Locality) -> None:
    request = ContributionRequest.objects.create(
        occurrence=owed(world, 90), words="Số lớp đã mở", due=TODAY, asked_at=NOW
    )
    Contribution.objects.create(request=request, agency=world.farming)
    remind(district)
    assert names_told() == {world.helper}


def test_a_second_time_on_the_same_day_nobody_is_told_twice(
    world: World, district: Locality, late: Occurrence
) -> None:
    remind(district)
    before = list(Notice.objects.values())
    owed(world, -3)  # known only now: it stands in the list of tomorrow
    assert remind(district) == services.Told(0, 0)
    assert list(Notice.objects.values()) == before
    remind(district, days=1)
    assert len(lines_of(world.reporter, 1)) == 1


def test_an_office_that_is_asked_for_its_report_hears_of_it_on_the_same_day(
    world: World, district: Locality
) -> None:
    report = opened(world, 7)
    remind(district)
    services.mark_read(user=world.reporter, now=NOW)
    Notice.objects.update(tried_at=NOW, mailed_at=NOW)
    OfficeReport.objects.filter(pk=report.pk).update(nudged_at=at(TODAY, 10))
    remind(district)
    notice = Notice.objects.get(user=world.reporter)
    plain, asked = (told(line) for line in notice.lines)
    assert (plain.asked_on, asked.asked_on, asked.late) == (None, TODAY, True)
    assert notice.read_at is None, "the bell shows it again"
    assert remind(district) == services.Told(0, 0)


def test_what_came_after_the_letter_stands_in_the_letter_of_the_next_day(
    world: World, district: Locality
) -> None:
    report = opened(world, 60)
    owed(world, 7)
    remind(district)
    Notice.objects.update(tried_at=NOW, mailed_at=NOW)
    OfficeReport.objects.filter(pk=report.pk).update(nudged_at=at(TODAY, 10))
    remind(district)
    remind(district, days=1)
    (line,) = lines_of(world.reporter, 1)
    assert (line.asked_on, line.late) == (TODAY, False)
    remind(district, days=2)
    assert lines_of(world.reporter, 2) == []


def test_whoever_is_cut_off_between_two_people_leaves_the_others_for_the_next_time(
    world: World, district: Locality, head: User, late: Occurrence, monkeypatch
) -> None:
    stopped = []

    def cut_off(person: int, *_rest: object) -> None:
        if not stopped:
            stopped.append(person)
            raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(services, "_remember", cut_off)
        with pytest.raises(KeyboardInterrupt):
            remind(district)
    assert not Notice.objects.exists(), "the notice and what was mentioned go together"
    assert not LastMention.objects.exists()
    remind(district)
    assert names_told() == {world.reporter, head}
    assert LastMention.objects.count() == 2


def test_who_is_told_is_found_in_few_queries_however_many_people_and_things_there_are(
    world: World, district: Locality, django_assert_max_num_queries
) -> None:
    for _number in range(12):
        owed(world, -9)
        samples.person(Role.REPORTER, world.office)
    with django_assert_max_num_queries(18):
        assert len(digests(district.pk, TODAY)) == 13


def test_people_of_another_locality_hear_nothing(
    world: World, district: Locality, late: Occurrence
) -> None:
    remind(world.stranger.locality)
    assert not Notice.objects.exists()
