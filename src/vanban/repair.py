"""Letters as the rules expect them: composed Unicode, đ for its look-alike ð. Quotes keep what is printed."""

import unicodedata
from collections.abc import Iterator
from dataclasses import replace

from vanban.model import Block, Cell, Line, Source, Table
from vanban.text import nfc

_LETTERS = str.maketrans({"ð": "đ", "Ð": "Đ"})  # eth, of old fonts and keyboards


def repaired(source: Source) -> Source:
    """The source with the letters of every line repaired; a line whose print differs keeps it as `printed`."""
    if all(_is_right(line.text) for block in source.blocks for line in _lines(block)):
        return source
    return replace(source, blocks=tuple(_block(block) for block in source.blocks))


def _lines(block: Block) -> Iterator[Line]:
    if isinstance(block, Line):
        yield block
    else:
        yield from (line for row in block.rows for cell in row for line in cell.lines)


def _block(block: Block) -> Block:
    return _line(block) if isinstance(block, Line) else Table(tuple(_rows(block)))


def _rows(table: Table) -> Iterator[tuple[Cell, ...]]:
    for row in table.rows:
        yield tuple(replace(cell, lines=tuple(map(_line, cell.lines))) for cell in row)


def _line(line: Line) -> Line:
    if _is_right(line.text):
        return line
    composed = nfc(line.text)
    text = composed.translate(_LETTERS)
    return replace(line, text=text, printed=composed if composed != text else "")


def _is_right(text: str) -> bool:
    if text.isascii():
        return True
    return "ð" not in text and "Ð" not in text and unicodedata.is_normalized("NFC", text)


def as_printed(text: str, printed: str) -> str:
    """The letters of a repaired word, or of a part of it, as they are printed; `printed` is the whole word."""
    start = printed.translate(_LETTERS).find(text) if printed else -1
    return printed[start : start + len(text)] if start >= 0 else text
