"""Figures that belong together: totals of tables, wholes and their parts, shares of one whole."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from vanban.check.examined import Examined, matches, short
from vanban.check.grids import GridRow, grid_of
from vanban.check.remarks import Code, Remark, Said, Severity
from vanban.passages import quotes_of, words_of
from vanban.targets.figures import decimal
from vanban.text import fold

CODES = (
    Code(
        "sum-of-table",
        Severity.WRONG,
        Said(
            "Dòng “{row}” ghi {said}, cộng các dòng được {sum}.",
            "The row “{row}” says {said}; the rows add up to {sum}.",
        ),
        Said("Tổng phải bằng các phần cộng lại.", "A total is what its parts add up to."),
        Said("Cộng lại và sửa tổng, hoặc sửa dòng sai.", "Add up again; mend the total or a row."),
    ),
    Code(
        "parts-and-whole",
        Severity.WRONG,
        Said(
            "Tổng ghi {said} {unit}, các phần cộng lại được {sum} {unit}.",
            "The whole is given as “{said} {unit}”, the parts add up to “{sum} {unit}”.",
        ),
        Said("Tổng phải bằng các phần cộng lại.", "A total is what its parts add up to."),
        Said("Sửa tổng hoặc sửa các phần.", "Mend the whole or the parts."),
    ),
    Code(
        "more-than-all",
        Severity.WRONG,
        Said(
            "Các phần của một cơ cấu cộng lại được {sum}%.",
            "The shares of one whole add up to {sum}%.",
        ),
        Said(
            "Các tỷ trọng của một tổng không thể quá 100%.", "Shares of one whole cannot pass 100%."
        ),
        Said("Sửa các tỷ trọng.", "Mend the shares."),
    ),
    Code(
        "share-over-100",
        Severity.WRONG,
        Said("Tỷ lệ ghi {said}%: “{text}”.", "A share of {said}%: “{text}”."),
        Said("Tỷ lệ của một tổng không thể quá 100%.", "A share of a whole cannot pass 100%."),
        Said(
            "Sửa con số, hoặc nói rõ so với mốc nào.",
            "Mend the figure, or say what it is compared with.",
        ),
    ),
)
TOTAL = re.compile(
    r"(?:tong(?: cong| so| kinh phi| chi phi| von| hop)?|cong(?: chung)?)(?:\s*[(:].*)?"
)
SUBTOTAL = re.compile(r"cong\b|tong\b")
UPPER_NUMBER = re.compile(r"(?:[IVX]+|[A-ZĐ])[.)]?")
FIGURE = re.compile(r"[\d][\d.,]*")
WHOLE = re.compile(
    r"(?<!\w)tổng(?:\s+[^\W\d_]+){0,8}?\s*(?:là|:|khoảng|dự kiến)?\s*(?P<whole>\d[\d.,]*\d|\d)\s*"
    r"(?P<unit>(?:triệu|tỷ|nghìn)\s+đồng|người|hộ|xã|ha|km|dự án|nhiệm vụ|chỉ tiêu|lớp|m2|tấn)(?!\w)"
    r"[^.;\d]{0,40}?(?P<how>gồm|trong đó)\s*:?",
    re.I,
)
SENTENCE_END = re.compile(r"\.(?=\s|$)")
LONGEST_LIST = 500  # characters within which the parts are named
SHARES = re.compile(r"cơ\s+cấu(?P<parts>[^.]{10,300}?)(?=\.(?:\s|$)|$)", re.I)
PERCENT = re.compile(r"(?P<value>\d[\d.,]*)\s?%")
SHARE = re.compile(
    r"(?<!\w)(?:tỷ lệ|tỉ lệ|tỷ trọng)(?P<what>(?:[^\W\d]|[ ,/()-]){5,160}?)\s*"
    r"(?:đạt|là|trên|từ|tối thiểu|ít nhất|[:>≥]|\s)*(?P<value>\d[\d.,]*)\s?%",
    re.I,
)
GROWING = re.compile(
    r"tăng|giảm|so với|vượt|kế hoạch|dự toán|tỷ lệ lấp đầy|che phủ|bảo đảm thanh toán|tăng trưởng",
    re.I,
)
FEWEST = 2  # rows or parts that can be added up
ALL = Decimal(100)  # percent of a whole
MOVING = re.compile(r"trong đó|năm", re.I)  # parts of parts, or shares of several years
HALF = Decimal("0.5")


@dataclass(frozen=True, slots=True)
class _Row:
    """A row of figures: its number and the figures by column."""

    row: GridRow
    figures: dict[int, Decimal]
    upper: bool  # a heading over the rows below: "I", "A"


def check(document: Examined) -> Iterator[Remark]:
    """Remarks on figures that do not add up."""
    for table in document.tables:
        yield from _table(grid_of(table))
    yield from _wholes(document)
    yield from _shares(document)


def _table(rows: Sequence[GridRow]) -> Iterator[Remark]:
    above: list[_Row] = []
    for row in rows:
        name = next((text for text in row.texts.values() if TOTAL.fullmatch(fold(text))), "")
        figures = figures_of(row)
        if name and figures and len(above) >= FEWEST:
            yield from _total(row, name, figures, above)
            return
        if figures and not SUBTOTAL.match(fold(row.first)):
            above.append(_Row(row, figures, bool(UPPER_NUMBER.fullmatch(row.first))))


def figures_of(row: GridRow) -> dict[int, Decimal]:
    """The columns behind the first that hold a figure and nothing else."""
    read = {
        column: figure_of(text.strip())
        for column, text in sorted(row.texts.items())[1:]
        if FIGURE.fullmatch(text.strip())
    }
    return {column: figure for column, figure in read.items() if figure is not None}


def figure_of(text: str) -> Decimal | None:
    """A figure as printed in Vietnamese; None where points and commas make none."""
    try:
        return Decimal(decimal(text.rstrip(".,")))
    except (InvalidOperation, ValueError):
        return None


def _figures(texts: Iterable[str]) -> list[Decimal]:
    return [figure for text in texts if (figure := figure_of(text)) is not None]


def _total(
    row: GridRow, name: str, figures: dict[int, Decimal], above: Sequence[_Row]
) -> Iterator[Remark]:
    """A total that no way of adding gives: all rows, the headings alone, the rows below them alone."""
    for column, said in figures.items():
        values = [(one.figures[column], one.upper) for one in above if column in one.figures]
        ways = [
            [value for value, _ in values],
            [value for value, upper in values if upper],
            [value for value, upper in values if not upper],
        ]
        sums = [sum(way, Decimal(0)) for way in ways if len(way) >= FEWEST]
        whole_column = len(values) == len(above)
        if (
            sums
            and whole_column
            and all(abs(one - said) > _slack(said, len(values)) for one in sums)
        ):
            told = {"row": short(name, 6), "said": _vietnamese(said), "sum": _vietnamese(sums[0])}
            yield Remark("sum-of-table", told, quotes_of(words_of(row.lines)))


def _slack(said: Decimal, count: int) -> Decimal:
    """What rounding may make of so many figures."""
    exponent = said.as_tuple().exponent
    last = Decimal(1).scaleb(exponent if isinstance(exponent, int) else 0)
    return last * HALF * (count + 1) if exponent else Decimal(0)


def _vietnamese(figure: Decimal) -> str:
    """1234.5 as 1.234,5."""
    text = f"{figure:,f}"
    return text.replace(",", " ").replace(".", ",").replace(" ", ".")


def _wholes(document: Examined) -> Iterator[Remark]:
    """ "Tổng … 100 người, gồm: 60 nam; 30 nữ": parts of the same unit that do not make the whole.

    Behind "trong đó" not every part need be named: only more than the whole is wrong.
    """
    for match in matches(WHOLE, document):
        named = SENTENCE_END.split(document.flat[match.end() : match.end() + LONGEST_LIST])[0]
        unit = re.escape(match["unit"])
        parts = _figures(re.findall(rf"(\d[\d.,]*\d|\d)\s*{unit}(?!\w)", named, re.I))
        whole, total = figure_of(match["whole"]), sum(parts, Decimal(0))
        if whole is None or len(parts) < FEWEST or "trong đó" in named.lower():
            continue
        listed = match["how"].lower() == "gồm" and len(parts) == len(FIGURE.findall(named))
        if total > whole or (listed and total != whole):
            told = {"said": match["whole"], "sum": _vietnamese(total), "unit": match["unit"]}
            quotes = document.quotes(match.start(), match.end() + len(named))
            yield Remark("parts-and-whole", told, quotes)


def _shares(document: Examined) -> Iterator[Remark]:
    for match in matches(SHARES, document):
        total = sum(shares := _figures(PERCENT.findall(match["parts"])), Decimal(0))
        moving = GROWING.search(match["parts"]) or MOVING.search(match["parts"])
        if len(shares) > FEWEST and total > ALL + 1 and not moving:
            told = {"sum": _vietnamese(total)}
            yield Remark("more-than-all", told, document.quotes(*match.span()))
    for match in matches(SHARE, document):
        before = document.flat[max(0, match.start() - 30) : match.start()]
        after = document.flat[match.end() : match.end() + 40]
        share = figure_of(match["value"])
        compared = GROWING.search(f"{before} {match['what']} {after}")
        if share is not None and share > ALL and not compared:
            told = {"said": match["value"], "text": short(match.group())}
            yield Remark("share-over-100", told, document.quotes(*match.span()))
