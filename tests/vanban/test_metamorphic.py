"""The same plan told otherwise is read otherwise, in the same way: no rule knows the plan."""

import os
import re
import unicodedata
from collections.abc import Iterator

import pytest

from tests.vanban.known import Known, own_plan, real_plan
from tests.vanban.rewrite import Rewritten, rewrite
from vanban.model import Line, Mention, Quote, Reading, Source
from vanban.reader import read_source
from vanban.text import key

SEEDS = range(int(os.environ.get("REWRITES", "20")))


def source_of(lines: list[str] | tuple[str, ...]) -> Source:
    return Source(
        tuple(Line(number, text) for number, text in enumerate(lines, 1)), "text", printed=True
    )


def known_plan(name: str) -> Known:
    plan = own_plan() if name == "own" else real_plan()
    if plan is None:
        pytest.skip("the real plan is not here: ../shared/plans is missing")
    return plan


@pytest.fixture(params=["own", "real"])
def plan(request: pytest.FixtureRequest) -> Known:
    return known_plan(request.param)


@pytest.mark.parametrize("seed", SEEDS)
def test_a_rewritten_plan_is_read_as_rewritten(plan: Known, seed: int) -> None:
    rewritten = rewrite(plan, seed)
    reading = read_source(source_of(rewritten.lines))
    assert tasks_read(reading) == tasks_wanted(rewritten)
    assert duties_read(reading) == duties_wanted(rewritten)
    assert targets_read(reading) == targets_wanted(rewritten)
    assert header_read(reading) == header_wanted(rewritten)
    assert not_found(rewritten.lines, reading) == []


def names(mentions: tuple[Mention, ...]) -> list[str]:
    return [key(mention.text) for mention in mentions]


def tasks_read(reading: Reading) -> list[object]:
    return [
        (
            task.no,
            key(task.title),
            names(task.leads),
            names(task.coordinating),
            key(task.deadline.text or ""),
            (task.deadline.kind, task.deadline.start, task.deadline.end, task.deadline.recurrence),
        )
        for task in reading.tasks
    ]


def tasks_wanted(rewritten: Rewritten) -> list[object]:
    return [
        (
            task["no"],
            key(task["title"]),
            [key(name) for name in task["lead"]],
            [key(name) for name in task["coordinating"]],
            key(task["deadline_text"]),
            tuple(task["deadline"][part] for part in ("kind", "start", "end", "recurrence")),
        )
        for task in rewritten.tasks
    ]


def duties_read(reading: Reading) -> list[object]:
    return [(duty.actor_no, names(duty.actors), duty.no, key(duty.text)) for duty in reading.duties]


def duties_wanted(rewritten: Rewritten) -> list[object]:
    return [
        (duty["actor_no"], [key(name) for name in duty["actors"]], duty["no"], key(duty["text"]))
        for duty in rewritten.duties
    ]


def targets_read(reading: Reading) -> list[object]:
    return [
        (target.comparator, target.strict, [float(value) for value in target.values], target.end)
        for target in reading.targets
        if target.values
    ]


def targets_wanted(rewritten: Rewritten) -> list[object]:
    return [
        (target["comparator"], bool(target["strict"]), target["value"], target["period"]["end"])
        for target in rewritten.targets
    ]


def header_read(reading: Reading) -> dict[str, str]:
    header = reading.header
    parts = ("issuer", "number", "place", "kind", "title", "date")
    return {part: key(getattr(header, part) or "") for part in parts}


def header_wanted(rewritten: Rewritten) -> dict[str, str]:
    return {part: key(value or "") for part, value in rewritten.header.items() if part != "signer"}


def quotes_in(reading: Reading) -> Iterator[Quote]:
    for task in reading.tasks:
        yield from (*task.quotes, *task.deadline_quotes)
        yield from (mention.quote for mention in (*task.leads, *task.coordinating) if mention.quote)
    for duty in reading.duties:
        yield from duty.quotes
        yield from (mention.quote for mention in duty.actors if mention.quote)
    for target in reading.targets:
        yield from target.quotes
    yield from (provision.quote for provision in reading.provisions)


def not_found(lines: list[str] | tuple[str, ...], reading: Reading) -> list[Quote]:
    """The quotes whose words, white space apart, do not stand in the lines they name."""
    return [quote for quote in quotes_in(reading) if not is_printed(lines, quote)]


def is_printed(lines: list[str] | tuple[str, ...], quote: Quote) -> bool:
    printed = "".join(lines[quote.line - 1 : quote.last_line])
    return quote.line <= quote.last_line and without_space(quote.text) in without_space(printed)


def without_space(text: str) -> str:
    return unicodedata.normalize("NFC", re.sub(r"\s+", "", text))
