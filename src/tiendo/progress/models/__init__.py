"""What is owed by whom, what is reported on it, in which round, and how an office handles it."""

from tiendo.progress.models.asking import Contribution, ContributionRequest
from tiendo.progress.models.directing import CorrectiveCard, Direction, DirectionKind
from tiendo.progress.models.extensions import Extension, ExtensionRule, ExtensionState, NewDue
from tiendo.progress.models.figures import GivenFigure, NoFigure
from tiendo.progress.models.handling import Handler, Receipt, ReceiptKind, Remark, Step
from tiendo.progress.models.handover import (
    AT_WORK,
    EarlierHolder,
    HandOver,
    HandOverMove,
    HandOverState,
    MoveState,
)
from tiendo.progress.models.outside import OutsideLink
from tiendo.progress.models.owing import OwingRule
from tiendo.progress.models.raising import RaisedDifficulty
from tiendo.progress.models.reports import (
    SAID,
    Evidence,
    EvidenceKind,
    Report,
    ReportState,
    Verdict,
    WorkState,
)
from tiendo.progress.models.rounds import (
    Calendar,
    OfficeReport,
    Round,
    RoundDue,
    RoundKind,
    Source,
)
from tiendo.progress.models.work import Obligation, Occurrence, OccurrenceQuerySet, PeriodKind
from tiendo.progress.owing.shares import Place, Share

__all__ = [
    "AT_WORK",
    "SAID",
    "Calendar",
    "Contribution",
    "ContributionRequest",
    "CorrectiveCard",
    "Direction",
    "DirectionKind",
    "EarlierHolder",
    "Evidence",
    "EvidenceKind",
    "Extension",
    "ExtensionRule",
    "ExtensionState",
    "GivenFigure",
    "HandOver",
    "HandOverMove",
    "HandOverState",
    "Handler",
    "MoveState",
    "NewDue",
    "NoFigure",
    "Obligation",
    "Occurrence",
    "OccurrenceQuerySet",
    "OfficeReport",
    "OutsideLink",
    "OwingRule",
    "PeriodKind",
    "Place",
    "RaisedDifficulty",
    "Receipt",
    "ReceiptKind",
    "Remark",
    "Report",
    "ReportState",
    "Round",
    "RoundDue",
    "RoundKind",
    "Share",
    "Source",
    "Step",
    "Verdict",
    "WorkState",
]
