"""Can what was entered of money be so? Each rule yields the field it is about and what to do."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from tiendo.funding.models import NEVER_NEGATIVE, Allocation, Commitment, Disbursement
from tiendo.funding.sums import counts_for, excess, last_day_of_payments
from tiendo.legal.models import Norm
from tiendo.legal.saying import said
from tiendo.registers.register import Fault, Setting
from tiendo.ui.templatetags.ui import d, n

CLOSING = "ngan-sach-chinh-ly"  # the norm: how many days after its end the accounts of a year close


def check_allocation(row: Allocation, _setting: Setting) -> Iterator[Fault]:
    """Never negative; never less than was committed and paid out of it without a reason."""
    if row.amount < 0:
        yield Fault("amount", str(NEVER_NEGATIVE))
        return
    if not row.pk:
        return
    out, bound = row.paid.total, row.bound.total
    if out > row.amount:
        words = _("%(out)s million dong were paid out of it already: more than %(amount)s.")
        yield _unless("amount", words % {"out": n(out), "amount": n(row.amount)})
    elif bound > row.amount:
        words = _("%(bound)s million dong of it are committed already: more than %(amount)s.")
        yield _unless("amount", words % {"bound": n(bound), "amount": n(row.amount)})


def check_commitment(row: Commitment, _setting: Setting) -> Iterator[Fault]:
    """Never negative; never more than is allocated without a reason; not signed before the money was given."""
    if row.amount < 0:
        yield Fault("amount", str(NEVER_NEGATIVE))
        return
    given = row.allocation.amount
    others = row.allocation.bound.enter(row.pk or row.number, row.amount)
    if over := excess(given, others, row.amount):
        words = _(
            "With it %(sum)s million dong are committed of %(given)s allocated: %(over)s too much."
        )
        sums = {"sum": n(others + row.amount), "given": n(given), "over": n(over)}
        yield _unless("amount", words % sums)
    decided = row.allocation.decided_on
    if decided and row.signed_on and row.signed_on < decided:
        words = _("The money was given only on %(day)s.")
        yield _unless("signed_on", words % {"day": d(decided)})


def check_disbursement(row: Disbursement, _setting: Setting) -> Iterator[Fault]:
    """Never negative; never more than was allocated without a reason; in the accounts of its own year."""
    if row.amount < 0:
        yield Fault("amount", str(NEVER_NEGATIVE))
        return
    given = row.allocation.amount
    others = row.allocation.paid.enter(row.pk or (row.year, row.number), row.amount)
    if over := excess(given, others, row.amount):
        words = _(
            "With it %(sum)s million dong are paid out of %(given)s allocated: %(over)s too much."
        )
        sums = {"sum": n(others + row.amount), "given": n(given), "over": n(over)}
        yield _unless("amount", words % sums)
    if row.year < row.allocation.year:
        words = _("The money is of %(year)s: it cannot count for an earlier year.")
        yield _unless("year", words % {"year": row.allocation.year})
    yield from _faults_of_day(row)


def _faults_of_day(row: Disbursement) -> Iterator[Fault]:
    if row.paid_on is None:
        return
    found = Norm.objects.filter(locality=row.locality_id)
    norm = found.norm_on(CLOSING, row.paid_on, row.locality_id)
    days = int(norm.highest) if norm and norm.highest is not None else 0
    if counts_for(row.year, row.paid_on, days):
        return
    words = _("Payments count for %(year)s from 01/01/%(year)s to %(last)s.")
    told = words % {"year": row.year, "last": d(last_day_of_payments(row.year, days))}
    yield _unless("paid_on", f"{told} {norm.title}: {said(norm)}." if norm else told)


def _unless(field: str, words: str) -> Fault:
    return Fault(field, words, unless_reason=True)
