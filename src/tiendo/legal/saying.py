"""How a norm is named wherever it decides something; one that nobody compared with its article is said to be so."""

from typing import Any

from django.utils.translation import gettext as _

from tiendo.legal.models import Norm


def verified_words(row: Any) -> str:
    """Of a legal basis or a norm: whether somebody compared it with the document."""
    return _("verified") if row.verified else _("not verified")


def said(norm: Norm) -> str:
    """A norm as a sentence of a rule names it: "≤ 75 ha (Điều 2, 32/2024/NĐ-CP)"; not verified ones say so."""
    inside = source_of(norm)
    return f"{norm.limit} ({inside})" if inside else str(norm.limit)


def source_of(norm: Norm) -> str:
    """Where a norm stands, and whether nobody compared it: "Điều 2, 32/2024/NĐ-CP, not verified"."""
    return ", ".join(filter(None, (norm.basis, "" if norm.verified else _("not verified"))))
