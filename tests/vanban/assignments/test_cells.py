"""What a cell says about the offices it names."""

import pytest

from vanban.assignments.cells import parties_in
from vanban.model import Line
from vanban.passages import text_of, words_of


def parties(*lines: str) -> dict[str, str]:
    words = words_of([Line(number, text) for number, text in enumerate(lines, 1)])
    return {label.value: text_of(found) for label, found in parties_in(words).items()}


@pytest.mark.parametrize(
    "lines",
    [
        ("Chủ trì: Sở Công Thương", "Phối hợp: Sở Nội vụ, UBND các xã"),
        ("- Cơ quan chủ trì: Sở Công Thương", "- Cơ quan phối hợp: Sở Nội vụ, UBND các xã"),
        ("Sở Công Thương chủ trì, phối hợp với Sở Nội vụ, UBND các xã",),
        ("Sở Công Thương (chủ trì), Sở Nội vụ, UBND các xã (phối hợp)",),
        ("Sở Công Thương (chủ trì); Sở Nội vụ, UBND các xã",),
        ("Sở Công Thương", "Phối hợp: Sở Nội vụ, UBND các xã"),
        ("Sở Công Thương chủ trì; Sở Nội vụ, UBND các xã phối hợp.",),
    ],
)
def test_a_cell_may_say_who_leads_and_who_helps(lines: tuple[str, ...]) -> None:
    assert parties(*lines) == {
        "lead": "Sở Công Thương",
        "coordinating": "Sở Nội vụ, UBND các xã",
    }


def test_a_cell_that_only_names_offices_says_nothing_more() -> None:
    assert parties("Sở Tư pháp; Hội đồng phối hợp phổ biến, giáo dục pháp luật tỉnh") == {}
