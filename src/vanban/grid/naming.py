"""What a cell of a head names, even where a letter of it was misread from a page image."""

from difflib import SequenceMatcher
from functools import lru_cache

from vanban.tables.columns import Column, column_of
from vanban.text import fold

USUAL = """
noi dung cong viec
noi dung nhiem vu
noi dung thuc hien
nhiem vu
ten nhiem vu
nhiem vu, giai phap
co quan chu tri
don vi chu tri
co quan phoi hop
don vi phoi hop
co quan thuc hien
don vi thuc hien
chu tri
phoi hop
trach nhiem thuc hien
phan cong thuc hien
thoi gian
thoi gian thuc hien
thoi gian hoan thanh
thoi han hoan thanh
tien do
tien do thuc hien
san pham
san pham dau ra
ket qua
ket qua dau ra
kinh phi
nguon kinh phi
ghi chu
"""
CLOSE = 0.86  # of their letters two names must share
_LONGEST = 8  # words
_NAMES = tuple(line for line in USUAL.split("\n") if line)


@lru_cache(maxsize=20_000)
def named_column(text: str) -> Column | None:
    """The column a head's cell names, exactly or but for a misread letter; None for other words."""
    return column_of(text) or _close_to(fold(text).strip(" .:*|"))


def _close_to(folded: str) -> Column | None:
    """The column of the usual name that shares its first or last word and nearly all letters with the text."""
    words = folded.split(" ")
    if not 1 < len(words) <= _LONGEST:
        return None
    near = [name for name in _NAMES if name.split()[0] == words[0] or name.split()[-1] == words[-1]]
    best = max(near, key=lambda name: _likeness(name, folded), default="")
    return column_of(best) if best and _likeness(best, folded) >= CLOSE else None


def _likeness(name: str, text: str) -> float:
    return SequenceMatcher(None, name, text, autojunk=False).ratio()
