"""What of support and promotion goes from an office that ends to its successor: what is in hand or being followed."""

from django.utils.translation import gettext_lazy as _

from tiendo.agencies.moving import mover_of_open
from tiendo.support.models import (
    ContactOutcome,
    PromotionContact,
    PromotionEvent,
    SupportGiven,
    SupportOutcome,
)

ENDED = (ContactOutcome.INVESTED, ContactOutcome.NOTHING)

GIVEN = mover_of_open(
    "support-given",
    _("support that is in hand"),
    lambda: SupportGiven.objects.filter(outcome=SupportOutcome.IN_HAND),
)
EVENTS = mover_of_open(
    "promotion-events",
    _("promotion events whose result is not entered"),
    lambda: PromotionEvent.objects.filter(result=""),
)
CONTACTS = mover_of_open(
    "promotion-contacts",
    _("promotion contacts that are followed"),
    lambda: PromotionContact.objects.exclude(outcome__in=ENDED),
)
