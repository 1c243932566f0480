"""Slips of letter recognition that the words around them settle; digits are never touched.

Accents are what is misread most. A word read with less than full certainty that makes no known pair with its
neighbours, while the same letters with other accents do ("đầy mạnh": "đẩy mạnh"), is put right and stays doubtful.
"""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from itertools import pairwise
from typing import NamedTuple

from vanban.check.spelling.syllables import is_possible
from vanban.check.spelling.terms import vocabulary
from vanban.scan.voting import Word
from vanban.text import fold, nfc, retone

CERTAIN = 97.0  # a word as sure as this stands as it was read
FIRM = 95.0  # and one as sure as this can have lost accents, but not have others
# What the list of terms does not hold, because offices are named so only in abbreviations.
PAIRS = frozenset(
    {
        *((office, "tỉnh") for office in ("hđnd", "ubnd", "dân", "của")),
        *((amount, "đồng") for amount in ("tỷ", "triệu", "nghìn")),
        *(("phòng", name) for name in ("kinh", "nội", "tài", "tư", "văn")),
        *((place, "đoàn") for place in ("tỉnh", "thành", "huyện", "quận", "xã", "trung")),
        ("chi", "cục"),
        ("phó", "chủ"),
    }
)
LETTERS = re.compile(r"[^\W\d_]+")
DASHES = frozenset("—–~=_¬-")
DOTS = frozenset("°*•®©»›")
ONE = frozenset("|l!]")  # what a figure 1 that stands alone in its cell is taken for
GLUED_DASH = re.compile(r"[-–—](?=[A-ZĐÀ-Ỹ][^\W\d_]*\S*$)")
ROMAN = re.compile(r"[I1l|T]{2,3}\.$")
QUARTER = re.compile(r"(?:I{2,3}|I?H+I?)\b")  # strokes of which one is lost easily
LOST_STROKE = re.compile(r"T[IV]\b")
MIXED = re.compile(r"(?=.*\d\d)\w*[OolI|]\w*$")
TWO_DOTS = re.compile(r"(?<=[^\W\d_])\.\.$")  # seen in the white behind a capital
FOREIGN = str.maketrans("ÐðÿŸïë", "ĐđyYie")


class Pairs(NamedTuple):
    """Words that stand side by side, in lower case: what follows a word, what stands before it."""

    after: Mapping[str, AbstractSet[str]]
    before: Mapping[str, AbstractSet[str]]


NONE = Pairs({}, {})


def pairs_of(lines: Iterable[Sequence[Word]]) -> Pairs:
    """The pairs of words that were read without doubt: a name that is doubtful in one place is told by another."""
    after, before = defaultdict(set), defaultdict(set)
    for line in lines:
        for one, other in pairwise(line):
            first, second = _neighbour(one.text, -1), _neighbour(other.text, 0)
            if first and second and not (one.doubtful or other.doubtful):
                first, second = retone(first.lower()), retone(second.lower())
                after[first].add(second)
                before[second].add(first)
    return Pairs(after, before)


def corrected(line: Sequence[Word], elsewhere: Pairs = NONE) -> list[Word]:
    """The words of a line with the slips put right that are certain; `elsewhere` are pairs of the same page."""
    words = [_plain(word) for word in line]
    if len(words) == 1 and words[0].text in ONE:
        return [words[0]._replace(text="1")]
    words = [*_begun(words[:2]), *words[2:]]
    for place in range(len(words)):
        words[place] = _in_context(words, place, elsewhere)
    return words


def _plain(word: Word) -> Word:
    text = TWO_DOTS.sub("", nfc(word.text).translate(FOREIGN))
    return word._replace(text=text, doubtful=word.doubtful or bool(MIXED.match(text)))


def _begun(words: Sequence[Word]) -> Iterator[Word]:
    """The first two words of a line, a bullet or a heading number among them put right."""
    if not words:
        return
    first, *rest = words
    text = first.text
    if rest and text in DASHES:
        yield first._replace(text="-")
    elif rest and text in DOTS:
        yield first._replace(text="•")
    elif rest and ROMAN.match(text) and rest[0].text.isupper():
        yield first._replace(text="I" * (len(text) - 1) + ".")
    elif rest and text.isupper() and fold(text) == "tinh":
        yield first._replace(text="TỈNH")
    elif text == "số:" and (not rest or re.match(r"[\d/]", rest[0].text)):
        yield first._replace(text="Số:")
    elif GLUED_DASH.match(text):
        cut = first.left + (first.right - first.left) / len(text)
        yield first._replace(text="-", right=cut)
        yield first._replace(text=text[1:], left=cut)
    else:
        yield first
    yield from rest


def _in_context(words: Sequence[Word], place: int, elsewhere: Pairs) -> Word:
    word = words[place]
    found = LETTERS.search(word.text)
    if found is None or word.sure >= CERTAIN:
        return word
    before = words[place - 1].text.lower() if place else ""
    if before == "quý" and LOST_STROKE.match(word.text):
        return word._replace(text="I" + word.text[1:], doubtful=True)
    if QUARTER.match(word.text):
        return word._replace(doubtful=True)
    first = _neighbour(words[place - 1].text, -1) if place else ""
    after = _neighbour(words[place + 1].text, 0) if place + 1 < len(words) else ""
    if not word.text.endswith(found[0]):
        after = ""  # a comma stands between
    own = found[0]
    right = _by_neighbours(own, first, after)
    if right is None and word.doubtful:
        right = _by_the_page(own, (first, after), elsewhere)
    if right is None or right == retone(own.lower()):
        return word
    if word.sure >= FIRM and not word.doubtful and not _lost_marks(own, right):
        return word
    return word._replace(text=word.text.replace(own, _cased(right, own), 1), doubtful=True)


def _lost_marks(own: str, right: str) -> bool:
    """Whether a word is another one without some of its accents: those are lost without any doubt being told."""
    letters, fuller = (unicodedata.normalize("NFD", retone(text.lower())) for text in (own, right))
    rest = iter(fuller.replace("đ", "d"))
    return all(letter in rest for letter in letters.replace("đ", "d"))


def _neighbour(text: str, place: int) -> str:
    """The letters of a neighbouring word, "" where a mark stands between."""
    words = LETTERS.findall(text)
    touching = text[place:].strip()[:1] if text else ""
    return words[place] if words and touching.isalpha() else ""


def _by_neighbours(own: str, before: str, after: str) -> str | None:
    """The one word of the same letters that makes a known pair, None where there is none or several.

    What is no syllable at all becomes the one known word of the same letters.
    """
    known = vocabulary()
    first, word, last = (retone(text.lower()) for text in (before, own, after))
    if (first, word) in known.pairs | PAIRS or (word, last) in known.pairs | PAIRS:
        return None
    is_name = own.istitle() and (before.istitle() or after.istitle())
    if is_name:  # its capitalised neighbours tell nothing
        first, last = ("" if text.istitle() else text.lower() for text in (before, after))
    fit = {one for one in known.after.get(first, ()) if fold(one) == fold(word)}
    fit |= {one for one in known.before.get(last, ()) if fold(one) == fold(word)}
    fit |= {b for a, b in PAIRS if a == first and fold(b) == fold(word)}
    fit |= {a for a, b in PAIRS if b == last and fold(a) == fold(word)}
    if is_name:
        fit = {one for one in fit if _lost_marks(own, one)}
    elif not fit and not is_possible(word):
        fit = {one for one in known.words if fold(one) == fold(word)}
    return fit.pop() if len(fit) == 1 else None


def _by_the_page(own: str, around: tuple[str, str], elsewhere: Pairs) -> str | None:
    """What a doubtful word most likely is: the same letters beside the same word elsewhere on the page, a known
    word with a rest of other ink at its end, or the one known word of which it lost an accent."""
    first, last = (retone(text.lower()) for text in around)
    word, known = retone(own.lower()), vocabulary()
    beside = elsewhere.after.get(first, frozenset()) | elsewhere.before.get(last, frozenset())
    if word in beside:
        return None
    fit = {one for one in beside if fold(one) == fold(word)}
    if not fit and word in known.words:
        return None
    if not fit and (first, word[:-1]) in known.pairs:
        fit = {word[:-1]}
    if not fit and not own.istitle():
        fit = {one for one in known.words if fold(one) == fold(word) and _lost_marks(word, one)}
    return fit.pop() if len(fit) == 1 else None


def _cased(right: str, like: str) -> str:
    if like.isupper() and len(like) > 1:
        return right.upper()
    return right.capitalize() if like[:1].isupper() else right
