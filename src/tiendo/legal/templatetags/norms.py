"""A norm on a page: its limit, the article, and that it is not verified where nobody has compared it."""

from typing import Any

from django import template

from tiendo.legal.models import Norm

register = template.Library()


@register.inclusion_tag("legal/norm.html")
def norm(row: Norm) -> dict[str, Any]:
    """The norm as it stands beside what it decides: `{% norm row %}`."""
    return {"norm": row}
