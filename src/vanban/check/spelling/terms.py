"""Our own list of terms of Vietnamese administration, by field: files in `terms/`, commas between the terms."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from itertools import pairwise

from vanban.text import retone

FOLDER = "terms"
SINGLE = "single.txt"  # words that stand by themselves


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """What the list knows: two and three words in a row, what follows and precedes each, words by themselves."""

    pairs: frozenset[tuple[str, str]]
    triples: frozenset[tuple[str, str, str]]
    after: Mapping[str, frozenset[str]]
    before: Mapping[str, frozenset[str]]
    words: frozenset[str]
    single: frozenset[str]
    whole: frozenset[tuple[str, str]]  # the pairs that are a term of their own


def terms() -> Iterator[str]:
    """Every term of two or more syllables, in lower case with tones placed one way."""
    for file in sorted(files(__package__).joinpath(FOLDER).iterdir(), key=lambda one: one.name):
        if file.name.endswith(".txt") and file.name != SINGLE:
            yield from _entries(file.read_text("utf-8"))


def _entries(text: str) -> Iterator[str]:
    for line in text.splitlines():
        if not line.startswith("#"):
            yield from (retone(one.strip().lower()) for one in line.split(",") if one.strip())


def _triples(words: Sequence[str]) -> Iterator[tuple[str, str, str]]:
    return zip(words, words[1:], words[2:], strict=False)


@lru_cache(maxsize=1)
def vocabulary() -> Vocabulary:
    """The list made ready for looking up."""
    split = [term.split() for term in terms()]
    pairs = frozenset(pair for words in split for pair in pairwise(words))
    after: dict[str, set[str]] = defaultdict(set)
    before: dict[str, set[str]] = defaultdict(set)
    for first, second in pairs:
        after[first].add(second)
        before[second].add(first)
    text = files(__package__).joinpath(FOLDER, SINGLE).read_text("utf-8")
    single = frozenset(word for entry in _entries(text) for word in entry.split())
    return Vocabulary(
        pairs,
        frozenset(triple for words in split for triple in _triples(words)),
        {word: frozenset(others) for word, others in after.items()},
        {word: frozenset(others) for word, others in before.items()},
        frozenset(word for pair in pairs for word in pair),
        single,
        frozenset((words[0], words[1]) for words in split if len(words) == 2),
    )
