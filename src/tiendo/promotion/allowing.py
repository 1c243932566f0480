"""What may be given to a promotion project at most, by the norms of its day."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from tiendo.legal.models import Norm
from tiendo.promotion.contents import LIMITS, Sums, sums_of
from tiendo.promotion.models import PromotionProject


@dataclass(frozen=True, slots=True)
class Allowed:
    """The sums with the norms they follow from, share first."""

    sums: Sums
    norms: Sequence[Norm]


def allowed_for(project: PromotionProject, day: date) -> Allowed | None:
    """What may be given on `day`; None where the cost is not known or no norm holds."""
    codes = LIMITS.get(project.content)
    if codes is None or project.cost is None:
        return None
    found = [
        code and Norm.objects.norm_on(code, day, project.locality_id)
        for code in (codes.share, codes.ceiling, codes.factor)
    ]
    share, ceiling, factor = (norm.highest if norm else None for norm in found)
    sums = sums_of(project.cost, share, ceiling, factor)
    return None if sums.most is None else Allowed(sums, [norm for norm in found if norm])
