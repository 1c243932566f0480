"""One item of a section on targets → its targets: figures with indicator, unit and period, or an aim in words."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from vanban.joined import Joined, joined
from vanban.model import Confidence, Finding, Target
from vanban.numbering import UPPER
from vanban.passages import Word
from vanban.targets.periods import NO_PERIOD, Period, period_of
from vanban.targets.quantities import RECURRENCES, Quantity, find_quantities
from vanban.text import plain

STRONG = re.compile(rf";(?=\s|$)|\.(?=\s+(?:[{UPPER}]|[^\w\s(])|\s*$)")
WEAK = re.compile(r",(?=\s)|\s(?=trong\s+đó\s)")
LEADS_IN = re.compile(
    r"(?:[-–+*•]\s*|(?:trong\s+đó|riêng|phấn\s+đấu|đồng\s+thời|và)(?:\s*[:,])?\s+)+", re.I
)
REACHES = re.compile(
    r"(?:(?:\s|^)(?:đạt|chiếm|là|còn|lên|cho|với|có|được|khoảng|bình\s+quân|mức|từ|ở)|\s*[:,])+\s*$",
    re.I,
)
MEASURES = re.compile(
    r"\s*(?:tốc\s+độ\s+(?:tăng\s+trưởng|tăng|giảm)|t[ỷỉ]\s+(?:lệ|trọng)|giá\s+trị|số\s+lượng|mức|sản\s+lượng|"
    r"diện\s+tích|kim\s+ngạch|năng\s+suất|thu\s+nhập|doanh\s+thu|cơ\s+cấu|tổng)(?!\w)",
    re.I,
)
EACH = re.compile(r"(?<!\w)(?:mỗi|hằng|hàng)\s+(?P<every>năm|quý|tháng)(?!\w)[\s,:]*", re.I)
PART = re.compile(r"\s*(?:trong\s+đó|riêng)(?!\w)", re.I)
CHANGES = re.compile(r"(?<!\w)(?:tăng|giảm|thêm)\s*$", re.I)
PRICES = re.compile(r"giá\s+(?:so\s+sánh|cố\s+định|hiện\s+hành)(?:\s+năm\s+\d{4})?", re.I)
FEWEST_WORDS = 3  # an aim says what is to become of what
LOOK_BACK = 2000  # characters before a figure among which its sentence begins
PRICED = re.compile(r"%/|đồng|USD|EUR")


@dataclass(frozen=True, slots=True)
class Heading:
    """The headings an item stands under, and the period the nearest of them gives."""

    section: str
    period: Period


@dataclass(frozen=True, slots=True)
class Clause:
    """The part of an item that belongs to one figure; offsets into the item's text."""

    quantity: Quantity
    start: int
    end: int
    crowded: bool = False  # further figures could not be parted from this one


def aims_of(words: Sequence[Word], place: Heading) -> Iterator[Target]:
    """The targets of one item, in order; one in words where the item sets no figure."""
    item = joined(words)
    before: Target | None = None
    for clause in _clauses(item.text):
        before = _target(item, clause, place, before)
        yield before
    if before is None and len(item.words) >= FEWEST_WORDS:
        yield _in_words(item, place)


def _in_words(item: Joined, place: Heading) -> Target:
    end = len(item.text.rstrip(" \n.;,"))
    own = period_of(item.text)
    start, last = place.period if own == NO_PERIOD else own
    text = plain(item.text[:end])
    quotes = item.quotes(0, end)
    return Target(text, text, None, (), None, start, last, quotes=quotes, section=place.section)


def _clauses(text: str) -> list[Clause]:
    """One clause for each figure: cut at the first full stop or semicolon between two, else the first comma."""
    clauses: list[Clause] = []
    for quantity in find_quantities(text):
        if not clauses:
            clauses.append(Clause(quantity, _sentence_start(text, 0, quantity.start), 0))
            continue
        cut = _cut(text, clauses[-1].quantity.end, quantity.start)
        if cut is None:
            clauses[-1] = _crowded(text, clauses[-1], quantity)
            continue
        begin = _sentence_start(text, cut, quantity.start)
        clauses[-1] = replace(clauses[-1], end=cut)
        clauses.append(Clause(quantity, begin, 0))
    return [_trimmed(text, clause) for clause in clauses]


def _crowded(text: str, clause: Clause, quantity: Quantity) -> Clause:
    """Of "từ 5% xuống 3%" the second figure is the aim; else the first stays and a person must look."""
    between = text[clause.quantity.end : quantity.start]
    came_from = re.search(r"(?<!\w)từ\s*$", text[clause.start : clause.quantity.start])
    if came_from and re.fullmatch(r"\s*(?:lên|xuống|đến|còn)\s*", between):
        return replace(clause, quantity=quantity)
    return replace(clause, crowded=True)


def _sentence_start(text: str, begin: int, at: int) -> int:
    return max((match.end() for match in STRONG.finditer(text, begin, at)), default=begin)


def _cut(text: str, begin: int, end: int) -> int | None:
    match = STRONG.search(text, begin, end) or _outside_brackets(text, begin, end)
    return match.end() if match else None


def _outside_brackets(text: str, begin: int, end: int) -> re.Match[str] | None:
    for match in WEAK.finditer(text, begin, end):
        before = text[begin : match.start()]
        if before.count("(") <= before.count(")"):
            return match
    return None


def _trimmed(text: str, clause: Clause) -> Clause:
    """The clause without the marks around it; the last one ends with its sentence."""
    end = clause.end
    if not end:
        stop = STRONG.search(text, clause.quantity.end)
        end = stop.start() if stop else len(text)
    words = text[clause.start : end]
    start = clause.start + len(words) - len(words.lstrip(" \n-–+,;"))
    return replace(clause, start=start, end=clause.start + len(words.rstrip(" \n.,;")))


def _target(item: Joined, clause: Clause, place: Heading, before: Target | None) -> Target:
    quantity, text = clause.quantity, item.text[clause.start : clause.end]
    own = period_of(text[: quantity.number - clause.start])
    start, end = own if own != NO_PERIOD else _later(text, quantity, clause, place.period)
    indicator, reaching = _indicator(item.text, clause)
    target = Target(
        text=plain(text),
        indicator=indicator,
        comparator=quantity.comparator,
        values=quantity.values,
        unit=quantity.unit,
        start=start,
        end=end,
        strict=quantity.strict,
        recurrence=quantity.recurrence or _recurrence(item.text, clause),
        average=quantity.average,
        price_basis=_prices(item.text, quantity),
        quotes=item.quotes(clause.start, clause.end),
        section=place.section,
    )
    return _judged(_inheriting(target, before), reaching, clause.crowded)


def _recurrence(text: str, clause: Clause) -> str | None:
    """How often, said before the figure in the same sentence: "Mỗi năm mở 02 lớp, có 60 học viên"."""
    begin = max(0, clause.quantity.start - LOOK_BACK)
    sentence = text[_sentence_start(text, begin, clause.quantity.start) : clause.quantity.start]
    each = EACH.search(sentence)
    return RECURRENCES[each["every"].lower()] if each else None


def _later(text: str, quantity: Quantity, clause: Clause, heading: Period) -> Period:
    """The period written behind the figure, else that of the heading."""
    behind = period_of(text[quantity.end - clause.start :])
    return heading if behind == NO_PERIOD else behind


def _prices(text: str, quantity: Quantity) -> str | None:
    """The prices named in the same sentence, for growth and for money."""
    if not quantity.unit or not PRICED.search(quantity.unit):
        return None
    stop = STRONG.search(text, quantity.end)
    match = PRICES.search(
        text,
        _sentence_start(text, max(0, quantity.start - LOOK_BACK), quantity.start),
        stop.start() if stop else len(text),
    )
    return plain(match.group()) if match else None


def _indicator(text: str, clause: Clause) -> tuple[str, bool]:
    """What is measured, and whether a word of reaching ("đạt", "ít nhất") led to the figure."""
    quantity = clause.quantity
    lead = text[clause.start : quantity.start]
    part = LEADS_IN.match(lead)
    lead = EACH.sub("", lead[part.end() :] if part else lead)
    bare = REACHES.sub("", lead).rstrip()
    reaching = len(bare) < len(lead.rstrip()) or quantity.start < quantity.number
    reaching = reaching or bool(CHANGES.search(bare))
    if not bare.strip():
        bare = text[quantity.end : clause.end]
        if quantity.unit and not quantity.unit.startswith("%"):
            bare = f"{quantity.unit} {bare}"
        return plain(bare), True
    if not reaching and quantity.unit:
        bare = f"{bare} {quantity.unit.lstrip('%')}"
    return plain(bare), reaching


def _inheriting(target: Target, before: Target | None) -> Target:
    """A part is measured as the whole before it: "Tốc độ tăng trưởng …, trong đó công nghiệp chế biến …"."""
    measure = MEASURES.match(before.indicator) if before else None
    if before is None or measure is None or MEASURES.match(target.indicator):
        return target
    if (target.unit or "")[:1] != "%" or (before.unit or "")[:1] != "%":
        return target
    sure = PART.match(target.text)
    return replace(
        target,
        indicator=f"{plain(measure.group())} {target.indicator}",
        confidence=Confidence.SURE if sure else Confidence.CHECK,
        findings=()
        if sure
        else (Finding("inherited-measure", {"measure": plain(measure.group())}),),
    )


def _judged(target: Target, reaching: bool, crowded: bool) -> Target:
    findings = list(target.findings)
    if not reaching:
        findings.append(Finding("count-in-activity", {"unit": target.unit or ""}))
    if crowded:
        findings.append(Finding("more-figures", {"text": target.text}))
    if target.start is None and target.end is None:
        findings.append(Finding("no-period", {"text": target.text}))
    confidence = Confidence.CHECK if findings else target.confidence
    return replace(target, findings=tuple(findings), confidence=confidence)
