"""Form fields for the fields of registers: figures and days as people write them, rows of other tables by words."""

import json
from collections.abc import Callable
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models.functions import Length
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from tiendo.registers.apart import apart, several, told_apart
from tiendo.registers.shapes import geometry_of
from tiendo.ui.fields import DayField, FigureField
from vanban.text import fold, nfc

PLACE_HELP = {
    "latitude": _(
        "How far north, in degrees with a dot or comma (WGS 84), as a phone or map shows it on the spot: 10,8012. "
        "Blank where nobody knows it."
    ),
    "longitude": _("How far east, in degrees (WGS 84), from the same phone or map: 105,2754."),
}
OUTLINE_HELP = _("Pasted from a map program as GeoJSON (WGS 84); blank where there is none.")
# Signs that print nothing, and those that turn the order of letters round: a name must be what it looks like.
UNSEEN = dict.fromkeys((8203, 65279, 8206, 8207, *range(8234, 8239), *range(8294, 8298)))
MOST_CHOICES = 300  # in a list; more are found by typing
MOST_ALIKE = 50  # rows that are looked at for the one that is meant


class WholeField(FigureField):
    """A whole figure typed as 1.234."""

    default_error_messages = {"whole": _("Type a whole number.")}

    def clean(self, value: Any) -> Any:
        """The figure typed as int, or None."""
        figure = super().clean(value)
        if figure is not None and figure % 1:
            raise ValidationError(self.error_messages["whole"], "whole")
        return None if figure is None else int(figure)


class YearField(forms.IntegerField):
    """A year typed as 2024."""

    default_error_messages = {"invalid": _("Type the year with four digits, like 2024.")}

    default_error_messages = {"invalid": _("Type a year in four digits, like 2024.")}

    def __init__(self, **kwargs: Any) -> None:
        look = {"class": "w-6", "inputmode": "numeric", "autocomplete": "off"}
        super().__init__(
            min_value=1900, max_value=2199, widget=forms.TextInput(attrs=look), **kwargs
        )


class RowField(forms.Field):
    """A row of another table: chosen from a list, or typed by its words where there are too many.

    `rows` are those that may be chosen; set it before the form is shown.
    """

    default_error_messages = {
        "unknown": _("Nothing here is called “%(words)s”."),
        "nearest": _("Nothing here is called “%(words)s”. Did you mean “%(nearest)s”?"),
        "several": _("Several are called “%(words)s”: type the number that tells them apart."),
        "apart": _("Several are called “%(words)s”. Write which one: “%(told)s”."),
    }

    rows: models.QuerySet[Any]

    def offer(self, rows: models.QuerySet[Any], words: Callable[[Any], str]) -> None:
        """Let these rows be chosen, each called by `words`."""
        self.rows, self.words = rows, words
        some = list(rows[: MOST_CHOICES + 1])
        if len(some) <= MOST_CHOICES:
            keys = (str(row.pk) for row in some)
            choices = [("", "—"), *zip(keys, told_apart(some, words), strict=True)]
            self.widget = forms.Select({"lang": "vi"}, choices=choices)
        else:
            look = {"autocomplete": "off", "lang": "vi", "placeholder": _("Name or number")}
            self.widget = forms.TextInput(attrs=look)
        self.widget.is_required = self.required

    def prepare_value(self, value: Any) -> Any:
        """What stands in the control: the key in a list, else the words of the row."""
        if isinstance(self.widget, forms.Select) or not is_key(str(value or "")):
            return value
        row = self.rows.filter(pk=value).first()
        return self.words(row) if row else value

    def to_python(self, value: Any) -> Any:
        """The row that is meant. Raises ValidationError, with the nearest name where there is one."""
        if value in self.empty_values:
            return None
        if isinstance(value, models.Model):
            return value
        text = nfc(str(value)).strip()
        found = self._chosen(text) if isinstance(self.widget, forms.Select) else self._called(text)
        match found:
            case [row]:
                return row
            case []:
                raise ValidationError(self.error_messages["unknown"], "unknown", {"words": text})
        told = {"words": text, "told": several(found)}
        code = "apart" if told["told"] else "several"
        raise ValidationError(self.error_messages[code], code, told)

    def _chosen(self, text: str) -> list[Any]:
        return list(self.rows.filter(pk=text)) if is_key(text) else []

    def _called(self, text: str) -> list[Any]:
        """The rows of exactly these words, else those that are found by them; the shortest first."""
        by_length = self.rows.order_by(Length("fold"), "pk")
        found = list(by_length.filter(fold__contains=fold(text))[:MOST_ALIKE])
        if not found:  # told apart: "Cơ sở A (xã An)"
            name = fold(text.rpartition(" (")[0])
            found = list(by_length.filter(fold__contains=name)[:MOST_ALIKE]) if name else []
            return [row for row in found if fold(apart(row)) == fold(text)]
        return [row for row in found if fold(str(row)) == fold(text)] or found

    def has_changed(self, initial: Any, data: Any) -> bool:
        """Whether another row is meant."""
        return str(self.prepare_value(initial) or "") != str(data or "")


class WordsField(forms.CharField):
    """Words on one line, kept in one way of writing: composed letters, single spaces. A sheet is read the same way."""

    def to_python(self, value: Any) -> Any:
        """The words typed."""
        text = super().to_python(value)
        return " ".join(nfc(text.translate(UNSEEN)).split()) if text else text


class LinesField(forms.CharField):
    """Words on several lines, in composed letters."""

    def to_python(self, value: Any) -> Any:
        """The lines typed."""
        text = super().to_python(value)
        return "\n".join(nfc(text.translate(UNSEEN)).splitlines()) if text else text


class OutlineField(forms.JSONField):
    """An outline as GeoJSON: a polygon, or a feature or collection that holds one."""

    default_error_messages = {
        "invalid": _("Paste a GeoJSON outline: it begins with {“type”: “Polygon”."),
        "outline": _("The outline must be a polygon with longitude before latitude (WGS 84)."),
    }

    def to_python(self, value: Any) -> Any:
        """The geometry of the outline, or None."""
        try:
            found = super().to_python(value)
        except RecursionError:
            raise ValidationError(self.error_messages["outline"], "outline") from None
        if found is None:
            return None
        geometry = geometry_of(found)
        if geometry is None:
            raise ValidationError(self.error_messages["outline"], "outline")
        return geometry

    def bound_data(self, data: Any, initial: Any) -> Any:
        """What was pasted, as it was pasted."""
        return data

    def prepare_value(self, value: Any) -> Any:
        """The stored outline as it can be pasted again."""
        return json.dumps(value) if isinstance(value, dict) else value


def is_key(text: str) -> bool:
    """Whether these words may be the key of a row."""
    return text.isascii() and text.isdigit() and len(text) < 19


def _words_field(field: models.Field) -> type[forms.CharField]:
    return LinesField if isinstance(field, models.TextField) else WordsField


def form_field(field: models.Field, **kwargs: Any) -> forms.Field | None:
    """The form field for a field of a register."""
    said: dict[str, Any] = {
        "label": capfirst(field.verbose_name),
        "help_text": field.help_text or PLACE_HELP.get(field.name, ""),
        "required": not field.blank,
    }
    if isinstance(field, models.ForeignKey):
        return RowField(**said)
    if isinstance(field, models.DateField) and not isinstance(field, models.DateTimeField):
        return DayField(**said)
    if isinstance(field, models.DecimalField):
        return FigureField(max_digits=field.max_digits, decimal_places=field.decimal_places, **said)
    if isinstance(field, models.JSONField):
        said["help_text"] = field.help_text or OUTLINE_HELP
        return OutlineField(widget=forms.Textarea({"rows": 3}), **said)
    if isinstance(field, models.IntegerField) and not field.choices:
        year = field.get_internal_type() == "PositiveSmallIntegerField"
        return YearField(**said) if year else WholeField(max_value=2_147_483_647, **said)
    if isinstance(field, models.CharField | models.TextField):
        kwargs.setdefault("form_class", _words_field(field))
    found: Any = field.formfield(**kwargs)
    if field.choices:
        found.choices = [(value, words if value != "" else "—") for value, words in found.choices]
    return found
