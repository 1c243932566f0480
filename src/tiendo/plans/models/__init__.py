"""Documents and their intake, and the plans that come out of them."""

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
from tiendo.plans.models.plans import Plan, Provision, Related, Relation, Target
from tiendo.plans.models.tasks import Assignment, AssignmentRole, DeadlineKind, Task, TaskKind

__all__ = [
    "Assignment",
    "AssignmentRole",
    "DeadlineKind",
    "Document",
    "DraftItem",
    "DraftName",
    "Intake",
    "ItemKind",
    "ItemState",
    "Past",
    "Plan",
    "Provision",
    "Related",
    "Relation",
    "Stage",
    "Target",
    "Task",
    "TaskKind",
]
