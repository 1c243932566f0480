"""A list of rows as its address asks for it: searched, filtered, sorted, with the chosen columns."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django import forms
from django.core.paginator import Page, Paginator
from django.db import models
from django.db.models import Max, Min, QuerySet
from django.http import QueryDict
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from tiendo.agencies.models import Agency
from tiendo.registers.columns import Column, area_of, column_of
from tiendo.registers.scope import Hand
from vanban.text import fold

ROWS = 25
FILTERS = 6  # of them stand above a list; where there are more, the rest is folded
MOST = 400  # values in a filter
YES_NO = (("1", gettext_lazy("Yes")), ("0", gettext_lazy("No")))
MINE = "toi"


@dataclass(frozen=True, slots=True)
class Chip:
    """A filter in use: what it is about, what was chosen, and the address without it."""

    label: str
    said: str
    url: str


class Found:
    """The rows an address asks for, and what the page shows of the asking."""

    def __init__(self, hand: Hand, query: QueryDict) -> None:
        self.hand, self.query = hand, query
        self.register = hand.register
        self.words = query.get("q", "").strip()[:200]
        self.sort = self._sort(query.get("sort", ""))
        self.columns = self._columns(query.getlist("cot"))
        self.form = filters_of(hand)(query)
        self.form.is_valid()
        self.rows = self._rows(hand.rows())

    def _sort(self, asked: str) -> str:
        known = {column.name for column in self.register.table if column.sort}
        return asked if asked.removeprefix("-") in known else ""

    def _columns(self, asked: list[str]) -> list[Column]:
        every = [*self.register.table, *(self._more())]
        chosen = [column for column in every if column.name in asked]
        return chosen or list(self.register.table)

    def _more(self) -> Iterator[Column]:
        names = {column.name for column in self.register.table}
        for name in self.register.fields:
            if name not in names and not isinstance(self._field(name), models.JSONField):
                yield column_of(self.register.model, name)

    def _field(self, name: str) -> Any:
        return self.register.model._meta.get_field(name)

    @property
    def choosable(self) -> list[tuple[Column, bool]]:
        """Every column there is, and whether it is shown."""
        shown = {column.name for column in self.columns}
        return [(each, each.name in shown) for each in (*self.register.table, *self._more())]

    def _rows(self, rows: QuerySet[Any]) -> QuerySet[Any]:
        rows = with_words(self.hand, rows, self.words)
        for name, value in self.chosen.items():
            if name == MINE:
                rows = rows.filter(**{f"{self.register.office}__in": self.hand.works})
            else:
                rows = rows.filter(**condition(self._field(name), value))
        order = next((each.sort for each in self.register.table if each.name == self.order), "")
        down = "-" if self.sort.startswith("-") else ""
        natural = self.register.rows.query.order_by or self.register.model._meta.ordering
        return rows.order_by(*([f"{down}{order}"] if order else natural), "pk")

    @property
    def order(self) -> str:
        """The column sorted by, without its direction."""
        return self.sort.removeprefix("-")

    @property
    def chosen(self) -> dict[str, Any]:
        """The filters in use with their values."""
        said = self.form.cleaned_data
        return {name: value for name, value in said.items() if value not in (None, "")}

    @property
    def first_filters(self) -> list[Any]:
        """The filters that stand above the list."""
        every = list(self.form)
        return every if len(every) <= FILTERS + 1 else every[:FILTERS]

    @property
    def more_filters(self) -> list[Any]:
        """The folded ones; one alone is not folded."""
        return list(self.form)[len(self.first_filters) :]

    @property
    def uses_more(self) -> bool:
        """Whether one of the folded filters is in use."""
        return any(field.name in self.chosen for field in self.more_filters)

    @property
    def is_narrowed(self) -> bool:
        return bool(self.words or self.chosen)

    @property
    def asked_columns(self) -> list[str]:
        """The columns asked for in the address, to be kept in it."""
        return [each.name for each in self.columns] if self.query.getlist("cot") else []

    @property
    def kept(self) -> list[tuple[str, str]]:
        """What the address says besides the columns and the page."""
        names = [name for name in self.query if name not in ("cot", "page", "dang")]
        return [(name, value) for name in names for value in self.query.getlist(name)]

    def page(self) -> Page:
        """The page asked for."""
        return Paginator(self.rows, ROWS).get_page(self.query.get("page"))

    def but(self, **changes: Any) -> str:
        """The address of this list with something changed, on its first page; None leaves a part out."""
        kept = {name: self.query.getlist(name) for name in self.query if name != "page"}
        kept |= {name: [value] for name, value in changes.items()}
        pairs = [(name, each) for name, values in kept.items() for each in values if each]
        return "?" + urlencode(pairs)

    def chips(self) -> list[Chip]:
        """The filters in use, each with the address without it."""
        found = []
        if self.words:
            found.append(Chip(_("Words"), self.words, self.but(q=None)))
        for name, value in self.chosen.items():
            field = self.form.fields[name]
            said = dict(getattr(field, "choices", ())).get(str(getattr(value, "pk", value)), value)
            found.append(Chip(str(field.label), str(said), self.but(**{name: None})))
        return found


def filters_of(hand: Hand) -> type[forms.Form]:
    """A form with one select for each filter of the register; where offices answer for rows, one for the own ones."""
    fields: dict[str, forms.Field] = {}
    if hand.register.office and hand.works:
        label = _("Whose")
        whose = [("", label), ("1", _("Of my office"))]
        look = forms.Select({"aria-label": label})
        fields[MINE] = forms.ChoiceField(choices=whose, label=label, required=False, widget=look)
    fields |= {name: _filter(hand, name) for name in hand.register.filters}
    return type("FilterForm", (forms.Form,), fields)


def _filter(hand: Hand, name: str) -> forms.Field:
    """A select of the values there are; its first choice says what it is about."""
    field: Any = hand.register.model._meta.get_field(name)
    label = capfirst(str(field.verbose_name))
    look = {"aria-label": label}
    if field.choices:
        pairs = list(field.choices)
    elif isinstance(field, models.BooleanField):
        pairs = list(YES_NO)
    else:
        pairs, look = _values(hand, field), {**look, "lang": "vi"}
    choices = [("", label), *pairs]
    return forms.ChoiceField(
        choices=choices, label=label, required=False, widget=forms.Select(look)
    )


def _values(hand: Hand, field: Any) -> list[tuple[str, str]]:
    """The values of a field among the rows one sees: rows of another table, years of days, or what stands there."""
    rows, table = hand.rows().order_by(), hand.register.table
    if isinstance(field, models.ForeignKey):
        used = field.related_model._default_manager.filter(pk__in=rows.values(field.name))[:MOST]
        return [
            (str(row.pk), area_of(row) if isinstance(row, Agency) else str(row)) for row in used
        ]
    said = [each for each in table if each.sort == field.name and each.name != field.name]
    if said and not _is_day(field):
        return _in_words(rows, field.name, said[0])
    if _is_day(field):
        return _years(rows, field.name)
    values = rows.exclude(**{field.name: None}).values_list(field.name, flat=True)
    return [(str(each), str(each)) for each in sorted(set(values.distinct()), reverse=True)[:MOST]]


def _years(rows: QuerySet[Any], name: str) -> list[tuple[str, str]]:
    """The years from the first to the last day of a field, the newest first; to ask each row costs seconds."""
    ends = rows.aggregate(first=Min(name), last=Max(name))
    if ends["first"] is None:
        return []
    years = range(ends["last"].year, ends["first"].year - 1, -1)
    return [(str(year), str(year)) for year in years[:MOST]]


def _in_words(rows: QuerySet[Any], name: str, column: Column) -> list[tuple[str, str]]:
    """The values of a field, each as the column says it that is sorted by the field: "1061", "milling (1061)"."""
    every = rows.model._default_manager.order_by()
    first = every.filter(pk__in=rows.values("pk")).values(name).annotate(first=Min("pk"))
    some = every.filter(pk__in=first.values("first")).order_by(name)[:MOST]
    said = ((getattr(row, name), column.of(row)) for row in some)
    return [(str(value), str(words)) for value, words in said if value not in (None, "")]


def condition(field: Any, value: str) -> dict[str, Any]:
    """What a chosen value asks of the rows."""
    if isinstance(field, models.BooleanField):
        return {field.name: value == "1"}
    return {f"{field.name}__year" if _is_day(field) else field.name: value}


def _is_day(field: Any) -> bool:
    return isinstance(field, models.DateField)


def with_words(hand: Hand, rows: QuerySet[Any], words: str) -> QuerySet[Any]:
    """The rows that have each of these words, typed with or without accents.

    Where what is covered would be searched, only the person's own rows are: a hit would tell what the cover hides.
    """
    if fold(words) and set(hand.register.search) & set(getattr(hand.register.model, "masked", ())):
        rows = hand.own_of(rows)
    for word in fold(words).split():
        rows = rows.filter(fold__contains=word)
    return rows
