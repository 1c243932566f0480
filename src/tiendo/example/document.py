"""The example plan as a Word document, laid out by Decree 30/2020/NĐ-CP; the words are in `content`."""

from pathlib import Path

from docx.document import Document as WordDocument
from docx.shared import Mm, Pt
from docx.table import _Cell

from tiendo.example import content, layout
from tiendo.example.layout import Look

WIDTHS = (Mm(11), Mm(60), Mm(31), Mm(34), Mm(24))
TABLE = Look(12)


def build(path: Path) -> None:
    """Write the example plan to `path`, a .docx file."""
    document = layout.new_document()
    layout.number_pages(document.sections[0])
    _letterhead(document)
    _title(document)
    for text in content.BASES:
        layout.body_text(document, text, Look(italic=True))
    layout.body_text(document, content.OPENING)
    for part in (
        content.PURPOSE,
        content.TARGETS,
        content.SOLUTIONS,
        content.FUNDING,
        content.DUTIES,
    ):
        _part(document, part)
    layout.body_text(document, content.CLOSING)
    _signature(document)
    _annex(document)
    document.core_properties.title = content.TITLE
    document.core_properties.author = content.SIGNER
    document.save(str(path))


def _letterhead(document: WordDocument) -> None:
    left, right = layout.two_columns(document, Mm(64), Mm(96))
    layout.centred(left.paragraphs[0], content.SUPERIOR, Look(13))
    layout.centred(left.add_paragraph(), content.ISSUER, Look(13, bold=True))
    layout.rule(left.add_paragraph(), Mm(22))
    layout.centred(left.add_paragraph(), content.NUMBER, Look(13))
    layout.centred(right.paragraphs[0], content.NATION, Look(12, bold=True))
    layout.centred(right.add_paragraph(), content.MOTTO, Look(13, bold=True))
    layout.rule(right.add_paragraph(), Mm(20))
    layout.centred(right.add_paragraph(), content.PLACE_AND_DAY, Look(13, italic=True))


def _title(document: WordDocument) -> None:
    kind = layout.centred(document.add_paragraph(), content.KIND, Look(bold=True))
    kind.paragraph_format.space_before = Pt(18)
    layout.centred(document.add_paragraph(), content.TITLE, Look(bold=True))
    layout.rule(document.add_paragraph(), Mm(60))


def _part(document: WordDocument, part: content.Part) -> None:
    layout.body_text(document, part.heading, Look(bold=not part.heading.endswith(".")))
    for text in part.paragraphs:
        layout.body_text(document, text)
    for below in part.parts:
        _part(document, below)


def _signature(document: WordDocument) -> None:
    left, right = layout.two_columns(document, Mm(80), Mm(80))
    layout.write(left.paragraphs[0], "Nơi nhận:", Look(12, bold=True, italic=True))
    for text in content.RECEIVERS:
        layout.write(left.add_paragraph(), text, Look(11))
    first, *rest = content.SIGNATURE
    layout.centred(right.paragraphs[0], first, Look(bold=True))
    for text in rest:
        layout.centred(right.add_paragraph(), text, Look(bold=True))
    signer = layout.centred(right.add_paragraph(), content.SIGNER, Look(bold=True))
    signer.paragraph_format.space_before = Pt(60)


def _annex(document: WordDocument) -> None:
    layout.new_section(document)
    layout.centred(document.add_paragraph(), content.ANNEX, Look(bold=True))
    layout.centred(document.add_paragraph(), content.ANNEX_TITLE, Look(bold=True))
    guide = layout.centred(document.add_paragraph(), content.ANNEX_GUIDE, Look(13, italic=True))
    guide.paragraph_format.space_after = Pt(12)
    table = document.add_table(
        rows=1 + len(content.TASKS), cols=len(content.COLUMNS), style="Table Grid"
    )
    table.autofit = False
    for cell, text in zip(table.rows[0].cells, content.COLUMNS, strict=True):
        layout.centred(cell.paragraphs[0], text, Look(12, bold=True))
    layout.repeat_on_every_page(table.rows[0])
    for row, texts in zip(table.rows[1:], content.TASKS, strict=True):
        layout.keep_whole(row)
        for cell, text in zip(row.cells, texts, strict=True):
            _fill(cell, text)
    layout.set_widths(table, WIDTHS)


def _fill(cell: _Cell, text: str) -> None:
    """One paragraph for every line of `text`."""
    first, *rest = text.split("\n")
    layout.write(cell.paragraphs[0], first, TABLE)
    for line in rest:
        layout.write(cell.add_paragraph(), line, TABLE)
