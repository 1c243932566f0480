"""Who stands in for whom: with which roles, on which days, and what is refused."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError

from tests.tiendo import samples
from tiendo.accounts import charges, deputies, people
from tiendo.accounts.access import standing_of
from tiendo.accounts.deputies import Days
from tiendo.accounts.forms import AwayForm
from tiendo.accounts.models import Membership, Role, User
from tiendo.accounts.rights import READ, READ_IN, REPORT, REPORT_FOR_ALL
from tiendo.agencies.models import Agency

pytestmark = pytest.mark.django_db
FIRST, LAST = date(2024, 12, 2), date(2024, 12, 6)
LEAVE = Days(FIRST, LAST)


@pytest.fixture
def office() -> Agency:
    return samples.agency(samples.locality())


@pytest.fixture
def other(office: Agency) -> Agency:
    return samples.agency(office.locality, "Phòng Nội vụ")


@pytest.fixture
def absent(office: Agency) -> User:
    return samples.person(Role.REPORTER, office, full_name="Lê Minh Tâm")


@pytest.fixture
def deputy(other: Agency) -> User:
    return samples.person(Role.VIEWER, other, full_name="Võ Thanh Hà")


@pytest.mark.parametrize(
    ("day", "acts"),
    [
        (FIRST - timedelta(days=1), False),
        (FIRST, True),
        (LAST, True),
        (LAST + timedelta(days=1), False),
    ],
)
def test_a_deputy_acts_from_the_first_to_the_last_day(absent, deputy, office, day, acts) -> None:
    deputies.name_deputy(absent=absent, deputy=deputy, days=LEAVE, actor=absent)
    assert standing_of(deputy, day).may(REPORT, office.pk) is acts


def test_the_standing_says_for_whom(absent, deputy, office, other) -> None:
    deputies.name_deputy(absent=absent, deputy=deputy, days=LEAVE, actor=absent)
    standing = standing_of(deputy, FIRST)
    assert [away.name for away in standing.stands_in_for] == ["Lê Minh Tâm"]
    away = standing.acts_for(REPORT, office.pk)
    assert away is not None
    assert away.user_id == absent.pk
    assert standing.acts_for(READ, other.pk) is None, "reading is the deputy's own right"


def test_what_one_may_do_oneself_is_not_done_for_another(absent, office) -> None:
    colleague = samples.person(Role.REPORTER, office)
    deputies.name_deputy(absent=absent, deputy=colleague, days=LEAVE, actor=absent)
    assert standing_of(colleague, FIRST).acts_for(REPORT, office.pk) is None


def test_a_right_over_the_locality_is_lent_for_every_office(office, other) -> None:
    coordinator = samples.person(Role.COORDINATOR, office)
    colleague = samples.person(Role.REPORTER, other)
    deputies.name_deputy(absent=coordinator, deputy=colleague, days=LEAVE, actor=None)
    standing = standing_of(colleague, FIRST)
    assert standing.may(READ_IN)
    away = standing.acts_for(REPORT_FOR_ALL, other.pk)
    assert away is not None
    assert away.user_id == coordinator.pk


def test_the_own_office_is_named_first(absent, deputy, other) -> None:
    deputies.name_deputy(absent=absent, deputy=deputy, days=LEAVE, actor=absent)
    assert standing_of(deputy, FIRST).office == other.label


def test_an_audit_is_lent_to_nobody(office, deputy) -> None:
    auditor = samples.person(Role.AUDITOR, office)
    deputies.name_deputy(absent=auditor, deputy=deputy, days=LEAVE, actor=None)
    assert standing_of(deputy, FIRST).stands_in_for == ()


def test_roles_that_ended_are_not_lent(absent, deputy) -> None:
    deputies.name_deputy(absent=absent, deputy=deputy, days=LEAVE, actor=absent)
    Membership.objects.filter(user=absent).update(valid_to=FIRST)
    assert standing_of(deputy, FIRST).stands_in_for
    assert not standing_of(deputy, LAST).stands_in_for


def test_who_was_let_go_lends_nothing(absent, deputy) -> None:
    deputies.name_deputy(absent=absent, deputy=deputy, days=LEAVE, actor=absent)
    User.objects.filter(pk=absent.pk).update(is_active=False)
    assert standing_of(deputy, FIRST).stands_in_for == ()


def test_a_stand_in_is_not_handed_on(absent, deputy, office) -> None:
    deputies.name_deputy(absent=absent, deputy=deputy, days=LEAVE, actor=absent)
    third = samples.person(Role.VIEWER, office, full_name="Người Thứ Ba")
    with pytest.raises(ValidationError, match="Võ Thanh Hà đang thay Lê Minh Tâm"):
        deputies.name_deputy(absent=deputy, deputy=third, days=Days(LAST, LAST), actor=None)


def test_who_is_away_stands_in_for_nobody(absent, deputy, office) -> None:
    third = samples.person(Role.VIEWER, office)
    deputies.name_deputy(absent=deputy, deputy=third, days=LEAVE, actor=None)
    with pytest.raises(ValidationError, match="Võ Thanh Hà vắng từ 02/12/2024 đến 06/12/2024"):
        deputies.name_deputy(absent=absent, deputy=deputy, days=LEAVE, actor=None)


def test_two_do_not_stand_in_for_each_other(absent, deputy) -> None:
    deputies.name_deputy(absent=absent, deputy=deputy, days=LEAVE, actor=None)
    with pytest.raises(ValidationError):
        deputies.name_deputy(absent=deputy, deputy=absent, days=LEAVE, actor=None)


@pytest.mark.parametrize(
    ("days", "words"),
    [
        (Days(LAST, FIRST), "Ngày cuối đứng trước ngày đầu"),
        (Days(FIRST, FIRST + timedelta(days=367)), "Không ai thay quá một năm"),
    ],
)
def test_days_that_cannot_be_are_refused(absent, deputy, days, words) -> None:
    with pytest.raises(ValidationError, match=words):
        deputies.name_deputy(absent=absent, deputy=deputy, days=days, actor=None)


def test_a_deputy_is_active_and_somebody_else(absent, office) -> None:
    with pytest.raises(ValidationError, match="Không ai tự thay mình"):
        deputies.name_deputy(absent=absent, deputy=absent, days=LEAVE, actor=None)
    closed = samples.person(Role.VIEWER, office, is_active=False)
    without = samples.person(home=office.locality)
    for nobody in (closed, without):
        with pytest.raises(ValidationError, match="không có vai trò nào"):
            deputies.name_deputy(absent=absent, deputy=nobody, days=LEAVE, actor=None)


def test_the_same_days_are_not_given_twice(absent, deputy, office) -> None:
    deputies.name_deputy(absent=absent, deputy=deputy, days=LEAVE, actor=None)
    with pytest.raises(ValidationError, match="đã nhận thay"):
        deputies.name_deputy(
            absent=absent,
            deputy=samples.person(Role.VIEWER, office),
            days=Days(LAST, LAST + timedelta(days=3)),
            actor=None,
        )


def test_a_stand_in_ends_before_its_day(absent, deputy, office) -> None:
    row = deputies.name_deputy(absent=absent, deputy=deputy, days=LEAVE, actor=None)
    deputies.end_stand_in(row=row, today=date(2024, 12, 4), actor=absent)
    assert standing_of(deputy, date(2024, 12, 3)).may(REPORT, office.pk)
    assert not standing_of(deputy, date(2024, 12, 4)).may(REPORT, office.pk)


def test_a_stand_in_that_has_not_begun_is_taken_back(absent, deputy) -> None:
    row = deputies.name_deputy(absent=absent, deputy=deputy, days=LEAVE, actor=None)
    deputies.end_stand_in(row=row, today=FIRST, actor=absent)
    assert not absent.absences.exists()


def test_a_head_names_deputies_in_the_own_office_only(office, other, absent, deputy) -> None:
    head = samples.person(Role.HEAD, office)
    found = deputies.may_be_away(head, standing_of(head, FIRST), FIRST)
    assert set(found) == {head, absent}


@pytest.mark.parametrize("first", [None, FIRST + timedelta(days=3)], ids=["now", "later"])
def test_a_head_lends_no_role_that_reaches_beyond_the_office(office, other, first) -> None:
    head = samples.person(Role.HEAD, office)
    for agency, role in ((office, Role.ADMINISTRATOR), (other, Role.REPORTER)):
        officer = samples.person(Role.REPORTER, office)
        officer.memberships.create(agency=agency, role=role, valid_from=first)
        found = deputies.may_be_away(head, standing_of(head, FIRST), FIRST)
        assert officer not in found
        assert officer in deputies.may_be_away(officer, standing_of(officer, FIRST), FIRST)


def test_everybody_names_a_deputy_for_himself_and_the_administrator_for_all(
    office, absent, deputy
) -> None:
    assert set(deputies.may_be_away(absent, standing_of(absent, FIRST), FIRST)) == {absent}
    administrator = samples.person(Role.ADMINISTRATOR, office)
    stranger = samples.person(Role.VIEWER, samples.agency(samples.locality("Huyện Khác")))
    found = set(deputies.may_be_away(administrator, standing_of(administrator, FIRST), FIRST))
    assert {absent, deputy, administrator} <= found
    assert stranger not in found


def test_a_field_and_offices_are_in_charge_from_a_day_to_a_day(office, other) -> None:
    leader = samples.person(Role.LEADER, office)
    rows = charges.put_in_charge(
        leader=leader,
        words="công nghiệp",
        agencies=[office, other],
        days=(FIRST, LAST),
        actor=None,
    )
    assert [str(row) for row in rows] == [f"{each.label}: công nghiệp" for each in (office, other)]
    assert charges.in_charge_of(leader, LAST) == {office.pk, other.pk}
    assert charges.in_charge_of(leader, LAST + timedelta(days=1)) == frozenset()
    charges.end_charge(row=rows[0], today=LAST, actor=None)
    assert charges.in_charge_of(leader, LAST) == {other.pk}


def test_a_charge_is_over_something(office) -> None:
    leader = samples.person(Role.LEADER, office)
    with pytest.raises(ValidationError, match="Ghi lĩnh vực"):
        charges.put_in_charge(leader=leader, words="", agencies=(), days=(None, None), actor=None)


def test_names_are_sorted_by_the_given_name() -> None:
    names = ["Trần Hữu Phúc", "Lê Thị Ánh", "Phạm An", "Nguyễn Văn An"]
    assert sorted(names, key=people.name_key) == [
        "Nguyễn Văn An",
        "Phạm An",
        "Lê Thị Ánh",
        "Trần Hữu Phúc",
    ]


def test_who_is_chosen_is_told_apart_by_the_office(absent, deputy, other) -> None:
    form = AwayForm(standing_of(absent, FIRST), absent, FIRST)
    names = [str(words) for _key, words in form.fields["deputy"].choices]
    assert f"{deputy} · {other.label}" in names
