"""Real plans, scored by hand labels: together, each for itself, and the first one to the last field."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PLANS = ROOT.parent / "shared" / "plans"
HEADER = tuple(f"header.{part}" for part in ("issuer", "number", "kind", "title", "date"))
TASK = tuple(
    f"task.{part}" for part in ("found", "title", "lead", "coordinating", "deadline", "precision")
)
TARGET = tuple(f"target.{part}" for part in ("comparator", "strict", "unit", "period"))
ALL_RIGHT = (*HEADER, *TASK, *TARGET, "target.found", "target.precision")
SLUGS = sorted(path.name.removesuffix(".gold.json") for path in PLANS.glob("*.gold.json"))

pytestmark = pytest.mark.skipif(
    not SLUGS, reason="../shared/plans is not here: the real plans are not scored"
)


def score(*arguments: str) -> subprocess.CompletedProcess[str]:
    """The scorer's verdict on our reader; exit status 1 where a minimum is missed."""
    reader = f"{sys.executable} -m vanban read --json {{file}}"
    return subprocess.run(
        [sys.executable, str(PLANS / "score.py"), str(PLANS), "--reader", reader, *arguments],
        capture_output=True,
        encoding="utf-8",
        env={**os.environ, "PYTHONPATH": str(ROOT / "src")},
        check=False,
    )


def minima(shares: dict[str, float]) -> list[str]:
    """The scorer's arguments that demand these shares."""
    return [part for field, share in shares.items() for part in ("--min", f"{field}={share}")]


def test_the_first_real_plan_is_read_without_a_single_mistake() -> None:
    scored = score("--only", "plan-01", "--misses", *minima(dict.fromkeys(ALL_RIGHT, 1)))

    assert scored.returncode == 0, scored.stdout + scored.stderr


@pytest.mark.slow
def test_all_real_plans_together_are_read_as_well_as_is_promised() -> None:
    promised = dict.fromkeys(TASK, 0.95) | dict.fromkeys(TARGET, 0.93)
    promised |= {"target.found": 0.93, "target.precision": 0.90} | dict.fromkeys(HEADER, 0.90)

    scored = score("--misses", *minima(promised))

    assert scored.returncode == 0, scored.stdout + scored.stderr
    assert scored.stdout.count("| header.") <= 1, "more than one field of a head is wrong"


@pytest.mark.slow
@pytest.mark.parametrize("slug", SLUGS)
def test_no_real_plan_is_read_much_worse_than_the_others(slug: str) -> None:
    scored = score("--only", slug, "--misses")
    shares = {
        line.split()[0]: float(line.split()[-1])
        for line in scored.stdout.splitlines()
        if line.startswith("task.")
    }

    assert "LOST" not in scored.stdout
    assert [field for field, share in shares.items() if share < 0.85] == [], scored.stdout
    assert shares.get("task.found", 1) == 1, scored.stdout
