"""What a plan aims at, wherever it says so: in its sections on targets, in tables, beside its tasks."""

from vanban.targets.activities import stands_among_work
from vanban.targets.plan import Plan
from vanban.targets.reading import read_targets

__all__ = ["Plan", "read_targets", "stands_among_work"]
