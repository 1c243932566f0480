"""Where one lands after signing in, and what stands around every page."""

from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse
from lxml import html
from pytest_django import DjangoAssertNumQueries

from tests.tiendo import samples
from tiendo.accounts.models import Role
from tiendo.agencies.models import Agency
from tiendo.plans.models import Plan

pytestmark = pytest.mark.django_db
Enter = Callable[..., Client]


@pytest.fixture
def office() -> Agency:
    locality = samples.locality(short_name="UBND huyện Bình Sơn")
    return samples.agency(locality, "Phòng Kinh tế và Hạ tầng", "Phòng KT-HT")


@pytest.fixture
def plan(office: Agency) -> Plan:
    """A plan with two tasks, one duty and three targets."""
    row = samples.plan(office.locality, "Kế hoạch A")
    for kind in ("task", "task", "duty"):
        samples.occurrence(samples.task(row, office, kind=kind))
    for name in ("Tỷ trọng", "Lao động", "Xuất khẩu"):
        samples.target(row, name)
    return row


@pytest.fixture
def enter(office: Agency) -> Enter:
    """A function that signs somebody in with this role."""

    def sign_in(role: Role, agency: Agency = office) -> Client:
        client = Client()
        client.force_login(samples.person(role, agency))
        return client

    return sign_in


def first_screen(client: Client) -> str:
    answer = client.get("/")
    assert answer.status_code == 302
    return str(answer["Location"])


def menu(client: Client, address: str) -> dict[str, html.HtmlElement]:
    """The links of the sidebar by their addresses."""
    tree = html.document_fromstring(client.get(address).content)
    return {link.get("href"): link for link in tree.xpath("//aside//nav//a | //aside//a")}


def test_a_stranger_is_asked_to_sign_in() -> None:
    assert first_screen(Client()).startswith("/dang-nhap/")


@pytest.mark.parametrize("role", [Role.COORDINATOR, Role.ADMINISTRATOR])
def test_without_a_plan_the_work_begins_with_reading_one_in(enter: Enter, role: Role) -> None:
    assert first_screen(enter(role)) == reverse("plans:intakes")


@pytest.mark.parametrize("role", [Role.REPORTER, Role.LEADER, Role.VIEWER])
def test_without_a_plan_others_see_that_there_is_none(enter: Enter, role: Role) -> None:
    assert first_screen(enter(role)) == reverse("progress:plans")


@pytest.mark.parametrize("role", [Role.REPORTER, Role.HEAD])
def test_who_reports_lands_on_what_the_office_owes(
    enter: Enter, plan: Plan, office: Agency, role: Role
) -> None:
    assert first_screen(enter(role)) == reverse("progress:office", args=[office.pk])


@pytest.mark.parametrize("role", [Role.COORDINATOR, Role.ADMINISTRATOR])
def test_who_coordinates_or_administers_lands_on_what_waits(
    enter: Enter, plan: Plan, role: Role
) -> None:
    assert first_screen(enter(role)) == reverse("desk:queue")


@pytest.mark.parametrize("role", [Role.LEADER, Role.VIEWER, Role.AUDITOR])
def test_the_others_land_on_the_plan_at_a_glance(enter: Enter, plan: Plan, role: Role) -> None:
    assert first_screen(enter(role)) == reverse("progress:plan", args=[plan.pk])


def test_a_plan_of_another_locality_is_no_plan(enter: Enter) -> None:
    samples.plan(samples.locality("Huyện Khác"))
    assert first_screen(enter(Role.VIEWER)) == reverse("progress:plans")


def test_the_menu_counts_what_the_plan_holds(enter: Enter, plan: Plan) -> None:
    links = menu(enter(Role.VIEWER), reverse("progress:plan", args=[plan.pk]))
    counts = {
        page: links[reverse(f"progress:{page}", args=[plan.pk])].xpath(
            "string(.//*[@class='count'])"
        )
        for page in ("plan_tasks", "duties", "targets")
    }
    assert counts == {"plan_tasks": "2", "duties": "1", "targets": "3"}


def test_the_menu_says_which_page_is_there(enter: Enter, plan: Plan) -> None:
    address = reverse("progress:duties", args=[plan.pk])
    links = menu(enter(Role.VIEWER), address)
    assert [url for url, link in links.items() if link.get("aria-current")] == [address]


def test_the_menu_still_says_where_one_is_below_the_list_of_documents(
    enter: Enter, plan: Plan
) -> None:
    client = enter(Role.COORDINATOR)
    for page in ("plans:upload", "plans:intakes", "plans:check_draft"):
        links = menu(client, reverse(page))
        marked = [url for url, link in links.items() if link.get("aria-current")]
        listed = page if page == "plans:check_draft" else "plans:intakes"
        assert marked == [reverse(listed)]


def test_the_menu_follows_the_plan_that_is_looked_at(enter: Enter, plan: Plan) -> None:
    newer = samples.plan(plan.locality, "Kế hoạch B", confirmed_at="2024-01-01T00:00:00Z")
    client = enter(Role.VIEWER)
    shown = menu(client, reverse("progress:plan", args=[plan.pk]))
    assert reverse("progress:duties", args=[plan.pk]) in shown
    elsewhere = menu(client, reverse("progress:offices"))
    assert reverse("progress:duties", args=[newer.pk]) in elsewhere


@pytest.mark.parametrize(
    ("role", "reads_in", "reports"),
    [
        (Role.COORDINATOR, True, True),
        (Role.ADMINISTRATOR, True, False),
        (Role.REPORTER, False, True),
        (Role.VIEWER, False, False),
    ],
)
def test_the_menu_offers_only_what_one_may_do(
    enter: Enter, plan: Plan, office: Agency, role: Role, reads_in: bool, reports: bool
) -> None:
    links = menu(enter(role), reverse("progress:plans"))
    assert (reverse("plans:intakes") in links) is reads_in
    assert (reverse("progress:office", args=[office.pk]) in links) is reports


def test_the_frame_names_the_authority_and_the_office(enter: Enter, plan: Plan) -> None:
    page = enter(Role.REPORTER).get(reverse("progress:plans")).content.decode()
    assert "UBND huyện Bình Sơn" in page
    assert "Phòng KT-HT" in page


def test_an_installation_for_practice_says_so_and_others_do_not(enter: Enter, plan: Plan) -> None:
    client, address = enter(Role.VIEWER), reverse("progress:plans")
    assert "Số liệu minh họa" not in client.get(address).content.decode()
    plan.locality.practice = True
    plan.locality.save()
    assert "Số liệu minh họa" in client.get(address).content.decode()


def test_the_frame_costs_the_same_however_much_there_is(
    enter: Enter, plan: Plan, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    for number in range(20):
        samples.task(plan, plan.tasks.first().leads[0].agency, text=f"Việc {number}")
    client = enter(Role.VIEWER)
    with django_assert_max_num_queries(5):  # session, person, standing, plan, offices
        client.get("/khong-co-trang-nay/")
    with django_assert_max_num_queries(9):
        client.get(reverse("progress:offices"))
