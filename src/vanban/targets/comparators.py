"""The words and signs that say how a figure binds: "ít nhất", "không quá", "trở lên", "≥".

"ít nhất", "tối thiểu" are >=; "trên", "hơn" are >= and strict; "không quá" is <=; "khoảng" is about; a
bare figure is =. Signs escaped for HTML ("&gt;=") count as signs.
"""

import re
from dataclasses import dataclass

SIGNS: tuple[tuple[str, bool, str], ...] = (
    (
        ">=",
        False,
        r"ít nhất|tối thiểu|tối thiểu là|không (?:ít|thấp|nhỏ|kém) hơn|không dưới|≥|>=|=>|&gt;=|&ge;|chí ít|"
        r"(?:lớn|cao|nhiều) hơn hoặc bằng|bằng hoặc (?:lớn|cao|nhiều) hơn|đạt (?:và|hoặc) vượt(?: mức)?",
    ),
    (
        "<=",
        False,
        r"không (?:để |được )*(?:vượt )?quá|không (?:để |được )*vượt|không (?:cao|lớn|nhiều) hơn|không trên|tối đa|"
        r"nhiều nhất|cao nhất|≤|<=|&lt;=|&le;|(?:thấp|ít|nhỏ) hơn hoặc bằng|bằng hoặc (?:thấp|ít|nhỏ) hơn",
    ),
    (">=", True, r"trên|hơn|vượt(?: mức)?|(?:cao|lớn|nhiều) hơn|>|&gt;"),
    ("<=", True, r"dưới|(?:thấp|ít|nhỏ) hơn|<|&lt;"),
    ("about", False, r"khoảng|xấp xỉ|ước|gần|chừng|trên dưới|≈|~"),
)
_FILLERS = r"(?:\s+(?:đạt|là|bình quân|mức|có|được|từ|khoảng|phải|cũng|trung bình))*\s*"
_BEFORE = tuple(
    (
        sign,
        strict,
        re.compile(
            rf"(?:(?<=\W)|^|(?=[^\w\s]))(?:{words.replace(' ', chr(92) + 's+')}){_FILLERS}$", re.I
        ),
    )
    for sign, strict, words in SIGNS
)
_ANY_BEFORE = re.compile(
    "|".join(f"(?:{words.replace(' ', chr(92) + 's+')})" for _, _, words in SIGNS), re.I
)
_MORE = re.compile(r"\s+trở\s+(?P<way>lên|xuống)(?!\w)", re.I)
_LATER = re.compile(r"(?P<between>\s[^\d.,;:()]{1,40}?)\s+trở\s+(?P<way>lên|xuống)(?!\w)", re.I)
_FROM = re.compile(r"(?<!\w)từ\s*$", re.I)
LOOK_BACK = 40


@dataclass(frozen=True, slots=True)
class Comparator:
    """How a figure binds. `start` is where its words begin (the figure itself without any)."""

    sign: str
    strict: bool
    start: int


def comparator_before(text: str, number: int) -> Comparator:
    """What stands before the figure at `number`: the first of several words that run into it."""
    begin = max(0, number - LOOK_BACK)
    before = text[begin:number]
    if not _ANY_BEFORE.search(before):
        return Comparator("=", False, number)
    found = [
        (match.start(), sign, strict)
        for sign, strict, words in _BEFORE
        if (match := words.search(before))
    ]
    if not found:
        return Comparator("=", False, number)
    first, sign, strict = min(found, key=lambda one: one[0])
    return Comparator(sign, strict, begin + first)


def comparator_after(text: str, number: int, end: int) -> tuple[str, int] | None:
    """ ">=" or "<=" of "trở lên", "trở xuống" behind the unit that ends at `end`, and where it ends.

    "từ 5.000 hộ nuôi trở lên": with "từ" before the figure some words may stand between.
    """
    match = _MORE.match(text, end)
    if match is None and _FROM.search(text[max(0, number - LOOK_BACK) : number]):
        match = _LATER.match(text, end)
    if match is None:
        return None
    return (">=" if match["way"].lower() == "lên" else "<="), match.end()
