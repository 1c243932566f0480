"""What a locality's industry is made of."""

from tiendo.industry.models.clusters import (
    Cluster,
    ClusterKind,
    ClusterPeriod,
    ClusterStage,
    Tenancy,
)
from tiendo.industry.models.enterprises import (
    Enterprise,
    EnterpriseFlag,
    EnterpriseKind,
    EnterpriseYear,
    Flag,
)
from tiendo.industry.models.land import (
    Clearance,
    ClearanceYear,
    Finding,
    LandUse,
    Parcel,
    PlanningCheck,
)
from tiendo.industry.models.merging import Merging, ToldApart
from tiendo.industry.models.works import Side, Work, WorkKind, WorkShare, WorkSource, WorkYear

__all__ = [
    "Clearance",
    "ClearanceYear",
    "Cluster",
    "ClusterKind",
    "ClusterPeriod",
    "ClusterStage",
    "Enterprise",
    "EnterpriseFlag",
    "EnterpriseKind",
    "EnterpriseYear",
    "Finding",
    "Flag",
    "LandUse",
    "Merging",
    "Parcel",
    "PlanningCheck",
    "Side",
    "Tenancy",
    "ToldApart",
    "Work",
    "WorkKind",
    "WorkShare",
    "WorkSource",
    "WorkYear",
]
