"""What addresses and forms of registers may be asked with: a page or a sentence, never a broken one."""

from decimal import Decimal

import pytest

from tests.tiendo.industry.enterprises import enterprise
from tests.tiendo.registers.ground import Ground, client
from tiendo.industry.models import Enterprise
from tiendo.registers.models import Import, Stage
from tiendo.registers.places import doubts_about
from tiendo.registers.sheets import bringing

LONG = "9" * 30


@pytest.mark.parametrize("said", ["abc", LONG, "²", "", "-1", "1;2"])
@pytest.mark.parametrize(
    "address", ["/so/doanh-nghiep/them/?commune=", "/so/nam-doanh-nghiep/them/?enterprise="]
)
def test_a_new_row_is_begun_whatever_its_address_fills_in(
    ground: Ground, address: str, said: str
) -> None:
    assert client(ground.coordinator).get(address + said).status_code == 200


def test_the_page_of_a_row_fills_in_the_row_it_comes_from(ground: Ground) -> None:
    row = enterprise(ground.here)
    page = client(ground.coordinator).get(f"/so/nam-doanh-nghiep/them/?enterprise={row.pk}")
    assert f'<option value="{row.pk}" selected>' in page.content.decode()


@pytest.mark.parametrize("shape", ["[" * 5000, '{"type":"Polygon","coordinates":"x"}', "{}"])
def test_what_is_no_outline_gets_a_sentence(ground: Ground, shape: str) -> None:
    answer = client(ground.coordinator).post("/so/doanh-nghiep/them/", {"shape": shape})
    assert answer.status_code == 422
    assert answer.context["form"].errors["shape"]


def test_a_part_that_no_page_has_is_not_asked_for(ground: Ground) -> None:
    hand = ground.hand(ground.coordinator, bringing.REGISTERS["doanh-nghiep"])
    sheet = Import(locality=ground.locality, register="doanh-nghiep", actor=ground.coordinator)
    sheet.at, sheet.name, sheet.stage = ground.coordinator.date_joined, "a.csv", Stage.FAILED
    sheet.save()
    at = client(ground.coordinator)
    headers = {"HX-Request": "true", "HX-Target": "import"}
    page = at.get(f"/so/{hand.register.slug}/nhap/{sheet.pk}/", headers=headers)
    assert page.status_code == 200


@pytest.mark.parametrize(
    ("north", "east", "lifted"),
    [
        ("10.8", "105.2", None),
        (None, None, None),
        ("10.8", None, False),
        ("105.2", "10.8", False),
        ("99", "200", False),
        ("48.1", "11.5", True),
    ],
)
def test_a_point_is_in_the_country_or_says_why_not(
    north: str | None, east: str | None, lifted: bool | None
) -> None:
    row = Enterprise(latitude=north and Decimal(north), longitude=east and Decimal(east))
    assert [reason for _field, _words, reason in doubts_about(row)] == (
        [] if lifted is None else [lifted]
    )


def test_what_was_cut_off_is_taken_up_when_the_product_starts(ground: Ground) -> None:
    facts = {"locality": ground.locality, "register": "doanh-nghiep", "actor": ground.coordinator}
    at = ground.coordinator.date_joined
    stored = Import.objects.create(**facts, at=at, name="a.csv", stage=Stage.WRITING)
    bringing.resume(at.date())
    stored.refresh_from_db()
    assert stored.stage == Stage.READ
