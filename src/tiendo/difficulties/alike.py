"""Which difficulties are equal enough to be put as one question? By their words, without marks. Pure."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from vanban.text import fold

WORD = re.compile(r"[^\W\d_]+")
ENOUGH = 0.4  # of the words of both
SHORTEST = 2  # letters


@dataclass(frozen=True, slots=True)
class Said:
    """One difficulty: its key, the group it was sorted into, its words."""

    key: int
    group: str
    words: str


Heard = tuple[Said, frozenset[str]]  # with its words


def words_of(text: str) -> frozenset[str]:
    """The words of a sentence, without marks and case."""
    return frozenset(word for word in WORD.findall(fold(text)) if len(word) >= SHORTEST)


def share(one: frozenset[str], other: frozenset[str]) -> float:
    """How much two have in common: words of both by words of either, 0 to 1."""
    either = one | other
    return len(one & other) / len(either) if either else 0.0


def alike(rows: Iterable[Said]) -> list[list[int]]:
    """The keys in heaps of equal ones of one group, the largest heap first; what stands alone is its own heap.

    Equal to one of a heap is equal to the heap, in whatever order the rows come.
    """
    heaps: list[list[Heard]] = []
    for row in rows:
        here = (row, words_of(row.words))
        near = [heap for heap in heaps if any(_equal(here, other) for other in heap)]
        heaps = [heap for heap in heaps if heap not in near]
        heaps.append([each for heap in near for each in heap] + [here])
    return _in_order(heaps)


def _equal(one: Heard, other: Heard) -> bool:
    return one[0].group == other[0].group and share(one[1], other[1]) >= ENOUGH


def _in_order(heaps: Sequence[list[Heard]]) -> list[list[int]]:
    largest = sorted(heaps, key=len, reverse=True)
    return [[row.key for row, _words in heap] for heap in largest]
