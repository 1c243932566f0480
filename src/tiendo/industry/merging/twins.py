"""Which establishments are likely one: alike in name, number or telephone where people would expect one row."""

import re
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from itertools import combinations

from vanban.text import fold

# What a name begins with that says the legal form or the kind of work place, not who it is.
FORMS = re.compile(
    r"^(cong ty|cty|cp|co phan|tnhh|trach nhiem huu han|mtv|mot thanh vien|doanh nghiep tu nhan|dntn"
    r"|hop tac xa|htx|to hop tac|tht|ho kinh doanh|hkd|co so|nha may|xuong|chi nhanh)\b[\s.:-]*"
)
SHORTEST_NAME = 4  # letters: "xay" alone tells nobody apart
SHORTEST_TELEPHONE = 9  # digits
MOST_ALIKE = 8  # rows that share something; what more have in common is no sign


class Why(Enum):
    """What two establishments have in common."""

    NAME = "name"
    NUMBER = "number"
    TELEPHONE = "telephone"


@dataclass(frozen=True, slots=True)
class Card:
    """What is compared of an establishment."""

    pk: int
    commune: int
    name: str
    tax_code: str = ""
    telephone: str = ""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two establishments that are likely one, the one that was entered first before the other."""

    first: int
    second: int
    why: tuple[Why, ...]


def name_key(name: str) -> str:
    """What a name is compared by: without marks, case, legal form and signs. "DNTN Xay-xát Út" → "xayxatut"."""
    bare = fold(name)
    while (rest := FORMS.sub("", bare)) != bare:
        bare = rest
    return re.sub(r"[^0-9a-z]", "", bare)


def _name(card: Card) -> Hashable:
    key = name_key(card.name)
    return (card.commune, key) if len(key) >= SHORTEST_NAME else None


def _number(card: Card) -> Hashable:
    """The number of the enterprise: two units of one in a commune may be one."""
    body = card.tax_code.partition("-")[0]
    return (card.commune, body) if body else None


def _telephone(card: Card) -> Hashable:
    digits = re.sub(r"\D", "", card.telephone)
    return digits[-SHORTEST_TELEPHONE:] if len(digits) >= SHORTEST_TELEPHONE else None


SIGNS: dict[Why, Callable[[Card], Hashable]] = {
    Why.NAME: _name,
    Why.NUMBER: _number,
    Why.TELEPHONE: _telephone,
}


def pairs(cards: Iterable[Card]) -> list[Pair]:
    """The pairs that are likely one, those with most in common first."""
    found: dict[tuple[int, int], list[Why]] = defaultdict(list)
    known = sorted(cards, key=lambda card: card.pk)
    for why, sign in SIGNS.items():
        for alike in _alike(known, sign):
            for first, second in combinations(alike, 2):
                found[first.pk, second.pk].append(why)
    ordered = sorted(found.items(), key=lambda item: (-len(item[1]), item[0]))
    return [Pair(first, second, tuple(why)) for (first, second), why in ordered]


def _alike(cards: Sequence[Card], sign: Callable[[Card], Hashable]) -> Iterator[list[Card]]:
    groups: dict[Hashable, list[Card]] = defaultdict(list)
    for card in cards:
        if (key := sign(card)) is not None:
            groups[key].append(card)
    yield from (group for group in groups.values() if 1 < len(group) <= MOST_ALIKE)
