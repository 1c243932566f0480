"""Can what was entered of support, events and contacts be so? Each rule yields the field and what to do."""

from collections.abc import Iterator
from datetime import date

from django.utils.translation import gettext as _

from tiendo.registers.register import Fault
from tiendo.support.models import (
    ContactOutcome,
    Helped,
    PromotionContact,
    PromotionEvent,
    SupportGiven,
    SupportKind,
    SupportOutcome,
)


def may_get_promotion_money(whom_kind: str) -> bool:
    """Whether industrial promotion (khuyến công) is meant for such a one.

    Decree 45/2012 as amended by Decree 235/2025, in force from 15 October 2025 (beneficiaries verified from press
    reports of the decree): small and medium enterprises, cooperatives and household businesses that produce,
    investors in the infrastructure of clusters, artisans. An idea produces nothing yet.
    """
    return whom_kind != Helped.IDEA


def faults_of_support(support: SupportGiven, today: date) -> Iterator[Fault]:
    """What cannot be so in support entered on `today`."""
    if support.given_on and support.given_on > today:
        yield Fault("given_on", _("This day has not come yet; enter support when it was given."))
    if support.satisfied and support.outcome == SupportOutcome.IN_HAND:
        yield Fault("satisfied", _("Ask for satisfaction when the support is over."))
    if support.outcome == SupportOutcome.NOTHING and not support.result:
        yield Fault("result", _("Say why nothing came of it."))
    if support.kind == SupportKind.PROMOTION_FILE and not may_get_promotion_money(
        support.whom_kind
    ):
        words = _(
            "Industrial promotion is for those who produce, not for an idea (Decree 45/2012)."
        )
        yield Fault("kind", words, unless_reason=True)


def faults_of_event(event: PromotionEvent, today: date) -> Iterator[Fault]:
    """What cannot be so in an event entered on `today`; one to come may be entered, without results."""
    if event.held_on and event.ended_on and event.ended_on < event.held_on:
        yield Fault("ended_on", _("The last day is before the first."))
    to_come = event.held_on and event.held_on > today
    for name in ("enterprises", "result"):
        if to_come and getattr(event, name):
            yield Fault(name, _("The event has not taken place yet; enter this afterwards."))


def faults_of_contact(contact: PromotionContact, today: date) -> Iterator[Fault]:
    """What cannot be so in a contact entered on `today`."""
    if contact.contacted_on and contact.contacted_on > today:
        yield Fault(
            "contacted_on", _("This day has not come yet; enter the contact when it was made.")
        )
    if contact.capital is not None and contact.capital < 0:
        yield Fault("capital", _("Capital cannot be less than nothing."))
    if contact.outcome == ContactOutcome.NOTHING and not contact.result:
        yield Fault("result", _("Say why nothing came of it."))
