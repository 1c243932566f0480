"""The list of indicators as its address asks for it."""

from dataclasses import dataclass
from typing import Any

from django.core.paginator import Page, Paginator
from django.db.models import Count, Exists, F, Max, OuterRef, QuerySet, Subquery
from django.http import QueryDict
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from tiendo.accounts.access import Request, reach
from tiendo.agencies.models import Agency
from tiendo.indicators.models import Definition, Indicator, Observation, Obtained
from tiendo.registers.fields import is_key
from vanban.text import fold

ROWS = 50
SORTS = {"ten": "fold", "co-quan": "source_agency__sort_key", "nam": "last_year"}
NONE_THIS_YEAR = "chua-co"


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the list is asked for; what an address cannot mean is left out."""

    query: str = ""
    office: int | None = None
    way: str = ""
    silent: bool = False
    sort: str = "ten"

    @property
    def active(self) -> int:
        """How many filters are on."""
        return sum((self.office is not None, bool(self.way), self.silent))


def read_wanted(query: QueryDict) -> Wanted:
    """What the address asks for."""
    office, way, sort = (query.get(name, "") for name in ("co-quan", "cach", "sort"))
    return Wanted(
        query=query.get("q", "").replace("\x00", "").strip()[:200],
        office=int(office) if is_key(office) else None,
        way=way if way in Obtained.values else "",
        silent=query.get("so-lieu") == NONE_THIS_YEAR,
        sort=sort if sort.removeprefix("-") in SORTS else "ten",
    )


@dataclass(frozen=True, slots=True)
class Head:
    """The head of a column: its name in the address, "" where nothing is sorted by it; what a press asks for."""

    name: str
    label: str
    asks: str = ""
    direction: str = ""


class Listing:
    """The indicators that an address asks for, and what the page shows of the asking."""

    def __init__(self, request: Request) -> None:
        self.year = request.today.year
        self.every = reach(Indicator.objects.all(), request.standing)
        self.wanted = read_wanted(request.GET)
        self.number = request.GET.get("page")

    @cached_property
    def page(self) -> Page:
        """The page asked for: indicators with `unit`, `way`, `last_year` and how many targets they judge."""
        return Paginator(self._sorted(self._narrowed()), ROWS).get_page(self.number)

    @property
    def heads(self) -> list[Head]:
        """The columns, with how each is sorted."""
        labels = {
            "ten": pgettext("indicators", "Indicator"),
            "co-quan": _("Office that gives the figure"),
        }
        labels |= {"": _("How it is obtained"), "nam": _("Newest figure")}
        sort = self.wanted.sort
        found = []
        for name, label in labels.items():
            here = bool(name) and sort.removeprefix("-") == name
            down = sort.startswith("-")
            direction = ("descending" if down else "ascending") if here else ""
            asks = f"-{name}" if here and not down else name
            found.append(Head(name, label, asks, direction))
        return found

    @property
    def offices(self) -> QuerySet[Agency]:
        """The offices that give figures."""
        rows = Agency.objects.filter(pk__in=self.every.values("source_agency"))
        return rows.order_by("sort_key", "pk")

    def _narrowed(self) -> QuerySet[Any]:
        rows, wanted = _told(self.every), self.wanted
        for word in fold(wanted.query).split():
            rows = rows.filter(fold__contains=word)
        if wanted.office is not None:
            rows = rows.filter(source_agency=wanted.office)
        if wanted.way:
            rows = rows.filter(way=wanted.way)
        if wanted.silent:
            there = Observation.objects.counting().filter(indicator=OuterRef("pk"), year=self.year)
            rows = rows.filter(~Exists(there), way=Obtained.ENTERED)
        return rows

    def _sorted(self, rows: QuerySet[Any]) -> QuerySet[Any]:
        by = F(SORTS[self.wanted.sort.removeprefix("-")])
        down = self.wanted.sort.startswith("-")
        first = by.desc(nulls_last=True) if down else by.asc(nulls_last=True)
        return rows.order_by(first, "fold", "pk")


def _told(rows: QuerySet[Any]) -> QuerySet[Any]:
    newest = Definition.objects.filter(indicator=OuterRef("pk")).order_by("-number")
    figures = Observation.objects.counting().filter(indicator=OuterRef("pk")).order_by()
    years = figures.values("indicator").annotate(last=Max("year"))
    return rows.select_related("source_agency").annotate(
        unit=Subquery(newest.values("unit")[:1]),
        way=Subquery(newest.values("obtained")[:1]),
        last_year=Subquery(years.values("last")),
        targets=Count("bindings"),
    )
