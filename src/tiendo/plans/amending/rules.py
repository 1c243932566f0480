"""What a task or a target says on a day, by what decisions set from which day on. Pure.

The words of a plan never change by themselves: every version follows from the first one and from the
clauses in force. A clause that is withdrawn leaves the days on which it was in force as they were.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

Words = Mapping[str, Any]

DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Setting:
    """`values` hold from `since` up to the day before `until`, for good where there is none.

    `source` says whose it is (the key of a clause); later settings win over earlier ones.
    """

    since: date
    until: date | None
    values: Words
    source: int | None = None

    def holds(self, day: date) -> bool:
        """Whether it is in force on `day`."""
        return self.since <= day and (self.until is None or day < self.until)


@dataclass(frozen=True, slots=True)
class Wording:
    """What holds from `since` (None: from the beginning) to `last` (None: until further notice).

    `source` is whose setting came last of those in force, None of the first wording.
    """

    since: date | None
    last: date | None
    values: Words = field(default_factory=dict)
    source: int | None = None


def wordings(first: Words, settings: Iterable[Setting]) -> list[Wording]:
    """Every wording in the order of its days, without a gap; one that changes nothing is none of its own.

    `settings` are in the order in which they were decided; of two that begin on one day the later wins.
    """
    ordered = sorted(settings, key=lambda setting: setting.since)
    ordered = [one for one in ordered if one.until is None or one.until > one.since]
    turns = {one.since for one in ordered} | {one.until for one in ordered if one.until}
    found = [Wording(None, None, first)]
    for day in sorted(turns):
        values, source = _on(day, first, ordered)
        if values != found[-1].values:
            before = found.pop()
            found.append(Wording(before.since, day - DAY, before.values, before.source))
            found.append(Wording(day, None, values, source))
    return found


def _on(day: date, first: Words, ordered: Sequence[Setting]) -> tuple[Words, int | None]:
    values, source = dict(first), None
    for one in ordered:
        if one.holds(day):
            values |= one.values
            source = one.source
    return values, source


def wording_on(day: date, found: Iterable[Wording]) -> Wording:
    """The one of `found` that holds on `day`."""
    return next(
        one
        for one in found
        if (one.since is None or one.since <= day) and (one.last is None or day <= one.last)
    )
