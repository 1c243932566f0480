"""A chart as a page shows it: drawn for a desk and for a phone, its key, the sentences under it."""

from typing import NamedTuple

from django.utils.safestring import SafeString

from tiendo.ui.charts.chart import Chart
from tiendo.ui.charts.drawing import draw
from tiendo.ui.charts.plane import NARROW, WIDE
from tiendo.ui.charts.reading import sentences
from tiendo.ui.charts.signs import Sign, signs


class Picture(NamedTuple):
    """What `ui/chart.html` puts on a page."""

    wide: SafeString
    narrow: SafeString
    signs: list[Sign]
    sentences: list[str]


def picture(chart: Chart) -> Picture:
    """Everything of one chart; the page adds the table with the same figures."""
    return Picture(draw(chart, WIDE), draw(chart, NARROW), signs(chart), sentences(chart))
