"""Whole plans as PDF files: head, tasks and duties are read, and every quote stands in its boxes."""

import dataclasses
import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pypdfium2
import pytest

from tests.vanban.typeset import typeset
from vanban.model import Quote, Reading, Table
from vanban.reader import read

HEAD = """
#set page(paper: "a4", margin: (left: 3cm, right: 2cm, y: 2cm), numbering: "1")
#set text(size: 13pt, lang: "vi")
#set par(justify: true, first-line-indent: (amount: 1cm, all: true))
#let plain(body) = par(first-line-indent: 0pt, body)
#align(center, grid(columns: (2fr, 3fr),
  plain[*ỦY BAN NHÂN DÂN \\ XÃ BÌNH MINH* \\ Số: 12/KH-UBND],
  plain[*CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM \\ Độc lập - Tự do - Hạnh phúc* \\
    _Bình Minh, ngày 05 tháng 3 năm 2026_]))
#align(center)[*KẾ HOẠCH \\ Chăm sóc cây xanh và đường làng năm 2026*]

Thực hiện Nghị quyết số 03/NQ-HĐND ngày 20 tháng 12 năm 2025 của Hội đồng nhân dân xã, Ủy ban nhân
dân xã ban hành kế hoạch như sau:

*I. MỤC TIÊU*

Đến hết năm 2026, ít nhất 90% số tuyến đường làng có cây xanh hai bên.

*II. NHIỆM VỤ*

Các việc và đơn vị chủ trì được ghi ở phụ lục.

*III. TỔ CHỨC THỰC HIỆN*

*1. Văn phòng Ủy ban nhân dân xã*

- Theo dõi, đôn đốc các thôn; báo cáo Ủy ban nhân dân xã trước ngày 20 hằng tháng.

#grid(columns: (1fr, 1fr),
  [#set text(10pt)
   #plain[*Nơi nhận:* \\ - Như mục III; \\ - Lưu: VT.]],
  align(center, plain[*TM. ỦY BAN NHÂN DÂN \\ CHỦ TỊCH* \\ \\ \\ \\ *Nguyễn Thị Bưởi*]))
"""
ANNEX = """
#set page(flipped: true)
#align(center)[*Phụ lục \\ DANH MỤC NHIỆM VỤ*]
#table(columns: (1cm, 1fr, 4cm, 4cm, 3cm),
  {head}([*TT*], [*Nhiệm vụ*], [*Cơ quan chủ trì*], [*Cơ quan phối hợp*], [*Thời hạn*]),
  {rows})
"""
WORK = (
    "trồng cây bàng",
    "tưới các bồn hoa",
    "làm cỏ ven đường",
    "thay cây chết",
    "vét rãnh thoát nước",
)
OFFICES = ("Phòng Kinh tế", "Đoàn Thanh niên xã", "Hội Nông dân xã", "Trạm Y tế xã")


def titles(seed: int, count: int = 24) -> list[str]:
    """Titles of all lengths, so that rows are cut by pages in their middle."""
    chance = random.Random(seed)  # noqa: S311
    return [
        f"Tổ chức đợt {number} "
        + ", ".join(chance.choice(WORK) for _ in range(chance.randint(1, 24)))
        + f" ở thôn số {number}"
        for number in range(1, count + 1)
    ]


def plan(folder: Path, seed: int, repeated_head: bool = True) -> Path:
    rows = "".join(
        f"[{number}], [{title}], [{OFFICES[number % 4]}], [Các thôn], [30/{number % 9 + 3}/2026],\n"
        for number, title in enumerate(titles(seed), start=1)
    )
    annex = ANNEX.replace("{head}", "table.header" if repeated_head else "..").replace(
        "{rows}", rows
    )
    return typeset(folder, HEAD + annex)


@pytest.mark.parametrize("repeated_head", [True, False])
@pytest.mark.parametrize("seed", [1, 2, 3])
def test_tasks_of_a_landscape_annex_over_pages_are_read_whole(
    tmp_path: Path, seed: int, repeated_head: bool
) -> None:
    reading = read(plan(tmp_path, seed, repeated_head))
    assert [task.title for task in reading.tasks] == titles(seed)
    assert [task.no for task in reading.tasks] == [str(n) for n in range(1, 25)]
    assert {mention.name for task in reading.tasks for mention in task.leads} == set(OFFICES)
    assert [task.deadline.end for task in reading.tasks][:2] == ["2026-04-30", "2026-05-30"]


def test_the_head_of_two_columns_and_the_signature_are_read(tmp_path: Path) -> None:
    header = read(plan(tmp_path, 1)).header
    assert (header.number, header.date, header.kind) == ("12/KH-UBND", "2026-03-05", "Kế hoạch")
    assert header.title == "Chăm sóc cây xanh và đường làng năm 2026"
    assert header.issuer == "Ủy ban nhân dân xã Bình Minh"
    assert header.signer_capacity == "TM. ỦY BAN NHÂN DÂN / CHỦ TỊCH"
    assert header.signer == "Nguyễn Thị Bưởi"


def quotes(value: Any) -> Iterator[Quote]:
    """Every quote anywhere in a reading."""
    if isinstance(value, Quote):
        yield value
    elif dataclasses.is_dataclass(value):
        for field in dataclasses.fields(value):
            yield from quotes(getattr(value, field.name))
    elif isinstance(value, (tuple, list)):
        for item in value:
            yield from quotes(item)
    elif isinstance(value, dict):
        yield from quotes(list(value.values()))


def squashed(text: str) -> str:
    """The text without white space and marks of line ends, dashes alike."""
    return "".join(text.split()).replace("\x02", "-").replace("\ufffe", "-")


def printed_in(document: pypdfium2.PdfDocument, quote: Quote) -> str:
    """What pdfium by itself finds in the boxes of a quote."""
    parts = []
    for box in quote.boxes:
        page = document[box.page - 1]
        width, height = page.get_size()
        text = page.get_textpage()
        parts.append(
            text.get_text_bounded(
                box.left * width - 0.5,
                (1 - box.bottom) * height - 0.5,
                box.right * width + 0.5,
                (1 - box.top) * height + 0.5,
            )
        )
        text.close()
        page.close()
    return " ".join(parts)


def misplaced(reading: Reading, path: Path) -> list[str]:
    """The quotes whose boxes do not hold their words."""
    with pypdfium2.PdfDocument(path) as document:
        return [
            quote.text
            for quote in quotes(reading)
            if squashed(quote.text) not in squashed(printed_in(document, quote))
        ]


@pytest.mark.parametrize("seed", [4, 5, 6])
def test_every_quote_stands_in_its_boxes(tmp_path: Path, seed: int) -> None:
    path = plan(tmp_path, seed)
    reading = read(path)
    assert len(list(quotes(reading))) > 100  # of 24 tasks, a head and a target
    assert all(quote.boxes for quote in quotes(reading))
    assert misplaced(reading, path) == []


MERGED = """
#set page(paper: "a4", flipped: true, margin: 2cm)
#set text(size: 13pt, lang: "vi")
#table(columns: (1cm, 1fr, 5cm, 3cm), inset: 10pt,
  table.header([*TT*], [*Nhiệm vụ*], [*Cơ quan chủ trì*], [*Thời hạn*]),
  [*I*], table.cell(colspan: 3)[*Cây xanh*],
  {rows}
  [*II*], table.cell(colspan: 3)[*Nước sạch*],
  [21], [Đào giếng ở thôn Đoài], [Trạm Y tế xã], [Quý IV/2026])
"""


def test_cells_merged_over_rows_and_pages_count_for_every_row(tmp_path: Path) -> None:
    lead = "table.cell(rowspan: 20, align: horizon)[Đoàn Thanh niên xã]"
    rows = "".join(
        f"[{n}], [Trồng cây ở đoạn đường số {n} của xã], {lead + ',' if n == 1 else ''} [Quý II/2026],\n"
        for n in range(1, 21)
    )
    reading = read(typeset(tmp_path, MERGED.replace("{rows}", rows)))
    assert reading.source.pages is not None
    assert reading.source.pages > 1
    assert [task.no for task in reading.tasks] == [str(n) for n in range(1, 22)]
    leads = [[mention.name for mention in task.leads] for task in reading.tasks]
    assert leads == [["Đoàn Thanh niên xã"]] * 20 + [["Trạm Y tế xã"]]
    assert {task.section for task in reading.tasks} == {"I Cây xanh", "II Nước sạch"}


TWO_ROWS = """
#set page(paper: "a4", flipped: true, margin: 2cm)
#set text(size: 13pt, lang: "vi")
#table(columns: (1cm, 1fr, 4cm, 4cm, 3cm), inset: 14pt,
  table.header(table.cell(rowspan: 2)[*TT*], table.cell(rowspan: 2)[*Nhiệm vụ*],
    table.cell(colspan: 2)[*Phân công*], table.cell(rowspan: 2)[*Thời hạn*], [*Chủ trì*], [*Phối hợp*]),
  {rows})
"""


def test_a_head_of_two_rows_stands_once_with_its_merged_cells(tmp_path: Path) -> None:
    rows = "".join(
        f"[{n}], [Trồng cây ở thôn {n}], [Thôn {n}], [Xã đoàn], [Quý I],\n" for n in range(1, 31)
    )
    source = read(typeset(tmp_path, TWO_ROWS.replace("{rows}", rows))).source
    (table,) = source.blocks
    assert isinstance(table, Table)
    assert source.pages == 3
    spans = [
        (cell.lines[0].text, cell.column, cell.columns, cell.rows)
        for row in table.rows[:2]
        for cell in row
    ]
    assert spans == [
        ("TT", 0, 1, 2),
        ("Nhiệm vụ", 1, 1, 2),
        ("Phân công", 2, 2, 1),
        ("Thời hạn", 4, 1, 2),
        ("Chủ trì", 2, 1, 1),
        ("Phối hợp", 3, 1, 1),
    ]
    assert [row[0].lines[0].text for row in table.rows[2:]] == [str(n) for n in range(1, 31)]


PARTY = """
#set page(paper: "a4", margin: (left: 3cm, right: 1.5cm, y: 2cm))
#set text(size: 14pt, lang: "vi")
#let side(body) = par(first-line-indent: 0pt, body)
#align(center, grid(columns: (1fr, 1fr),
  side[HUYỆN ỦY ĐỒNG XANH \\ *ĐẢNG ỦY XÃ BÌNH MINH* \\ \\* \\ Số 12-KH/ĐU],
  side[*ĐẢNG CỘNG SẢN VIỆT NAM* \\ \\ _Bình Minh, ngày 05 tháng 3 năm 2026_]))
#align(center, side[*KẾ HOẠCH \\ Học tập nghị quyết năm 2026*])

Căn cứ chương trình công tác năm, Đảng ủy xã ban hành kế hoạch như sau:

#grid(columns: (1fr, 1fr),
  side[_Nơi nhận:_ \\ - Huyện ủy; \\ - Các chi bộ; \\ - Lưu VP.],
  align(center, side[*T/M ĐẢNG ỦY \\ BÍ THƯ* \\ \\ \\ \\ *Lê Văn Mít*]))
"""


def test_the_head_and_signature_of_a_party_committee_are_read(tmp_path: Path) -> None:
    header = read(typeset(tmp_path, PARTY)).header
    assert (header.number, header.place, header.date) == ("12-KH/ĐU", "Bình Minh", "2026-03-05")
    assert header.issuer == "Đảng ủy xã Bình Minh"
    assert (header.signer_capacity, header.signer) == ("T/M ĐẢNG ỦY / BÍ THƯ", "Lê Văn Mít")
