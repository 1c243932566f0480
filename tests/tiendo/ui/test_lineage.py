"""The family tree of offices: old names left, those that follow right, names escaped and shortened."""

import re

from tiendo.ui.charts.lineage import MOST_LABELS, Box, Lineage, Link, lineage


def drawn(*links: Link, boxes: int = 4) -> str:
    rows = [Box(key, f"Cơ quan {key}", url=f"/{key}/") for key in range(1, boxes + 1)]
    return str(lineage(Lineage("Cây", rows, links)))


def lefts(drawing: str) -> list[str]:
    return re.findall(r'<rect x="([\d.]+)"', drawing)


def test_who_follows_stands_to_the_right() -> None:
    assert lefts(drawn(Link(1, 3), Link(2, 3), Link(3, 4))) == ["0", "0", "504", "1008"]


def test_shares_stand_on_the_lines_unless_there_are_too_many() -> None:
    assert "90 %" in drawn(Link(1, 2, "90 %"), Link(1, 3, "10 %"))
    many = [Link(1, key, f"{key} %") for key in range(2, MOST_LABELS + 4)]
    assert "2 %" not in drawn(*many, boxes=MOST_LABELS + 4)


def test_a_circle_and_a_name_with_signs_are_drawn_all_the_same() -> None:
    assert drawn(Link(1, 2), Link(2, 1)).count("<rect") == 4
    text = str(lineage(Lineage("x", [Box(1, "<b>&" + "a" * 99)], [])))
    assert "<b>" not in text
    assert "…" in text
