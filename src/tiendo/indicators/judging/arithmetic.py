"""The sum behind a judgement, as one writes it on paper: "(579 ÷ 431)^(1/4) − 1 = 7,7% < 8%"."""

from collections.abc import Callable, Mapping
from decimal import Decimal

from tiendo.indicators.judging.cases import MONTHS
from tiendo.indicators.judging.telling import edge, span
from tiendo.indicators.judging.units import Unit
from tiendo.indicators.judging.values import Aim, Form, Judgement
from tiendo.ui.templatetags.ui import n

MINUS = "\N{MINUS SIGN}"


def arithmetic(judgement: Judgement, aim: Aim, unit: Unit) -> str:
    """The sum, and how its result stands to the goal; "" where no figure is judged."""
    if judgement.figure is None or aim.goal is None:
        return ""
    return WRITTEN[Form(aim.form)](judgement, aim, unit)


def _compared(judgement: Judgement, aim: Aim, unit: Unit) -> str:
    """ "11,6% < 12,5%"."""
    value, at, edges = judgement.figure or Decimal(0), edge(judgement, aim), span(judgement, aim)
    shown = unit.amount(value, at)
    if edges and edges[0] <= value <= edges[1]:
        return f"{n(edges[0])} ≤ {shown} ≤ {n(edges[1])}"
    sign = "=" if value == at else "<" if value < at else ">"
    return f"{shown} {sign} {unit.united(n(at))}"


def _of_level(judgement: Judgement, aim: Aim, unit: Unit) -> str:
    """ "10,1 + (12,5 − 10,1) × 4/5 = 12,0%; 11,6% < 12,5%"."""
    compared = _compared(judgement, aim, unit)
    if judgement.expected is None or aim.path or len(judgement.parts) < 2:
        return compared
    base, at = n(judgement.parts[0].value), n(edge(judgement, aim))
    elapsed = _years(((judgement.year or 0) - (aim.base_year or 0)) * MONTHS, judgement.months)
    all_years = aim.last_year - (aim.base_year or aim.first_year - 1)
    expected = unit.amount(judgement.expected, judgement.figure)
    return f"{base} + ({at} {MINUS} {base}) × {elapsed}/{all_years} = {expected}; {compared}"


def _years(months_to_its_end: int, months: int) -> str:
    """A time in years: 4, or 3,75 where only nine months of the year are counted."""
    return n(Decimal(months_to_its_end - MONTHS + months) / MONTHS)


def _of_year(judgement: Judgement, aim: Aim, unit: Unit) -> str:
    """ "550 × 11/12 = 504,2; 512 lao động < 550 lao động"."""
    compared = _compared(judgement, aim, unit)
    if judgement.expected is None or aim.of_rates:
        return compared
    share = unit.written(judgement.expected, judgement.figure)
    return f"{n(edge(judgement, aim))} × {judgement.months}/{MONTHS} = {share}; {compared}"


def _of_growth(judgement: Judgement, aim: Aim, unit: Unit) -> str:
    first, last = judgement.parts[0], judgement.parts[-1]
    compared = _compared(judgement, aim, unit)
    if aim.of_rates:
        factors = " × ".join(n(1 + each.value / 100) for each in judgement.parts)
        return f"({factors})^(1/{len(judgement.parts)}) {MINUS} 1 = {compared}"
    ratio = f"{n(last.value)} ÷ {n(first.value)}"
    return f"({ratio})^(1/{last.year - first.year}) {MINUS} 1 = {compared}"


def _of_sum(judgement: Judgement, aim: Aim, unit: Unit) -> str:
    """ "498 + 560 + 571 = 1.629 lao động < 2.750 lao động"."""
    compared = _compared(judgement, aim, unit)
    if len(judgement.parts) < 2:
        return compared
    addends = " + ".join(
        n(each.value) if each.value >= 0 else f"({n(each.value)})" for each in judgement.parts
    )
    return f"{addends} = {compared}"


WRITTEN: Mapping[Form, Callable[[Judgement, Aim, Unit], str]] = {
    Form.LEVEL: _of_level,
    Form.EACH_YEAR: _of_year,
    Form.MEAN_GROWTH: _of_growth,
    Form.CUMULATIVE: _of_sum,
    Form.WORDS: lambda judgement, aim, unit: "",
}
