"""A norm on a page: its limit, the article, and that it is not verified where nobody has compared it."""

from typing import Any

from django import template
from django.template import Context
from django.urls import reverse

from tiendo.legal.models import Norm
from tiendo.legal.trying import asked, tried
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


@register.inclusion_tag("legal/try.html", takes_context=True)
def try_norm(context: Context, row: Norm) -> dict[str, Any]:
    """A box to type one case into, and what the norm says of it: `?thu=` in the address of its page."""
    typed = context["request"].GET.get("thu", "")
    return {"norm": row, "asked": asked(row), "typed": typed, "answer": tried(row, typed)}
