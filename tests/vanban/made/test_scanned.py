"""Every made plan, printed, stamped, copied and scanned at 150 to 300 dpi, scores 1.0 in every field."""

from pathlib import Path

import pytest

from tests.vanban.made.compare import expected
from tests.vanban.made.content import Plan
from tests.vanban.made.plans import PLANS
from tests.vanban.made.score import misses
from tests.vanban.made.typeset import write_pdf
from tests.vanban.scan.paper import Wear, scan
from vanban import read, to_json

WEARS = {
    "300 dpi, stamped": Wear(300, slope=0.8, stamped=True),
    "300 dpi, crooked, stamped": Wear(300, slope=3, stamped=True),
    "200 dpi, copied, stamped": Wear(200, slope=-1.2, noise=6, quality=60, stamped=True),
    "200 dpi, on its side, on grey paper": Wear(200, turn=1, paper=(225, 218, 200)),
    "150 dpi": Wear(150, slope=0.4, noise=4),
    "150 dpi, copied": Wear(150, slope=-0.5, noise=12, quality=45),
}


@pytest.mark.slow
@pytest.mark.parametrize("plan", PLANS, ids=lambda plan: plan.slug)
@pytest.mark.parametrize("wear", WEARS.values(), ids=WEARS.keys())
def test_a_scanned_plan_is_read_as_it_was_written(tmp_path: Path, plan: Plan, wear: Wear) -> None:
    pages = scan(write_pdf(plan, tmp_path / "plan.pdf"), tmp_path / "pages", wear)

    assert misses(expected(plan.slug), to_json(read(pages))) == []


def test_a_slip_in_any_field_costs_the_score() -> None:
    want = expected("lang-nghe")
    got = expected("lang-nghe")
    got["header"]["number"] = "46/KH-UBND"
    got["tasks"][0]["lead"] = ["Công an xã"]
    got["tasks"][1]["deadline"]["end"] = "2027-12-31"
    got["tasks"].pop()
    got["targets"][0]["strict"] = True
    got["targets"][1]["value"] = 61

    assert misses(want, want) == []
    assert [miss.partition(":")[0] for miss in misses(want, got)] == [
        "header.number", "task.lead", "task.deadline", "task.found", "target.precision", "target.strict",
        "target.found",
    ]  # fmt: skip
