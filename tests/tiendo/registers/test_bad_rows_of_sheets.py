"""What cannot be so is refused row by row where it comes in a sheet: the field, the reason, and nothing is stored."""

import io
from typing import Any

import pytest
from openpyxl import load_workbook

from tests.tiendo.registers.ground import Ground, back, brought, client, example_of, filled
from tiendo.legal.services import propose_norms
from tiendo.registers.models import Import
from tiendo.registers.register import REGISTERS, Register
from tiendo.registers.sheets import bringing

pytestmark = pytest.mark.django_db
OUTLINE = (
    '{"type":"Polygon","coordinates":[[[105.27,10.79],[105.28,10.8],[105.28,10.79],[105.27,10.8]]]}'
)


def bring(ground: Ground, register: Register, *rows: dict[str, Any]) -> Import:
    """A sheet with rows that are like the example but for these cells."""
    template = client(ground.coordinator).get(f"/so/{register.slug}/mau/").content
    full = [dict(register.guide.example) | row for row in rows]
    return brought(ground, register, filled(template, full, register))


def told(sheet: Import) -> list[str]:
    """What is said of the cells at fault."""
    lines = bringing.lines_of(sheet, "error", 0, 9) if sheet.lines else []
    return [words for line in lines for _label, _value, words in line["faults"]]


OPEN = {"begun_on": "05/03/2024", "finished_on": ""}
SINCE_THE_NORM = {
    "year": 2024,
    "applied_on": "12/07/2024",
    **dict.fromkeys(("appraised_on", "approved_on", "contracted_on", "advanced_on"), ""),
    **dict.fromkeys(
        ("accepted_on", "settled_on", "decision", "contract", "advance", "settled"), ""
    ),
}


@pytest.mark.parametrize(
    ("slug", "rows", "words"),
    [
        (
            "buoc-ho-so-dau-tu",
            [{"begun_on": "05/03/2024", "finished_on": "04/03/2024"}],
            "Không thể xong trước khi bắt đầu",
        ),
        (
            "buoc-ho-so-dau-tu",
            [OPEN, {"step": "report", "begun_on": "06/03/2024", "finished_on": ""}],
            "Mỗi lúc chỉ một nơi giữ hồ sơ",
        ),
        ("san-pham-ocop", [{"until": "31/12/2035"}], "36 tháng (148/QĐ-TTg, chưa kiểm chứng)"),
        ("san-pham-tieu-bieu", [{"until": "01/01/2040"}], "Điều 17 khoản 3"),
        ("de-an-khuyen-cong", [SINCE_THE_NORM | {"support": 211}], "× 420 = 210"),
        ("do-moi-truong", [{"unit": "ppm"}], "không đổi chính xác được từ ppm"),
        ("do-moi-truong", [{"sampled_on": "01/01/2030"}], "Ngày đó chưa tới"),
        ("hoc-vien", [{}, {}], "Dòng 3 đã ghi điều này"),
        ("thua-dat", [{"shape": OUTLINE}], "Ranh giới tự cắt nhau"),
        ("ho-so-moi-truong", [{"valid_to": "01/01/2099"}], "Điều 40 khoản 4, 72/2020/QH14"),
        ("xu-phat-moi-truong", [{"amount": 99_999}], "≤ 2.000 triệu đồng (Điều 4, 45/2022/NĐ-CP)"),
        ("chung-nhan-vung", [{"valid_to": "01/01/2099"}], "48/2012/TT-BNNPTNT, chưa kiểm chứng"),
        ("thu-tuc-doanh-nghiep", [{"settled": 9999}], "Đúng hạn 45 cộng quá hạn 2 là 47"),
        ("kho-khan", [{"received_on": "01/01/2099"}], "Ngày này chưa đến"),
    ],
)
def test_a_row_that_cannot_be_so_is_refused(
    ground: Ground, slug: str, rows: list[dict[str, Any]], words: str
) -> None:
    register = REGISTERS[slug]
    propose_norms(locality=ground.locality, actor=None, today=ground.now.date())
    example_of(ground, register)
    register.model._default_manager.all().delete()
    sheet = bring(ground, register, *rows)
    assert sheet.counts["error"] == 1
    assert any(words in said for said in told(sheet)), told(sheet)
    assert not register.model._default_manager.exists()


@pytest.mark.parametrize("slug", ["hoc-vien", "do-moi-truong", "kho-khan", "ho-so-dau-tu"])
def test_a_name_that_would_run_comes_in_as_words_and_goes_out_as_words(
    ground: Ground, slug: str
) -> None:
    register, said = REGISTERS[slug], "=cmd|'/C calc'!A0"
    name = {"hoc-vien": "name", "do-moi-truong": "point", "kho-khan": "whom"}.get(slug, "investor")
    row = example_of(ground, register)
    type(row)._default_manager.update(**{name: said})
    at = client(ground.coordinator)
    answer: Any = at.get(f"/so/{slug}/?dang=xlsx")
    book = load_workbook(io.BytesIO(b"".join(answer.streaming_content)))
    cells = [cell for line in book.worksheets[0].iter_rows() for cell in line]
    assert [cell.data_type for cell in cells if cell.value == said] == ["s"]
    csv: Any = at.get(f"/so/{slug}/?dang=csv")
    assert f"'{said}" in b"".join(csv.streaming_content).decode()
    assert back(ground, register, "csv").counts["same"] == 1
