"""How an official document looks: Decree 30/2020/NĐ-CP, annex I (paper, margins, sizes, rules, tables)."""

from dataclasses import dataclass

from docx import Document
from docx.document import Document as WordDocument
from docx.enum.section import WD_SECTION
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.section import Section
from docx.shared import Cm, Length, Mm, Pt
from docx.table import Table, _Cell, _Row
from docx.text.paragraph import Paragraph

FONT = "Times New Roman"
CENTRE = WD_ALIGN_PARAGRAPH.CENTER
BODY = 14
# The schema wants properties in order; these may follow the two that are put in by hand.
AFTER_BORDERS = ("w:shd", "w:tabs", "w:spacing", "w:ind", "w:jc", "w:rPr", "w:sectPr")
AFTER_NUMBERING = ("w:cols", "w:titlePg", "w:docGrid")


@dataclass(frozen=True, slots=True)
class Look:
    """Size in points, weight and slope of a paragraph's letters."""

    size: int = BODY
    bold: bool = False
    italic: bool = False


def new_document() -> WordDocument:
    """An empty A4 document with the decree's margins and Times New Roman 14."""
    document = Document()
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = FONT, Pt(BODY)
    fonts = normal.element.get_or_add_rPr().get_or_add_rFonts()
    for script in ("w:eastAsia", "w:cs", "w:hAnsi"):
        fonts.set(qn(script), FONT)
    normal.paragraph_format.space_after = Pt(0)
    _set_page(document.sections[0])
    return document


def _set_page(section: Section) -> None:
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin = section.bottom_margin = Mm(20)
    section.left_margin, section.right_margin = Mm(30), Mm(20)
    section.header_distance = Mm(10)


def number_pages(section: Section) -> None:
    """Page numbers centred in the top margin, none on the first page."""
    section.different_first_page_header_footer = True
    paragraph = section.header.paragraphs[0]
    paragraph.alignment = CENTRE
    for kind, text in (("begin", ""), ("", "PAGE"), ("end", "")):
        run = paragraph.add_run()
        run.font.size = Pt(BODY)
        part = OxmlElement("w:instrText" if text else "w:fldChar")
        if text:
            part.text = text
        else:
            part.set(qn("w:fldCharType"), kind)
        run._r.append(part)


def new_section(document: WordDocument) -> Section:
    """A section on a new page whose pages are counted from 1 again, as every annex's are."""
    section = document.add_section(WD_SECTION.NEW_PAGE)
    _set_page(section)
    section.different_first_page_header_footer = True
    numbering = OxmlElement("w:pgNumType")
    numbering.set(qn("w:start"), "1")
    section._sectPr.insert_element_before(numbering, *AFTER_NUMBERING)
    return section


def write(paragraph: Paragraph, text: str, look: Look) -> Paragraph:
    """Put `text` into the paragraph with this look."""
    run = paragraph.add_run(text)
    run.font.size, run.bold, run.italic = Pt(look.size), look.bold, look.italic
    return paragraph


def centred(paragraph: Paragraph, text: str, look: Look) -> Paragraph:
    """The same, centred."""
    paragraph.alignment = CENTRE
    return write(paragraph, text, look)


def body_text(document: WordDocument, text: str, look: Look | None = None) -> Paragraph:
    """A justified paragraph of running text: first line 1 cm in, 6 points below."""
    paragraph = document.add_paragraph()
    paragraph.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY
    paragraph.paragraph_format.first_line_indent = Cm(1)
    paragraph.paragraph_format.space_after = Pt(6)
    return write(paragraph, text, look or Look())


def rule(paragraph: Paragraph, indent: Length) -> None:
    """A thin solid line, shortened on both sides by `indent`."""
    paragraph.paragraph_format.left_indent = paragraph.paragraph_format.right_indent = indent
    paragraph.paragraph_format.line_spacing = Pt(4)
    borders, top = OxmlElement("w:pBdr"), OxmlElement("w:top")
    for name, value in (("val", "single"), ("sz", "6"), ("space", "1"), ("color", "000000")):
        top.set(qn(f"w:{name}"), value)
    borders.append(top)
    paragraph._p.get_or_add_pPr().insert_element_before(borders, *AFTER_BORDERS)


def two_columns(document: WordDocument, left: Length, right: Length) -> tuple[_Cell, _Cell]:
    """The two cells of an invisible table, as letterhead and signature stand in one."""
    table = document.add_table(rows=1, cols=2)
    table.autofit = False
    table.alignment = WD_TABLE_ALIGNMENT.CENTER
    set_widths(table, (left, right))
    first, second = table.rows[0].cells
    return first, second


def set_widths(table: Table, widths: tuple[Length, ...]) -> None:
    """Give every cell of each column its width."""
    for column, width in zip(table.columns, widths, strict=True):
        column.width = width
        for cell in column.cells:
            cell.width = width


def repeat_on_every_page(row: _Row) -> None:
    """Mark a row as the table's head, which Word repeats on every page."""
    row._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))


def keep_whole(row: _Row) -> None:
    """Keep a row from being cut by a page break."""
    row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
