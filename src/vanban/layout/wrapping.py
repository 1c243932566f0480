"""Lines of a cell that go on from the line above: their first word had no room there."""

import re
from collections.abc import Sequence

from vanban.layout.framed import FramedTable, TableCell
from vanban.layout.printed import PrintedLine

PADDING = 0.012  # of the page width between an edge of a cell and its words, at most
SPACE = 0.25  # letter heights between two words
SLACK = 0.35  # letter heights that a line may keep free though its cell seems to have room
MARK = re.compile(r"[-–—•+*]|\(?(?:\d{1,2}|[a-zđ]{1,2}|[ivx]{1,4})[.)/]")


class Widths:
    """How wide the lines of each column may be, as shares of the page width."""

    def __init__(self, table: FramedTable, pages: Sequence[float]) -> None:
        self.edges = table.xs
        self.pages = pages
        self.padding = dict.fromkeys(range(len(table.xs)), PADDING)
        for cell in table.cells:
            for line in cell.lines:
                left, right = line.left / pages[line.page], line.right / pages[line.page]
                room = min(left - self.edges[cell.column], self._right(cell) - right)
                self.padding[cell.column] = max(0.0, min(self.padding[cell.column], room))

    def _right(self, cell: TableCell) -> float:
        return self.edges[min(cell.column + cell.columns, len(self.edges) - 1)]

    def wraps(self, cell: TableCell, above: PrintedLine, line: PrintedLine) -> bool:
        """Whether `line` goes on from the line above it in a cell; a bullet or number begins anew."""
        first = line.words[0]
        if MARK.match(first.text):
            return False
        width = self._right(cell) - self.edges[cell.column] - 2 * self.padding[cell.column]
        needed = above.right - above.left + SPACE * above.height + first.right - first.left
        return needed > width * self.pages[line.page] - SLACK * above.height
