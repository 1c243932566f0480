"""The page about the example's targets: written from the example, and saying where every figure comes from."""

from tiendo.example.indicators.aims import BOUND
from tiendo.example.indicators.meanings import MEANINGS
from tools.targets_reference import PAGE, page


def test_the_page_is_what_the_example_says() -> None:
    assert PAGE.read_text("utf-8") == page(), "run `make reference`"


def test_every_target_and_every_indicator_has_its_row() -> None:
    lines = page().splitlines()
    for each in BOUND:
        (row,) = [line for line in lines if line.startswith(f"| {each.position} |")]
        assert each.words in row
        assert not row.endswith("|  |")
    assert all(any(line.startswith(f"| `{each.code}` |") for line in lines) for each in MEANINGS)


def test_a_share_leads_down_to_who_enters_its_parts() -> None:
    row = next(line for line in page().splitlines() if line.startswith("| 1 |"))
    assert "`100 × gtsx-cn ÷ gtsx`" in row
    assert "`gtsx`: entered by Phòng Tài chính - Kế hoạch" in row
