"""Vietnamese words made comparable: one Unicode form, keys to search, compare and sort by, glued words taken apart.

Nothing here changes what is shown to people: names and quotations stay as printed, keys stand beside them.
"""

import re
import unicodedata
from functools import lru_cache

_LOOKALIKES = str.maketrans(
    {"ð": "đ", "Ð": "Đ", "‐": "-", "‑": "-", "‒": "-", "–": "-", "—": "-", "−": "-"}
)
_SPACE = re.compile(r"[\s\x00\u200b\ufeff]+")  # all that prints nothing
# "hoà" and "hòa" are one word. Only at the end of a syllable, and the u of "qu" is no vowel.
_NEW_STYLE = re.compile(r"o[àáảãạèéẻẽẹ]\b|(?<!q)u[ỳýỷỹỵ]\b")
_TONES = {"\u0300": 1, "\u0309": 2, "\u0303": 3, "\u0301": 4, "\u0323": 5}
_SHAPES = {"\u0306": 1, "\u0302": 2, "\u031b": 2}  # breve, circumflex, horn
_LETTER_RANKS = {("o", "\u0302"): 1, ("u", "\u031b"): 1, ("e", "\u0302"): 1}
_SORT_PART = re.compile(r"\d+|[^\W\d_]+")
_WORDS = re.compile(r"[^\W\d_]+")
_LOWER = "a-zàáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ"
_UPPER = _LOWER.upper()
_GLUED = re.compile(
    rf"(?<=[{_LOWER}])(?=[{_UPPER}][{_LOWER}])|(?<=[{_UPPER}]{{3}})(?=[{_LOWER}]{{2}})"
)


def nfc(text: str) -> str:
    """The text in Unicode's composed form (NFC), the form everything is kept in."""
    return unicodedata.normalize("NFC", text)


def squash(text: str) -> str:
    """The text without any white space, to find words again that lines or pages cut apart."""
    return _SPACE.sub("", text)


def plain(text: str) -> str:
    """The text on one line, single spaces between words."""
    return _SPACE.sub(" ", text).strip()


def retone(text: str) -> str:
    """Lower-case text with tones placed one way: "hoà" → "hòa", "uỷ" → "ủy"; "quý" and "hoàn" stay."""
    return _NEW_STYLE.sub(_move_tone, text)


def _move_tone(match: re.Match[str]) -> str:
    syllable = unicodedata.normalize("NFD", match[0])  # vowel, vowel, tone
    return nfc(syllable[0] + syllable[2]) + syllable[1]


@lru_cache(maxsize=20_000)
def fold(text: str) -> str:
    """A key to search by: lower case, no accents (đ is d), single spaces. "Ủy ban" and "UỶ BAN" are both "uy ban"."""
    decomposed = unicodedata.normalize("NFD", text.translate(_LOOKALIKES).lower())
    letters = "".join(char for char in decomposed if not unicodedata.combining(char))
    return plain(letters.replace("đ", "d"))


@lru_cache(maxsize=20_000)
def key(text: str) -> str:
    """A key to tell names apart: accents count, white space, case, dashes and the place of the tone do not."""
    return squash(retone(nfc(text.translate(_LOOKALIKES)).casefold()))


def sort_key(text: str) -> str:
    """A key that puts names in Vietnamese alphabetical order when compared as plain text.

    Syllable by syllable: the 29 letters first (a ă â b c d đ e ê …), then the tone (none, huyền,
    hỏi, ngã, sắc, nặng). Numbers come before letters and by size: "Phường 2" before "Phường 10".
    Only digits and a-z are used, so that every database's collation gives the same order.
    """
    return "".join(
        _sort_part(part) for part in _SORT_PART.findall(nfc(text).translate(_LOOKALIKES).lower())
    )


def _sort_part(part: str) -> str:
    if part.isdecimal():
        return f"1{int(part[:9]):09d}"
    tone = 0
    letters: list[str] = []
    for char in unicodedata.normalize("NFD", part.replace("đ", "d\u0306")):
        if char in _TONES:
            tone = _TONES[char]
        elif char in _SHAPES and letters:
            base = letters[-1][0]
            letters[-1] = f"{base}{_LETTER_RANKS.get((base, char), _SHAPES[char])}"
        elif char.isalpha():
            letters.append(f"{char}0")
    return "".join(letters) + f"0{tone}"


def unglued(text: str) -> str:
    """The text with words run together taken apart: "ngànhHuyện" → "ngành Huyện", "UBNDcác" → "UBND các"."""
    return _GLUED.sub(" ", text)


@lru_cache(maxsize=20_000)
def initials(name: str) -> str:
    """First letters of an office's name, abbreviations letter by letter: "Phòng KT-HT" and "Phòng Kinh tế và Hạ tầng"
    are both "pktht". The same initials propose the same office; they do not prove it.
    """
    words = (word for word in _WORDS.findall(unglued(nfc(name))) if word.lower() != "và")
    return fold("".join(word if word.isupper() else word[0] for word in words))
