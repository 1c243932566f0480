"""Rows of one name are told apart where one is chosen, named in a sheet, and on its way out and back."""

from datetime import date
from typing import Any

import pytest

from tests.tiendo.industry.enterprises import enterprise, year
from tests.tiendo.registers.ground import Ground, back, brought, cells_of, client
from tests.tiendo.registers.sheets import CODE, OTHER_CODE, csv_file
from tiendo.environment.models import Site
from tiendo.industry.models import EnterpriseYear
from tiendo.registers.apart import apart
from tiendo.registers.columns import column_of
from tiendo.registers.fields import MOST_CHOICES
from tiendo.registers.register import REGISTERS
from tiendo.registers.sheets import bringing
from tiendo.workforce.models import Course

pytestmark = pytest.mark.django_db
YEARS, COURSES = REGISTERS["nam-doanh-nghiep"], REGISTERS["lop-dao-tao"]
NAME = "Cơ sở xay xát Thử"


def doubled(ground: Ground) -> None:
    """Two establishments of one name in one commune, each with a figure."""
    for code in (CODE, OTHER_CODE):
        year(enterprise(ground.here, tax_code=code), workers=5)


@pytest.mark.parametrize("kind", ["xlsx", "csv"])
def test_two_of_one_name_go_out_and_come_back(ground: Ground, kind: str) -> None:
    doubled(ground)
    assert back(ground, YEARS, kind).counts["same"] == 2


def test_only_those_are_told_apart_that_have_to_be(ground: Ground) -> None:
    doubled(ground)
    year(enterprise(ground.here, name="Cơ sở khác"))
    answer: Any = client(ground.coordinator).get(f"/so/{YEARS.slug}/?dang=xlsx")
    first = [row[0] for row in cells_of(b"".join(answer.streaming_content))[1:]]
    assert sorted(first) == ["Cơ sở khác", f"{NAME} ({OTHER_CODE})", f"{NAME} ({CODE})"]


def test_a_sheet_that_names_neither_is_told_how(ground: Ground) -> None:
    doubled(ground)
    head = [column_of(EnterpriseYear, name).head for name in ("enterprise", "year", "workers")]
    row = brought(ground, YEARS, csv_file([head, [NAME, 2022, 7]]))
    (line,) = bringing.lines_of(row, "error", 0, 5)
    (fault,) = line["faults"]
    assert f"“{NAME} ({CODE})”, “{NAME} ({OTHER_CODE})”" in fault[2]


def test_a_personal_number_tells_nobody_apart(ground: Ground) -> None:
    row = enterprise(ground.here, tax_code="087190001234")
    assert apart(row) == f"{NAME} (xã Thường Phước 1)"


def test_sites_and_courses_are_told_apart_by_the_rest_of_their_key(ground: Ground) -> None:
    site = Site(commune=ground.there, name="Cơ sở A")
    course = Course(name="Lớp hàn", begins_on=date(2024, 3, 15))
    assert (apart(site), apart(course)) == ("Cơ sở A (xã Thường Lạc)", "Lớp hàn (15/03/2024)")


def test_a_list_to_choose_from_tells_them_apart(ground: Ground) -> None:
    doubled(ground)
    page = client(ground.coordinator).get(f"/so/{YEARS.slug}/them/").content.decode()
    assert f"{NAME} ({CODE})</option>" in page


@pytest.mark.parametrize(
    ("typed", "status"),
    [
        (f"{NAME} ({OTHER_CODE})", 302),
        (OTHER_CODE, 302),
        (NAME, 422),  # two have it
        ("Cơ sở 1", 302),  # ten more begin so
        ("Cơ sở", 422),
        (f"{NAME} (0)", 422),
        ("(", 422),
    ],
)
def test_one_is_typed_where_there_are_too_many_to_choose_from(
    ground: Ground, typed: str, status: int
) -> None:
    doubled(ground)
    for number in range(1, MOST_CHOICES):
        enterprise(ground.here, name=f"Cơ sở {number}")
    at = client(ground.coordinator)
    said = {"enterprise": typed, "year": "2022", "workers": "5", "reason": "thử"}
    assert at.post(f"/so/{YEARS.slug}/them/", said).status_code == status
