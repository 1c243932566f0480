"""What a cell of a table of targets sets: "≥ 3%", "40 - 50", "≤ 3 Đông Nam Á; ≤ 50 Thế giới", "Top 10"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from vanban.targets.comparators import comparator_after, comparator_before
from vanban.targets.figures import FIGURE, Figure, decimal, find_figures
from vanban.targets.units import unit_at
from vanban.text import fold, plain

PIECES = re.compile(r"\s*(?<!&[gl][te]);\s*|\s*\n\s*(?:[-+•*]\s+)?")
PART_OF = re.compile(rf"\s*(?:đạt\s+)?(?P<part>{FIGURE})\s*/\s*(?P<all>{FIGURE})(?!\d)")
LATEST = 30  # characters before the figure of a cell; behind more words it is part of a description
RANKS = re.compile(r"thu (?:bac|hang|tu)|hang$|xep hang|vi tri|bac xep hang")
DITTO = re.compile(r'(?:["”″\'’]|-?nt-?|như trên|-\s*["”]\s*-)+$', re.I)
IN_BRACKETS = re.compile(
    r"\((?:(?:đvt|đơn vị tính|đơn vị|tính bằng)\s*:?\s*)?(?P<unit>[^()\d]{1,30}|[^()]*%[^()]*)\)\s*:?$",
    re.I,
)
MEASURE = re.compile(
    r"(?:%|‰|điểm|đồng|tỷ|tỉ|triệu|nghìn|ha|km|tấn|kg|m2|m3|m²|m³|usd|mw|kwh|người|hộ|xã|lượt|giường|bác sĩ"
    r"|đơn vị|dự án"
    r"|doanh nghiệp|hợp tác xã|htx|htx|cơ sở|trường|con|cây|sản phẩm|thứ|hạng|căn|lớp|học sinh|lao động|năm|ngày"
    r"|tuổi|lần|vụ)(?!\w)",
    re.I,
)
NUMBER_OF = re.compile(r"(?:tổng\s+)?số\s+(?:lượng\s+)?(?!liệu|hóa|hoá)(?P<what>.+)", re.I)
SHARE = re.compile(r"(?:ty|ti) (?:le|trong)\b|muc do (?:hai long|bao phu)|tam che phu|do che phu")
RISING = re.compile(
    r"(?<!\w)(?P<way>tăng|giảm|thêm|cắt\s+giảm)(?:\s+(?:thêm|trung\s+bình|bình\s+quân|tối\s+thiểu|hằng\s+năm"
    r"|hàng\s+năm|mỗi\s+năm))*\s*(?:\(.*\))?\s*$",
    re.I,
)
AVERAGE = re.compile(
    r"(?:bình\s+quân|trung\s+bình)(?:\s+(?:hằng|hàng|mỗi)\s+năm)?\s*(?:\(.*\))?\s*$", re.I
)


@dataclass(frozen=True, slots=True)
class CellValue:
    """A figure of a cell; `start` and `end` bound its piece of the cell's text."""

    values: tuple[str, ...]
    comparator: str
    strict: bool
    unit: str | None
    recurrence: str | None
    rank: bool
    change: str | None
    average: bool
    start: int = 0
    end: int = 0


def cell_values(text: str) -> Iterator[CellValue]:
    """The figures a cell sets, one of each of its pieces; none where the cell only describes."""
    for start, end in _pieces(text):
        value = _value(text[start:end])
        if value:
            yield replace(value, start=start, end=end)


def _pieces(text: str) -> list[tuple[int, int]]:
    """Stretches between semicolons or lines; a piece without a figure belongs to the one before it."""
    cuts = [match.span() for match in PIECES.finditer(text)]
    bounds = zip(
        [0, *(end for _, end in cuts)], [*(start for start, _ in cuts), len(text)], strict=True
    )
    pieces: list[tuple[int, int]] = []
    for start, end in bounds:
        holds = any(True for _ in find_figures(text[start:end]))
        if pieces and not holds:
            pieces[-1] = pieces[-1][0], end
        else:
            pieces.append((start, end))
    return pieces


def _value(piece: str) -> CellValue | None:
    figure = _first_figure(piece)
    if figure is None or figure.start > LATEST:
        return None
    before, unit = comparator_before(piece, figure.start), unit_at(piece, figure.end)
    sign, strict = before.sign, before.strict
    if after := comparator_after(piece, figure.start, unit.end):
        sign, strict = after[0], False
    sign, strict = _ranked(sign, strict, figure, bool(after))
    lead = piece[: before.start]
    return CellValue(
        values=figure.values,
        comparator="range" if len(figure.values) == 2 else sign,
        strict=strict and len(figure.values) == 1,
        unit=unit.text,
        recurrence=unit.recurrence,
        rank=figure.ranked,
        change=change_of(RISING.search(lead)),
        average=bool(AVERAGE.search(lead)),
    )


def _ranked(sign: str, strict: bool, figure: Figure, after: bool) -> tuple[str, bool]:
    """ "Top 10" is <= 10; "từ thứ 10 trở lên" is <= 10 as well."""
    if figure.ranked and after:
        return "<=" if sign == ">=" else ">=", False
    return ("<=", False) if figure.ranked and sign == "=" else (sign, strict)


def _first_figure(piece: str) -> Figure | None:
    if part := PART_OF.match(piece):
        return Figure((decimal(part["part"]),), part.start("part"), part.end("all"))
    return next(find_figures(piece), None)


def change_of(match: re.Match[str] | None) -> str | None:
    """ "increase" or "decrease" of the word of change that was found."""
    if match is None:
        return None
    return "decrease" if match["way"].lower().endswith("giảm") else "increase"


def unit_for(printed: str, above: str | None, named: Sequence[str], value: CellValue) -> str | None:
    """The unit of a row: its own cell, that of the row above behind a ditto mark, the cell of the figure, brackets
    behind one of the texts that name it (the row, then the column); a share or rate without any is in per cent.
    """
    own = plain(printed)
    if own and DITTO.match(own):
        return above
    if own and own not in ("-", "–"):
        return own
    found = (IN_BRACKETS.search(text) for text in named)
    units = (plain(one["unit"]) for one in found if one and MEASURE.search(one["unit"]))
    return value.unit or next(units, None) or _counted(named[0])


def _counted(name: str) -> str | None:
    """ "%" of a share or rate, else what "Số …" counts."""
    if SHARE.match(fold(name)):
        return "%"
    number = NUMBER_OF.match(name)
    return unit_at(f"0 {number['what']}", 1).text if number else None


def is_rank(unit: str | None) -> bool:
    """Whether a unit is a place in a ranking: "Thứ bậc", "Hạng"."""
    return bool(unit and RANKS.search(fold(unit)))
