"""The marks that open a heading or an item of official text: I. / Nhiệm vụ 1: / 1. / 1.1. / a) / (1) / - / +."""

import re
from typing import NamedTuple

UPPER = "A-ZĐÀÁẢÃẠĂẰẮẲẴẶÂẦẤẨẪẬÈÉẺẼẸÊỀẾỂỄỆÌÍỈĨỊÒÓỎÕỌÔỒỐỔỖỘƠỜỚỞỠỢÙÚỦŨỤƯỪỨỬỮỰỲÝỶỸỴ"

# In the order of rank: a mark further down never holds one further up.
KINDS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("annex", re.compile(r"(?:PHỤ LỤC|Phụ lục)(?:\s+(?:số\s+)?[\dIVX]+)?[.:]?(?=\s*$|\s+[A-ZĐ(])")),
    ("part", re.compile(r"(?:PHẦN|Phần|CHƯƠNG|Chương)\s+(?:thứ\s+\w+|[IVX]+|\d+)[.:]?(?=\s|$)")),
    ("roman", re.compile(rf"[IVX]{{1,5}}\s?[.)/-]\s*(?=[“\"(]?[{UPPER}])")),
    ("article", re.compile(r"Điều\s+\d+\s*[.:]")),
    (
        "named",
        re.compile(
            r"(?:(?:Nhiệm vụ|NHIỆM VỤ|Hoạt động|HOẠT ĐỘNG|Giải pháp|GIẢI PHÁP|Nội dung|NỘI DUNG|Hợp phần|HỢP PHẦN"
            r"|(?:Tiểu )?[Dd]ự án|(?:TIỂU )?DỰ ÁN|Hạng mục|HẠNG MỤC)\s+(?:số\s+)?\d{1,2}(?:\.\d{1,2})*)\s*[.:]\s*"
            rf"(?=[“\"(]?[{UPPER}])"
        ),
    ),
    (
        "arabic",
        re.compile(
            rf"(?:\d{{1,2}}\s?[.)/]|\d{{3}}[.)])(?:\s+(?=[^\d\s]|\d+(?:,\d+)?\s?%|\d+/\d+\s)|(?=[{UPPER}]))"
            rf"|\d{{1,2}}\s?-\s+(?=[“\"(]?[{UPPER}])"
        ),
    ),
    ("decimal", re.compile(r"\d{1,2}(?:\.\d{1,2})+[.)]?\s+(?=\D|\d+(?:,\d+)?\s?%)")),
    ("letter", re.compile(r"[a-zđ]\s?(?:\)\s*(?=[^\W_])|\.\s*(?=[^\W\d_]))")),
    ("bracket", re.compile(r"\(\d{1,2}\)\s*")),
    ("dash", re.compile(r"[-–—•*]\s*(?=[^\W_]|[“\"(]|$)")),
    ("plus", re.compile(r"\+\s*(?=\w)")),
)
RANKS = {kind: rank for rank, (kind, _) in enumerate(KINDS)}


class Mark(NamedTuple):
    kind: str
    number: str  # as printed, without the white space around: "II.", "1.", "a)", "-"
    length: int  # characters of the line it takes, white space included


def mark_of(text: str) -> Mark | None:
    """The mark a line opens with, or None. Whether it truly opens an item depends on the line before it."""
    start = len(text) - len(text.lstrip())
    for kind, pattern in KINDS:
        if match := pattern.match(text, start):
            return Mark(kind, match[0].strip(), match.end())
    return None
