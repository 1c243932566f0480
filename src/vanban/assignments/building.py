"""An item of running text as a task: who leads, who helps, until when, what comes out."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

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
from vanban.deadlines.reading import Setting, is_deadline, read_deadline
from vanban.model import Deadline, Finding, Mention, Task
from vanban.offices.agencies import read_agencies
from vanban.offices.lists import NO_NAMES, Names
from vanban.passages import Word, quotes_of, text_of
from vanban.work.prose import find_deadline, find_product
from vanban.work.tasks import (
    confidence_of,
    deadline_findings,
    lead_findings,
    text_findings,
    year_findings,
)

ROLES = {
    Label.IMPLEMENTING: "implementing",
    Label.TRACKING: "tracking",
    Label.SYNTHESIZING: "synthesizing",
    Label.SUBMITTING: "submitting",
    Label.ISSUING: "issuing",
    Label.SUPERVISING: "supervising",
}
LONGEST_NAME = 16  # words of an office's name
_POINTS = " .,;:()"
LONGEST_DUE = 80  # words of a deadline; what is longer is text that ran on


@dataclass(frozen=True, slots=True)
class _Parties:
    """The words that name who does the work, and the title without them."""

    title: Sequence[Word]
    leads: Sequence[Word] = ()
    coordinating: Sequence[Word] = ()
    held: Sequence[Word] = ()  # the bracket that names them, which may also say until when


@dataclass(frozen=True, slots=True)
class _Read:
    """What an item says; `stated` tells that the deadline has a label or a sentence of its own."""

    parties: _Parties
    leads: tuple[Mention, ...]
    coordinating: tuple[Mention, ...]
    deadline: Deadline
    due: tuple[Word, ...]
    stated: bool


def task_of(item: Item, setting: Setting, names: Names = NO_NAMES) -> Task:
    """The task an item tells of, with what a person should look at; `names` are those the document prints."""
    read = _read(item, setting, names)
    value = {label: words for label, words in item.parts.items() if words}
    title = read.parties.title
    year = setting.year if Label.DEADLINE in item.parts else None
    findings = (*_findings(item, read), *year_findings(read.deadline, read.due, year))
    return Task(
        no=item.number,
        title=text_of(title),
        leads=read.leads,
        coordinating=read.coordinating,
        deadline=read.deadline,
        product=text_of(value.get(Label.PRODUCT, ())) or find_product(text_of(title)),
        quotes=quotes_of(title),
        deadline_quotes=quotes_of(read.due),
        product_quotes=quotes_of(value.get(Label.PRODUCT, ())),
        section=" / ".join(item.section),
        roles=_roles(item),
        funding=text_of(value.get(Label.FUNDING, ())) or None,
        remark=text_of(value.get(Label.REMARK, ())) or None,
        confidence=confidence_of(findings),
        findings=findings,
    )


def _read(item: Item, setting: Setting, names: Names) -> _Read:
    title, behind = split_due(item.title)
    parties = _parties(replace(item, title=tuple(title)))
    due = _value(item.parts, Label.DEADLINE)[:LONGEST_DUE] or tuple(behind)
    deadline = _deadline(parties.title, due, Label.DEADLINE in item.parts, setting)
    if deadline.kind == "none" and parties.held:
        deadline = _held_deadline(parties.held, replace(setting, year=None))
    return _Read(
        parties,
        read_agencies(parties.leads, names),
        read_agencies(parties.coordinating, names),
        deadline,
        due or _said(deadline.text, (*parties.title, *parties.held)),
        bool(due),
    )


def _held_deadline(held: Sequence[Word], setting: Setting) -> Deadline:
    """The deadline a bracket names, in a sentence or alone behind its offices."""
    behind = held[len(_undated(held)) :]
    found = find_deadline(text_of(held), setting)
    return read_deadline(text_of(behind), setting) if found.kind == "none" and behind else found


def _said(text: str | None, words: Sequence[Word]) -> tuple[Word, ...]:
    """The words of a sentence that a deadline was read from."""
    wanted = (text or "").split()
    for start in range(len(words) - len(wanted) + 1 if wanted else 0):
        some = words[start : start + len(wanted)]
        if all(
            word.text.strip(_POINTS) == want.strip(_POINTS)
            for word, want in zip(some, wanted, strict=True)
        ):
            return tuple(some)
    return ()


def _findings(item: Item, read: _Read) -> tuple[Finding, ...]:
    mentions = (*read.leads, *read.coordinating)
    return (
        *(Finding(mark, {"no": item.number}) for mark in item.marks),
        *([Finding("assignment-unclear")] if _is_unclear(item, mentions) else []),
        *lead_findings(read.leads),
        *deadline_findings(read.deadline, read.due),
        *_due_findings(read),
        *text_findings(read.parties.title, mentions),
    )


def _is_unclear(item: Item, mentions: Sequence[Mention]) -> bool:
    """Whether an office read from a sentence has more words than names have: perhaps its verb is not known."""
    labelled = Label.LEAD in item.parts or Label.IMPLEMENTING in item.parts
    return not labelled and any(len(one.name.split()) > LONGEST_NAME for one in mentions)


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
            return replace(_of_phrase(title[: span[0]], _undated(held), helping), held=held)
    return _of_sentence(title, helping)


def _undated(words: Sequence[Word]) -> Sequence[Word]:
    """The words of a bracket without the day behind its offices: "Sở A; trước ngày 30/4/2026"."""
    for index in range(len(words) - 1, 0, -1):
        if words[index - 1].text[-1] in ";,":
            return words[:index] if is_deadline(text_of(words[index:])) else words
    return words


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
    setting = replace(setting, year=None)  # a sentence may speak of any year
    if due:
        found = find_deadline(text_of(due), setting)
        return found if found.kind != "none" else read_deadline(text_of(due).strip(" .;"), setting)
    phrase = read_phrase(title)
    if phrase and phrase.when:
        return read_deadline(text_of(phrase.when).rstrip(" ,"), setting)
    return find_deadline(text_of(title), setting)


def _due_findings(read: _Read) -> list[Finding]:
    """A deadline taken out of a sentence is for a person to confirm."""
    if read.stated or read.deadline.kind == "none":
        return []
    return [Finding("deadline-in-text", {"text": read.deadline.text or ""})]
