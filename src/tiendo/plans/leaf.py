"""One page of a document as it is looked at: its picture, the places marked on it, the words read from it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from tiendo.plans.marked import Mark, marked, on_page
from tiendo.plans.readings import Stored, lines_of

WHOLE = 10_000  # the width and the height of a page in which places are counted
MARGIN = 25  # around the words, so that the frame does not cut into letters
PAGE_DIGITS = 7  # of a number that is looked at as a page
WEIGHT = {"": 0, "q-warn": 1, "q-on": 2}
ENLARGED = ("", "150", "200")  # percent; "" fits into the pane


@dataclass(frozen=True, slots=True)
class Spot:
    """A frame on the page, in units of `WHOLE`; only the first one of an item is stepped on by the keyboard."""

    mark: Mark
    left: int
    top: int
    width: int
    height: int
    first: bool


@dataclass(frozen=True, slots=True)
class Leaf:
    """Page `number` of `total`; `size` is one of `ENLARGED`, `blocks` are the words read from it."""

    number: int
    total: int
    size: str
    spots: tuple[Spot, ...]
    blocks: list[Any]
    is_scan: bool

    @property
    def before(self) -> int | None:
        """The page before, None on the first."""
        return self.number - 1 if self.number > 1 else None

    @property
    def after(self) -> int | None:
        """The page after, None on the last."""
        return self.number + 1 if self.number < self.total else None


def leaf_of(reading: Stored, marks: Iterable[Mark], number: int, size: str = "") -> Leaf:
    """Page `number`, or the nearest there is, with everything marked that stands on it."""
    source, marks = reading["source"], list(marks)
    total = source["pages"]
    number = min(max(number, 1), total)
    only = {**reading, "source": {**source, "blocks": on_page(source["blocks"], number)}}
    here = [mark for mark in marks if number in pages_of(mark.quote)]
    return Leaf(
        number=number,
        total=total,
        size=size if size in ENLARGED else "",
        spots=_spots(here, _boxes_of_lines(reading), number),
        blocks=marked(only, here),
        is_scan=source["format"] == "scan",
    )


def first_page(quotes: Iterable[Stored]) -> int | None:
    """The page on which these words begin, None where that is not known."""
    return next((page for quote in quotes for page in sorted(pages_of(quote))), None)


def pages_of(quote: Stored) -> set[int]:
    """The pages on which quoted words stand."""
    pages = {box["page"] for box in quote.get("boxes") or ()}
    return pages or ({quote["page"]} if quote.get("page") else set())


def _boxes_of_lines(reading: Stored) -> dict[int, Stored]:
    return {line["number"]: line["box"] for line in lines_of(reading) if line.get("box")}


def _spots(marks: list[Mark], lines: Mapping[int, Stored], page: int) -> tuple[Spot, ...]:
    """One frame for each quote, from the top of the page down; of two on one place the one that says more."""
    seen: set[str] = set()
    spots: dict[tuple[int, ...], Spot] = {}
    for mark in sorted(marks, key=lambda mark: WEIGHT.get(mark.looks, 0)):
        boxes = [box for box in _boxes_of(mark.quote, lines) if box["page"] == page]
        if boxes:
            spot = _spot(mark, boxes, first=mark.name not in seen)
            spots[spot.left, spot.top, spot.width, spot.height] = spot
            seen.add(mark.name)
    return tuple(spots[place] for place in sorted(spots, key=_from_top))


def _from_top(place: tuple[int, ...]) -> tuple[int, int, int]:
    left, top, width, height = place
    return top, left, -width * height


def _boxes_of(quote: Stored, lines: Mapping[int, Stored]) -> list[Stored]:
    numbers = range(quote["line"], quote["last_line"] + 1)
    return list(quote.get("boxes") or (lines[number] for number in numbers if number in lines))


def _spot(mark: Mark, boxes: list[Stored], *, first: bool) -> Spot:
    left = max(min(round(box["left"] * WHOLE) for box in boxes) - MARGIN, 0)
    top = max(min(round(box["top"] * WHOLE) for box in boxes) - MARGIN, 0)
    right = min(max(round(box["right"] * WHOLE) for box in boxes) + MARGIN, WHOLE)
    bottom = min(max(round(box["bottom"] * WHOLE) for box in boxes) + MARGIN, WHOLE)
    return Spot(mark, left, top, max(right - left, 1), max(bottom - top, 1), first)
