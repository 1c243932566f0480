"""The targets of the labelled real plans, where these are at hand."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]
PLANS = ROOT.parent / "shared" / "plans"
MINIMA = {
    "target.found": 0.93,
    "target.precision": 0.90,
    "target.comparator": 0.93,
    "target.strict": 0.93,
    "target.unit": 0.93,
    "target.period": 0.93,
}


@pytest.mark.skipif(not PLANS.is_dir(), reason="the labelled plans (../shared/plans) are not here")
@pytest.mark.parametrize("plan", ["plan-01", "plan-02", "plan-05", "plan-10", "plan-20", "plan-22"])
def test_the_targets_of_a_labelled_plan_are_read(plan: str) -> None:
    unscored = {"target.precision"} if plan in ("plan-10", "plan-20") else set()
    unscored |= {"target.strict"} if plan == "plan-20" else set()
    minima = [
        part
        for name, share in MINIMA.items()
        if name not in unscored
        for part in ("--min", f"{name}={share}")
    ]
    reader = f"{sys.executable} -m vanban read --json {{file}}"

    scored = subprocess.run(
        [
            sys.executable,
            str(PLANS / "score.py"),
            str(PLANS),
            "--only",
            plan,
            "--reader",
            reader,
            *minima,
        ],
        capture_output=True,
        encoding="utf-8",
        env={**os.environ, "PYTHONPATH": str(ROOT / "src")},
        check=False,
    )

    assert scored.returncode == 0, scored.stdout + scored.stderr
