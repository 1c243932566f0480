"""Word files: paragraphs and tables in reading order, as they print."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from lxml import etree

from vanban.model import Block, Cell, Line, Source, Table
from vanban.sources.blocks import checked, converted
from vanban.sources.numbering import VAL, Numbering, W, read_numbering
from vanban.sources.oldfonts import decode_old_fonts
from vanban.sources.package import Package, open_package
from vanban.sources.revisions import Boxes, settle
from vanban.sources.styles import (
    DEPTH,
    NUMBER,
    NUMBERED,
    PROPERTIES,
    RUN_PROPERTIES,
    STYLE,
    Style,
    Styles,
    child,
    justification,
    read_styles,
    switch,
    value_at,
)
from vanban.sources.text import check_lines
from vanban.sources.unreadable import Unreadable
from vanban.text import nfc

PARAGRAPH, TABLE, ROW, CELL, RUN = f"{W}p", f"{W}tbl", f"{W}tr", f"{W}tc", f"{W}r"
TEXT, BREAK, PAGE = f"{W}t", f"{W}br", f"{W}lastRenderedPageBreak"
SIGNS = {f"{W}tab": "\t", f"{W}ptab": "\t", f"{W}noBreakHyphen": "-", f"{W}cr": "\n"}
PRINTED = frozenset((TEXT, BREAK, PAGE, *SIGNS))
BREAK_KIND = f"{W}type"
CELL_PROPERTIES, SPAN, MERGED = f"{W}tcPr", f"{W}gridSpan", f"{W}vMerge"
ROW_PROPERTIES, BEFORE = f"{W}trPr", f"{W}gridBefore"
WRAPPERS = {
    f"{W}{name}" for name in ("sdt", "sdtContent", "customXml", "smartTag", "ins", "moveTo")
}
Looks = tuple[bool, bool]  # whether a paragraph is bold, and whether it is centred
_PLAIN: Looks = (False, False)
STAMPS = frozenset({"MẬT", "TỐI MẬT", "TUYỆT MẬT"})


def read_docx(path: Path) -> Source:
    """The document as it prints; pages only where Word left the places of its page breaks.

    Raises `Unreadable`: what `open_package` raises, no-text, too-long, long-line.
    """
    package = open_package(path)
    body = package.document.find(f"{W}body")
    if body is None:
        raise Unreadable("damaged", {"part": "w:body"})
    check_lines(sum(1 for _ in body.iter(PARAGRAPH, BREAK)))
    styles = read_styles(package.styles)
    reader = _Reader(styles, read_numbering(package.numbering), settle(package.document))
    boxes = (box for held in reader.boxes.values() for box in held)
    roots = (package.document, *boxes, *package.heads)
    old = decode_old_fonts(roots, package.styles, styles)
    reader.page = 1 if next(package.document.iter(PAGE), None) is not None else None
    blocks = (*reader.stamps(package), *reader.blocks(body))
    return checked(blocks, "docx", reader.page, tuple(converted(name) for name in old))


def _lines(block: Block) -> Iterator[Line]:
    if isinstance(block, Line):
        yield block
    else:
        yield from (line for row in block.rows for cell in row for line in cell.lines)


@dataclass(slots=True)
class _Reader:
    styles: Styles
    numbering: Numbering
    boxes: Boxes
    page: int | None = None
    number: int = 0

    def stamps(self, package: Package) -> Iterator[Line]:
        """Secrecy stamps put into the page head: they print on top of everything else."""
        for head in package.heads:
            for paragraph in head.iter(PARAGRAPH):
                text = "".join(node.text or "" for node in paragraph.iter(TEXT)).strip()
                if nfc(text) in STAMPS:
                    style = self.styles.of(value_at(child(paragraph, PROPERTIES), STYLE))
                    yield self._line(text, "", self.page, self._looks(paragraph, style))

    def blocks(self, holder: etree._Element) -> Iterator[Block]:
        for node in holder:
            kind = node.tag
            if kind == PARAGRAPH:
                yield from self.paragraph(node)
            elif kind == TABLE:
                yield self.table(node)
            elif kind in WRAPPERS:
                yield from self.blocks(node)

    def paragraph(self, paragraph: etree._Element) -> Iterator[Line]:
        """A forced line break begins a new line; the label stands on the first."""
        properties = child(paragraph, PROPERTIES)
        style = self.styles.of(value_at(properties, STYLE))
        label = self._label(properties, style)
        pieces = self._pieces(paragraph)
        looks = self._looks(paragraph, style) if any(text for text, _ in pieces) else _PLAIN
        for text, page in pieces:
            yield self._line(text, label, page, looks if text else _PLAIN)
            label = ""
        for box in self.boxes.get(paragraph, ()):
            for block in self.blocks(box):
                yield from _lines(block)

    def _line(self, text: str, label: str, page: int | None, looks: Looks) -> Line:
        self.number += 1
        return Line(self.number, text, page, label, *looks)

    def _looks(self, paragraph: etree._Element, style: Style) -> Looks:
        centred = justification(child(paragraph, PROPERTIES))
        bold = self._bold(paragraph, bool(style.bold))
        return bold, bool(style.centred if centred is None else centred)

    def _bold(self, paragraph: etree._Element, inherited: bool) -> bool:
        for run in paragraph.iter(RUN):
            said = switch(child(run, RUN_PROPERTIES))
            if not (inherited if said is None else said) and _prints(run):
                return False
        return True

    def _pieces(self, paragraph: etree._Element) -> list[tuple[str, int | None]]:
        pieces: list[tuple[str, int | None]] = []
        words: list[str] = []
        page = self.page
        for (
            node
        ) in paragraph.iter():  # all of them: to look for seven names costs lxml ten times that
            kind = node.tag
            if kind not in PRINTED:
                continue
            if kind == TEXT:
                words.append(node.text or "")
            elif kind == PAGE:
                self.page = (self.page or 0) + 1
                page = page if any(word.strip() for word in words) else self.page
            elif kind != BREAK:
                words.append(SIGNS[kind])
            elif node.get(BREAK_KIND) in (None, "textWrapping"):
                words.append("\n")
            if words and words[-1] == "\n":
                pieces.append(("".join(words[:-1]), page))
                words, page = [], self.page
        return [*pieces, ("".join(words), page)]

    def _label(self, properties: etree._Element | None, style: Style) -> str:
        own = child(properties, NUMBERED)
        number, depth = value_at(own, NUMBER), value_at(own, DEPTH)
        if number is None and style.number is not None:
            number = style.number
            placed = self.numbering.level_of_style(number, style.numbered_by)
            depth = depth or style.depth or (None if placed is None else str(placed))
        if number is None or number == "0":
            return ""
        return self.numbering.label(number, _whole(depth, 0))

    def table(self, table: etree._Element) -> Table:
        """Cells by row; a cell merged downwards stands once, in its first row."""
        grid = _Grid()
        for row in _children(table, ROW):
            grid.rows.append([])
            page = last = self.page
            column = _whole(value_at(row, ROW_PROPERTIES, BEFORE), 0)
            for cell in _children(row, CELL):
                self.page = page
                lines = [line for block in self.blocks(cell) for line in _lines(block)]
                column = grid.add(cell, column, lines)
                last = max(last or 0, self.page or 0) or None
            self.page = last
        return Table(tuple(tuple(row) for row in grid.rows))


@dataclass(slots=True)
class _Grid:
    """The cells as they come; `running` tells, by column, where a cell stands that runs on below."""

    rows: list[list[Cell]] = field(default_factory=list)
    running: dict[int, tuple[int, int]] = field(default_factory=dict)

    def add(self, cell: etree._Element, column: int, lines: list[Line]) -> int:
        """Put a cell into the last row and return the column after it."""
        properties = child(cell, CELL_PROPERTIES)
        columns = _whole(value_at(properties, SPAN), 1)
        merged = child(properties, MERGED)
        above = self.running.get(column)
        if merged is not None and merged.get(VAL) != "restart" and above is not None:
            row, place = above
            self.rows[row][place] = replace(
                self.rows[row][place], rows=self.rows[row][place].rows + 1
            )
            return column + columns
        self.running.pop(column, None)
        if merged is not None:
            self.running[column] = (len(self.rows) - 1, len(self.rows[-1]))
        self.rows[-1].append(Cell(tuple(lines), column, columns))
        return column + columns


def _children(holder: etree._Element, tag: str) -> Iterator[etree._Element]:
    """The children called `tag`, those inside content controls and tracked insertions included."""
    for node in holder:
        if node.tag == tag:
            yield node
        elif node.tag in WRAPPERS:
            yield from _children(node, tag)


def _prints(run: etree._Element) -> bool:
    return any((node.text or "").strip() for node in run.iter(TEXT))


def _whole(text: str | None, default: int) -> int:
    return int(text) if text and text.isdecimal() and len(text) < 4 else default
