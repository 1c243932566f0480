"""What a judgement says in sentences: the verdict, the gap, then the pace required against the pace reached."""

from collections.abc import Callable, Mapping
from decimal import Decimal

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from tiendo.indicators.judging.cases import MONTHS
from tiendo.indicators.judging.pace_words import pace
from tiendo.indicators.judging.telling import (
    beside,
    capital,
    edge,
    falls,
    goal_words,
    least,
    listed,
    span,
    when,
)
from tiendo.indicators.judging.units import Unit
from tiendo.indicators.judging.values import Aim, Direction, Form, Judgement, Verdict
from tiendo.indicators.judging.why_words import why

ENDED = (Verdict.MET, Verdict.MISSED)
LAGGING = (Verdict.MISSED, Verdict.BEHIND, Verdict.AT_RISK)
UNKNOWN = (Verdict.NO_DATA, Verdict.NOT_DUE, Verdict.NOT_ASSESSABLE)
Say = Callable[[Judgement, Aim, Unit], str]


def sentences(judgement: Judgement, aim: Aim, unit: Unit) -> list[str]:
    """The judgement in sentences, in the language of the reader: verdict, gap, paces, and what it rests on.

    Nothing of it is rounded so far that a figure looks like the goal that it is not.
    """
    said = [verdict_words(judgement, aim), *_told(judgement, aim, unit), why(judgement, aim)]
    if judgement.provisional:
        said.append(_("An estimate decides here; it may still change."))
    return [each for each in said if each]


def in_short(judgement: Judgement, aim: Aim, unit: Unit) -> str:
    """One line for a table: what is needed where it lags, else how it stands; "" for a verdict in words."""
    if judgement.verdict in UNKNOWN:
        return why(judgement, aim)
    gap, needed, run = _told(judgement, aim, unit) or ("", "", "")
    lags = judgement.verdict in LAGGING
    by_the_pace = lags or aim.form in (Form.EACH_YEAR, Form.MEAN_GROWTH)
    said = needed if by_the_pace and needed else gap
    return f"{said} {run}".strip()


def verdict_words(judgement: Judgement, aim: Aim) -> str:
    """The verdict as a sentence: "Behind.", "Met, above the range."."""
    if judgement.verdict is Verdict.MET and judgement.beyond:
        below = aim.direction == Direction.DOWN
        return _("Met, below the range.") if below else _("Met, above the range.")
    label = str(judgement.verdict.label)
    return f"{label[:1].upper()}{label[1:]}."


def _told(judgement: Judgement, aim: Aim, unit: Unit) -> list[str]:
    if judgement.figure is None or aim.goal is None or judgement.verdict in UNKNOWN:
        return []
    gap = GAPS[Form(aim.form)](judgement, aim, unit)
    return [gap, pace(judgement, aim, unit), _run(judgement)]


def _of_level(judgement: Judgement, aim: Aim, unit: Unit) -> str:
    last = judgement.year == aim.last_year and judgement.months == MONTHS
    if judgement.expected is None or judgement.verdict in ENDED or last:
        return _against_the_goal(judgement, aim, unit)
    return _against_the_way(judgement, aim, unit)


def _against_the_goal(judgement: Judgement, aim: Aim, unit: Unit) -> str:
    """How a figure stands to the goal: "Below the target of 12,5% by 0,4 percentage points."."""
    beyond = beside(judgement, aim)
    facts = {"goal": goal_words(judgement, aim, unit), "gap": unit.difference(beyond)}
    if beyond < 0:
        return _("Below the target of %(goal)s by %(gap)s.") % facts
    if beyond > 0:
        return _("Above the target of %(goal)s by %(gap)s.") % facts
    if judgement.verdict in LAGGING:
        return _("Just %(goal)s, and the target is to pass it.") % facts
    within = span(judgement, aim) is not None
    words = _("Within the target of %(goal)s.") if within else _("Just at the target of %(goal)s.")
    return words % facts


def _against_the_way(judgement: Judgement, aim: Aim, unit: Unit) -> str:
    """How a figure stands to what its year calls for."""
    value, expected = judgement.figure or Decimal(0), judgement.expected or Decimal(0)
    facts = {
        "when": when(judgement),
        "gap": unit.difference(value - expected),
        "level": unit.amount(expected, value),
    }
    fine = judgement.verdict not in LAGGING
    if value == expected:
        return _("Just what %(when)s calls for, %(level)s.") % facts
    if value > expected:
        above = _("Above what %(when)s calls for, %(level)s.")
        return (above if fine else _("Above what %(when)s allows by %(gap)s.")) % facts
    below = _("Below what %(when)s allows, %(level)s.")
    return (below if fine else _("Below what %(when)s calls for by %(gap)s.")) % facts


def _of_year(judgement: Judgement, aim: Aim, unit: Unit) -> str:
    if judgement.expected is not None:
        return _against_the_way(judgement, aim, unit)
    value = judgement.figure or Decimal(0)
    facts = {"when": when(judgement), "figure": unit.amount(value, edge(judgement, aim))}
    said = capital(_("in %(when)s: %(figure)s.") % facts)
    return f"{said} {_against_the_goal(judgement, aim, unit)}"


def _of_growth(judgement: Judgement, aim: Aim, unit: Unit) -> str:
    """ "Mean growth of 2021–2024: 7,7% a year, 0,3 percentage points below the target."."""
    mean, beyond = judgement.figure or Decimal(0), beside(judgement, aim)
    facts = {
        "years": _span(judgement, aim),
        "mean": f"{unit.written(mean, edge(judgement, aim))}%",
        "gap": unit.difference(beyond),
        "goal": goal_words(judgement, aim, unit),
    }
    if beyond < 0:
        return _("Mean growth of %(years)s: %(mean)s a year, %(gap)s below the target.") % facts
    if beyond > 0:
        return _("Mean growth of %(years)s: %(mean)s a year, %(gap)s above the target.") % facts
    if judgement.verdict in LAGGING:
        return _("Mean growth of %(years)s: %(mean)s a year, and the target is more.") % facts
    return _("Mean growth of %(years)s: %(mean)s a year, the target is %(goal)s.") % facts


def _span(judgement: Judgement, aim: Aim) -> str:
    """The years that a mean growth is of."""
    first = judgement.parts[0].year + (0 if aim.of_rates else 1)
    return str(first) if first == judgement.year else f"{first}-{judgement.year}"


def _of_sum(judgement: Judgement, aim: Aim, unit: Unit) -> str:
    """ "By the end of 2023: 1.629 of 2.750 workers, 1.121 are left."."""
    total, gap = judgement.figure or Decimal(0), judgement.gap or Decimal(0)
    goal = edge(judgement, aim)
    facts = {
        "when": when(judgement),
        "sum": unit.written(total, goal),
        "goal": goal_words(judgement, aim, unit),
        "gap": unit.difference(least(judgement, aim, unit)),
    }
    if not gap and judgement.verdict in LAGGING:
        return _("Up to %(when)s: %(sum)s, and the target is to pass %(goal)s.") % facts
    if not gap:
        return _("Up to %(when)s: %(sum)s of %(goal)s, just the target.") % facts
    if total > goal:
        return _("Up to %(when)s: %(sum)s of %(goal)s, %(gap)s more.") % facts
    if judgement.verdict is Verdict.MET or falls(judgement, aim):
        return _("Up to %(when)s: %(sum)s of %(goal)s, %(gap)s less.") % facts
    return _("Up to %(when)s: %(sum)s of %(goal)s, %(gap)s are left.") % facts


def _run(judgement: Judgement) -> str:
    """Which years of a run were missed, and which have no figure."""
    said = []
    missed = judgement.years(Verdict.MISSED)
    if missed and missed != (judgement.year,):
        words = ngettext("%(years)s was missed.", "%(years)s were missed.", len(missed))
        said.append(words % {"years": listed(missed)})
    if unknown := judgement.years(Verdict.NO_DATA):
        words = ngettext("%(years)s has no figure.", "%(years)s have no figure.", len(unknown))
        said.append(words % {"years": listed(unknown)})
    return " ".join(said)


GAPS: Mapping[Form, Say] = {
    Form.LEVEL: _of_level,
    Form.EACH_YEAR: _of_year,
    Form.MEAN_GROWTH: _of_growth,
    Form.CUMULATIVE: _of_sum,
    Form.WORDS: lambda judgement, aim, unit: "",
}
