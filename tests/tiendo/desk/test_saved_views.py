"""Ways to look at a list, kept under a name: one's own, or shared in the office."""

import pytest
from django.test import Client
from django.urls import reverse

from tests.tiendo import samples
from tiendo.accounts.models import Role, User
from tiendo.agencies.models import Agency
from tiendo.desk.models import SavedView
from tiendo.history.models import Removal

pytestmark = pytest.mark.django_db
LATE = "/nhiem-vu/?status=overdue"


@pytest.fixture
def office() -> Agency:
    return samples.agency(samples.locality(), "Phòng Kinh tế và Hạ tầng")


def browser(person: User) -> Client:
    client = Client()
    client.force_login(person)
    return client


def keep(client: Client, name: str = "Quá hạn", address: str = LATE, **data):
    return client.post(reverse("desk:keep_view"), {"name": name, "next": address, **data})


def kept(client: Client) -> list[str]:
    return [view.address for view in client.get("/nhiem-vu/").context["saved_views"]]


def test_a_view_stands_above_its_list_and_opens_by_its_address(office: Agency) -> None:
    client = browser(samples.person(Role.VIEWER, office))
    keep(client)
    assert kept(client) == [LATE]
    assert "Quá hạn" in client.get("/nhiem-vu/").content.decode()


def test_the_same_name_again_means_the_new_address(office: Agency) -> None:
    client = browser(samples.person(Role.VIEWER, office))
    keep(client)
    keep(client, address="/nhiem-vu/?status=waiting")
    assert kept(client) == ["/nhiem-vu/?status=waiting"]


def test_a_view_is_seen_by_others_only_when_it_is_shared_in_their_office(office: Agency) -> None:
    writer = browser(samples.person(Role.VIEWER, office))
    colleague = browser(samples.person(Role.REPORTER, office))
    elsewhere = samples.agency(office.locality, "Phòng Nông nghiệp")
    stranger = browser(samples.person(Role.REPORTER, elsewhere))
    keep(writer)
    assert kept(colleague) == []
    keep(writer, office=office.pk)
    assert (kept(colleague), kept(stranger)) == ([LATE], [])


@pytest.mark.parametrize("address", ["/", "/co-quan/", "https://elsewhere.example/nhiem-vu/"])
def test_what_is_no_list_is_not_kept(office: Agency, address: str) -> None:
    keep(browser(samples.person(Role.VIEWER, office)), address=address)
    assert not SavedView.objects.exists()


def test_nobody_shares_into_an_office_of_others_or_without_a_name(office: Agency) -> None:
    other = samples.agency(office.locality, "Phòng Nông nghiệp")
    client = browser(samples.person(Role.VIEWER, office))
    keep(client, office=other.pk)
    keep(client, name="  ")
    assert not SavedView.objects.exists()


def test_only_the_own_view_is_taken_away_and_it_can_come_back(office: Agency) -> None:
    owner = samples.person(Role.VIEWER, office)
    keep(browser(owner), office=office.pk)
    view = SavedView.objects.get()
    address = reverse("desk:forget_view", args=[view.pk])
    assert browser(samples.person(Role.VIEWER, office)).post(address).status_code == 403
    assert browser(owner).post(address).status_code == 302
    assert not SavedView.objects.exists()
    assert Removal.objects.count() == 1
