"""The judgement of a target: which form it has decides how its figures are held against the goal."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date

from tiendo.indicators.judging.cases import LONGEST, Case, case_of, is_sound
from tiendo.indicators.judging.cumulative import of_sum
from tiendo.indicators.judging.growth import of_growth
from tiendo.indicators.judging.level import of_level
from tiendo.indicators.judging.values import (
    Aim,
    Form,
    Judgement,
    Series,
    Verdict,
    Why,
    Written,
)
from tiendo.indicators.judging.worded import of_words
from tiendo.indicators.judging.yearly import of_every_year

FORMS: Mapping[Form, Callable[[Case], Judgement]] = {
    Form.LEVEL: of_level,
    Form.EACH_YEAR: of_every_year,
    Form.MEAN_GROWTH: of_growth,
    Form.CUMULATIVE: of_sum,
}


def judge(aim: Aim, series: Series, today: date, written: Sequence[Written] = ()) -> Judgement:
    """What is said of a target on `today` by the figures known of years that have begun.

    Exact: nothing is rounded before it is compared. Figures may come in any order; of two for one year the one of
    more months counts, then the more settled one. An aim without a figure has the verdict that was `written` last.
    Never raises.
    """
    if aim.form == Form.WORDS or aim.goal is None or not is_sound(aim.goal):
        return of_words(aim, written, today)
    if not 0 <= aim.last_year - aim.first_year <= LONGEST:
        return Judgement(verdict=Verdict.NOT_ASSESSABLE, why=Why.NO_TERM)
    if today.year < aim.first_year:
        return Judgement(verdict=Verdict.NOT_DUE, why=Why.NOT_BEGUN)
    return FORMS[Form(aim.form)](case_of(aim, aim.goal, series, today))
