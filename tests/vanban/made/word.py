"""A made plan as a Word file: numbers that Word counts, merged cells, tracked changes; also in old fonts."""

from collections.abc import Callable
from pathlib import Path

from docx import Document
from docx.document import Document as WordDocument
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.text.paragraph import Paragraph

from tests.vanban.documents import add_numbering, xml
from tests.vanban.made.content import MOTTO, Grid, Merged, Part, Plan, Text

LEVELS = (("upperRoman", "%1."), ("decimal", "%2."), ("lowerLetter", "%3)"), ("bullet", "-"))
FontOf = Callable[[str], tuple[str, str]]  # words → the words as written, and their font


def unicode_font(words: str) -> tuple[str, str]:
    return words, "Times New Roman"


def write_word(plan: Plan, path: Path, font_of: FontOf = unicode_font) -> Path:
    """Write the plan to `path`, a .docx file."""
    document = Document()
    _number(document)
    writer = _Writer(document, plan, font_of)
    writer.head()
    for part in plan.body:
        writer.part(part)
    writer.signature()
    if plan.annex:
        section = document.add_section()
        section.orientation = WD_ORIENT.LANDSCAPE
        section.page_width, section.page_height = section.page_height, section.page_width
        for part in plan.annex:
            writer.part(part)
    document.add_paragraph()  # Word ends every document with one
    document.save(str(path))
    return path


def _number(document: WordDocument) -> None:
    levels = "".join(
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/></w:lvl>'
        for level, (form, text) in enumerate(LEVELS)
    )
    add_numbering(
        document,
        f'<w:abstractNum w:abstractNumId="1">{levels}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>',
    )


class _Writer:
    def __init__(self, document: WordDocument, plan: Plan, font_of: FontOf) -> None:
        self.document, self.plan, self.font_of = document, plan, font_of

    def head(self) -> None:
        left, right = self.document.add_table(1, 2).rows[0].cells
        for cell, lines in (
            (left, (*self.plan.issuer, self.plan.number)),
            (right, (*MOTTO, self.plan.place_and_date)),
        ):
            for index, words in enumerate(lines):
                paragraph = cell.paragraphs[0] if index == 0 else cell.add_paragraph()
                self.words(paragraph, words, bold=index < 2)
        for words in (self.plan.kind, self.plan.title):
            self.part(Text(words, bold=True, centred=True))

    def part(self, part: Part) -> None:
        if isinstance(part, Grid):
            self.grid(part)
            return
        paragraph = self.document.add_paragraph()
        self.words(paragraph, part.words, part.bold)
        if part.centred:
            paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        if part.mark:
            level = f'<w:ilvl w:val="{part.level - 1}"/><w:numId w:val="1"/>'
            paragraph._p.get_or_add_pPr().append(xml(f"<w:numPr>{level}</w:numPr>"))

    def words(self, paragraph: Paragraph, words: str, bold: bool = False) -> None:
        """The words as runs; what the plan says was changed is an insertion beside a deletion."""
        inserted, deleted = self.plan.changed
        before, found, after = words.partition(inserted) if inserted else (words, "", "")
        self.run(paragraph, before, bold)
        if found:
            author = 'w:id="7" w:author="Thư ký" w:date="2026-01-10T08:00:00Z"'
            gone = f"<w:r><w:delText>{deleted}</w:delText></w:r>"
            paragraph._p.append(xml(f"<w:del {author}>{gone}</w:del>"))
            paragraph._p.append(xml(f"<w:ins {author}><w:r><w:t>{found}</w:t></w:r></w:ins>"))
            self.run(paragraph, after, bold)

    def run(self, paragraph: Paragraph, words: str, bold: bool) -> None:
        if words:
            written, font = self.font_of(words)
            run = paragraph.add_run(written)
            run.font.name, run.bold = font, bold

    def grid(self, grid: Grid) -> None:
        table = self.document.add_table(len(grid.rows), len(grid.widths))
        table.style = "Table Grid"
        for row, cells in enumerate(grid.rows):
            for column, cell in enumerate(cells):
                if cell is None:
                    continue
                merged = cell if isinstance(cell, Merged) else Merged(cell)
                place = table.cell(row, column)
                if merged.rows > 1 or merged.columns > 1:
                    place = place.merge(
                        table.cell(row + merged.rows - 1, column + merged.columns - 1)
                    )
                self.words(place.paragraphs[0], merged.text, bold=row < grid.head)
        for row in range(grid.head):
            table.rows[row]._tr.get_or_add_trPr().append(xml("<w:tblHeader/>"))

    def signature(self) -> None:
        left, right = self.document.add_table(1, 2).rows[0].cells
        self.words(left.paragraphs[0], "Nơi nhận:", bold=True)
        for words in self.plan.recipients:
            self.words(left.add_paragraph(), f"- {words}")
        for index, words in enumerate((*self.plan.capacity, "", self.plan.signer)):
            self.words(
                right.paragraphs[0] if index == 0 else right.add_paragraph(), words, bold=True
            )
