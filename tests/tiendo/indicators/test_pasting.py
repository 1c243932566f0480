"""A table of figures: pasted or as .xlsx, looked at before it is stored, and stored in one piece."""

import re
from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from openpyxl import load_workbook

from tests.tiendo import samples
from tests.tiendo.indicators.conftest import Ground
from tests.tiendo.registers.ground import client
from tiendo.accounts.models import Role
from tiendo.indicators.models import Indicator, Observation
from tiendo.indicators.sheets.reading import as_text, as_typed, rows_of_text, table_of


@pytest.fixture(autouse=True)
def on_the_day(settings) -> None:
    settings.TODAY = "2024-12-02"
    settings.LANGUAGE_CODE = "en"


@pytest.fixture
def at(ground: Ground) -> Client:
    """The coordinator at the product."""
    return client(ground.coordinator)


@pytest.fixture
def jobs(ground: Ground) -> Indicator:
    return ground.indicator("viec-lam", unit="lao động", over_time="sum", name="Việc làm mới")


def page(row: Indicator) -> str:
    return reverse("indicators:paste", args=[row.pk])


def sent(table: str, **facts: str) -> dict[str, str]:
    return {"table": table, "nature": "official", "source": "Niên giám", **facts}


def looked(at: Client, row: Indicator, table: str, **facts: str) -> str:
    """What the page says of a table."""
    return at.post(page(row), sent(table, **facts)).content.decode()


def told(count: int, what: str, said: str) -> bool:
    """Whether the page counts so many rows that do this."""
    return re.search(rf"\b{count} (?:<span[^>]*>)?{what}", said) is not None


def test_years_are_pasted_looked_at_and_stored_in_one_piece(at, jobs):
    table = "Năm\tSố liệu\n2021\t540\n2022\t560\n2023\t581,5\n"
    assert told(3, "added", looked(at, jobs, table))
    assert not Observation.objects.exists()
    answer = at.post(page(jobs), sent(table, do="store"))
    assert answer.status_code == 302
    found = Observation.objects.order_by("year").values_list("year", "value", "source", "nature")
    assert [(year, float(value), *rest) for year, value, *rest in found] == [
        (2021, 540.0, "Niên giám", "official"),
        (2022, 560.0, "Niên giám", "official"),
        (2023, 581.5, "Niên giám", "official"),
    ]


@pytest.mark.parametrize(
    "table",
    [
        "2021\t540\n2022\t560",
        "2021  540\n2022  560",
        "2021; 540\n2022; 560",
        "Chỉ tiêu\t2021\t2022\nViệc làm\t540\t560",
        "2021\t2022\t2023\n540\t560\t",
        "Bảng số liệu\n\nNăm\tĐơn vị tính\tThực hiện\n2021\tlao động\t540\n2022\t\t560",
    ],
)
def test_a_table_is_read_as_people_make_it(at, jobs, table):
    at.post(page(jobs), sent(table, do="store"))
    found = Observation.objects.order_by("year").values_list("year", "value")
    assert [(year, int(value)) for year, value in found] == [(2021, 540), (2022, 560)]


def test_a_blank_cell_erases_nothing(at, ground, jobs):
    ground.figure("viec-lam", 2022, "560", source="Niên giám")
    at.post(page(jobs), sent("Năm\tSố liệu\n2021\t540\n2022\t\n2023\t…", do="store"))
    assert Observation.objects.current().count() == 2
    assert Observation.objects.get(year=2022).value == 560


def test_the_page_tells_what_is_corrected_and_what_stays(at, ground, jobs):
    ground.figure("viec-lam", 2021, "540", source="Niên giám")
    ground.figure("viec-lam", 2022, "560", source="Niên giám")
    said = looked(at, jobs, "Năm\tSố liệu\n2021\t540\n2022\t565")
    assert told(1, "corrected", said)
    assert told(1, "as it stands", said)


def test_a_correction_needs_that_the_person_has_seen_what_stands_there(at, ground, jobs):
    row = ground.figure("viec-lam", 2022, "560", source="Niên giám")
    table = "Năm\tSố liệu\n2021\t540\n2022\t565"
    answer = at.post(page(jobs), sent(table, do="store"))
    assert "while you looked" in answer.content.decode()
    assert Observation.objects.count() == 1  # all or nothing
    assert at.post(page(jobs), sent(table, do="store", seen=str(row.pk))).status_code == 302
    assert Observation.objects.counting().get(year=2022).value == 565


@pytest.mark.parametrize(
    ("table", "words"),
    [
        ("Năm\tSố liệu\n2021\tnăm trăm", "is no figure"),
        ("Năm\tSố liệu\nnăm ngoái\t540", "is no period"),
        ("Năm\tSố liệu\n2021\t-", "A dash may mean several things"),
        ("Năm\tSố liệu\n2021\t12%", "not counted in per cent"),
        ("Năm\tSố liệu\n2021\t540\n2021\t550", "Line 2 gives a figure of the same period"),
        ("Năm\tSố liệu\tTính chất\n2021\t540\txong", "is none of"),
        ("Năm\tSố liệu\tXã\n2021\t540\tXã Không Có", "No commune is called"),
        ("Năm\tSố liệu\n2021\t-540", "below zero"),
        ("Năm\tSố liệu\n2030\t540", "begins only on"),
    ],
)
def test_a_cell_that_cannot_stand_is_told_with_its_reason(at, jobs, table, words):
    said = looked(at, jobs, table, do="store")
    assert words in said
    assert not Observation.objects.exists()


@pytest.mark.parametrize(
    "table",
    [
        "một cột\nhai dòng",
        "a\tb\tc\n1\t2\t3",
        "\x00",
        'a\t"b',
        "Năm\tSố liệu\n" + "2021\t1\n" * 600,
        "Năm\tSố liệu\n2021\t" + "9" * 60,
    ],
)
def test_what_is_no_table_of_figures_is_answered_in_words(at, jobs, table):
    answer = at.post(page(jobs), sent(table, do="store"))
    assert answer.status_code in (200, 422)
    assert not Observation.objects.exists()


def test_fifteen_hundred_or_one_and_a_half_is_asked(at, jobs):
    table = "Năm\tSố liệu\n2021\t1.500\n2022\t1.600"
    said = looked(at, jobs, table)
    assert "can be read in two ways" in said
    assert told(2, "to be answered", said)
    at.post(page(jobs), sent(table, do="store", answer="thousands"))
    assert Observation.objects.get(year=2021).value == 1500


def test_a_table_in_another_unit_is_converted_only_when_somebody_says_so(at, ground):
    row = ground.indicator("gtsx", unit="triệu đồng")
    table = "Năm\tGiá trị (tỷ đồng)\n2021\t4,2"
    said = looked(at, row, table)
    assert "“tỷ đồng”, the indicator in “triệu đồng”" in said
    at.post(page(row), sent(table, do="store"))
    assert not Observation.objects.exists()
    at.post(page(row), sent(table, do="store", convert="on"))
    assert Observation.objects.get().value == 4200


def test_a_table_in_a_unit_that_leads_nowhere_is_refused(at, ground):
    row = ground.indicator("gtsx", unit="triệu đồng")
    table = "Năm\tGiá trị (tấn)\n2021\t4,2"
    assert "Convert the figures first" in looked(at, row, table)
    at.post(page(row), sent(table, do="store", convert="on"))
    assert not Observation.objects.exists()


def test_a_share_typed_as_a_fraction_is_asked_about(at, ground):
    row = ground.indicator("ty-trong", share=True)
    for year, value in ((2020, "8"), (2021, "9")):
        ground.figure("ty-trong", year, value)
    said = looked(at, row, "Năm\tSố liệu\n2022\t0,08")
    assert "if 8% is meant" in said
    assert told(1, "to be answered", said)


def test_a_figure_unlike_those_above_it_waits_for_its_reason(at, jobs):
    table = "Năm\tSố liệu\n2020\t8\n2021\t9\n2022\t800\n2023\t10"
    said = looked(at, jobs, table)
    assert told(1, "to be answered", said)
    at.post(page(jobs), sent(table, do="store"))
    assert not Observation.objects.exists()
    at.post(page(jobs), {**sent(table, do="store"), "reason-4": "Nhà máy mới"})
    assert Observation.objects.count() == 4
    assert Observation.objects.get(year=2022).note == "Nhà máy mới"


def test_the_file_comes_back_with_the_cell_marked(at, jobs):
    table = "Năm\tSố liệu\n2021\t540\n2022\tnăm trăm"
    answer = at.post(page(jobs), sent(table, do="marked"))
    cells = load_workbook(BytesIO(answer.content)).worksheets[0]
    assert cells["B3"].value == "năm trăm"
    assert "is no figure" in cells["B3"].comment.text
    assert cells["C1"].value == "To be corrected"
    assert cells["B2"].comment is None


@pytest.mark.parametrize("language", ["vi", "en"])
def test_the_heads_of_every_form_are_those_that_are_read(at, ground, jobs, settings, language):
    settings.LANGUAGE_CODE = language
    of_office = f"?office={ground.office.pk}&period=2023"
    forms = {
        "period": reverse("indicators:template", args=[jobs.pk]),
        "indicator": reverse("indicators:template_many") + of_office,
    }
    for first, address in forms.items():
        sheet = load_workbook(BytesIO(at.get(address).content)).worksheets[0]
        rows = [[as_typed(cell) for cell in row] for row in sheet.iter_rows(values_only=True)]
        assert {first, "value", "nature", "source", "note"} <= set(table_of(rows, first).places)


def test_the_form_is_filled_in_and_brought_back(at, ground, jobs):
    ground.figure("viec-lam", 2022, "560", source="Niên giám")
    form = at.get(reverse("indicators:template", args=[jobs.pk]))
    book = load_workbook(BytesIO(form.content))
    cells = book.worksheets[0]
    line = next(row for row in cells.iter_rows() if row[0].value == "2023")
    line[2].value = 581
    line[3].value = "Preliminary"
    content = BytesIO()
    book.save(content)
    file = SimpleUploadedFile("mau.xlsx", content.getvalue())
    answer = at.post(page(jobs), {"file": file, "nature": "official", "source": "Phòng KT-HT"})
    said = answer.content.decode()
    assert told(1, "added", said)
    assert "as it stands" not in said  # the years left open say nothing
    file.seek(0)
    at.post(page(jobs), {"file": file, "nature": "official", "source": "X", "do": "store"})
    row = Observation.objects.get(year=2023)
    assert (row.value, row.nature) == (581, "preliminary")


def test_the_form_of_another_indicator_is_refused(at, ground, jobs):
    other = ground.indicator("ty-trong", share=True)
    form = at.get(reverse("indicators:template", args=[other.pk]))
    file = SimpleUploadedFile("mau.xlsx", form.content)
    answer = at.post(page(jobs), {"file": file, "nature": "official"})
    assert "of the indicator “ty-trong”" in answer.content.decode()


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04rubbish", b"\x00" * 50])
def test_a_file_that_is_no_table_is_refused_in_words(at, jobs, content):
    file = SimpleUploadedFile("bang.xlsx", content)
    answer = at.post(page(jobs), {"file": file, "nature": "official"})
    assert answer.status_code == 422
    assert "xlsx" in answer.content.decode()


def test_many_indicators_of_an_office_come_in_one_table(at, ground, jobs):
    ground.indicator("ty-trong", share=True, name="Tỷ trọng công nghiệp")
    address = f"{reverse('indicators:paste_many')}?office={ground.office.pk}&period=2023"
    table = "Chỉ số\tSố liệu\nViệc làm mới\t560\nty-trong\t11,2"
    assert told(2, "added", at.post(address, sent(table)).content.decode())
    at.post(address, sent(table, do="store"))
    found = Observation.objects.filter(year=2023).values_list("indicator__code", "value")
    assert {code: float(value) for code, value in found} == {"viec-lam": 560, "ty-trong": 11.2}


def test_an_indicator_that_is_not_there_is_told_with_the_nearest_name(at, ground, jobs):
    address = f"{reverse('indicators:paste_many')}?office={ground.office.pk}&period=2023"
    said = at.post(address, sent("Chỉ số\tSố liệu\nViệc làm mớ\t560")).content.decode()
    assert "Việc làm mới" in said
    assert told(1, "cannot stand", said)


def test_the_form_of_an_office_names_its_indicators_and_period(at, ground, jobs):
    ground.figure("viec-lam", 2022, "560")
    address = f"{reverse('indicators:template_many')}?office={ground.office.pk}&period=2023"
    rows = list(
        load_workbook(BytesIO(at.get(address).content)).worksheets[0].iter_rows(values_only=True)
    )
    assert rows[0][:2] == ("Period", "Year 2023")
    assert ("Việc làm mới", 560, "lao động") in [row[:3] for row in rows]


def test_an_office_brings_its_own_figures_only(ground, jobs):
    reporter = client(ground.reporter)
    mine = f"{reverse('indicators:paste_many')}?office={ground.office.pk}&period=2023"
    assert "Việc làm mới" in reporter.get(mine).content.decode()
    other = samples.agency(ground.plan.locality, "Phòng Nông nghiệp")
    foreign = client(samples.person(Role.REPORTER, other))
    foreign.post(mine, sent("Chỉ số\tSố liệu\nviec-lam\t1", do="store"))
    assert not Observation.objects.exists()
    assert foreign.get(page(jobs)).status_code == 403


def test_what_was_read_from_a_file_is_read_again_as_the_same_rows():
    rows = [["Năm", "Số liệu"], ["", ""], ["2021", "1,5"], ["2022", 'a "b"']]
    again = rows_of_text(as_text(rows))
    assert again == rows
    assert [given.line for given in table_of(again, "period").given] == [3, 4]
