"""What people read of a sheet that they brought: in their words, on the lines they know, with what to do next."""

from datetime import date

import pytest
from django.utils.html import strip_tags
from django.utils.translation import override

from tests.tiendo.registers.ground import Ground, client
from tests.tiendo.registers.sheets import (
    csv_file,
    faults,
    one,
    page_of,
    read,
    store,
    table,
    xlsx_file,
)
from tiendo.registers.models import Import
from tiendo.registers.sheets import bringing

pytestmark = pytest.mark.django_db


def told(ground: Ground, row: Import) -> str:
    """The page of a sheet as text."""
    page = client(ground.coordinator).get(f"/so/doanh-nghiep/nhap/{row.pk}/")
    return " ".join(strip_tags(page.content.decode()).split())


def test_a_day_in_a_cell_that_cannot_stand_is_shown_as_people_write_it(ground: Ground) -> None:
    row = read(ground, xlsx_file(table([{"closed": date(2999, 2, 1)}])))
    [said] = bringing.lines_of(row, "error", 0, 1)
    assert [value for _label, value, _words in said["faults"]] == ["01/02/2999"]


def test_what_changes_is_shown_in_words_and_not_as_it_is_stored(ground: Ground) -> None:
    store(ground, one(ground, capital="1200", size="nhỏ"))
    with override("vi"):
        row = one(ground, capital="1300,5", size="vừa", closed="01/02/2024")
        [said] = bringing.lines_of(row, "change", 0, 1)
    changes = {(before, after) for _label, before, after in said["changes"]}
    assert changes == {("1.200", "1.300,5"), ("nhỏ", "vừa"), ("", "01/02/2024")}


def test_the_sheet_given_back_keeps_the_lines_that_the_page_names(ground: Ground) -> None:
    heads, *rows = table([{"tax_code": "0100109107"}])
    example = ["Ví dụ: 1", *[""] * (len(heads) - 1)]
    row = read(ground, csv_file([["Danh sách cơ sở"], [""], heads, example, *rows]))
    assert [line for line, _name, _words in faults(row)] == [5]
    at = client(ground.coordinator)
    page = page_of(at.get(f"/so/doanh-nghiep/nhap/{row.pk}/can-sua/").content)
    assert "0100109107" in [cell.value for cell in page[5]]


def test_a_sheet_with_wrong_rows_leads_to_the_marked_one_and_to_another(ground: Ground) -> None:
    page = told(ground, one(ground, tax_code="0100109107"))
    assert "Bảng có đánh dấu ô cần sửa" in page
    assert "Chọn tệp khác" in page


def test_a_sheet_that_says_nothing_new_says_so(ground: Ground) -> None:
    store(ground, one(ground))
    assert "không có gì phải lưu" in told(ground, one(ground))
    assert "không có gì phải lưu" not in told(ground, one(ground, workers="7"))


def test_a_year_that_is_none_is_asked_for_in_plain_words(ground: Ground) -> None:
    [(_line, name, words)] = faults(one(ground, began="sau 2015"))
    assert (name, words) == ("began", "Nhập năm bằng bốn chữ số, ví dụ 2024.")


def test_a_choice_that_is_open_is_shown_by_a_dash_like_every_other(ground: Ground) -> None:
    page = client(ground.coordinator).get("/so/doanh-nghiep/them/").content.decode()
    assert "---" not in page
