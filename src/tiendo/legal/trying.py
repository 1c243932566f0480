"""What a norm says of one case: when a time ends, how much of a cost may be given, whether a value keeps to it."""

from dataclasses import dataclass
from decimal import Decimal

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from tiendo.agencies.models import Holiday
from tiendo.legal.limits import TIMES, NormKind, last_day, most_allowed
from tiendo.legal.models import Norm
from tiendo.legal.saying import said
from tiendo.ui.fields import DayField, FigureField
from tiendo.ui.templatetags.ui import d, n

LONGEST = 40


@dataclass(frozen=True, slots=True)
class Answer:
    """What came out, or with `fault` why what was typed cannot be tried."""

    words: str
    fault: bool = False


def asked(norm: Norm) -> str:
    """What has to be typed to try a norm."""
    if norm.kind in TIMES:
        return _("Begins on the day")
    return _("Cost") if norm.kind == NormKind.SHARE else _("Value")


def tried(norm: Norm, typed: str) -> Answer | None:
    """What the norm says of what was typed; None where nothing was."""
    typed = typed.strip()[:LONGEST]
    if not typed:
        return None
    try:
        if norm.kind in TIMES:
            return _time(norm, typed)
        figure = FigureField(max_digits=18, decimal_places=4).clean(typed)
        return _share(norm, figure) if norm.kind == NormKind.SHARE else _kept(norm, figure)
    except ValidationError as error:
        return Answer(" ".join(error.messages), fault=True)


def _time(norm: Norm, typed: str) -> Answer:
    begun = DayField().clean(typed)
    table = Holiday.objects.filter(locality=norm.locality_id).table()
    words = _("From %(begun)s the time ends on %(last)s, by “%(norm)s”.")
    last = last_day(norm.limit, begun, table)
    told = words % {"begun": d(begun), "last": d(last), "norm": said(norm)}
    if norm.kind == NormKind.WORKING_DAYS and not any(day.year == last.year for day in table):
        told += " " + _("No day off of %(year)s is entered.") % {"year": last.year}
    return Answer(told)


def _share(norm: Norm, cost: Decimal) -> Answer:
    """The share, and the ceiling that stands for the same thing from the same day."""
    same = Norm.objects.filter(locality=norm.locality_id, title=norm.title, kind=NormKind.CEILING)
    ceiling = same.filter(valid_from=norm.valid_from).select_related("base").first()
    most = most_allowed(cost, norm.highest, ceiling.highest if ceiling else None)
    words = _("Of %(cost)s at most %(most)s, by “%(norms)s”.")
    norms = "; ".join(said(each) for each in (norm, ceiling) if each)
    return Answer(words % {"cost": n(cost), "most": n(most), "norms": norms})


def _kept(norm: Norm, value: Decimal) -> Answer:
    keeps = norm.limit.keeps(value)
    words = (
        _("%(value)s keeps to “%(norm)s”.")
        if keeps
        else _("%(value)s does not keep to “%(norm)s”.")
    )
    return Answer(words % {"value": n(value), "norm": said(norm)})
