"""The other made plans, printed, stamped and scanned: every task with its office, nearly every day."""

from difflib import SequenceMatcher
from pathlib import Path
from typing import Any

import pytest

from tests.vanban.made.compare import expected, loosely
from tests.vanban.made.content import Plan
from tests.vanban.made.plans import RECORDS, ROADS, WATER
from tests.vanban.made.typeset import write_pdf
from tests.vanban.scan.paper import Wear, scan
from vanban.jsonform import to_json
from vanban.reader import read

WEARS = {
    "stamped": Wear(300, slope=0.8, stamped=True),
    "copied": Wear(200, slope=-1.2, noise=6, quality=60, stamped=True),
    "coarse": Wear(150, slope=0.4, noise=4),
}


def alike(one: Any, other: Any, floor: float) -> bool:
    return SequenceMatcher(None, loosely(one), loosely(other)).ratio() >= floor


def day(task: dict[str, Any]) -> tuple[Any, ...]:
    return tuple(task["deadline"][name] for name in ("kind", "end", "recurrence"))


@pytest.mark.slow
@pytest.mark.parametrize("plan", [WATER, RECORDS, ROADS], ids=lambda plan: plan.slug)
@pytest.mark.parametrize("wear", WEARS.values(), ids=WEARS.keys())
def test_scanned_plans_give_their_tasks(tmp_path: Path, plan: Plan, wear: Wear) -> None:
    want = expected(plan.slug)
    got = to_json(read(scan(write_pdf(plan, tmp_path / "plan.pdf"), tmp_path / "pages", wear)))

    pairs = list(zip(want["tasks"], got["tasks"], strict=True))
    assert [
        task["title"] for task, read in pairs if not alike(task["title"], read["title"], 0.95)
    ] == []
    leads = [(" ".join(task["lead"]), " ".join(read["lead"])) for task, read in pairs]
    assert [names for names in leads if not alike(*names, 0.9)] == []
    assert (
        sum(day(task) != day(read) for task, read in pairs) <= 1
    )  # one stroke lost makes II of III
    assert alike(want["header"]["title"], got["header"]["title"], 0.95)
