"""Entering successions by hand and from a sheet, and what the pages of old offices say."""

import io
import zipfile
from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client, override_settings
from django.urls import reverse
from xlsxwriter import Workbook

from tests.tiendo import samples
from tiendo.accounts.models import User
from tiendo.agencies.models import Agency, Kind, Succession

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.usefixtures("practice_day"),
]
ADD = "/quan-tri/ke-thua/them/"
SHEET, TAKE = "/quan-tri/ke-thua/tu-bang-tinh/", "/quan-tri/ke-thua/tu-bang-tinh/ghi/"
HEADS = ("Cơ quan cũ", "Cơ quan mới", "Hình thức", "Tỷ lệ (%)", "Lĩnh vực", "Trực thuộc")


@pytest.fixture
def practice_day() -> object:
    with override_settings(TODAY="2025-05-05"):
        yield


@pytest.fixture
def keeper() -> User:
    locality = samples.locality()
    return samples.person("administrator", samples.agency(locality, "UBND huyện"))


@pytest.fixture
def page(keeper: User, client: Client) -> Client:
    client.force_login(keeper)
    client.cookies["django_language"] = "en"
    return client


def commune(keeper: User, name: str) -> Agency:
    return samples.agency(keeper.locality, f"UBND xã {name}", kind=Kind.COMMUNE)


def typed(olds: list[Agency], *news: dict[str, str], **facts: str) -> dict[str, object]:
    return {
        **{"kind": "merger", "effective_on": "01/07/2025", "number": "1663/NQ", "rows": "4"},
        "predecessors": [each.pk for each in olds],
        **{f"new{at}-{name}": words for at, new in enumerate(news) for name, words in new.items()},
        **facts,
    }


def sheet(*rows: tuple[object, ...]) -> SimpleUploadedFile:
    content = io.BytesIO()
    with Workbook(content, {"in_memory": True}) as book:
        table = book.add_worksheet()
        for line, row in enumerate((HEADS, *rows)):
            table.write_row(line, 0, row)
    return SimpleUploadedFile("ke-thua.xlsx", content.getvalue())


def test_two_old_offices_and_a_new_one_by_hand(page: Client, keeper: User) -> None:
    olds = [commune(keeper, "Long Khánh A"), commune(keeper, "Long Khánh B")]
    answer = page.post(ADD, typed(olds, {"name": "UBND xã Long Khánh", "code": "29983"}))
    assert answer.status_code == 302
    rows = Succession.objects.all()
    assert {row.predecessor for row in rows} == set(olds)
    assert {(row.successor.name, row.successor.kind, row.successor.code) for row in rows} == {
        ("UBND xã Long Khánh", Kind.COMMUNE, "29983")
    }
    assert "UBND xã Long Khánh" in page.get("/quan-tri/ke-thua/").content.decode()


def test_one_that_is_divided_needs_shares_that_add_up(page: Client, keeper: User) -> None:
    old = commune(keeper, "Phú Thuận B")
    parts = [{"name": "UBND xã Long Phú Thuận", "share": "90"}, {"name": "UBND xã Tân Long"}]
    parts[1]["share"] = "20"
    said = page.post(ADD, typed([old], *parts, kind="split"))
    assert said.status_code == 422
    assert "add up to 110%" in said.content.decode()
    parts[1]["share"] = "10"
    assert page.post(ADD, typed([old], *parts, kind="split")).status_code == 302
    assert [str(row.share) for row in Succession.objects.order_by("pk")] == ["0.9000", "0.1000"]


def test_more_rows_keep_what_was_typed(page: Client, keeper: User) -> None:
    old = commune(keeper, "Phú Thuận B")
    said = page.post(ADD, typed([old], {"name": "UBND xã Tân Long"}, do="more"))
    text = said.content.decode()
    assert said.status_code == 200
    assert 'value="UBND xã Tân Long"' in text
    assert "new7-name" in text
    assert not Succession.objects.exists()


@pytest.mark.parametrize(
    "junk",
    [
        {"effective_on": "31/02/2025"},
        {"rows": "-1"},
        {"rows": "99999999999"},
        {"predecessors": "9" * 30},
        {"predecessors": "x\0"},
        {"new0-office": "9" * 30},
        {"new0-share": "1e999"},
        {"kind": "x"},
    ],
    ids=str,
)
def test_what_nobody_types_is_refused(page: Client, keeper: User, junk: dict[str, str]) -> None:
    old = commune(keeper, "Phú Thuận B")
    said = page.post(ADD, typed([old], {"name": "UBND xã Tân Long"}) | junk)
    assert said.status_code in (302, 422)
    assert page.post(ADD, typed([old]) | junk | {"do": "more"}).status_code in (200, 422)


def test_a_sheet_is_shown_before_anything_is_written(page: Client, keeper: User) -> None:
    a, b = commune(keeper, "Long Khánh A"), commune(keeper, "Long Khánh B")
    file = sheet(
        (a.name, "UBND xã Long Khánh", "sáp nhập"), (b.name, "UBND xã Long Khánh", "sáp nhập")
    )
    shown = page.post(SHEET, {"file": file, "effective_on": "01/07/2025"})
    assert shown.status_code == 200
    assert not Succession.objects.exists()
    packed = shown.context["packed"]
    assert page.post(TAKE, {"rows": packed}).status_code == 302
    assert {row.successor.name for row in Succession.objects.all()} == {"UBND xã Long Khánh"}
    assert Agency.objects.filter(name="UBND xã Long Khánh").count() == 1


def test_a_sheet_says_row_by_row_what_is_wrong(page: Client, keeper: User) -> None:
    a = commune(keeper, "Long Khánh A")
    file = sheet(("UBND xã Không Có", "X", ""), (a.name, "Y", "bay màu"), (a.name, "Y", "", 150))
    shown = page.post(SHEET, {"file": file, "effective_on": "01/07/2025"}).content.decode()
    assert "Row 2: “UBND xã Không Có” is no office here." in shown
    assert "Row 3:" in shown
    assert "Row 4:" in shown
    assert "Save these successions" not in shown


@pytest.mark.parametrize(
    "share",
    ["1e999999999", "1e-999999999", "NaN", "0,000000001", "-5", "١٠٠", "1" * 400, 1e-9, 1e300],
)
def test_a_share_no_sheet_should_have_is_named_with_its_row(
    page: Client, keeper: User, share: object
) -> None:
    a = commune(keeper, "Long Khánh A")
    file = sheet((a.name, "Một", "chia tách", share), (a.name, "Hai", "chia tách", 100))
    shown = page.post(SHEET, {"file": file, "effective_on": "01/07/2025"})
    assert shown.status_code == 200
    assert "Row 2:" in shown.content.decode()


def test_an_office_that_belongs_to_itself_belongs_to_none(page: Client, keeper: User) -> None:
    a = commune(keeper, "Long Khánh A")
    file = sheet((a.name, "Xã Một", "", "", "", "Xã  Một"))
    shown = page.post(SHEET, {"file": file, "effective_on": "01/07/2025"})
    assert page.post(TAKE, {"rows": shown.context["packed"]}).status_code == 302
    assert Agency.objects.get(name="Xã Một").parent is None


def test_the_sign_that_no_database_takes_is_left_out_of_a_sheet(page: Client, keeper: User) -> None:
    """A spreadsheet writes any sign as its number; the program that makes one hides it, so it is put in here."""
    a, content = commune(keeper, "Long Khánh A"), io.BytesIO()
    made = sheet((a.name, "Xã A~Một", "", "", "lúa~gạo"))
    with zipfile.ZipFile(made) as old, zipfile.ZipFile(content, "w") as new:
        for name in old.namelist():
            new.writestr(name, old.read(name).replace(b"~", b"_x0000_"))
    file = SimpleUploadedFile("ke-thua.xlsx", content.getvalue())
    shown = page.post(SHEET, {"file": file, "effective_on": "01/07/2025"})
    assert page.post(TAKE, {"rows": shown.context["packed"]}).status_code == 302
    row = Succession.objects.get()
    assert (row.successor.name, row.field) == ("Xã AMột", "lúagạo")


def test_a_sheet_whose_shares_do_not_add_up_cannot_be_taken(page: Client, keeper: User) -> None:
    a = commune(keeper, "Long Khánh A")
    file = sheet((a.name, "Một", "chia tách", 50), (a.name, "Hai", "chia tách", 40))
    shown = page.post(SHEET, {"file": file, "effective_on": "01/07/2025"})
    assert "add up to 90%" in shown.content.decode()
    assert page.post(TAKE, {"rows": shown.context["packed"]}).status_code == 200
    assert not Succession.objects.exists()


def test_what_was_not_shown_is_not_taken(page: Client) -> None:
    assert page.post(TAKE, {"rows": "x"}).status_code == 302
    assert not Succession.objects.exists()


def test_the_empty_sheet_has_the_columns_that_are_read(page: Client) -> None:
    file = SimpleUploadedFile("mau.xlsx", page.get("/quan-tri/ke-thua/bang-mau/").content)
    said = page.post(SHEET, {"file": file, "effective_on": "01/07/2025"}).content.decode()
    assert "there is no office below the first row" in said


def test_an_old_office_says_who_follows_and_can_go_on_after_all(page: Client, keeper: User) -> None:
    old = commune(keeper, "Long Khánh A")
    page.post(ADD, typed([old], {"name": "UBND xã Long Khánh"}))
    address = reverse("administration:office", args=[old.pk])
    said = page.get(address).content.decode()
    assert "This office ends before 01/07/2025." in said
    assert "UBND xã Long Khánh</a>" in said
    page.post(reverse("administration:withdraw_succession", args=[old.pk]))
    old.refresh_from_db()
    assert old.valid_to is None
    assert "ends before" not in page.get(address).content.decode()


def test_a_new_office_says_whom_it_follows(page: Client, keeper: User) -> None:
    old = commune(keeper, "Long Khánh A")
    page.post(ADD, typed([old], {"name": "UBND xã Long Khánh"}))
    new = Succession.objects.get().successor
    said = page.get(reverse("progress:office", args=[new.pk])).content.decode()
    assert "this office stands for" in said
    assert old.name in said
    assert new.valid_from == date(2025, 7, 1)
