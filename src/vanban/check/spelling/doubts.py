"""Doubtful spelling in the words of a document; proper names, abbreviations and foreign words are left alone."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from vanban.check.examined import Examined
from vanban.check.remarks import Code, Remark, Said, Severity
from vanban.check.spelling.syllables import is_near, is_possible
from vanban.check.spelling.terms import Vocabulary, vocabulary
from vanban.passages import Word, quotes_of
from vanban.text import nfc, retone

CODES = (
    Code(
        "doubtful-spelling",
        Severity.LOOK,
        Said(
            "Có thể sai chính tả: “{text}”; hay là “{right}”?",
            "Perhaps misspelt: “{text}”; should it be “{right}”?",
        ),
        Said(
            "Cụm từ này chỉ khác một chữ hoặc một dấu so với cụm từ thường dùng trong văn bản hành chính.",
            "These words are one letter or one tone away from words usual in official texts.",
        ),
        Said("Xem lại; nếu đúng thì bỏ qua.", "Look at it; if it is right, pass over it."),
    ),
    Code(
        "impossible-syllable",
        Severity.LOOK,
        Said(
            "“{text}” không phải là tiếng Việt viết đúng.{hint}",
            "“{text}” is no Vietnamese syllable.{hint_en}",
        ),
        Said(
            "Âm đầu, vần và dấu này không đi với nhau trong tiếng Việt.",
            "Vietnamese has no syllable of this onset, rime and tone.",
        ),
        Said("Xem lại; nếu đúng thì bỏ qua.", "Look at it; if it is right, pass over it."),
    ),
)
LETTERS = re.compile(r"[^\W\d_]+")
VIETNAMESE = re.compile(r"[àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớỡởợùúủũụưừứửữựỳýỷỹỵ]")
LONGEST = 7  # letters of a syllable ("nghiêng")
OFTEN = 3  # so many times written alike is meant
ENDS = re.compile(r"[.!?…:]$")


@dataclass(frozen=True, slots=True)
class Token:
    """A word of running text. `open` says that it follows the one before without any mark between."""

    text: str
    word: Word
    open: bool
    begins: bool  # a sentence, so that its capital means nothing

    @property
    def name(self) -> bool:
        """Whether it is a proper name, an abbreviation or in capitals."""
        return not self.text.islower() and not (self.begins and self.text[1:].islower())

    @property
    def key(self) -> str:
        """The word in lower case, its tone placed one way."""
        return retone(self.text.lower())


def check(document: Examined) -> Iterator[Remark]:
    """Remarks on words; a page that was recognised by machine is left alone, its slips are the machine's."""
    if document.reading.source.format == "scan":
        return
    units = [tokens_of(words) for words in document.stretches]
    known = vocabulary()
    often = Counter(pair for unit in units for pair in _pairs(unit))
    counted = Counter(token.key for unit in units for token in unit)
    told: set[str] = set()
    for unit in units:
        for remark in _doubts(unit, known, often, counted):
            if remark.values["text"] not in told:
                told.add(remark.values["text"])
                yield remark


def tokens_of(words: Sequence[Word]) -> list[Token]:
    """The words of a stretch, taken apart at marks and hyphens; those with figures part their neighbours."""
    tokens: list[Token] = []
    open_, begins = False, True
    for word in words:
        end = 0
        for match in LETTERS.finditer(nfc(word.text)):
            joined = open_ and match.start() == 0 or bool(end) and match.start() == end
            tokens.append(Token(match.group(), word, joined, begins and match.start() == 0))
            end, open_, begins = match.end(), True, False
        open_ = end == len(nfc(word.text)) and end > 0
        begins = begins and end == 0 or bool(ENDS.search(word.text))
    return tokens


def _pairs(unit: Sequence[Token]) -> Iterator[tuple[str, str]]:
    return ((one.key, other.key) for one, other in pairwise(unit) if other.open)


@dataclass(frozen=True, slots=True)
class _Place:
    """A word among its neighbours; "" where a mark stands between or nothing."""

    before: str
    word: str
    after: str
    further: tuple[str, str]  # the words beyond the neighbours


def _places(unit: Sequence[Token]) -> Iterator[tuple[Token, _Place]]:
    keys = [""] * 2 + [token.key for token in unit] + [""] * 2
    for place, token in enumerate(unit):
        linked = token.open
        following = place + 1 < len(unit) and unit[place + 1].open
        at = place + 2
        yield (
            token,
            _Place(
                keys[at - 1] if linked else "",
                token.key,
                keys[at + 1] if following else "",
                (keys[at - 2] if linked else "", keys[at + 2] if following else ""),
            ),
        )


def _doubts(
    unit: Sequence[Token],
    known: Vocabulary,
    often: Counter[tuple[str, str]],
    counted: Counter[str],
) -> Iterator[Remark]:
    for token, place in _places(unit):
        if token.name or len(place.word) > LONGEST or len(place.word) < 2:
            continue
        if _is_explained(place, known) or _is_meant(place, often):
            continue
        if not is_possible(place.word):
            yield from _impossible(token, place, known, counted)
        elif right := _listed(place, known):
            yield Remark("doubtful-spelling", {"text": _shown(place, right), "right": right}, quotes_of([token.word]))


def _is_explained(place: _Place, known: Vocabulary) -> bool:
    """Whether a word stands by itself, makes a known pair with a neighbour, or was cut in two by white space."""
    if place.word in known.single:
        return True
    if (place.before, place.word) in known.pairs or (place.word, place.after) in known.pairs:
        return True
    whole = {place.before + place.word, place.word + place.after}
    return bool(whole & (known.words | known.single)) and bool(place.before or place.after)


def _is_meant(place: _Place, often: Counter[tuple[str, str]]) -> bool:
    return max(often[place.before, place.word], often[place.word, place.after]) >= OFTEN


def _impossible(
    token: Token, place: _Place, known: Vocabulary, counted: Counter[str]
) -> Iterator[Remark]:
    right = _listed(place, known)
    foreign = not VIETNAMESE.search(place.word) or counted[place.word] >= OFTEN
    if right or not foreign:
        values = {"text": token.text, "hint": "", "hint_en": ""}
        if right:
            values |= {"hint": f" Có thể là “{right}”.", "hint_en": f" Perhaps “{right}”."}
        yield Remark("impossible-syllable", values, quotes_of([token.word]))


def _listed(place: _Place, known: Vocabulary) -> str:
    """The known pair that one slip made this one of; "" where there is none.

    A neighbour that belongs to a known pair on its other side lends no weight, unless no term
    holds the word at all.
    """
    strange = place.word not in known.words
    if place.before and (strange or (place.further[0], place.before) not in known.pairs):
        for right in sorted(known.after.get(place.before, ())):
            if is_near(place.word, right):
                return f"{place.before} {right}"
    if place.after and (strange or (place.after, place.further[1]) not in known.pairs):
        for right in sorted(known.before.get(place.after, ())):
            if is_near(place.word, right):
                return f"{right} {place.after}"
    return ""


def _shown(place: _Place, right: str) -> str:
    """The two words as they stand, next to each other as in the known pair."""
    first, second = right.split()
    return f"{place.before} {place.word}" if first == place.before else f"{place.word} {place.after}"
