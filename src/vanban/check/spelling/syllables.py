"""What a Vietnamese syllable may look like: onset, rime, tone, and the letter the tone stands on.

The inventory is finite: some thirty onsets and a hundred and sixty rimes. Both ways to place the tone in
"hòa" and "hoà" are right.
"""

import unicodedata
from functools import lru_cache
from typing import NamedTuple

TONES = {"\u0300": "huyền", "\u0309": "hỏi", "\u0303": "ngã", "\u0301": "sắc", "\u0323": "nặng"}
ALL_ONSETS = "ngh ng nh gh gi kh ph qu th tr ch b c d đ g h k l m n p r s t v x"
ONSETS = tuple(ALL_ONSETS.split())  # the longer ones first
ALL_RIMES = """
a ai ao au ay ac ach am an ang anh ap at ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây
e ec em en eng eo ep et ê êch êm ên ênh êp êt êu êc êng i ia ich iêc iêm iên iêng iêp iêt iêu im in inh ip it iu
o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oc oe oen oeo oet oi om on ong oong op ot
ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt u ua uân uâng uât uây uc uê uêch uên uênh ui um un ung uơ uôc uôi uôm uôn
uông uôt up ut uy uya uych uyên uyêt uynh uyt uyn uyu uyp ư ưa ưc ưi ưng ươc ươi ươm ươn ương ươp ươt ươu ưt ưu ưn
y yêm yên yêng yêt yêu
"""
RIMES = frozenset(ALL_RIMES.split())
RIMES_AFTER_QU = """
a ai ao au ay ac ach an ang anh ap at ăc ăm ăn ăng ăp ăt ân âng ât ây e ec em en eng eo ep et ê êch ên ênh êt
ơ y ych yên yêt ynh yt ôc i it in
"""
AFTER_QU = frozenset(RIMES_AFTER_QU.split())
FRONT = frozenset("eêiy")
Y_AFTER = frozenset(["", "h", "k", "l", "m", "s", "t", "v", "qu", "n", "b"])
STOPPED = ("c", "ch", "p", "t")
MARKED = frozenset("ăâêôơư")
VOWELS = frozenset("aăâeêioôơuưy")


class Syllable(NamedTuple):
    """A word taken apart: its letters without the tone, the tone, and the letter it stands on (-1 without)."""

    letters: str
    tone: str
    place: int


@lru_cache(maxsize=20_000)
def parted(word: str) -> Syllable:
    """The letters and the tone of a word in lower case."""
    letters: list[str] = []
    tone, place = "", -1
    for char in unicodedata.normalize("NFD", word):
        if char in TONES:
            tone, place = TONES[char], len(letters) - 1
        elif unicodedata.combining(char) and letters:
            letters[-1] = unicodedata.normalize("NFC", letters[-1] + char)
        else:
            letters.append(char)
    return Syllable("".join(letters), tone, place)


@lru_cache(maxsize=20_000)
def is_possible(word: str) -> bool:
    """Whether a word in lower case could be a Vietnamese syllable."""
    syllable = parted(word)
    return any(_fits(onset, rime, syllable) for onset, rime in _splits(syllable.letters))


def _splits(letters: str) -> list[tuple[str, str]]:
    """The ways to part letters into onset and rime: "gi" of "gì" keeps its i."""
    found = [(onset, letters[len(onset) :]) for onset in ONSETS if letters.startswith(onset)]
    if letters.startswith("gi"):
        found += [("gi", f"i{letters[2:]}")]
    return [*found, ("", letters)]


def _fits(onset: str, rime: str, syllable: Syllable) -> bool:
    allowed = AFTER_QU if onset == "qu" else RIMES
    if rime not in allowed or not _agrees(onset, rime):
        return False
    if rime.endswith(STOPPED) and syllable.tone not in ("sắc", "nặng"):
        return False
    start = len(syllable.letters) - len(rime)
    return syllable.place < 0 or syllable.place - start in _places(rime)


def _agrees(onset: str, rime: str) -> bool:
    """Spelling of the onset before the vowel: k, gh, ngh before e, ê, i; c, g, ng before the others."""
    front = rime[0] in FRONT
    if onset in ("k", "gh", "ngh"):
        return front
    if onset in ("c", "g", "ng"):
        return not front
    if onset == "q":
        return False
    if rime[0] == "y":
        return onset in Y_AFTER and (rime == "y" or onset in ("", "qu"))
    return not (onset == "" and rime.startswith("iê"))


def _places(rime: str) -> tuple[int, ...]:
    """Where in a rime the tone may stand."""
    marked = [place for place, letter in enumerate(rime) if letter in MARKED]
    if marked:
        return (marked[-1],)
    vowels = [place for place, letter in enumerate(rime) if letter in VOWELS]
    if len(vowels) == 1:
        return (vowels[0],)
    if vowels[-1] < len(rime) - 1:
        return (vowels[-1],)
    if len(vowels) == 3:
        return (vowels[1],)
    return (0, 1) if rime in ("oa", "oe", "uy") else (0,)


def is_near(one: str, other: str) -> bool:
    """Whether two words differ by one slip: another tone, or one letter wrong, missing, added or swapped."""
    first, second = parted(one), parted(other)
    if first.letters == second.letters:
        return first.tone != second.tone
    return first.tone == second.tone and _one_letter(first.letters, second.letters)


def _one_letter(one: str, other: str) -> bool:
    if abs(len(one) - len(other)) > 1:
        return False
    start = 0
    while start < min(len(one), len(other)) and one[start] == other[start]:
        start += 1
    rest, others = one[start:], other[start:]
    swapped = len(rest) > 1 and rest[1::-1] + rest[2:] == others
    return swapped or rest[1:] == others[1:] or rest[1:] == others or rest == others[1:]
