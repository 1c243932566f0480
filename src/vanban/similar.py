"""Which tasks seem to say what a duty says: a proposal for a person, never more."""

import re
from collections.abc import Sequence
from itertools import pairwise

from vanban.model import Mention, Task
from vanban.text import fold, initials

ENOUGH = 0.35  # of the shorter text's word pairs are in the longer one
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
