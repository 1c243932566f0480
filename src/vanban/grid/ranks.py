"""The numbers of rows: which stands over which, "A" over "I" over "1" over "1.1" over "a)"."""

import re

_FORMS: tuple[tuple[int, re.Pattern[str]], ...] = (
    (1, re.compile(r"[IVX]{1,6}$")),
    (0, re.compile(r"[A-HĐ]$")),
    (2, re.compile(r"\d{1,3}$")),
    (3, re.compile(r"(?:\d{1,3}|[IVX]{1,5})\.\d{1,3}$")),
    (4, re.compile(r"\d{1,3}(?:\.\d{1,3}){2,3}$")),
    (5, re.compile(r"(?:\d{1,3}[.]?)?[a-zđ]$")),
    (6, re.compile(r"[-–+•*]$")),
)
DEEPEST = 7
_COLUMN_NUMBER = re.compile(r"\(?(?:\d{1,2}|[A-EĐ])\)?(?:\s*=.*)?$")


def bare_number(text: str) -> str:
    """A row's number without the marks around it: "(1)" and "1." are both "1"."""
    return text.strip().strip("()").rstrip(".):/ ")


def rank_of(number: str) -> int:
    """How deep a number stands, 0 the highest; `DEEPEST` for none and for what is no number."""
    bare = bare_number(number) or number.strip()
    return next((rank for rank, form in _FORMS if form.match(bare)), DEEPEST)


def is_number(text: str) -> bool:
    """Whether a text is the number of a row and nothing else."""
    return rank_of(text) < DEEPEST


def numbers_columns(texts: list[str]) -> bool:
    """Whether the cells of a row are the numbers of the columns: "(1) (2) (3)", "A B 1 2"."""
    if len(texts) < 3 or not all(_COLUMN_NUMBER.match(text) for text in texts):
        return False
    digits = [int(found[0]) for text in texts if (found := re.search(r"\d+", text))]
    return digits == list(range(digits[0], digits[0] + len(digits))) if digits else True
