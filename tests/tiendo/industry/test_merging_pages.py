"""The coordinator finds establishments that were entered twice, compares them, and makes one of them."""

import pytest
from django.test import Client
from django.urls import reverse

from tests.tiendo import samples
from tests.tiendo.industry.enterprises import commune, enterprise, year
from tiendo.accounts.models import Role
from tiendo.agencies.models import Agency
from tiendo.industry.models import Enterprise, Merging

pytestmark = pytest.mark.django_db


@pytest.fixture
def where() -> Agency:
    return commune()


@pytest.fixture
def coordinator(where: Agency) -> Client:
    office = samples.agency(where.locality)
    client = Client()
    client.force_login(samples.person(Role.COORDINATOR, office))
    return client


@pytest.fixture
def kept(where: Agency) -> Enterprise:
    return enterprise(where, name="Xay xát Thử")


@pytest.fixture
def twin(where: Agency) -> Enterprise:
    return enterprise(where, name="DNTN Xay xát Thử", owner="Người Thử")


def merge_url(kept: Enterprise, twin: Enterprise) -> str:
    return reverse("industry:merge", args=[kept.pk, twin.pk])


def test_likely_twins_are_shown_and_others_are_not(
    coordinator: Client, kept: Enterprise, twin: Enterprise
) -> None:
    enterprise(kept.commune, name="Lò gạch Khác")
    page = coordinator.get(reverse("industry:twins")).content.decode()
    assert merge_url(kept, twin) in page
    assert "Lò gạch Khác" not in page


def test_the_list_of_establishments_leads_there_for_who_may_merge(
    coordinator: Client, kept: Enterprise
) -> None:
    rows = "/so/doanh-nghiep/"
    assert reverse("industry:twins") in coordinator.get(rows).content.decode()
    reporter = Client()
    reporter.force_login(samples.person(Role.REPORTER, kept.commune))
    assert reverse("industry:twins") not in reporter.get(rows).content.decode()


def test_two_are_compared_before_they_become_one(
    coordinator: Client, kept: Enterprise, twin: Enterprise
) -> None:
    year(kept, 2023)
    year(twin, 2023)
    year(twin, 2022)
    page = coordinator.get(merge_url(kept, twin)).content.decode()
    assert "Người Thử" in page
    assert str(twin.years.get(year=2023)) in page
    assert Enterprise.objects.count() == 2


def test_merging_asks_for_a_reason_and_can_be_taken_back(
    coordinator: Client, kept: Enterprise, twin: Enterprise
) -> None:
    assert coordinator.post(merge_url(kept, twin)).status_code == 422
    done = coordinator.post(merge_url(kept, twin), {"reason": "Chủ cơ sở xác nhận"})
    assert done["Location"] == f"/so/doanh-nghiep/{kept.pk}/"
    assert not Enterprise.objects.filter(pk=twin.pk).exists()
    assert (
        "DNTN Xay xát Thử: Chủ cơ sở xác nhận" in coordinator.get(done["Location"]).content.decode()
    )
    page = coordinator.get(reverse("industry:twins")).content.decode()
    undo = reverse("industry:take_back", args=[Merging.objects.get().pk])
    assert undo in page
    assert "Chủ cơ sở xác nhận" in page
    coordinator.post(undo)
    assert Enterprise.objects.filter(pk=twin.pk).exists()
    assert undo not in coordinator.get(reverse("industry:twins")).content.decode()
    assert coordinator.post(undo)["Location"] == reverse("industry:twins")


def test_two_that_are_told_apart_are_not_asked_about_again(
    coordinator: Client, kept: Enterprise, twin: Enterprise
) -> None:
    apart = reverse("industry:tell_apart", args=[twin.pk, kept.pk])
    for _again in range(2):
        assert coordinator.post(apart)["Location"] == reverse("industry:twins")
    page = coordinator.get(reverse("industry:twins")).content.decode()
    assert merge_url(kept, twin) not in page
    assert Enterprise.objects.count() == 2


def test_any_two_are_found_by_their_codes(
    coordinator: Client, kept: Enterprise, twin: Enterprise
) -> None:
    asked = {"kept": kept.tax_code, "twin": f" {twin.tax_code} "}
    found = coordinator.get(reverse("industry:twins"), asked)
    assert found["Location"] == merge_url(kept, twin)


@pytest.mark.parametrize("typed", ["", "0099999999", "\0", "x" * 300, "same"])
def test_a_code_that_is_nobodys_is_refused_in_words(
    coordinator: Client, kept: Enterprise, typed: str
) -> None:
    asked = {"kept": kept.tax_code, "twin": kept.tax_code if typed == "same" else typed}
    answer = coordinator.get(reverse("industry:twins"), asked)
    assert answer.status_code == 422


def test_a_row_cannot_be_compared_with_itself_or_one_elsewhere(
    coordinator: Client, kept: Enterprise
) -> None:
    for other in (kept, enterprise(commune())):
        assert coordinator.get(merge_url(kept, other)).status_code == 404
    assert coordinator.get(f"/so/doanh-nghiep/gop/{kept.pk}/{10**30}/").status_code == 404


@pytest.mark.parametrize("role", [role for role in Role if role is not Role.COORDINATOR])
def test_only_the_coordinator_merges(role: Role, kept: Enterprise, twin: Enterprise) -> None:
    client = Client()
    client.force_login(samples.person(role, kept.commune))
    assert client.get(reverse("industry:twins")).status_code == 403
    assert client.post(merge_url(kept, twin), {"reason": "x"}).status_code == 403
    assert Enterprise.objects.count() == 2


def test_the_pages_ask_the_database_as_often_for_many_pairs(
    coordinator: Client, where: Agency, django_assert_max_num_queries: object
) -> None:
    for number in range(40):
        for name in ("Xay xát", "DNTN Xay xát"):
            enterprise(where, name=f"{name} Thử {number}")
    with django_assert_max_num_queries(12):  # type: ignore[operator]
        coordinator.get(reverse("industry:twins"))
