"""Words that remember where they stand, so that whatever is made of them can be quoted exactly."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from vanban.model import Block, Box, Line, Quote
from vanban.repair import as_printed


class Word(NamedTuple):
    """A word as printed. `ordinal` counts the words of the source; a jump in it means that something was left out."""

    text: str
    ordinal: int
    line: int
    page: int | None
    first: bool  # of its line, unless that goes on from the line above
    gap: bool  # an empty line, a page break or the edge of a cell stands before it
    box: Box | None = None  # of its line
    printed: str = ""  # where the print has other letters: "Ðiều"


Words = Sequence[Word]
_MADE = tuple.__new__  # a third of the time of calling `Word`; a long plan has some ten thousand


def lines_of(blocks: Iterable[Block]) -> Iterator[Line]:
    """All lines in reading order, those in table cells included."""
    for block in blocks:
        if isinstance(block, Line):
            yield block
        else:
            for row in block.rows:
                for cell in row:
                    yield from cell.lines


def words_of(lines: Iterable[Line], ordinal: int = 0) -> list[Word]:
    """The words of the lines, counted from `ordinal`; where a line was left out between two, the ordinals jump."""
    words: list[Word] = []
    gap, before = True, 0
    for line in lines:
        ordinal += before > 0 and line.number > before + 1
        found = _words_on(line, ordinal, gap=gap)
        words += found
        ordinal += len(found)
        before, gap = line.number, not found
    return words


def _words_on(line: Line, ordinal: int, *, gap: bool) -> list[Word]:
    parts = line.text.split()
    printed = line.printed.split() or [""] * len(parts)
    number, page, box = line.number, line.page, line.box
    words = [
        _MADE(Word, (part, place, number, page, False, False, box, raw))
        for place, (part, raw) in enumerate(zip(parts, printed, strict=True), ordinal)
    ]
    if words:
        first = (parts[0], ordinal, number, page, not line.wrapped, gap, box, printed[0])
        words[0] = _MADE(Word, first)
    return words


def text_of(words: Words) -> str:
    """The words with single spaces between."""
    return " ".join([word.text for word in words])


def quotes_of(words: Words) -> tuple[Quote, ...]:
    """One quote for every stretch without omission; a page break or a repeated head makes a new one."""
    stretches: list[list[Word]] = []
    before = 0
    for word in words:
        if stretches and 0 <= word.ordinal - before <= 1:
            stretches[-1].append(word)
        else:
            stretches.append([word])
        before = word.ordinal
    return tuple([_quote(stretch) for stretch in stretches])


def _quote(stretch: Words) -> Quote:
    boxes = dict.fromkeys([word.box for word in stretch if word.box])
    first, last = stretch[0], stretch[-1]
    text = " ".join(
        [as_printed(word.text, word.printed) if word.printed else word.text for word in stretch]
    )
    return Quote(text, first.line, last.line, first.page, tuple(boxes))


def trimmed(words: Words, marks: str = "") -> Words:
    """The words without leading bullets; `marks` at the end of the last word fall away too."""
    start, end = 0, len(words)
    while start < end and words[start].text in BULLETS:
        start += 1
    kept = list(words[start:end])
    if kept and len(kept[0].text) > 1 and kept[0].text[0] in BULLETS:
        kept[0] = kept[0]._replace(text=kept[0].text[1:])
    while kept and marks and kept[-1].text.rstrip(marks) != kept[-1].text:
        shorter = kept[-1].text.rstrip(marks)
        kept[-1:] = [kept[-1]._replace(text=shorter)] if shorter else []
    return kept


BULLETS = frozenset("-–—•*+")
