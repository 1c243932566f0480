"""Markdown files: headings, paragraphs, lists and pipe tables, the marks taken off the words.

Only what such files are written with is known; a line that looks like nothing special is text, so that
no mark can make words disappear. Numbers and bullets at the beginning of a line stay: they are the
document's own.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from html import unescape
from itertools import zip_longest
from pathlib import Path

from vanban.model import Block, Cell, Line, Source, Table
from vanban.paragraphs.numbering import UPPER, mark_of
from vanban.sources.blocks import LineCounter, checked
from vanban.sources.html import blocks_of_html
from vanban.sources.text import LINE_END, check_length, read_characters

_HEADING = re.compile(r" {0,3}(#{1,6})(?:[ \t]+|$)")
_CLOSING = re.compile(r"[ \t]+#+[ \t]*$")
_UNDERLINE = re.compile(r" {0,3}(?:=+|-+)[ \t]*$")
_RULE = re.compile(r" {0,3}(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})$")
_FENCE = re.compile(r" {0,3}(?:```|~~~)[^`]*$")
_QUOTED = re.compile(r"^(?: {0,3}>[ \t]?)+")
_DELIMITERS = re.compile(r"[ \t]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$")
_LIST_ITEM = re.compile(r"[ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]+")
_BREAK = re.compile(r"<br[ \t]*/?>", re.I)
_TAG = re.compile(
    r"</?(?:b|i|u|s|em|strong|span|sub|sup|font|p|div|center|a|small|mark)\b[^<>]{0,300}>", re.I
)
_TABLE_OPENS, _TABLE_ENDS = re.compile(r"[ \t]*<table\b", re.I), re.compile(r"</table>", re.I)
_PICTURE = re.compile(r"!\[([^\][]{0,500})\]\([^()\s]{0,2000}(?:[ \t]\"[^\"]{0,200}\")?\)")
_LINK = re.compile(r"\[([^\][]{1,500})\]\([^()\s]{0,2000}(?:[ \t]\"[^\"]{0,200}\")?\)")
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
_STRONG = re.compile(r"\*\*|~~|(?<!\w)__(?=[^\s_])|(?<=[^\s_])__(?!\w)")
_OPENS = r"(?=[\w\"“(\[])"
_EMPHASIS = re.compile(
    rf"(?<![\w*])\*{_OPENS}([^*]*[^\s*(])\*(?!\*)|(?<![\w_])_{_OPENS}([^_]*[^\s_(])_(?![\w_])"
)
_ALL_STRONG = re.compile(r"[ \t]*(?:\*\*|__)(?:(?!\*\*|__).)+(?:\*\*|__)[ \t.:;]*$")
_CODE = re.compile(r"(?<!`)`+([^`]+)`+")
_CELL_END = re.compile(r"(?<!\\)\|")
_MATTER = re.compile(r"[A-Za-z][\w-]*:|[ \t]|#|$")
LONGEST_PARAGRAPH = 20_000  # characters; lines that go on for longer were never one
LONGEST_MATTER = 60  # rows
_HIDDEN = 0xE000  # escaped signs wait here, out of the way of the marks
_UNHIDDEN = re.compile("[\ue021-\ue07e]")
_HARD_BREAK = ("  ", "\\")
SHORT = 0.75  # of the longest line of a wrapped paragraph: such a line was ended on purpose


def read_markdown(path: Path) -> Source:
    """The document as it prints: every paragraph one line, headings bold, tables as cells.

    Raises `Unreadable`: what `read_characters` raises, too-long, long-line, no-text.
    """
    text, notes = read_characters(path)
    rows = LINE_END.split(_without_comments(text))
    check_length(rows)
    reader = _Reader(rows[_front_matter(rows) :])
    return checked(list(reader.blocks()), "markdown", None, notes)


def _without_comments(text: str) -> str:
    kept: list[str] = []
    start = 0
    while (opens := text.find("<!--", start)) >= 0 and (ends := text.find("-->", opens)) >= 0:
        kept.append(text[start:opens])
        start = ends + len("-->")
    return "".join([*kept, text[start:]])


def _front_matter(rows: Sequence[str]) -> int:
    """How many rows stand between two lines of dashes at the very top: data about the file, not its text."""
    if rows[0].rstrip() != "---":
        return 0
    inside = [row.rstrip() for row in rows[1:LONGEST_MATTER]]
    end = inside.index("---") if "---" in inside else 0
    return end + 2 if end and all(_MATTER.match(row) for row in inside[:end]) else 0


@dataclass(slots=True)
class _Reader:
    rows: Sequence[str]
    at: int = 0
    waiting: list[str] = field(default_factory=list)  # the lines of a paragraph not yet ended
    lines: LineCounter = field(default_factory=LineCounter)

    def blocks(self) -> Iterator[Block]:
        while self.at < len(self.rows):
            row = _QUOTED.sub("", self.rows[self.at])
            if self._ends(row):
                yield from self._paragraph()
            yield from self._block(row)
            self.at += 1
        yield from self._paragraph()

    def _ends(self, row: str) -> bool:
        """Whether a row ends the paragraph before it."""
        return bool(
            not row.strip()
            or _HEADING.match(row)
            or _FENCE.match(row)
            or _LIST_ITEM.match(row)
            or _TABLE_OPENS.match(row)
            or self._opens_table(row)
            or (_RULE.match(row) and not (self.waiting and _UNDERLINE.match(row)))
        )

    def _block(self, row: str) -> Iterator[Block]:
        if heading := _HEADING.match(row):
            yield self._line(_CLOSING.sub("", row[heading.end() :]), True)
        elif self.waiting and _UNDERLINE.match(row):
            yield from self._paragraph(heading=True)
        elif self._opens_table(row):
            yield self._table()
        elif _TABLE_OPENS.match(row):
            yield from self._html_table()
        elif row.strip() and not _RULE.match(row) and not _FENCE.match(row):
            self.waiting.append(row)

    def _paragraph(self, heading: bool = False) -> Iterator[Line]:
        """The lines of the paragraph that ends here: broken where it says so or where it was meant."""
        longest = max((len(row) for row in self.waiting), default=0)
        words: list[str] = []
        length = 0
        for row, follower in zip_longest(self.waiting, self.waiting[1:], fillvalue=""):
            words.append(row.strip())
            length += len(row)
            broken = (
                length > LONGEST_PARAGRAPH or row.endswith(_HARD_BREAK) or _BREAK.search(row[-8:])
            )
            if broken or not follower or _begins_line(row, follower, longest):
                yield from self._printed(" ".join(words), heading)
                words, length = [], 0
        self.waiting = []

    def _printed(self, words: str, heading: bool) -> Iterator[Line]:
        for piece in _BREAK.split(words.removesuffix("\\")):
            if piece.strip():
                yield self._line(piece, heading)

    def _line(self, words: str, heading: bool = False) -> Line:
        return self.lines.line(plain_words(words), bold=heading or bool(_ALL_STRONG.match(words)))

    def _opens_table(self, row: str) -> bool:
        below = self.rows[self.at + 1] if self.at + 1 < len(self.rows) else ""
        return "|" in row and "|" in below and bool(_DELIMITERS.match(_QUOTED.sub("", below)))

    def _table(self) -> Table:
        rows = [self._cells(self.rows[self.at])]
        self.at += 1
        while self.at + 1 < len(self.rows):
            row = _QUOTED.sub("", self.rows[self.at + 1])
            if not row.strip() or not _CELL_END.search(row):
                break
            rows.append(self._cells(row))
            self.at += 1
        return Table(tuple(rows))

    def _cells(self, row: str) -> tuple[Cell, ...]:
        parts = _CELL_END.split(_QUOTED.sub("", row).strip())
        if not parts[0].strip():
            parts = parts[1:]
        if parts and not parts[-1].strip():
            parts = parts[:-1]
        return tuple(
            Cell(tuple(self._cell_lines(part)), column) for column, part in enumerate(parts)
        )

    def _cell_lines(self, part: str) -> Iterator[Line]:
        for piece in _BREAK.split(part.replace("\\|", "|")):
            yield self._line(piece.strip())

    def _html_table(self) -> Iterator[Block]:
        """A table written in HTML, as converters do for merged cells: up to its end tag."""
        start = self.at
        while not _TABLE_ENDS.search(self.rows[self.at]) and self.at + 1 < len(self.rows):
            self.at += 1
        yield from blocks_of_html("\n".join(self.rows[start : self.at + 1]), self.lines)


def _begins_line(row: str, follower: str, longest: int) -> bool:
    """Whether what follows within a paragraph was meant as a line of its own."""
    text = plain_words(follower)
    if mark_of(text) or (plain_words(row).isupper() and not text.isupper()):
        return True
    short = len(row) < SHORT * longest or len(follower) < SHORT * longest
    return short and bool(re.match(rf"[\"“(]*[{UPPER}]", text))


def plain_words(text: str) -> str:
    """The words without the marks of emphasis, code, links and pictures, without tags and entities."""
    text = _ESCAPED.sub(lambda match: chr(_HIDDEN + ord(match[1])), text)
    text = _LINK.sub(r"\1", _PICTURE.sub("", _CODE.sub(r"\1", _TAG.sub("", text))))
    text = _EMPHASIS.sub(r"\1\2", _STRONG.sub("", text))
    text = _UNHIDDEN.sub(lambda match: chr(ord(match[0]) - _HIDDEN), text)
    return unescape(text).replace("\xa0", " ").strip()
