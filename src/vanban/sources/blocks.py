"""What every reader of a file does with its lines: number them, bound them, bring old encodings into Unicode."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from vanban.model import Block, Cell, Finding, Line, Source, Table
from vanban.passages import lines_of
from vanban.sources.encodings import DECODERS
from vanban.sources.legacy import legacy_encoding
from vanban.sources.text import SAMPLE, check_length
from vanban.sources.unreadable import Unreadable


@dataclass(slots=True)
class LineCounter:
    """Gives lines their numbers, from 1 in reading order."""

    number: int = 0

    def line(
        self,
        text: str,
        page: int | None = None,
        label: str = "",
        bold: bool = False,
        centred: bool = False,
    ) -> Line:
        self.number += 1
        return Line(self.number, text, page, label, bold, centred)


def checked(
    blocks: Sequence[Block], kind: str, pages: int | None = None, notes: tuple[Finding, ...] = ()
) -> Source:
    """The blocks as a source of format `kind`, text in an old encoding turned into Unicode and noted.

    Raises `Unreadable`: too-long, long-line, no-text.
    """
    texts = [line.text for line in lines_of(blocks)]
    check_length(texts)
    if not any(text.strip() for text in texts):
        raise Unreadable("no-text")
    old = legacy_encoding("\n".join(texts)[:SAMPLE])
    if old is None:
        return Source(tuple(blocks), kind, pages, notes)
    decoded = tuple(_decoded(block, DECODERS[old]) for block in blocks)
    return Source(decoded, kind, pages, (*notes, converted(old)))


def converted(encoding: str) -> Finding:
    """The finding that a text was turned into Unicode."""
    return Finding("old-encoding", {"encoding": encoding})


def _decoded(block: Block, decode: Callable[[str], str]) -> Block:
    if isinstance(block, Line):
        return replace(block, text=decode(block.text))
    return Table(tuple(tuple(_decoded_cell(cell, decode) for cell in row) for row in block.rows))


def _decoded_cell(cell: Cell, decode: Callable[[str], str]) -> Cell:
    return replace(cell, lines=tuple(replace(line, text=decode(line.text)) for line in cell.lines))
