"""Storing what people brought: all of it or nothing, once, by whom it is right; what goes out runs nowhere."""

import threading
from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from openpyxl.worksheet.worksheet import Worksheet

from tests.tiendo import samples
from tests.tiendo.industry.enterprises import enterprise, tax_code
from tests.tiendo.registers.ground import Ground, client, lay
from tests.tiendo.registers.sheets import (
    CODE,
    OTHER_CODE,
    csv_file,
    faults,
    head,
    one,
    page_of,
    read,
    store,
    table,
    xlsx_file,
)
from tiendo.accounts.models import Membership
from tiendo.history.services import changes_of
from tiendo.industry.models import Enterprise
from tiendo.registers.models import Import, Stage
from tiendo.registers.sheets import bringing, reading

pytestmark = pytest.mark.django_db

RUNS = ["=1+1", '=HYPERLINK("http://x.invalid";"a")', "+84 900", "-1", "@SUM(A1)", "\t=1+1"]


def place_of(page: Worksheet, name: str) -> int:
    """The column of a field in a sheet, from 1 on."""
    heads = [str(cell.value).lower() for cell in page[1]]
    return heads.index(head(name).lower()) + 1


def test_the_sheet_given_back_has_the_wrong_cell_marked_and_the_others_as_they_were(
    ground: Ground,
) -> None:
    sound, wrong = {"workers": 24}, {"tax_code": "0100109107", "name": "=1+1", "workers": 7}
    row = read(ground, xlsx_file(table([sound, wrong | {"closed": date(2023, 1, 3)}])))
    at = client(ground.coordinator)
    page = page_of(at.get(f"/so/doanh-nghiep/nhap/{row.pk}/can-sua/").content)
    code, name = page.cell(3, place_of(page, "tax_code")), page.cell(3, place_of(page, "name"))
    assert code.value == "0100109107"
    assert code.comment is not None
    assert code.fill.fgColor.rgb != name.fill.fgColor.rgb
    assert (name.value, name.data_type, name.comment) == ("=1+1", "s", None)
    assert page.cell(3, place_of(page, "workers")).value == 7
    assert "chữ số" in str(page.cell(3, page.max_column).value)
    assert [cell.comment for cell in page[2]] == [None] * page.max_column


def test_the_sheet_given_back_can_be_mended_and_brought_again(ground: Ground) -> None:
    row = read(ground, xlsx_file(table([{"tax_code": "0100109107", "workers": 24}])))
    at = client(ground.coordinator)
    content = at.get(f"/so/doanh-nghiep/nhap/{row.pk}/can-sua/").content
    page = page_of(content)
    lines = [[cell.value for cell in line] for line in page.iter_rows()]
    lines[1][place_of(page, "tax_code") - 1] = CODE
    again = read(ground, xlsx_file(lines))
    assert (faults(again), store(ground, again)) == ([], 1)


@pytest.mark.parametrize("kind", ["xlsx", "csv"])
def test_nothing_that_goes_out_is_a_formula_and_it_comes_back_as_it_was(
    ground: Ground, kind: str
) -> None:
    rows = [enterprise(ground.here, name=words, address=words) for words in RUNS]
    at = client(ground.coordinator)
    content = b"".join(at.get(f"/so/doanh-nghiep/?dang={kind}").streaming_content)  # type: ignore[attr-defined]
    if kind == "xlsx":
        cells = [cell for line in page_of(content).iter_rows() for cell in line]
        assert "f" not in {cell.data_type for cell in cells}
        assert RUNS[0] in [cell.value for cell in cells]
    else:
        cells = reading.csv.reader(content.decode("utf-8-sig").splitlines())
        assert [cell for line in cells for cell in line if cell[:1] in "=+-@\t" and cell] == []
    Enterprise.objects.filter(pk=rows[-1].pk).delete()
    back = read(ground, SimpleUploadedFile(f"bang.{kind}", content))
    assert (back.counts.get("same"), back.counts.get("change")) == (len(RUNS) - 1, None)


def test_who_lost_the_right_meanwhile_stores_nothing(ground: Ground) -> None:
    row = read(ground, csv_file(table([{}])), ground.of_here)
    at = client(ground.of_here)
    url = f"/so/doanh-nghiep/nhap/{row.pk}/"
    assert at.get(url).status_code == 200
    Membership.objects.filter(user=ground.of_here).update(
        valid_to=samples.TODAY - timedelta(days=1)
    )
    assert at.post(f"{url}luu/").status_code == 403
    assert not Enterprise.objects.exists()


def test_who_keeps_another_commune_now_stores_nothing_of_the_former(ground: Ground) -> None:
    row = read(ground, csv_file(table([{}])), ground.of_here)
    Membership.objects.filter(user=ground.of_here).update(agency=ground.there)
    answer = client(ground.of_here).post(f"/so/doanh-nghiep/nhap/{row.pk}/luu/")
    assert answer.status_code == 302
    assert not Enterprise.objects.exists()


def test_nobody_stores_or_sees_the_sheet_of_another_commune(ground: Ground) -> None:
    row = read(ground, csv_file(table([{}])), ground.of_here)
    at = client(ground.of_there)
    url = f"/so/doanh-nghiep/nhap/{row.pk}/"
    assert [at.get(url).status_code, at.get(f"{url}can-sua/").status_code] == [404, 404]
    assert at.post(f"{url}luu/").status_code == 404
    assert not Enterprise.objects.exists()


def test_a_sheet_is_stored_once_and_the_same_sheet_again_changes_nothing(ground: Ground) -> None:
    row = one(ground)
    assert store(ground, row) == 1
    with pytest.raises(ValidationError):
        store(ground, Import.objects.get(pk=row.pk))
    again = one(ground)
    assert (again.counts["same"], bringing.is_ready(again)) == (1, False)
    assert changes_of([Enterprise.objects.get()]).count() == 1


def test_what_somebody_else_stored_meanwhile_is_compared_once_more(ground: Ground) -> None:
    here, there = one(ground, workers="24"), one(ground, workers="30")
    assert (store(ground, here), store(ground, there)) == (1, 1)
    assert Enterprise.objects.get().workers == 30
    moved = one(ground, address="Ấp 2")
    Enterprise.objects.update(tax_code=OTHER_CODE)
    assert store(ground, moved) == 1
    assert Enterprise.objects.count() == 2


def test_of_a_sheet_that_broke_off_nothing_is_stored_and_it_can_be_stored_again(
    ground: Ground, monkeypatch: pytest.MonkeyPatch
) -> None:
    row = read(ground, csv_file(table([{}, {"tax_code": OTHER_CODE}])))
    monkeypatch.setattr(bringing, "CHUNK", 1)
    write, calls = bringing.services.write_all, []

    def full(**given: object) -> int:
        calls.append(given)
        if len(calls) == 2:
            raise OSError("no space left")
        return write(**given)  # type: ignore[arg-type]

    monkeypatch.setattr(bringing.services, "write_all", full)
    with pytest.raises(OSError, match="no space"):
        store(ground, row)
    assert not Enterprise.objects.exists()
    row.refresh_from_db()
    assert row.stage == Stage.READ
    assert store(ground, row) == 2


@pytest.mark.django_db(transaction=True)
def test_two_who_store_the_same_sheet_at_once_store_it_once(settings: object) -> None:
    if connection.vendor != "postgresql":
        pytest.skip("the memory of the tests on SQLite belongs to one connection")
    settings.TODAY = "2024-12-02"  # type: ignore[attr-defined]
    ground = lay()
    row, gate, told = one(ground), threading.Barrier(2), list[str]()

    def go() -> None:
        mine = Import.objects.get(pk=row.pk)
        gate.wait(30)
        try:
            told.append(str(store(ground, mine)))
        except ValidationError:
            told.append("refused")
        finally:
            connection.close()

    threads = [threading.Thread(target=go) for _each in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(told) == ["1", "refused"]
    assert Enterprise.objects.count() == 1


def test_a_sheet_with_too_many_rows_is_refused_with_the_number(
    ground: Ground, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading, "MOST_ROWS", 50)
    row = read(ground, csv_file(table([{}] * 60)))
    assert row.stage == Stage.FAILED
    assert "50" in row.fault


def test_a_large_sheet_is_read_while_nobody_waits(ground: Ground) -> None:
    rows = [{"tax_code": tax_code(), "address": "Ấp " * 30} for _each in range(1000)]
    row = read(ground, csv_file(table(rows)))
    assert row.stage == Stage.READING
    bringing.compare_apart.call(row.pk, samples.TODAY.isoformat())
    row.refresh_from_db()
    assert (row.stage, row.counts["add"], row.done) == (Stage.READ, 1000, 1000)


def test_a_small_file_with_many_rows_is_read_while_nobody_waits(
    ground: Ground, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bringing, "FEW", 2)
    assert read(ground, csv_file(table([{}] * 2))).stage == Stage.READ
    assert read(ground, csv_file(table([{}] * 3))).stage == Stage.READING
