"""The words on a drawing, in the order in which they get their place: targets, last figures, the rest."""

from collections.abc import Iterator
from decimal import Decimal
from itertools import product

from django.utils.translation import gettext, pgettext

from tiendo.ui.charts import ground, reading
from tiendo.ui.charts.chart import OPEN, Chart, Goal, Kind, Mark
from tiendo.ui.charts.figures import Figures
from tiendo.ui.charts.lettering import LINE, Lettering, Words, above, around, further
from tiendo.ui.charts.marks import bars_of
from tiendo.ui.charts.plane import BESIDE, NARROW, SMALL, SMALL_TEXT, WIDE, Plane, names_at_ends
from tiendo.ui.charts.room import Point, length

AIM = 0.45  # how much of the width the words of a target may take; the page has them in full
APART = 40.0  # bars whose words may stand a line higher without being taken for those of another


def captions(chart: Chart, plane: Plane, figures: Figures, letters: Lettering) -> None:
    """Write on the drawing what finds room, the most needed first."""
    for goal in chart.goals:
        words = Words(_fitting(goal.words, "", plane.width * AIM), "b")
        letters.write(words, _places_of_goal(plane, goal, words), needed=True)
    if chart.is_empty:
        letters.write(Words(reading.none_yet()), _empty_places(plane), needed=True)
    if plane.width != SMALL:
        _breaks(chart, plane, letters)
    _last_figures(chart, plane, figures, letters)
    if plane.width != SMALL:
        _ends(chart, plane, figures, letters)
        _names(chart, plane, figures, letters)
    _other_figures(chart, plane, figures, letters)
    if plane.width != SMALL:
        _of_the_ground(chart, plane, letters)


def _empty_places(plane: Plane) -> Iterator[Point]:
    """Where it may be said that there is no figure: in the middle, else beside what stands there."""
    for down, across in product((0.5, 0.3, 0.7, 0.15, 0.85), (0.5, 0.25, 0.75)):
        x = plane.left + across * (plane.right - plane.left)
        yield x, plane.top + down * (plane.bottom - plane.top)


def figure_words(mark: Mark, figures: Figures, plane: Plane) -> list[Words]:
    """The figure beside its mark; on a wide drawing first with the word that makes it uncertain."""
    text = figures.short(mark.value or Decimal(0))
    style = "acc" if mark.look in OPEN else ""
    known = mark.brief or (str(reading.LOOKS[mark.look]) if mark.look in OPEN else "")
    longer = [Words(f"{text} ({known})", style)] if known and plane.width == WIDE else []
    return [*longer, Words(text, style)]


def _places_of_goal(plane: Plane, goal: Goal, words: Words) -> Iterator[Point]:
    width = length(words.text)
    if goal.since is None:
        yield from above(plane.point(goal.at, goal.top), width)
        return
    left, right = ground.ends_of(plane, goal)
    y = plane.y(goal.top)
    yield right + 6 + width / 2, y
    for line in (-0.7, 0.7):
        yield right - width / 2, y + line * LINE
        yield left + width / 2, y + line * LINE
    for line in (0.0, 1.0, 2.0):
        yield min(plane.width, right) - width / 2, plane.top - 9 + line * LINE
        yield (left + right) / 2, plane.top - 9 + line * LINE


def _breaks(chart: Chart, plane: Plane, letters: Lettering) -> None:
    for each in chart.breaks:
        x = ground.edge_after(plane, each.after, half=True)
        words = Words(each.words, size=SMALL_TEXT)
        half = length(each.words, SMALL_TEXT) / 2
        places = [
            (x + across, y)
            for y in (plane.top + 9, plane.bottom - 10, plane.top + 26, plane.top - 9)
            for across in (0.0, half + 5, -half - 5, half / 2, -half / 2)
        ]
        letters.write(words, places, needed=True)


def _last_figures(chart: Chart, plane: Plane, figures: Figures, letters: Lettering) -> None:
    if chart.kind is Kind.LINE and len(chart.series) > 1:
        return  # they stand at the ends of the lines, with the names
    for number, series in enumerate(chart.series):
        marks = [mark for mark in series.marks if mark.value is not None]
        if marks:
            _figure(chart, plane, figures, letters, (number, marks[-1]), needed=True)


def _other_figures(chart: Chart, plane: Plane, figures: Figures, letters: Lettering) -> None:
    """The first figure, the highest, the lowest, then the newest before the older."""
    if chart.kind is Kind.LINE and len(chart.series) > 1:
        return
    for number, series in enumerate(chart.series):
        marks = [mark for mark in series.marks if mark.value is not None]
        by_size = sorted(marks, key=lambda mark: mark.value or Decimal(0))
        order = [*marks[:1], *by_size[-1:], *by_size[:1]]
        if plane.width != SMALL:
            order += reversed(marks)
        for mark in dict.fromkeys(order):
            if mark != marks[-1]:
                _figure(chart, plane, figures, letters, (number, mark))


def _figure(
    chart: Chart,
    plane: Plane,
    figures: Figures,
    letters: Lettering,
    which: tuple[int, Mark],
    *,
    needed: bool = False,
) -> None:
    number, mark = which
    for words in figure_words(mark, figures, plane):
        if chart.kind is Kind.BARS:
            places = _over_its_bar(chart, plane, number, mark)
        else:
            point = plane.point(mark.at, mark.value or Decimal(0))
            places = list(around(point, length(words.text), above=_rises(chart, number, mark)))
            places += further(point) if needed else ()
        if letters.write(words, places, needed=needed or chart.kind is Kind.BARS):
            return


def _over_its_bar(chart: Chart, plane: Plane, number: int, mark: Mark) -> list[Point]:
    """Over a bar (under one that hangs), or a line or two further where bars stand apart."""
    bars = bars_of(chart, chart.series[number], plane)
    bar = next(bar for bar in bars if bar.mark == mark)
    way = LINE if bar.value < 0 else -LINE
    first = bar.box.y + way / LINE * (bar.height / 2 + LINE / 2 + 1)
    return [(bar.box.x, first + way * line) for line in ((0, 1, 2) if plane.slot > APART else (0,))]


def _rises(chart: Chart, number: int, mark: Mark) -> bool:
    """Whether the words of a mark are clearer above it: not under the required path, not in a dip."""
    value = mark.value or Decimal(0)
    before = [level for level in chart.path if level.at <= mark.at]
    after = [level for level in chart.path if level.at >= mark.at]
    if before and after:
        return value > (before[-1].value + after[0].value) / 2
    beside = [
        each.value
        for each in chart.series[number].marks
        if abs(each.at - mark.at) == 1 and each.value is not None
    ]
    return not beside or value * len(beside) >= sum(beside)


def _ends(chart: Chart, plane: Plane, figures: Figures, letters: Lettering) -> None:
    """What is expected in the last year, at the end of the band."""
    if not chart.spreads:
        return
    last = chart.spreads[-1]
    x, y = plane.point(last.at, last.middle)
    anchor = "m" if plane.width == NARROW or last.at != plane.last else ""
    span = gettext("%(low)s to %(high)s") % {
        "low": figures.short(last.low),
        "high": figures.short(last.high),
    }
    for words, line in (
        (Words(pgettext("chart", "forecast"), "band-word", anchor=anchor), 0),
        (Words(span, "", SMALL_TEXT, anchor=anchor), 1),
    ):
        places = [(x + BESIDE, y + (line + shift) * LINE) for shift in (0, -1, 1, -2, 2, -3, 3)]
        if anchor:
            low = plane.y(last.low) + LINE * (1 + line)
            places = [(x - across, low) for across in (0, 20, 40, 60)]
        letters.write(words, places)


def _names(chart: Chart, plane: Plane, figures: Figures, letters: Lettering) -> None:
    """The last figures of several lines at their ends, with their names where there is room for those.

    They stand in the order of the lines; where lines meet, the lower word moves down. The key names all.
    """
    if len(chart.series) < 2 or chart.kind is Kind.BARS:
        return
    texts = names_at_ends(chart, int(plane.width), figures)
    room = plane.width - plane.right - BESIDE - 4
    ends = [
        (plane.y(values[-1]), number, _fitting(*text, room))
        for number, (series, text) in enumerate(zip(chart.series, texts, strict=True), 1)
        if (values := [mark.value for mark in series.marks if mark.value is not None])
    ]
    free = plane.top - LINE
    for order, (y, number, text) in enumerate(sorted(ends)):
        left = len(ends) - order - 1
        free = max(free, min(y, plane.floor - left * LINE))
        x = plane.right + BESIDE
        places = [(x, free), (x, free + LINE), (x, free - LINE)]
        words = Words(text, f"n{number}", language=chart.language, anchor="")
        letters.write(words, places, needed=True)
        free += LINE


def _fitting(name: str, figure: str, width: float) -> str:
    """A name (or other words), cut where that is needed, before its figure."""
    whole = f"{name} {figure}".strip()
    if length(whole) <= width:
        return whole
    while name and length(f"{name}… {figure}") > width:
        name = name[:-1].rstrip()
    return f"{name}… {figure}".strip()


def _of_the_ground(chart: Chart, plane: Plane, letters: Lettering) -> None:
    """The words of the required path and of the years beyond the plan."""
    if len(chart.path) > 1:
        words = Words(pgettext("chart", "required"), size=SMALL_TEXT)
        first, last = (plane.point(each.at, each.value) for each in (chart.path[0], chart.path[1]))
        up = LINE * (-0.9 if last[1] <= first[1] else 0.9)
        half = length(words.text, SMALL_TEXT) / 2
        places = [
            (
                first[0] + (last[0] - first[0]) * share - half * side,
                first[1] + (last[1] - first[1]) * share + way,
            )
            for way in (up, -up)
            for share in (0.35, 0.55, 0.75, 0.2)
            for side in (1, 0, -1)
        ]
        letters.write(words, places)
    if chart.outlook:
        left = ground.edge_after(plane, chart.outlook.after)
        words = Words(chart.outlook.words, size=SMALL_TEXT)
        middle = (left + plane.right) / 2
        places = [(middle, y) for y in (plane.bottom - 9, plane.top + 9, plane.bottom - 26)]
        letters.write(words, places)
