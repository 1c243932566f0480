"""Printed lines joined into paragraphs again, page numbers left out.

A text file made from a page knows lines, not paragraphs; empty lines stand in odd places. What tells
a paragraph's end: its last line is short, or it ends a sentence and an empty line follows; and what
comes next opens with a mark or a capital letter. In a Word file every line is a paragraph already.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from vanban.assignments.labels import begins_label
from vanban.model import Line, Source
from vanban.paragraphs.measure import Measure, measure_of
from vanban.paragraphs.numbering import UPPER, Mark, mark_of
from vanban.paragraphs.runon import CITING, Piece, is_run_on, is_run_together, pieces_of
from vanban.passages import Word, lines_of, text_of, words_of
from vanban.text import fold

_PAGE_NUMBER = re.compile(
    r"\s*(?:[-–—]\s*)?(?:Trang\s+)?\d{1,3}(?:\s*/\s*\d{1,3})?(?:\s*[-–—])?\s*$", re.I
)
_ENDS = re.compile(r"[.;:!?…][\"”’)]*$")
_CAPITAL = re.compile(rf"[\"“‘(\[]*[{UPPER}]")
_OWN_LINE = re.compile(r"Nơi nhận|(?:TM|KT|TL|TUQ|Q)\.\s*[A-ZĐ]|Ghi chú:|Kính gửi")
_SMALL = re.compile(rf"[^\W\d_{UPPER}]")
_DOING = r"(?:to chuc |trien khai )*(?:thuc hien|trien khai)"
_CLOSING = re.compile(
    rf"(?:trong )?qua trinh {_DOING}|tren day la|ke hoach nay (?:thay the|co hieu luc)|nhan duoc ke hoach"
    r"|can cu (?:noi dung |chuc nang|ke hoach|yeu cau)|yeu cau (?:cac |thu truong)"
)
_CERTAIN = (
    "annex",
    "part",
    "roman",
    "named",
)  # such a mark never stands at the beginning of a line by chance
FAR = 1_000_000_000  # more than any word's count


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Words that belong together; `words` do not hold the mark."""

    kind: str  # of its mark, "" without one
    number: str
    words: tuple[Word, ...]
    line: int
    bold: bool = False

    @property
    def text(self) -> str:
        return text_of(self.words)

    def behind(self, words: Sequence[Word]) -> list[Word]:
        """The words with those of this paragraph behind them, its mark between.

        They are so counted that a quote of the whole ends where the mark begins.
        """
        if not self.kind or not self.words:
            return [*words, *self.words]
        away = (words[-1].ordinal // FAR + 1) * FAR if words else 0
        own = [word._replace(ordinal=word.ordinal + away) for word in self.words]
        mark = own[0]._replace(
            text=self.number, ordinal=own[0].ordinal - 1, line=self.line, first=True
        )
        return [*words, mark, *own]


@dataclass(frozen=True, slots=True)
class _Place:
    """A line among its neighbours."""

    line: Line
    mark: Mark | None
    gap: bool


def is_page_number(lines: Sequence[Line], index: int) -> bool:
    """Whether a line holds nothing but a page number: alone between empty lines, or within running text.

    Running text that is wrapped never leaves a number alone on a line in its middle.
    """
    if not _PAGE_NUMBER.match(lines[index].text):
        return False
    above = lines[index - 1].text.strip() if index else ""
    below = lines[index + 1].text.strip() if index + 1 < len(lines) else ""
    return (not above and not below) or bool(
        above and below and not _ENDS.search(above) and below[0].islower()
    )


def read_paragraphs(source: Source, lines: Sequence[Line] | None = None) -> tuple[Paragraph, ...]:
    """The paragraphs of the source, or of some of its lines, in order."""
    lines = list(lines_of(source.blocks)) if lines is None else lines
    stream = words_of(lines)
    words = _by_line(stream)
    if not source.printed:
        return tuple(one for line in lines if line.text.strip() for one in _of_line(line, words))
    if is_run_on(stream):
        return tuple(_piece(piece) for piece in pieces_of(stream))
    return tuple(_paragraph(group, words) for group in _grouped(_places(lines), measure_of(lines)))


def _of_line(line: Line, words: dict[int, list[Word]]) -> list[Paragraph]:
    """The paragraph a line is, or the several a converter joined in it."""
    if not line.label and is_run_together(words[line.number]):
        return [_piece(piece) for piece in pieces_of(words[line.number])]
    return [_paragraph([_Place(line, _mark(line), True)], words)]


def _piece(piece: Piece) -> Paragraph:
    return Paragraph(piece.kind, piece.number, piece.words, piece.first.line)


def _by_line(words: Sequence[Word]) -> dict[int, list[Word]]:
    by_line: dict[int, list[Word]] = {}
    for word in words:
        by_line.setdefault(word.line, []).append(word)
    return by_line


def _mark(line: Line) -> Mark | None:
    if line.label:
        labelled = mark_of(f"{line.label} A")
        return Mark(labelled.kind if labelled else "dash", line.label, 0)
    return mark_of(line.text)


def _places(lines: Sequence[Line]) -> list[_Place]:
    places: list[_Place] = []
    gap = True
    for index, line in enumerate(lines):
        if not line.text.strip() or is_page_number(lines, index):
            gap = True
            continue
        places.append(_Place(line, _mark(line), gap))
        gap = False
    return places


def _grouped(places: Sequence[_Place], measure: Measure) -> list[list[_Place]]:
    groups: list[list[_Place]] = []
    for place in places:
        if groups and not _opens(place, groups[-1], measure):
            groups[-1].append(replace(place, mark=None))
        else:
            groups.append([place])
    return groups


def _opens(place: _Place, group: Sequence[_Place], measure: Measure) -> bool:
    """Whether a line opens a paragraph after those of `group`."""
    text, before = place.line.text.strip(), group[-1].line.text.strip()
    short = measure.is_short(group[-1].line, place.line)
    ended = bool(_ENDS.search(before))
    rest = text[place.mark.length :] if place.mark else text
    if begins_label(rest):
        return True
    if place.mark:
        return short or ended or _is_heading(before) or _is_certain(place.mark, rest, before)
    if _OWN_LINE.match(text) or _is_heading(text) != _is_heading(before):
        return bool(_CAPITAL.match(text))
    if ended and is_closing(text):
        return True
    return bool(_CAPITAL.match(text)) and (short or (ended and (place.gap or before[-1] in ":;")))


def _is_certain(mark: Mark, rest: str, before: str) -> bool:
    """Whether a mark opens an item though the line before is full and not finished."""
    if mark.kind in _CERTAIN:
        return True
    counted = mark.kind in ("arabic", "decimal", "letter", "bracket") and "/" not in mark.number
    return counted and bool(_CAPITAL.match(rest)) and fold(before.split()[-1]) not in CITING


def is_closing(text: str) -> bool:
    """Whether words close a plan ("Trong quá trình thực hiện, nếu có vướng mắc …") and give nobody a duty."""
    return bool(_CLOSING.match(fold(text[:80])))


def _is_heading(text: str) -> bool:
    """Whether a line is in capitals."""
    return len(text) > 5 and not _SMALL.search(text)


def _paragraph(group: Sequence[_Place], words: dict[int, list[Word]]) -> Paragraph:
    first = group[0]
    mark = first.mark
    every = [word for place in group for word in words[place.line.number]]
    if mark and mark.length and mark.kind != "annex":
        every = _without(every, "".join(first.line.text[: mark.length].split()))
    return Paragraph(
        mark.kind if mark else "",
        mark.number if mark else "",
        tuple(every),
        first.line.number,
        first.line.bold,
    )


def _without(words: list[Word], mark: str) -> list[Word]:
    """The words after the characters of the mark, which may end inside a word ("-Các")."""
    left = len(mark)
    for index, word in enumerate(words):
        if left < len(word.text):
            return [word._replace(text=word.text[left:]), *words[index + 1 :]]
        left -= len(word.text)
    return []
