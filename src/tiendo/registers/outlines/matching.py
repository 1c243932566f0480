"""Whose outlines these are: each is matched by code, name or key to a commune or to a row of a register."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from difflib import get_close_matches
from typing import Any

from django.utils.translation import gettext as _

from tiendo.agencies.models import Agency, Kind
from tiendo.registers.columns import area_of, bare_area, column_of
from tiendo.registers.models import Outline
from tiendo.registers.outlines.reading import Feature
from tiendo.registers.register import Register
from vanban.text import fold

NAMED = (
    "name",
    "ten",
    "tên",
    "ten_xa",
    "tenxa",
    "ten_dvhc",
)  # where files say what something is called
NEAR, MOST_NEAR = 0.6, 3


@dataclass(frozen=True, slots=True)
class Target:
    """Something that can have an outline: its key, what it is called, by which words files name it, what it has."""

    pk: int
    label: str
    words: frozenset[str]
    shape: dict[str, Any] | None
    schematic: bool = False
    area: Decimal | None = None  # ha, as somebody typed it
    parts: Mapping[str, frozenset[str]] | None = None  # of a key of several fields


@dataclass(frozen=True, slots=True)
class Match:
    """An outline of a file and whose it is; `nearest` are those it may mean where nobody is named so."""

    feature: Feature
    name: str
    target: Target | None
    nearest: list[Target]
    fault: str = ""

    @property
    def what(self) -> str:
        """add, change, same, unknown or error."""
        if self.fault:
            return "error"
        if self.target is None:
            return "unknown"
        if self.target.shape is None:
            return "add"
        kept = self.target.shape == self.feature.shape and not self.target.schematic
        return "same" if kept else "change"


def communes(locality_id: int, today: date) -> list[Target]:
    """The communes of a locality with the outlines they have."""
    offices = Agency.objects.filter(locality=locality_id, kind=Kind.COMMUNE).in_force(today)
    drawn = {each.agency_id: each for each in Outline.objects.filter(locality=locality_id)}
    return [_commune(office, drawn.get(office.pk)) for office in offices]


def _commune(office: Agency, drawn: Outline | None) -> Target:
    names = (office.code, office.name, office.short_name, area_of(office))
    return Target(
        office.pk,
        area_of(office),
        frozenset().union(*map(_spellings, names)),
        drawn.shape if drawn else None,
        drawn.schematic if drawn else False,
    )


def rows_of(register: Register, locality_id: int) -> list[Target]:
    """The rows of a register with the outlines they have."""
    return [_row(register, row) for row in register.rows.filter(locality=locality_id)]


def _row(register: Register, row: Any) -> Target:
    columns = [column_of(register.model, name) for name in register.key]
    parts = {each.name: _spellings(str(each.of(row) or "")) for each in columns}
    several = parts if len(parts) > 1 else None
    words: frozenset[str] = frozenset() if several else next(iter(parts.values()))
    words |= {fold(str(row))}
    area = getattr(row, "area", None)
    return Target(row.pk, str(row), words, row.shape, area=area, parts=several)


def _spellings(words: str) -> frozenset[str]:
    """Folded words, with what an area is and without."""
    return frozenset({fold(words), fold(bare_area(words))} - {""})


def matched(
    features: Iterable[Feature], targets: Iterable[Target], heads: Mapping[str, str]
) -> list[Match]:
    """Whose outlines these are. `heads` says under which folded words files have the fields of a key."""
    targets, used = list(targets), set[int]()
    found = []
    for feature in features:
        match = _match(feature, targets, heads)
        if match.target and match.target.pk in used:
            fault = _("The file has two outlines for “%(name)s”.") % {"name": match.target.label}
            match = Match(feature, match.name, match.target, [], fault)
        if match.target:
            used.add(match.target.pk)
        found.append(match)
    return found


def _match(feature: Feature, targets: list[Target], heads: Mapping[str, str]) -> Match:
    name = _called(feature)
    if feature.fault:
        return Match(feature, name, None, [], feature.fault)
    said = {spelling for value in feature.said.values() for spelling in _spellings(value)}
    keyed = {
        heads[fold(head)]: _spellings(value)
        for head, value in feature.said.items()
        if fold(head) in heads
    }
    fitting = [each for each in targets if each.words & said or _has_key(each, keyed)]
    if len(fitting) > 1:
        words = ", ".join(each.label for each in fitting[:MOST_NEAR])
        fault = _("It may be any of these: %(words)s. Say which in the file.") % {"words": words}
        return Match(feature, name, None, fitting[:MOST_NEAR], fault)
    if fitting:
        return Match(feature, name, fitting[0], [])
    return Match(feature, name, None, _nearest(name, targets))


def _has_key(target: Target, keyed: Mapping[str, frozenset[str]]) -> bool:
    parts = target.parts or {}
    said = (keyed.get(name, frozenset()) & words for name, words in parts.items())
    return bool(parts) and all(said)


def _called(feature: Feature) -> str:
    """What the file calls an outline: its name, else the first words it says of it."""
    names = {fold(name): value for name, value in feature.said.items() if value}
    called = next((names[name] for name in map(fold, NAMED) if name in names), "")
    words = (value for value in names.values() if not value.replace(".", "").isdigit())
    return called or next(words, "") or _("outline %(number)d") % {"number": feature.number}


def _nearest(name: str, targets: list[Target]) -> list[Target]:
    """Those whose names are written much alike, the nearest first."""
    words = {fold(bare_area(each.label)): each for each in targets}
    near = get_close_matches(fold(bare_area(name)), list(words), MOST_NEAR, NEAR)
    return [words[each] for each in near]


def heads_of(register: Register | None) -> dict[str, str]:
    """The folded words under which a file may have each field of the key: its name, its label."""
    if register is None:
        return {}
    labels = [(name, column_of(register.model, name).head) for name in register.key]
    return {fold(words): name for name, label in labels for words in (name, label)}
