"""One page of a document as it is looked at: its picture, the places marked on it, the words read from it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any, NamedTuple

from tiendo.plans.marked import Mark, marked, on_page
from tiendo.plans.readings import Stored, lines_of

WHOLE = 10_000  # the width and the height of a page in which places are counted
MARGIN = 25  # around the words, so that the frame does not cut into letters
QUARTER = 90
TURNED = ("90", "180", "270")
PAGE_DIGITS = 7  # of a number that is looked at as a page
WEIGHT = {"": 0, "q-warn": 1, "q-on": 2}
ENLARGED = ("", "150", "200")  # percent; "" fits into the pane


class Place(NamedTuple):
    """A rectangle on the page, in units of `WHOLE` from its top left corner."""

    left: int
    top: int
    width: int
    height: int

    def turned(self, degrees: int) -> "Place":
        """Where it is when the page is turned clockwise by so many degrees, in quarters."""
        place = self
        for _quarter in range(degrees // QUARTER):
            left, top, width, height = place
            place = Place(WHOLE - top - height, left, height, width)
        return place


@dataclass(frozen=True, slots=True)
class View:
    """How a page is looked at: its number, how large, and how far it is turned (degrees, clockwise)."""

    number: int
    size: str = ""
    turn: int = 0


@dataclass(frozen=True, slots=True)
class Spot:
    """A frame on the page, in units of `WHOLE`.

    `names` are those of all items read there, as in a cell that many rows share; `mark` is the one that
    says most. Only the first frame of an item is stepped on by the keyboard.
    """

    mark: Mark
    names: str
    place: Place
    first: bool


@dataclass(frozen=True, slots=True)
class Leaf:
    """Page `number` of `total` as it is looked at; `blocks` are the words read from it."""

    number: int
    total: int
    size: str
    turn: int
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

    @property
    def turned_on(self) -> int | None:
        """By how much the page is turned with one turn more, None where it is upright again."""
        return (self.turn + QUARTER) % 360 or None


def view_of(query: Mapping[str, str], page: int = 1) -> View:
    """How a page is asked for in an address; `page` where none is named, and what makes no sense is left out."""
    asked, turned = query.get("trang", ""), query.get("xoay", "")
    return View(
        number=int(asked) if asked.isdecimal() and len(asked) < PAGE_DIGITS else page,
        size=query["co"] if query.get("co") in ENLARGED else "",
        turn=int(turned) if turned in TURNED else 0,
    )


def leaf_of(reading: Stored, marks: Iterable[Mark], view: View) -> Leaf:
    """The page, or the nearest there is, with everything marked that stands on it."""
    source = reading["source"]
    number = min(max(view.number, 1), source["pages"])
    only = {**reading, "source": {**source, "blocks": on_page(source["blocks"], number)}}
    here = [mark for mark in marks if number in pages_of(mark.quote)]
    return Leaf(
        number=number,
        total=source["pages"],
        size=view.size,
        turn=view.turn,
        spots=_spots(here, _boxes_of_lines(reading), replace(view, number=number)),
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


def _spots(marks: list[Mark], lines: Mapping[int, Stored], view: View) -> tuple[Spot, ...]:
    """One frame for each place, from the top of the page down."""
    places: dict[Place, list[Mark]] = {}
    for mark in marks:
        boxes = [box for box in _boxes_of(mark.quote, lines) if box["page"] == view.number]
        if boxes:
            places.setdefault(_place(boxes).turned(view.turn), []).append(mark)
    seen: set[str] = set()
    spots = []
    for place in sorted(places, key=lambda place: (place.top, place.left, -place.width)):
        loudest = max(places[place], key=lambda mark: WEIGHT.get(mark.looks, 0))
        names = dict.fromkeys(mark.name for mark in places[place])
        spots.append(Spot(loudest, " ".join(names), place, first=not seen.issuperset(names)))
        seen.update(names)
    return tuple(spots)


def _boxes_of(quote: Stored, lines: Mapping[int, Stored]) -> list[Stored]:
    numbers = range(quote["line"], quote["last_line"] + 1)
    return list(quote.get("boxes") or (lines[number] for number in numbers if number in lines))


def _place(boxes: list[Stored]) -> Place:
    left = max(min(round(box["left"] * WHOLE) for box in boxes) - MARGIN, 0)
    top = max(min(round(box["top"] * WHOLE) for box in boxes) - MARGIN, 0)
    right = min(max(round(box["right"] * WHOLE) for box in boxes) + MARGIN, WHOLE)
    bottom = min(max(round(box["bottom"] * WHOLE) for box in boxes) + MARGIN, WHOLE)
    return Place(left, top, max(right - left, 1), max(bottom - top, 1))
