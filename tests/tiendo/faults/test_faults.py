"""A process may die between any two writes, and two people may act at once: nothing is half-done, nothing lost.

All of it runs in processes and databases of its own, on SQLite or on the server that the tests use;
`make faults` goes on for as long as it is told to.
"""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[3]
DEEDS = {
    "put_in_force", "share_out", "open_another_round", "save", "send", "accept", "return", "ask",
    "answer", "report_once", "take_back",
}  # fmt: skip


@pytest.fixture(scope="module")
def said() -> dict[str, Any]:
    """What one run says at its end."""
    command = [sys.executable, "-m", "tests.tiendo.faults"]
    run = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert run.stdout, run.stderr
    last: dict[str, Any] = json.loads(run.stdout.splitlines()[-1])
    return last


@pytest.mark.django_db
def test_a_process_killed_anywhere_leaves_all_of_a_deed_or_nothing(said: dict[str, Any]) -> None:
    assert said["wrong"] == []


@pytest.mark.django_db
def test_every_deed_was_cut_short_before_between_and_after_its_writes(said: dict[str, Any]) -> None:
    points = said["faults"]["points"]
    assert set(points) == DEEDS
    assert all(number >= 4 for number in points.values()), points


@pytest.mark.django_db
def test_every_pair_of_people_met(said: dict[str, Any]) -> None:
    assert said["faults"]["meetings"] >= 7
