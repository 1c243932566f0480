"""The document with what was read from it marked: lines cut into pieces, each piece with its item."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from tiendo.plans.readings import Stored, lines_of, printed
from vanban.text import fold


@dataclass(frozen=True, slots=True)
class Mark:
    """Words read from the document: `url` leads to what was made of them, `looks` are style classes."""

    quote: Stored
    url: str
    name: str  # what carries the same name belongs together: "muc-12"
    looks: str = ""
    title: str = ""  # what was made of the words, for who cannot see them marked


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of one line; `mark` is what was read from it, if anything."""

    text: str
    mark: Mark | None = None


@dataclass(frozen=True, slots=True)
class Printed:
    """A line as it is shown: its number, its pieces, how it is set."""

    number: int
    pieces: tuple[Piece, ...]
    label: str
    bold: bool
    centred: bool
    new_page: int | None  # the page that begins with this line


BARE_COLUMNS, BARE_LINES = 2, 40
BARE_SIGNS = ("xa hoi chu nghia viet nam", "tu do - hanh phuc", "noi nhan")

Span = tuple[int, int, Mark]  # first and last character, exclusive


def marked(reading: Stored, marks: Iterable[Mark]) -> list[Any]:
    """The blocks of the document: a `Printed` line, or a table as {"rows": [[{"lines", "columns", "rows"}]]}.

    A table that only sets words beside each other, as the letterhead does, is "bare".
    """
    texts = {line["number"]: printed(line) for line in lines_of(reading)}
    spans = _spans(texts, marks)
    pages = _first_lines(lines_of(reading))
    blocks: list[Any] = []
    for block in reading["source"]["blocks"]:
        if "rows" in block:
            rows = [[_cell(cell, spans, pages) for cell in row] for row in block["rows"]]
            blocks.append({"rows": rows, "bare": _is_bare(block)})
        else:
            blocks.append(_printed(block, spans, pages))
    return blocks


def on_page(blocks: Iterable[Any], page: int) -> list[Any]:
    """Of these blocks of a reading's source the lines and rows that stand on one page."""
    found: list[Any] = []
    for block in blocks:
        if "rows" not in block:
            found += [block] if block.get("page") == page else []
        elif rows := [row for row in block["rows"] if _page_of(row) == page]:
            found.append({**block, "rows": rows})
    return found


def _page_of(row: list[Stored]) -> int | None:
    return next((line.get("page") for cell in row for line in cell["lines"]), None)


def _is_bare(table: Stored) -> bool:
    """Whether a table is the letterhead or the foot of a document: two columns that print no lines."""
    if max((len(row) for row in table["rows"]), default=0) > BARE_COLUMNS:
        return False
    lines = [line for row in table["rows"] for cell in row for line in cell["lines"]]
    words = fold(" ".join(line["text"] for line in lines))
    return len(lines) <= BARE_LINES and any(sign in words for sign in BARE_SIGNS)


def _cell(cell: Stored, spans: Mapping[int, list[Span]], pages: Mapping[int, int]) -> Stored:
    lines = [_printed(line, spans, pages) for line in cell["lines"]]
    return {"lines": lines, "columns": cell["columns"], "rows": cell["rows"]}


def _printed(line: Stored, spans: Mapping[int, list[Span]], pages: Mapping[int, int]) -> Printed:
    return Printed(
        number=line["number"],
        pieces=_pieces(printed(line), spans.get(line["number"], [])),
        label=line.get("label") or "",
        bold=bool(line.get("bold")),
        centred=bool(line.get("centred")),
        new_page=pages.get(line["number"]),
    )


def _first_lines(lines: Iterable[Stored]) -> dict[int, int]:
    pages: dict[int, int] = {}
    for line in lines:
        if line.get("page") and line["page"] not in pages.values():
            pages[line["number"]] = line["page"]
    return pages


def _pieces(text: str, spans: list[Span]) -> tuple[Piece, ...]:
    """The line cut where a mark begins or ends; where marks lie over each other the shortest one shows."""
    cuts = sorted({0, len(text), *(place for span in spans for place in span[:2])})
    pieces: list[Piece] = []
    for start, end in pairwise(cuts):
        over = [span for span in spans if span[0] <= start and end <= span[1]]
        mark = min(over, key=lambda span: span[1] - span[0])[2] if over else None
        if pieces and pieces[-1].mark is mark:
            pieces[-1] = Piece(pieces[-1].text + text[start:end], mark)
        else:
            pieces.append(Piece(text[start:end], mark))
    return tuple(pieces)


def _spans(texts: Mapping[int, str], marks: Iterable[Mark]) -> dict[int, list[Span]]:
    spans: dict[int, list[Span]] = defaultdict(list)
    for mark in marks:
        for number, start, end in places_of(mark.quote, texts):
            spans[number].append((start, end, mark))
    return spans


def places_of(quote: Stored, texts: Mapping[int, str]) -> list[tuple[int, int, int]]:
    """Line, first and last character (exclusive) of the quoted words on each line they stand on.

    White space is passed over, as the reader does. Words that are not found mark their lines whole.
    """
    numbers = [n for n in range(quote["line"], quote["last_line"] + 1) if n in texts]
    letters = [(n, at) for n in numbers for at, char in enumerate(texts[n]) if not _blank(char)]
    printed = "".join(texts[n][at] for n, at in letters)
    wanted = "".join(char for char in quote["text"] if not _blank(char))
    start = printed.find(wanted)
    found = letters[start : start + len(wanted)] if wanted and start >= 0 else letters
    lines: dict[int, list[int]] = defaultdict(list)
    for number, at in found:
        lines[number].append(at)
    return [(number, ats[0], ats[-1] + 1) for number, ats in lines.items()]


def _blank(char: str) -> bool:
    return char.isspace() or char in "\u200b\ufeff"
