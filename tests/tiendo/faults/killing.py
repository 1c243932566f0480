"""A process that dies on purpose: before the n-th write, before a commit or right after it."""

import json
import os
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from django.db import connection

from tests.tiendo.faults.databases import Copies, Rows, difference, rows

KILLED, FAILED = 9, 1
WRITES = ("INSERT", "UPDATE", "DELETE")


class Executioner:
    """Counts the points at which a deed may be cut short, and ends the process at the one that is wanted."""

    def __init__(self, die_at: int) -> None:
        self.die_at = die_at
        self.points: list[str] = []

    def _at(self, point: str) -> None:
        self.points.append(point)
        if len(self.points) == self.die_at:
            os._exit(KILLED)

    def __call__(self, execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        if sql.lstrip().upper().startswith(WRITES):
            self._at("write")
        return execute(sql, params, many, context)

    def watch(self) -> None:
        """Stand beside the connection of this process."""
        connection.execute_wrappers.append(self)
        commit = connection._commit

        def watched() -> Any:
            self._at("commit")
            done = commit()
            self._at("committed")
            return done

        connection._commit = watched  # type: ignore[method-assign]


def in_child(act: Callable[[], Any]) -> tuple[int, Any]:
    """Run `act` in a process of its own; return its exit status and what it returned, None if it died."""
    reading, writing = os.pipe()
    child = os.fork()
    if not child:
        os.close(reading)
        status = FAILED
        try:
            os.write(writing, json.dumps(act()).encode())
            status = 0
        finally:
            os._exit(status)
    os.close(writing)
    with os.fdopen(reading, "rb") as said:
        words = said.read()
    status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    return status, json.loads(words) if words else None


def done(deed: Callable[[], Any], die_at: int = 0) -> list[str]:
    """Do it, dying at that point; returns the points that were passed."""
    executioner = Executioner(die_at)
    executioner.watch()
    deed()
    return executioner.points


@dataclass(slots=True)
class Sweep:
    """What became of one deed that was cut short at every point: `wrong` names what was half-done."""

    deed: str
    points: list[str] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)


def sweep(name: str, deed: Callable[[], Any], base: Copies) -> Sweep:
    """Cut `deed` short before and after every write and commit; afterwards all of it or none is there.

    It is all there when the process died after the commit, and can be done again when it is not.
    """
    found = Sweep(name)
    base.renew()
    before = rows()
    status, points = in_child(lambda: done(deed))
    after = rows()
    if status or before == after or points[-1] != "committed":
        found.wrong.append(f"{name} does not run by itself: {status}, {points}")
        return found
    found.points = points
    for place, point in enumerate(points, start=1):
        if place == 1 or "committed" in (point, points[place - 2]):  # else it is as it was
            base.renew()
        status, _nothing = in_child(lambda place=place: done(deed, place))  # type: ignore[misc]
        wanted = after if point == "committed" else before
        found.wrong += _judged(f"{name}, point {place} ({point})", status, wanted)
    return found


def _judged(where: str, status: int, wanted: Rows) -> list[str]:
    if status != KILLED:
        return [f"{where}: ended with {status} instead of dying"]
    return [f"{where}: {one}" for one in difference(rows(), wanted)]
