"""What is needed from here on, and what was reached so far, in a sentence."""

from collections.abc import Callable, Mapping
from decimal import Decimal

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from tiendo.indicators.judging.cases import MONTHS, stands
from tiendo.indicators.judging.telling import (
    capital,
    falls,
    goal_words,
    least,
    months_left,
    number,
    when,
)
from tiendo.indicators.judging.units import Unit
from tiendo.indicators.judging.values import Aim, Form, Judgement, Verdict

NOTHING = Decimal(0)
Say = Callable[[Judgement, Aim, Unit], list[str]]


def pace(judgement: Judgement, aim: Aim, unit: Unit) -> str:
    """The required pace against the one reached; "" where nothing is left to do."""
    if judgement.verdict in (Verdict.MET, Verdict.MISSED):
        return ""
    said = [each for each in PACES[Form(aim.form)](judgement, aim, unit) if each]
    return capital(f"{'; '.join(said)}.") if said else ""


def _of_level(judgement: Judgement, aim: Aim, unit: Unit) -> list[str]:
    if judgement.required is None:
        return [_without_a_pace(judgement, aim, unit)]
    return [
        _needed(judgement, aim, unit),
        _reached(judgement, unit),
        _best(judgement, aim, unit),
    ]


def _without_a_pace(judgement: Judgement, aim: Aim, unit: Unit) -> str:
    if judgement.verdict is Verdict.AT_RISK and not judgement.gap:
        return _("no year is left to pass it")
    if judgement.verdict is Verdict.AT_RISK:
        words = _("no year is left for the %(gap)s that are missing")
        return words % {"gap": unit.difference(least(judgement, aim, unit), short=True)}
    words = _("the target is reached already, and the end of %(year)s decides")
    return words % {"year": aim.last_year}


def _needed(judgement: Judgement, aim: Aim, unit: Unit) -> str:
    """ "To reach 12,5% it has to rise by 0,9 points in one year"."""
    months, required = months_left(judgement, aim), judgement.required or NOTHING
    whole = months % MONTHS == 0
    step = required if whole and months > MONTHS else required * months / MONTHS
    facts = {
        "goal": goal_words(judgement, aim, unit),
        "step": unit.difference(step, short=True),
        "years": number(months // MONTHS),
        "months": months,
    }
    return _needed_words(months, required >= 0) % facts


def _needed_words(months: int, rises: bool) -> str:
    if months == MONTHS:
        up = _("to reach %(goal)s it has to rise by %(step)s in one year")
        return up if rises else _("to reach %(goal)s it has to fall by %(step)s in one year")
    if months % MONTHS == 0:
        up = _("to reach %(goal)s it has to rise by %(step)s a year for %(years)s years")
        down = _("to reach %(goal)s it has to fall by %(step)s a year for %(years)s years")
        return up if rises else down
    up = _("to reach %(goal)s it has to rise by %(step)s in %(months)s months")
    return up if rises else _("to reach %(goal)s it has to fall by %(step)s in %(months)s months")


def _reached(judgement: Judgement, unit: Unit) -> str:
    """ "in the last four years it rose by 0,4 points a year on average"."""
    if judgement.reached is None or not judgement.parts:
        return ""
    first, last = judgement.parts[0], judgement.parts[-1]
    years = stands(last) - stands(first)
    facts = {"years": _last_years(int(years)) if years % 1 == 0 else _since(first.year)}
    facts["step"] = unit.difference(judgement.reached, short=True)
    if not judgement.reached:
        return _("%(years)s it stayed where it was") % facts
    if years == 1:
        rose = _("%(years)s it rose by %(step)s")
        return (rose if judgement.reached > 0 else _("%(years)s it fell by %(step)s")) % facts
    rose = _("%(years)s it rose by %(step)s a year on average")
    fell = _("%(years)s it fell by %(step)s a year on average")
    return (rose if judgement.reached > 0 else fell) % facts


def _last_years(count: int) -> str:
    words = ngettext("in the last year", "in the last %(years)s years", count)
    return words % {"years": number(count)}


def _since(year: int) -> str:
    return _("since %(year)s") % {"year": year}


def _best(judgement: Judgement, aim: Aim, unit: Unit) -> str:
    """Of a target at risk: what the best year brought."""
    best = judgement.best
    if judgement.verdict is not Verdict.AT_RISK or best is None:
        return ""
    falling = falls(judgement, aim)
    if best == 0 or (best < 0) != falling:
        return _("no year has brought it nearer")
    words = (
        _("the most it fell in a year is %(step)s")
        if falling
        else _("the most it rose in a year is %(step)s")
    )
    return words % {"step": unit.difference(best, short=True)}


def _of_year(judgement: Judgement, aim: Aim, unit: Unit) -> list[str]:
    """Of a count in its running year: "39 workers more are needed in month 12"."""
    if judgement.expected is None or aim.of_rates:
        return []
    falling, gap = falls(judgement, aim), least(judgement, aim, unit)
    if (judgement.gap or NOTHING) > 0 and falling:
        return [_("%(when)s has too many already") % {"when": when(judgement)}]
    if gap <= 0 and not falling:
        return [_("the target of %(year)s is reached already") % {"year": judgement.year}]
    left = MONTHS - judgement.months
    facts = {"amount": unit.difference(gap), "months": number(left)}
    return [_count_words(left, falling) % facts, _best_month(judgement, aim, unit)]


def _count_words(months: int, falling: bool) -> str:
    if months == 1:
        more = _("%(amount)s more are needed in month 12")
        return _("at most %(amount)s more may come in month 12") if falling else more
    more = _("%(amount)s more are needed in the %(months)s months left")
    most = _("at most %(amount)s more may come in the %(months)s months left")
    return most if falling else more


def _best_month(judgement: Judgement, aim: Aim, unit: Unit) -> str:
    if judgement.verdict is not Verdict.AT_RISK or judgement.best is None:
        return ""
    fewest = _("that is %(required)s a month, and the lowest year so far had %(best)s a month")
    words = (
        fewest
        if falls(judgement, aim)
        else _("that is %(required)s a month, and the best year so far had %(best)s a month")
    )
    facts = {"required": unit.written(judgement.required or NOTHING)}
    return words % {**facts, "best": unit.written(judgement.best)}


def _of_growth(judgement: Judgement, aim: Aim, unit: Unit) -> list[str]:
    """ "2025 has to grow by 9,4% for a mean of 8%"."""
    if judgement.required is None:
        missing = judgement.verdict is Verdict.AT_RISK
        return [_without_a_pace(judgement, aim, unit)] if missing else []
    first, required = (judgement.year or 0) + 1, judgement.required
    facts = {
        "years": str(first) if first == aim.last_year else f"{first}-{aim.last_year}",
        "rate": f"{unit.written(abs(required))}%",
        "goal": goal_words(judgement, aim, unit),
    }
    lags = judgement.verdict in (Verdict.BEHIND, Verdict.AT_RISK)
    words = _growth_words(lags, required >= 0, falls(judgement, aim))
    return [words % facts, _best_growth(judgement, aim, unit)]


def _growth_words(lags: bool, grows: bool, falling: bool) -> str:
    if lags and grows and not falling:
        return _("%(years)s has to grow by %(rate)s a year for a mean of %(goal)s")
    if lags and not grows:
        return _("%(years)s has to fall by %(rate)s a year for a mean of %(goal)s")
    if falling:
        most = _("%(years)s may grow by at most %(rate)s a year for a mean of %(goal)s")
        return (
            most if grows else _("%(years)s has to fall by %(rate)s a year for a mean of %(goal)s")
        )
    enough = _("%(years)s needs to grow by %(rate)s a year only")
    return enough if grows else _("%(years)s may fall by as much as %(rate)s a year")


def _best_growth(judgement: Judgement, aim: Aim, unit: Unit) -> str:
    if judgement.verdict is not Verdict.AT_RISK or judgement.best is None:
        return ""
    least_growth = _("the lowest growth of a year so far is %(rate)s")
    most_growth = _("the highest growth of a year so far is %(rate)s")
    words = least_growth if falls(judgement, aim) else most_growth
    return words % {"rate": f"{unit.written(judgement.best)}%"}


def _of_sum(judgement: Judgement, aim: Aim, unit: Unit) -> list[str]:
    """ "each of the two years left has to bring 560,5 workers; so far a year brought 543 on average"."""
    if judgement.required is None:
        risk = judgement.verdict is Verdict.AT_RISK
        return [_without_a_pace(judgement, aim, unit)] if risk else []
    months = months_left(judgement, aim)
    falling = falls(judgement, aim)
    facts = {
        "amount": unit.difference(judgement.required),
        "left": unit.difference(least(judgement, aim, unit)),
        "years": number(months // MONTHS),
        "months": months,
        "year": aim.last_year,
    }
    so_far = _("so far a year brought %(mean)s on average")
    mean = {"mean": unit.difference(judgement.reached or NOTHING)}
    return [_sum_words(months, falling) % facts, so_far % mean, _best_sum(judgement, aim, unit)]


def _sum_words(months: int, falling: bool) -> str:
    if months == MONTHS:
        has_to = _("%(year)s has to bring %(amount)s")
        return _("%(year)s may bring at most %(amount)s") if falling else has_to
    if months % MONTHS == 0:
        has_to = _("each of the %(years)s years left has to bring %(amount)s")
        most = _("each of the %(years)s years left may bring at most %(amount)s")
        return most if falling else has_to
    has_to = _("%(left)s have to come in %(months)s months")
    return _("at most %(left)s may come in %(months)s months") if falling else has_to


def _best_sum(judgement: Judgement, aim: Aim, unit: Unit) -> str:
    if judgement.verdict is not Verdict.AT_RISK or judgement.best is None:
        return ""
    words = _("the most in a year was %(best)s")
    if falls(judgement, aim):
        words = _("the least in a year was %(best)s")
    return words % {"best": unit.difference(judgement.best)}


PACES: Mapping[Form, Say] = {
    Form.LEVEL: _of_level,
    Form.EACH_YEAR: _of_year,
    Form.MEAN_GROWTH: _of_growth,
    Form.CUMULATIVE: _of_sum,
    Form.WORDS: lambda judgement, aim, unit: [],
}
