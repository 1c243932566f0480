"""Words run together into one text to search in, and back: any stretch of it as a quote."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from vanban.model import Quote, Source
from vanban.passages import Word, lines_of, quotes_of, words_of


@dataclass(frozen=True, slots=True)
class Joined:
    """`text` holds the words with one space between, a line break where a printed line begins and
    an empty line where one stood; `starts` holds where each word begins."""

    text: str
    words: tuple[Word, ...]
    starts: tuple[int, ...]

    def words_in(self, start: int, end: int) -> list[Word]:
        """The words between two offsets; those that stand across an end are cut there."""
        first = max(0, bisect_right(self.starts, start) - 1)
        cut: list[Word] = []
        for place in range(first, bisect_left(self.starts, end)):
            word, at = self.words[place], self.starts[place]
            part = word.text[max(0, start - at) : end - at]
            if part:
                cut.append(word._replace(text=part))
        return cut

    def quotes(self, start: int, end: int) -> tuple[Quote, ...]:
        """The words between two offsets as quotes: one, or more where a page break cuts them."""
        return quotes_of(self.words_in(start, end))

    def quote(self, start: int, end: int) -> Quote | None:
        """The first of `quotes`, None where no word stands between the offsets."""
        return next(iter(self.quotes(start, end)), None)


def whole_of(source: Source) -> Joined:
    """All words of a source run together, those in tables too."""
    return joined(words_of(lines_of(source.blocks)))


def joined(words: Sequence[Word]) -> Joined:
    """Run the words together."""
    parts: list[str] = []
    starts: list[int] = []
    offset = 0
    for text, _ordinal, _line, _page, first, gap, _box, _printed in words:
        between = "" if not starts else "\n\n" if gap else "\n" if first else " "
        offset += len(between)
        starts.append(offset)
        parts += (between, text)
        offset += len(text)
    return Joined("".join(parts), tuple(words), tuple(starts))
