"""What a cell of a sheet means for a field: the value, or the sentence that says why it cannot be taken."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from difflib import get_close_matches
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.utils import translation
from django.utils.translation import gettext as _

from tiendo.agencies.models import Agency, Kind, KnownName, Succession
from tiendo.agencies.spreadsheet import bare
from tiendo.registers.apart import apart, several
from tiendo.registers.columns import HIDDEN, UNDER, area_of
from tiendo.registers.fields import RowField
from tiendo.registers.forms import form_of
from tiendo.registers.register import Register, register_of
from tiendo.registers.scope import Hand
from vanban.text import key, nfc

TWO_WAYS = re.compile(
    r"[-−]?\d{1,3}[.,]\d{3}"
)  # 1.500: one thousand five hundred, or one and a half
YES = {"x", "co", "yes", "true", "1", "dung"}
NO = {"khong", "no", "false", "0", "sai", "k"}
THOUSANDS, DECIMALS = "thousands", "decimals"


class Asked(Exception):
    """A figure that can be read in two ways: the person has to say which."""


@dataclass(frozen=True, slots=True)
class Meant:
    """What a cell means; `note` says what was made of it where that is not what stands there."""

    value: Any
    note: str = ""


Reading = Callable[[Any], Meant]


@dataclass(slots=True)
class Names:
    """Rows that cells name, by everything they are called; `followed` are offices that ended, with those after them.

    Accents may be left out where that leaves one row.
    """

    rows: dict[str, list[Any]] = field(default_factory=dict)
    followed: dict[int, list[Agency]] = field(default_factory=dict)

    def add(self, row: Any, *words: str) -> None:
        """Let a row be called by these words."""
        for each in filter(None, words):
            for name in {key(each), bare(each)}:
                known = self.rows.setdefault(name, [])
                if row not in known:
                    known.append(row)

    def tell_apart(self) -> None:
        """Let rows that are called alike be called by what tells them apart, too."""
        alike = {row for rows in self.rows.values() if len(rows) > 1 for row in rows}
        for row in alike:
            self.add(row, apart(row))

    def find(self, text: str) -> Meant:
        """The row called `text`. Raises ValidationError with the nearest names."""
        found = self.rows.get(key(text)) or self.rows.get(bare(text), [])
        if len(found) > 1:
            going = [row for row in found if getattr(row, "valid_to", None) is None]
            found = going if len(going) == 1 else found
        if len(found) > 1:
            raise ValidationError(_several(text, found))
        if not found:
            raise ValidationError(self._unknown(text))
        return self._now(found[0])

    def _now(self, row: Any) -> Meant:
        """The row itself, or the office that followed it. Raises ValidationError where several did."""
        later = self.followed.get(row.pk, []) if isinstance(row, Agency) else []
        if len(later) > 1:
            told = {"old": _shown(row), "new": ", ".join(map(_shown, later))}
            raise ValidationError(_("“%(old)s” was divided: say which of %(new)s.") % told)
        for new in later:
            note = _("“%(old)s” is now “%(new)s”.") % {"old": _shown(row), "new": _shown(new)}
            return Meant(new, note)
        return Meant(row)

    def _unknown(self, text: str) -> str:
        near = get_close_matches(key(text), list(self.rows), 6, 0.6)
        called = dict.fromkeys(_shown(self.rows[each][0]) for each in near)
        if not called:
            return _("Nothing here is called “%(words)s”.") % {"words": text}
        told = {"words": text, "nearest": "”, “".join(list(called)[:3])}
        return _("Nothing here is called “%(words)s”. Did you mean “%(nearest)s”?") % told


def _several(text: str, rows: list[Any]) -> str:
    told = several(rows)
    words = (
        _("Several are called “%(words)s”. Write which one: “%(told)s”.")
        if told
        else _("Several are called “%(words)s”: type the number that tells them apart.")
    )
    return words % {"words": text, "told": told}


def _shown(row: Any) -> str:
    return area_of(row) if isinstance(row, Agency) and row.kind == Kind.COMMUNE else str(row)


def readings(hand: Hand, answers: dict[str, str]) -> dict[str, Reading]:
    """How the cells of each field are read; `answers` says how figures that can be read in two ways are meant."""
    form = form_of(hand.register)
    return {
        name: _reading(hand, name, form.base_fields[name], answers.get(name, ""))
        for name in hand.register.fields
    }


def _reading(hand: Hand, name: str, form_field: forms.Field, answer: str) -> Reading:
    column: Any = hand.register.model._meta.get_field(name)
    if isinstance(form_field, RowField):
        names = names_for(hand, column)
        return lambda cell: names.find(_text(cell))
    if column.choices:
        words = _choices(column)
        return lambda cell: Meant(_chosen(words, _text(cell), column))
    if isinstance(column, models.BooleanField):
        return lambda cell: Meant(_yes_or_no(cell))
    if isinstance(column, models.DateField):
        return lambda cell: Meant(form_field.clean(_day(cell)))
    if isinstance(column, models.DecimalField | models.IntegerField):
        return lambda cell: Meant(form_field.clean(_figure(cell, answer)))
    take = _uncovered if name in getattr(hand.register.model, "masked", {}) else str
    return lambda cell: Meant(form_field.clean(take(_as_typed(cell))))


def _text(cell: Any) -> str:
    """A cell as words on one line."""
    return " ".join(nfc(_as_typed(cell)).split())


def _as_typed(cell: Any) -> str:
    """A cell as it was typed; a whole number without the decimals a sheet stores it with."""
    return str(int(cell)) if isinstance(cell, float) and cell.is_integer() else str(cell)


def _uncovered(text: str) -> str:
    if HIDDEN in text:
        raise ValidationError(
            _("The number is covered here: type it in full, or leave the cell blank.")
        )
    return text


def _figure(cell: Any, answer: str) -> str:
    """A figure as people type it. Raises Asked for one that can be read in two ways."""
    if isinstance(cell, bool):
        raise ValidationError(_("A figure is expected here."))
    if isinstance(cell, int | float | Decimal):
        return _typed(cell)
    text = re.sub(r"\s", "", nfc(str(cell)))
    if TWO_WAYS.fullmatch(text):
        if not answer:
            raise Asked
        sign = "" if answer == THOUSANDS else ","
        return re.sub(r"[.,]", sign, text)
    if re.fullmatch(r"[-−]?\d+\.\d+", text):  # 12.5 is no Vietnamese figure, and means one thing
        text = text.replace(".", ",")
    return re.sub(r",(\d*?)0+$", r",\1", text).removesuffix(",") if "," in text else text


def _typed(cell: float | Decimal) -> str:
    try:
        figure = Decimal(str(cell))
        figure = figure.quantize(Decimal(1)) if figure == figure.to_integral_value() else figure
    except InvalidOperation:
        raise ValidationError(_("A figure is expected here.")) from None
    return f"{figure:f}".replace(".", ",")


def _day(cell: Any) -> Any:
    """A day as a cell holds it: a date of the sheet, 25/01/2022, 25.1.2022 or 2022-01-25."""
    if isinstance(cell, datetime):
        return cell.date()
    if isinstance(cell, date):
        return cell
    text = _text(cell).removesuffix(" 00:00:00")
    return (
        re.sub(r"[.-]", "/", text) if re.fullmatch(r"\d{1,2}[.-]\d{1,2}[.-]\d{4}", text) else text
    )


def _choices(column: Any) -> dict[str, Any]:
    words = {bare(str(value)): value for value, _label in column.flatchoices}
    for language in ("en", "vi"):
        with translation.override(language):
            words |= {bare(str(label)): value for value, label in column.flatchoices}
    return words


def _chosen(words: dict[str, Any], text: str, column: Any) -> Any:
    if bare(text) in words:
        return words[bare(text)]
    offered = ", ".join(str(label) for _value, label in column.flatchoices)
    raise ValidationError(
        _("“%(words)s” is none of: %(offered)s.") % {"words": text, "offered": offered}
    )


def _yes_or_no(cell: Any) -> bool:
    text = bare(_text(cell))
    if text in YES | NO:
        return text in YES
    raise ValidationError(_("Write “x” for yes, or leave the cell blank."))


def names_for(hand: Hand, column: Any) -> Names:
    """The rows that cells of a column may name."""
    if column.related_model is Agency:
        return _offices(hand, column)
    other = register_of(column.related_model)
    every = column.related_model._default_manager.filter(locality=hand.locality_id)
    rows: Iterable[Any] = hand.offered(column.name, other) if other else every
    names = Names()
    for row in rows:
        names.add(row, str(row), *_keys_of(other, row))
    names.tell_apart()
    return names


def _keys_of(other: Register | None, row: Any) -> list[str]:
    """What tells a row apart, where that is one field: a tax code, a number."""
    return [str(getattr(row, other.key[0]))] if other and len(other.key) == 1 else []


def _offices(hand: Hand, column: Any) -> Names:
    names, today = Names(), hand.setting.today
    limit = column.get_limit_choices_to()
    rows = Agency.objects.filter(locality=hand.locality_id).complex_filter(limit)
    by_key = {row.pk: row for row in rows}
    going = [row for row in by_key.values() if not (row.valid_to and row.valid_to < today)]
    ended = [row for row in by_key.values() if row not in going]
    for row in (*going, *ended):
        if row in going or not any(key(row.name) == key(each.name) for each in going):
            names.add(row, *_called(row.name), *_called(row.short_name))
        if row in going or not any(row.code == each.code for each in going):
            names.add(row, row.code)
    for known in KnownName.objects.filter(agency__in=by_key).select_related("agency"):
        names.add(known.agency, *_called(known.text))
    names.followed = _followers([row.pk for row in ended], by_key, today)
    return names


def _followers(ended: list[int], by_key: dict[int, Agency], today: date) -> dict[int, list[Agency]]:
    """Who follows each office that ended, up to those that still exist; several where it was divided."""
    rows = Succession.objects.filter(effective_on__lte=today, predecessor__in=by_key)
    after: dict[int, list[int]] = {}
    for old, new in rows.exclude(successor=None).values_list("predecessor_id", "successor_id"):
        after.setdefault(old, []).append(new or old)
    found = {pk: _last_of(pk, after) - {pk} for pk in ended}
    return {
        pk: [by_key[each] for each in sorted(last) if each in by_key]
        for pk, last in found.items()
        if last
    }


def _last_of(pk: int, after: dict[int, list[int]]) -> set[int]:
    last, waiting, seen = set(), [pk], set()
    while waiting:
        here = waiting.pop()
        if here in seen:
            continue
        seen.add(here)
        waiting += after.get(here, [])
        if here not in after:
            last.add(here)
    return last


def _called(name: str) -> tuple[str, ...]:
    """What an office may be called: its name, also with the short word, its area, and that without what it is."""
    area = UNDER.sub("", name.strip())
    return (
        name,
        f"UBND {area}",
        area,
        re.sub(r"^(xã|phường|thị trấn|tt\.?)\s+", "", area, flags=re.IGNORECASE),
    )
