"""What was read from words recognised with doubt is for a person to check."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import TypeVar

from vanban.model import Confidence, Duty, Finding, Mention, Quote, Reading, Target, Task
from vanban.passages import lines_of

CODE = "ocr-doubtful"
MOST = 6  # words named in one finding

Item = TypeVar("Item", Task, Duty, Target)
Doubts = Mapping[int, frozenset[str]]  # the doubtful words of each line


def with_doubts(reading: Reading) -> Reading:
    """The reading with a finding on every item and head that stands on doubtful words; SURE becomes CHECK."""
    doubts = {
        line.number: frozenset(line.doubtful)
        for line in lines_of(reading.source.blocks)
        if line.doubtful
    }
    if not doubts:
        return reading
    return replace(
        reading,
        tasks=tuple(_marked(task, _quotes_of(task), doubts) for task in reading.tasks),
        duties=tuple(_marked(duty, duty.quotes, doubts) for duty in reading.duties),
        targets=tuple(_marked(target, target.quotes, doubts) for target in reading.targets),
        findings=(*reading.findings, *_found(reading.header.quotes.values(), doubts)),
    )


def _quotes_of(task: Task) -> Iterator[Quote]:
    mentions: tuple[Mention, ...] = (*task.leads, *task.coordinating)
    yield from (*task.quotes, *task.deadline_quotes, *task.product_quotes)
    yield from (mention.quote for mention in mentions if mention.quote)


def _marked(item: Item, quotes: Iterable[Quote], doubts: Doubts) -> Item:
    said: tuple[Finding, ...] = tuple(_found(quotes, doubts))
    if not said:
        return item
    confidence = Confidence.CHECK if item.confidence == Confidence.SURE else item.confidence
    return replace(item, confidence=confidence, findings=(*item.findings, *said))


def _found(quotes: Iterable[Quote], doubts: Doubts) -> Iterator[Finding]:
    """One finding for all the doubtful words in these quotes, at the first of them."""
    places: dict[str, Quote] = {}
    for quote in quotes:
        words = quote.text.split()
        for number in range(quote.line, quote.last_line + 1):
            for word in words:
                if word in doubts.get(number, ()):
                    places.setdefault(word, quote)
    if places:
        words = list(places)[:MOST]
        yield Finding(CODE, {"words": ", ".join(words)}, places[words[0]])
