"""How the figures of one chart are written: all with the same decimals, huge ones in a greater unit."""

from dataclasses import dataclass
from decimal import Decimal

from tiendo.ui.charts.chart import Chart
from tiendo.ui.charts.ticks import decimals_of
from tiendo.ui.templatetags.ui import n

PERCENT = "%"
GREATER = (10**12, 10**9, 10**6)  # "1.000.000 đồng": as the heads of official tables say it
FROM = 10  # so many of a greater unit before figures are written in it
DIGITS = 3  # a figure shows at least so many, where it has them


@dataclass(frozen=True)
class Figures:
    """The unit above the axis, what one of it counts, and how many decimals a figure is written with."""

    unit: str
    each: int
    decimals: int

    @property
    def heading(self) -> str:
        """What stands above the axis: the unit, unless every figure says it itself."""
        if self.unit == PERCENT and self.each == 1:
            return ""
        return self.unit if self.each == 1 else f"{n(self.each)} {self.unit}".strip()

    def short(self, value: Decimal) -> str:
        """A figure beside its mark: 11,6."""
        return n(value / self.each, self.decimals)

    def tick(self, value: Decimal, ticks: tuple[Decimal, ...]) -> str:
        """A figure beside the axis, with as many decimals as its steps need: 12%."""
        decimals = decimals_of(tuple((each / self.each).normalize() for each in ticks))
        sign = PERCENT if self.unit == PERCENT and self.each == 1 else ""
        return f"{n(value / self.each, decimals)}{sign}"


def figures_of(chart: Chart) -> Figures:
    """How this chart writes its figures."""
    amounts = [abs(amount) for amount in chart.amounts()]
    most = max(amounts, default=Decimal(0))
    each = next((size for size in GREATER if most >= size * FROM), 1)
    shown = [amount / each for amount in amounts]
    needed = max((-int(amount.normalize().as_tuple().exponent) for amount in shown), default=0)
    return Figures(chart.unit, each, max(0, min(needed, _most_decimals(most / each))))


def whole(value: Decimal, unit: str) -> str:
    """A figure with its unit, in full, as it is read out: 11,6% or 1.234.567 đồng."""
    return f"{n(value)}{unit}" if unit == PERCENT else f"{n(value)} {unit}".strip()


def _most_decimals(most: Decimal) -> int:
    """As many as show three digits of the largest figure, and one in any case: 11,6, 9,78 and 0,0123."""
    return max(1, DIGITS - 1 - most.adjusted()) if most else 0
