"""One item of a section on targets → its targets: figures with indicator, unit and period, or an aim in words."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from vanban.joined import Joined, joined
from vanban.model import Confidence, Finding, Target
from vanban.passages import Word
from vanban.targets.clauses import LOOK_BACK, Clause, clauses_of, sentence_end, sentence_start
from vanban.targets.indicators import CHANGES, EACH, LEADS_IN, LONGEST_LEAD, MEASURES, indicator_of
from vanban.targets.periods import NO_PERIOD, Period, narrower, part_of, period_in_clause
from vanban.targets.quantities import RECURRENCES, Quantity
from vanban.targets.units import STOPS, TOGETHER
from vanban.text import plain

EACH_OF = re.compile(
    r"(?<!\w)(?P<each>(?:mỗi|từng)\s+(?!năm|quý|tháng|tuần|ngày|lần)(?P<who>[^\W\d_][^\d.;:]*))",
    re.I,
)
DOES = re.compile(
    r"(?<!\w)(?:bảo\s+đảm|đảm\s+bảo|xây\s+dựng|thành\s+lập|chọn|lựa\s+chọn|đăng\s+ký|phấn\s+đấu|cử|hỗ\s+trợ"
    r"|duy\s+trì|ra\s+mắt|"
    r"mở|phát\s+triển|ít|tối|hằng|hàng)(?!\w)",
    re.I,
)
PART = re.compile(r"\s*(?:trong\s+đó|riêng)(?!\w)", re.I)
BASELINE = re.compile(r"(?<!\w)từ(?:\s+mức)?\s+\d[^;]*?(?=\s(?:lên|xuống|còn|thành|đến)\s)", re.I)
PRICES = re.compile(r"giá\s+(?:so\s+sánh|cố\s+định|hiện\s+hành)(?:\s+năm\s+\d{4})?", re.I)
FEWEST_WORDS = 3  # an aim says what is to become of what
PRICED = re.compile(r"%/|đồng|USD|EUR")
LEADING = re.compile(
    r"\W*(?:(?:phấn\s+đấu|mục\s+tiêu|đến|trong|hết|năm|giai\s+đoạn|từ|tới|trước|quý|và|cuối)(?!\w)\W*)",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Heading:
    """The headings an item stands under, and the period the nearest of them gives.

    `binding`: the period is the deadline of a task, which a year in the text does not widen.
    """

    section: str
    period: Period
    binding: bool = False


def aims_of(words: Sequence[Word], place: Heading) -> Iterator[Target]:
    """The targets of one item, in order; one in words where the item sets no figure."""
    item = joined(words)
    targets = list(figures_of(words, place))
    yield from targets
    if not targets and len(item.words) >= FEWEST_WORDS:
        yield _in_words(item, place)


def figures_of(words: Sequence[Word], place: Heading) -> Iterator[Target]:
    """The targets of one item that set a figure, in order."""
    item = joined(words)
    before: Target | None = None
    end = 0
    for clause in clauses_of(item.text):
        led = _leading_period(item.text, end, clause)
        place = replace(place, period=led) if led != NO_PERIOD and not place.binding else place
        before = _target(item, clause, place, before)
        end = clause.end
        yield before


def _leading_period(text: str, before: int, clause: Clause) -> Period:
    """A period that opens a clause or the words before it ("Đến năm 2030: …") holds for the figures after it, too."""
    leads = text[clause.start : clause.quantity.number], text[before : clause.start]
    periods = (period_in_clause(lead) for lead in leads if LEADING.match(lead))
    return next((period for period in periods if period != NO_PERIOD), NO_PERIOD)


def _in_words(item: Joined, place: Heading) -> Target:
    end = len(item.text.rstrip(" \n.;,"))
    own = period_in_clause(item.text)
    start, last = place.period if own == NO_PERIOD else own
    text = plain(item.text[:end])
    quotes = item.quotes(0, end)
    return Target(text, text, None, (), None, start, last, quotes=quotes, section=place.section)


def _target(item: Joined, clause: Clause, place: Heading, before: Target | None) -> Target:
    quantity = clause.quantity
    start, end = _period(item.text, clause, place)
    measured = indicator_of(item.text, clause)
    told = before.indicator if before and measured.carried else ""
    target = Target(
        text=plain(item.text[clause.start : clause.end]),
        indicator=plain(f"{told} {measured.text}"),
        comparator=quantity.comparator,
        values=quantity.values,
        unit=quantity.unit,
        start=start,
        end=end,
        strict=quantity.strict,
        recurrence=quantity.recurrence or _recurrence(item.text, clause),
        average=quantity.average,
        price_basis=_prices(item.text, quantity),
        change=_change(item.text, clause, before),
        rank=quantity.rank,
        scope=_scope(item.text, quantity),
        quotes=item.quotes(clause.start, clause.end),
        section=place.section,
    )
    whole = target if told else _inheriting(target, before)
    return _judged(whole, measured.reaching, clause.crowded)


def _period(text: str, clause: Clause, place: Heading) -> Period:
    """What is written before the figure, else behind it, else over the item."""
    number = clause.quantity.number
    own = period_in_clause(BASELINE.sub(" ", text[clause.start : number]))
    if own == NO_PERIOD:
        own = period_in_clause(text[clause.quantity.end : clause.end])
    if own == NO_PERIOD:
        part = part_of(text[clause.start : clause.end], place.period)
        return place.period if place.binding or part == NO_PERIOD else part
    return narrower(own, place.period) if place.binding else own


def _recurrence(text: str, clause: Clause) -> str | None:
    """How often, said before the figure in the same sentence: "Mỗi năm mở 02 lớp, có 60 học viên"."""
    begin = max(0, clause.quantity.start - LOOK_BACK)
    sentence = text[sentence_start(text, begin, clause.quantity.start) : clause.quantity.start]
    each = EACH.search(sentence)
    return RECURRENCES[each["every"].lower()] if each else None


def _prices(text: str, quantity: Quantity) -> str | None:
    """The prices named in the same sentence, for growth and for money."""
    if not quantity.unit or not PRICED.search(quantity.unit):
        return None
    begin = sentence_start(text, max(0, quantity.start - LOOK_BACK), quantity.start)
    match = PRICES.search(text, begin, sentence_end(text, quantity.end))
    return plain(match.group()) if match else None


def _change(text: str, clause: Clause, before: Target | None) -> str | None:
    """ "decrease" of "giảm 50% thời gian"; a figure right behind the comma goes the same way ("…, 50% hồ sơ")."""
    lead = text[max(clause.start, clause.quantity.start - LONGEST_LEAD) : clause.quantity.start]
    match = CHANGES.search(lead)
    if match:
        return "increase" if match["way"].lower() in ("tăng", "thêm") else "decrease"
    bare = not LEADS_IN.sub("", lead, count=1).strip()
    alike = before and before.change and before.unit == clause.quantity.unit
    return before.change if before and alike and bare and clause.follows else None


def _scope(text: str, quantity: Quantity) -> str | None:
    """Each of what has to reach it: "mỗi xã, phường"."""
    begin = sentence_start(text, max(0, quantity.start - LOOK_BACK), quantity.start)
    match = EACH_OF.search(text, begin, quantity.start)
    if match is None:
        return None
    if listed := TOGETHER.match(text, match.start("who")):
        return plain(text[match.start() : listed.end()])
    stops = [one.start() for words in (STOPS, DOES) if (one := words.search(match["who"]))]
    who = match["who"][: min(stops, default=len(match["who"]))].split(",")[0]
    return plain(text[match.start() : match.start("who")] + who) or None


def _inheriting(target: Target, before: Target | None) -> Target:
    """A part is measured as the whole before it: "Tốc độ tăng trưởng …, trong đó công nghiệp chế biến …"."""
    measure = MEASURES.match(before.indicator) if before else None
    if before is None or measure is None or MEASURES.match(target.indicator):
        return target
    if (target.unit or "")[:1] != "%" or (before.unit or "")[:1] != "%":
        return target
    sure = PART.match(target.text)
    named = {"measure": plain(measure.group())}
    return replace(
        target,
        indicator=f"{named['measure']} {target.indicator}",
        confidence=Confidence.SURE if sure else Confidence.CHECK,
        findings=() if sure else (Finding("inherited-measure", named),),
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
