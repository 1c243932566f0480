"""What a draft item says: its words, offices, deadline and figures, as a person may change them.

Pure but for the models it fills. `Work` is a task or a duty, `Aim` a target.
"""

from dataclasses import asdict, dataclass, field
from datetime import date
from decimal import Decimal

from tiendo.plans.drafting import LONGEST_NAME
from tiendo.plans.models import DraftItem, ItemKind
from tiendo.plans.readings import Stored, lines_of, printed
from vanban.text import key, plain, squash


@dataclass(frozen=True, slots=True)
class Due:
    """When, as written and as understood; `kind` is a DeadlineKind, days are inclusive.

    `within` is the last day inside each period that comes again: "12-15" of a year, "20" of a month.
    """

    text: str = ""
    kind: str = "none"
    start: date | None = None
    end: date | None = None
    recurrence: str = ""
    within: str = ""

    def stored(self) -> Stored:
        """As it stands in the data of an item."""
        days = {"start": _iso(self.start), "end": _iso(self.end)}
        inside = {"within": self.within} if self.within else {}
        return {
            "text": self.text,
            "kind": self.kind,
            **days,
            "recurrence": self.recurrence,
            **inside,
        }


@dataclass(frozen=True, slots=True)
class Work:
    """A task or duty in the words a person settled; offices are names as written."""

    text: str
    number: str = ""
    leads: tuple[str, ...] = ()
    coordinating: tuple[str, ...] = ()
    accountable: str = ""
    due: Due = field(default_factory=Due)
    product: str = ""


@dataclass(frozen=True, slots=True)
class Aim:
    """A target in the form a person settled; `low` and `high` for a range, `low` alone for one figure."""

    text: str
    indicator: str
    comparator: str = ""
    low: Decimal | None = None
    high: Decimal | None = None
    unit: str = ""
    start: date | None = None
    end: date | None = None
    strict: bool = False
    recurrence: str = ""
    average: bool = False
    price_basis: str = ""


def put(item: DraftItem, said: Work | Aim) -> None:
    """Fill `item` with what a person said; what the reader knew of the same offices is kept."""
    item.data = {**item.data, **(_aim(said) if isinstance(said, Aim) else _work(item, said))}


def _work(item: DraftItem, said: Work) -> Stored:
    known = {
        key(row["name"]): row
        for part in ("leads", "coordinating")
        for row in item.data.get(part, ())
    }
    return {
        "number": said.number,
        "text": said.text,
        "leads": [_office(name, known) for name in said.leads],
        "coordinating": [_office(name, known) for name in said.coordinating],
        "accountable": said.accountable,
        "deadline": said.due.stored(),
        "product": said.product,
    }


def _office(name: str, known: dict[str, Stored]) -> Stored:
    name = plain(name)[:LONGEST_NAME]
    return known.get(key(name)) or {"text": name, "name": name, "group": False, "note": ""}


def _aim(said: Aim) -> Stored:
    row = asdict(said)
    figures = [figure for figure in (row.pop("low"), row.pop("high")) if figure is not None]
    days = {"start": _iso(said.start), "end": _iso(said.end)}
    return {**row, **days, "values": [f"{figure:f}" for figure in figures]}


def due_from(row: Stored) -> Due:
    """A deadline as it stands in the data of an item."""
    return Due(
        text=row.get("text") or "",
        kind=row.get("kind") or "none",
        start=_day(row.get("start")),
        end=_day(row.get("end")),
        recurrence=row.get("recurrence") or "",
        within=row.get("within") or "",
    )


def work_of(item: DraftItem) -> Work:
    """What a task or duty says now."""
    data = item.data
    return Work(
        text=data.get("text", ""),
        number=data.get("number", ""),
        leads=tuple(row["name"] for row in data.get("leads", ())),
        coordinating=tuple(row["name"] for row in data.get("coordinating", ())),
        accountable=data.get("accountable", ""),
        due=due_from(data.get("deadline") or {}),
        product=data.get("product", ""),
    )


def aim_of(item: DraftItem) -> Aim:
    """What a target says now."""
    data = item.data
    figures = [Decimal(str(figure)) for figure in data.get("values", ())] + [None, None]
    return Aim(
        text=data.get("text", ""),
        indicator=data.get("indicator", ""),
        comparator=data.get("comparator") or "",
        low=figures[0],
        high=figures[1],
        unit=data.get("unit") or "",
        start=_day(data.get("start")),
        end=_day(data.get("end")),
        strict=bool(data.get("strict")),
        recurrence=data.get("recurrence") or "",
        average=bool(data.get("average")),
        price_basis=data.get("price_basis") or "",
    )


def said_by(item: DraftItem) -> Work | Aim:
    """What the item says now, in the shape of its kind."""
    return aim_of(item) if item.kind == ItemKind.TARGET else work_of(item)


def place_of(reading: Stored, text: str) -> Stored | None:
    """Where these words stand in the document, white space apart, as a quote; None when they do not."""
    wanted = squash(text)
    document, numbers, pages = "", [], {}
    for line in lines_of(reading):
        squashed = squash(printed(line))
        document += squashed
        numbers += [line["number"]] * len(squashed)
        pages[line["number"]] = line.get("page")
    start = document.find(wanted) if wanted else -1
    if start < 0:
        return None
    first, last = numbers[start], numbers[start + len(wanted) - 1]
    return {"text": text, "line": first, "last_line": last, "page": pages[first]}


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
