"""The registers of industrial promotion, gathered: projects, whom to help first, ideas and OCOP projects."""

from tiendo.promotion.project_registers import CHECKS, PROJECTS
from tiendo.promotion.seed_registers import CRITERIA, SEEDS, VENTURES

__all__ = ["CHECKS", "CRITERIA", "PROJECTS", "SEEDS", "VENTURES"]
