"""A cell that names offices in several parts: "Chủ trì: Sở A. Phối hợp: Sở B", "Sở A chủ trì, phối hợp với Sở B"."""

import re
from collections.abc import Mapping, Sequence

from vanban.assignments.labels import OFFICES, Label
from vanban.assignments.parts import cut_at_labels
from vanban.assignments.phrases import read_phrase
from vanban.passages import Word, text_of
from vanban.text import fold

_NOTES = {
    "(chu tri)": Label.LEAD,
    "(dau moi)": Label.LEAD,
    "(phoi hop)": Label.COORDINATING,
    "(theo doi)": Label.TRACKING,
    "(tong hop)": Label.SYNTHESIZING,
    "(giam sat)": Label.SUPERVISING,
}
_ENDINGS = {
    "chu tri": Label.LEAD,
    "thuc hien": Label.LEAD,
    "phoi hop": Label.COORDINATING,
    "theo doi": Label.TRACKING,
    "tong hop": Label.SYNTHESIZING,
}
# Words without which a cell only names offices; most cells do.
_SAYS_A_PART = re.compile(
    r"[:(]|chu tri|phoi hop|dau moi|thuc hien|theo doi|tong hop|giam sat|tham muu|chiu trach nhiem|(?<!\w)la "
)


def parties_in(words: Sequence[Word]) -> Mapping[Label, tuple[Word, ...]]:
    """The words of a cell by the part the offices have in the work; empty for a cell that only names offices."""
    if not _SAYS_A_PART.search(fold(text_of(words))):
        return {}
    head, parts = cut_at_labels(words)
    named: dict[Label, tuple[Word, ...]] = {}
    for part in parts:
        if part.label in OFFICES:
            named[part.label] = named.get(part.label, ()) + part.words
    if named and Label.LEAD not in named and head:
        named[Label.LEAD] = tuple(head)
    return named or _noted(words) or _closed(words) or _phrased(words)


def _noted(words: Sequence[Word]) -> dict[Label, tuple[Word, ...]]:
    """Offices whose part stands in brackets behind them: "Sở A (chủ trì), Sở B (phối hợp)"."""
    named: dict[Label, tuple[Word, ...]] = {}
    start = 0
    for index in range(len(words) - 1):
        label = _NOTES.get(fold(text_of(words[index : index + 2])).rstrip(" ,;."))
        if label:
            named[label] = named.get(label, ()) + tuple(words[start:index])
            start = index + 2
    rest = tuple(words[start:])
    if named and rest:
        named[Label.COORDINATING] = named.get(Label.COORDINATING, ()) + rest
    return named


def _closed(words: Sequence[Word]) -> dict[Label, tuple[Word, ...]]:
    """Offices whose part stands behind them: "Sở A chủ trì; Sở B, UBND các xã phối hợp"."""
    named: dict[Label, tuple[Word, ...]] = {}
    start = 0
    for index in range(1, len(words)):
        pair = text_of(words[index - 1 : index + 1])
        label = _ENDINGS.get(fold(pair).rstrip(" ,;."))
        if label and index - 1 > start and (pair[-1] in ",;." or index + 1 == len(words)):
            named[label] = named.get(label, ()) + tuple(words[start : index - 1])
            start = index + 1
    return named if start == len(words) and Label.LEAD in named else {}


def _phrased(words: Sequence[Word]) -> dict[Label, tuple[Word, ...]]:
    phrase = read_phrase(words)
    if phrase is None or not (phrase.chaired or phrase.coordinating):
        return {}
    named = {Label.LEAD: phrase.leads, Label.COORDINATING: phrase.coordinating}
    return {label: words for label, words in named.items() if words}
