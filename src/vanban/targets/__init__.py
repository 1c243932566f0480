"""What a plan aims at, wherever it says so: in its sections on targets, in tables, beside its tasks."""

from vanban.targets.sections import read_targets

__all__ = ["read_targets"]
