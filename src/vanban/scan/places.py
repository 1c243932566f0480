"""Lines found on straightened pages: put back to where the page as it was scanned shows them, doubts noted."""

from collections.abc import Mapping
from dataclasses import replace
from math import cos, radians, sin

from vanban.layout.blocks import box_of
from vanban.model import Block, Box, Line, Source, Table
from vanban.scan.scanned import ScannedPage

Doubts = list[tuple[str, Box]]


def settled(source: Source, pages: Mapping[int, ScannedPage]) -> Source:
    """The source with the boxes of its lines on the pages as they were scanned, `pages` by number.

    Words that were recognised with doubt are named by the line they stand in.
    """
    doubts = {number: _doubts(page, number) for number, page in pages.items()}

    def settle(line: Line) -> Line:
        page = pages.get(line.page or 0)
        if page is None or line.box is None:
            return line
        doubtful = _within(line, doubts[line.page or 0])
        return replace(line, box=_turned_back(line.box, page), doubtful=doubtful)

    def settle_block(block: Block) -> Block:
        if isinstance(block, Line):
            return settle(block)
        return Table(
            tuple(
                tuple(replace(cell, lines=tuple(map(settle, cell.lines))) for cell in row)
                for row in block.rows
            )
        )

    return replace(source, blocks=tuple(map(settle_block, source.blocks)))


def _doubts(page: ScannedPage, number: int) -> Doubts:
    layout = page.layout(number)
    return [
        (word.text, box_of(layout, word.left, word.top, word.right, word.bottom))
        for word in page.words
        if word.doubtful
    ]


def _within(line: Line, doubts: Doubts) -> tuple[str, ...]:
    box, words = line.box, frozenset(line.text.split())
    return tuple(
        text
        for text, at in doubts
        if box is not None
        and text in words
        and box.left <= (at.left + at.right) / 2 <= box.right
        and box.top <= (at.top + at.bottom) / 2 <= box.bottom
    )


def _turned_back(box: Box, page: ScannedPage) -> Box:
    """The box around the same place before the page was straightened."""
    width, height = page.width, page.height
    if page.turn in (90, 270):
        width, height = height, width
    angle = radians(page.slope)
    corners = []
    for x in (box.left, box.right):
        for y in (box.top, box.bottom):
            across, down = (x - 0.5) * width, (y - 0.5) * height
            corners.append(
                (
                    (across * cos(angle) - down * sin(angle)) / width + 0.5,
                    (across * sin(angle) + down * cos(angle)) / height + 0.5,
                )
            )
    lefts, tops = zip(*corners, strict=True)
    return Box(
        box.page,
        *(round(min(1.0, max(0.0, v)), 5) for v in (min(lefts), min(tops), max(lefts), max(tops))),
    )
