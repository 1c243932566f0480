"""Until which day a certificate holds by its rule, how it stands on a day, and whether what is printed is longer. Pure.

The lengths are norms. OCOP: 36 months from the decision (Decision 148/QĐ-TTg of 2023; the length is verified from
what provinces print, the article is not). Typical products of rural industry: to 31 December of the fourth year, the
year of issue counted (Circular 26/2014/TT-BCT, article 17, clause 3, as amended by Circular 14/2018/TT-BCT; the
length is verified, its first day is not). Marks: ten years from filing, and ten with every renewal; geographical
indications hold without end (Law 50/2005/QH11, article 93, clauses 6 and 7; clause 6 verified, clause 7 not).
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from enum import Enum

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from tiendo.legal.limits import TIMES, Limit, last_day
from tiendo.legal.models import Norm
from tiendo.legal.saying import said
from tiendo.registers.register import Fault
from tiendo.ui.templatetags.ui import d

OCOP, TYPICAL, MARK = "ocop-giay-chung-nhan", "cnnt-giay-chung-nhan", "nhan-hieu-hieu-luc"
NOTICE = timedelta(days=180)  # our own: a new evaluation takes about half a year to prepare


class State(Enum):
    """How a certificate stands on a day."""

    HOLDS = "holds"
    ENDS_SOON = "ends-soon"
    ENDED = "ended"

    @property
    def words(self) -> str | Promise:
        """For a list."""
        return WORDS[self]


WORDS = {
    State.HOLDS: gettext_lazy("valid"),
    State.ENDS_SOON: gettext_lazy("ends soon"),
    State.ENDED: gettext_lazy("ended"),
}


def state_on(until: date | None, today: date) -> State:
    """How what holds to `until`, that day with it, stands on `today`; without a last day it holds."""
    if until is None or until - today > NOTICE:
        return State.HOLDS
    return State.ENDED if until < today else State.ENDS_SOON


def last_day_by(limit: Limit, begun: date, terms: int = 1) -> date | None:
    """The last day by a rule for what began on `begun`, after so many terms.

    None where the rule is no time, or one that leads out of the calendar.

    36 months from 29 February end on the 28th; a term of calendar years ends on 31 December.
    """
    if limit.kind not in TIMES or limit.highest is None:
        return None
    try:
        return last_day(replace(limit, highest=limit.highest * terms), begun, {})
    except (ValueError, OverflowError):
        return None


def faults_of_end(
    until: date | None, begun: date, norm: Norm | None, terms: int = 1
) -> Iterator[Fault]:
    """What speaks against the last day of a certificate: none is said, too early, or longer than its rule allows."""
    last = last_day_by(norm.limit, begun, terms) if norm else None
    if until is None and norm and last:
        words = _("Fill in the last day. By its rule it is %(day)s: %(norm)s.")
        yield Fault("until", words % {"day": d(last), "norm": said(norm)})
    elif until is None:
        yield Fault("until", _("Fill in the last day, as printed on the certificate."))
    elif until < begun:
        yield Fault("until", _("It cannot end before it begins."))
    elif norm and last and until > last:
        words = _("That is longer than its rule allows: to %(day)s, %(norm)s.")
        yield Fault("until", words % {"day": d(last), "norm": said(norm)}, unless_reason=True)
