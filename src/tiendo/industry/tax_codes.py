"""Tax codes as tax offices give them, and those made up for practice.

Structure after Circular 105/2020/TT-BTC Article 5 and Circular 86/2024/TT-BTC (not verified): ten digits of which the
last is a check digit, "-001" for a dependent unit; household businesses use the twelve digits of the personal number
of who represents them. A place of business under the same code adds its own five digits: "-00001".
"""

import re
from enum import Enum
from typing import Any

from django import forms
from django.db import models

WEIGHTS = (31, 29, 23, 19, 17, 13, 7, 5, 3)
SHAPE = re.compile(r"(?P<body>\d{10}|\d{12})(?P<unit>-\d{3})?(?P<place>-\d{5})?", re.ASCII)
DEMONSTRATION = "00"  # no tax office and no province has these digits first
DASHES = re.compile(r"[‐‑‒–—−]")


class Found(Enum):
    """What a text is as a tax code."""

    OFFICIAL = "official"  # ten digits whose last one fits
    PERSONAL = "personal"  # twelve digits
    DEMONSTRATION = "demonstration"
    WRONG_DIGIT = "wrong digit"
    NO_CODE = "no code"


def tidied(text: str) -> str:
    """A code as it is kept: without spaces and dots, a hyphen before the number of a dependent unit."""
    bare = DASHES.sub("-", re.sub(r"[\s.]", "", text))
    return f"{bare[:10]}-{bare[10:]}" if re.fullmatch(r"\d{13}", bare, re.ASCII) else bare


def check_digit(nine: str) -> str:
    """The tenth digit that follows from the first nine; "10", which fits no code, for one in eleven."""
    return str(
        10 - sum(int(digit) * weight for digit, weight in zip(nine, WEIGHTS, strict=True)) % 11
    )


def found(code: str) -> Found:
    """What `code` is, as it is kept."""
    shape = SHAPE.fullmatch(code)
    if shape is None or (len(shape["body"]) == 12 and shape["unit"]):
        return Found.NO_CODE
    body = shape["body"]
    if len(body) == 12:
        return Found.DEMONSTRATION if body.startswith(DEMONSTRATION + "0") else Found.PERSONAL
    if check_digit(body[:9]) == body[9]:
        return Found.OFFICIAL
    return Found.DEMONSTRATION if body.startswith(DEMONSTRATION) else Found.WRONG_DIGIT


def is_personal(code: str) -> bool:
    """Whether a code is the personal number of a human being, which others than who keep it see covered."""
    return len(code.partition("-")[0]) == 12


def with_zeros(code: str) -> str | None:
    """The code that is meant where a sheet took it as a number and lost the zeros in front; None if no code fits."""
    if not re.fullmatch(r"\d{7,9}", code, re.ASCII):
        return None
    whole = code.zfill(10)
    return whole if found(whole) is Found.OFFICIAL else None


class TaxCodeInput(forms.CharField):
    """A tax code as people type it: with spaces, dots, or thirteen digits in a row."""

    def to_python(self, value: object) -> Any:
        """The code as it is kept."""
        return tidied(str(super().to_python(value)))


class TaxCodeField(models.CharField):
    """A tax code, kept in one way of writing."""

    def formfield(self, **kwargs: Any) -> Any:
        """The field of a form that takes every way of writing."""
        return super().formfield(**{"form_class": TaxCodeInput, **kwargs})
