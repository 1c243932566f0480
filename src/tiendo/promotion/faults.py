"""May the rows of industrial promotion stand as they were entered: days, sums, ceilings, who may get support."""

from collections.abc import Iterator
from decimal import Decimal

from django.utils.translation import gettext as _

from tiendo.legal.saying import said
from tiendo.promotion.allowing import Allowed, allowed_for
from tiendo.promotion.contents import may_get
from tiendo.promotion.models import (
    AfterCheck,
    AfterFinding,
    Chosen,
    PromotionProject,
    SeedCandidate,
    SeedCriterion,
    Venture,
    VentureStage,
)
from tiendo.promotion.scoring import Answer
from tiendo.promotion.stages import left_out, out_of_order
from tiendo.registers.columns import column_of
from tiendo.registers.plain_faults import faults_to_come
from tiendo.registers.register import Fault, Setting
from tiendo.ui.templatetags.ui import d, n


def check_project(row: PromotionProject, setting: Setting) -> Iterator[Fault]:
    """What speaks against a promotion project."""
    yield from faults_to_come(setting.today, row, *row.days, "stopped_on")
    yield from _order(row)
    yield from _papers(row)
    yield from _amounts(row)
    yield from _above_ceiling(row)
    if not may_get(row.beneficiary_kind, row.content):
        words = _(
            "Large enterprises get promotion money for cleaner production only "
            "(Decree 45/2012 amended by 235/2025: not verified)."
        )
        yield Fault("beneficiary_kind", words, unless_reason=True)


def _order(row: PromotionProject) -> Iterator[Fault]:
    days = row.days
    for name, earlier in out_of_order(days):
        words = _("It lies before “%(earlier)s” (%(day)s); check both days.")
        label = column_of(PromotionProject, earlier).label
        yield Fault(name, words % {"earlier": label, "day": d(days[earlier])})
    for name in left_out(days):
        words = _("A later step has its day: when was this one?")
        yield Fault(name, words, unless_reason=True)
    if row.stopped_on and row.stopped_on < row.applied_on:
        yield Fault("stopped_on", _("It cannot be stopped before it was applied for."))
    if row.stopped_on and row.settled_on:
        yield Fault("stopped_on", _("It is settled: it cannot have been stopped."))


def _papers(row: PromotionProject) -> Iterator[Fault]:
    if row.approved_on and not row.decision:
        words = _("The decision has a number: fill it in.")
        yield Fault("decision", words, unless_reason=True)
    if row.contracted_on and not row.contract:
        words = _("The contract has a number: fill it in.")
        yield Fault("contract", words, unless_reason=True)
    if row.stopped_on and not row.stopped_words:
        yield Fault("stopped_words", _("Say why it was stopped."))


def _amounts(row: PromotionProject) -> Iterator[Fault]:
    parts = [row.support, row.own, row.other]
    if row.cost is not None and None not in parts:
        total = sum(filter(None, parts), Decimal(0))
        if total != row.cost:
            words = _("Support, own and other money come to %(total)s; the cost is %(cost)s.")
            known = {"total": n(total), "cost": n(row.cost)}
            yield Fault("cost", words % known, unless_reason=True)
    for name, day in (("advance", "advanced_on"), ("settled", "settled_on")):
        amount = getattr(row, name)
        if amount is not None and not getattr(row, day):
            yield Fault(day, _("There is an amount: say of which day."))
        if amount is None and getattr(row, day):
            yield Fault(name, _("There is a day: say how much was paid."))
        if amount is not None and row.support is not None and amount > row.support:
            words = _("That is more than the support of %(support)s million VND.")
            yield Fault(name, words % {"support": n(row.support)}, unless_reason=True)


def _above_ceiling(row: PromotionProject) -> Iterator[Fault]:
    """Support above the smaller of share and ceiling; the sentence shows the sum."""
    allowed = allowed_for(row, row.approved_on or row.applied_on)
    most = allowed.sums.most if allowed else None
    if allowed and most is not None and row.support is not None and row.support > most:
        words = _("At most %(most)s million VND can be given: %(sum)s.")
        known = {"most": n(most), "sum": sum_words(row, allowed)}
        yield Fault("support", words % known, unless_reason=True)


def sum_words(row: PromotionProject, allowed: Allowed) -> str:
    """The sum as it is read: "≤ 30 % chi phí (…) × 900 = 270; ≤ 1.000 triệu đồng/mô hình (…)"."""
    share, *others = [said(norm) for norm in allowed.norms]
    if allowed.sums.part is None:
        return "; ".join([share, *others])
    return "; ".join([f"{share} × {n(row.cost)} = {n(allowed.sums.part)}", *others])


def check_after(row: AfterCheck, setting: Setting) -> Iterator[Fault]:
    """What speaks against a check after support."""
    yield from faults_to_come(setting.today, row, "checked")
    accepted = row.project.accepted_on
    if accepted is None or row.checked < accepted:
        words = _("The work was not accepted yet on that day.")
        yield Fault("checked", words, unless_reason=True)
    if row.finding in (AfterFinding.IDLE, AfterFinding.GONE) and not row.words.strip():
        yield Fault("words", _("Say why it is not used."))


def check_criterion(row: SeedCriterion, _setting: Setting) -> Iterator[Fault]:
    """What speaks against a criterion: its days, or that all of its day come to more than 100 points."""
    if row.valid_to and row.valid_to < row.valid_from:
        yield Fault("valid_to", _("Its last day lies before its first."))
    others = SeedCriterion.objects.filter(locality=row.locality_id, valid_from__lte=row.valid_from)
    newest = {each.criterion: each.points for each in others.order_by("valid_from", "pk")}
    total = sum((newest | {row.criterion: row.points}).values(), Decimal(0))
    if total > 100:
        words = _("All criteria together come to %(total)s points; they should come to 100.")
        yield Fault("points", words % {"total": n(total)}, unless_reason=True)


def check_seed(row: SeedCandidate, setting: Setting) -> Iterator[Fault]:
    """What speaks against a proposal for seed support."""
    yield from faults_to_come(setting.today, row, "proposed_on", "decided_on")
    if row.decided_on and row.decided_on < row.proposed_on:
        yield Fault("decided_on", _("It cannot be decided before it was proposed."))
    waiting = row.chosen == Chosen.WAITING
    if waiting and row.decided_on:
        yield Fault("chosen", _("It is decided: say how."))
    if not waiting and not row.decided_on:
        yield Fault("decided_on", _("Say on which day it was decided."))
    if row.chosen == Chosen.CHOSEN and row.serious == Answer.YES and not row.reason_words:
        words = _("It pollutes seriously: say why it is helped all the same.")
        yield Fault("reason_words", words)


def check_venture(row: Venture, setting: Setting) -> Iterator[Fault]:
    """What speaks against an idea or OCOP project."""
    yield from faults_to_come(setting.today, row, "received_on", "ended_on")
    if row.ended_on and row.ended_on < row.received_on:
        yield Fault("ended_on", _("This is before the office took it up; check both days."))
    helped = row.stage == VentureStage.HELPED
    if helped and row.ended_on:
        yield Fault("stage", _("There is an outcome: say which."))
    if not helped and not row.ended_on:
        yield Fault("ended_on", _("Say since which day it is so."))
    if not helped and not row.result:
        yield Fault("result", _("Say what came of it, or why nothing did."))
    if row.cost is not None and row.support is not None and row.support > row.cost:
        words = _("The support is more than the cost of %(cost)s million VND.")
        yield Fault("support", words % {"cost": n(row.cost)})
    if row.support and not row.decision:
        words = _("Money is given by a decision: fill in its number.")
        yield Fault("decision", words, unless_reason=True)
