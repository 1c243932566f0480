"""The review as it is shown: cards of items, rows of written names, tabs, and the marked document."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from django.db.models import Model
from django.urls import reverse
from django.utils.translation import gettext_lazy

from tiendo.plans import findings, wording
from tiendo.plans.checking import Draft, open_questions
from tiendo.plans.items import aim_of, work_of
from tiendo.plans.leaf import first_page
from tiendo.plans.marked import Mark
from tiendo.plans.models import DraftItem, DraftName, Intake, ItemKind, ItemState
from tiendo.plans.readings import Stored
from tiendo.plans.review import SURE, is_sure, lacks
from vanban.text import key

DOUBTS, OFFICES, PAPER, LEFT_OUT = "nghi-ngo", "co-quan", "van-ban", "da-bo"
ELSEWHERE = "ke-hoach-khac"
KIND_TABS = {"nhiem-vu": ItemKind.TASK, "trach-nhiem": ItemKind.DUTY, "chi-tieu": ItemKind.TARGET}
TAB_OF_KIND = {kind: tab for tab, kind in KIND_TABS.items()}
LABELS = {
    DOUBTS: gettext_lazy("Doubts first"),
    "nhiem-vu": gettext_lazy("Tasks"),
    "trach-nhiem": gettext_lazy("Duties"),
    "chi-tieu": gettext_lazy("Targets"),
    OFFICES: gettext_lazy("Offices"),
    ELSEWHERE: gettext_lazy("In other plans"),
    PAPER: gettext_lazy("Questions"),
    LEFT_OUT: gettext_lazy("Left out"),
}
ANCHOR = re.compile(r"muc-(\d{1,18})")
WORST_FIRST = {"doubtful": 0, "check": 1, "sure": 2}
# Fields that a card does not show by themselves, and where what was doubted in them is said instead.
SAID_AT_WORK = {"period": "deadline", "figure": "text"}
SAID_AT_TARGET = {"deadline": "period", "leads": "text", "product": "text"}


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
class Field:
    """How sure a field of an item is ("sure", "check", "doubtful"), and why, in sentences."""

    state: str = SURE
    why: tuple[str, ...] = ()


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
    why: dict[str, Field] = field(default_factory=dict)  # how sure each field is
    others: tuple[tuple[str, tuple[str, ...]], ...] = ()  # offices in further roles, as written
    milestones: tuple[str, ...] = ()
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
    def doubted(self) -> list[str]:
        """All that the reader doubted, field after field."""
        return [sentence for part in self.why.values() for sentence in part.why]

    @property
    def asks(self) -> bool:
        """Whether a person has to look at the item."""
        return self.state in ("check", "doubtful")

    @property
    def line(self) -> int | None:
        """The line of the document on which the item begins."""
        return self.item.quotes[0]["line"] if self.item.quotes else None

    @property
    def page(self) -> int | None:
        """The page on which the item begins."""
        return first_page(self.item.quotes)


def anchor_of(item: DraftItem) -> str:
    """The name of the item in the page, also on its marks in the document."""
    return f"muc-{item.pk}"


def cards(draft: Draft, items: Iterable[DraftItem]) -> list[Card]:
    """The cards of these items of the draft, in their order."""
    names = {name.key: name for name in draft.names}
    tasks = {item.data.get("number", ""): item for item in draft.of(ItemKind.TASK)}
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
        "why": _why(item),
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
        others=_others(item),
        milestones=tuple(wording.milestone(row) for row in item.data.get("milestones", ())),
        alike=tuple(tasks[no] for no in item.data.get("same_as", ()) if no in tasks),
    )


def _why(item: DraftItem) -> dict[str, Field]:
    """Every field with a finding, and the words of an item that is not sure without one."""
    elsewhere = SAID_AT_TARGET if item.kind == ItemKind.TARGET else SAID_AT_WORK
    found: dict[str, Field] = {}
    for name, why in findings.by_field(item.findings).items():
        shown = elsewhere.get(name, name)
        before = found[shown].why if shown in found else ()
        found[shown] = Field(item.confidence, (*before, *why))
    if item.confidence != SURE and not found:
        found["text"] = Field(item.confidence)
    return found


def _others(item: DraftItem) -> tuple[tuple[str, tuple[str, ...]], ...]:
    said = item.data.get("roles") or {}
    return tuple(
        (wording.role(role), tuple(row["text"] for row in rows))
        for role, rows in said.items()
        if rows
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
    return worst_first(
        item for item in draft.items if item.state == ItemState.PROPOSED and not is_sure(item)
    )


def worst_first(items: Iterable[DraftItem]) -> list[DraftItem]:
    """What is accepted comes last, what is sure before it; within one kind in the order of the document."""
    order = list(TAB_OF_KIND)

    def weight(item: DraftItem) -> tuple[bool, bool, int, int, float]:
        settled, kind = item.state != ItemState.PROPOSED, order.index(ItemKind(item.kind))
        return settled, is_sure(item), WORST_FIRST.get(item.confidence, 1), kind, item.position

    return sorted(items, key=weight)


def sure(draft: Draft) -> list[DraftItem]:
    """The items that can be accepted all at once."""
    return [i for i in draft.items if i.state == ItemState.PROPOSED and is_sure(i)]


def names(draft: Draft) -> list[DraftName]:
    """The written names, those that still have to be settled first."""
    return sorted(draft.names, key=lambda name: name.settled and name.whom is not None)


def tabs(draft: Draft, current: str, left_out: int, elsewhere: int) -> list[Stored]:
    """The tabs above the drafts, with how much is in each; `elsewhere` may be work of other plans."""
    counts: dict[str, int | str] = {
        DOUBTS: len(doubtful(draft)),
        **{tab: len(draft.of(kind)) for tab, kind in KIND_TABS.items()},
        OFFICES: len(draft.names),
        ELSEWHERE: elsewhere,
        PAPER: sum(question.place == "answers" for question in open_questions(draft)),
        LEFT_OUT: left_out,
    }
    may_be_empty = {LEFT_OUT: left_out, ELSEWHERE: elsewhere}
    shown = [tab for tab in LABELS if may_be_empty.get(tab, 1) or tab == current]
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
    """The address of the review with a tab open, at an item; the document then shows the item's place."""
    url = f"{reverse('plans:review', args=[intake.pk])}?xem={tab}"
    if of_item := ANCHOR.fullmatch(anchor):
        url += f"&muc={of_item[1]}"
    return f"{url}#{anchor}" if anchor else url


def marks_of(draft: Draft, chosen: str = "") -> Iterator[Mark]:
    """Every quote of the draft with the way to its item; `chosen` is the anchor of the one looked at."""
    for item in draft.items:
        anchor, tab = anchor_of(item), TAB_OF_KIND[ItemKind(item.kind)]
        url = address(draft.intake, tab, anchor)
        title = f"{item.get_kind_display().capitalize()} {item.number}".rstrip()
        looks = "q-on" if anchor == chosen else ""
        if item.state != ItemState.ACCEPTED:
            for quote in findings.places(item.findings):
                yield Mark(quote, url, anchor, looks or "q-warn", title)
        for quote in [*item.quotes, *item.data.get("marks", ())]:
            yield Mark(quote, url, anchor, looks, title)
