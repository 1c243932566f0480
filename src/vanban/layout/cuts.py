"""Whether a row of a table goes on behind a page break, and whether a cell merged downwards does."""

import re
from collections.abc import Sequence

from vanban.layout.framed import FramedTable, TableCell
from vanban.layout.printed import PrintedLine

NUMBERED = re.compile(r"\(?(?:\d{1,3}(?:\.\d{1,3}){0,4}|[IVXLC]{1,6}|[A-HĐ]|[a-zđ]{1,2})[.)]{0,2}$")
ENDED = re.compile(r"[.;:!?…/]['\"”’)]*$")
GOES_ON = re.compile(
    r"[,\-–(]$|\b(?:và|của|các|với|theo|về|để|tại|cho|trong|số|ngày|tháng|năm|cấp)$"
)
SMALL = re.compile(
    r"['\"“‘(]?[a-zàáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ]|[,;.)\]”]"
)
LABEL = re.compile(r"[a-zđ]{1,2}\)|[ivx]+[.)]\s")
MOST = 0.6  # of a column's filled cells are numbers
SAMPLE = 200  # cells from which the numbering columns are known
SPACE = 0.25  # letter heights between two words


def numbering_columns(table: FramedTable) -> set[int]:
    """The columns that hold running numbers."""
    filled: dict[int, int] = {}
    numbered: dict[int, int] = {}
    for cell in (*table.cells[:SAMPLE], *table.tail):
        if cell.lines and cell.columns == 1:
            filled[cell.column] = filled.get(cell.column, 0) + 1
            if NUMBERED.match(cell.text):
                numbered[cell.column] = numbered.get(cell.column, 0) + 1
    # The heading of the column is no number itself.
    return {c for c, count in numbered.items() if count > 1 and count >= MOST * (filled[c] - 1)}


def is_cut(first: FramedTable, second: FramedTable, after: int) -> bool:
    """Whether row `after` of `second` is the rest of the last row of `first`."""
    pairs = [
        (above, cell)
        for cell in second.row(after)
        if (above := cell_above(first, cell)) is not None
    ]
    filled = [(above, cell) for above, cell in pairs if cell.lines]
    if not filled or any(cell.columns != above.columns for above, cell in filled):
        return False
    numbers = numbering_columns(first)
    if any(cell.column in numbers for _, cell in filled):
        return False
    if any(breaks_sentence(above, cell) for above, cell in filled):
        return True
    numbered = [above for above, cell in pairs if above.column in numbers]
    if not numbered or any(cell.rows > 1 for cell in numbered):
        return False
    partly = any(above.lines and not cell.lines for above, cell in pairs if above not in numbered)
    return partly and all(_runs_over(above, cell) for above, cell in filled)


def cell_above(first: FramedTable, cell: TableCell) -> TableCell | None:
    """The cell of the last row of `first` that stands over a cell of the next page."""
    for above in first.tail:
        if above.end == first.height and above.column <= cell.column < above.column + above.columns:
            return above
    return None


def is_carried(above: TableCell, cell: TableCell) -> bool:
    """Whether a cell merged downwards goes on in `cell`, though the row is not cut."""
    if above.columns != cell.columns or above.column != cell.column:
        return False
    if above.rows == cell.rows == 1:
        return False
    if is_repeated(above, cell) or breaks_sentence(above, cell):
        return True
    if not cell.lines:
        return bool(above.lines)
    return not above.lines and above.rows > 1 and cell.rows > 1


def is_full(row: Sequence[TableCell], numbers: set[int]) -> bool:
    """Whether a row says more than a heading, which fills a cell or two."""
    cells = [cell for cell in row if cell.column not in numbers]
    return 2 * sum(bool(cell.lines) for cell in cells) >= max(len(cells), 4)


def is_repeated(above: TableCell, cell: TableCell) -> bool:
    """Whether the words of a cell are printed once more on the new page."""
    return bool(cell.lines) and above.text.split() == cell.text.split()


def breaks_sentence(above: TableCell, cell: TableCell) -> bool:
    """Whether the words of `cell` can only be the end of a sentence begun in `above`."""
    if not above.lines or not cell.lines or is_repeated(above, cell):
        return False
    before, after = above.text, cell.text
    if ENDED.search(before) or LABEL.match(after):
        return False
    open_bracket = before.count("(") > before.count(")") and ")" in after
    return bool(SMALL.match(after) or GOES_ON.search(before) or open_bracket)


def _runs_over(above: TableCell, cell: TableCell) -> bool:
    """Whether the last line of `above` had no room for the first word of `cell`."""
    if not above.lines:
        return False
    last, first = above.lines[-1], cell.lines[0]
    if last.bold != first.bold:
        return False
    widest = max(line.right - line.left for line in _longer(above.lines, cell.lines))
    word = first.words[0]
    needed = last.right - last.left + SPACE * last.height + word.right - word.left
    return needed > widest


def _longer(one: Sequence[PrintedLine], other: Sequence[PrintedLine]) -> list[PrintedLine]:
    return [*one, *other]
