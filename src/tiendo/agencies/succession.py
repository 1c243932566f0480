"""Who follows whom, and what a succession may not be. Pure: the steps and the day are given.

The map is many to many: ten communes become four, one of them is divided between two, and a code is used
again for another extent (as by Resolution 1663/NQ-UBTVQH15 and Decision 19/2025/QĐ-TTg on 1 July 2025). An
office is therefore never known by its code alone, but by the code and the days on which it exists.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

NEAR_ENOUGH = Decimal("0.001")  # three shares of 0,3333 are a whole


@dataclass(frozen=True, slots=True)
class Step:
    """One office follows another from `effective_on`; without a successor nobody does.

    `share` is the part of the work that goes there, `field` the part in words; neither means all of it.
    """

    predecessor: int
    successor: int | None
    effective_on: date
    share: Decimal | None = None
    field: str = ""


@dataclass(frozen=True, slots=True)
class Life:
    """The days an office exists, and its name for messages."""

    name: str
    first: date | None = None
    last: date | None = None


def successors_on(office: int, day: date, steps: Iterable[Step]) -> tuple[int, ...]:
    """The offices that stand for `office` on `day`, through chains, each once; itself while nothing happened.

    Nobody stands for an office that was dissolved without a successor.
    """
    ahead = _by_predecessor(step for step in steps if step.effective_on <= day)
    return tuple(dict.fromkeys(_ends(office, ahead, frozenset())))


def _ends(office: int, ahead: Mapping[int, list[Step]], passed: frozenset[int]) -> Iterator[int]:
    if office not in ahead:
        yield office
        return
    for step in ahead[office]:
        if step.successor is not None and step.successor not in passed | {office}:
            yield from _ends(step.successor, ahead, passed | {office})


def predecessors_of(office: int, steps: Iterable[Step]) -> frozenset[int]:
    """All offices that `office` stands for through chains, without itself, whatever the day."""
    behind: dict[int, set[int]] = defaultdict(set)
    for step in steps:
        if step.successor is not None:
            behind[step.successor].add(step.predecessor)
    found: set[int] = set()
    waiting = [office]
    while waiting:
        fresh = behind[waiting.pop()] - found - {office}
        found |= fresh
        waiting += fresh
    return frozenset(found)


def main_successor(office: int, steps: Iterable[Step]) -> int | None:
    """The office that takes the largest share of what `office` does; the first named one among equals."""
    rows = [step for step in steps if step.predecessor == office and step.successor is not None]
    return max(rows, key=_share).successor if rows else None


def _share(step: Step) -> Decimal:
    return step.share or Decimal(0)


def refusals(steps: Sequence[Step], lives: Mapping[int, Life]) -> list[str]:
    """Why these steps cannot be, in sentences for who entered them; `lives` has every office they name.

    `steps` are all of a locality, the new ones among them. That a code is used again is no reason.
    """
    found = [words for step in steps for words in _of_one(step, lives)]
    for office, rows in _by_predecessor(steps).items():
        found += _of_office(lives[office].name, rows)
    return list(dict.fromkeys(found + _circle(steps, lives)))


def _by_predecessor(steps: Iterable[Step]) -> dict[int, list[Step]]:
    found: dict[int, list[Step]] = defaultdict(list)
    for step in steps:
        found[step.predecessor].append(step)
    return dict(found)


def _of_one(step: Step, lives: Mapping[int, Life]) -> Iterator[str]:
    old, day = lives[step.predecessor], f"{step.effective_on:%d/%m/%Y}"
    if old.first and old.first >= step.effective_on:
        told = {"old": old.name, "day": day, "first": f"{old.first:%d/%m/%Y}"}
        yield _("“%(old)s” only begins on %(first)s and cannot be followed on %(day)s.") % told
    if old.last and old.last < step.effective_on - timedelta(days=1):
        told = {"old": old.name, "day": day, "last": f"{old.last:%d/%m/%Y}"}
        words = _("“%(old)s” ended on %(last)s already: who follows it begins on the day after.")
        yield words % told
    if step.successor is None:
        return
    new = lives[step.successor]
    told = {"old": old.name, "new": new.name, "day": day}
    if new.first and new.last and new.last < new.first:
        yield _("“%(new)s” ends before it begins. Correct its days first.") % told
    elif new.last and new.last < step.effective_on:
        last = {"last": f"{new.last:%d/%m/%Y}"}
        words = _("“%(new)s” ends on %(last)s and cannot follow “%(old)s” on %(day)s.")
        yield words % (told | last)
    if new.first and new.first > step.effective_on:
        first = {"first": f"{new.first:%d/%m/%Y}"}
        words = _("“%(new)s” only begins on %(first)s and cannot follow “%(old)s” on %(day)s.")
        yield words % (told | first)


def _of_office(name: str, rows: Sequence[Step]) -> Iterator[str]:
    if len({step.effective_on for step in rows}) > 1:
        days = ", ".join(sorted({f"{step.effective_on:%d/%m/%Y}" for step in rows}))
        words = _("“%(old)s” is followed on several days (%(days)s). It ends on one day only.")
        yield words % {"old": name, "days": days}
    places = [step.successor for step in rows]
    if len(set(places)) < len(places):
        yield _("“%(old)s” has the same successor twice. Leave one out.") % {"old": name}
    if None in places and len(places) > 1:
        words = _("“%(old)s” cannot end without a successor and have one as well.")
        yield words % {"old": name}
    yield from _of_shares(name, [step for step in rows if step.successor is not None])


def _of_shares(name: str, rows: Sequence[Step]) -> Iterator[str]:
    told = {"old": name}
    shares = [step.share for step in rows if step.share is not None]
    if shares and len(shares) < len(rows):
        yield _("“%(old)s”: give every successor a share, or none of them.") % told
    elif shares and abs(sum(shares, Decimal(0)) - 1) > NEAR_ENOUGH:
        total = f"{sum(shares) * 100:.2f}".rstrip("0").rstrip(".").replace(".", ",")
        words = _("The shares of “%(old)s” add up to %(total)s%%, not to 100%%.")
        yield words % (told | {"total": total})
    elif len(rows) > 1 and not shares and not all(step.field for step in rows):
        words = ngettext(
            "“%(old)s” goes to %(n)d office: say which share or which field goes there.",
            "“%(old)s” goes to %(n)d offices: say which share or which field goes to each.",
            len(rows),
        )
        yield words % {"old": name, "n": len(rows)}


def _circle(steps: Iterable[Step], lives: Mapping[int, Life]) -> list[str]:
    ahead: dict[int, list[int]] = defaultdict(list)
    for step in steps:
        if step.successor is not None:
            ahead[step.predecessor].append(step.successor)
    for office in ahead:
        if office in _reached(office, ahead):
            words = _(
                "“%(old)s” would in the end follow itself. Offices cannot follow in a circle."
            )
            return [words % {"old": lives[office].name}]
    return []


def _reached(office: int, ahead: Mapping[int, list[int]]) -> set[int]:
    found: set[int] = set()
    waiting = [office]
    while waiting:
        fresh = set(ahead.get(waiting.pop(), ())) - found
        found |= fresh
        waiting += fresh
    return found
