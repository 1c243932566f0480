"""The review as it is shown: cards of items, rows of written names, tabs, and the marked document."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from django.db.models import Model
from django.urls import reverse
from django.utils.translation import gettext_lazy

from tiendo.plans import findings, wording
from tiendo.plans.checking import Draft, open_questions
from tiendo.plans.items import aim_of, work_of
from tiendo.plans.marked import Mark, marked
from tiendo.plans.models import DraftItem, DraftName, Intake, ItemKind, ItemState
from tiendo.plans.readings import Stored
from tiendo.plans.review import SURE, is_sure, lacks
from vanban.text import key

DOUBTS, OFFICES, PAPER, LEFT_OUT = "nghi-ngo", "co-quan", "van-ban", "da-bo"
KIND_TABS = {"nhiem-vu": ItemKind.TASK, "trach-nhiem": ItemKind.DUTY, "chi-tieu": ItemKind.TARGET}
TAB_OF_KIND = {kind: tab for tab, kind in KIND_TABS.items()}
LABELS = {
    DOUBTS: gettext_lazy("Doubts first"),
    "nhiem-vu": gettext_lazy("Tasks"),
    "trach-nhiem": gettext_lazy("Duties"),
    "chi-tieu": gettext_lazy("Targets"),
    OFFICES: gettext_lazy("Offices"),
    PAPER: gettext_lazy("Questions"),
    LEFT_OUT: gettext_lazy("Left out"),
}
WORST_FIRST = {"doubtful": 0, "check": 1, "sure": 2}


@dataclass(frozen=True, slots=True)
class Office:
    """An office in a card: the words of the document and whom they mean."""

    written: str
    key: str
    whom: Model | None
    settled: bool
    group: bool
    note: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class Card:
    """One item of the draft as it is shown."""

    item: DraftItem
    tab: str
    leads: tuple[Office, ...] = ()
    coordinating: tuple[Office, ...] = ()
    due_text: str = ""
    due_words: str = ""
    figure: str = ""
    period: str = ""
    doubts: tuple[str, ...] = ()
    lacking: tuple[str, ...] = ()
    alike: tuple[DraftItem, ...] = ()  # tasks that seem to say the same as this duty
    next: str = ""  # the anchor of the card after this one

    @property
    def anchor(self) -> str:
        return anchor_of(self.item)

    @property
    def accepted(self) -> bool:
        return self.item.state == ItemState.ACCEPTED

    @property
    def state(self) -> str:
        """What the tag of the card says."""
        if self.accepted:
            return "accepted"
        asks = self.item.confidence == SURE and not is_sure(self.item)
        return "check" if asks else self.item.confidence

    @property
    def line(self) -> int | None:
        """The line of the document on which the item begins."""
        return self.item.quotes[0]["line"] if self.item.quotes else None

    @property
    def page(self) -> int | None:
        return self.item.quotes[0].get("page") if self.item.quotes else None


def anchor_of(item: DraftItem) -> str:
    """The name of the item in the page, also on its marks in the document."""
    return f"muc-{item.pk}"


def cards(draft: Draft, items: Iterable[DraftItem]) -> list[Card]:
    """The cards of these items of the draft, in their order."""
    names = {name.key: name for name in draft.names}
    tasks = {item.number: item for item in draft.of(ItemKind.TASK)}
    items = list(items)
    anchors = [*(anchor_of(item) for item in items), ""][1:]
    return [
        replace(_card(draft.intake, item, names, tasks), next=after)
        for item, after in zip(items, anchors, strict=True)
    ]


def _card(
    intake: Intake, item: DraftItem, names: Mapping[str, DraftName], tasks: Mapping[str, DraftItem]
) -> Card:
    common: dict[str, Any] = {
        "item": item,
        "tab": TAB_OF_KIND[ItemKind(item.kind)],
        "doubts": findings.worth_saying(item.findings),
        "lacking": tuple(lacks(item)),
    }
    if item.kind == ItemKind.TARGET:
        aim = aim_of(item)
        return Card(**common, figure=wording.figures(aim), period=wording.period(aim))
    work = work_of(item)
    return Card(
        **common,
        leads=_offices(item, "leads", names),
        coordinating=_offices(item, "coordinating", names),
        due_text=work.due.text,
        due_words=wording.understood(work.due, intake.until_year, work.product),
        alike=tuple(tasks[no] for no in item.data.get("same_as", ()) if no in tasks),
    )


def _offices(item: DraftItem, part: str, names: Mapping[str, DraftName]) -> tuple[Office, ...]:
    chosen = (
        item.data.get("accountable") or key(item.data["leads"][0]["name"])
        if item.data["leads"]
        else ""
    )
    return tuple(_office(row, names.get(key(row["name"])), chosen) for row in item.data[part])


def _office(row: Stored, name: DraftName | None, chosen: str) -> Office:
    return Office(
        written=row["name"],
        key=key(row["name"]),
        whom=name.whom if name else None,
        settled=bool(name and name.settled),
        group=bool(name and name.is_group),
        note=row["note"],
        chosen=key(row["name"]) == chosen,
    )


def doubtful(draft: Draft) -> list[DraftItem]:
    """The items a person has to look at: not accepted and not sure, the most doubtful first."""
    open_items = [
        item for item in draft.items if item.state == ItemState.PROPOSED and not is_sure(item)
    ]
    order = list(TAB_OF_KIND)
    return sorted(
        open_items,
        key=lambda item: (
            WORST_FIRST.get(item.confidence, 1),
            order.index(ItemKind(item.kind)),
            item.position,
        ),
    )


def sure(draft: Draft) -> list[DraftItem]:
    """The items that can be accepted all at once."""
    return [i for i in draft.items if i.state == ItemState.PROPOSED and is_sure(i)]


def names(draft: Draft) -> list[DraftName]:
    """The written names, those that still have to be settled first."""
    return sorted(draft.names, key=lambda name: name.settled and name.whom is not None)


def tabs(draft: Draft, current: str, left_out: int) -> list[Stored]:
    """The tabs above the drafts, with how much is in each."""
    counts: dict[str, int | str] = {
        DOUBTS: len(doubtful(draft)),
        **{tab: len(draft.of(kind)) for tab, kind in KIND_TABS.items()},
        OFFICES: len(draft.names),
        PAPER: sum(question.place == "answers" for question in open_questions(draft)),
        LEFT_OUT: left_out,
    }
    shown = [tab for tab in LABELS if tab != LEFT_OUT or left_out or tab == current]
    return [
        {
            "url": address(draft.intake, tab),
            "label": LABELS[tab],
            "count": counts[tab],
            "current": tab == current,
        }
        for tab in shown
    ]


def address(intake: Intake, tab: str, anchor: str = "") -> str:
    """The address of the review with a tab open, at an item."""
    url = f"{reverse('plans:review', args=[intake.pk])}?xem={tab}"
    return f"{url}#{anchor}" if anchor else url


def pages_of(draft: Draft) -> list[Any]:
    """The document with every quote of the draft marked and leading to its item."""
    return marked(draft.intake.reading, _marks(draft))


def _marks(draft: Draft) -> Iterator[Mark]:
    for item in draft.items:
        anchor, tab = anchor_of(item), TAB_OF_KIND[ItemKind(item.kind)]
        url = address(draft.intake, tab, anchor)
        if item.state != ItemState.ACCEPTED:
            for quote in findings.places(item.findings):
                yield Mark(quote, url, anchor, "q-warn")
        for quote in [*item.quotes, *item.data.get("marks", ())]:
            yield Mark(quote, url, anchor)
