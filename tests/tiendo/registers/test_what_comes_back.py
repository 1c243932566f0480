"""What was entered goes out in files and comes back the same, whatever is in it; what did not change is not judged."""

import json
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.http import QueryDict

from tests.tiendo import samples
from tests.tiendo.registers.ground import Ground, back, client, example_of
from tests.tiendo.registers.sheets import OTHER_CODE, csv_file, one, read, store, table
from tiendo.history.services import changes_of
from tiendo.industry.models import Cluster, Enterprise, EnterpriseYear
from tiendo.legal.models import LegalBase
from tiendo.registers.finding import Found
from tiendo.registers.models import Import
from tiendo.registers.register import REGISTERS, Register

pytestmark = pytest.mark.django_db
CLUSTERS, WORKS = REGISTERS["cum-cong-nghiep"], REGISTERS["kiem-tra-quy-hoach"]
SQUARE = {"type": "Polygon", "coordinates": [[[105.27, 10.79], [105.28, 10.79], [105.28, 10.8]]]}


def typed(ground: Ground, register: Register, row: Any, **said: str) -> int:
    """Type these words into the form of a row; return the status of the answer."""
    at, url = client(ground.coordinator), f"/so/{register.slug}/{row.pk}/sua/"
    form = at.get(url).context["form"]
    given = {name: form[name].value() for name in form.fields}
    given = {name: value for name, value in given.items() if value not in (None, False)}
    return at.post(url, given | {"reason": "thử"} | said).status_code


@pytest.mark.parametrize("kind", ["xlsx", "csv"])
@pytest.mark.parametrize(
    "words",
    [
        *("'=1+1", "''=1", "Ấp  2,   đường 1", "Nguyê\u0303n Ngo\u0323c", "a\tb", "• ấp 1", "-5"),
        *("_x0041_", "001", "1.500", "NULL", "#N/A", "'"),
    ],
)
def test_words_come_back_as_they_are_kept(ground: Ground, words: str, kind: str) -> None:
    row = example_of(ground, REGISTERS["doanh-nghiep"])
    assert typed(ground, REGISTERS["doanh-nghiep"], row, address=words) == 302
    assert _same(back(ground, REGISTERS["doanh-nghiep"], kind)) == 1


def test_a_name_of_signs_that_nobody_sees_is_none(ground: Ground) -> None:
    register = REGISTERS["doanh-nghiep"]
    row = example_of(ground, register)
    assert typed(ground, register, row, name="\u202e\u200b\ufeff") == 422
    assert typed(ground, register, row, name="Cơ sở\u202e Thử") == 302
    row.refresh_from_db()
    assert row.name == "Cơ sở Thử"


@pytest.mark.parametrize("kind", ["xlsx", "csv"])
def test_lines_stay_lines(ground: Ground, kind: str) -> None:
    row = example_of(ground, WORKS)
    assert typed(ground, WORKS, row, words="• thứ nhất\r\n\r\n  • thứ hai\r\n") == 302
    row.refresh_from_db()
    assert row.words == "• thứ nhất\n\n  • thứ hai"
    assert _same(back(ground, WORKS, kind)) == 1


@pytest.mark.parametrize("kind", ["xlsx", "csv"])
def test_an_outline_comes_back_as_geojson(ground: Ground, kind: str) -> None:
    example_of(ground, CLUSTERS)
    Cluster.objects.update(shape=SQUARE, area=Decimal("61"))
    assert _same(back(ground, CLUSTERS, kind)) == 1
    answer: Any = client(ground.coordinator).get(f"/so/{CLUSTERS.slug}/?dang=json")
    (said,) = json.loads(b"".join(answer.streaming_content))["rows"]
    assert json.loads(said["shape"]) == SQUARE


@pytest.mark.parametrize("figure", ["4257.225", "7.225", "1234.5", "0.001", "1500", "12.5", "100"])
@pytest.mark.parametrize("kind", ["xlsx", "csv"])
def test_figures_come_back_to_the_last_digit(ground: Ground, figure: str, kind: str) -> None:
    register = REGISTERS["nam-doanh-nghiep"]
    example_of(ground, register)
    EnterpriseYear.objects.update(revenue=Decimal(figure))
    assert _same(back(ground, register, kind)) == 1


@pytest.mark.parametrize("kind", ["xlsx", "csv"])
def test_a_row_that_stays_as_it_is_needs_no_reason_again(ground: Ground, kind: str) -> None:
    old, new = (
        LegalBase.objects.create(
            locality=ground.locality, symbol=symbol, title=symbol, issuer="Chính phủ",
            kind="decree", topic="clusters", issued_on=date(2020, 1, 1), valid_from=date(2020, 3, 1),
        )
        for symbol in ("1/2020/NĐ-CP", "2/2020/NĐ-CP")
    )  # fmt: skip
    LegalBase.objects.filter(pk=old.pk).update(replaced_by=new)
    row = back(ground, REGISTERS["phap-ly"], kind)
    assert (_same(row), row.counts.get("error")) == (2, None)


def test_the_reason_of_a_row_stands_in_its_history(ground: Ground) -> None:
    code = {"tax_code": OTHER_CODE}
    lines = table([{"address": "Ấp 1"}, code | {"address": "Ấp 2"}])
    lines[0].append("Lý do (khi được hỏi)")
    lines[1].append("đo lại ngoài thực địa")
    assert store(ground, read(ground, csv_file(lines))) == 2
    first, other = (changes_of([row]).get().reason for row in Enterprise.objects.order_by("pk"))
    assert first.endswith("bang.csv”: đo lại ngoài thực địa")
    assert other.endswith("bang.csv”")


def test_a_list_is_sorted_by_what_has_an_order_of_its_own(ground: Ground) -> None:
    shown = example_of(ground, REGISTERS["doanh-nghiep"])
    for register in REGISTERS.values():
        hand = ground.hand(ground.coordinator, register)
        for column in (each for each in register.table if each.sort):
            found = Found(hand, QueryDict(f"sort=-{column.name}"))
            assert found.order == column.name
            assert list(found.rows) in ([], [shown]), column.name
    page = client(ground.coordinator).get("/so/doanh-nghiep/?sort=-name").content.decode()
    assert 'aria-sort="descending"' in page


def test_of_a_row_in_another_commune_a_sheet_tells_nothing(ground: Ground) -> None:
    row = one(ground, activity_code="1061", address="Ấp bí mật")
    assert store(ground, row) == 1
    Enterprise.objects.update(activity_code="9999")
    lines = [[*table([{}])[0][:2]], [*table([{}])[1][:2]]]
    told = read(ground, csv_file(lines), ground.of_there)
    ((line,),) = ([*_errors(told)],)
    assert line["faults"] == [["Xã, phường, thị trấn", "", "Bạn chỉ ghi được dòng của xã mình."]]


def test_of_a_row_in_another_commune_a_form_tells_that_there_is_one(ground: Ground) -> None:
    row = example_of(ground, REGISTERS["doanh-nghiep"])
    typed_in = {
        "tax_code": row.tax_code, "name": "Khác", "kind": row.kind, "commune": ground.there.pk,
        "activity_code": "1061", "activity_version": row.activity_version, "began": "2016",
    }  # fmt: skip
    answer = client(ground.of_there).post("/so/doanh-nghiep/them/", typed_in)
    if row.commune == ground.there:
        pytest.fail("the example lies in the other commune")
    page = answer.content.decode()
    assert answer.status_code == 422
    assert row.name not in page
    assert "Một xã khác đã ghi dòng có cùng" in page


def test_an_office_that_ended_is_not_offered_because_an_address_names_it(ground: Ground) -> None:
    old = samples.agency(ground.locality, "Ủy ban nhân dân xã Cũ", kind="commune", code="30001")
    old.valid_to = date(2022, 12, 31)
    old.save()
    page = client(ground.coordinator).get(f"/so/doanh-nghiep/them/?commune={old.pk}")
    offered = [value for value, _label in page.context["form"].fields["commune"].widget.choices]
    assert str(old.pk) not in offered
    assert str(ground.here.pk) in offered


def _same(row: Import) -> int | None:
    told = {name: row.counts.get(name) for name in ("add", "change", "error")}
    assert not any(told.values()), (told, row.fault, [*_errors(row)][:2])
    return row.counts.get("same")


def _errors(row: Import) -> Any:
    if not row.lines:
        return
    with row.lines.open("rb") as file:
        yield from map(json.loads, file)
