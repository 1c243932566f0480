"""Tables of targets: an indicator, its unit, the figure of each planned year, who watches over it."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from vanban.deadlines.reading import Setting, read_deadline
from vanban.joined import Joined, joined
from vanban.model import Cell, Line, Mention, Source, Table, Target
from vanban.offices.agencies import read_agencies
from vanban.passages import Word, quotes_of, text_of, words_of
from vanban.targets.aims import Heading, aims_of
from vanban.targets.cellvalues import (
    AVERAGE,
    IN_BRACKETS,
    RISING,
    CellValue,
    cell_values,
    change_of,
    is_rank,
    unit_for,
)
from vanban.targets.heads import Column, Grid, Head, begins_anew, find_head, grid_of, text_in
from vanban.targets.periods import NO_PERIOD, Period, period_of
from vanban.targets.plan import PRINTED
from vanban.text import fold, plain

ROMAN = re.compile(r"(?:[IVX]+|[A-EĐ])[.)]?$")
WRAPPED = re.compile(r"\n(?!\s*(?:[-+•*]\s|[≥≤<>]))")
PART = re.compile(r"\s*(?:[-+•*]\s*|trong\s+đó\s*:?\s*|[-+•*]\s*trong\s+đó\s*:?\s*)(?=\S)", re.I)
NOTHING = re.compile(r"[\s\-–—xX✓.…/]*$")


@dataclass(frozen=True, slots=True)
class Found:
    """A table of targets: its place among the blocks, its targets, the numbers of its first and last line."""

    block: int
    targets: tuple[Target, ...]
    lines: tuple[int, int]


@dataclass(slots=True)
class _Walk:
    """What holds for the next row of a table."""

    head: Head
    section: str
    period: Period  # of the document
    group: str = ""
    group_period: Period = NO_PERIOD
    printed: bool = False  # a line within a cell is a printed line
    unit: str | None = None
    whole: str = ""  # the indicator that the parts below it divide


@dataclass(frozen=True, slots=True)
class _Set:
    """A figure with the column and the cell it stands in."""

    place: int
    cell: Joined
    value: CellValue


def read_target_tables(source: Source, period: Period, first_year: int | None) -> tuple[Found, ...]:
    """The tables of targets in reading order. `period` holds where neither column, group nor row names one."""
    found: list[Found] = []
    walk: _Walk | None = None
    above = ""
    for place, block in enumerate(source.blocks):
        if isinstance(block, Line):
            above = block.text if block.text.strip() else above
            walk = walk if len(block.text.strip()) <= 4 else None
            continue
        grid = grid_of(block)
        head = find_head(grid, first_year)
        if head:
            printed = source.format in PRINTED
            walk = _Walk(head, plain(above), _period_over(above, period), printed=printed)
        elif walk and _continues(grid, walk.head):
            walk.head = replace(walk.head, after=0)
        else:
            walk = None
        if walk:
            targets = tuple(_targets(grid, walk))
            found += [Found(place, targets, lines)] if (lines := _lines(block)) else []
    return tuple(found)


def _period_over(caption: str, period: Period) -> Period:
    own = period_of(caption)
    return period if own == NO_PERIOD else own


def _continues(grid: Grid, head: Head) -> bool:
    """Whether a table without a head of its own goes on with the one above, cut by a page break."""
    alike = bool(grid) and max(grid[0], default=-1) == max(head.columns)
    return alike and len(head.columns) > 2 and not begins_anew(grid)


def _lines(table: Table) -> tuple[int, int] | None:
    numbers = [line.number for row in table.rows for cell in row for line in cell.lines]
    return (min(numbers), max(numbers)) if numbers else None


def _targets(grid: Grid, walk: _Walk) -> Iterator[Target]:
    for row in grid[walk.head.after :]:
        name = _words(row, [walk.head.name])
        if not name or _repeats_head(row, walk.head):
            continue
        named = row[walk.head.name]
        places = (place for place in walk.head.places(Column.VALUE) if row.get(place) is not named)
        set_here = [place for place in places if _is_filled(row, place)]
        if set_here:
            yield from _row_targets(row, name, set_here, walk)
        elif _is_group(row, walk.head):
            _open_group(row, name, walk)
        else:
            yield from _told(row, name, walk)


def _words(row: Mapping[int, Cell], places: Sequence[int]) -> tuple[Word, ...]:
    return tuple(word for place in places if place in row for word in words_of(row[place].lines))


def _is_filled(row: Mapping[int, Cell], place: int) -> bool:
    return not NOTHING.match(text_in(row, place))


def _repeats_head(row: Mapping[int, Cell], head: Head) -> bool:
    kinds = {Column.INDICATOR, Column.PLACE, Column.UNIT, Column.NUMBER}
    texts = {fold(text_in(row, place)) for place, kind in head.columns.items() if kind in kinds}
    return bool(texts & {"don vi tinh", "dvt", "stt", "so tt"}) and len(texts) > 1


def _is_group(row: Mapping[int, Cell], head: Head) -> bool:
    """Whether only the number and the name are filled, or one text reaches over the row."""
    cells = {id(row[place]): place for place in sorted(row, reverse=True) if text_in(row, place)}
    kinds = {head.columns.get(place) for place in cells.values()}
    return len(cells) == 1 or kinds <= {Column.NUMBER, Column.INDICATOR, Column.PLACE}


def _open_group(row: Mapping[int, Cell], name: Sequence[Word], walk: _Walk) -> None:
    """A group names the period of the rows below it; the next main group ends it."""
    text = text_of(name)
    own = period_of(text)
    number = "".join(text_in(row, place) for place in walk.head.places(Column.NUMBER))
    if own != NO_PERIOD or ROMAN.match(number):
        walk.group_period = own
    walk.group = plain(text).rstrip(":")


def _row_targets(
    row: Mapping[int, Cell], name: Sequence[Word], places: Sequence[int], walk: _Walk
) -> Iterator[Target]:
    for place in places:
        cell = joined(words_of(row[place].lines))
        values = list(cell_values(_unwrapped(cell.text) if walk.printed else cell.text))
        for value in values:
            yield _target(row, name, _Set(place, cell, value), walk)
        if not values:
            yield _in_words(row, name, cell, _period_at(row, place, walk), walk)


def _unwrapped(text: str) -> str:
    """The text of a cell with its printed lines run on, as long as before; a mark or sign still begins a line."""
    return WRAPPED.sub(" ", text)


def _period_at(row: Mapping[int, Cell], place: int, walk: _Walk) -> Period:
    """The period of a figure: its column's, its row's deadline, its group's, the document's."""
    due = "".join(text_in(row, one) for one in walk.head.places(Column.DEADLINE))
    dated = read_deadline(due, Setting()) if due else None
    candidates = (
        walk.head.periods.get(place, NO_PERIOD),
        (dated.start, dated.end) if dated else NO_PERIOD,
        walk.group_period,
    )
    return next((one for one in candidates if one != NO_PERIOD), walk.period)


def _target(row: Mapping[int, Cell], name: Sequence[Word], here: _Set, walk: _Walk) -> Target:
    cell, value = here.cell, here.value
    period = _period_at(row, here.place, walk)
    named = plain(text_of(name)).rstrip(":;. ")
    indicator = _shared(named, here, walk) if walk.head.allots else _indicator(named, walk)
    unit = walk.unit = _unit(row, named, here, walk)
    set_words = cell.words_in(value.start, value.end)
    return Target(
        text=f"{named}: {plain(cell.text[value.start : value.end]).rstrip(';, ')}",
        indicator=indicator,
        comparator=value.comparator,
        values=value.values,
        unit=unit,
        start=period[0],
        end=period[1],
        strict=value.strict,
        recurrence=value.recurrence,
        average=value.average or bool(AVERAGE.search(indicator)),
        change=value.change or change_of(RISING.search(indicator)),
        rank=value.rank or is_rank(unit),
        no=_number(row, walk.head),
        tracking=_tracking(row, walk.head),
        quotes=(*quotes_of(list(name)), *quotes_of(set_words)),
        section=_section(walk),
    )


def _unit(row: Mapping[int, Cell], named: str, here: _Set, walk: _Walk) -> str | None:
    units = "".join(text_in(row, one) for one in walk.head.places(Column.UNIT))
    return unit_for(units, walk.unit, (named, walk.head.texts.get(here.place, "")), here.value)


def _indicator(named: str, walk: _Walk) -> str:
    """A part of what stands above ("Trong đó: nữ") is named with its whole."""
    part = PART.match(named)
    if part is None:
        walk.whole = named
        return named
    return f"{walk.whole}: {named[part.end() :]}" if walk.whole else named


def _shared(named: str, here: _Set, walk: _Walk) -> str:
    """What is allotted, by the head over the figures, and to whom."""
    return f"{IN_BRACKETS.sub('', walk.head.texts[here.place]).strip()}: {named}"


def _in_words(
    row: Mapping[int, Cell], name: Sequence[Word], cell: Joined, period: Period, walk: _Walk
) -> Target:
    indicator = plain(text_of(name)).rstrip(":;. ")
    return Target(
        text=f"{indicator}: {plain(cell.text)}",
        indicator=indicator,
        comparator=None,
        values=(),
        unit=None,
        start=period[0],
        end=period[1],
        no=_number(row, walk.head),
        tracking=_tracking(row, walk.head),
        quotes=(*quotes_of(list(name)), *quotes_of(cell.words)),
        section=_section(walk),
    )


def _told(row: Mapping[int, Cell], name: Sequence[Word], walk: _Walk) -> Iterator[Target]:
    """The aims of a row whose name itself says the figure: "Tỷ lệ … đạt 90%"."""
    heading = Heading(_section(walk), _period_at(row, -1, walk))
    for target in aims_of(name, heading):
        yield replace(target, no=_number(row, walk.head), tracking=_tracking(row, walk.head))


def _number(row: Mapping[int, Cell], head: Head) -> str:
    return "".join(text_in(row, place) for place in head.places(Column.NUMBER)[:1]).rstrip(".)")


def _tracking(row: Mapping[int, Cell], head: Head) -> tuple[Mention, ...]:
    return read_agencies(_words(row, head.places(Column.TRACKING)[:1]))


def _section(walk: _Walk) -> str:
    return " / ".join(part for part in (walk.section, walk.group) if part)
