"""The chain of seals as pure rules: how a change is digested, what a seal covers, and what is wrong with a chain.

Everything is streamed: seals and entries come in order, one after the other, and nothing is kept of them.
"""

import hashlib
import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from enum import Enum
from typing import Any

Facts = dict[str, Any]

# How a sealed change speaks of a personal value: by the salted hash of what the value's own row says.
PREFIX = "held:"
REFERENCE = re.compile(PREFIX + "[0-9a-f]{64}")

# A change is dated before it is stored, and a big import is stored for minutes.
SLACK = timedelta(minutes=15)


class What(Enum):
    """What can be wrong with a sealed history."""

    CHANGED = "changed"  # a change is not what it was when it was sealed
    GONE = "gone"  # a sealed change is no longer there
    PLACE_GONE = "place_gone"  # places of the chain are missing
    INSERTED = "inserted"  # a change stands before the last seal and in no seal
    BACKDATED = "backdated"  # a change was stored after a seal and says it is older
    REORDERED = "reordered"  # what a seal covers, or the seal itself, is not what was sealed
    SEAL_GONE = "seal_gone"
    UNTIED = "untied"  # a seal does not follow on the one before it
    BEYOND = "beyond"  # places that no seal covers
    PERSONAL_GONE = "personal_gone"  # a change names a personal value that is not there
    PERSONAL_CHANGED = "personal_changed"
    PERSONAL_EMPTIED = "personal_emptied"  # erased, and no line of the history says so
    UNREADABLE = "unreadable"  # something stands there that the product never writes
    NEVER_SEALED = "never_sealed"  # old changes, and no seal at all
    STRAY = "stray"  # what belongs to a locality that is not there
    FILE_CHANGED = "file_changed"  # a file of a package is not what its list says
    FILE_GONE = "file_gone"
    FILE_ADDED = "file_added"


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that is wrong, and where: the seal, the place in the chain, the key of the change."""

    what: What
    seal: int = 0
    place: int = 0
    until: int = 0  # the last place or seal, where it is about several
    key: int = 0
    at: str = ""  # when the change says it was made
    name: str = ""  # of a file or of a personal value


@dataclass(frozen=True, slots=True)
class SealFacts:
    """A seal as data; `at` is the moment in the form of ISO 8601."""

    locality: int | None
    number: int
    at: str
    upto: int
    last: int
    previous: str
    hash: str


@dataclass(frozen=True, slots=True)
class Entry:
    """A place of the chain: the digest kept there, and what the change says now; None when it is gone."""

    place: int
    digest: str
    key: int
    facts: Facts | None


def moment(at: datetime) -> str:
    """A moment as the chain writes it, whatever zone it came in."""
    return at.astimezone(UTC).isoformat(timespec="microseconds")


def digest(facts: Facts) -> str:
    """The SHA-256 of what a change says, independent of the order in which it is said."""
    return hashlib.sha256(plain(facts)).hexdigest()


def plain(facts: Any) -> bytes:
    """The one way in which facts are written before they are digested: keys in order, no blanks, ASCII."""
    return json.dumps(facts, sort_keys=True, separators=(",", ":")).encode()


def refers(value: Any) -> bool:
    """Whether a recorded value is a reference to a personal one."""
    return isinstance(value, str) and bool(REFERENCE.fullmatch(value))


def references(facts: Facts) -> Iterator[str]:
    """The references in what a change says; none where the fields are not what they should be."""
    fields = facts["fields"] if isinstance(facts["fields"], dict) else {}
    pairs = (pair for pair in fields.values() if isinstance(pair, list))
    for value in (facts["actor_name"], facts["label"], *(each for pair in pairs for each in pair)):
        if refers(value):
            yield value


class Sealing:
    """The hash of a seal, taken up digest by digest."""

    def __init__(self, seal: SealFacts) -> None:
        head = [seal.previous, seal.locality, seal.number, seal.at, seal.upto, seal.last]
        self._sum = hashlib.sha256(plain(head))

    def add(self, digest: str) -> None:
        self._sum.update(f"\n{digest}".encode())

    def hash(self) -> str:
        return self._sum.hexdigest()


@dataclass(slots=True)
class _Walk:
    """Where the walk along a chain is: after the seal `before`; `earlier` is the newest seal of an earlier moment."""

    entries: Iterator[Entry]
    before: SealFacts | None = None
    earlier: SealFacts | None = None
    place: int = 0
    ahead: list[Entry] = field(default_factory=list)

    def until(self, last: int) -> Iterator[Entry]:
        """The entries up to the place `last`."""
        while True:
            if not self.ahead:
                self.ahead.extend(entry for entry in [next(self.entries, None)] if entry)
            if not self.ahead or self.ahead[0].place > last:
                return
            yield self.ahead.pop()


def faults(seals: Iterable[SealFacts], entries: Iterable[Entry]) -> Iterator[Fault]:
    """What is wrong with a chain, from its beginning on; seals by number, entries by place."""
    walk = _Walk(iter(entries))
    for seal in seals:
        if walk.before and walk.before.at != seal.at:
            walk.earlier = walk.before
        yield from _at_seal(walk, seal)
        walk.before = seal
    for entry in walk.until(1 << 63):
        yield Fault(What.BEYOND, place=entry.place, key=entry.key)


def _at_seal(walk: _Walk, seal: SealFacts) -> Iterator[Fault]:
    expected = walk.before.number + 1 if walk.before else 0
    torn = seal.number != expected
    if torn:
        yield Fault(What.SEAL_GONE, seal=expected, until=max(seal.number - 1, expected))
    elif walk.before and seal.previous != walk.before.hash:
        yield Fault(What.UNTIED, seal=seal.number)
    sealing = Sealing(seal)
    for entry in walk.until(seal.last):
        sealing.add(entry.digest)
        if entry.place != walk.place + 1:
            torn = True
            yield _hole(walk.place + 1, entry.place - 1, seal)
        walk.place = entry.place
        yield from _of_entry(entry, seal, walk.earlier)
    if walk.place < seal.last:
        torn = True
        yield _hole(walk.place + 1, seal.last, seal)
        walk.place = seal.last
    if not torn and sealing.hash() != seal.hash:
        yield Fault(What.REORDERED, seal=seal.number, place=_first(walk, seal), until=seal.last)


def _first(walk: _Walk, seal: SealFacts) -> int:
    return min((walk.before.last if walk.before else 0) + 1, seal.last)


def _hole(first: int, last: int, seal: SealFacts) -> Fault:
    return Fault(What.PLACE_GONE, seal=seal.number, place=first, until=last)


def _of_entry(entry: Entry, seal: SealFacts, earlier: SealFacts | None) -> Iterator[Fault]:
    if entry.facts is None:
        yield Fault(What.GONE, seal=seal.number, place=entry.place, key=entry.key)
        return
    where = {"seal": seal.number, "place": entry.place, "key": entry.key, "at": entry.facts["at"]}
    if _digest_now(entry.facts) != entry.digest:
        yield Fault(What.CHANGED, **where)
    elif earlier and earlier.number and _backdated(entry.facts["at"], earlier.at):
        yield Fault(What.BACKDATED, **where)


def _digest_now(facts: Facts) -> str:
    """The digest of what stands there; "" of what cannot be written as facts are."""
    try:
        return digest(facts)
    except (TypeError, ValueError, RecursionError):
        return ""


def _backdated(at: str, sealed: str) -> bool:
    return datetime.fromisoformat(at) < datetime.fromisoformat(sealed) - SLACK
