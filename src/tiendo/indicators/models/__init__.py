"""What is measured, the figures, and which target they are held against."""

from tiendo.indicators.models.bindings import (
    WRITABLE,
    Binding,
    Served,
    Waypoint,
    WrittenVerdict,
)
from tiendo.indicators.models.definitions import (
    Calendar,
    Definition,
    Gathering,
    Indicator,
    Obtained,
)
from tiendo.indicators.models.observations import (
    Dimension,
    Divergence,
    Observation,
    PeriodKind,
    State,
)

__all__ = [
    "WRITABLE",
    "Binding",
    "Calendar",
    "Definition",
    "Dimension",
    "Divergence",
    "Gathering",
    "Indicator",
    "Observation",
    "Obtained",
    "PeriodKind",
    "Served",
    "State",
    "Waypoint",
    "WrittenVerdict",
]
