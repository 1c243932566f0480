"""Long figures are no figures, and do not stop the reader."""

from pathlib import Path

import pytest

from tests.vanban.documents import text_source
from vanban.model import Reading
from vanban.reader import read_source

PLAN = (
    "KẾ HOẠCH\nTrồng cây\nI. MỤC TIÊU\n1. Mục tiêu\n{aims}\n"
    "II. TỔ CHỨC THỰC HIỆN\n1. Phòng Kinh tế\n- Chủ trì thực hiện.\n"
)


def reading(folder: Path, aims: str) -> Reading:
    return read_source(text_source(PLAN.format(aims=aims), folder))


@pytest.mark.parametrize(
    "figure", ["9" * 5000, "9" * 40, "1." + "000." * 2000 + "000", "2021-" + "1" * 5000]
)
def test_a_row_of_digits_that_is_no_figure_sets_no_aim(tmp_path: Path, figure: str) -> None:
    targets = reading(tmp_path, f"- Sản lượng đạt {figure} tấn.").targets

    assert all(len(value) < 20 for target in targets for value in target.values)
    assert not any("9" * 20 in value for target in targets for value in target.values)


def test_the_largest_figure_of_a_budget_is_one(tmp_path: Path) -> None:
    targets = reading(tmp_path, "- Tổng vốn đạt 123.456.789.012.345 đồng.").targets

    assert [target.values for target in targets] == [("123456789012345",)]
