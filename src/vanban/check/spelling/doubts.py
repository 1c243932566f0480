"""Doubtful spelling in the words of a document; proper names, abbreviations and foreign words are left alone."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from vanban.check.examined import Examined
from vanban.check.remarks import Code, Remark, Said, Severity
from vanban.check.spelling.syllables import is_near, is_possible, parted
from vanban.check.spelling.terms import Vocabulary, vocabulary
from vanban.model import Quote
from vanban.passages import Word, quotes_of
from vanban.text import fold, nfc, retone

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
LETTERS = re.compile(r"[^\W\d_¹²³ªº]+")
VIETNAMESE = re.compile(r"[àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớỡởợùúủũụưừứửữựỳýỷỹỵ]")
LONGEST = 7  # letters of a syllable ("nghiêng")
OFTEN = 3  # so many times written alike is meant
ENDS = re.compile(r"[.!?…:]$")
AROUND = 4  # words quoted before and behind a slip


Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """What is known, and how often pairs and words stand in the document itself."""

    known: Vocabulary
    often: Counter[Pair]
    counted: Counter[str]


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
    often = Counter(pair for unit in units for pair in _pairs(unit))
    counted = Counter(token.key for unit in units for token in unit)
    lexicon = Lexicon(vocabulary(), often, counted)
    told: set[str] = set()
    for unit in units:
        for remark in _doubts(unit, lexicon):
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
            joined = match.start() == end and (open_ or end > 0)
            tokens.append(Token(match.group(), word, joined, begins and match.start() == 0))
            end, open_, begins = match.end(), True, False
        open_ = end == len(nfc(word.text)) and end > 0
        begins = (begins and end == 0) or bool(ENDS.search(word.text))
    return tokens


def _pairs(unit: Sequence[Token]) -> Iterator[Pair]:
    return ((one.key, other.key) for one, other in pairwise(unit) if other.open)


@dataclass(frozen=True, slots=True)
class _Place:
    """A word among its neighbours; "" where a mark stands between or nothing."""

    before: str
    word: str
    after: str
    further: Pair  # the words beyond the neighbours
    ends: bool  # the last word of its stretch, where a file may break off


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
                place + 1 == len(unit),
            ),
        )


def _doubts(unit: Sequence[Token], lexicon: Lexicon) -> Iterator[Remark]:
    told = False  # of the word before: one slip is told once
    for index, (token, place) in enumerate(_places(unit)):
        remark = (
            None if told or _is_passed(token, place, lexicon) else _doubt(token, place, lexicon)
        )
        told = remark is not None
        if remark:
            yield replace(remark, quotes=_around(unit, index))


def _around(unit: Sequence[Token], index: int) -> tuple[Quote, ...]:
    """The word with its neighbours, so that the slip is found again where it stands."""
    near = unit[max(0, index - AROUND) : index + AROUND + 1]
    words = list(dict.fromkeys(token.word for token in near))
    own = unit[index].word
    quotes = quotes_of(words)
    first = next((one for one in quotes if own.text in one.text and one.line <= own.line), None)
    return (first,) if first else quotes_of([own])


def _is_passed(token: Token, place: _Place, lexicon: Lexicon) -> bool:
    """Whether a word is no matter of spelling, or written as it is meant."""
    if token.name or not 2 <= len(place.word) <= LONGEST:
        return True
    return _is_explained(place, lexicon.known) or _is_meant(place, lexicon.often)


def _doubt(token: Token, place: _Place, lexicon: Lexicon) -> Remark | None:
    right = _listed(place, lexicon)
    if is_possible(place.word):
        values = {"text": _shown(place, right), "right": right} if right else {}
        return Remark("doubtful-spelling", values) if right else None
    foreign = not VIETNAMESE.search(place.word) or lexicon.counted[place.word] >= OFTEN
    if not right and (foreign or _is_glued(place.word, lexicon.known) or place.ends):
        return None
    values = {"text": token.text, "hint": "", "hint_en": ""}
    if right:
        values |= {"hint": f" Có thể là “{right}”.", "hint_en": f" Perhaps “{right}”."}
    return Remark("impossible-syllable", values)


def _is_explained(place: _Place, known: Vocabulary) -> bool:
    """Whether a word stands by itself, makes a known pair with a neighbour, or was cut or glued by white space."""
    if place.word in known.single:
        return True
    if (place.before, place.word) in known.pairs or (place.word, place.after) in known.pairs:
        return True
    both = [place.before + place.word] if place.before else []
    both += [place.word + place.after] if place.after else []
    return any(one in known.words or one in known.single for one in both)


def _is_meant(place: _Place, often: Counter[Pair]) -> bool:
    return max(often[place.before, place.word], often[place.word, place.after]) >= OFTEN


def _is_glued(word: str, known: Vocabulary) -> bool:
    """Whether two known words were run together, as files made from pages do."""
    both = known.words | known.single
    return any(word[:cut] in both and word[cut:] in both for cut in range(1, len(word)))


def _listed(place: _Place, lexicon: Lexicon) -> str:
    """The known pair that one slip made this one of, terms and what the document uses first; "" for none.

    A neighbour that belongs to a known pair on its other side, or is the only one, lends no
    weight, unless no term holds the word at all or one holds the right word and the two behind it.
    """
    known = lexicon.known
    strange = place.word not in known.words
    found = [(place.before, right) for right in _following(place, known, strange)]
    found += [(right, place.after) for right in _preceding(place, known, strange)]
    if found:
        found += [pair for pair in _mended(place, known) if lexicon.often[pair]]
    best = min(
        found,
        key=lambda pair: (pair not in known.whole, -lexicon.often[pair], pair),
        default=None,
    )
    return " ".join(best) if best else ""


def _following(place: _Place, known: Vocabulary, strange: bool) -> Iterator[str]:
    """What one slip made the word of, judged by the word before it."""
    bound = not strange and (not place.after or (place.further[0], place.before) in known.pairs)
    for right in known.after.get(place.before, ()):
        if not bound and _slipped(place.word, right, strange):
            yield right


def _preceding(place: _Place, known: Vocabulary, strange: bool) -> Iterator[str]:
    """What one slip made the word of, judged by the word behind it."""
    after, further = place.after, place.further[1]
    bound = not strange and (not place.before or (after, further) in known.pairs)
    for right in known.before.get(after, ()):
        meant = not bound or (right, after, further) in known.triples
        if meant and _slipped(place.word, right, strange):
            yield right


def _mended(place: _Place, known: Vocabulary) -> Iterator[Pair]:
    """Known pairs of the word as it stands, where a slip in its neighbour is mended instead."""
    for right in known.before.get(place.word, ()):
        if place.before and _slipped(place.before, right, strange=False):
            yield right, place.word
    for right in known.after.get(place.word, ()):
        if place.after and _slipped(place.after, right, strange=False):
            yield place.word, right


def _same_vowel(word: str) -> tuple[str, str]:
    syllable = parted(word)
    return syllable.letters.replace("y", "i"), syllable.tone


def _slipped(word: str, right: str, strange: bool) -> bool:
    """Whether one slip makes `word` of `right`; a word known by itself must differ in its marks alone."""
    if _same_vowel(word) == _same_vowel(right):
        return False  # "tỉ trọng" and "tỷ trọng" are both right
    return is_near(word, right) and (strange or fold(word) == fold(right))


def _shown(place: _Place, right: str) -> str:
    """The two words as they stand that the known pair is set against."""
    first, second = right.split()
    with_before = _likeness(place.before, first) + _likeness(place.word, second)
    with_after = _likeness(place.word, first) + _likeness(place.after, second)
    if place.before and with_before >= with_after:
        return f"{place.before} {place.word}"
    return f"{place.word} {place.after}"


def _likeness(word: str, right: str) -> int:
    return 2 if word == right else int(bool(word) and is_near(word, right))
