"""The parts that all sentences about a judgement share: times, goals, numbers of years."""

from decimal import Decimal
from fractions import Fraction

from django.utils.translation import gettext as _
from django.utils.translation import pgettext, pgettext_lazy

from tiendo.indicators.exactly import decimal_of
from tiendo.indicators.judging.bands import Band
from tiendo.indicators.judging.cases import MONTHS, band_of
from tiendo.indicators.judging.units import Unit
from tiendo.indicators.judging.values import Aim, Comparator, Form, Goal, Judgement
from tiendo.indicators.judging.yearly import goal_in
from tiendo.ui.templatetags.ui import n

NUMBERS = (
    *(pgettext_lazy("number", "one"), pgettext_lazy("number", "two")),
    *(pgettext_lazy("number", "three"), pgettext_lazy("number", "four")),
    *(pgettext_lazy("number", "five"), pgettext_lazy("number", "six")),
    *(pgettext_lazy("number", "seven"), pgettext_lazy("number", "eight")),
    *(pgettext_lazy("number", "nine"), pgettext_lazy("number", "ten")),
)


def capital(words: str) -> str:
    """The words at the beginning of a sentence."""
    return f"{words[:1].upper()}{words[1:]}"


def number(count: int) -> str:
    """A small number in words, a larger one in digits."""
    return str(NUMBERS[count - 1]) if 0 < count <= len(NUMBERS) else str(count)


def listed(years: tuple[int, ...]) -> str:
    """Years one after another: "2021, 2023"."""
    return ", ".join(map(str, years))


def when(judgement: Judgement) -> str:
    """The time of the figure: "2024", "the first 9 months of 2024"."""
    facts = {"year": judgement.year, "months": judgement.months}
    if judgement.months == MONTHS:
        return pgettext("when", "%(year)s") % facts
    if judgement.months == 1:
        return _("the first month of %(year)s") % facts
    return _("the first %(months)s months of %(year)s") % facts


def months_left(judgement: Judgement, aim: Aim) -> int:
    """How many months of the term come after the figure."""
    return (aim.last_year - (judgement.year or aim.last_year)) * MONTHS + MONTHS - judgement.months


def goal(judgement: Judgement, aim: Aim) -> Goal | None:
    """The goal that the figure is held against: of its year, where every year has one."""
    if aim.form == Form.EACH_YEAR and judgement.year is not None:
        return goal_in(aim, judgement.year)
    return aim.goal


def band(judgement: Judgement, aim: Aim) -> Band | None:
    """Which figures meet that goal."""
    held = goal(judgement, aim)
    return band_of(aim, held) if held else None


def edge(judgement: Judgement, aim: Aim) -> Decimal:
    """Where the goal begins, seen from the figure."""
    value, held = judgement.figure or Decimal(0), band(judgement, aim)
    return decimal_of(held.edge(Fraction(value))) if held else value


def span(judgement: Judgement, aim: Aim) -> tuple[Decimal, Decimal] | None:
    """Both edges of a range or of "about"; None for one figure."""
    held = band(judgement, aim)
    if held is None:
        return None
    edges = [each for each in (held.low, held.high, held.far) if each is not None]
    return (decimal_of(min(edges)), decimal_of(max(edges))) if min(edges) < max(edges) else None


def beside(judgement: Judgement, aim: Aim) -> Decimal:
    """How far a figure lies beside the goal; zero at its edge and within a range. Above zero when it is above."""
    value, edges = judgement.figure or Decimal(0), span(judgement, aim)
    if edges is None:
        return value - edge(judgement, aim)
    low, high = edges
    return min(value - low, Decimal(0)) + max(value - high, Decimal(0))


def falls(judgement: Judgement, aim: Aim) -> bool:
    """Whether less is better, seen from the figure."""
    held = band(judgement, aim)
    return held is not None and held.sign(Fraction(judgement.figure or 0)) < 0


def goal_words(judgement: Judgement, aim: Aim, unit: Unit) -> str:
    """The figure of the goal as people print it: "12,5%", "5-6%", "about 20 (19 to 21)"."""
    held = goal(judgement, aim)
    if held is None:
        return ""
    if held.comparator == Comparator.RANGE and held.high is not None:
        return unit.united(f"{n(held.low)}-{n(held.high)}")
    if held.comparator != Comparator.ABOUT:
        return unit.united(n(held.low))
    reach = abs(held.low * aim.tolerance / 100)
    facts = {"low": n(held.low - reach), "high": n(held.low + reach)}
    return _("about %(figure)s (%(low)s to %(high)s)") % {
        **facts,
        "figure": unit.united(n(held.low)),
    }


def least(judgement: Judgement, aim: Aim, unit: Unit) -> Decimal:
    """What is missing to the goal; one more of what is counted, where the goal has to be passed."""
    gap, held = judgement.gap or Decimal(0), goal(judgement, aim)
    passed = held is not None and held.strict and unit.counted and gap % 1 == 0
    return gap + 1 if passed else gap
