"""Documents and their intake, and the plans that come out of them."""

from tiendo.plans.models.amendments import (
    Act,
    Amendment,
    AmendmentState,
    Clause,
    TargetVersion,
    TaskVersion,
)
from tiendo.plans.models.documents import (
    Document,
    DraftItem,
    DraftName,
    Intake,
    ItemKind,
    ItemState,
    Past,
    Stage,
)
from tiendo.plans.models.links import Count, Link
from tiendo.plans.models.plans import Plan, Provision, Related, Relation, Target
from tiendo.plans.models.proposals import Agreed, Outcome, Proposal, Submission
from tiendo.plans.models.tasks import Assignment, AssignmentRole, Task, TaskKind
from tiendo.plans.models.words import DeadlineKind, TargetWords, TaskWords, words_of

__all__ = [
    "Act",
    "Agreed",
    "Amendment",
    "AmendmentState",
    "Assignment",
    "AssignmentRole",
    "Clause",
    "Count",
    "DeadlineKind",
    "Document",
    "DraftItem",
    "DraftName",
    "Intake",
    "ItemKind",
    "ItemState",
    "Link",
    "Outcome",
    "Past",
    "Plan",
    "Proposal",
    "Provision",
    "Related",
    "Relation",
    "Stage",
    "Submission",
    "Target",
    "TargetVersion",
    "TargetWords",
    "Task",
    "TaskKind",
    "TaskVersion",
    "TaskWords",
    "words_of",
]
