"""Charts for tests, made up and short, and what can be read from a drawing."""

from collections.abc import Iterator
from decimal import Decimal
from xml.etree import ElementTree

from hypothesis import strategies as st

from tiendo.ui.charts.chart import Chart, Kind, Look, Mark, Series
from tiendo.ui.charts.lettering import LINE, TEXT
from tiendo.ui.charts.plane import NARROW, SMALL, SMALL_TEXT, WIDE
from tiendo.ui.charts.room import Box, length

SVG = "{http://www.w3.org/2000/svg}"
WIDTHS = (WIDE, NARROW, SMALL)
FIGURES = st.one_of(
    st.none(),
    st.sampled_from([Decimal(0), Decimal(5), Decimal(10) ** 15, -(Decimal(10) ** 15)]),
    st.decimals(-1000, 1000, places=2),
    st.decimals("0.0001", "0.01", places=6),
)


def series(figures: str, first: int = 2020, name: str = "", **looks: Look) -> Series:
    """A series of "10.1 - 10.8": a dash is a year without a figure; `y2024=Look.ESTIMATE`."""
    marks = [
        Mark(year, None if figure == "-" else Decimal(figure), looks.get(f"y{year}", Look.OFFICIAL))
        for year, figure in enumerate(figures.split(), first)
    ]
    return Series(name, marks)


def chart(figures: str, kind: Kind = Kind.LINE, **facts: object) -> Chart:
    """A chart of one series in per cent, from 2020 on."""
    return Chart("Tỷ trọng", "%", [series(figures)], kind, **facts)  # type: ignore[arg-type]


@st.composite
def rows_of_figures(draw: st.DrawFn) -> list[Decimal | None]:
    """1 to 30 figures: of any kind, all equal, or all zero."""
    count = draw(st.integers(1, 30))
    alike = draw(st.one_of(st.none(), st.sampled_from([Decimal(0), Decimal("7.5")])))
    if alike is not None:
        return [alike] * count
    return draw(st.lists(FIGURES, min_size=count, max_size=count))


def drawn(svg: str) -> ElementTree.Element:
    """The drawing as a tree; it must be well-formed."""
    return ElementTree.fromstring(svg)  # noqa: S314  our own drawing


def words(svg: str) -> list[str]:
    """Everything written on a drawing."""
    return [each.text or "" for each in drawn(svg).iter("text")]


def painted(svg: str, *styles: str) -> list[ElementTree.Element]:
    """The elements that carry all of these classes."""
    return [each for each in drawn(svg).iter() if set(styles) <= set(each.get("class", "").split())]


def boxes(svg: str) -> Iterator[Box]:
    """The ground of every word on a drawing, as wide as its letters are at most."""
    for each in drawn(svg).iter("text"):
        styles = each.get("class", "").split()
        size = SMALL_TEXT if "sm" in styles else TEXT
        width = length(each.text or "", size)
        x, y = float(each.get("x", 0)), float(each.get("y", 0)) - size / 3
        middle = x if "m" in styles else x - width / 2 if "e" in styles else x + width / 2
        yield Box(middle, y, width - 0.2, LINE - 0.2)  # lengths are written with one decimal
