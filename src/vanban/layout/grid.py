"""Rules → grids: which lines frame cells, and which cells are merged across columns and rows."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from vanban.layout.geometry import Rule

THIN = 4.0  # points a rule is thick at most; double lines are one
SNAP = 3.0  # points within which ends meet and lines are one
GAP = 6.0  # points that may be missing along a line (dashes, corners)
MOST_RULES = 30_000  # on one page; more is a drawing
MOST_LINES = 600  # distinct lines in one direction on one page
COVERED = 0.6  # of an edge between two cells that must be drawn to part them

Span = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Lattice:
    """A cell as drawn: the grid row and column it begins in and how many it covers."""

    row: int
    column: int
    rows: int
    columns: int


@dataclass(frozen=True, slots=True)
class Grid:
    """A ruled table: the places of its column and row edges, and its cells in reading order."""

    xs: tuple[float, ...]
    ys: tuple[float, ...]
    cells: tuple[Lattice, ...]

    @property
    def box(self) -> tuple[float, float, float, float]:
        return self.xs[0], self.ys[0], self.xs[-1], self.ys[-1]


@dataclass(slots=True)
class _Line:
    """Collinear rules as one: where it lies across its direction, and what it covers along it."""

    at: float
    spans: list[Span]

    @property
    def start(self) -> float:
        return self.spans[0][0]

    @property
    def end(self) -> float:
        return self.spans[-1][1]


def grids_of(rules: Sequence[Rule], point: float) -> list[Grid]:
    """The ruled tables of a page, top to bottom; `point` is the size of 1/72 inch in page units.

    A frame of fewer than two columns is no table.
    """
    if len(rules) > MOST_RULES:
        return []
    level = _lines([(r.top, r.bottom, r.left, r.right) for r in rules], point)
    upright = _lines([(r.left, r.right, r.top, r.bottom) for r in rules], point)
    if max(len(level), len(upright)) > MOST_LINES:
        return []
    grids = [
        grid
        for across, down in _connected(level, upright, SNAP * point)
        if (grid := _grid(across, down, SNAP * point))
    ]
    return sorted(grids, key=lambda grid: (grid.ys[0], grid.xs[0]))


def _lines(rules: Iterable[tuple[float, float, float, float]], point: float) -> list[_Line]:
    """Rules of one direction (near edge, far edge, start, end), collinear ones made one."""
    found: list[tuple[float, float, float]] = []
    for near, far, start, end in rules:
        if far - near <= THIN * point and end - start > max(SNAP * point, far - near):
            found.append(((near + far) / 2, start, end))
    lines: list[_Line] = []
    group: list[tuple[float, float, float]] = []
    for rule in sorted(found):
        if group and rule[0] - group[-1][0] > SNAP * point:
            lines += _collinear(group, point)
            group = []
        group.append(rule)
    return lines + _collinear(group, point)


def _collinear(group: Sequence[tuple[float, float, float]], point: float) -> list[_Line]:
    """Rules in (nearly) one place: one line for every stretch without a larger gap."""
    spans: list[Span] = []
    for _, start, end in sorted(group, key=lambda rule: rule[1:]):
        if spans and start - spans[-1][1] <= GAP * point:
            spans[-1] = spans[-1][0], max(spans[-1][1], end)
        else:
            spans.append((start, end))
    if not spans:
        return []
    at = sorted(rule[0] for rule in group)[len(group) // 2]
    return [_Line(at, spans)]


def _connected(
    level: Sequence[_Line], upright: Sequence[_Line], snap: float
) -> list[tuple[list[_Line], list[_Line]]]:
    """Level and upright lines that touch each other, as groups; every stretch of a line counts by itself."""
    rows = [_Line(line.at, [span]) for line in level for span in line.spans]
    columns = sorted(
        (_Line(line.at, [span]) for line in upright for span in line.spans), key=lambda c: c.at
    )
    places = [column.at for column in columns]
    parents = list(range(len(rows) + len(columns)))
    for index, row in enumerate(rows):
        first = bisect_left(places, row.start - snap)
        for other in range(first, bisect_right(places, row.end + snap)):
            if columns[other].start - snap <= row.at <= columns[other].end + snap:
                _unite(parents, index, len(rows) + other)
    groups: dict[int, tuple[list[_Line], list[_Line]]] = {}
    for index, line in enumerate((*rows, *columns)):
        group = groups.setdefault(_root(parents, index), ([], []))
        group[index >= len(rows)].append(line)
    return list(groups.values())


def _root(parents: list[int], index: int) -> int:
    while parents[index] != index:
        parents[index] = parents[parents[index]]
        index = parents[index]
    return index


def _unite(parents: list[int], one: int, other: int) -> None:
    parents[_root(parents, one)] = _root(parents, other)


def _grid(level: list[_Line], upright: list[_Line], snap: float) -> Grid | None:
    if len(level) < 2 or not upright:
        return None
    xs = _edges([line.at for line in upright], [end for row in level for end in row.spans[0]], snap)
    ys = _edges([line.at for line in level], [end for col in upright for end in col.spans[0]], snap)
    if len(xs) < 3 or len(ys) < 2:
        return None
    right = _walls(upright, xs, ys, snap)
    below = _walls(level, ys, xs, snap)
    return Grid(xs, ys, tuple(_cells(right, below, len(xs) - 1, len(ys) - 1)))


def _edges(places: Sequence[float], ends: Sequence[float], snap: float) -> tuple[float, ...]:
    """The edges in one direction: where lines are, and where the lines across reach beyond the outermost."""
    low, high = min(places), max(places)
    outer = [end for end in (min(ends), max(ends)) if end < low - 2 * snap or end > high + 2 * snap]
    edges: list[float] = []
    for place in sorted((*places, *outer)):
        if not edges or place - edges[-1] > snap:
            edges.append(place)
    return tuple(edges)


def _walls(
    lines: Iterable[_Line], places: Sequence[float], steps: Sequence[float], snap: float
) -> set[tuple[int, int]]:
    """Which edges are drawn: (index of the place of the line, index of the step along it)."""
    covered: dict[tuple[int, int], float] = {}
    for line in lines:
        place = _nearest(places, line.at)
        for start, end in line.spans:
            first = max(0, bisect_right(steps, start) - 1)
            for step in range(first, min(bisect_left(steps, end), len(steps) - 1)):
                shared = min(end, steps[step + 1]) - max(start, steps[step])
                covered[place, step] = covered.get((place, step), 0.0) + shared
    return {
        (place, step)
        for (place, step), length in covered.items()
        if length >= COVERED * (steps[step + 1] - steps[step])
    }


def _nearest(places: Sequence[float], at: float) -> int:
    after = bisect_left(places, at)
    if after == len(places) or (after and at - places[after - 1] < places[after] - at):
        return after - 1
    return after


def _cells(
    right: set[tuple[int, int]], below: set[tuple[int, int]], columns: int, rows: int
) -> list[Lattice]:
    """Cells in reading order: each grows to the right and then down until a drawn edge stops it."""
    taken: set[tuple[int, int]] = set()
    cells: list[Lattice] = []
    for row in range(rows):
        for column in range(columns):
            if (row, column) in taken:
                continue
            wide = 1
            while (
                column + wide < columns
                and (column + wide, row) not in right
                and (row, column + wide) not in taken
            ):
                wide += 1
            tall = _height(row, range(column, column + wide), right, below, rows)
            cells.append(Lattice(row, column, tall, wide))
            taken |= {(row + down, column + along) for down in range(tall) for along in range(wide)}
    return cells


def _height(
    row: int,
    span: range,
    right: set[tuple[int, int]],
    below: set[tuple[int, int]],
    rows: int,
) -> int:
    tall = 1
    while row + tall < rows:
        step = row + tall
        if any((step, column) in below for column in span):
            break
        if any((column, step) in right for column in span[1:]):
            break
        tall += 1
    return tall


def within(edges: Sequence[float], at: float) -> int | None:
    """The index of the step between two edges that holds `at`; None outside of them."""
    step = bisect_right(edges, at) - 1
    return step if 0 <= step < len(edges) - 1 else None


def steps(edges: Sequence[float]) -> list[float]:
    """The widths between the edges."""
    return [after - before for before, after in pairwise(edges)]
