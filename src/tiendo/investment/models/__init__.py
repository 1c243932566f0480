"""The rows of the registers of investment."""

from tiendo.investment.models.calls import (
    CallProject,
    CallReview,
    CallStatus,
    Difficult,
    Fit,
    LandState,
    ReviewOutcome,
    Selection,
    Zone,
)
from tiendo.investment.models.cases import CaseOutcome, CasePause, CaseStep, InvestorCase
from tiendo.investment.models.incentives import Incentive, IncentiveKind, Where

__all__ = [
    "CallProject",
    "CallReview",
    "CallStatus",
    "CaseOutcome",
    "CasePause",
    "CaseStep",
    "Difficult",
    "Fit",
    "Incentive",
    "IncentiveKind",
    "InvestorCase",
    "LandState",
    "ReviewOutcome",
    "Selection",
    "Where",
    "Zone",
]
