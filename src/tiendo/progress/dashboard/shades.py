"""A sketch of the communes, the darker the more: five steps of one colour, hatched where there is no figure."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from tiendo.progress.dashboard.places import ByCommune, Commune
from tiendo.progress.dashboard.words import short
from tiendo.registers.columns import bare_area
from tiendo.registers.labels import LETTER, LINE
from tiendo.registers.maps import NEAREST, WIDTH, Area, Projection, frame_of, middle_of, path_of
from tiendo.registers.models import Outline
from tiendo.registers.shapes import rings_of
from tiendo.ui.charts.room import Box, Room

STEPS = 5
DARK = 4  # from this step on words stand in white


class Words(NamedTuple):
    """What stands within an area: its figure, and the name above it where there was room."""

    name: str
    figure: str
    x: float
    y: float
    dark: bool

    @property
    def above(self) -> float:
        """Where the name stands."""
        return self.y - LINE


class Step(NamedTuple):
    """A shade as the key explains it; 0 is the hatching."""

    number: int
    words: str


@dataclass(frozen=True, slots=True)
class Shaded:
    """What is drawn, in units of the picture, with its key."""

    height: float
    areas: list[Area]
    words: list[Words]
    key: list[Step]
    schematic: bool
    width: float = WIDTH


def step_of(value: Decimal, low: Decimal, high: Decimal) -> int:
    """The shade of a figure, 1 to 5: five equal parts of the way from the least to the greatest figure.

    Where all figures are equal it is the one in the middle.
    """
    if low == high:
        return (STEPS + 1) // 2
    return min(STEPS, 1 + int(STEPS * (value - low) / (high - low)))


def shaded(by: ByCommune) -> Shaded | None:
    """The sketch of the year that is looked at; None where no outline of these communes is known."""
    here = {each.office.pk: each for each in by.here()}
    rows = Outline.objects.filter(locality=by.judged.target.plan.locality_id, agency__in=here)
    outlines = {row.agency_id or 0: row for row in rows}
    values = {key: each.cell(by.year or 0).value for key, each in here.items()}
    if not outlines or by.year is None:
        return None
    steps = _steps(values)
    corners = [point for row in rows for ring in rings_of(row.shape) for point in ring]
    at = Projection(frame_of(corners).wider(0))
    return Shaded(
        height=at.height,
        areas=[_area(row, here[key], values[key], steps[key], at) for key, row in outlines.items()],
        words=list(_words(outlines, here, values, at)),
        key=list(_key(values)),
        schematic=any(row.schematic for row in rows),
    )


def _steps(values: Mapping[int, Decimal | None]) -> dict[int, int]:
    """The shade of every commune; 0 without a figure."""
    there = [value for value in values.values() if value is not None]
    return {
        key: 0 if value is None else step_of(value, min(there), max(there))
        for key, value in values.items()
    }


def _area(
    outline: Outline, commune: Commune, value: Decimal | None, step: int, at: Projection
) -> Area:
    said = _("no data yet") if value is None else short(value)
    path = path_of(outline.shape, at, NEAREST)
    return Area(
        path, f"{bare_area(commune.name)}: {said}", kind=f"land step-{step}" if step else "silent"
    )


def _words(
    outlines: Mapping[int, Outline],
    here: Mapping[int, Commune],
    values: Mapping[int, Decimal | None],
    at: Projection,
) -> Iterable[Words]:
    """Figures first, so that every one of them finds its place; names where there is still room above."""
    room, steps = Room(WIDTH, at.height, []), _steps(values)
    placed = []
    for key, row in outlines.items():
        value, (x, y) = values[key], at(middle_of(row.shape))
        figure = short(value) if value is not None else "–"
        room.taken.append(Box(x, y, len(figure) * LETTER, LINE))
        placed.append((key, Words("", figure, x, y, steps[key] >= DARK)))
    for key, each in placed:
        name = bare_area(here[key].name)
        above = Box(each.x, each.y - LINE, len(name) * LETTER, LINE)
        yield each._replace(name=name) if room.take([above]) else each


def _key(values: Mapping[int, Decimal | None]) -> Iterable[Step]:
    """The shades that are used, from the lightest, each with the figures it stands for and how many communes."""
    steps = _steps(values)
    for number in (*range(1, STEPS + 1), 0):
        keys = [key for key, step in steps.items() if step == number]
        if keys:
            yield Step(number, _in_words([values[key] for key in keys]))


def _in_words(values: Sequence[Decimal | None]) -> str:
    there = [value for value in values if value is not None]
    count = ngettext("%(n)s commune", "%(n)s communes", len(values)) % {"n": len(values)}
    if not there:
        return _("no data yet, which is not zero: %(communes)s") % {"communes": count}
    low, high = short(min(there)), short(max(there))
    if low == high:
        return f"{low}: {count}"
    facts = {"low": low, "high": high, "communes": count}
    return _("%(low)s to %(high)s: %(communes)s") % facts
