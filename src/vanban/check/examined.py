"""A reading laid out for checking: its paragraphs, its tables, its words as one text to search in."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from vanban.header.signatures import ON_BEHALF, RECEIVERS
from vanban.joined import Joined, whole_of
from vanban.model import Line, Quote, Reading, Table
from vanban.paragraphs.reading import Paragraph, read_paragraphs
from vanban.passages import Words, lines_of, quotes_of, words_of
from vanban.tables.reading import body_lines, read_tables
from vanban.tables.rows import TaskTable
from vanban.text import nfc

LAID_OUT = ("docx", "pdf")  # formats that show the form of the document, not its words alone
END = 1500  # characters at the end of a document among which its closing mark stands
INNER_QUOTES = str.maketrans("“”", "''")  # sentences set what they quote in “ ”
GUIDE = re.compile(
    r"\(\s*(?:ban\s+hành\s+)?kèm\s+theo\s", re.I
)  # the line under the title of an annex


@dataclass(frozen=True)
class Examined:
    """`reading` and what every check needs of it, made once; `whole` is made unless it is given."""

    reading: Reading
    known: Joined | None = None

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        """All lines in reading order."""
        return tuple(lines_of(self.reading.source.blocks))

    @cached_property
    def tables(self) -> tuple[Table, ...]:
        """All tables, those that are no task list too."""
        return tuple(block for block in self.reading.source.blocks if isinstance(block, Table))

    @cached_property
    def task_tables(self) -> tuple[TaskTable, ...]:
        """The task tables, those flattened into lines too."""
        return read_tables(self.reading.source)

    @cached_property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        """The paragraphs outside of tables."""
        source = self.reading.source
        lines = body_lines(source, self.task_tables)
        return tuple(one for one in read_paragraphs(source, lines) if one.words)

    @cached_property
    def stretches(self) -> tuple[Words, ...]:
        """Words that belong together, each once: paragraphs, cells of task tables, cells of other tables."""
        found: list[Words] = [paragraph.words for paragraph in self.paragraphs]
        found += [
            words
            for table in self.task_tables
            for row in table.rows
            for words in row.cells.values()
        ]
        seen = {word.line for words in found for word in words}
        for table in self.tables:
            for cell in (cell for row in table.rows for cell in row):
                if not any(line.number in seen for line in cell.lines):
                    found.append(words_of(cell.lines))
        return tuple(found)

    @cached_property
    def whole(self) -> Joined:
        """All words; line breaks stand where lines end."""
        return self.known or whole_of(self.reading.source)

    @cached_property
    def flat(self) -> str:
        """The text of `whole`, letter by letter, with nothing but blanks between words."""
        text = re.sub(r"\s", " ", self.whole.text)
        composed = nfc(text)
        return composed if len(composed) == len(text) else text

    @cached_property
    def _first_words(self) -> tuple[list[int], list[int]]:
        """The numbers of the lines, and where in `flat` each begins."""
        lines: list[int] = []
        starts: list[int] = []
        for word, start in zip(self.whole.words, self.whole.starts, strict=True):
            if not lines or lines[-1] != word.line:
                lines.append(word.line)
                starts.append(start)
        return lines, starts

    def offset(self, line: int) -> int:
        """Where in `flat` a line begins."""
        lines, starts = self._first_words
        place = bisect_left(lines, line)
        return starts[place] if place < len(starts) else len(self.flat)

    def line_at(self, offset: int) -> int:
        """The number of the line at a place of `flat`."""
        lines, starts = self._first_words
        return lines[max(0, bisect_right(starts, offset) - 1)] if lines else 0

    def between(self, first: int, last: int) -> str:
        """The words from the beginning of one line to that of another."""
        return self.flat[self.offset(first) : self.offset(last)]

    def quotes(self, start: int, end: int) -> tuple[Quote, ...]:
        """A stretch of `flat` as quotes."""
        return self.whole.quotes(start, end)

    @cached_property
    def laid_out(self) -> bool:
        """Whether the file shows the form of the document."""
        return self.reading.source.format in LAID_OUT

    @cached_property
    def whole_document(self) -> bool:
        """Whether the file holds the document to its end: who receives it, who signs it, or its closing mark."""
        text = self.whole.text
        return bool(RECEIVERS.search(text) or ON_BEHALF.search(text) or "./." in text)

    @cached_property
    def reaches_end(self) -> bool:
        """Whether the file goes on to the end: its closing mark, an annex table, or a format that is never cut."""
        last = self.flat[-END:]
        closed = "./." in last or RECEIVERS.search(last) or ON_BEHALF.search(last)
        ruled = any(table.lines[1] >= self.lines[-1].number - 1 for table in self.task_tables)
        return bool(closed or ruled or self.laid_out)


def matches(pattern: re.Pattern[str], document: Examined) -> Iterator[re.Match[str]]:
    """Every match in the words of the document, in order."""
    return pattern.finditer(document.flat)


def paragraph_quotes(paragraph: Paragraph) -> tuple[Quote, ...]:
    """A paragraph as quotes."""
    return quotes_of(paragraph.words)


def short(text: str, words: int = 14) -> str:
    """The first words of a text, with dots where it goes on."""
    parts: Sequence[str] = text.translate(INNER_QUOTES).split()
    return " ".join(parts[:words]) + (" …" if len(parts) > words else "")
