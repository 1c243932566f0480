"""Can what was entered of a document or a norm be so? Each rule yields the field it is about and what to do."""

import re
from collections.abc import Iterator

from django.utils.translation import gettext as _

from tiendo.legal.limits import faults_in
from tiendo.legal.models import ENDS_FIRST, LegalBase, Norm
from tiendo.legal.validity import overlap
from tiendo.registers.register import Fault, Setting

CODE = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


def check_base(base: LegalBase, _setting: Setting) -> Iterator[Fault]:
    """Days in their order, and a document that is not its own successor."""
    if base.valid_from and base.valid_to and base.valid_to < base.valid_from:
        yield Fault("valid_to", str(ENDS_FIRST))
    if base.issued_on and base.valid_from and base.valid_from < base.issued_on:
        yield Fault("valid_from", _("It would hold before it was issued."), unless_reason=True)
    for name in ("replaced_by", "amends"):
        if base.pk and getattr(base, f"{name}_id") == base.pk:
            yield Fault(name, _("A document neither replaces nor amends itself."))
    yield from _faults_of_end(base)


def _faults_of_end(base: LegalBase) -> Iterator[Fault]:
    later_one = base.replaced_by
    if later_one is None:
        return
    if base.valid_to is None:
        words = _("“%(later)s” replaces it: say the last day on which it still holds.")
        yield Fault("valid_to", words % {"later": later_one}, unless_reason=True)
    elif later_one.valid_from and later_one.valid_from <= base.valid_to:
        words = _("On that day “%(later)s”, which replaces it, is in force already.")
        yield Fault("valid_to", words % {"later": later_one}, unless_reason=True)


def check_norm(norm: Norm, _setting: Setting) -> Iterator[Fault]:
    """Values that fit the kind, days in their order, one norm a day for each code, a source for what is verified."""
    if not CODE.fullmatch(norm.code):
        yield Fault(
            "code", _("A code is written like ccn-dien-tich: small letters, digits, hyphens.")
        )
    yield from (Fault(field, str(words)) for field, words in faults_in(norm.limit))
    if norm.valid_to and norm.valid_to < norm.valid_from:
        yield Fault("valid_to", str(ENDS_FIRST))
    if norm.verified and not (norm.base_id and norm.article):
        words = _("Say the legal basis and the article with which the value was compared.")
        yield Fault("verified", words)
    yield from _faults_of_span(norm)


def _faults_of_span(norm: Norm) -> Iterator[Fault]:
    others = Norm.objects.filter(locality=norm.locality_id, code=norm.code).exclude(pk=norm.pk)
    span = (norm.valid_from, norm.valid_to)
    for other in others:
        if overlap(span, (other.valid_from, other.valid_to)):
            words = _(
                "“%(other)s” has the same code and holds on some of these days. End it first."
            )
            yield Fault("valid_from", words % {"other": other}, unless_reason=True)
            return
