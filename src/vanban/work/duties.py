"""Standing responsibilities: the items under "Tổ chức thực hiện", each with its actor."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

from vanban.assignments.phrases import read_phrase
from vanban.deadlines.reading import NOWHERE, Setting
from vanban.model import Deadline, Duty, Finding, Mention, Task
from vanban.offices.agencies import bare, begins_office, read_agencies
from vanban.paragraphs.numbering import RANKS
from vanban.paragraphs.reading import Paragraph, is_closing
from vanban.passages import Word, quotes_of, text_of
from vanban.text import fold
from vanban.work.prose import DOING, find_deadline, find_product
from vanban.work.similar import alike_tasks
from vanban.work.tasks import confidence_of

SECTIONS = re.compile(
    r"to chuc (?:trien khai )?thuc hien|(?:phan cong|trach nhiem)(?: to chuc| trien khai)? thuc hien"
    r"|phan cong (?:nhiem vu|trach nhiem)"
)
_ENDS = re.compile(r"noi nhan|t/?m\b|k/?t\b|t/?l\b|tuq\b")
_SHORT_ACTOR = 45  # words: more are no list of actors
_SHORT_NAME = 14  # words: more that end in a full stop are a sentence, though its verb is not known
_LEAD_IN = frozenset(["đề", "giao", "yêu", "kính", "trách", "nghị", "cầu", "cho", "nhiệm", "của"])


@dataclass
class Actor:
    """An actor and the words of its duties, as they are gathered."""

    number: str
    names: Sequence[Word]
    duties: list[list[Word]] = field(default_factory=list)
    opening: Sequence[Word] = ()  # what stands before the first duty in the same sentence
    kind: str = ""  # the mark its duties stand under, "" while none has one


def read_duties(
    paragraphs: Sequence[Paragraph], tasks: Sequence[Task] = (), setting: Setting = NOWHERE
) -> tuple[Duty, ...]:
    """The duties of every "Tổ chức thực hiện" section in order; `tasks` are those they may repeat."""
    duties: list[Duty] = []
    for section in sections_of_duties(paragraphs):
        for actor in actors_of(section):
            duties += [
                _duty(actor, place, words, tasks, setting)
                for place, words in enumerate(actor.duties, 1)
            ]
    return tuple(duties)


def sections_of_duties(paragraphs: Sequence[Paragraph]) -> Iterator[Sequence[Paragraph]]:
    """The paragraphs under each heading that opens such a section."""
    for first, last in section_spans(paragraphs):
        yield paragraphs[first:last]


def section_spans(paragraphs: Sequence[Paragraph]) -> Iterator[tuple[int, int]]:
    """Where the paragraphs under each heading that opens such a section begin and end (one past the last)."""
    index = 0
    while index < len(paragraphs):
        heading = paragraphs[index]
        index += 1
        if not _opens_section(heading):
            continue
        first = index
        while index < len(paragraphs) and not _ends_section(paragraphs[index], heading):
            index += 1
        yield first, index


def _opens_section(paragraph: Paragraph) -> bool:
    return (
        paragraph.kind in ("roman", "part", "article", "arabic")
        and len(paragraph.words) <= 14
        and bool(SECTIONS.match(fold(paragraph.text)))
    )


def _ends_section(paragraph: Paragraph, heading: Paragraph) -> bool:
    if paragraph.kind == "article" and heading.kind != "part":
        return True  # a plan within "Điều 1" ends where "Điều 2" begins
    if paragraph.kind:
        return RANKS[paragraph.kind] <= RANKS[heading.kind]
    return bool(_ENDS.match(fold(paragraph.text)))


def actors_of(section: Sequence[Paragraph]) -> list[Actor]:
    """The actors of a section with their duties, in order; duties nobody is named for have an actor without names."""
    found: list[Actor] = []
    level = next((paragraph.kind for paragraph in section if paragraph.kind), "")
    closed = False
    for paragraph in section:
        closing = is_closing(paragraph.text)
        closed = closing or (closed and paragraph.kind != level)
        if closed or not _says_anything(paragraph.words):
            continue
        if paragraph.kind and paragraph.kind == level:
            found.append(_actor(paragraph))
        elif found:
            _add(found[-1], paragraph)
        elif begins_office(paragraph.words, 0):
            found.append(_actor(paragraph))
    return found


def _actor(paragraph: Paragraph) -> Actor:
    """An actor from its heading; words after the colon, or after the name, are its first duty."""
    opening, names, duty = _split_actor(paragraph.words)
    actor = Actor(paragraph.number.strip(".)( -"), names, opening=opening)
    if _says_anything(duty):
        actor.duties.append(list(duty))
    return actor


def _says_anything(words: Sequence[Word]) -> bool:
    return any(char.isalnum() for word in words for char in word.text)


_Split: TypeAlias = tuple[Sequence[Word], Sequence[Word], Sequence[Word]]


def _split_actor(words: Sequence[Word]) -> _Split:
    """What opens the sentence of the first duty, who acts, and the words of that duty."""
    start = next((index for index, word in enumerate(words) if bare(word.text) not in _LEAD_IN), 0)
    if not begins_office(words, start, capital=False):
        phrase = read_phrase(words)
        if phrase and phrase.when:
            return words[: phrase.work], phrase.leads, words[phrase.work :]
        return (), (), words
    colon = next(
        (index for index, word in enumerate(words[:_SHORT_ACTOR]) if word.text.endswith(":")), None
    )
    if colon is not None:
        return (), words[: colon + 1], words[colon + 1 :]
    verb = DOING.search(text_of(words[start + 1 :]))
    phrase = read_phrase(words)
    if phrase:
        return words[: phrase.work], phrase.leads, words[phrase.work :]
    if verb:
        end = start + 1 + text_of(words[start + 1 :])[: verb.start()].count(" ") + 1
        return words[:end], words[:end], words[end:]
    sentence = len(words) > _SHORT_NAME and words[-1].text.endswith(".")
    return ((), (), words) if sentence or len(words) > _SHORT_ACTOR else ((), words, ())


def _add(actor: Actor, paragraph: Paragraph) -> None:
    """A paragraph below an actor: a duty of its own, or more words of the last one."""
    if _is_lead_in(actor):
        actor.duties.clear()
    if not paragraph.kind:
        goes_on = bool(actor.kind)
    elif not actor.kind or RANKS[paragraph.kind] < RANKS[actor.kind]:
        actor.kind, goes_on = paragraph.kind, False
    else:
        goes_on = paragraph.kind != actor.kind
    if goes_on and actor.duties:
        actor.duties[-1] = paragraph.behind(actor.duties[-1])
    else:
        actor.duties.append(list(paragraph.words))


def _is_lead_in(actor: Actor) -> bool:
    """Whether the only words so far announce a list: "… có trách nhiệm:"."""
    return len(actor.duties) == 1 and not actor.kind and actor.duties[0][-1].text.endswith(":")


def _duty(
    actor: Actor, place: int, words: Sequence[Word], tasks: Sequence[Task], setting: Setting
) -> Duty:
    text = text_of(words)
    deadline = find_deadline(text, setting)
    actors = read_agencies(actor.names)
    findings = _findings(actors, deadline, words)
    return Duty(
        actor_no=actor.number,
        actors=actors,
        no=str(place),
        text=text,
        deadline=deadline,
        product=find_product(text),
        quotes=quotes_of(words),
        same_as=alike_tasks(text, actors, tasks),
        confidence=confidence_of(findings),
        findings=findings,
    )


def _findings(
    actors: Sequence[Mention], deadline: Deadline, words: Sequence[Word]
) -> tuple[Finding, ...]:
    dated = deadline.kind != "none"
    return (
        *([] if actors else [Finding("no-actor", {}, quotes_of(words)[0])]),
        *([Finding("deadline-in-text", {"text": deadline.text or ""})] if dated else []),
    )
