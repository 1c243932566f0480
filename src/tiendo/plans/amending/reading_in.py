"""A document that changes a plan becomes the draft of an amendment: head, clauses, and what is doubtful about them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import QuerySet
from django.utils.translation import gettext as _

from tiendo.history import services as history
from tiendo.plans import drafting
from tiendo.plans.amending import doubts, services
from tiendo.plans.amending.applying import Applied, offices_in, on_aim, on_work
from tiendo.plans.amending.matching import Items
from tiendo.plans.amending.offices import named_in
from tiendo.plans.amending.services import Head, Said, begin, held_clause, write_clause
from tiendo.plans.amending.versions import Item
from tiendo.plans.columns import aim_said, work_said
from tiendo.plans.item_forms import due_of
from tiendo.plans.items import Aim, Work, aim_of
from tiendo.plans.models import (
    Act,
    Amendment,
    Clause,
    DraftItem,
    Intake,
    ItemKind,
    Plan,
    Stage,
    Target,
    Task,
)
from tiendo.plans.readings import Stored
from vanban.text import key

MOST = 1000  # clauses of a draft
LONGEST = 5000  # characters of the words of a decision beside a clause


def plans_meant(amending: Stored, plans: QuerySet[Plan]) -> list[Plan]:
    """The plans with the number that the document says it changes."""
    wanted = key(amending["number"])
    rows = plans.exclude(number="").order_by("-pk")
    return [plan for plan in rows if wanted and key(plan.number) == wanted]


@dataclass(slots=True)
class Proposed:
    """A clause as it was read, for one item; `doubts` are codes."""

    read: Stored
    act: Act
    about: str
    item: Item | None
    number: str = ""
    doubts: list[str] = field(default_factory=list)

    @property
    def reading(self) -> Stored:
        """What stays with the clause until a person settled it."""
        kept = {name: self.read[name] for name in ("wordings", "numbers", "place", "name")}
        return {**kept, "doubts": list(dict.fromkeys(self.doubts))} if self.doubts else {}

    @property
    def said(self) -> Said:
        """The clause without what follows from its words."""
        words = " ".join(quote["text"] for quote in self.read["quotes"])[:LONGEST]
        about: Any = self.about
        return Said(self.act, about, self.item, words=words, quotes=self.read["quotes"])


@transaction.atomic
def draft_from(*, intake: Intake, plan: Plan, actor: Any, now: datetime) -> Amendment:
    """Draft an amendment of `plan` from what was read, and close the intake.

    Raises ValidationError for a document that is not under review, that amends nothing, or more than anybody checks.
    """
    row = Intake.objects.select_for_update(of=("self",)).get(pk=intake.pk)
    amending = row.reading.get("amending")
    if row.stage != Stage.READ or not amending or row.document is None:
        raise ValidationError(_("This document is not under review, or it changes no plan."))
    if row.document.amendments.exists():
        raise ValidationError(_("A decision was drafted from this document already."))
    if sum(len(clause["numbers"]) or 1 for clause in amending["clauses"]) > MOST:
        raise ValidationError(
            _("The document names more than 1.000 things that change. Divide it, or draft by hand.")
        )
    draft = begin(plan=plan, head=_head(row, amending), actor=actor, now=now, document=row.document)
    for proposed in _proposed(amending["clauses"], Items(plan)):
        _store(draft, proposed, row.reading, actor)
    row.stage = Stage.AMENDS
    history.save(row, actor=actor)
    return draft


def _head(intake: Intake, amending: Stored) -> Head:
    effective = amending["effective"]
    whole = len(intake.issued_on) == len("2025-03-14")
    return Head(
        number=intake.number,
        issuer=intake.issuer,
        words=(intake.title or _("Changes the plan"))[:300],
        issued_on=date.fromisoformat(intake.issued_on) if whole else None,
        effective_on=date.fromisoformat(effective) if effective else None,
    )


def _proposed(clauses: Sequence[Stored], items: Items) -> list[Proposed]:
    """A clause for every item that is named; those about one item joined where they can be."""
    found: list[Proposed] = []
    for clause in clauses:
        for number in clause["numbers"] or [""]:
            _join(found, _meant(clause, number, items))
    return found


def _meant(clause: Stored, number: str, items: Items) -> Proposed:
    act = Act(clause["act"])
    sure = [] if clause["confidence"] == "sure" else [doubts.UNCLEAR]
    if act == Act.ADD:
        about = clause["about"] or ItemKind.TASK
        return Proposed(clause, act, about, None, number, sure)
    meant = items.meant(clause, number)
    if meant.doubt == doubts.NOT_FOUND and act == Act.CHANGE and _is_whole(clause):
        return Proposed(clause, Act.ADD, clause["about"], None, number, [doubts.NEW_NUMBER])
    about = _kind(meant.item) if meant.item else clause["about"]
    found = [meant.doubt] if meant.doubt else sure
    return Proposed(clause, act, about, meant.item, number, found)


def _is_whole(clause: Stored) -> bool:
    """Whether the clause gives a task anew as a whole, as an annex does."""
    fields = {row["field"] for row in clause["wordings"] if not row["old"]}
    return {"text", "lead"} <= fields and clause["about"] == ItemKind.TASK


def _kind(item: Item) -> str:
    return ItemKind.TARGET if isinstance(item, Target) else item.kind


def _join(found: list[Proposed], new: Proposed) -> None:
    """Two changes of one item become one clause; an end and a change of it are left apart, and said to be."""
    same = next((one for one in found if new.item is not None and one.item == new.item), None)
    if same is None:
        found.append(new)
    elif same.act == new.act == Act.CHANGE:
        merged = {name: [*same.read[name], *new.read[name]] for name in ("wordings", "quotes")}
        same.read = {**same.read, **merged}
        same.doubts += new.doubts
    else:
        found.append(replace(new, item=None, doubts=[doubts.TWICE]))


def _store(
    amendment: Amendment,
    proposed: Proposed,
    reading: Stored,
    actor: Any,
    clause: Clause | None = None,
) -> Clause:
    """Write the clause as far as it is told; what is not is kept with its words for a person."""
    if proposed.item is None and proposed.act != Act.ADD:
        return _keep(amendment, proposed, actor, clause)
    work, aim = _afterwards(amendment.plan, proposed, reading)
    said = replace(proposed.said, work=work, aim=aim, reading=proposed.reading)
    facts = {"amendment": amendment, "actor": actor, "clause": clause}
    if doubts.OFFICES not in proposed.doubts:
        try:
            return write_clause(said=said, **facts)
        except ValidationError:
            proposed.doubts.append(doubts.NOTHING)
    return _keep(amendment, proposed, actor, clause)


def _keep(amendment: Amendment, proposed: Proposed, actor: Any, clause: Clause | None) -> Clause:
    said = replace(proposed.said, reading=proposed.reading)
    return services.keep_as_read(amendment=amendment, said=said, actor=actor, clause=clause)


def _afterwards(plan: Plan, proposed: Proposed, reading: Stored) -> tuple[Work | None, Aim | None]:
    """What holds afterwards; adds to the doubts of the clause."""
    if proposed.act == Act.END:
        return None, None
    applied = _applied(proposed, reading)
    proposed.doubts += applied.doubts
    if isinstance(applied.said, Aim):
        return None, applied.said
    if not _known(plan, applied.said):
        proposed.doubts.append(doubts.OFFICES)
    return applied.said, None


def _applied(proposed: Proposed, reading: Stored) -> Applied[Work] | Applied[Aim]:
    if proposed.item is None:
        return fresh(proposed, reading)
    return with_wordings(proposed.item, proposed.read["wordings"])


def _known(plan: Plan, work: Work) -> bool:
    """Whether every office is known as it is written."""
    try:
        named_in(plan, work)
    except ValidationError:
        return False
    return True


def with_wordings(item: Item, wordings: Iterable[Stored]) -> Applied[Work] | Applied[Aim]:
    """What an item of the plan says with these wordings."""
    if isinstance(item, Target):
        return on_aim(aim_said(item), wordings)
    return on_work(work_said(item), wordings)


def fresh(proposed: Proposed, reading: Stored) -> Applied[Work] | Applied[Aim]:
    """What is added, as its words tell; a target as the reader found it in the same lines."""
    said = {row["field"]: row["new"] for row in proposed.read["wordings"]}
    if proposed.about == ItemKind.TARGET:
        return _fresh_aim(said.get("text", ""), proposed.read["quotes"], reading)
    work = Work(
        text=said.get("text", ""),
        number=proposed.number[:20],
        leads=offices_in(said.get("lead", "")),
        coordinating=offices_in(said.get("coordinating", "")),
        due=due_of(said.get("deadline", "")),
        product=said.get("product", ""),
    )
    return Applied(work, [] if work.leads else [doubts.NO_LEAD])


def _fresh_aim(text: str, quotes: Sequence[Stored], reading: Stored) -> Applied[Aim]:
    lines = {n for quote in quotes for n in range(quote["line"], quote["last_line"] + 1)}
    rows = [
        row
        for row in reading.get("targets", ())
        if lines & {quote["line"] for quote in row["quotes"]}
    ]
    if len(rows) == 1 and rows[0]["values"]:
        data = drafting.target_data(rows[0])
        return Applied(aim_of(DraftItem(kind=ItemKind.TARGET, data=data)), [doubts.FIGURE])
    return Applied(Aim(text, text[:400]), [doubts.FIGURE])


@transaction.atomic
def match(*, clause: Clause, item: Item, actor: Any) -> Clause:
    """Let a clause that was read be about this item, as a person chose.

    Raises ValidationError once the amendment was decided, when another clause is about the item, and when
    the clause was settled meanwhile.
    """
    clause = held_clause(clause)
    if not clause.reading:
        raise ValidationError(_("Somebody settled this clause meanwhile. Look at it as it is now."))
    clause.task = item if isinstance(item, Task) else None
    clause.target = item if isinstance(item, Target) else None
    services.refuse_twice(clause)
    read = {**clause.reading, "quotes": clause.quotes}
    proposed = Proposed(read, Act(clause.act), _kind(item), item)
    return _store(clause.amendment, proposed, {}, actor, clause)


def typed_from(clause: Clause, item: Item | None) -> Work | Aim:
    """What stands in the form of a clause whose words could not be written as they are."""
    if item is not None:
        return with_wordings(item, clause.reading["wordings"]).said
    number = next(iter(clause.reading["numbers"]), "")
    read = {**clause.reading, "quotes": clause.quotes}
    return fresh(Proposed(read, Act.ADD, clause.about, None, number), {}).said
