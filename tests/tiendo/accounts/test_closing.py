"""Roles with days, the last administrator, closing an account with what is open, opening it again."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.utils import timezone

from tests.tiendo import samples
from tiendo.accounts import charges, deputies, handover, people, slips
from tiendo.accounts.access import standing_of
from tiendo.accounts.deputies import Days
from tiendo.accounts.handover import Mover
from tiendo.accounts.models import Charge, Membership, Role, User
from tiendo.accounts.people import Given
from tiendo.accounts.rights import READ
from tiendo.agencies.models import Agency

pytestmark = pytest.mark.django_db
TODAY = date(2024, 12, 2)
YESTERDAY, TOMORROW = TODAY - timedelta(days=1), TODAY + timedelta(days=1)


def _charges(user: User) -> QuerySet[Charge]:
    return user.charges.all()


def _hand_over(user: User, successor: User, _actor: object) -> None:
    user.charges.update(leader=successor)


# What an application above would declare: here every charge counts as open work.
CHARGES = Mover(_charges, lambda n: f"{n} charges", _hand_over)
THIS = f"{__name__}.CHARGES"


@pytest.fixture
def office() -> Agency:
    return samples.agency(samples.locality())


@pytest.fixture
def administrator(office: Agency) -> User:
    return samples.person(Role.ADMINISTRATOR, office)


@pytest.fixture
def leader(office: Agency) -> User:
    return samples.person(Role.LEADER, office)


def test_an_auditor_has_a_last_day(office, leader) -> None:
    with pytest.raises(ValidationError, match="ghi ngày cuối của đợt kiểm tra"):
        people.give_role(user=leader, agency=office, role=Role.AUDITOR, actor=None)
    people.give(user=leader, given=Given(office, Role.AUDITOR, None, TODAY), actor=None)
    held = leader.memberships.filter(role=Role.AUDITOR)
    assert held.in_force(TODAY).exists()
    assert not held.in_force(TOMORROW).exists()


def test_a_role_is_not_held_twice_in_the_same_days(office, leader) -> None:
    people.give(user=leader, given=Given(office, Role.VIEWER, None, TODAY), actor=None)
    with pytest.raises(ValidationError, match="đã có trong những ngày đó"):
        people.give(user=leader, given=Given(office, Role.VIEWER, TODAY, None), actor=None)
    people.give(user=leader, given=Given(office, Role.VIEWER, TOMORROW, None), actor=None)
    assert leader.memberships.filter(role=Role.VIEWER).count() == 2


def test_a_role_ends_on_its_last_day(office, leader) -> None:
    row = leader.memberships.get()
    people.end_role(membership=row, last_day=TODAY, actor=None)
    assert standing_of(leader, TODAY).may(READ)
    assert not standing_of(leader, TOMORROW).may(READ)


def test_a_role_that_has_not_begun_is_taken_back(office, leader) -> None:
    row = people.give(user=leader, given=Given(office, Role.VIEWER, TOMORROW, None), actor=None)
    people.end_role(membership=row, last_day=TODAY, actor=None)
    assert not Membership.objects.filter(pk=row.pk).exists()


def test_the_last_administrator_stays(office, administrator) -> None:
    row = administrator.memberships.get()
    with pytest.raises(ValidationError, match="quản trị viên duy nhất"):
        people.end_role(membership=row, last_day=TODAY, actor=None)
    with pytest.raises(ValidationError, match="quản trị viên duy nhất"):
        people.deactivate(user=administrator, successor=None, today=TODAY, actor=None)
    samples.person(Role.ADMINISTRATOR, office)
    people.end_role(membership=row, last_day=TODAY, actor=None)


def test_an_administrator_elsewhere_looks_after_nobody_here(office, administrator) -> None:
    samples.person(Role.ADMINISTRATOR, samples.agency(samples.locality("Huyện Khác")))
    with pytest.raises(ValidationError, match="duy nhất"):
        people.deactivate(user=administrator, successor=None, today=TODAY, actor=None)


def test_closing_ends_roles_charges_stand_ins_and_slips(office, administrator, leader) -> None:
    other = samples.person(Role.VIEWER, office)
    charges.put_in_charge(
        leader=leader, words="công nghiệp", agencies=(), days=(None, None), actor=None
    )
    deputies.name_deputy(absent=leader, deputy=other, days=Days(YESTERDAY, TOMORROW), actor=None)
    made = slips.make(user=leader, days=7, now=timezone.now(), actor=None)
    people.deactivate(user=leader, successor=None, today=TODAY, actor=administrator)
    leader.refresh_from_db()
    assert not leader.is_active
    assert not leader.memberships.in_force(TODAY).exists()
    assert leader.memberships.in_force(YESTERDAY).exists(), "the days before stay as they were"
    assert not leader.charges.in_force(TODAY).exists()
    assert not standing_of(other, TODAY).stands_in_for
    made.slip.refresh_from_db()
    assert made.slip.withdrawn


def test_closing_ends_the_session(client, leader, administrator) -> None:
    client.force_login(leader)
    assert client.get("/tai-khoan/").status_code == 200
    people.deactivate(user=leader, successor=None, today=TODAY, actor=administrator)
    assert client.get("/tai-khoan/").url.startswith("/dang-nhap/")


def test_opening_again_gives_no_role_back(leader, administrator) -> None:
    people.deactivate(user=leader, successor=None, today=TODAY, actor=administrator)
    people.reactivate(user=leader, actor=administrator)
    assert leader.is_active
    assert not standing_of(leader, TODAY).may(READ)


def test_what_is_open_is_counted_and_handed_over(settings, office, leader, administrator) -> None:
    settings.HANDOVER = [THIS]
    assert handover.left_open(leader) == []
    charges.put_in_charge(
        leader=leader, words="công nghiệp", agencies=(), days=(None, None), actor=None
    )
    assert handover.left_open(leader) == ["1 charges"]
    with pytest.raises(ValidationError, match="Chọn người nhận việc còn dở"):
        people.deactivate(user=leader, successor=None, today=TODAY, actor=administrator)
    successor = samples.person(Role.LEADER, office)
    people.deactivate(user=leader, successor=successor, today=TODAY, actor=administrator)
    assert [str(row) for row in successor.charges.in_force(TODAY)] == ["công nghiệp"]


def test_only_somebody_with_a_role_here_takes_over(settings, office, leader) -> None:
    settings.HANDOVER = [THIS]
    elsewhere = samples.person(Role.LEADER, samples.agency(samples.locality("Huyện Khác")))
    for unfit in (leader, elsewhere, samples.person(home=office.locality)):
        with pytest.raises(ValidationError, match="hôm nay không có vai trò nào"):
            people.deactivate(user=leader, successor=unfit, today=TODAY, actor=None)
    leader.refresh_from_db()
    assert leader.is_active


def test_every_declared_mover_is_there() -> None:
    assert all(isinstance(mover, Mover) for mover in handover.movers())
