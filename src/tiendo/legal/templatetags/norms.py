"""A norm on a page: its limit, the article, and that it is not verified where nobody has compared it."""

from typing import Any

from django import template
from django.urls import reverse

from tiendo.legal.models import Norm
from tiendo.registers.register import REGISTERS

register = template.Library()


@register.inclusion_tag("legal/norm.html")
def norm(row: Norm) -> dict[str, Any]:
    """The norm as it stands beside what it decides: `{% norm row %}`."""
    return {"norm": row}


@register.filter
def norm_url(row: Norm) -> str:
    """Where the page of a norm is."""
    return reverse("registers:row", args=[REGISTERS["dinh-muc"], row.pk])
