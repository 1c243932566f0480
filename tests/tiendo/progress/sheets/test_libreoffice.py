"""The form as LibreOffice saves it again: what was typed in it comes back, and nothing else changes."""

import shutil
import subprocess
from pathlib import Path

import pytest
from django.test import Client

from tests.machine import lacking
from tests.tiendo import samples
from tests.tiendo.progress.rounds.conftest import Opened
from tests.tiendo.progress.sheets.test_sheets import bring, cells, entry, filled, form_of, keep
from tests.tiendo.progress.sheets.test_sheets import saved as stored
from tiendo.progress.models import Report, Source

pytestmark = pytest.mark.slow
SAID = {"work": "Đã hoàn thành", "result": "Mở 04 lớp;\nở hai xã: 35 người", "percent": 45}


def typed_in(content: bytes) -> bytes:
    """The form filled in as Excel would: a day that is a day, a figure that is a figure, words of two lines."""
    book, sheet, names, rows = cells(filled(content, SAID, general="Thuận lợi"))
    cell = sheet.cell(rows[0], names["work_on"])
    cell.number_format, cell.value = "dd/mm/yyyy", samples.TODAY
    return stored(book)


def saved_again(content: bytes, folder: Path) -> bytes:
    """The file opened in LibreOffice and saved as .xlsx."""
    program = shutil.which("soffice") or lacking("libreoffice", "no LibreOffice")
    before = folder / "mau.xlsx"
    before.write_bytes(content)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [program, profile, "--headless", "--convert-to", "xlsx:Calc MS Excel 2007 XML"]
    subprocess.run(
        [*command, "--outdir", folder / "saved", before],
        check=True,
        timeout=300,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    after = folder / "saved" / "mau.xlsx"
    if not after.exists():
        lacking("libreoffice", "LibreOffice without Calc")
    return after.read_bytes()


def facts(row: Report) -> tuple:
    return (row.work, row.result, row.percent, row.work_on)


def test_a_form_saved_by_libreoffice_says_what_was_typed(
    browser: Client, opened: Opened, tmp_path: Path
) -> None:
    form = form_of(browser, opened)
    (tmp_path / "after").mkdir()
    after = saved_again(typed_in(form), tmp_path / "after")
    (tmp_path / "before").mkdir()
    before = typed_in(saved_again(form, tmp_path / "before"))
    for content in (after, before):
        preview = bring(browser, opened, content).context["preview"]
        assert [change.after for change in preview.changes] == [
            *("Thuận lợi", "Đã hoàn thành", SAID["result"], "45"),
            f"{samples.TODAY:%d/%m/%Y}",
        ]
        assert (preview.errors, preview.moved, preview.lost) == (0, [], 0)
    keep(browser, opened, bring(browser, opened, after))
    assert facts(entry(opened)) == ("done", SAID["result"], 45, samples.TODAY)
    assert (opened.report.overview, opened.report.source) == ("Thuận lợi", Source.SHEET)
    assert opened.report.entries.count() == 1
