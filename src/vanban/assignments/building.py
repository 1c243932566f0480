"""An item of running text as a task: who leads, who helps, until when, what comes out."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from vanban.agencies import read_agencies
from vanban.assignments.items import Item
from vanban.assignments.labels import Label
from vanban.assignments.phrases import (
    bracket_at_end,
    coordinating_in,
    inside,
    is_office_list,
    only_gives,
    read_phrase,
    sentences,
    split_due,
)
from vanban.deadlines import Setting, read_deadline
from vanban.model import Deadline, Finding, Mention, Task
from vanban.passages import Word, quotes_of, text_of
from vanban.prose import find_deadline, find_product
from vanban.tasks import confidence_of, deadline_findings, lead_findings, text_findings

ROLES = {
    Label.IMPLEMENTING: "implementing",
    Label.TRACKING: "tracking",
    Label.SYNTHESIZING: "synthesizing",
    Label.SUBMITTING: "submitting",
    Label.ISSUING: "issuing",
    Label.SUPERVISING: "supervising",
}


@dataclass(frozen=True, slots=True)
class _Parties:
    """The words that name who does the work, and the title without them."""

    title: Sequence[Word]
    leads: Sequence[Word] = ()
    coordinating: Sequence[Word] = ()
    roles: Mapping[str, Sequence[Word]] | None = None
    understood: bool = True


def task_of(item: Item, setting: Setting) -> Task:
    """The task an item tells of, with what a person should look at."""
    title, due_behind = split_due(item.title)
    parties = _parties(replace(item, title=tuple(title)))
    leads, coordinating = read_agencies(parties.leads), read_agencies(parties.coordinating)
    due = _value(item.parts, Label.DEADLINE) or tuple(due_behind)
    labelled = Label.DEADLINE in item.parts
    deadline = _deadline(parties.title, due, labelled, setting)
    findings = (
        *_item_findings(item, parties),
        *lead_findings(leads),
        *deadline_findings(deadline, due),
        *_due_findings(deadline, due),
        *text_findings(parties.title, (*leads, *coordinating)),
    )
    product = text_of(_value(item.parts, Label.PRODUCT)) or find_product(text_of(parties.title))
    return Task(
        no=item.number,
        title=text_of(parties.title),
        leads=leads,
        coordinating=coordinating,
        deadline=deadline,
        product=product,
        quotes=quotes_of(parties.title),
        deadline_quotes=quotes_of(due),
        product_quotes=quotes_of(_value(item.parts, Label.PRODUCT)),
        section=" / ".join(item.section),
        roles=_roles(item),
        funding=text_of(_value(item.parts, Label.FUNDING)) or None,
        remark=text_of(_value(item.parts, Label.REMARK)) or None,
        confidence=confidence_of(findings),
        findings=findings,
    )


def _value(parts: Mapping[Label, tuple[Word, ...]], label: Label) -> tuple[Word, ...]:
    return parts.get(label, ())


def _roles(item: Item) -> dict[str, tuple[Mention, ...]]:
    own = {
        name: read_agencies(item.parts[label])
        for label, name in ROLES.items()
        if item.parts.get(label) and (label is not Label.IMPLEMENTING or Label.LEAD in item.parts)
    }
    return {name: mentions for name, mentions in own.items() if mentions}


def _parties(item: Item) -> _Parties:
    """Who does the work: by labels, else by a bracket at the title's end, else by the sentence itself."""
    title, parts = item.title, item.parts
    lead = _value(parts, Label.LEAD) or _value(parts, Label.IMPLEMENTING)
    helping = _value(parts, Label.COORDINATING)
    if actor := _value(parts, Label.ACTOR):
        phrase = read_phrase(actor)
        named = phrase.leads if phrase else actor
        return _Parties(
            title, named, coordinating_in(title) or (phrase.coordinating if phrase else ())
        )
    if lead:
        phrase = read_phrase(lead)
        if phrase and (phrase.chaired or phrase.coordinating):
            return _Parties(title, phrase.leads, helping or phrase.coordinating)
        return _Parties(title, lead, helping)
    if assigned := _value(parts, Label.ASSIGNED):
        return _of_phrase(title, assigned, helping)
    if span := bracket_at_end(title):
        held = inside(title, span)
        if says_offices(held):
            return _of_phrase(title[: span[0]], held, helping)
    return _of_sentence(title, helping)


def says_offices(words: Sequence[Word]) -> bool:
    """Whether words name offices, with or without what they do."""
    return read_phrase(words) is not None or is_office_list(words)


def _of_phrase(title: Sequence[Word], words: Sequence[Word], helping: Sequence[Word]) -> _Parties:
    """The parties a value names: offices alone, or "Sở A chủ trì, phối hợp với Sở B"."""
    phrase = read_phrase(words)
    if phrase is None:
        return _Parties(title, words, helping)
    return _Parties(title, phrase.leads, helping or phrase.coordinating)


def _of_sentence(title: Sequence[Word], helping: Sequence[Word]) -> _Parties:
    """The parties of the sentence that gives the work out: the first that begins with its actor."""
    for start, end in sentences(title):
        phrase = read_phrase(title[start:end])
        if phrase is None or (start and not phrase.chaired):
            continue
        kept = title[:start] if start and only_gives(title[start:end], phrase.work) else title
        return _Parties(kept, phrase.leads, helping or phrase.coordinating)
    return _Parties(title, (), helping or coordinating_in(title))


def _deadline(
    title: Sequence[Word], due: Sequence[Word], labelled: bool, setting: Setting
) -> Deadline:
    if labelled:
        return read_deadline(text_of(due).strip(" .;"), setting)
    if due:
        found = find_deadline(text_of(due), setting)
        return found if found.kind != "none" else read_deadline(text_of(due).strip(" .;"), setting)
    phrase = read_phrase(title)
    if phrase and phrase.when:
        return read_deadline(text_of(phrase.when).rstrip(" ,"), setting)
    return find_deadline(text_of(title), setting)


def _item_findings(item: Item, parties: _Parties) -> list[Finding]:
    found = [Finding(mark, {"no": item.number}) for mark in item.marks]
    return found if parties.understood else [*found, Finding("assignment-unclear")]


def _due_findings(deadline: Deadline, due: Sequence[Word]) -> list[Finding]:
    """A deadline taken out of a sentence is for a person to confirm."""
    if due or deadline.kind == "none":
        return []
    return [Finding("deadline-in-text", {"text": deadline.text or ""})]
