"""What is asked about a figure before it is stored: in words, with what to type instead. Pure.

A doubt holds the figure back until somebody says why it is right; one that is not `unless_reason` refuses it.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from math import log10

from django.utils.translation import gettext as _

from tiendo.indicators.exactly import decimal_of
from tiendo.indicators.formula_tree import may_be_thousands
from tiendo.indicators.judging.values import Nature
from tiendo.indicators.models import Calendar
from tiendo.indicators.periods import Period
from tiendo.indicators.units import factor_between
from tiendo.registers.register import Fault
from tiendo.ui.templatetags.ui import n

JUMP, BEYOND = 5, 2  # times the figure before; times any figure of late
LATE, FIGURES, DIGITS = (
    5,
    3,
    20,
)  # so many figures before count; as many digits are no chance; what is measured
SETTLED = (Nature.ESTIMATE, Nature.PRELIMINARY, Nature.OFFICIAL)


class Kind(StrEnum):
    """What a doubt is about."""

    TWO_WAYS = "two-ways"
    TOO_LARGE = "too-large"
    TOO_SMALL = "too-small"
    FRACTION = "fraction"
    ZERO = "zero"
    SIGN = "sign"
    COPIED = "copied"
    TO_COME = "to-come"
    NOT_OVER = "not-over"
    PART_OF_TIME = "part-of-time"
    LESS_SETTLED = "less-settled"
    UNIT = "unit"


@dataclass(frozen=True, slots=True)
class Doubt(Fault):
    """A fault of a figure, with what was probably meant: another figure, or for units what to multiply with."""

    kind: Kind = Kind.TOO_LARGE
    instead: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Existence:
    """A place and the days between which it exists."""

    name: str
    first: date | None = None
    last: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A figure as it was typed, and what it is held against.

    `others` are the figures that count of periods of the same kind, the same place and the same part, in any order;
    `there` is what stands for the period already, with its nature.
    """

    value: Decimal
    period: Period
    nature: Nature = Nature.OFFICIAL
    share: bool = False
    calendar: str = Calendar.STATISTICAL
    others: tuple[tuple[Period, Decimal], ...] = ()
    there: tuple[Decimal, Nature] | None = None
    place: Existence | None = None

    @property
    def known(self) -> dict[Period, Decimal]:
        """The other figures of late, by period: the last ones before it, or the first ones after it."""
        others = {
            period: value
            for period, value in sorted(self.others, key=lambda each: each[0])
            if period != self.period and _is_measured(value)
        }
        before = [period for period in others if period < self.period][-LATE:]
        near = before or list(others)[:LATE]
        return {period: others[period] for period in near}

    @property
    def reference(self) -> tuple[Period, Decimal] | None:
        """The figure to compare with: of the same part of the year before, else the nearest one."""
        known = self.known
        for period, value in known.items():
            if (period.year, period.part) == (self.period.year - 1, self.period.part):
                return period, value
        if not known:
            return None
        nearest = max(known) if max(known) < self.period else min(known)
        return nearest, known[nearest]


def doubts_of(entry: Entry, today: date) -> Iterator[Doubt]:
    """What is asked about an entry: of its size one thing at most, then of its day, its place, its nature."""
    if _is_measured(entry.value):
        yield from _of_size(entry)
    yield from _of_day(entry, today)
    yield from _of_place(entry)
    yield from _of_nature(entry)


def doubt_of_text(text: str, others: tuple[Decimal, ...] = ()) -> Doubt | None:
    """What is asked about "1.500" as it was typed or pasted; None where it means one thing, or others say which."""
    text = text.strip()
    if not may_be_thousands(text):
        return None
    whole = Decimal(text.replace("−", "-").replace(".", "").replace(",", ""))
    decimal = Decimal(text.replace("−", "-").replace(",", "."))
    near = [value for value in others if value and _is_measured(value)]
    if near and _distance(whole, near[-1]) < _distance(decimal, near[-1]):
        return None
    shown = {"text": text, "whole": f"{whole:f}", "decimal": _typed(decimal)}
    words = _("“%(text)s” can be read in two ways. Type %(whole)s, or %(decimal)s.")
    return Doubt("value", words % shown, False, Kind.TWO_WAYS, decimal if near else None)


def doubt_of_unit(given: str, wanted: str) -> Doubt | None:
    """What is asked about a table whose head names another unit; `instead` is what brings its figures to `wanted`.

    None where both are the same. A unit that cannot be brought to the other refuses the table.
    """
    factor = factor_between(given, wanted)
    if factor == 1:
        return None
    units = {"given": given.strip(), "wanted": wanted}
    if factor is None:
        words = _(
            "The table is in “%(given)s”, the indicator in “%(wanted)s”, and one does not lead to the other. "
            "Correct the head of the table, or choose the indicator that is meant."
        )
        return Doubt("unit", words % units, False, Kind.UNIT)
    words = _(
        "The table is in “%(given)s”, the indicator in “%(wanted)s”: every figure will be multiplied by %(factor)s. "
        "If the figures are in “%(wanted)s” already, correct the head of the table."
    )
    return Doubt("unit", words % {**units, "factor": _typed(factor)}, True, Kind.UNIT, factor)


def _is_measured(value: Decimal) -> bool:
    return value.is_finite() and (not value or abs(value.adjusted()) < DIGITS)


def _typed(value: Decimal) -> str:
    """A figure as it is typed, in the one way that cannot be read otherwise."""
    text = f"{value.normalize():f}".replace(".", ",")
    return f"{text}0" if may_be_thousands(text) else text


def _distance(value: Decimal, other: Decimal) -> float:
    """How far apart two figures are, in powers of ten."""
    return abs(log10(abs(value)) - log10(abs(other))) if value else 99.0


def _of_size(entry: Entry) -> Iterator[Doubt]:
    """The first thing that is strange about the size."""
    for rule in (_fraction, _too_large, _zero, _too_small, _sign, _copied):
        if doubt := rule(entry):
            yield doubt
            return


def _sizes(entry: Entry) -> list[Decimal]:
    return sorted(abs(value) for value in entry.known.values() if value)


def _asked(kind: Kind, words: str, instead: Decimal | None = None) -> Doubt:
    said = _("If it is right, say why.")
    return Doubt("value", f"{words} {said}", True, kind, instead)


def _fraction(entry: Entry) -> Doubt | None:
    """Eight per cent that were typed as 0,08; of a first figure, with nothing to hold it against, any below 1."""
    sizes, size = _sizes(entry), abs(entry.value)
    hundredfold = entry.value * 100
    if not (entry.share and 0 < size <= 1):
        return None
    alone = not sizes and size < 1
    if not (alone or _is_hundredth(size, sizes)):
        return None
    words = _(
        "%(figure)s means %(figure)s%%. Shares are typed in per cent: if %(instead)s%% is meant, type %(instead)s."
    )
    shown = {"figure": n(entry.value), "instead": n(hundredfold)}
    return _asked(Kind.FRACTION, words % shown, hundredfold)


def _is_hundredth(size: Decimal, sizes: list[Decimal]) -> bool:
    """Whether a size is far below the others and a hundred times it is of their kind."""
    if not sizes or size * JUMP >= sizes[0]:
        return False
    return sizes[0] / 3 < size * 100 < sizes[-1] * 3


def _too_large(entry: Entry) -> Doubt | None:
    """A zero too many, or a comma that is missing: 800 for 8, 15 for 1,5."""
    sizes, reference = _sizes(entry), entry.reference
    if not sizes or not reference or not reference[1]:
        return None
    times = Fraction(abs(entry.value)) / Fraction(abs(reference[1]))
    if times < JUMP or abs(entry.value) <= BEYOND * sizes[-1]:
        return None
    power = max(1, round(log10(times)))
    instead = entry.value.scaleb(-power)
    shown = {"figure": n(entry.value), "times": _times(times), "instead": n(instead)}
    shown["period"] = reference[0].words
    words = _("%(figure)s is %(times)s times %(period)s.") % shown
    if instead == instead.to_integral_value() and power == 1:
        words += " " + _("If a 0 is too many, type %(instead)s.") % shown
    elif instead == instead.to_integral_value():
        words += " " + _("If some 0 are too many, type %(instead)s.") % shown
    else:
        words += " " + _("If the comma is missing, type %(instead)s.") % shown
    return _asked(Kind.TOO_LARGE, words, instead)


def _too_small(entry: Entry) -> Doubt | None:
    """A zero that is missing, or a comma too many."""
    sizes, reference = _sizes(entry), entry.reference
    if not sizes or not reference or not reference[1] or not entry.value:
        return None
    times = Fraction(abs(reference[1])) / Fraction(abs(entry.value))
    if times < JUMP or abs(entry.value) * BEYOND >= sizes[0]:
        return None
    instead = entry.value.scaleb(max(1, round(log10(times))))
    shown = {"figure": n(entry.value), "times": _times(times), "instead": n(instead)}
    shown |= {"period": reference[0].words, "before": n(reference[1])}
    words = _("%(period)s has %(before)s, which is %(times)s times %(figure)s.") % shown
    words = words[:1].upper() + words[1:]
    if entry.value == entry.value.to_integral_value():
        words += " " + _("If a 0 is missing, type %(instead)s.") % shown
    else:
        words += " " + _("If the comma is wrong, type %(instead)s.") % shown
    return _asked(Kind.TOO_SMALL, words, instead)


def _times(times: Fraction) -> str:
    decimals = 1 if times < 10 else 0
    return n(round(decimal_of(times), decimals))


def _zero(entry: Entry) -> Doubt | None:
    known = entry.known
    if entry.value or not known or not all(known.values()):
        return None
    words = _("0 says that there is nothing. If the figure is not known yet, leave it empty.")
    return _asked(Kind.ZERO, words)


def _sign(entry: Entry) -> Doubt | None:
    known = entry.known
    if entry.value >= 0 or not known or any(value < 0 for value in known.values()):
        return None
    shown = {"figure": n(entry.value), "instead": n(-entry.value)}
    words = _(
        "%(figure)s is below zero, which no figure before was. If the sign is a slip, type %(instead)s."
    )
    return _asked(Kind.SIGN, words % shown, -entry.value)


def _copied(entry: Entry) -> Doubt | None:
    """The figure of the year before, to the last of three digits and more."""
    reference = entry.reference
    if not reference or reference[1] != entry.value:
        return None
    if len(entry.value.normalize().as_tuple().digits) < FIGURES:
        return None
    shown = {"figure": n(entry.value), "period": reference[0].words}
    words = _("%(figure)s is exactly the figure of %(period)s. If it was copied, type the new one.")
    return _asked(Kind.COPIED, words % shown)


def _of_day(entry: Entry, today: date) -> Iterator[Doubt]:
    """A figure of time that has not begun, or one called settled of time that is not over."""
    period = entry.period
    first, last = period.first_day(entry.calendar), period.last_day(entry.calendar)
    shown = {"period": str(period), "first": f"{first:%d/%m/%Y}", "last": f"{last:%d/%m/%Y}"}
    if first > today:
        words = _("%(period)s begins only on %(first)s. Type a period that has begun.")
        yield Doubt("period", words % shown, False, Kind.TO_COME)
    elif last > today and entry.nature != Nature.ESTIMATE:
        words = _(
            "%(period)s runs until %(last)s: choose “estimate”. If the figure is settled, say why."
        )
        yield Doubt("nature", words % shown, True, Kind.NOT_OVER)


def _of_place(entry: Entry) -> Iterator[Doubt]:
    """A place that exists in a part of the period only; of one that does not exist in it at all nothing is stored."""
    place = entry.place
    if place is None:
        return
    first, last = entry.period.first_day(entry.calendar), entry.period.last_day(entry.calendar)
    shown = {"place": place.name, "period": entry.period.words}
    if place.first and first < place.first <= last:
        words = _(
            "%(place)s exists since %(day)s, within %(period)s. If the figure is of that part, say so in the reason."
        )
        shown["day"] = f"{place.first:%d/%m/%Y}"
        yield Doubt("place", words % shown, True, Kind.PART_OF_TIME)
    elif place.last and first <= place.last < last:
        words = _(
            "%(place)s ended on %(day)s, within %(period)s. If the figure is of that part, say so in the reason."
        )
        shown["day"] = f"{place.last:%d/%m/%Y}"
        yield Doubt("place", words % shown, True, Kind.PART_OF_TIME)


def _of_nature(entry: Entry) -> Iterator[Doubt]:
    """An estimate in place of a figure that was settled."""
    if entry.there is None:
        return
    value, nature = entry.there
    if SETTLED.index(entry.nature) >= SETTLED.index(nature) or not _is_measured(value):
        return
    shown = {"before": n(value), "nature": nature.label, "new": entry.nature.label}
    words = _(
        "There is %(before)s already (%(nature)s), more settled than what is typed (%(new)s)."
    )
    yield Doubt(
        "nature", f"{words % shown} " + _("If it is right, say why."), True, Kind.LESS_SETTLED
    )
