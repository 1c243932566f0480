"""The dashboard in words: figures with their period, how far the way is gone, what is held against what."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from tiendo.indicators.judging.values import Aim, Direction, Form, Nature, Verdict
from tiendo.progress.dashboard.pictures import unit_of, way_of
from tiendo.progress.dashboard.reading import Line
from tiendo.progress.dashboard.target import Told
from tiendo.progress.words import term
from tiendo.ui.templatetags.ui import n

MONTHS = 12
GROWTH = "%/năm"
METERS = {
    Verdict.MET: "ok",
    Verdict.ON_COURSE: "",
    Verdict.BEHIND: "warn",
    Verdict.AT_RISK: "bad",
    Verdict.MISSED: "bad",
}


@dataclass(frozen=True, slots=True)
class Fact:
    """A label and what stands beside it."""

    label: str
    value: str


@dataclass(frozen=True, slots=True)
class Way:
    """How much of the way from the base to the goal is gone, for a meter."""

    part: float
    whole: float
    words: str
    kind: str


def short(value: Decimal | None) -> str:
    """A figure with as many decimals as a reader needs: none from 1.000 on, two below; "" for none."""
    if value is None:
        return ""
    places = 0 if abs(value) >= 1000 else 2
    rounded = round(value, places)
    return n(rounded if rounded or not value else round(value, 4))


def signed(value: Decimal | None) -> str:
    """A difference with its sign: "+1,2", "−3", "0"; "" for none."""
    if value is None:
        return ""
    said = short(abs(value))
    return said if not value else f"{'+' if value > 0 else '−'}{said}"


def joined(value: str, unit: str) -> str:
    """A figure with its unit: per cent without a space."""
    return f"{value}{unit}" if unit.startswith("%") else f"{value} {unit}".rstrip()


def number_of(line: Line) -> str:
    """The figure that is judged, or else the latest one; "" where there is none."""
    judged = line.judged
    value = judged.judgement.figure
    if value is None:
        value = (
            max(judged.series.points, key=lambda point: point.year).value
            if judged.series.points
            else None
        )
    return short(value)


def unit_words(line: Line) -> str:
    """The unit beside it."""
    growth = line.judged.aim and line.judged.aim.form is Form.MEAN_GROWTH
    return GROWTH if growth and line.judged.judgement.figure is not None else unit_of(line.judged)


def figure_of(line: Line) -> str:
    """The same with its unit."""
    said = number_of(line)
    return joined(said, unit_words(line)) if said else ""


def period_of(line: Line) -> str:
    """Which time the figure is of: "estimate 2024", "11 months of 2024", "mean of 2021-2024"."""
    judged = line.judged
    points = judged.series.points
    year = max((point.year for point in points), default=None)
    if judged.judgement.figure is not None:
        year = judged.judgement.year
    if year is None:
        return ""
    if judged.judgement.figure is not None and (said := _span(judged.aim, year)):
        return said
    point = next((each for each in points if each.year == year), None)
    if point and point.months < MONTHS:
        words = ngettext("%(n)s month of %(year)s", "%(n)s months of %(year)s", point.months)
        return words % {"n": point.months, "year": year}
    if point and point.nature == Nature.ESTIMATE:
        return _("estimate %(year)s") % {"year": year}
    return _("year %(year)s") % {"year": year}


def _span(aim: Aim | None, year: int) -> str:
    """The years that a mean or a sum is of; "" for a figure of one year."""
    if aim is None or aim.form not in (Form.MEAN_GROWTH, Form.CUMULATIVE):
        return ""
    facts = {"first": aim.first_year, "last": year}
    if aim.form is Form.MEAN_GROWTH:
        return _("mean of %(first)s-%(last)s") % facts
    return _("sum of %(first)s-%(last)s") % facts


def way_done(line: Line) -> Way | None:
    """How much of the way to the goal is gone; None where there is no way to be gone."""
    way, judgement = way_of(line.judged), line.judged.judgement
    if len(way) < 2 or judgement.figure is None:
        return None
    start, goal = way[0][1], way[-1][1]
    whole = abs(goal - start)
    gone = (judgement.figure - start) * (1 if goal >= start else -1)
    if not whole:
        return None
    unit = _("points") if unit_of(line.judged).startswith("%") else unit_of(line.judged)
    words = _("%(gone)s of %(whole)s %(unit)s gone since %(year)s") % {
        "gone": short(gone),
        "whole": short(whole),
        "unit": unit,
        "year": way[0][0],
    }
    part = max(Decimal(0), min(gone, whole))
    return Way(float(part), float(whole), words, METERS.get(judgement.verdict, ""))


def led_to(told: Told) -> str:
    """Where the figures lead by the end of the term, or as far as they reach."""
    aim = told.judged.aim
    over = told.judged.judgement.verdict in (Verdict.MET, Verdict.MISSED)
    if told.forecast is None or not told.forecast.bands or aim is None or over:
        return ""
    bands = told.forecast.rates if aim.form is Form.MEAN_GROWTH else told.forecast.bands
    if not bands:
        return ""
    band, unit = bands[-1], unit_of(told.judged)
    facts = {"year": band.year, "low": short(band.low), "high": joined(short(band.high), unit)}
    return (
        _("As it goes now, %(year)s comes to between %(low)s and %(high)s, in 80 of 100 cases.")
        % facts
    )


def arithmetic_of(told: Told) -> list[Fact]:
    """The figures that the verdict is computed from."""
    judgement, unit = told.judged.judgement, unit_of(told.judged)
    apart = _("points") if unit.startswith("%") else unit
    growth = judgement.figure is not None and unit_words(Line(told.judged)) == GROWTH
    yearly = _("%(unit)s/year") % {"unit": "%" if growth else apart}
    found = [
        (_("Required in %(year)s") % {"year": judgement.year}, judgement.expected, unit),
        (_("Still missing"), _above_zero(judgement.gap), apart),
        (_("Required a year"), judgement.required, yearly),
        (_("Reached a year"), judgement.reached, yearly),
    ]
    facts = [
        Fact(label, joined(short(value), each)) for label, value, each in found if value is not None
    ]
    if told.forecast and told.forecast.odds:
        facts.append(Fact(_("Odds of reaching it"), str(told.forecast.odds.label)))
    return facts


def _above_zero(gap: Decimal | None) -> Decimal | None:
    return gap if gap is not None and gap > 0 else None


def form_of(told: Told) -> Iterable[Fact]:
    """How the target is understood: its form, its term, its base, its calendar."""
    judged, aim = told.judged, told.judged.aim
    if aim is None:
        yield Fact(_("Term"), _("the plan does not say until when"))
        return
    yield Fact(_("Form"), str(Form(aim.form).label))
    if aim.goal:
        direction = Direction(aim.direction).label
        yield Fact(_("Better"), str(direction))
        if aim.goal.comparator == "about":
            yield Fact(_("“About” reaches"), _("%(n)s%% to either side") % {"n": n(aim.tolerance)})
    yield Fact(_("Term"), term(judged.target) or f"{aim.first_year}-{aim.last_year}")
    base = next((point for point in judged.series.points if point.year == aim.base_year), None)
    if aim.base_year and aim.form in (Form.LEVEL, Form.MEAN_GROWTH):
        value = (
            joined(short(base.value), judged.target.unit) if base and aim.form is Form.LEVEL else ""
        )
        known = value or (short(base.value) if base else _("no figure yet"))
        yield Fact(_("Base"), f"{aim.base_year}: {known}")
    if judged.definition:
        yield Fact(_("Calendar"), str(judged.definition.get_calendar_display()))
