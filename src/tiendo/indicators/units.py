"""How one unit is brought to another: "tỷ đồng" to "triệu đồng" by 1000. Pure."""

import re
from decimal import Decimal

from vanban.text import fold

TIMES = {
    "nghin": 3,
    "ngan": 3,
    "trieu": 6,
    "ty": 9,
    "ti": 9,
    "thousand": 3,
    "million": 6,
    "billion": 9,
}
# What is a multiple of another unit of the same kind.
KINDS: dict[str, tuple[str, Decimal]] = {
    **{"m2": ("m2", Decimal(1)), "m²": ("m2", Decimal(1)), "ha": ("m2", Decimal(10_000))},
    **{"km2": ("m2", Decimal(1_000_000)), "km²": ("m2", Decimal(1_000_000))},
    **{"kg": ("kg", Decimal(1)), "ta": ("kg", Decimal(100)), "tan": ("kg", Decimal(1000))},
    **{
        "kwh": ("kwh", Decimal(1)),
        "mwh": ("kwh", Decimal(1000)),
        "gwh": ("kwh", Decimal(1_000_000)),
    },
    **{"%": ("1", Decimal("0.01")), "phan tram": ("1", Decimal("0.01")), "lan": ("1", Decimal(1))},
    **{"vnd": ("dong", Decimal(1)), "vnđ": ("dong", Decimal(1)), "usd": ("usd", Decimal(1))},
    **{"do la my": ("usd", Decimal(1)), "lao dong": ("nguoi", Decimal(1))},
}
EACH_YEAR = re.compile(r"\s*(?:/|moi|hang|tren)\s*nam$|\s+a year$")


def factor_between(unit: str, wanted: str) -> Decimal | None:
    """What a figure in `unit` is multiplied with to be in `wanted`; None where nobody can say."""
    (kind, size), (other, other_size) = _measured(unit), _measured(wanted)
    return size / other_size if kind == other else None


def _measured(unit: str) -> tuple[str, Decimal]:
    """The kind of a unit, and how large it is."""
    words = EACH_YEAR.sub("", fold(unit).strip(" .()"))
    size = Decimal(1)
    first, _space, rest = words.partition(" ")
    while first in TIMES and rest:
        size *= Decimal(10) ** TIMES[first]
        words = rest
        first, _space, rest = words.partition(" ")
    words = "%" if words.startswith("%") else words  # "% of the gross output"
    kind, own = KINDS.get(words, (words, Decimal(1)))
    return kind, size * own
