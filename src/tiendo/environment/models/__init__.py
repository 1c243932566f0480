"""The rows of the registers of environment."""

from tiendo.environment.models.inspections import (
    Cause,
    Fine,
    Inspection,
    Measurement,
    Outcome,
    Remedied,
)
from tiendo.environment.models.sites import (
    Degree,
    Dossier,
    DossierKind,
    Level,
    Listing,
    ProjectGroup,
    Site,
)

__all__ = [
    "Cause",
    "Degree",
    "Dossier",
    "DossierKind",
    "Fine",
    "Inspection",
    "Level",
    "Listing",
    "Measurement",
    "Outcome",
    "ProjectGroup",
    "Remedied",
    "Site",
]
