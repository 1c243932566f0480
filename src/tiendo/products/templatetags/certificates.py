"""What the pages of products and brands show of certificates: those that end soon, and how long one holds."""

from typing import Any

from django import template
from django.urls import reverse

from tiendo.accounts.clock import today
from tiendo.products.ending import certificate_of, ending
from tiendo.registers.scope import Hand

register = template.Library()


@register.inclusion_tag("products/ending.html")
def ending_certificates(hand: Hand) -> dict[str, Any]:
    """The rows a person sees whose certificate ends soon or has just ended."""
    found = ending(hand.rows(), today())
    lines = [
        (row, state, reverse("registers:row", args=[hand.register, row.pk]))
        for row, state in found.rows
    ]
    return {"lines": lines, "more": found.more}


@register.inclusion_tag("products/certificate.html")
def certificate(row: Any) -> dict[str, Any]:
    """How long a row holds and by which rule."""
    return {"certificate": certificate_of(row, today()), "row": row}
