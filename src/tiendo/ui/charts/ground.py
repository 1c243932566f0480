"""What lies under the figures: hairlines, years, the outlook, breaks, the required path, the forecast."""

import math
from collections.abc import Iterator
from decimal import Decimal

from django.utils.safestring import SafeString

from tiendo.ui.charts.chart import Chart, Goal, Kind, runs
from tiendo.ui.charts.figures import Figures
from tiendo.ui.charts.lettering import LINE, LOZENGE, Lettering, Words, shown
from tiendo.ui.charts.plane import SMALL_TEXT, Plane
from tiendo.ui.charts.room import Box, Point, length
from tiendo.ui.charts.svg import element

GAP = 9  # between two labels of the axis


def ground(chart: Chart, plane: Plane) -> Iterator[SafeString]:
    """The outlook, hairlines and the axis."""
    if chart.outlook and chart.outlook.after < plane.last:
        left = max(plane.left, edge_after(plane, chart.outlook.after))
        yield element(
            "rect",
            class_="outlook",
            x=left,
            y=plane.top,
            width=plane.right - left,
            height=plane.floor - plane.top,
        )
    for tick in plane.ticks:
        y = plane.y(tick)
        yield element("line", class_="grid", x1=plane.left, x2=plane.right, y1=y, y2=y)
    base = plane.base
    yield element("line", class_="axis", x1=plane.left, x2=plane.right, y1=base, y2=base)


def axes(chart: Chart, plane: Plane, figures: Figures, letters: Lettering) -> Iterator[SafeString]:
    """The figures at the left, the unit above them, the years below."""
    for tick in plane.ticks:
        words = Words(figures.tick(tick, plane.ticks), size=SMALL_TEXT)
        width = length(words.text, SMALL_TEXT)
        at = plane.left - 8
        letters.keep_clear([Box(at - width / 2, plane.y(tick), width, LINE)])
        yield shown(words, at, plane.y(tick), "e")
    if figures.heading:
        yield _heading(chart, plane, figures, letters)
    yield from _years(chart, plane, letters)


def path(chart: Chart, plane: Plane, letters: Lettering) -> Iterator[SafeString]:
    """The required figures, joined: what lies between two of them follows from them."""
    points = [plane.point(level.at, level.value) for level in chart.path]
    letters.keep_off(points)
    if len(points) > 1:
        yield element("polyline", class_="path", points=joined(points))
    elif points:
        x, y = points[0]
        yield element("line", class_="path", x1=x - 7, x2=x + 7, y1=y, y2=y)


def forecast(chart: Chart, plane: Plane, letters: Lettering) -> Iterator[SafeString]:
    """The band, from the last figure on; for bars one box a year."""
    if chart.kind is Kind.BARS:
        for each in chart.spreads:
            yield from _expected_bar(plane, each.at, (each.low, each.middle, each.high))
        return
    start = _last_figure(chart)
    spreads = [(each.at, each.low, each.middle, each.high) for each in chart.spreads]
    if start and spreads and start[0] < spreads[0][0]:
        spreads.insert(0, (start[0], start[1], start[1], start[1]))
    if not spreads:
        return
    upper = [plane.point(at, high) for at, _low, _middle, high in spreads]
    lower = [plane.point(at, low) for at, low, _middle, _high in spreads]
    middle = [plane.point(at, each) for at, _low, each, _high in spreads]
    letters.keep_off(middle)
    yield element("polygon", class_="band", points=joined([*upper, *reversed(lower)]))
    yield element("polyline", class_="band-mid", points=joined(middle))


def breaks(chart: Chart, plane: Plane) -> Iterator[SafeString]:
    """A line through the gap."""
    for each in chart.breaks:
        x = edge_after(plane, each.after, half=True)
        yield element("line", class_="break", x1=x, x2=x, y1=plane.top + LINE, y2=plane.floor)


def goals(chart: Chart, plane: Plane, letters: Lettering) -> Iterator[SafeString]:
    """Lozenges at the years of the targets, dashed lines where every year is held to one."""
    for goal in chart.goals:
        if goal.since is None:
            yield from _lozenges(plane, goal, letters)
        else:
            yield from _held(plane, goal, letters)


def ends_of(plane: Plane, goal: Goal) -> tuple[float, float]:
    """From where to where the line of a target runs that holds several years."""
    since = goal.at if goal.since is None else goal.since
    half = plane.slot / 2 if plane.slots else 0
    return plane.x(since) - half, plane.x(goal.at) + half


def edge_after(plane: Plane, at: int, *, half: bool = False) -> float:
    """The edge between a year and the next: for lines the year itself, or half-way when `half`."""
    x = plane.x(at + 0.5 if plane.slots or half else at)
    return min(plane.right, max(plane.left, x))


def joined(points: list[Point]) -> str:
    """Points as SVG writes them."""
    return " ".join(f"{x:.1f},{y:.1f}" for x, y in points)


def _heading(chart: Chart, plane: Plane, figures: Figures, letters: Lettering) -> SafeString:
    text = figures.heading
    while length(text, SMALL_TEXT) > plane.width - 8 and len(text) > 1:
        text = f"{text[:-2].rstrip()}…"
    words = Words(text, "", SMALL_TEXT, chart.language)
    width = length(text, SMALL_TEXT)
    letters.keep_clear([Box(2 + width / 2, 9, width, LINE)])
    return shown(words, 2, 9, "")


def _years(chart: Chart, plane: Plane, letters: Lettering) -> Iterator[SafeString]:
    """The years of targets in bold first, then as many of the others as find room, evenly."""
    aims = {goal.at for goal in chart.goals}
    y = plane.height - 18
    years = list(plane.years())
    widest = max(length(chart.label(at), SMALL_TEXT) for at in years) + GAP
    step = max(1, math.ceil(widest * len(years) / (plane.right - plane.left + widest)))
    for at in [*sorted(aims), *years[::step]]:
        words = Words(chart.label(at), "b" if at in aims else "", SMALL_TEXT)
        width = length(words.text, SMALL_TEXT)
        half = (width + GAP / 2) / 2
        x = min(plane.width - half, max(half, plane.x(at)))
        if letters.room.take([Box(x, y, 2 * half, LINE)]):
            yield shown(words, x, y)


def _expected_bar(
    plane: Plane, at: int, spread: tuple[Decimal, Decimal, Decimal]
) -> Iterator[SafeString]:
    low, middle, high = map(plane.y, spread)
    width = plane.slot * 0.68
    left = plane.x(at) - width / 2
    yield element("rect", class_="band", x=left, y=high, width=width, height=max(1.0, low - high))
    yield element("line", class_="band-mid", x1=left, x2=left + width, y1=middle, y2=middle)


def _last_figure(chart: Chart) -> tuple[int, Decimal] | None:
    """Where the first series ends."""
    found = [run[-1] for series in chart.series[:1] for run in runs(chart, series)]
    return (found[-1][0].at, found[-1][1]) if found else None


def _lozenges(plane: Plane, goal: Goal, letters: Lettering) -> Iterator[SafeString]:
    x, low = plane.point(goal.at, goal.low)
    top = plane.y(goal.top)
    if goal.high is not None:
        yield element("line", class_="goal", x1=x, x2=x, y1=top, y2=low)
        letters.keep_clear([Box(x, (top + low) / 2, 6, abs(low - top))])
    for y in sorted({top, low}):
        letters.keep_clear([Box(x, y, LOZENGE, LOZENGE)])
        yield element("path", class_="goal-pt", d=f"M{x:.1f} {y - 7:.1f}l7 7-7 7-7-7z")


def _held(plane: Plane, goal: Goal, letters: Lettering) -> Iterator[SafeString]:
    left, right = ends_of(plane, goal)
    low, top = plane.y(goal.low), plane.y(goal.top)
    if goal.high is not None:
        yield element(
            "rect", class_="zone", x=left, y=top, width=right - left, height=max(1.0, low - top)
        )
    for y in sorted({top, low}):
        letters.keep_off([(left, y), (right, y)])
        yield element("line", class_="held", x1=left, x2=right, y1=y, y2=y)
