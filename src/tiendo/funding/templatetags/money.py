"""The picture of allocated, committed and disbursed money above the register of allocations."""

from typing import Any

from django import template
from django.db.models import QuerySet

from tiendo.funding.models import Allocation
from tiendo.funding.picture import keys, picture_of

register = template.Library()


@register.inclusion_tag("funding/picture.html")
def money_picture(rows: QuerySet[Allocation]) -> dict[str, Any]:
    """Allocated, committed and paid out by source and year; nothing where nothing was allocated."""
    return {"picture": picture_of(rows), "keys": keys()}
