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
NEAR = 2.6  # letter heights between the last line of a cut cell and the bottom of the page's table
ALWAYS = 0.95  # of the rows have a number
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
    numbered = [above for above, _ in pairs if above.column in numbers]
    unfinished = any(breaks_sentence(above, cell) for above, cell in filled)
    if any(cell.column in numbers for _, cell in filled):
        return unfinished and not any(above.lines for above in numbered)  # a number in the middle
    if unfinished:
        return True
    if not numbered or not all(above.lines and above.rows == 1 for above in numbered):
        return False
    if len(filled) == 1 and not _always_numbered(first, numbers):
        return _runs_over(*filled[0])  # else it may be a heading between the rows
    return _is_rest(filled, first.bottom)


def _is_rest(filled: Sequence[tuple[TableCell, TableCell]], bottom: float) -> bool:
    """Whether what stands above cells without a number goes down to the end of the page and looks alike."""
    begun = [(above, cell) for above, cell in filled if above.lines]
    return bool(begun) and all(
        bottom - above.lines[-1].bottom < NEAR * above.lines[-1].height
        and above.lines[-1].bold == cell.lines[0].bold
        for above, cell in begun
    )


def _always_numbered(table: FramedTable, numbers: set[int]) -> bool:
    """Whether every row but headings over several columns has its number."""
    cells = [cell for cell in (*table.cells[:SAMPLE], *table.tail) if cell.lines]
    wide = {cell.row for cell in cells if cell.columns > 1}
    rows = {cell.row for cell in cells} - wide
    numbered = {
        row for cell in cells if cell.column in numbers for row in range(cell.row, cell.end)
    }
    return len(rows - numbered) <= (1 - ALWAYS) * len(rows)


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
