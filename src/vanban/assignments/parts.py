"""A paragraph cut at the labels it holds: "Xây dựng X. Chủ trì: Sở A; phối hợp: Sở B. Thời gian: Quý I/2025."."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from vanban.assignments.labels import HEADING, LONGEST, Label, label_of
from vanban.assignments.phrases import is_due, is_giving
from vanban.paragraphs.numbering import RANKS
from vanban.paragraphs.reading import Paragraph
from vanban.passages import BULLETS, Word, text_of
from vanban.text import fold

# Within a paragraph these words are too common to part it without a point before them.
_ONLY_AT_START = frozenset([Label.ASSIGNED, Label.OTHER, Label.TITLE, Label.EVENT, Label.REMARK])
_BELOW = ("", "letter", "dash", "plus")
UNMARKED = len(RANKS)  # the rank of a paragraph without a mark


class Part(NamedTuple):
    label: Label
    words: tuple[Word, ...]


@dataclass(frozen=True, slots=True)
class Parted:
    """A paragraph as the words before its first label and the labelled ones after it."""

    paragraph: Paragraph
    head: tuple[Word, ...]
    parts: tuple[Part, ...]
    implied: bool = (
        False  # no label is printed, the sentence says as much: "Hoàn thành trước ngày 30/6/2024."
    )

    @property
    def rank(self) -> int:
        return RANKS[self.paragraph.kind] if self.paragraph.kind else UNMARKED

    @property
    def number(self) -> str:
        """Its number as printed, closing points left out: "1", "1.2", "a", "(3)", "-"."""
        printed = self.paragraph.number
        return printed if printed.startswith("(") else printed.rstrip(".):/ ") or printed

    @property
    def is_labelled(self) -> bool:
        """Whether the paragraph begins with a label."""
        return bool(self.parts) and not self.head

    @property
    def is_heading(self) -> bool:
        """Whether it only announces labels: "a) Phân công thực hiện"."""
        words = text_of(self.paragraph.words).rstrip(" .:")
        return len(self.paragraph.words) <= 8 and bool(HEADING.match(fold(words)))


def parted(paragraph: Paragraph) -> Parted:
    """The paragraph cut at its labels."""
    words = paragraph.words
    head, parts = cut_at_labels(words)
    if not parts and paragraph.kind in _BELOW and (label := _implied(words)):
        return Parted(paragraph, (), (Part(label, tuple(words)),), implied=True)
    return Parted(paragraph, head, parts)


def cut_at_labels(words: Sequence[Word]) -> tuple[tuple[Word, ...], tuple[Part, ...]]:
    """The words before the first label, and each label with its words."""
    cuts = _cuts(words)
    ends = [*(start for _, start, _ in cuts[1:]), len(words)][: len(cuts)]
    parts = tuple(
        Part(label, tuple(_cleaned([*_glued(words[after - 1]), *words[after:end]])))
        for (label, _, after), end in zip(cuts, ends, strict=True)
    )
    head = words[: cuts[0][1]] if cuts else words
    return tuple(_without_bullets(head)), parts


def _implied(words: Sequence[Word]) -> Label | None:
    """What a sentence of its own line says about the item above it."""
    if is_due(words):
        return Label.DEADLINE
    return Label.ASSIGNED if is_giving(words) else None


def _cuts(words: Sequence[Word]) -> list[tuple[Label, int, int]]:
    """Every label with the place it begins at and the place its value begins at."""
    found: list[tuple[Label, int, int]] = []
    last = 0
    for index, word in enumerate(words):
        if ":" not in word.text:
            continue
        for start in range(max(last, index - LONGEST + 1), index + 1):
            label = _label(words, start, index)
            if label:
                found.append((label, start, index + 1))
                last = index + 1
                break
    return found


def _label(words: Sequence[Word], start: int, colon: int) -> Label | None:
    """The label that reaches from a word to the colon, where a label may begin there."""
    first = words[start].text.lstrip("(")
    if not first[:1].isalpha():
        return None
    before = words[start - 1].text if start else ""
    fresh = not start or before[-1] in ".;)" or before in BULLETS or words[start].text[0] == "("
    if not fresh and not (first[0].isupper() or before.endswith(",")):
        return None
    texts = [word.text for word in words[start : colon + 1]]
    label = label_of(" ".join(texts).partition(":")[0].lstrip("("))
    return label if fresh or label not in _ONLY_AT_START else None


def _glued(word: Word) -> list[Word]:
    """What stands right behind the colon in one word: "gian:Quý"."""
    rest = word.text.partition(":")[2]
    return [word._replace(text=rest)] if rest else []


def _cleaned(words: Sequence[Word]) -> list[Word]:
    """A value without the bracket that closes around it and the bullet of the label that follows."""
    kept = list(words)
    while kept and kept[-1].text in BULLETS:
        kept.pop()
    if kept and sum(word.text.count(")") - word.text.count("(") for word in kept) > 0:
        shorter = kept[-1].text.rstrip(".;").removesuffix(")")
        kept[-1:] = [kept[-1]._replace(text=shorter)] if shorter else []
    return kept


def _without_bullets(words: Sequence[Word]) -> list[Word]:
    kept = list(words)
    while kept and kept[-1].text in BULLETS:
        kept.pop()
    return kept
