"""The real plan, scored by hand labels: every field of the head, every task, every target."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PLANS = ROOT.parent / "shared" / "plans"
ALL_RIGHT = (
    "task.found",
    "task.title",
    "task.lead",
    "task.coordinating",
    "task.deadline",
    "task.precision",
    "target.found",
    "target.comparator",
    "target.strict",
    "target.unit",
    "target.period",
    "target.precision",
    "header.issuer",
    "header.number",
    "header.kind",
    "header.title",
    "header.date",
)


@pytest.mark.skipif(
    not PLANS.is_dir(), reason="../shared/plans is not here: the real plan is not scored"
)
def test_the_real_plan_is_read_without_a_single_mistake() -> None:
    minima = [part for field in ALL_RIGHT for part in ("--min", f"{field}=1")]
    reader = f"{sys.executable} -m vanban read --json {{file}}"
    score = [sys.executable, str(PLANS / "score.py"), str(PLANS), "--only", "plan-01", "--misses"]

    scored = subprocess.run(
        [*score, "--reader", reader, *minima],
        capture_output=True,
        encoding="utf-8",
        env={**os.environ, "PYTHONPATH": str(ROOT / "src")},
        check=False,
    )

    assert scored.returncode == 0, scored.stdout + scored.stderr
