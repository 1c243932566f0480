"""The registers of investment, gathered: the call list and incentives, investors' cases."""

from tiendo.investment.call_registers import CALLS, INCENTIVES, REVIEWS
from tiendo.investment.case_registers import CASES, PAUSES, STEPS

__all__ = ["CALLS", "CASES", "INCENTIVES", "PAUSES", "REVIEWS", "STEPS"]
