"""The sheets of an .xlsx file: what each cell shows, which are merged, hidden, ruled or bold."""

import re
import zipfile
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from lxml import etree

from vanban.sources.excel.display import BUILT_IN, GENERAL, displayed
from vanban.sources.oldfonts import decoder_of
from vanban.sources.package import (
    LARGEST_READ,
    check_read,
    open_container,
    parse_part,
    relations_of,
)
from vanban.sources.text import check_lines
from vanban.sources.unreadable import Unreadable

S = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
STRICT_RELATION = "{http://purl.oclc.org/ooxml/officeDocument/relationships}id"
_PLACE = re.compile(r"([A-Z]{1,3})([1-9]\d{0,6})")
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
_TRUE = ("1", "true")
MOST_COLUMNS = 16_384
MOST_CELLS = 1_000_000  # of one sheet, empty ones with a style too
MOST_CHARACTERS = 20_000_000  # of all sheets; a cell may repeat a string that is kept once
MOST_MERGED = 50_000

Place = tuple[int, int]  # row and column, both from 1
Piece = tuple[str, str]  # text and the font it is in, "" for that of the cell


@dataclass(frozen=True, slots=True)
class Look:
    """What a style of cells says."""

    form: str = GENERAL
    font: str = ""
    bold: bool = False
    ruled: bool = False  # a line on its left or right: a cell of a table
    centred: bool = False


@dataclass(frozen=True, slots=True)
class Shown:
    """A cell as it is shown."""

    text: str
    look: Look


@dataclass(slots=True)
class Sheet:
    """The visible cells of a visible sheet; `merged` tells the last row and column by the first."""

    cells: dict[int, dict[int, Shown]] = field(default_factory=dict)
    merged: dict[Place, Place] = field(default_factory=dict)
    hidden: list[int] = field(default_factory=list)  # rows, in order
    characters: int = 0

    def put(self, row: int, column: int, shown: Shown, most: int) -> None:
        """Add a cell; raises `Unreadable`, too-big-inside, for more than `most` characters in all."""
        self.cells[row][column] = shown
        self.characters += len(shown.text)
        if self.characters > most:
            limit = str(MOST_CHARACTERS // 1_000_000)
            raise Unreadable("too-big-inside", {"size": f"> {limit}", "limit": limit})

    def skips(self, row: int, following: int) -> bool:
        """Whether an empty row is seen between two rows."""
        between = bisect_left(self.hidden, following) - bisect_right(self.hidden, row)
        return following - row - 1 > between


@dataclass(frozen=True, slots=True)
class _Book:
    strings: list[list[Piece]]
    looks: list[Look]
    from_1904: bool


def read_workbook(path: Path) -> list[Sheet]:
    """The visible sheets in order. Raises `Unreadable`: what `open_container` raises, too-long, not-xlsx."""
    with open_container(path, "not-xlsx") as container:
        top = {kind: target for kind, _, target in relations_of(container, "")}
        main = top.get("officeDocument", "xl/workbook.xml")
        names = set(container.namelist())
        if main not in names or not main.startswith("xl/"):
            raise Unreadable("not-xlsx")
        root = parse_part(container, main)
        if root.tag != f"{S}workbook":
            raise Unreadable("not-xlsx")
        related = {
            key: (kind, name) for kind, key, name in relations_of(container, main) if name in names
        }
        targets = [name for kind, name in _visible(root, related) if kind == "worksheet"]
        check_read(container, targets, LARGEST_READ)
        book = _book(container, root, dict(related.values()))
        sheets: list[Sheet] = []
        characters = 0
        for name in targets:
            sheets.append(_sheet(parse_part(container, name), book, MOST_CHARACTERS - characters))
            characters += sheets[-1].characters
        return sheets


def _visible(
    root: etree._Element, related: Mapping[str, tuple[str, str]]
) -> Iterator[tuple[str, str]]:
    for sheet in root.iter(f"{S}sheet"):
        key = sheet.get(RELATION) or sheet.get(STRICT_RELATION) or ""
        if sheet.get("state", "visible") == "visible" and key in related:
            yield related[key]


def _book(container: zipfile.ZipFile, root: etree._Element, parts: Mapping[str, str]) -> _Book:
    strings, looks = parts.get("sharedStrings"), parts.get("styles")
    properties = root.find(f"{S}workbookPr")
    return _Book(
        [_pieces(item) for item in parse_part(container, strings).iter(f"{S}si")]
        if strings
        else [],
        _looks(parse_part(container, looks)) if looks else [],
        properties is not None and properties.get("date1904") in _TRUE,
    )


def _pieces(item: etree._Element) -> list[Piece]:
    """The texts of a string with the fonts they are in; readings of other languages are left out."""
    pieces: list[Piece] = []
    for child in item:
        if child.tag == f"{S}t":
            pieces.append((child.text or "", ""))
        elif child.tag == f"{S}r":
            font = child.find(f"{S}rPr/{S}rFont")
            name = "" if font is None else font.get("val", "")
            pieces.append(("".join(node.text or "" for node in child.iter(f"{S}t")), name))
    return pieces


def _looks(root: etree._Element) -> list[Look]:
    forms = {**BUILT_IN}
    for form in root.iter(f"{S}numFmt"):
        forms[_whole(form.get("numFmtId"), -1)] = form.get("formatCode", GENERAL)
    fonts = [_font(font) for font in root.iterfind(f"{S}fonts/{S}font")]
    borders = [_is_ruled(border) for border in root.iterfind(f"{S}borders/{S}border")]
    looks = []
    for style in root.iterfind(f"{S}cellXfs/{S}xf"):
        font, border = _whole(style.get("fontId"), 0), _whole(style.get("borderId"), 0)
        alignment = style.find(f"{S}alignment")
        name, bold = fonts[font] if font < len(fonts) else ("", False)
        looks.append(
            Look(
                forms.get(_whole(style.get("numFmtId"), 0), GENERAL),
                name,
                bold,
                borders[border] if border < len(borders) else False,
                alignment is not None
                and alignment.get("horizontal") in ("center", "centerContinuous"),
            )
        )
    return looks


def _font(font: etree._Element) -> tuple[str, bool]:
    name, bold = font.find(f"{S}name"), font.find(f"{S}b")
    return (
        "" if name is None else name.get("val", ""),
        bold is not None and bold.get("val", "1") in _TRUE,
    )


def _is_ruled(border: etree._Element) -> bool:
    sides = (border.find(f"{S}{side}") for side in ("left", "right"))
    return any(side is not None and side.get("style", "none") != "none" for side in sides)


def _sheet(root: etree._Element, book: _Book, most: int) -> Sheet:
    """Raises `Unreadable`: too-long, and too-big-inside for more than `most` characters."""
    sheet = Sheet(merged=_merged(root))
    hidden = _hidden_columns(root)
    check_lines(sum(1 for _ in root.iter(f"{S}v", f"{S}is")))
    if (cells := sum(1 for _ in root.iter(f"{S}c"))) > MOST_CELLS:
        raise Unreadable("too-much-inside", {"count": str(cells), "limit": str(MOST_CELLS)})
    number = 0
    for row in root.iterfind(f"{S}sheetData/{S}row"):
        number = _whole(row.get("r"), number + 1)
        if row.get("hidden") in _TRUE:
            sheet.hidden.append(number)
        elif len(row):  # a million rows without a cell are nothing that is seen
            sheet.cells[number] = {}
            for column, shown in _row(row, book, hidden):
                sheet.put(number, column, shown, most)
    sheet.hidden.sort()
    return sheet


def _row(row: etree._Element, book: _Book, hidden: set[int]) -> Iterator[tuple[int, Shown]]:
    column = 0
    for cell in row.iterchildren(f"{S}c"):
        place = _place(cell.get("r", ""))
        column = place[1] if place else column + 1
        style = _whole(cell.get("s"), 0)
        look = book.looks[style] if style < len(book.looks) else Look()
        if column not in hidden:
            yield column, Shown(_text(cell, look, book), look)


def _text(cell: etree._Element, look: Look, book: _Book) -> str:
    kind, value = cell.get("t", "n"), cell.findtext(f"{S}v") or ""
    if kind == "inlineStr":
        inside = cell.find(f"{S}is")
        return "" if inside is None else _written(_pieces(inside), look)
    if kind == "s":
        index = _whole(value, -1)
        return _written(book.strings[index], look) if 0 <= index < len(book.strings) else ""
    if kind in ("str", "d"):
        return _written([(value, "")], look)
    if kind != "n" or not value:
        return ""  # an error, a truth value: nothing a plan says
    try:
        number = float(value)
        return displayed(number, look.form, book.from_1904) if number - number == 0 else ""
    except ValueError:
        return ""


def _written(pieces: list[Piece], look: Look) -> str:
    texts = []
    for text, font in pieces:
        old = decoder_of(font or look.font)
        texts.append(old[1](text) if old else text)
    return _ESCAPED.sub(lambda match: chr(int(match[1], 16)), "".join(texts)).replace("\r", "")


def _merged(root: etree._Element) -> dict[Place, Place]:
    merged: dict[Place, Place] = {}
    for area in root.iterfind(f"{S}mergeCells/{S}mergeCell"):
        first, _, last = area.get("ref", "").partition(":")
        start, end = _place(first), _place(last)
        if start and end and len(merged) < MOST_MERGED:
            merged[start] = end
    return merged


def _hidden_columns(root: etree._Element) -> set[int]:
    hidden: set[int] = set()
    reached = 0  # each column is looked at once, however many stretches claim it
    for first, last in sorted(
        (_whole(column.get("min"), 1), _whole(column.get("max"), 1))
        for column in root.iterfind(f"{S}cols/{S}col")
        if column.get("hidden") in _TRUE or column.get("width") == "0"
    ):
        last = min(last, MOST_COLUMNS)
        hidden.update(range(max(first, reached + 1), last + 1))
        reached = max(reached, last)
    return hidden


def _place(name: str) -> Place | None:
    match = _PLACE.fullmatch(name.replace("$", ""))
    if not match:
        return None
    column = 0
    for letter in match[1]:
        column = column * 26 + ord(letter) - ord("A") + 1
    return int(match[2]), column


def _whole(text: str | None, default: int) -> int:
    return int(text) if text and text.isascii() and text.isdecimal() and len(text) < 8 else default
