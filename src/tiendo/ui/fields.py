"""Form fields for days and figures as people here write them.

A figure is `1.234.567,89`, a day `25/01/2022`. What is written otherwise is refused with a
sentence that says what to type; nothing is guessed ("12.5" could be twelve and a half or a slip).
"""

import re
from datetime import date
from decimal import Decimal
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.formats import number_format
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

FIGURE = re.compile(r"[-−]?(\d{1,3}(\.\d{3})+|\d+)(,\d+)?")
EARLIEST, LATEST = date(1900, 1, 1), date(2199, 12, 31)  # days are counted on from what is typed
DAY = re.compile(r"\d{1,2}[/.-]\d{1,2}[/.-]\d{4}|\d{4}-\d{1,2}-\d{1,2}")


class DayField(forms.DateField):
    """A day typed as 25/01/2022."""

    default_error_messages = {
        "invalid": _("Type the day like 25/01/2022."),
        "no_such_day": _("%(value)s is not in the calendar."),
        "far": _("Type a day of the years 1900 to 2199."),
    }

    def __init__(self, **kwargs: Any) -> None:
        look = {"class": "w-10", "inputmode": "numeric", "autocomplete": "off"}
        kwargs.setdefault("widget", forms.DateInput(attrs=look))
        super().__init__(**kwargs)

    def to_python(self, value: Any) -> date | None:
        """The day typed, or None; a day that does not exist is named in the message."""
        try:
            day = super().to_python(value)
        except ValidationError:
            if DAY.fullmatch(str(value).strip()):
                raise ValidationError(
                    self.error_messages["no_such_day"], "no_such_day", {"value": value}
                ) from None
            raise
        if day and not EARLIEST <= day <= LATEST:
            raise ValidationError(self.error_messages["far"], "far")
        return day


class RowsField(forms.ModelMultipleChoiceField):
    """Rows with a tick each; a number that no row can have is no choice."""

    def clean(self, value: Any) -> Any:
        """The rows that were ticked."""
        try:
            return super().clean(value)
        except OverflowError:
            words = self.error_messages["invalid_pk_value"]
            raise ValidationError(words, "invalid_pk_value", {"pk": "…"}) from None


class FigureInput(forms.TextInput):
    """A right-aligned box for a figure, with what it is counted in after it."""

    def __init__(self, unit: str | Promise = "", attrs: dict | None = None) -> None:
        self.unit = unit
        super().__init__({"class": "r w-6", "inputmode": "decimal", **(attrs or {})})


class FigureField(forms.DecimalField):
    """A figure typed as 1.234.567,89; `unit` is printed after the box."""

    default_error_messages = {
        "invalid": _(
            "Type the figure like 1.234,5: a dot between thousands, a comma for decimals."
        ),
        "min_value": _("The figure must be at least %(limit_value)s."),
        "max_value": _("The figure must be at most %(limit_value)s."),
    }

    def __init__(self, *, unit: str | Promise = "", **kwargs: Any) -> None:
        kwargs.setdefault("widget", FigureInput(unit))
        super().__init__(**kwargs)

    def to_python(self, value: object) -> Decimal | None:  # type: ignore[override]
        """The figure typed, or None."""
        text = (
            str(value if value is not None else "").strip().replace("\u00a0", "").replace(" ", "")
        )
        if not text:
            return None
        if not FIGURE.fullmatch(text):
            raise ValidationError(self.error_messages["invalid"], "invalid")
        return Decimal(text.replace("−", "-").replace(".", "").replace(",", "."))

    def prepare_value(self, value: object) -> object:
        """A stored figure as people write it; what was typed stays as typed."""
        if isinstance(value, Decimal | int | float):
            shown = Decimal(str(value))
            shown = shown.normalize() if shown % 1 else shown.quantize(Decimal(1))
            return number_format(shown, use_l10n=True, force_grouping=True)
        return value

    def has_changed(self, initial: object, data: object) -> bool:
        """Whether the figure differs, not merely the way it is written."""
        try:
            return self.to_python(self.prepare_value(initial)) != self.to_python(data)
        except ValidationError:
            return True
