"""Which tasks seem to say what a duty says: a proposal for a person, never more."""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from vanban.model import Mention, Task
from vanban.text import fold, initials

ENOUGH = 0.35  # of the shorter text's word pairs are in the longer one
SAME = 0.8  # so much makes two titles one
MOST = 50  # titles that share a pair of words: more need not be compared
_WORD = re.compile(r"\w+")


def alike_tasks(text: str, actors: Sequence[Mention], tasks: Sequence[Task]) -> tuple[str, ...]:
    """The numbers of the tasks one of the actors leads and whose title shares enough word pairs with the text."""
    names = {initials(actor.name) for actor in actors}
    own = _pairs(text)
    return tuple(
        task.no
        for task in tasks
        if names.intersection(initials(lead.name) for lead in task.leads)
        and _shared(own, _pairs(task.title)) >= ENOUGH
    )


def _pairs(text: str) -> set[tuple[str, str]]:
    words = _WORD.findall(fold(text))
    return set(pairwise(words))


def _shared(one: set[tuple[str, str]], other: set[tuple[str, str]]) -> float:
    short = min(len(one), len(other))
    return len(one & other) / short if short else 0.0


def repeating(tasks: Sequence[Task], others: Sequence[Task]) -> list[bool]:
    """For every task whether one of the others has the same title, or nearly the same."""
    pairs = [_pairs(other.title) for other in others]
    titles = {fold(other.title) for other in others}
    holding: dict[tuple[str, str], list[int]] = {}
    for place, own in enumerate(pairs):
        for pair in own:
            holding.setdefault(pair, []).append(place)
    return [
        fold(task.title) in titles or _repeats(_pairs(task.title), pairs, holding) for task in tasks
    ]


def _repeats(
    own: set[tuple[str, str]],
    pairs: Sequence[set[tuple[str, str]]],
    holding: dict[tuple[str, str], list[int]],
) -> bool:
    common = Counter(place for pair in own for place in holding.get(pair, ())[:MOST])
    return any(
        count >= SAME * max(1, min(len(own), len(pairs[place]))) for place, count in common.items()
    )
