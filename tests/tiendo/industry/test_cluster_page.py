"""The page of a cluster: its land drawn, and what lies in it and leads to it."""

import re
from collections.abc import Callable
from decimal import Decimal

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests.tiendo import samples
from tests.tiendo.industry.clusters import cluster, land_use, period, tenancy
from tests.tiendo.industry.enterprises import commune, enterprise
from tests.tiendo.spoken import foreign_letters, left_in_english
from tiendo.accounts.models import Role
from tiendo.agencies.models import Agency
from tiendo.industry.cluster_picture import WIDTH, bar, bars_of
from tiendo.industry.cluster_registers import GROUP
from tiendo.industry.models import Cluster
from tiendo.registers.register import REGISTERS

pytestmark = pytest.mark.django_db
SLUGS = [slug for slug, each in REGISTERS.items() if str(each.guide.group) == str(GROUP)]
MOST_QUERIES = 22  # of the page of a cluster with all its tables below, whatever they hold


@pytest.fixture
def where() -> Agency:
    return commune()


@pytest.fixture
def at(where: Agency) -> Client:
    office = samples.agency(where.locality, "Phòng Kinh tế và Hạ tầng")
    client = Client()
    client.force_login(samples.person(Role.COORDINATOR, office))
    return client


def filled(where: Agency) -> Cluster:
    of = cluster(where)
    tenancy(of, enterprise(where), "29.46")
    land_use(of, "factory", "40")
    period(of, 2023, leased_area=Decimal(20), leasable_area=Decimal(40))
    return of


def length(drawn: str) -> float:
    return float(re.findall(r'width="([\d.]+)"', drawn)[1])


@pytest.mark.parametrize(
    ("area", "whole", "share"),
    [("0", "50", 0), ("25", "50", 0.5), ("50", "50", 1), ("60", "50", 1)],
)
def test_a_bar_is_as_long_as_its_part_and_never_leaves_its_frame(
    area: str, whole: str, share: float
) -> None:
    assert length(bar(Decimal(area), Decimal(whole), "past")) == share * WIDTH


def test_what_is_not_known_has_no_bar() -> None:
    row = Cluster(area=Decimal(75))
    assert [each.area for each in bars_of(row, None, "")] == [75]
    assert bars_of(Cluster(area=Decimal(0)), None, "") == []


def test_the_page_says_how_full_a_cluster_is_and_leads_to_its_parcels(
    where: Agency, at: Client
) -> None:
    of = filled(where)
    page = at.get(f"/so/cum-cong-nghiep/{of.pk}/").content.decode()
    assert "lấp đầy 73,05% đất có thể cho thuê" in page
    for slug in ("thua-dat", "giai-phong-mat-bang", "ha-tang-cum", "kiem-tra-quy-hoach"):
        assert f"/so/{slug}/?cluster={of.pk}" in page
        assert f"/so/{slug}/them/?cluster={of.pk}" in page


def test_a_cluster_of_which_little_is_known_has_its_page_too(where: Agency, at: Client) -> None:
    of = cluster(where, industrial_area=None, leasable_area=None)
    page = at.get(f"/so/cum-cong-nghiep/{of.pk}/").content.decode()
    assert "Đất của cụm" in page
    assert "% đất có thể cho thuê" not in page


@pytest.mark.parametrize(
    ("language", "foreign"), [("en", foreign_letters), ("vi", left_in_english)]
)
@pytest.mark.parametrize("path", ["", "sua/"])
def test_the_page_keeps_to_the_language_of_its_reader(
    where: Agency, at: Client, path: str, language: str, foreign: Callable[[str], list[str]]
) -> None:
    of = filled(where)
    at.cookies["django_language"] = language
    assert foreign(at.get(f"/so/cum-cong-nghiep/{of.pk}/{path}").content.decode()) == []


@pytest.mark.parametrize("slug", SLUGS)
def test_the_lists_keep_to_the_language_of_their_reader(
    where: Agency, at: Client, slug: str
) -> None:
    filled(where)
    at.cookies["django_language"] = "en"
    assert foreign_letters(at.get(f"/so/{slug}/").content.decode()) == []


def test_a_full_cluster_costs_no_more_queries_than_one_with_a_row_in_each_table(
    where: Agency, at: Client
) -> None:
    of = filled(where)
    few = queries_of(at, of)
    for number in range(10):
        tenancy(of, enterprise(where), "0.1", plot=f"B{number}")
        period(of, 2010 + number)
    assert queries_of(at, of) == few
    assert few <= MOST_QUERIES


def queries_of(at: Client, of: Cluster) -> int:
    with CaptureQueriesContext(connection) as counted:
        assert at.get(f"/so/cum-cong-nghiep/{of.pk}/").status_code == 200
    return len(counted)
