"""How a norm is named wherever it decides something; one that nobody compared with its article is said to be so."""

from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from tiendo.legal.models import Norm


def verified_words(row: Any) -> str:
    """Of a legal basis or a norm: whether somebody compared it with the document."""
    return _("verified") if row.verified else _("not verified")


def said(norm: Norm) -> str:
    """A norm as a sentence of a rule names it: "≤ 75 ha (Điều 2, 32/2024/NĐ-CP)"; not verified ones say so."""
    inside = ", ".join(filter(None, (norm.basis, "" if norm.verified else _("not verified"))))
    return f"{norm.limit} ({inside})" if inside else str(norm.limit)


def said_on(code: str, day: date, locality: int) -> str:
    """The norm of that code on a day as a sentence names it; that there is none is said too."""
    norm = Norm.objects.norm_on(code, day, locality)
    return said(norm) if norm else _("no norm is entered for this day")
