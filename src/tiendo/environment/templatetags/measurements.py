"""A measurement on its page: what it is held against, the norms of its day, and what it says."""

from typing import Any

from django import template

from tiendo.environment.inspection_registers import verdict_of
from tiendo.environment.judging import limits_of, norms_of, value_of
from tiendo.environment.measuring import WITHOUT_FACTOR, code_of, unit_of
from tiendo.environment.models import Measurement
from tiendo.registers.register import REGISTERS

register = template.Library()


@register.inclusion_tag("environment/judgement.html")
def judgement(row: Measurement) -> dict[str, Any]:
    """The value beside its limit, how the limit is made, and the norms: `{% judgement row %}`."""
    found = limits_of(row)
    norms = norms_of(row)
    return {
        "row": row,
        "value": value_of(row),
        "unit": unit_of(row.parameter).label,
        "converted": row.unit != unit_of(row.parameter),
        "limits": found,
        "norms": norms,
        "norm_register": REGISTERS["dinh-muc"],
        "code": code_of(row.standard.symbol, row.parameter, row.band),
        "beyond": found.exceeds(value_of(row)),
        "verdict": verdict_of(row),
        "times_factor": bool(norms) and row.parameter not in WITHOUT_FACTOR and row.factor != 1,
    }
