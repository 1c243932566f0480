"""How fast a target still has to move, and whether it ever moved as fast."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from tiendo.indicators.judging.values import Verdict

# With fewer years nobody can say what was never reached.
ENOUGH = 2


@dataclass(frozen=True, slots=True)
class Pace:
    """What a year has to bring from here on, and what the best year brought; None where no year is known."""

    required: Fraction
    best: Fraction | None
    verdict: Verdict


def pace(required: Fraction, years: Sequence[Fraction], sign: int) -> Pace:
    """Behind, or at risk where at least two years are known and none brought what is required.

    `sign` is 1 where more is better, -1 where less is.
    """
    best = max(years, key=lambda each: sign * each, default=None)
    beyond_reach = best is not None and sign * required > sign * best
    at_risk = len(years) >= ENOUGH and beyond_reach
    return Pace(required, best, Verdict.AT_RISK if at_risk else Verdict.BEHIND)
