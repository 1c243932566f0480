"""Who is told of what on a day: pure rules over what is due, a table of days, and what was said before.

A thing is mentioned when one of its days (7 days before, 30 days after …) has come since it was last mentioned to
that person: a day on which nothing ran is made up for by the next. The default table:
30, 7 and 1 days before, 1, 7 and 30 days after and every 30 days on.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum
from functools import partial


class Whom(Enum):
    """Who is told; the values are those of `models.Audience`. Officer, head, leader is the way up."""

    OFFICER = "officer"
    HEAD = "head"
    LEADER = "leader"
    COORDINATOR = "coordinator"


ESCALATED = (Whom.HEAD, Whom.LEADER)


@dataclass(frozen=True, slots=True)
class Days:
    """Days before and after the day of a thing, and every how many days after the last of them (0: never)."""

    before: tuple[int, ...] = ()
    after: tuple[int, ...] = ()
    every: int = 0
    gap: int = 2


DEFAULT: Mapping[Whom, Days] = {
    Whom.OFFICER: Days(before=(30, 7, 1), after=(1, 7, 30), every=30),
    Whom.HEAD: Days(after=(7,), every=30),
    Whom.LEADER: Days(after=(30,), every=30),
    Whom.COORDINATOR: Days(after=(30,), every=30),
}


@dataclass(frozen=True, slots=True)
class Thing:
    """Something due, and the people it concerns; `told` is empty where there is nobody to tell.

    `at_once`: it is mentioned as soon as it is there, as what was returned. `asked_on`: the day on which
    somebody asked for it. `pressed` false: it is never escalated. `news`: it is told once, from its day on.
    """

    key: str
    due: date
    told: Mapping[Whom, Collection[int]]
    pressed: bool = True
    at_once: bool = False
    news: bool = False
    asked_on: date | None = None


@dataclass(frozen=True, slots=True)
class Mention:
    """One line of somebody's digest; `asked` when it is there because somebody asked for it."""

    key: str
    whom: Whom
    asked: bool = False


@dataclass(frozen=True, slots=True)
class Last:
    """When a thing was last mentioned to somebody, and of which day the last asking was that he was told of."""

    day: date
    asked_on: date | None = None


Log = Mapping[tuple[int, str], Last]  # by person and thing
Said = dict[int, tuple[Mention, ...]]


def said(things: Iterable[Thing], table: Mapping[Whom, Days], log: Log, today: date) -> Said:
    """What each person is told today, in the order of `things`; people with nothing to be told are not in it.

    A thing is mentioned once to a person, in the highest part he has in it.
    """
    found: dict[int, dict[str, Mention]] = {}
    for thing in things:
        for whom in filter(partial(may_be_told, thing), Whom):
            for person in thing.told.get(whom, ()):
                last = log.get((person, thing.key))
                asked = is_asked(thing, whom, last, today)
                if (
                    asked
                    or is_new(thing, last)
                    or is_told(thing, whom, table.get(whom, Days()), last, today)
                ):
                    own = found.setdefault(person, {})
                    before = own.get(thing.key)
                    asked = asked or (before is not None and before.asked)
                    own[thing.key] = Mention(thing.key, whom, asked)
    return {person: tuple(mentions.values()) for person, mentions in found.items()}


def may_be_told(thing: Thing, whom: Whom) -> bool:
    """Whether this audience ever hears of it: what is not pressed stays with those who do it."""
    return thing.pressed or whom not in ESCALATED


def is_new(thing: Thing, last: Last | None) -> bool:
    """Whether it is news that this person was not told since its day."""
    return thing.news and (last is None or last.day < thing.due)


def is_told(thing: Thing, whom: Whom, days: Days, last: Last | None, today: date) -> bool:
    """Whether a day of the table has come since it was last mentioned, the gap being kept."""
    if thing.news:
        return False
    if last is not None and (today - last.day).days < max(days.gap, 1):
        return False
    if last is None and thing.at_once and whom not in ESCALATED:
        return True
    reached = latest_day(thing.due, days, today)
    return reached is not None and (last is None or last.day < reached)


def is_asked(thing: Thing, whom: Whom, last: Last | None, today: date) -> bool:
    """Whether somebody asked for it and those who do it do not know: they are told, whatever the gap."""
    if thing.asked_on is None or thing.asked_on > today or whom in ESCALATED:
        return False
    return last is None or last.asked_on is None or last.asked_on < thing.asked_on


def latest_day(due: date, days: Days, today: date) -> date | None:
    """The last day of the table that has come by today; None before the first."""
    reached = [_moved(due, -n) for n in days.before] + [_moved(due, n) for n in days.after]
    if days.every and days.after:
        since = (today - due).days - max(days.after)
        reached.append(_moved(due, max(days.after) + max(since // days.every, 0) * days.every))
    return max((day for day in reached if day <= today), default=None)


def _moved(day: date, by: int) -> date:
    """The day so many days later, within the days that have a name."""
    place = min(max(day.toordinal() + by, date.min.toordinal()), date.max.toordinal())
    return date.min + timedelta(days=place - date.min.toordinal())
