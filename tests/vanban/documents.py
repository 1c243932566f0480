"""Small real documents for the tests: text files, and Word files with what python-docx cannot write."""

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

from docx import Document
from docx.document import Document as WordDocument
from docx.oxml import parse_xml
from docx.text.paragraph import Paragraph
from docx.text.run import Run
from lxml import etree

from vanban.model import Line, Source, Table
from vanban.passages import lines_of
from vanban.sources import open_source

NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
DECLARATION = f'xmlns:w="{NAMESPACE}"'
W = f"{{{NAMESPACE}}}"


def xml(markup: str) -> etree._Element:
    """The element written as `markup`; the prefix `w` is declared."""
    head, bracket, rest = markup.partition(">")
    closed = head.endswith("/")
    return parse_xml(f"{head.rstrip('/')} {DECLARATION}{'/' if closed else ''}{bracket}{rest}")


def text_source(text: str, folder: Path) -> Source:
    path = folder / "document.txt"
    path.write_text(text, encoding="utf-8")
    return open_source(path)


def word_file(folder: Path, write: Callable[[WordDocument], None]) -> Path:
    document = Document()
    write(document)
    path = folder / "document.docx"
    document.save(str(path))
    return path


def word_source(folder: Path, write: Callable[[WordDocument], None]) -> Source:
    return open_source(word_file(folder, write))


def add_numbering(document: WordDocument, markup: str) -> None:
    """Put lists into the numbering part, those that come with python-docx's template taken out."""
    root = document.part.numbering_part.element
    for child in list(root):
        root.remove(child)
    for element in xml(f"<w:numbering>{markup}</w:numbering>"):
        root.append(element)


def number(document: WordDocument, text: str, list_id: int, level: int = 0) -> None:
    """A paragraph that Word numbers."""
    paragraph = document.add_paragraph(text)
    properties = paragraph._p.get_or_add_pPr()
    properties.append(
        xml(f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{list_id}"/></w:numPr>')
    )


def add_styled_run(paragraph: Paragraph, text: str, font: str) -> Run:
    """A run in the font of that name."""
    run = paragraph.add_run(text)
    run.font.name = font
    return run


def changed(path: Path, name: str, change: Callable[[bytes], bytes]) -> Path:
    """The Word file with one of its parts changed."""
    with zipfile.ZipFile(path) as container:
        parts = {part: container.read(part) for part in container.namelist()}
    parts[name] = change(parts[name])
    return packed(path, parts)


def packed(path: Path, parts: dict[str, bytes]) -> Path:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as container:
        for name, data in parts.items():
            container.writestr(name, data)
    path.write_bytes(buffer.getvalue())
    return path


def texts(source: Source) -> list[str]:
    return [line.text for line in lines_of(source.blocks)]


def labelled(source: Source) -> list[str]:
    return [f"{line.label} {line.text}" for line in lines_of(source.blocks) if line.label]


def lines(source: Source) -> list[Line]:
    return list(lines_of(source.blocks))


def table_of(source: Source) -> Table:
    return next(block for block in source.blocks if isinstance(block, Table))
