"""The offices as an .xlsx sheet, in the columns that `spreadsheet` reads: taken out, corrected, brought back."""

import io
from collections.abc import Iterable
from datetime import date

from xlsxwriter import Workbook

from tiendo.agencies.models import Agency, Kind
from vanban.text import key

HEADS = (
    *("Tên cơ quan", "Tên viết tắt", "Loại", "Trực thuộc", "Mã định danh", "Mã định danh cũ"),
    *("Mã đơn vị hành chính", "Từ ngày", "Đến ngày", "Tên gọi khác"),
)
WIDTHS = (44, 24, 20, 44, 18, 18, 20, 12, 12, 44)  # letters
KINDS = {
    Kind.COMMITTEE: "Ủy ban nhân dân",
    Kind.OFFICE: "Phòng",
    Kind.COMMUNE: "Xã",
    Kind.DEPARTMENT: "Sở",
    Kind.CENTRE: "Trung tâm",
    Kind.ORGANISATION: "Đoàn thể",
    Kind.OTHER: "Khác",
}
# A name that begins with "=" stays a name.
PLAIN_WORDS = {"strings_to_formulas": False, "strings_to_urls": False, "in_memory": True}


def workbook_of(agencies: Iterable[Agency]) -> bytes:
    """An .xlsx file with one row for each office; fetch `parent` and `known_names` with them."""
    content = io.BytesIO()
    with Workbook(content, PLAIN_WORDS) as book:
        sheet = book.add_worksheet("Cơ quan")
        for column, (head, width) in enumerate(zip(HEADS, WIDTHS, strict=True)):
            sheet.set_column(column, column, width)
            sheet.write_string(0, column, head, book.add_format({"bold": True}))
        for line, agency in enumerate(agencies, start=1):
            for column, words in enumerate(_row(agency)):
                sheet.write_string(line, column, words)
        sheet.freeze_panes(1, 1)
    return content.getvalue()


def _row(agency: Agency) -> tuple[str, ...]:
    own = {key(agency.name), key(agency.short_name)}
    called = [name.text for name in agency.known_names.all() if name.key not in own]
    return (
        *(agency.name, agency.short_name, KINDS[Kind(agency.kind)]),
        *(agency.parent.name if agency.parent else "", agency.identifier, agency.old_identifier),
        *(agency.code, _day(agency.valid_from), _day(agency.valid_to), "; ".join(called)),
    )


def _day(day: date | None) -> str:
    return f"{day:%d/%m/%Y}" if day else ""
