"""The check in front of every view: not signed in, no right, out of reach, the roles of the day."""

from datetime import date

import pytest
from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.test import RequestFactory, override_settings
from pytest_django import DjangoAssertNumQueries

from tests.tiendo import samples
from tiendo.accounts.access import Request, page, reach, stand, standing_of
from tiendo.accounts.models import Membership, Role, User
from tiendo.accounts.rights import READ, READ_IN
from tiendo.agencies.models import Agency, Locality
from tiendo.plans.models import Plan

pytestmark = pytest.mark.django_db
DAY = date(2024, 12, 2)


@pytest.fixture
def office() -> Agency:
    return samples.agency(samples.locality())


@page(READ_IN)
def guarded(request: Request, pk: int) -> HttpResponse:
    plan = get_object_or_404(reach(Plan.objects.all(), request.standing), pk=pk)
    return HttpResponse(plan.short_title)


def asked_by(user: User | AnonymousUser) -> HttpRequest:
    request = RequestFactory().get("/ke-hoach/1/?trang=2")
    request.user = user
    return request


def test_a_stranger_is_sent_to_sign_in_and_brought_back(office: Agency) -> None:
    answer = guarded(asked_by(AnonymousUser()), pk=1)
    assert answer.status_code == 302
    assert answer["Location"] == "/dang-nhap/?next=/ke-hoach/1/%3Ftrang%3D2"


def test_a_member_with_the_right_is_let_in(office: Agency) -> None:
    plan = samples.plan(office.locality, "Kế hoạch A")
    answer = guarded(asked_by(samples.person(Role.COORDINATOR, office)), pk=plan.pk)
    assert answer.content.decode() == "Kế hoạch A"


def test_a_member_without_the_right_is_refused(office: Agency) -> None:
    plan = samples.plan(office.locality)
    with pytest.raises(PermissionDenied):
        guarded(asked_by(samples.person(Role.VIEWER, office)), pk=plan.pk)


def test_a_person_without_any_role_is_refused(office: Agency) -> None:
    with pytest.raises(PermissionDenied):
        guarded(asked_by(samples.person(home=office.locality)), pk=1)


def test_what_belongs_to_another_locality_is_not_there(office: Agency) -> None:
    elsewhere = samples.plan(samples.locality("Huyện Khác"))
    with pytest.raises(Http404):
        guarded(asked_by(samples.person(Role.COORDINATOR, office)), pk=elsewhere.pk)


def test_rows_far_below_are_found_by_their_locality(office: Agency) -> None:
    other = samples.agency(samples.locality("Huyện Khác"))
    reports = [
        samples.report(samples.occurrence(samples.task(samples.plan(each.locality), each)))
        for each in (office, other)
    ]
    seen = reach(type(reports[0]).objects.all(), standing_of(person_in(office), DAY))
    assert list(seen) == reports[:1]


def test_the_own_locality_is_in_reach_and_no_other(office: Agency) -> None:
    samples.locality("Huyện Khác")
    assert list(reach(Locality.objects.all(), standing_of(person_in(office), DAY))) == [
        office.locality
    ]


@pytest.mark.parametrize(
    ("day", "holds"),
    [
        (date(2024, 12, 1), False),
        (date(2024, 12, 2), True),
        (date(2025, 6, 30), True),
        (date(2025, 7, 1), False),
    ],
)
def test_a_role_is_held_from_its_first_to_its_last_day(
    office: Agency, day: date, holds: bool
) -> None:
    user = samples.person(home=office.locality)
    Membership.objects.create(
        user=user,
        agency=office,
        role=Role.HEAD,
        valid_from=date(2024, 12, 2),
        valid_to=date(2025, 6, 30),
    )
    assert standing_of(user, day).may(READ) is holds


def test_a_role_in_an_office_of_another_locality_gives_nothing_here(office: Agency) -> None:
    user = samples.person(Role.VIEWER, office)
    other = samples.agency(samples.locality("Huyện Khác"))
    Membership.objects.create(user=user, agency=other, role=Role.COORDINATOR)
    assert not standing_of(user, DAY).may(READ_IN)


def test_the_standing_says_what_the_frame_shows(office: Agency) -> None:
    office.short_name = "Phòng KT-HT"
    office.save()
    Locality.objects.update(short_name="UBND huyện Bình Sơn", practice=True)
    standing = standing_of(person_in(office), DAY)
    assert standing.office == "Phòng KT-HT"
    assert standing.authority == "UBND huyện Bình Sơn"
    assert standing.practice


def test_standing_costs_one_query_a_request(
    office: Agency, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    request = asked_by(person_in(office))
    with django_assert_num_queries(1):
        assert stand(request) is stand(request)


@override_settings(TODAY="2024-12-02")
def test_the_view_finds_the_day(office: Agency) -> None:
    request = asked_by(person_in(office))
    stand(request)
    assert request.today == DAY  # type: ignore[attr-defined]


def person_in(office: Agency) -> User:
    return samples.person(Role.REPORTER, office)
