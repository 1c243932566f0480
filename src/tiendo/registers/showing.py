"""What the pages of a register show: the list with its sketch and sums, and one row with all that belongs to it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.core.paginator import Page
from django.db.models import Count, Q, Subquery, Value
from django.urls import reverse
from django.utils.module_loading import import_string
from django.utils.translation import gettext as _

from tiendo.accounts.access import Request
from tiendo.accounts.rights import READ_HISTORY
from tiendo.agencies.models import Locality
from tiendo.history.models import Action, Change
from tiendo.history.personal import named
from tiendo.history.services import changes_of
from tiendo.registers.attaching import attachments_of
from tiendo.registers.columns import Column, area_of
from tiendo.registers.export import WRITERS, values_of
from tiendo.registers.finding import Found
from tiendo.registers.forms import about_of
from tiendo.registers.hectares import hectares_of
from tiendo.registers.mapping import spot_of
from tiendo.registers.maps import Sketch, Spot, sketch_of
from tiendo.registers.measures import Figure, Measure, Wanted, all_values
from tiendo.registers.models import Concerning, Outline
from tiendo.registers.register import REGISTERS, Register
from tiendo.registers.scope import Hand, hand_of

MOST_CHILDREN = 20
MOST_CHANGES = 20


@dataclass(frozen=True, slots=True)
class Line:
    """One row of a list: its number, the row, its values with their columns."""

    number: int
    row: Any
    cells: list[tuple[Column, Any]]
    url: str


@dataclass(frozen=True, slots=True)
class Below:
    """The rows of another register that belong to a row, the first of them, and where they are entered."""

    register: Register
    lines: list[Line]
    columns: Sequence[Column]
    total: int
    list_url: str
    add_url: str


@dataclass(frozen=True, slots=True)
class Said:
    """A measure with its figure, the rows it is made of, and what uses it."""

    measure: Measure
    figure: Figure | None
    url: str


def listing_of(found: Found) -> dict[str, Any]:
    """The context of the list of a register."""
    page = found.page()
    lines = lines_of(found.hand, found.columns, page.object_list, page.start_index() or 1)
    return {
        "register": found.register,
        "hand": found.hand,
        "found": found,
        "page": page,
        "lines": lines,
        "sums": _sums(found.columns, lines),
        "chips": found.chips(),
        "heads": [(each, *_sorting(found, each)) for each in found.columns],
        "sketch": _sketch_of_page(found, page) if found.register.is_placed else None,
        "siblings": siblings(found.register),
        "tab_items": _tabs(found.register),
        "same_url": found.but(),
        **{f"{kind}_url": found.but(dang=kind) for kind in WRITERS},
        "filters_target": "results",
    }


def _sorting(found: Found, column: Column) -> tuple[str, str]:
    """Where the head of a column leads, and how the list is sorted by it now."""
    if not column.sort:
        return "", ""
    if found.order != column.name:
        return found.but(sort=column.name), ""
    down = found.sort.startswith("-")
    return found.but(
        sort=column.name if down else f"-{column.name}"
    ), "descending" if down else "ascending"


def lines_of(hand: Hand, columns: Sequence[Column], rows: Any, first: int = 1) -> list[Line]:
    """Rows as lines of a list, numbered from `first`."""
    return [
        Line(
            number,
            row,
            list(zip(columns, values_of(hand, columns, row), strict=True)),
            reverse("registers:row", args=[hand.register, row.pk]),
        )
        for number, row in enumerate(rows, start=first)
    ]


def _sums(columns: Sequence[Column], lines: Sequence[Line]) -> list[Decimal | int | None]:
    """What the columns of figures add up to on the page; None where there is nothing to add."""
    sums: list[Decimal | int | None] = []
    for place, column in enumerate(columns):
        given = [line.cells[place][1] for line in lines if column.sums]
        figures = [each for each in given if isinstance(each, int | Decimal)]
        sums.append(sum(figures[1:], figures[0]) if figures else None)
    return sums if any(each is not None for each in sums) else []


def siblings(register: Register) -> list[Register]:
    """The registers that stand in the same group, this one among them."""
    group = str(register.guide.group)
    return [
        each for each in REGISTERS.values() if not each.under and str(each.guide.group) == group
    ]


def _tabs(register: Register) -> list[dict[str, Any]]:
    return [
        {
            "url": reverse("registers:rows", args=[each]),
            "label": each.title,
            "current": each is register,
        }
        for each in siblings(register)
    ]


def _sketch_of_page(found: Found, page: Page) -> Sketch | None:
    first = page.start_index() or 1
    spots = [
        spot_of(found.register, row, number)
        for number, row in enumerate(page.object_list, start=first)
    ]
    return _sketch(spots, found.hand)


def _sketch(spots: Sequence[Spot], hand: Hand) -> Sketch | None:
    """Outlines are fetched only where something has a place."""
    if not any(spot.point or spot.shape for spot in spots):
        return None
    return sketch_of(spots, Outline.objects.drawn(hand.locality_id, hand.setting.today))


def record_of(request: Request, hand: Hand, row: Any) -> dict[str, Any]:
    """The context of the page of a row."""
    register = hand.register
    facts, fields = _facts(hand, row), register.fields
    below = _all_below(request, register, row)
    addable = [part for part in below if not part.total and part.add_url]
    spots = [spot_of(register, row, 1)] if register.is_placed else []
    return {
        "register": register,
        "hand": hand,
        "row": row,
        "said": [(each, value) for each, value in facts if value not in (None, "")],
        "unsaid": [each for each, value in facts if value in (None, "") and each.name in fields],
        "writes": hand.writes(row),
        "about": about_of(row) if isinstance(row, Concerning) else None,
        "parent": register.parent and getattr(row, register.under),
        "below": below,
        "addable": [part for part in addable if part.register.parent is register],
        "concerning": [part for part in addable if part.register.parent is not register],
        "attachments": list(attachments_of(row)),
        "changes": _changes(request, hand, row),
        "sketch": _sketch(spots, hand),
        "drawn_hectares": hectares_of(row.shape) if getattr(row, "shape", None) else None,
        "uses": uses_of(register, row, request),
    }


def _facts(hand: Hand, row: Any) -> list[tuple[Column, Any]]:
    columns = [each for each in hand.register.sheet if each.name != "shape"]
    return list(zip(columns, values_of(hand, columns, row), strict=True))


Belonging = tuple[
    Hand, Q, str
]  # a register, which of its rows belong to a row, and how a new one says so


def _all_below(request: Request, register: Register, row: Any) -> list[Below]:
    """What of other registers belongs to a row; those that hold nothing are not asked for their rows."""
    parts = [*_children(request, register, row), *_concerning(request, register, row)]
    totals = _totals(parts)
    return [_below(part, totals.get(place, 0), row) for place, part in enumerate(parts)]


def _children(request: Request, register: Register, row: Any) -> list[Belonging]:
    return [
        (hand_of(request, child), Q(**{child.under: row}), f"{child.under}={row.pk}")
        for child in register.children
    ]


def _concerning(request: Request, register: Register, row: Any) -> list[Belonging]:
    only = Q(about_type=ContentType.objects.get_for_model(row), about_id=row.pk)
    others = [each for each in REGISTERS.values() if issubclass(each.model, Concerning)]
    return [(hand_of(request, each), only, f"ve={register.slug}:{row.pk}") for each in others]


def _totals(parts: Sequence[Belonging]) -> dict[int, int]:
    """How many rows each part has, by its place: of all registers in one query."""
    counted = [
        hand.rows()
        .filter(only)
        .order_by()
        .values("locality")
        .annotate(rows_there=Count("pk"))
        .values_list(Value(place), "rows_there")
        for place, (hand, only, _said) in enumerate(parts)
    ]
    return dict(counted[0].union(*counted[1:], all=True)) if counted else {}


def _below(part: Belonging, total: int, parent: Any) -> Below:
    """The first of the `total` rows of a register that belong to `parent`."""
    hand, only, said = part
    register = hand.register
    some = list(hand.rows().filter(only)[:MOST_CHILDREN]) if total else []
    columns = [each for each in register.table if each.name != register.under]
    list_url = reverse("registers:rows", args=[register])
    child = register.parent is not None and isinstance(parent, register.parent.model)
    may_add = hand.may_add_to(parent) if child else hand.may_add
    add_url = f"{reverse('registers:add', args=[register])}?{said}" if may_add else ""
    narrowed = f"{list_url}?{said}" if register.under in register.filters else list_url
    lines = lines_of(hand, columns, some)
    places = _telling(lines, parent)
    lines = [replace(line, cells=[line.cells[place] for place in places]) for line in lines]
    columns = [columns[place] for place in places] if lines else columns
    return Below(register, lines, columns, total, narrowed, add_url)


def _telling(lines: Sequence[Line], parent: Any) -> list[int]:
    """The places of columns that say more than the page of `parent` does: not its name or commune in every line."""
    commune = getattr(parent, "commune", None)
    known = {str(parent)} | ({area_of(commune)} if commune else set())
    places = range(len(lines[0].cells)) if lines else ()
    said = {place: {str(line.cells[place][1]) for line in lines} for place in places}
    return [place for place in places if not said[place] <= known] or list(places)


def _changes(request: Request, hand: Hand, row: Any) -> list[tuple[Change, list[str]]]:
    """The newest changes of a row, each with what the fields are called that it touched; for who enters it, too."""
    if not (hand.writes(row) or request.standing.may(READ_HISTORY)):
        return []
    return [(change, _touched(row, change)) for change in named(changes_of([row])[:MOST_CHANGES])]


def _touched(row: Any, change: Change) -> list[str]:
    if change.action != Action.CHANGE:
        return []
    fields = {field.attname: field.verbose_name for field in row._meta.concrete_fields}
    fields |= {"about_id": _("what it concerns")}
    silent = ("fold", "about_type_id")  # `about_id` says it
    return [str(fields[name]) for name in change.fields if name in fields and name not in silent]


def uses_of(register: Register, row: Any, request: Request) -> list[Any]:
    """What is tied to this row or its register from above, as the settings' REGISTER_USES says."""
    return import_string(settings.REGISTER_USES)(register, row, request.standing)


def index_of(request: Request) -> list[tuple[str, list[tuple[Register, int, Hand]]]]:
    """Every register by its group, with how many rows the person sees; all counted in one query."""
    hands = [hand_of(request, each) for each in REGISTERS.values() if not each.under]
    counts = _counts(hands, request.standing.locality_id)
    groups: dict[str, list[tuple[Register, int, Hand]]] = {}
    for hand, count in zip(hands, counts, strict=True):
        lines = groups.setdefault(str(hand.register.guide.group), [])
        lines.append((hand.register, count, hand))
    return list(groups.items())


def _counts(hands: Sequence[Hand], locality_id: int) -> list[int]:
    parts = {
        f"rows_{place}": Subquery(
            hand.rows().order_by().values("locality").annotate(n=Count("pk")).values("n")
        )
        for place, hand in enumerate(hands)
    }
    said = Locality.objects.filter(pk=locality_id).values(**parts).first() if parts else None
    return [said[name] or 0 for name in parts] if said else [0 for _hand in hands]


def measures_of(hand: Hand, year: int) -> list[Said]:
    """The measures of a register with the figures of a year over the rows the person sees."""
    rows, url = hand.rows(), reverse("registers:measures", args=[hand.register])
    every = hand.register.measures
    figures = all_values(rows, [Wanted(each, year) for each in every]) if every else []
    return [
        Said(each, figure, f"{url}{each.slug}/?nam={year}")
        for each, figure in zip(every, figures, strict=True)
    ]
