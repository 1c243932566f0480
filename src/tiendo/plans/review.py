"""Settling a draft: every decision of a person about an item, each written with who made it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from tiendo.agencies.models import Agency
from tiendo.history import services as history
from tiendo.plans.drafting import drafted_names, offices_of
from tiendo.plans.items import Aim, Work, place_of, put
from tiendo.plans.models import DraftItem, Intake, ItemKind, ItemState, Past, Stage
from vanban.text import key, plain, squash

SURE = "sure"


def accept(*, item: DraftItem, actor: Any, accountable: str = "") -> None:
    """Take an item as it stands; of several lead offices the one with the key `accountable` answers for it.

    Raises ValidationError when the item says too little to be owed by anybody.
    """
    must_be_open(item.intake)
    if lacking := lacks(item):
        raise ValidationError(lacking)
    leads = [key(row["name"]) for row in item.data.get("leads", ())]
    if len(leads) > 1:
        chosen = accountable or item.data.get("accountable") or leads[0]
        item.data = {**item.data, "accountable": chosen if chosen in leads else leads[0]}
    item.state = ItemState.ACCEPTED
    history.save(item, actor=actor)


@transaction.atomic
def accept_all(*, items: Iterable[DraftItem], actor: Any) -> int:
    """Accept these items as far as they can be; return how many were."""
    able = [item for item in items if item.state == ItemState.PROPOSED and not lacks(item)]
    for item in able:
        accept(item=item, actor=actor)
    return len(able)


def accept_all_sure(*, intake: Intake, actor: Any) -> int:
    """Accept every item that nobody has to look at; return how many."""
    proposed = intake.items.filter(state=ItemState.PROPOSED).select_related("intake")
    return accept_all(items=filter(is_sure, proposed), actor=actor)


def is_sure(item: DraftItem) -> bool:
    """Whether the reader is sure of an item and it asks nothing: who answers for it, what it repeats."""
    asks = len(item.data.get("leads", ())) > 1 or item.data.get("same_as")
    return item.confidence == SURE and not asks and not lacks(item)


def lacks(item: DraftItem) -> list[str]:
    """What an item still lacks before it can be accepted, as sentences."""
    lacking = []
    if not plain(item.data.get("text", "")):
        lacking.append(_("The words of the item are missing."))
    if item.kind != ItemKind.TARGET and not item.data.get("leads"):
        lacking.append(_("No lead office is named. Choose Edit and write who leads."))
    return lacking


def _accepted_if_whole(item: DraftItem) -> str:
    """Accepted, but for an item that still lacks something: that one is looked at again."""
    return ItemState.PROPOSED if lacks(item) else ItemState.ACCEPTED


@transaction.atomic
def edit(*, item: DraftItem, said: Work | Aim, actor: Any) -> None:
    """Replace what an item says by what a person settled; it counts as accepted."""
    must_be_open(item.intake)
    if squash(said.text) != squash(item.data.get("text", "")):
        place = place_of(item.intake.reading, said.text)
        item.quotes = [place] if place else item.quotes
    put(item, said)
    _know_offices(item, actor)
    accept(item=item, actor=actor)


@transaction.atomic
def add(*, intake: Intake, kind: str, said: Work | Aim, actor: Any) -> DraftItem:
    """Add an item the reader did not find; its place is looked up in the document."""
    must_be_open(intake)
    last = intake.items.filter(kind=kind).order_by("position").last()
    place = place_of(intake.reading, said.text)
    position = last.position + 1 if last else 1
    item = DraftItem(intake=intake, kind=kind, position=position, quotes=[place] if place else [])
    put(item, said)
    _know_offices(item, actor)
    accept(item=item, actor=actor)
    return item


@transaction.atomic
def split(*, item: DraftItem, texts: Sequence[str], actor: Any) -> list[DraftItem]:
    """Make several items of one, each with a part of its words; "7" becomes "7a", "7b".

    Raises ValidationError unless there are at least two parts and each is among the words of the item.
    """
    must_be_open(item.intake)
    texts = [plain(text) for text in texts if plain(text)]
    whole = squash(item.data["text"])
    if len(texts) < 2:
        raise ValidationError(_("Write at least two parts."))
    for text in texts:
        if squash(text) not in whole:
            raise ValidationError(
                _("“%(text)s” does not stand in the item. Split its own words.") % {"text": text}
            )
    return _parts(item, texts, actor)


def _parts(item: DraftItem, texts: Sequence[str], actor: Any) -> list[DraftItem]:
    data, step = item.data, (_next_position(item) - item.position) / len(texts)
    parts = [item] + [DraftItem(intake=item.intake, kind=item.kind) for _text in texts[1:]]
    for place, (part, text) in enumerate(zip(parts, texts, strict=True)):
        found = place_of(item.intake.reading, text)
        letter = chr(ord("a") + place) if data.get("number") else ""
        part.data = {**data, "text": text, "number": data.get("number", "") + letter}
        part.quotes = [found] if found else item.quotes
        part.position, part.confidence = item.position + place * step, item.confidence
        part.findings, part.state = [], _accepted_if_whole(part)
        history.save(part, actor=actor)
    return parts


def _next_position(item: DraftItem) -> float:
    later = item.intake.items.filter(kind=item.kind, position__gt=item.position)
    following = later.order_by("position").first()
    return following.position if following else item.position + 1


@transaction.atomic
def merge(*, item: DraftItem, other: DraftItem, actor: Any) -> DraftItem:
    """Make one item of two of a kind: the words of both, the offices of both, the first one's deadline.

    The other one is left out and can be restored. Raises ValidationError for items of unlike kind.
    """
    must_be_open(item.intake)
    if other.kind != item.kind or other.pk == item.pk or other.intake_id != item.intake_id:
        raise ValidationError(_("Only two different items of one kind can be made one."))
    first, second = sorted((item, other), key=lambda row: row.position)
    data = {**first.data, "text": f"{first.data['text']} {second.data['text']}"}
    for part in ("leads", "coordinating"):
        if part in data:
            data[part] = _both(first.data[part], second.data.get(part, []))
    if first.kind != ItemKind.TARGET and first.data["deadline"]["kind"] == "none":
        data["deadline"] = second.data["deadline"]
    first.data, first.quotes = data, first.quotes + second.quotes
    first.state, second.state = _accepted_if_whole(first), ItemState.REMOVED
    history.save(first, actor=actor)
    history.save(second, actor=actor, reason=_("merged with the item before it"))
    return first


def _both(first: list[dict[str, Any]], second: list[dict[str, Any]]) -> list[dict[str, Any]]:
    named = {key(row["name"]) for row in first}
    return first + [row for row in second if key(row["name"]) not in named]


def remove(*, item: DraftItem, actor: Any) -> None:
    """Leave an item out of the plan; it stays in the draft and can be restored."""
    must_be_open(item.intake)
    item.state = ItemState.REMOVED
    history.save(item, actor=actor)


def restore(*, item: DraftItem, actor: Any) -> None:
    """Put an item that was left out, or accepted, back among those to be looked at."""
    must_be_open(item.intake)
    item.state = ItemState.PROPOSED
    history.save(item, actor=actor)


def join(*, duty: DraftItem, task: DraftItem | None, actor: Any) -> None:
    """Say that a duty repeats a task, so that it is owed once; None takes that back."""
    must_be_open(duty.intake)
    if duty.kind != ItemKind.DUTY or (task is not None and task.kind != ItemKind.TASK):
        raise ValidationError(_("Only a duty can be joined to a task."))
    if task is not None and (duty.same_work_id or task.same_work_id):
        raise ValidationError(
            _("One of the two is reported with a task of another plan. Take that back first.")
        )
    duty.joined_to = task
    duty.state = _accepted_if_whole(duty) if task else duty.state
    history.save(duty, actor=actor)


@dataclass(frozen=True, slots=True)
class Answers:
    """What the paper leaves open and a person has to say before the plan is put in force."""

    title: str
    short_title: str
    number: str
    issuer: str
    issued_on: str  # ISO as far as known
    standing_agency: Agency | None
    until_year: int | None
    past: str
    past_reason: str


def answer(*, intake: Intake, answers: Answers, actor: Any) -> None:
    """Keep the answers. Raises ValidationError when periods are closed without a reason."""
    must_be_open(intake)
    if answers.past == Past.CLOSE and not answers.past_reason.strip():
        raise ValidationError(_("Say why past periods are not followed in the system."))
    for field in fields(answers):
        setattr(intake, field.name, getattr(answers, field.name))
    history.save(intake, actor=actor)


def _know_offices(item: DraftItem, actor: Any) -> None:
    known = set(item.intake.names.values_list("key", flat=True))
    new = {key(row["name"]): row for row in offices_of(item)}
    fresh = [row for name, row in new.items() if name not in known]
    history.add_all(drafted_names(item.intake, fresh), actor=actor)


def must_be_open(intake: Intake) -> None:
    """Raise ValidationError when the document is in force already, or was not read."""
    if intake.stage != Stage.READ:
        raise ValidationError(_("This document is not under review any more."))


def progress_of(items: Iterable[DraftItem]) -> tuple[int, int]:
    """How many of the items that are kept are accepted, and how many are kept."""
    kept = [item for item in items if item.state != ItemState.REMOVED]
    return sum(item.state == ItemState.ACCEPTED for item in kept), len(kept)
