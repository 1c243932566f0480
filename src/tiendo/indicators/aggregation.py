"""Figures of shorter periods, or of parts of the area, become one; what is missing and what was left out is said.

Pure, exact, and indifferent to the order of what is handed over.
"""

from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction
from typing import Generic, TypeVar

from django.utils.translation import ngettext

from tiendo.indicators.exactly import decimal_of, fraction_of
from tiendo.indicators.judging.values import Nature
from tiendo.indicators.models import Gathering
from tiendo.indicators.periods import Period

Place = TypeVar("Place", bound=Hashable)
HUNDRED, MONTHS = Decimal(100), 12
NATURES = (Nature.ESTIMATE, Nature.PRELIMINARY, Nature.OFFICIAL)
Weighed = tuple["Part", int]  # a figure and how many months it stands for


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A figure of a period or of a place, with the two parts of a ratio where they are known.

    `until` is the period it is of, where the latest of several places is wanted.
    """

    value: Decimal
    numerator: Decimal | None = None
    denominator: Decimal | None = None
    nature: Nature = Nature.OFFICIAL
    until: Period | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class OfYear:
    """What the figures of a year come to: `value` is None where nothing can be said.

    `months` are those from January on that are covered without a gap, for "the latest" the last one with a figure.
    `used` are the periods it was made of, `left_out` those that lie within a longer one or after a gap; `missing`
    are the months of the gaps. `nature` is that of the least settled figure.
    """

    value: Decimal | None = None
    numerator: Decimal | None = None
    denominator: Decimal | None = None
    nature: Nature | None = None
    months: int = 0
    used: tuple[Period, ...] = ()
    left_out: tuple[Period, ...] = ()
    missing: tuple[int, ...] = ()

    @property
    def whole(self) -> bool:
        """Whether the year is covered to its end."""
        return self.value is not None and self.months == MONTHS


@dataclass(frozen=True, slots=True, kw_only=True)
class OfPlaces(Generic[Place]):
    """What the figures of places come to: `value` is None where nothing can be said.

    `have` are the places with a figure, `missing` those without, `left_out` those that have one and were not asked
    for. `comparable` is False for a figure recomposed from those who came after.
    """

    value: Decimal | None = None
    numerator: Decimal | None = None
    denominator: Decimal | None = None
    nature: Nature | None = None
    have: tuple[Place, ...] = ()
    missing: tuple[Place, ...] = ()
    left_out: tuple[Place, ...] = ()
    comparable: bool = True

    @property
    def whole(self) -> bool:
        """Whether every place has a figure."""
        return self.value is not None and not self.missing

    @property
    def coverage(self) -> str:
        """How many of the places have a figure: "8 of 10 communes"."""
        every = len(self.have) + len(self.missing)
        words = ngettext("%(have)s of %(every)s commune", "%(have)s of %(every)s communes", every)
        return words % {"have": len(self.have), "every": every}


def gather(way: str, parts: Mapping[Period, Part], year: int, times: Decimal = HUNDRED) -> OfYear:
    """The figure of `year` from those of its periods.

    A longer period stands before the shorter ones within it, unless it is an estimate and they are not. Sums, means
    (weighed by months), maxima and ratios need the months from January on without a gap; what comes after a gap is
    left out. `times` is what the quotient of a ratio is multiplied with.
    """
    own = {period: part for period, part in parts.items() if period.year == year}
    if way == Gathering.LATEST:
        return _latest(own)
    used = _from_january(own)
    if way == Gathering.RATIO and len(used) > 1:
        used = _from_january({period: part for period, part in own.items() if _has_both(part)})
    if not used:
        return OfYear(left_out=tuple(sorted(own)), missing=_gaps(own, 0))
    months = used[-1].last_month
    return replace(
        _united(way, [(own[period], period.months) for period in used], times),
        months=months,
        used=used,
        left_out=tuple(sorted(set(own) - set(used))),
        missing=_gaps(own, months),
    )


def gather_places(
    way: str, parts: Mapping[Place, Part], places: Iterable[Place], times: Decimal = HUNDRED
) -> OfPlaces[Place]:
    """The figure of all `places` from theirs; with some missing it is that of the others, and says so.

    The mean is the plain one, every place counting alike. For a ratio a place without both parts is missing. "The
    latest" is the figure of the latest period, and None where places have different ones for it.
    """
    wanted = dict.fromkeys(places)
    usable = {
        place: part
        for place, part in parts.items()
        if place in wanted and (way != Gathering.RATIO or _has_both(part))
    }
    one = _united(way, [(part, 1) for part in usable.values()], times)
    return OfPlaces(
        value=one.value,
        numerator=one.numerator,
        denominator=one.denominator,
        nature=one.nature,
        have=tuple(place for place in wanted if place in usable),
        missing=tuple(place for place in wanted if place not in usable),
        left_out=tuple(place for place in parts if place not in wanted),
    )


def recompose(
    way: str,
    parts: Mapping[Place, Part],
    shares: Mapping[Place, Decimal],
    times: Decimal = HUNDRED,
) -> OfPlaces[Place]:
    """The figure of an area that was divided, from those of its successors: never fully comparable with its own.

    `shares` are the parts of each successor, 0 to 1, that belonged to the area. Only sums and ratios can be
    recomposed; for other ways the value is None.
    """
    if way not in (Gathering.SUM, Gathering.RATIO):
        return OfPlaces(missing=tuple(shares), left_out=tuple(parts), comparable=False)
    cut = {
        place: _share_of(part, shares[place]) for place, part in parts.items() if place in shares
    }
    others = tuple(place for place in parts if place not in shares)
    one = gather_places(way, cut, tuple(shares), times)
    return replace(one, left_out=others, comparable=False)


def _share_of(part: Part, share: Decimal) -> Part:
    def cut(figure: Decimal | None) -> Decimal | None:
        exact, by = (None if figure is None else fraction_of(figure)), fraction_of(share)
        return None if exact is None or by is None else decimal_of(exact * by)

    value = cut(part.value)
    return Part(
        value=part.value if value is None else value,
        numerator=cut(part.numerator),
        denominator=cut(part.denominator),
        nature=part.nature,
    )


def _has_both(part: Part) -> bool:
    return part.numerator is not None and part.denominator is not None


def _latest(own: Mapping[Period, Part]) -> OfYear:
    """The figure at the end of the latest period; of those that end together the longest, settled before estimated."""
    if not own:
        return OfYear()
    last = max(period.last_month for period in own)
    ending = [period for period in own if period.last_month == last]
    used = max(ending, key=lambda period: (NATURES.index(own[period].nature), period.months))
    part = own[used]
    return OfYear(
        value=part.value,
        numerator=part.numerator,
        denominator=part.denominator,
        nature=part.nature,
        months=last,
        used=(used,),
        left_out=tuple(sorted(period for period in own if period in ending and period != used)),
    )


def _from_january(own: Mapping[Period, Part]) -> tuple[Period, ...]:
    """The periods that cover the most months from January on without gap or overlap: settled ones, then few."""
    best: dict[int, tuple[tuple[int, int], tuple[Period, ...]]] = {0: ((0, 0), ())}
    for period in sorted(own):
        before = best.get(period.first_month - 1)
        if before is None:
            continue
        (estimates, count), chain = before
        cost = (estimates or int(own[period].nature == Nature.ESTIMATE), count + 1)
        there = best.get(period.last_month)
        if there is None or cost < there[0]:
            best[period.last_month] = (cost, (*chain, period))
    return best[max(best)][1]


def _gaps(own: Iterable[Period], months: int) -> tuple[int, ...]:
    """The months after the first `months` that no period has, up to the last that one has."""
    covered = {
        month for period in own for month in range(period.first_month, period.last_month + 1)
    }
    return tuple(set(range(months + 1, max(covered, default=0) + 1)) - covered)


def _united(way: str, weighed: list[Weighed], times: Decimal) -> OfYear:
    """The figure of several, with the parts of a ratio and the least settled nature."""
    if not weighed:
        return OfYear()
    nature = min((part.nature for part, _months in weighed), key=NATURES.index)
    above, below = _sum_of(weighed, "numerator"), _sum_of(weighed, "denominator")
    value = _value(way, weighed, _quotient(above, below, times))
    return OfYear(
        value=value,
        numerator=None if above is None else decimal_of(above),
        denominator=None if below is None else decimal_of(below),
        nature=nature,
    )


def _quotient(above: Fraction | None, below: Fraction | None, times: Decimal) -> Decimal | None:
    return decimal_of(above / below * Fraction(times)) if above is not None and below else None


def _sum_of(weighed: list[Weighed], name: str) -> Fraction | None:
    """The sum of one part of the ratios; None where a figure lacks it."""
    figures = [getattr(part, name) for part, _months in weighed]
    exact = [None if figure is None else fraction_of(figure) for figure in figures]
    known = [figure for figure in exact if figure is not None]
    return sum(known, Fraction(0)) if len(known) == len(exact) else None


def _value(way: str, weighed: list[Weighed], quotient: Decimal | None) -> Decimal | None:
    if len(weighed) == 1:
        return weighed[0][0].value
    exact = [(fraction_of(part.value), months) for part, months in weighed]
    known = [(figure, months) for figure, months in exact if figure is not None]
    if len(known) < len(exact):
        return None
    match way:
        case Gathering.SUM:
            return decimal_of(sum((figure for figure, _months in known), Fraction(0)))
        case Gathering.MEAN:
            months = sum(months for _figure, months in known)
            return decimal_of(sum((figure * by for figure, by in known), Fraction(0)) / months)
        case Gathering.MAX:
            return decimal_of(max(figure for figure, _months in known))
        case Gathering.RATIO:
            return quotient
    return _newest([part for part, _months in weighed])


def _newest(parts: list[Part]) -> Decimal | None:
    """The figure of the latest period; None where several differ, or one has no period."""
    periods = [part.until for part in parts if part.until]
    if len(periods) < len(parts):
        return None
    values = {part.value for part in parts if part.until == max(periods)}
    return values.pop() if len(values) == 1 else None
