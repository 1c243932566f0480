"""Readings of a line, made at several sizes of letters, become one; where they differ there is doubt."""

from collections.abc import Sequence
from typing import NamedTuple

SURE = 92.0  # a line all of whose words are at least as sure needs no second reading
DOUBTFUL = 70.0  # a word less sure than this is doubtful even where both readings agree
CLEARLY = 15.0  # by how much one of two readings must be surer to leave no doubt


class Word(NamedTuple):
    """A recognised word of one line: `sure` from 0 to 100, left and right edge in pixels of the page."""

    text: str
    sure: float
    left: float
    right: float
    doubtful: bool = False


def needs_second(words: Sequence[Word]) -> bool:
    """Whether a line should be read once more."""
    return not words or min(word.sure for word in words) < SURE


def voted(first: Sequence[Word], second: Sequence[Word]) -> list[Word]:
    """The better of two readings, word by word where they have the same words."""
    if not first or not second:
        return [_judged(word) for word in first or second]
    if len(first) == len(second):
        return [_better(*pair) for pair in zip(first, second, strict=True)]
    best, other = (first, second) if _mean(first) >= _mean(second) else (second, first)
    agreed = {word.text for word in other}
    return [
        word._replace(doubtful=word.text not in agreed or word.sure < DOUBTFUL) for word in best
    ]


def is_disputed(first: Sequence[Word], second: Sequence[Word]) -> bool:
    """Whether two readings have other words, so that a third one is worth its time."""
    return bool(second) and [word.text for word in first] != [word.text for word in second]


def settled(readings: Sequence[Sequence[Word]]) -> list[Word]:
    """What two of three readings say, word by word; where each says something else, the surest.

    A word that not all of them agree on stays doubtful.
    """
    first, second, third = readings
    if not third or len({len(first), len(second), len(third)}) == 3:
        return voted(first, second)
    if len(first) != len(second):
        same = first if len(first) == len(third) else second
        return [word._replace(doubtful=True) for word in voted(same, third)]
    words = voted(first, second)
    if len(third) != len(words):
        return words
    return [
        word if a.text == b.text else _majority((a, b, c))
        for word, a, b, c in zip(words, first, second, third, strict=True)
    ]


def _majority(said: tuple[Word, Word, Word]) -> Word:
    one, other, third = said
    agreeing = next((word for word in (one, other) if word.text == third.text), None)
    surest = agreeing or max(said, key=lambda word: word.sure)
    return surest._replace(doubtful=True)


def _better(one: Word, other: Word) -> Word:
    best, worse = (one, other) if one.sure >= other.sure else (other, one)
    if best.text == worse.text:
        return _judged(best)
    return best._replace(doubtful=best.sure - worse.sure < CLEARLY or best.sure < DOUBTFUL)


def _judged(word: Word) -> Word:
    return word._replace(doubtful=word.sure < DOUBTFUL)


def _mean(words: Sequence[Word]) -> float:
    """How sure a reading is, by letters."""
    letters = sum(len(word.text) for word in words)
    return sum(word.sure * len(word.text) for word in words) / letters
