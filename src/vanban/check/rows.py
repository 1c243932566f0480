"""The column of numbers in a table: gaps and repetitions."""

from collections.abc import Iterator, Sequence

from vanban.check.examined import Examined, short
from vanban.check.grids import GridRow, grid_of
from vanban.check.remarks import Code, Remark, Said, Severity
from vanban.model import Quote
from vanban.passages import quotes_of, words_of
from vanban.tables.columns import Column, column_of

_WHY = Said(
    "Số thứ tự dùng để viện dẫn và đếm nhiệm vụ.",
    "The numbers serve to cite the rows and to count them.",
)
_TODO = Said(
    "Đánh lại số thứ tự; xem có dòng nào bị mất.",
    "Number the rows anew; see whether one was lost.",
)
CODES = (
    Code(
        "row-skipped",
        Severity.WRONG,
        Said(
            "Cột số thứ tự từ {before} sang {number}, thiếu {missing}.",
            "The column of numbers goes from {before} to {number}; {missing} is missing.",
        ),
        _WHY,
        _TODO,
    ),
    Code(
        "row-repeated",
        Severity.WRONG,
        Said(
            "Số thứ tự {number} được dùng hai lần: “{text}”.",
            "The row number {number} is used twice: “{text}”.",
        ),
        _WHY,
        _TODO,
    ),
)
HEAD_ROWS = 3


def check(document: Examined) -> Iterator[Remark]:
    """Remarks on tables with a column of numbers in front; a new group may begin at 1 again."""
    for table in document.tables:
        rows = grid_of(table)
        column = _number_column(rows)
        if column is not None:
            yield from _slips(rows, column)


def _number_column(rows: Sequence[GridRow]) -> int | None:
    for row in rows[:HEAD_ROWS]:
        for column, text in row.texts.items():
            if column_of(text) is Column.NUMBER:
                return column
    return None


def _slips(rows: Sequence[GridRow], column: int) -> Iterator[Remark]:
    before = 0
    seen: set[int] = set()
    for row in rows:
        text = row.texts.get(column, "").strip(" .)")
        if not text.isdecimal() or len(text) > 3 or _counts_columns(row):
            if text and not text.isdecimal():
                seen, before = set(), 0
            continue
        number = int(text)
        if number in seen and number != 1:
            yield Remark(
                "row-repeated", {"number": text, "text": _words(row, column)}, _quotes(row)
            )
        elif before and number > before + 1:
            missing = ", ".join(str(one) for one in range(before + 1, min(number, before + 6)))
            values = {"before": str(before), "number": text, "missing": missing}
            yield Remark("row-skipped", values, _quotes(row))
        if number == 1:
            seen = set()
        before = number
        seen.add(number)


def _counts_columns(row: GridRow) -> bool:
    """Whether a row numbers the columns: (1) (2) (3)."""
    filled = [text.strip(" ().") for text in row.texts.values() if text.strip()]
    return len(filled) > 2 and all(text.isdecimal() for text in filled)


def _words(row: GridRow, column: int) -> str:
    return short(
        max((text for place, text in row.texts.items() if place != column), key=len, default="")
    )


def _quotes(row: GridRow) -> tuple[Quote, ...]:
    words = words_of(row.lines)
    return quotes_of(words)[:1] if words else ()
