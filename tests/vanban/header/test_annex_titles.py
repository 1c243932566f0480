"""A list or annex in a file of its own keeps its title in the header, and the year in it."""

from pathlib import Path

import pytest
import xlsxwriter

from vanban.model import Line, Reading, Source
from vanban.reader import read, read_source

GUIDE = "(Kèm theo Kế hoạch số 45/KH-UBND ngày 12 tháng 3 năm 2026 của Ủy ban nhân dân xã Tân Phú)"


def reading_of(*texts: str) -> Reading:
    lines = tuple(Line(number, text) for number, text in enumerate(texts, 1))
    return read_source(Source(lines, "text"))


@pytest.mark.parametrize(
    ("lines", "title"),
    [
        (("PHỤ LỤC", "DANH MỤC VIỆC NUÔI TÔM NĂM 2026", GUIDE), "DANH MỤC VIỆC NUÔI TÔM NĂM 2026"),
        (("PHỤ LỤC II", "DANH MỤC VIỆC", "NUÔI TÔM", GUIDE), "DANH MỤC VIỆC NUÔI TÔM"),
        (("UBND XÃ TÂN PHÚ", "BẢNG PHÂN CÔNG NUÔI TÔM", GUIDE), "BẢNG PHÂN CÔNG NUÔI TÔM"),
        (("Phụ lục", "Phân công nuôi tôm năm 2026", GUIDE), "Phân công nuôi tôm năm 2026"),
        (("Ghi chép", "Nuôi tôm ba vụ mỗi năm."), None),
        (("PHỤ LỤC", GUIDE, "STT"), None),
    ],
)
def test_the_title_of_an_annex_is_read(lines: tuple[str, ...], title: str | None) -> None:
    found = reading_of(*lines).header.title

    assert (found.upper() if found else None) == (title.upper() if title else None)


def test_a_workbook_that_is_an_annex_lends_its_year_to_its_tasks(tmp_path: Path) -> None:
    path = tmp_path / "annex.xlsx"
    rows = [
        ("STT", "Nội dung công việc", "Cơ quan chủ trì", "Thời gian", "Sản phẩm"),
        ("1", "Đắp bờ ao", "Công chức Địa chính", "Quý II", "Báo cáo"),
        ("2", "Thả giống", "Văn phòng", "Quý III", "Biên bản"),
    ]
    with xlsxwriter.Workbook(path) as book:
        sheet, ruled = book.add_worksheet(), book.add_format({"border": 1})
        for row, text in enumerate(["PHỤ LỤC", "DANH MỤC VIỆC NUÔI TÔM NĂM 2026", GUIDE]):
            sheet.merge_range(row, 0, row, 4, text)
        for row, cells in enumerate(rows, 4):
            for column, text in enumerate(cells):
                sheet.write(row, column, text, ruled)

    reading = read(path)

    assert reading.header.title == "DANH MỤC VIỆC NUÔI TÔM NĂM 2026"
    assert [task.deadline.end for task in reading.tasks] == ["2026-06-30", "2026-09-30"]
    assert [[one.code for one in task.findings] for task in reading.tasks] == [
        ["year-of-plan"],
        ["year-of-plan"],
    ]
