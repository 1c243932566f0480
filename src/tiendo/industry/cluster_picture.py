"""The land of a cluster, drawn: what is industrial, what can be leased, what is leased, one bar below the other."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from django.utils.functional import Promise
from django.utils.safestring import SafeString

from tiendo.industry.models import Cluster
from tiendo.registers.columns import column_of
from tiendo.ui.charts.svg import element

WIDTH, HEIGHT = 320, 12
WHOLES = ("area", "industrial_area", "leasable_area")


@dataclass(frozen=True, slots=True)
class Bar:
    """One part of the land in hectares, with its bar; the area of the cluster fills the width."""

    label: str | Promise
    area: Decimal
    drawn: SafeString


def bars_of(row: Cluster, leased: Decimal | None, label: str | Promise) -> Sequence[Bar]:
    """The bars of what is known; `leased` is the land leased now, called `label`."""
    known = [(column_of(Cluster, name).label, getattr(row, name), "past") for name in WHOLES]
    known.append((label, leased, "f-run"))
    return [
        Bar(words, area, bar(area, row.area, look))
        for words, area, look in known
        if area is not None and row.area
    ]


def bar(area: Decimal, whole: Decimal, look: str) -> SafeString:
    """A bar in a frame; the figures stand beside it, so the drawing is not read out."""
    length = float(min(area / whole, Decimal(1)) * WIDTH)
    frame = element("rect", class_="plan-bar", x=0.5, y=0.5, width=WIDTH - 1.0, height=HEIGHT - 1.0)
    part = element("rect", class_=look, x=0, y=0, width=length, height=HEIGHT)
    return element(
        "svg",
        frame,
        part,
        viewBox=f"0 0 {WIDTH} {HEIGHT}",
        width="100%",
        height=HEIGHT,
        preserveAspectRatio="none",
        aria_hidden="true",
    )
