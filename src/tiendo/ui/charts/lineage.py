"""Who came of whom, as a small family tree: old names at the left, those that follow at the right.

The words are never scaled down: where the drawing is wider than the page it is scrolled, and a phone shows
the same as a list.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from django.utils.safestring import SafeString

from tiendo.ui.charts.svg import element

BOX, HEIGHT, GAP, ACROSS = 384, 46, 12, 120
LETTER = 7  # about how wide one is
MOST_LABELS = 6  # on lines that cross each other more often nobody could tell whose they are


@dataclass(frozen=True)
class Box:
    """One office: its key, name, a line below it, where a click leads; `here` is the one the page is about."""

    key: int
    label: str
    sub: str = ""
    url: str = ""
    here: bool = False


@dataclass(frozen=True)
class Link:
    """One box follows another, with words on the line: "80 %"."""

    before: int
    after: int
    label: str = ""


@dataclass(frozen=True)
class Lineage:
    """What is drawn: boxes `box` units wide, `across` units between columns."""

    title: str
    boxes: Sequence[Box]
    links: Sequence[Link]
    box: int = BOX
    across: int = ACROSS


def lineage(chart: Lineage) -> SafeString:
    """The drawing; every box stands right of all boxes before it."""
    columns = _columns(chart)
    places = {
        box.key: (column * (chart.box + chart.across), row * (HEIGHT + GAP))
        for column, boxes in columns.items()
        for row, box in _middled(boxes, columns)
    }
    width, height = _size(chart, columns)
    return element(
        "svg",
        element("title", chart.title),
        *_lines(chart, places),
        *(_box(box, chart.box, places[box.key]) for box in chart.boxes),
        class_="lineage",
        viewBox=f"-1 -1 {width} {height}",
        width=width,
        height=height,
        role="group",
        aria_label=chart.title,
    )


def _lines(chart: Lineage, places: Mapping[int, tuple[float, float]]) -> Iterator[SafeString]:
    """The lines between the boxes, with their words where these are few."""
    labelled = sum(bool(link.label) for link in chart.links) <= MOST_LABELS
    for link in chart.links:
        yield from _line(link, places, chart.box, labelled=labelled)


def _size(chart: Lineage, columns: Mapping[int, Sequence[Box]]) -> tuple[int, int]:
    """How wide and how high the drawing is, with the edges of its boxes."""
    width = max(columns, default=0) * (chart.box + chart.across) + chart.box + 2
    return width, max(len(boxes) for boxes in columns.values()) * (HEIGHT + GAP) - GAP + 2


def _columns(chart: Lineage) -> dict[int, list[Box]]:
    """The boxes by how many steps lead to them; a circle ends at the number of boxes."""
    depth = {box.key: 0 for box in chart.boxes}
    for _round in chart.boxes:
        for link in chart.links:
            depth[link.after] = max(depth[link.after], depth[link.before] + 1)
    found: dict[int, list[Box]] = defaultdict(list)
    for box in chart.boxes:
        found[min(depth[box.key], len(chart.boxes))].append(box)
    return dict(found)


def _middled(
    boxes: Sequence[Box], columns: Mapping[int, Sequence[Box]]
) -> Iterator[tuple[float, Box]]:
    """Each box with its row: a short column stands in the middle of the longest."""
    longest = max(map(len, columns.values()))
    first = (longest - len(boxes)) / 2
    for number, box in enumerate(boxes):
        yield first + number, box


def _line(
    link: Link, places: Mapping[int, tuple[float, float]], width: int, *, labelled: bool
) -> Iterable[SafeString]:
    x1, y1 = places[link.before][0] + width, places[link.before][1] + HEIGHT / 2
    x2, y2 = places[link.after][0], places[link.after][1] + HEIGHT / 2
    middle = (x1 + x2) / 2
    yield element(
        "path",
        d=f"M{x1:.0f} {y1:.1f}C{middle:.0f} {y1:.1f} {middle:.0f} {y2:.1f} {x2 - 7:.0f} {y2:.1f}",
    )
    yield element("path", class_="tip", d=f"M{x2 - 8:.0f} {y2 - 4:.1f}l8 4l-8 4z")
    if link.label and labelled:
        yield element("text", link.label, class_="s m", lang="vi", x=middle, y=(y1 + y2) / 2 - 5)


def _box(box: Box, width: int, place: tuple[float, float]) -> SafeString:
    (x, y), most = place, (width - 12) // LETTER
    label = box.label if len(box.label) <= most else f"{box.label[: most - 1].rstrip()}…"
    shapes = (
        element("title", box.label, lang="vi"),
        element(
            "rect", x=x, y=y, width=width, height=HEIGHT, rx=6, class_="here" if box.here else None
        ),
        element("text", label, x=x + 12, y=y + (20 if box.sub else 28), class_="name", lang="vi"),
        element("text", box.sub, x=x + 12, y=y + 37, class_="s") if box.sub else "",
    )
    return element("a", *shapes, href=box.url) if box.url else element("g", *shapes)
