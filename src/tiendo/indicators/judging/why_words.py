"""Why nothing can be said of a target, or not more than that, with what to do."""

from collections.abc import Callable, Mapping

from django.utils.translation import gettext as _

from tiendo.indicators.judging.telling import listed
from tiendo.indicators.judging.values import Aim, Form, Judgement, Verdict, Why


def why(judgement: Judgement, aim: Aim) -> str:
    """A sentence; "" where there is nothing to explain."""
    return WHY[judgement.why](judgement, aim) if judgement.why else ""


def _no_figure(judgement: Judgement, aim: Aim) -> str:
    if judgement.year is not None:
        return _("There is no figure of the whole of %(year)s yet.") % {"year": judgement.year}
    facts = {"first": aim.first_year, "last": aim.last_year}
    return _("No year from %(first)s to %(last)s has a figure yet.") % facts


def _not_begun(judgement: Judgement, aim: Aim) -> str:
    facts = {"year": aim.first_year}
    return _("Its first year, %(year)s, is not over and has no figure yet.") % facts


def _no_base(judgement: Judgement, aim: Aim) -> str:
    if aim.base_year is None:
        return _("No base year is set: enter which year it is held against.")
    return _("The figure of the base year %(year)s is missing: enter it.") % {"year": aim.base_year}


def _missing_years(judgement: Judgement, aim: Aim) -> str:
    years = _missing(judgement, aim)
    if not years:
        return _("Some years have no figure, and a missing figure is not zero.")
    facts = {"years": listed(years)}
    return _("There is no whole figure of %(years)s, and a missing figure is not zero.") % facts


def _missing(judgement: Judgement, aim: Aim) -> tuple[int, ...]:
    if aim.form != Form.CUMULATIVE:
        return judgement.years(Verdict.NO_DATA)
    whole = {each.year for each in judgement.parts if each.months == 12}
    ended = judgement.verdict is Verdict.NOT_ASSESSABLE and judgement.expected is None
    last = aim.last_year if ended else (judgement.year or aim.last_year) - 1
    return tuple(year for year in range(aim.first_year, last + 1) if year not in whole)


def _not_positive(judgement: Judgement, aim: Aim) -> str:
    return _("Growth cannot be counted from or to zero or less.")


def _break(judgement: Judgement, aim: Aim) -> str:
    if aim.form == Form.CUMULATIVE:
        return _(
            "The definition or the area changed within the term: the years added are not quite alike."
        )
    return _(
        "The definition or the area changed meanwhile: the figures before and after are not compared."
    )


def _no_goal(judgement: Judgement, aim: Aim) -> str:
    return _("The target is in words; nobody has written yet how it stands.")


def _no_term(judgement: Judgement, aim: Aim) -> str:
    return _("The plan does not say until when.")


WHY: Mapping[Why, Callable[[Judgement, Aim], str]] = {
    Why.NO_FIGURE: _no_figure,
    Why.NOT_BEGUN: _not_begun,
    Why.NO_BASE: _no_base,
    Why.MISSING_YEARS: _missing_years,
    Why.NOT_POSITIVE: _not_positive,
    Why.BREAK: _break,
    Why.NO_GOAL: _no_goal,
    Why.NO_TERM: _no_term,
}
