"""Numbers of headings and items: used twice, or left out."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from vanban.check.examined import GUIDE, Examined, short
from vanban.check.remarks import Code, Remark, Said, Severity
from vanban.model import Provision
from vanban.paragraphs.numbering import RANKS, mark_of

CODES = (
    Code(
        "repeated-number",
        Severity.WRONG,
        Said(
            "Số “{number}” được dùng hai lần, lần sau ở “{text}”.",
            "The number “{number}” is used twice, the second time for “{text}”.",
        ),
        Said(
            "Hai mục cùng số thì không viện dẫn được mục nào.",
            "Of two items with one number neither can be cited.",
        ),
        Said("Đánh lại số từ mục này trở đi.", "Number the items anew from here on."),
    ),
    Code(
        "skipped-number",
        Severity.WRONG,
        Said(
            "Sau “{before}” là “{number}”: thiếu số {missing}.",
            "“{before}” is followed by “{number}”: “{missing}” is missing.",
        ),
        Said(
            "Người đọc không biết có mục bị mất hay chỉ đánh nhầm số.",
            "A reader cannot tell a lost item from a slip.",
        ),
        Said("Thêm mục còn thiếu, hoặc đánh lại số.", "Add what is missing, or number anew."),
    ),
)
ALPHABET = "abcdđeghiklmnopqrstuvxy"
ROMAN = {"I": 1, "V": 5, "X": 10}
ONES = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")
NUMBERED = ("part", "roman", "article", "arabic", "decimal", "letter", "bracket")
# What a mark of higher rank looks like in the middle of a line, where words were run together.
INLINE = {
    "roman": r"(?:PHẦN|Phần|CHƯƠNG|Chương|PHỤ LỤC|Phụ lục)\s",
    "article": r"(?:PHẦN|Phần|CHƯƠNG|Chương)\s",
    "arabic": r"(?<!\S)(?:[IVX]{1,5}\s?[.)]\s|Điều\s+\d+\s?[.:]|Mục\s|MỤC\s)",
}
BELOW = r"(?<!\S)(?:[IVX]{1,5}\s?[.)]\s|Điều\s+\d+\s?[.:]|\d{1,2}(?:\.\d{1,2})*\s?[.)]\s*\w)"


@dataclass(frozen=True, slots=True)
class Slip:
    """A number out of order: `missing` is what was left out, "" for a number used twice."""

    provision: Provision
    before: Provision
    missing: str = ""


@dataclass(slots=True)
class _Run:
    """Items of one kind that follow one another under one heading."""

    last: Provision
    ordinal: int
    seen: set[int]
    prefix: str


def number_slips(provisions: Sequence[Provision], restarts: Sequence[int] = ()) -> list[Slip]:
    """What is out of order; every kind begins anew under a new heading, and everything at an annex or
    after one of the lines in `restarts`."""
    found: list[Slip] = []
    runs: dict[str, _Run] = {}
    waiting = sorted(restarts)
    for provision in provisions:
        kind = kind_of(provision.number)
        while waiting and waiting[0] <= provision.quote.line:
            waiting.pop(0)
            runs.clear()
        runs = {name: run for name, run in runs.items() if RANKS[name] <= RANKS[kind]}
        if kind in NUMBERED:
            found += _placed(provision, kind, runs)
    return found


def kind_of(number: str) -> str:
    """The kind of a printed mark: "roman" for "II.", "annex" for "Phụ lục I"."""
    mark = mark_of(f"{number} A")
    return mark.kind if mark else "dash"


def _placed(provision: Provision, kind: str, runs: dict[str, _Run]) -> Iterator[Slip]:
    prefix, ordinal = ordinal_of(provision.number, kind)
    run = runs.get(kind)
    if ordinal is None:
        return
    if run is None or run.prefix != prefix or (ordinal == 1 and run.ordinal != 1):
        runs[kind] = _Run(provision, ordinal, {ordinal}, prefix)
        return
    if ordinal in run.seen:
        yield Slip(provision, run.last)
        run.seen = {ordinal}
    elif ordinal > run.ordinal + 1:
        yield Slip(provision, run.last, _missing(kind, prefix, run.ordinal + 1, ordinal - 1))
    run.last, run.ordinal = provision, ordinal
    run.seen.add(ordinal)


def ordinal_of(number: str, kind: str) -> tuple[str, int | None]:
    """What stands before the last figure ("2." of "2.3"), and the number itself: 2 for "II.", 5 for "đ)"."""
    if kind in ("roman", "part"):
        letters = re.findall(r"[IVX]+(?![^\W\d_])", number)
        figures = re.findall(r"\d{1,6}", number)
        if letters:
            return "", roman(letters[-1])
        return "", int(figures[-1]) if figures else None
    if kind == "letter":
        return "", ALPHABET.index(number[0]) + 1 if number[0] in ALPHABET else None
    figures = re.findall(r"\d{1,6}", number)
    return ".".join(figures[:-1]), int(figures[-1]) if figures else None


def roman(letters: str) -> int:
    """The number that Roman numerals say."""
    values = [ROMAN[letter] for letter in letters]
    return sum(
        -value if value < max(values[place:]) else value for place, value in enumerate(values)
    )


def as_roman(number: int) -> str:
    """1..39 in Roman numerals."""
    return "X" * (number // 10) + ONES[number % 10]


def _missing(kind: str, prefix: str, first: int, last: int) -> str:
    return ", ".join(_printed(kind, prefix, number) for number in range(first, last + 1)[:5])


def _printed(kind: str, prefix: str, number: int) -> str:
    if kind == "roman":
        return as_roman(number)
    if kind == "letter":
        return ALPHABET[number - 1]
    return f"{prefix}.{number}" if prefix else str(number)


def check(document: Examined) -> Iterator[Remark]:
    """Remarks on numbers; a number that stands run into other words is not missed."""
    restarts = [document.line_at(match.start()) for match in GUIDE.finditer(document.flat)]
    for slip in number_slips(document.reading.provisions, restarts):
        if _is_sure(document, slip):
            quotes = (slip.provision.quote, slip.before.quote)
            values = {"number": slip.provision.number, "text": short(slip.provision.text)}
            if slip.missing:
                values |= {"before": slip.before.number, "missing": slip.missing}
            yield Remark("skipped-number" if slip.missing else "repeated-number", values, quotes)


def _is_sure(document: Examined, slip: Slip) -> bool:
    between = document.between(slip.before.quote.line, slip.provision.quote.line)
    between = between[len(slip.before.number) :]
    if slip.missing:
        first = re.escape(slip.missing.split(",")[0])
        return not re.search(rf"(?<![\w./,]){first}\s?[.)/:,-]", between)
    kind = kind_of(slip.provision.number)
    above = INLINE.get(kind, BELOW)
    return not re.search(above, between.removesuffix(slip.provision.number))
