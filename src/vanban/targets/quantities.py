"""Figures with what binds them and what they count: "ít nhất 12,5%", "5-6%", "hơn 550 lao động mỗi năm"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from vanban.targets.comparators import comparator_after, comparator_before
from vanban.targets.figures import (
    SPELT,
    WORDS,
    Enclosed,
    Figure,
    decimal,
    enclosed,
    find_figures,
)
from vanban.targets.units import RECURRENCES, unit_at

__all__ = ["RECURRENCES", "Quantity", "decimal", "find_quantities"]

AVERAGE = re.compile(
    r"(?:bình\s+quân|(?<!thọ\s)trung\s+bình)(?!\s*(?:đầu\s+người|/|của|mỗi\s+người|chung))", re.I
)
OVER_YEARS = re.compile(
    r"bình\s+quân\s+(?:\d{1,2}\s+năm|(?:giai\s+đoạn|thời\s+kỳ)[^,;.]*)\s*(?:đạt|là|tăng|giảm)?\s*$",
    re.I,
)
OTHERS = re.compile(r"\d|[,;]\s")  # before these stands what belongs to another figure
AMONG_FIRST = re.compile(r"(?:nhóm|tốp|top)\s*$", re.I)
LOOK_BACK = 40
TIMES = WORDS | {"đôi": "2", "rưỡi": "1.5"}
MULTIPLIED = re.compile(rf"(?<!\w)gấp\s+(?P<count>{'|'.join(TIMES)})(?:\s+lần)?(?!\w)", re.I)


@dataclass(frozen=True, slots=True)
class Quantity:
    """A figure in a text. `start` is where its comparator begins, `number` the figure, `end` behind the unit.

    `values` are decimals in digits ("12.5"), two for a range; `unit` is as printed, "mỗi năm" as "/năm".
    `rank` marks a place in a ranking, `lasting` a span of time.
    """

    values: tuple[str, ...]
    comparator: str
    strict: bool
    unit: str | None
    recurrence: str | None
    average: bool
    start: int
    number: int
    end: int
    rank: bool = False
    lasting: bool = False
    aside: bool = False  # stands in brackets


def find_quantities(text: str) -> tuple[Quantity, ...]:
    """The quantities in `text` in order; years, days, numbers of documents and words in quotation marks are none.

    Of what stands in brackets only a bound counts: "(tối thiểu 01 lần/tuần)", not "(khoảng 2.700)".
    """
    return tuple(sorted(_quantities(text), key=lambda one: one.number))


def _quantities(text: str) -> Iterator[Quantity]:
    places = enclosed(text)
    yield from (one for one in _multiplied(text) if not places.in_quotes(one.number))
    for figure in (*find_figures(text), *_spelt(text)):
        if places.in_quotes(figure.start):
            continue
        quantity = _quantity(text, figure, places)
        if quantity.aside and (quantity.comparator not in (">=", "<=") or quantity.strict):
            continue
        if quantity.unit or quantity.start < quantity.number or quantity.rank:
            yield quantity


def _multiplied(text: str) -> Iterator[Quantity]:
    """ "gấp đôi", "gấp ba lần": how many times as much, in words."""
    for match in MULTIPLIED.finditer(text):
        before = comparator_before(text, match.start())
        count = TIMES[match["count"].lower()]
        yield Quantity(
            (count,),
            before.sign,
            before.strict,
            "lần",
            None,
            False,
            before.start,
            *match.span(),
        )


def _spelt(text: str) -> Iterator[Figure]:
    for match in SPELT.finditer(text):
        comparator = comparator_before(text, match.start())
        if comparator.sign in (">=", "<=") and not comparator.strict:
            yield Figure((WORDS[match["word"].lower()],), *match.span())


def _quantity(text: str, figure: Figure, places: Enclosed) -> Quantity:
    sign, strict, begin = _binding(text, figure)
    unit = unit_at(text, figure.end)
    end = unit.end
    if after := comparator_after(text, figure.start, end):
        sign, strict, end = after[0], False, after[1]
        if figure.ranked:
            sign = ">=" if sign == "<=" else "<="
    near = text[max(0, figure.start - LOOK_BACK) : figure.start]
    return Quantity(
        values=figure.values,
        comparator=sign,
        strict=strict,
        unit=unit.text,
        recurrence=unit.recurrence,
        average=bool(AVERAGE.search(OTHERS.split(near)[-1]) or OVER_YEARS.search(near)),
        start=begin,
        number=figure.start,
        end=end,
        rank=figure.ranked,
        lasting=figure.lasting,
        aside=places.in_brackets(figure.start),
    )


def _binding(text: str, figure: Figure) -> tuple[str, bool, int]:
    """Sign, strictness and where the words of comparison begin; among the first ten is <= 10."""
    before = comparator_before(text, figure.start)
    if len(figure.values) == 2:
        return "range", False, before.start
    named = text[max(0, figure.start - LOOK_BACK) : figure.start]
    if figure.ranked and before.sign == "=" and AMONG_FIRST.search(named):
        return "<=", False, before.start
    return before.sign, before.strict, before.start
