"""The rows of the registers of industrial promotion."""

from tiendo.promotion.models.projects import AfterCheck, AfterFinding, Level, PromotionProject
from tiendo.promotion.models.seeds import Chosen, SeedCandidate, SeedCriterion
from tiendo.promotion.models.ventures import Help, Venture, VentureKind, VentureStage

__all__ = [
    "AfterCheck",
    "AfterFinding",
    "Chosen",
    "Help",
    "Level",
    "PromotionProject",
    "SeedCandidate",
    "SeedCriterion",
    "Venture",
    "VentureKind",
    "VentureStage",
]
