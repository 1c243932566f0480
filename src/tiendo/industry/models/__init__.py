"""What a locality's industry is made of."""

from tiendo.industry.models.enterprises import (
    Enterprise,
    EnterpriseFlag,
    EnterpriseKind,
    EnterpriseYear,
    Flag,
)

__all__ = ["Enterprise", "EnterpriseFlag", "EnterpriseKind", "EnterpriseYear", "Flag"]
