"""The whole documents that are damaged, by format; all in our own words."""

import io
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

import typst
import xlsxwriter

ROOT = Path(__file__).resolve().parents[2]
PLAN = ROOT / "tests" / "vanban" / "files" / "ke-hoach-mau.txt"
WORD = ROOT / "docs" / "tutorial" / "ke-hoach-mau.docx"
HEAD = ("TT", "Nhiệm vụ", "Cơ quan chủ trì", "Cơ quan phối hợp", "Thời gian hoàn thành", "Sản phẩm")
ROWS = (
    ("1", "Rà soát các bến đò ngang", "Phòng Kinh tế", "UBND các xã; Công an huyện", "Quý III/2026", "Danh mục bến"),
    ("2", "Lập bản đồ vùng nuôi cá tra", "Trung tâm Dịch vụ nông nghiệp", "Hội Nông dân", "30/9/2026", "Bản đồ"),
    ("3", "Mở lớp nghề may cho 120 lao động", "Phòng Nội vụ", "Các trường nghề", "Hằng năm", "Báo cáo"),
)  # fmt: skip


@cache
def seeds() -> dict[str, tuple[bytes, ...]]:
    """At least one whole document for every format that is read without OCR or LibreOffice."""
    text = PLAN.read_bytes()
    return {
        ".txt": (text, "\n".join(" ".join(row) for row in (HEAD, *ROWS)).encode()),
        ".docx": (WORD.read_bytes(),),
        ".md": (text, _markdown()),
        ".html": (_html(),),
        ".xlsx": (_workbook(),),
        ".pdf": (_pdf(),),
    }


def _markdown() -> bytes:
    lines = [f"| {' | '.join(row)} |" for row in (HEAD, ["---"] * len(HEAD), *ROWS)]
    return "\n".join(["# KẾ HOẠCH", "## Phát triển bến đò năm 2026", "", *lines]).encode()


def _html() -> bytes:
    rows = ["<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in (HEAD, *ROWS)]
    title = "<h1>KẾ HOẠCH</h1><p>Phát triển bến đò năm 2026</p>"
    return f"<html><body>{title}<table>{''.join(rows)}</table></body></html>".encode()


def _workbook() -> bytes:
    buffer = io.BytesIO()
    with xlsxwriter.Workbook(buffer, {"in_memory": True}) as book:
        book.set_properties({"created": datetime(2026, 1, 5, tzinfo=UTC)})
        sheet = book.add_worksheet("Nhiệm vụ")
        sheet.write(0, 0, "KẾ HOẠCH")
        for place, row in enumerate((HEAD, *ROWS), start=2):
            sheet.write_row(place, 0, row)
    return buffer.getvalue()


def _pdf() -> bytes:
    cells = ", ".join(f"[{cell}]" for row in (HEAD, *ROWS) for cell in row)
    body = (
        PLAN.read_text("utf-8")
        .replace("\n", " \\\n")
        .replace("#", "")
        .replace("*", "")
        .replace("@", "")
    )
    undated = "#set document(date: none)\n"  # the same bytes at every run
    table = f"#table(columns: {len(HEAD)}, {cells})"
    return bytes(
        typst.compile(
            f"{undated}#set page(flipped: true)\n{table}\n#pagebreak()\n{_escaped(body)}".encode()
        )
    )


def _escaped(text: str) -> str:
    return "".join(f"\\{char}" if char in "$_<>`[]/=" else char for char in text)
