"""Fields and constraints for figures of registers: money in million VND, areas in hectares, counts; none negative."""

from decimal import Decimal
from typing import Any

from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

NOT_NEGATIVE = MinValueValidator(Decimal(0))
Words = Any  # a word, or one that is translated when it is shown


def money(label: Words, help_text: Words = "") -> models.DecimalField:
    """A sum in million VND; may be unknown."""
    return models.DecimalField(
        label,
        max_digits=18,
        decimal_places=3,
        null=True,
        blank=True,
        validators=[NOT_NEGATIVE],
        help_text=help_text,
    )


def hectares(label: Words, help_text: Words = "", *, known: bool = False) -> models.DecimalField:
    """An area in hectares, to the square metre; may be unknown unless `known`."""
    return models.DecimalField(
        label,
        max_digits=10,
        decimal_places=4,
        null=not known,
        blank=not known,
        validators=[NOT_NEGATIVE],
        help_text=help_text,
    )


def count(label: Words, help_text: Words = "") -> models.PositiveIntegerField:
    """A number of things; may be unknown."""
    return models.PositiveIntegerField(label, null=True, blank=True, help_text=help_text)


def never_negative(name: str, *fields: str) -> models.CheckConstraint:
    """The rule that none of these figures is below zero."""
    condition = Q()
    for field in fields:
        condition &= Q(**{field: None}) | Q(**{f"{field}__gte": 0})
    return models.CheckConstraint(
        condition=condition,
        name=name,
        violation_error_message=_("A figure cannot be less than zero."),
    )


def part_of(name: str, lesser: str, greater: str, words: Words) -> models.CheckConstraint:
    """The rule that one figure, day or year is not beyond another, where both are known."""
    return models.CheckConstraint(
        condition=Q(**{lesser: None})
        | Q(**{greater: None})
        | Q(**{f"{lesser}__lte": models.F(greater)}),
        name=name,
        violation_error_message=words,
    )


def once(name: str, *fields: str) -> models.UniqueConstraint:
    """The rule that no two rows of a locality share these fields."""
    return models.UniqueConstraint(fields=["locality", *fields], name=name)
