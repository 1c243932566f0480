"""A stretch of text beside the same without accents and without what stands in quotation marks, place for place."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from vanban.passages import Word, text_of
from vanban.text import fold

_QUOTED = re.compile(r"[“\"«‘]([^“”\"«»‘’]*)[”\"»’]")
_OPEN, _CLOSE = "“", "”"
HIDDEN = "■"


def flat(text: str) -> str:
    """Lower case without accents, character for character."""
    return "".join([(fold(char) or " ")[0] for char in text])


@dataclass(frozen=True, slots=True)
class Phrase:
    """`masked` is as long as `text`; words in quotation marks are hidden in it, the marks are “ and ”."""

    words: tuple[Word, ...]
    text: str
    masked: str
    ends: tuple[int, ...]  # where each word ends, the blank behind it included

    def part(self, start: int, end: int) -> tuple[Word, ...]:
        """The words between two places, whole words only."""
        first, last = bisect_right(self.ends, start), bisect_right(self.ends, max(end - 1, 0))
        return self.words[first : last + 1]

    def said(self, start: int, end: int) -> str:
        """What is printed between two places, without quotation marks around and marks behind."""
        return bare(self.text[start:end])

    @property
    def is_open(self) -> bool:
        """Whether a quotation begins in it and does not end."""
        return self.text.count(_OPEN) > self.text.count(_CLOSE)


def phrase_of(words: Sequence[Word]) -> Phrase:
    """The phrase of these words."""
    text = text_of(words)
    masked = list(flat(text))
    for match in _QUOTED.finditer(text):
        begin, end = match.span()
        masked[begin], masked[end - 1] = _OPEN, _CLOSE
        masked[begin + 1 : end - 1] = HIDDEN * (end - begin - 2)
    ends = tuple(accumulate(len(word.text) + 1 for word in words))
    return Phrase(tuple(words), text, "".join(masked), ends)


def bare(text: str) -> str:
    """Words without quotation marks around them; without a mark at the end unless they were quoted."""
    said = text.strip().lstrip(":").strip()
    if said[:1] in ("“", '"', "«", "‘"):
        return said[1:].rstrip(" .;").removesuffix("/").rstrip('”"»’').strip()
    return said.removesuffix("./.").rstrip(" .;,/").strip()
