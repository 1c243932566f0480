"""A long plan made up for measuring: headings, running text in several runs, a task table on every page."""

import tempfile
from pathlib import Path

from docx import Document
from docx.enum.text import WD_BREAK
from docx.table import Table

PARAGRAPHS_ON_A_PAGE, ROWS_ON_A_PAGE = 8, 9
OFFICES = ("Phòng Kinh tế", "Phòng Nội vụ", "Phòng Văn hóa", "Thanh tra", "Văn phòng")
HEADS = ("TT", "Nhiệm vụ", "Cơ quan chủ trì", "Cơ quan phối hợp", "Thời hạn")


def write_long_plan(path: Path, pages: int) -> None:
    """A plan of that many pages as a Word file."""
    document = Document()
    document.add_paragraph("KẾ HOẠCH").runs[0].bold = True
    document.add_paragraph("Chỉnh trang đô thị năm 2026").runs[0].bold = True
    for page in range(1, pages + 1):
        document.add_heading(f"{page}. Nội dung thứ {page}", level=1)
        for item in range(PARAGRAPHS_ON_A_PAGE):
            paragraph = document.add_paragraph("- Tổ dân phố ", style="Body Text")
            paragraph.add_run(f"số {item + 1}").bold = True
            paragraph.add_run(f" {sentence()}" * 2)
        add_table(document.add_table(rows=ROWS_ON_A_PAGE + 1, cols=5), page)
        document.add_paragraph().add_run().add_break(WD_BREAK.PAGE)
    document.save(str(path))


def sentence() -> str:
    """What every item of the plan says."""
    return "trồng thêm cây xanh, giữ vỉa hè thông thoáng và gom rác đúng giờ."


def row(number: int, page: int) -> tuple[str, ...]:
    """The texts of a row of the table on a page."""
    return (
        str(number),
        f"Chỉnh trang tuyến đường số {number} đoạn {page}, thay đèn cũ và sơn lại vạch kẻ đường.",
        OFFICES[number % len(OFFICES)],
        OFFICES[(number + 1) % len(OFFICES)],
        f"Tháng {number}/2026",
    )


def add_table(table: Table, page: int) -> None:
    """Fill a task table."""
    for number, cells in enumerate(table.rows):
        texts = row(number, page) if number else HEADS
        for cell, text in zip(cells.cells, texts, strict=True):
            cell.text = text


def write_long_pdf(path: Path, pages: int) -> None:
    """The same plan as a PDF with a text layer."""
    import typst  # noqa: PLC0415 - needs a start of its own: it must not be used before a fork

    parts = ['#set page(paper: "a4")', "*KẾ HOẠCH*", "", "*Chỉnh trang đô thị năm 2026*"]
    for page in range(1, pages + 1):
        cells = ", ".join(
            f"[{text}]" for number in range(1, ROWS_ON_A_PAGE + 1) for text in row(number, page)
        )
        heads = ", ".join(f"[*{head}*]" for head in HEADS)
        items = "\n\n".join(
            f"\\- Tổ dân phố số {n + 1} {sentence()} {sentence()}"
            for n in range(PARAGRAPHS_ON_A_PAGE)
        )
        parts += [
            "",
            f"*{page}. Nội dung thứ {page}*",
            "",
            items,
            "",
            f"#table(columns: 5, {heads}, {cells})",
        ]
        parts += ["#pagebreak()"] if page < pages else []
    path.write_bytes(typst.compile("\n".join(parts).encode()))


def write_scan(path: Path, dpi: int) -> None:
    """The first page of that plan as a scanner of so many dots an inch gives it: grey, with grain."""
    import numpy as np  # noqa: PLC0415 - only here: the others measure memory, too
    import pypdfium2  # noqa: PLC0415
    from PIL import Image  # noqa: PLC0415

    with tempfile.TemporaryDirectory() as folder:
        printed = Path(folder) / "plan.pdf"
        write_long_pdf(printed, 1)
        document = pypdfium2.PdfDocument(printed)
        page = np.asarray(document[0].render(scale=dpi / 72, grayscale=True).to_pil(), float)
        document.close()
    grain = np.random.default_rng(7).normal(0, 6, page.shape)
    picture = Image.fromarray(np.clip(page * 0.92 + 8 + grain, 0, 255).astype(np.uint8))
    picture.save(path, dpi=(dpi, dpi))
