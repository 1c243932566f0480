"""What a reading misses by the measures of the scorer of labelled plans: every field of head, tasks and targets."""

import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from difflib import SequenceMatcher
from typing import Any

from tests.vanban.made.compare import Json, loosely

LONG = 0.97  # how alike the issuer and the title of a document must be
TITLE = 0.95  # how alike the title of a task
PAIRED = 0.5  # from here on two tasks are one
HEADS = {"issuer": LONG, "number": 1.0, "kind": 1.0, "title": LONG, "date": 1.0}
WITH_START = ("year", "year-range", "quarter", "month")
Pair = tuple[Json, Json | None]


def misses(want: Json, got: Json) -> list[str]:
    """Each field that is not right, in words; an empty list is the score 1.0 in every field."""
    return [*_of_header(want, got), *_of_tasks(want, got), *_of_targets(want, got)]


def _of_header(want: Json, got: Json) -> Iterator[str]:
    for name, least in HEADS.items():
        right, read = want["header"][name], got["header"][name]
        if alike(right, read) < least:
            yield f"header.{name}: {right!r} but read {read!r}"


def _of_tasks(want: Json, got: Json) -> Iterator[str]:
    pairs, invented = _paired(want["tasks"], got["tasks"], "title", lambda one, other: True)
    yield from (f"task.precision: {task['title']!r}" for task in invented)
    for task, read in pairs:
        if read is None:
            yield f"task.found: {task['title']!r}"
            continue
        if alike(task["title"], read["title"]) < TITLE:
            yield f"task.title: {task['title']!r} but read {read['title']!r}"
        for name in ("lead", "coordinating"):
            if _names(task[name]) != _names(read[name]):
                yield f"task.{name}: {task[name]} but read {read[name]}"
        if _deadline(task) != _deadline(read):
            yield f"task.deadline: {task['deadline']} but read {read['deadline_text']!r}"


def _of_targets(want: Json, got: Json) -> Iterator[str]:
    pairs, invented = _paired(
        want["targets"],
        got["targets"],
        "text",
        lambda one, other: bool(one["value"] == other["value"]),
    )
    yield from (f"target.precision: {aim['text']!r}" for aim in invented)
    for aim, read in pairs:
        if read is None:
            yield f"target.found: {aim['text']!r}"
            continue
        for name in ("comparator", "strict"):
            if aim[name] != read[name]:
                yield f"target.{name}: {aim['text']!r}, {aim[name]} but read {read[name]}"
        if aim["period"]["end"] != read["period"]["end"]:
            yield f"target.period: {aim['text']!r} but read {read['period']}"
        one, other = (_unit(target["unit"]) for target in (aim, read))
        if one not in other and (not other or other not in one):
            yield f"target.unit: {aim['unit']!r} but read {read['unit']!r}"


def _paired(
    want: Sequence[Json], got: Sequence[Json], name: str, fits: Callable[[Json, Json], bool]
) -> tuple[list[Pair], list[Json]]:
    """Each wanted item with the one read for it, and what was read beyond that."""
    left = list(got)
    pairs: list[Pair] = []
    for item in want:
        near = [one for one in left if fits(item, one) and alike(item[name], one[name]) >= PAIRED]
        best = max(near, key=lambda one: alike(item[name], one[name]), default=None)
        if best is not None:
            left.remove(best)
        pairs.append((item, best))
    return pairs, left


def alike(one: Any, other: Any) -> float:
    """How alike two texts are by letters and digits, 0 to 1."""
    first, second = loosely(one), loosely(other)
    return SequenceMatcher(None, first, second, autojunk=False).ratio()


def _names(offices: Sequence[str]) -> set[str]:
    return {loosely(re.sub(r"\(.*?\)", "", name)) for name in offices}


def _deadline(task: Json) -> tuple[Any, ...]:
    due = task["deadline"]
    if due["kind"] == "recurring":
        return ("recurring", due["recurrence"])
    start = due["start"] if due["kind"] in WITH_START or not due["end"] else None
    return (due["kind"], start, due["end"])


def _unit(unit: str | None) -> str:
    return re.sub(r"\s+", "", unicodedata.normalize("NFC", unit or "").casefold())
