"""What is refused and counted of the call list and its reviews, which incentives fit, and what is handed over."""

from datetime import date
from decimal import Decimal

import pytest
from django.utils import timezone

from tests.tiendo import samples
from tests.tiendo.investment.cases import TODAY, call, case, commune
from tests.tiendo.investment.looking import DAY, TO_COME, at, faults, figures
from tiendo.agencies.models import Agency
from tiendo.agencies.moving import Act, Piece, office_movers
from tiendo.investment import office_movers as movers
from tiendo.investment.models import (
    CallProject,
    CallReview,
    Incentive,
)
from tiendo.investment.registers import CALLS, INCENTIVES, REVIEWS
from tiendo.investment.sectors import Sector, Where, places_of


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ({}, []),
        ({"listed_on": TO_COME}, [("listed_on", False)]),
        ({"status": "withdrawn"}, [("left_on", False)]),
        ({"status": "carried-out", "left_on": DAY}, []),
        ({"left_on": DAY}, [("status", True)]),
        ({"status": "withdrawn", "left_on": date(2022, 1, 1)}, [("left_on", False)]),
        ({"from_year": 2025, "to_year": 2021}, [("to_year", False)]),
        ({"from_year": 2025, "to_year": 2025}, []),
    ],
)
def test_a_project_on_the_list_is_refused_where_it_cannot_be_so(said, found) -> None:
    sound = {"name": "Nhà máy", "listed_on": date(2023, 3, 1), "status": "calling"}
    assert faults(CALLS, CallProject(**sound | said)) == found


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ({}, []),
        ({"outcome": "adjust"}, [("words", False)]),
        ({"outcome": "take-off", "words": "Trùng quy hoạch"}, []),
        ({"reviewed_on": TO_COME}, [("reviewed_on", False)]),
        ({"reviewed_on": date(2023, 1, 1)}, [("reviewed_on", True)]),
        ({"reviewed_on": date(2023, 1, 1), "outcome": "add"}, []),
    ],
)
def test_a_review_says_what_it_wants_changed(said, found) -> None:
    project = CallProject(name="Nhà máy", listed_on=date(2023, 3, 1))
    sound = {"project": project, "reviewed_on": DAY, "outcome": "keep", "words": ""}
    assert faults(REVIEWS, CallReview(**sound | said)) == found


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ({}, []),
        ({"valid_to": date(2020, 1, 1)}, [("valid_to", False)]),
        ({"verified": True}, [("article", False)]),
    ],
)
def test_an_incentive_is_not_verified_against_nothing(said, found) -> None:
    row = Incentive(**{"title": "Miễn tiền thuê đất", "valid_from": date(2021, 3, 26)} | said)
    assert faults(INCENTIVES, row) == found


def test_the_list_and_its_reviews_are_counted(here: Agency) -> None:
    where = commune(here)
    one = call(where, here, capital=Decimal(5000), area=Decimal("2.5"), status="interest")
    two = call(where, here, name="Hai", capital=Decimal(7000))
    call(where, here, name="Ba", left_on=date(2024, 5, 1), status="carried-out")
    for project, outcome in ((one, "keep"), (two, "adjust")):
        CallReview.objects.create(
            locality=here.locality, project=project, reviewed_on=DAY, agency=here, outcome=outcome
        )
    assert figures(CALLS, 2024) == {
        "du-an-tren-danh-muc": 2,
        "von-keu-goi": Decimal(12000),
        "dien-tich-keu-goi": Decimal("2.5"),
        "co-nha-dau-tu-quan-tam": 1,
        "da-co-nha-dau-tu": 1,
    }
    assert figures(CALLS, 2023)["du-an-tren-danh-muc"] == 3
    assert figures(REVIEWS, 2024) == {"lan-ra-soat": 1, "du-an-ra-soat": 2, "du-an-dieu-chinh": 1}


@pytest.mark.parametrize(
    ("difficult", "zone", "places"),
    [
        ("", "", {"everywhere"}),
        ("neither", "", {"everywhere"}),
        ("specially", "border-gate", {"everywhere", "specially", "border-gate"}),
        ("difficult", "cluster", {"everywhere", "difficult", "cluster"}),
    ],
)
def test_a_site_lies_in_the_areas_it_is_said_to_lie_in(difficult, zone, places) -> None:
    assert places_of(difficult, zone) == places
    assert places <= set(Where.values)


def test_incentives_fit_by_sector_place_and_day(here: Agency) -> None:
    project = call(commune(here), here, difficult="specially")
    made = (
        ("Mọi nơi", "everywhere", "", None),
        ("Đặc biệt khó khăn", "specially", Sector.FRUIT, None),
        ("Ngành khác", "specially", Sector.RICE, None),
        ("Cửa khẩu", "border-gate", "", None),
        ("Đã hết", "everywhere", "", date(2024, 12, 1)),
    )
    for title, place, sector, valid_to in made:
        Incentive.objects.create(
            locality=here.locality,
            title=title,
            kind="land-rent",
            place=place,
            sector=sector,
            valid_from=date(2021, 3, 26),
            valid_to=valid_to,
        )
    fitting = {each.title for each in Incentive.objects.fitting(project, TODAY)}
    assert fitting == {"Mọi nơi", "Đặc biệt khó khăn"}
    page = at(here).get(f"/so/du-an-keu-goi/{project.pk}/").content.decode()
    assert "Đặc biệt khó khăn" in page
    assert "Ngành khác" not in page


@pytest.mark.parametrize(
    ("mover", "made", "closed"),
    [
        (movers.CALLS, call, {"left_on": date(2024, 5, 1), "status": "withdrawn"}),
        (
            movers.CASES,
            case,
            {"outcome": "done", "closed_on": date(2024, 5, 1), "result": "1/QĐ"},
        ),
    ],
)
def test_what_is_open_goes_to_the_office_that_follows_and_comes_back(
    here: Agency, mover, made, closed
) -> None:
    where, new = commune(here), samples.agency(here.locality, "Phòng mới")
    made(where, here, name="Đã xong", **closed)
    row = made(where, here)
    assert mover in list(office_movers())
    assert list(mover.rows([here.pk], TODAY)) == [row]
    piece, act = Piece(row.pk, here.pk, new.pk), Act(TODAY, None, timezone.now(), "Sáp nhập")
    assert mover.move([piece], act)[row.pk].there
    row.refresh_from_db()
    assert row.agency == new
    assert mover.put_back([piece], act)[row.pk].there
    row.refresh_from_db()
    assert row.agency == here
