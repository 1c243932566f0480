"""Offices as headings, with the work of each below: "a) Sở Y tế:" and then "- Tổ chức …", "- Kiểm tra …"."""

import re
from collections.abc import Sequence
from typing import TypeAlias

from vanban.assignments.items import Item, is_under, sections_of
from vanban.assignments.labels import Label
from vanban.assignments.parts import UNMARKED, Parted
from vanban.assignments.phrases import is_office_list, past_giving, read_phrase
from vanban.offices.agencies import begins_office
from vanban.passages import Word, trimmed

_Named: TypeAlias = tuple[Sequence[Word], Sequence[Word]]
LONGEST_HEADING = 16  # words of an office's heading without a mark


def items_of_offices(
    document: Sequence[Parted], taken: set[int], silent: re.Pattern[str], fewest: int
) -> list[Item]:
    """The work below (or behind) every office that stands as a heading, outside of the paragraphs `taken`.

    None where fewer than `fewest` such headings have work.
    """
    sections = sections_of(document)
    items: list[Item] = []
    headings = 0
    place = 0
    while place < len(document):
        silenced = place in taken or is_under(sections[place], silent)
        named = None if silenced else _office_heading(document, place)
        if named is None:
            place += 1
            continue
        end = _end(document, place, taken)
        found = _works(document, place, end, named, sections[place])
        headings += bool(found)
        items += found
        place = end
    return items if headings >= fewest else []


def _office_heading(document: Sequence[Parted], place: int) -> _Named | None:
    """The offices a paragraph opens with and the work that follows on its line; None where it is no such heading."""
    one = document[place]
    words = one.paragraph.words
    if not words or one.paragraph.kind in ("annex", "part", "article"):
        return None
    if not one.paragraph.kind and not _heads_list(document, place):
        return None
    colon = next((index for index, word in enumerate(words[:40]) if word.text.endswith(":")), None)
    names = words[: colon + 1] if colon is not None else words
    bare = trimmed(names, ".:;")
    start = past_giving(bare, 0)[0]
    if start < len(bare) and begins_office(bare, start) and is_office_list(bare[start:]):
        return bare[start:], words[len(names) :]
    phrase = read_phrase(bare) if colon is not None and colon == len(words) - 1 else None
    return (bare, ()) if phrase else None


def _heads_list(document: Sequence[Parted], place: int) -> bool:
    """Whether a paragraph without a mark is short and a list follows it."""
    one = document[place]
    following = document[place + 1] if place + 1 < len(document) else None
    listed = following is not None and following.paragraph.kind in ("dash", "plus", "letter")
    return listed and len(one.paragraph.words) <= LONGEST_HEADING


def _end(document: Sequence[Parted], place: int, taken: set[int]) -> int:
    """The first paragraph after a heading that is not below it."""
    rank = document[place].rank
    if rank == UNMARKED:
        rank = document[place + 1].rank - 1
    end = place + 1
    while end < len(document) and end not in taken and document[end].rank > rank:
        if document[end].rank == UNMARKED and _is_other(document, end):
            break
        end += 1
    return end


def _is_other(document: Sequence[Parted], place: int) -> bool:
    """Whether a paragraph without a mark belongs to no office above it: receivers, or the next office's heading."""
    if document[place].paragraph.text.startswith("Nơi nhận"):
        return True
    return _office_heading(document, place) is not None


def _works(
    document: Sequence[Parted], place: int, end: int, named: _Named, section: tuple[str, ...]
) -> list[Item]:
    """An item for each of the highest paragraphs between two places; those below it are more words of it."""
    names, behind = named
    number = document[place].number.strip("-+*•–—")
    works: list[tuple[list[Word], list[int]]] = [(list(behind), [place])] if behind else []
    rank = document[place + 1].rank if place + 1 < end else UNMARKED
    for index in range(place + 1, end):
        words = list(document[index].paragraph.words)
        if document[index].rank > rank and works:
            works[-1] = (document[index].paragraph.behind(works[-1][0]), [*works[-1][1], index])
        else:
            works.append((words, [index]))
    parts = {Label.ACTOR: tuple(names)}
    return [
        Item(f"{number}.{count}".lstrip("."), tuple(words), parts, tuple(places), section)
        for count, (words, places) in enumerate(works, 1)
        if words
    ]
