"""What people bring: sheets as they really come. Each wrong cell is named with its line, and nothing is half stored."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import translation

from tests.tiendo import samples
from tests.tiendo.registers.ground import Ground, client
from tests.tiendo.registers.sheets import (
    CODE,
    OTHER_CODE,
    SOUND,
    csv_file,
    faults,
    head,
    notes,
    one,
    read,
    store,
    table,
    xlsx_file,
)
from tiendo.agencies.models import Agency, Kind, KnownName, Succession
from tiendo.industry.models import Enterprise
from tiendo.registers.models import Stage

pytestmark = pytest.mark.django_db

MERGED = [
    [head("tax_code"), head("name"), "Quy mô", "", *map(head, ("kind", "commune"))],
    ["", "", head("workers"), head("capital"), "", ""],
]
REST = ("activity_code", "activity_version", "began")


def test_a_sound_sheet_is_read_and_stored(ground: Ground) -> None:
    row = one(ground)
    assert (row.counts["add"], row.fault) == (1, "")
    assert not Enterprise.objects.exists()
    assert store(ground, row) == 1
    assert Enterprise.objects.get().commune == ground.here


@pytest.mark.parametrize(
    ("cells", "field", "words"),
    [
        ({"tax_code": "0100109107"}, "tax_code", "chữ số"),
        ({"tax_code": "12345672"}, "tax_code", CODE),
        ({"commune": "xã Thường Lạt"}, "commune", "xã Thường Lạc"),
        ({"commune": "zzzz"}, "commune", "zzzz"),
        ({"kind": "tập đoàn"}, "kind", "hợp tác xã"),
        ({"kind": ""}, "kind", "Thiếu"),
        ({"workers": "khoảng 20"}, "workers", "1.234,5"),
        ({"workers": "2,5"}, "workers", "số nguyên"),
        ({"workers": "99999999999"}, "workers", ""),
        ({"workers": "-3"}, "workers", ""),
        ({"capital": "#N/A"}, "capital", "1.234,5"),
        ({"capital": "9" * 40}, "capital", ""),
        ({"closed": "12/25/2023"}, "closed", "12/25/2023"),
        ({"closed": "30/02/2023"}, "closed", "30/02/2023"),
        ({"closed": "quý 3"}, "closed", "25/01/2022"),
        ({"began": "2016.5"}, "began", ""),
        ({"began": "16"}, "began", ""),
        ({"name": "A" * 201}, "name", "200"),
    ],
)
def test_a_wrong_cell_is_named_with_its_line_and_a_reason(
    ground: Ground, cells: dict[str, str], field: str, words: str
) -> None:
    row = one(ground, **cells)
    found = faults(row)
    assert [(line, name) for line, name, _words in found] == [(2, field)]
    assert words in found[0][2]
    assert row.counts.get("add", 0) == 0


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("cell", ["03/01/2023", "3.1.2023", "3-1-2023", "2023-01-03"])
def test_a_day_is_read_day_first_in_each_shape_whatever_language_one_reads(
    ground: Ground, language: str, cell: str
) -> None:
    with translation.override(language):
        store(ground, one(ground, closed=cell))
    assert Enterprise.objects.get().closed == date(2023, 1, 3)


@pytest.mark.parametrize("language", ["vi", "en"])
def test_month_first_is_refused_and_not_turned_round(ground: Ground, language: str) -> None:
    with translation.override(language):
        assert [name for _line, name, _words in faults(one(ground, closed="12/25/2023"))] == [
            "closed"
        ]


def test_figures_and_days_of_a_sheet_are_what_they_are(ground: Ground) -> None:
    cells = {"closed": date(2023, 1, 3), "workers": 24, "capital": 1500, "began": 2016.0}
    store(ground, read(ground, xlsx_file(table([cells | {"activity_code": 1061}]))))
    row = Enterprise.objects.get()
    assert (row.closed, row.workers, row.capital) == (date(2023, 1, 3), 24, 1500)
    assert (row.began, row.activity_code) == (2016, "1061")


@pytest.mark.parametrize(
    ("cell", "figure"),
    [
        ("6500", "6500"),
        ("1.234.567", "1234567"),
        ("1.234,5", "1234.5"),
        ("12.5", "12.5"),
        ("6 500", "6500"),
        ("6\u00a0500", "6500"),
    ],
)
def test_figures_typed_as_text_are_read(ground: Ground, cell: str, figure: str) -> None:
    store(ground, read(ground, xlsx_file(table([{"capital": cell}]))))
    assert Enterprise.objects.get().capital == Decimal(figure)


@pytest.mark.parametrize("cell", ["1.500", "1,500"])
@pytest.mark.parametrize(("answer", "figure"), [("thousands", "1500"), ("decimals", "1.5")])
def test_a_figure_that_can_be_read_in_two_ways_is_asked_for(
    ground: Ground, cell: str, answer: str, figure: str
) -> None:
    row = one(ground, capital=cell)
    assert row.questions == {"capital": [cell]}
    url = f"/so/doanh-nghiep/nhap/{row.pk}/"
    at = client(ground.coordinator)
    assert cell in at.get(url).content.decode()
    at.post(f"{url}luu/")
    assert not Enterprise.objects.exists()
    at.post(f"{url}tra-loi/", {"so-capital": answer})
    at.post(f"{url}luu/")
    assert Enterprise.objects.get().capital == Decimal(figure)


@pytest.mark.parametrize(
    ("cells", "field"),
    [
        ({"tax_code": 12345672}, "tax_code"),
        ({"workers": date(2023, 1, 5)}, "workers"),
        ({"workers": True}, "workers"),
        ({"closed": 45000}, "closed"),
        ({"began": date(2016, 1, 1)}, "began"),
        ({"capital": 1e300}, "capital"),
        ({"capital": ("=1/0", "#DIV/0!")}, "capital"),
    ],
)
def test_a_cell_of_the_wrong_kind_is_named_and_not_made_into_something(
    ground: Ground, cells: dict[str, Any], field: str
) -> None:
    row = read(ground, xlsx_file(table([cells])))
    assert [(line, name) for line, name, _words in faults(row)] == [(2, field)]


def test_of_a_formula_its_value_counts_and_without_one_the_cell_is_blank(ground: Ground) -> None:
    lines = table([{"workers": ("=20+4", 24), "capital": ("=SUM(Z1:Z9)", "")}])
    store(ground, read(ground, xlsx_file(lines)))
    stored = Enterprise.objects.get()
    assert (stored.workers, stored.capital) == (24, None)


@pytest.mark.parametrize("shown", ["vi", "en"])
@pytest.mark.parametrize("written", ["vi", "en"])
def test_heads_and_choices_are_read_in_both_languages_whichever_is_shown(
    ground: Ground, shown: str, written: str
) -> None:
    kind = {"vi": "doanh nghiệp tư nhân", "en": "private enterprise"}[written]
    with translation.override(written):
        file = csv_file(table([{"kind": kind, "activity_version": "2018"}]))
    with translation.override(shown):
        assert (faults(row := read(ground, file)), row.counts["add"]) == ([], 1)


@pytest.mark.parametrize("word", ["\0", "9" * 30, "decimals", "", "’;--"])
def test_whatever_is_sent_to_a_sheet_is_answered(ground: Ground, word: str) -> None:
    row = one(ground, capital="1.500")
    at, url = client(ground.coordinator), f"/so/doanh-nghiep/nhap/{row.pk}/"
    assert at.get(url, {"xem": [word, "add"], "page": word}).status_code == 200
    sent = {"so-capital": [word, word], "so-khac": word}
    assert at.post(f"{url}tra-loi/", sent).status_code == 302
    row.refresh_from_db()
    assert row.answers == ({"capital": word} if word == "decimals" else {})
    assert at.get("/so/doanh-nghiep/nhap/99999999999999999999/").status_code == 404
    assert at.post("/so/doanh-nghiep/nhap/", {"file": word}).status_code == 422


def test_heads_in_two_lines_with_merged_cells_are_found(ground: Ground) -> None:
    above, below = ([*line, *extra] for line, extra in zip(MERGED, _rest(), strict=True))
    values = [CODE, SOUND["name"], 24, 6500, SOUND["kind"], SOUND["commune"]]
    lines = [["DANH SÁCH CƠ SỞ"], above, below, [*values, *(SOUND[name] for name in REST)]]
    merged = ("A1:E1", "A2:A3", "B2:B3", "C2:D2", "E2:E3", "F2:F3")
    row = read(ground, xlsx_file(lines, *merged))
    assert (faults(row), row.counts.get("unknown")) == ([], None)
    store(ground, row)
    stored = Enterprise.objects.get()
    assert (stored.workers, stored.capital, stored.name) == (24, 6500, SOUND["name"])


def _rest() -> tuple[list[str], list[str]]:
    return [head(name) for name in REST], ["", "", ""]


@pytest.mark.parametrize("mark", [",", ";", "\t"])
@pytest.mark.parametrize("code", ["utf-8", "utf-8-sig", "utf-16"])
def test_a_csv_file_is_read_whatever_divides_its_cells(
    ground: Ground, mark: str, code: str
) -> None:
    lines = [["Danh sách cơ sở, năm 2024"], *table([{"capital": "6.500,5"}])]
    row = read(ground, csv_file(lines, mark, code))
    assert (row.counts.get("add"), row.fault) == (1, "")


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("bang.xlsx", b"Day khong phai bang tinh"),
        ("bang.xlsx", b"PK\x03\x04" + b"\0" * 60),
        ("bang.xlsx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600),
        ("bang.csv", "Mã số thuế,Tên\n".encode("utf-16-le") + b"\xff\xfe\xff"),
        ("bang.csv", b"Ma\xb8 so\xce,T\xb5n\n1,2\n"),
        ("bang.csv", b"khong,co,dau,cot,nao\n1,2,3,4,5\n"),
        ("bang.csv", b'a,"b\n' + b"x" * 150_000),
    ],
)
def test_a_file_that_is_no_such_sheet_says_so_and_stores_nothing(
    ground: Ground, name: str, content: bytes
) -> None:
    row = read(ground, SimpleUploadedFile(name, content))
    assert row.stage == Stage.FAILED
    assert len(row.fault.split()) > 5
    at = client(ground.coordinator)
    assert at.get(f"/so/doanh-nghiep/nhap/{row.pk}/").status_code == 200
    assert at.post(f"/so/doanh-nghiep/nhap/{row.pk}/luu/").status_code == 302
    assert not Enterprise.objects.exists()


@pytest.mark.parametrize("name", ["bang.xls", "bang.pdf", "bang"])
def test_a_file_of_another_kind_is_refused_by_name(ground: Ground, name: str) -> None:
    with pytest.raises(ValidationError, match=name):
        read(ground, SimpleUploadedFile(name, b"x"))


def test_a_field_that_has_two_columns_is_refused(ground: Ground) -> None:
    lines = table([{}])
    lines[0].append("Tên cơ sở")
    lines[1].append("Tên khác")
    row = read(ground, csv_file(lines))
    assert row.stage == Stage.FAILED
    assert "“tên cơ sở” và “Tên cơ sở”" in row.fault


def test_a_year_that_is_none_says_how_to_type_it(ground: Ground) -> None:
    assert faults(one(ground, began="#N/A")) == [
        (2, "began", "Nhập năm bằng bốn chữ số, ví dụ 2024.")
    ]


def test_a_key_that_stands_twice_in_a_sheet_names_the_first_line(ground: Ground) -> None:
    row = read(ground, csv_file(table([{}, {"tax_code": OTHER_CODE}, {"name": "Cơ sở khác"}])))
    assert [(line, name) for line, name, _words in faults(row)] == [(4, "tax_code")]
    assert "2" in faults(row)[0][2]


def test_blank_cells_and_columns_that_are_not_there_erase_nothing(ground: Ground) -> None:
    store(ground, one(ground, workers="24", capital="6500", address="Ấp 2"))
    heads = [head(name) for name in ("tax_code", "name", "workers")]
    row = read(ground, csv_file([heads, [CODE, "Cơ sở xay xát Mới", ""]]))
    assert row.counts["change"] == 1
    store(ground, row)
    stored = Enterprise.objects.get()
    assert (stored.name, stored.workers) == ("Cơ sở xay xát Mới", 24)
    assert (stored.capital, stored.address) == (6500, "Ấp 2")


def test_of_a_sheet_that_is_half_wrong_nothing_is_stored(ground: Ground) -> None:
    row = read(ground, csv_file(table([{}, {"tax_code": "0100109107"}])))
    assert (row.counts["add"], row.counts["error"]) == (1, 1)
    client(ground.coordinator).post(f"/so/doanh-nghiep/nhap/{row.pk}/luu/")
    with pytest.raises(ValidationError):
        store(ground, row)
    assert not Enterprise.objects.exists()
    row.refresh_from_db()
    assert row.stage == Stage.READ


@pytest.mark.parametrize("called", ["xã Thường Phước 1", "UBND xã Thường Phước 1", "30172"])
def test_a_commune_that_ended_is_read_as_the_one_that_follows_and_this_is_shown(
    ground: Ground, called: str
) -> None:
    new = _ended(ground.here, "Ủy ban nhân dân xã Thường Phước")[0]
    row = one(ground, commune=called)
    assert (row.counts["add"], row.counts["noted"]) == (1, 1)
    assert all(each in notes(row)[0] for each in ("xã Thường Phước 1", "“xã Thường Phước”"))
    store(ground, row)
    assert Enterprise.objects.get().commune == new


def test_a_commune_that_was_divided_is_refused_with_the_names_of_both(ground: Ground) -> None:
    _ended(ground.here, "Ủy ban nhân dân xã Phước Đông", "Ủy ban nhân dân xã Phước Tây")
    (line, field, words), *more = faults(one(ground))
    assert (line, field, more) == (2, "commune", [])
    assert all(each in words for each in ("xã Phước Đông", "xã Phước Tây"))


def test_a_commune_is_found_by_another_name_of_it_and_without_accents(ground: Ground) -> None:
    KnownName.objects.create(locality=ground.locality, agency=ground.here, text="Thường Phước I")
    for called in ("Thường Phước I", "xa thuong phuoc 1", "  Thường   Phước 1 "):
        assert one(ground, commune=called).counts.get("add") == 1, called


def test_a_commune_brings_in_no_row_of_another(ground: Ground) -> None:
    sheet = table([{"commune": "xã Thường Lạc"}])
    row = read(ground, csv_file(sheet), ground.of_here)
    assert [(line, name) for line, name, _words in faults(row)] == [(2, "commune")]
    store(ground, read(ground, csv_file(sheet)))
    taken = read(ground, csv_file(table([{}])), ground.of_here)
    assert [(line, name) for line, name, _words in faults(taken)] == [(2, "commune")]


def _ended(old: Agency, *names: str) -> list[Agency]:
    """A commune that ended in the middle of the year, followed by these."""
    Agency.objects.filter(pk=old.pk).update(valid_to=date(2024, 6, 30))
    begins: dict[str, Any] = {"kind": Kind.COMMUNE, "valid_from": date(2024, 7, 1)}
    later = [samples.agency(old.locality, name, **begins) for name in names]
    kind = "merger" if len(later) == 1 else "split"
    for new in later:
        Succession.objects.create(
            predecessor=old, successor=new, kind=kind, effective_on=begins["valid_from"]
        )
    return later
