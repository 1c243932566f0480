"""Tables without rules: lines whose words leave the same gutters free, row under row."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from vanban.layout.cuts import NUMBERED
from vanban.layout.framed import FramedTable, TableCell
from vanban.layout.geometry import PlacedWord, Rule
from vanban.layout.grid import within
from vanban.layout.printed import PrintedLine, printed_lines, segments

APART = 1.0  # letter heights a gutter is wide at least
COLUMNS = 3  # with fewer it is text in columns, or a list
MOST = 200  # lines of one table on one page; no page has more
ROWS = 3  # lines that fill three columns, from which on they are a table
NUMBERS = 0.5  # of the lines that begin in the first column begin with a number
ACROSS = 0.6  # of the table's width that a rule between two rows covers
Gutter = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Sheet:
    """What is known of the page the lines stand on: its place in the file, its width, its level rules."""

    place: int
    width: float
    rules: tuple[Rule, ...] = ()


def parted(lines: Sequence[PrintedLine], sheet: Sheet) -> list[list[PrintedLine] | FramedTable]:
    """The lines in their order: stretches of lines, and tables made of those between."""
    parts: list[list[PrintedLine] | FramedTable] = []
    plain: list[PrintedLine] = []
    place = 0
    while place < len(lines):
        end, gutters = _run(lines, place)
        if gutters:
            parts += [plain] if plain else []
            parts.append(_table(lines[place:end], gutters, sheet))
            plain, place = [], end
        else:
            plain.append(lines[place])
            place += 1
    return [*parts, plain] if plain else parts


def _run(lines: Sequence[PrintedLine], start: int) -> tuple[int, list[Gutter]]:
    """Where the table ends that begins at `start`, and its gutters; none where no table begins."""
    pieces = segments(lines[start], APART)
    if len(pieces) < COLUMNS:
        return start, []
    gutters = [(one.right, two.left) for one, two in pairwise(pieces)]
    full, end, place = 1, start + 1, start + 1
    while place < min(len(lines), start + MOST):
        parts = segments(lines[place], APART)
        left = _left_free(gutters, parts, APART * lines[place].height / 2)
        if len(left) < COLUMNS - 1:
            break
        gutters, place = left, place + 1
        if len(parts) > 1 or parts[0].left >= gutters[0][1] - 1e-3:  # in an inner column
            end = place
            full += len(parts) >= COLUMNS
    return (end, gutters) if full >= ROWS else (start, [])


def _left_free(
    gutters: Sequence[Gutter], parts: Sequence[PrintedLine], narrow: float
) -> list[Gutter]:
    """The gutters that the parts of a line leave free."""
    left: list[Gutter] = []
    for begin, end in gutters:
        for part in parts:
            middle = (part.left + part.right) / 2
            if part.right <= begin or part.left >= end:
                continue
            if middle < (begin + end) / 2:
                begin = max(begin, part.right)
            else:
                end = min(end, part.left)
        if end - begin > narrow:
            left.append((begin, end))
    return left


def _table(lines: Sequence[PrintedLine], gutters: Sequence[Gutter], sheet: Sheet) -> FramedTable:
    left, right = min(line.left for line in lines), max(line.right for line in lines)
    xs = (left, *((begin + end) / 2 for begin, end in gutters), right + 1e-6)
    rows = _ruled_rows(lines, sheet.rules, right - left) or _rows(lines, xs)
    cells = [
        TableCell(number, column, 1, 1, printed_lines(words, sheet.place))
        for number, row in enumerate(rows)
        for column, words in enumerate(_split(row, xs))
    ]
    edges = tuple(x / sheet.width for x in xs)
    top, bottom = lines[0].top, lines[-1].bottom
    return FramedTable(sheet.place, edges, len(rows), cells, top, bottom, list(cells), sheet.place)


def _split(row: Sequence[PrintedLine], xs: Sequence[float]) -> list[list[PlacedWord]]:
    columns: list[list[PlacedWord]] = [[] for _ in range(len(xs) - 1)]
    for line in row:
        for word in line.words:
            column = within(xs, (word.left + word.right) / 2)
            columns[column or 0].append(word)
    return columns


def _ruled_rows(
    lines: Sequence[PrintedLine], rules: Sequence[Rule], width: float
) -> list[list[PrintedLine]]:
    """The rows between level rules; none where no rules part them."""
    top, bottom = lines[0].top, lines[-1].bottom
    places = sorted(
        {
            rule.top
            for rule in rules
            if top < rule.top < bottom and rule.right - rule.left >= ACROSS * width
        }
    )
    if len(places) < ROWS - 1:
        return []
    rows: list[list[PrintedLine]] = [[] for _ in range(len(places) + 1)]
    for line in lines:
        rows[bisect_right(places, line.middle)].append(line)
    return [row for row in rows if row]


def _rows(lines: Sequence[PrintedLine], xs: Sequence[float]) -> list[list[PrintedLine]]:
    """The rows as the first column tells: a number begins one; without numbers every line in it does."""
    firsts = [line.words[0] for line in lines]
    begins = [word.left < xs[1] for word in firsts]
    numbered = [
        begun and bool(NUMBERED.match(word.text))
        for begun, word in zip(begins, firsts, strict=True)
    ]
    if sum(numbered) < NUMBERS * sum(begins):
        numbered = begins
    rows: list[list[PrintedLine]] = []
    for line, begun in zip(lines, numbered, strict=True):
        if begun or not rows:
            rows.append([])
        rows[-1].append(line)
    return rows
