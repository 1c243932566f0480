"""The title of an annex or a list that stands in a file of its own: no kind, no number, a title in capitals."""

import re

from vanban.paragraphs.numbering import UPPER

_SMALL = rf"[^\W\d_{UPPER}]"
_ANNEX = re.compile(
    r"(?:PHỤ\s+LỤC|Phụ\s+lục|BIỂU|Biểu|MẪU|Mẫu)(?:\s+(?:(?i:số)\s*)?[\dIVX]+(?:[.-]\d+)?[A-ZĐ]?)?\s*[.:]?\s*"
)
_LISTED = re.compile(
    r"(?:DANH\s+MỤC|BẢNG|BIỂU|PHÂN\s+CÔNG|PHÂN\s+KỲ|TIẾN\s+ĐỘ|LỘ\s+TRÌNH|NỘI\s+DUNG|CÁC\s+NHIỆM\s+VỤ|NHIỆM\s+VỤ"
    r"|TỔNG\s+HỢP|CHỈ\s+TIÊU)(?!\w)"
)
_LINE = re.compile(r"[^\n]+")
_HIGHEST = 8  # lines above which it stands: at most a letterhead
_FEWEST = 3  # words of a title
_MOST = 5  # lines of a title


def annex_title(text: str) -> tuple[int, int] | None:
    """Where the title stands, None in a text that does not open so.

    Behind "PHỤ LỤC" with or without a number it goes on while lines are in capitals, as does one that names a list
    itself ("DANH MỤC NHIỆM VỤ …"); in small letters it is one line.
    """
    lines = list(_LINE.finditer(text, 0, 4000))[:_HIGHEST]
    for place, line in enumerate(lines):
        annex = _ANNEX.match(line.group())
        if annex and (annex.end() == len(line.group()) or _is_title(line.group()[annex.end() :])):
            return _behind(text, line.start() + annex.end())
        if _LISTED.match(line.group()) and _is_title(line.group()):
            return _behind(text, lines[place].start())
    return None


def _is_title(text: str) -> bool:
    return len(text.split()) >= _FEWEST and not re.search(_SMALL, text)


def _behind(text: str, start: int) -> tuple[int, int] | None:
    """The title from a place on: the lines in capitals, else one line that opens with a capital."""
    lines = list(_LINE.finditer(text, start))[:_MOST]
    if not lines or lines[0].group().lstrip()[:1] in "(" or len(lines[0].group().split()) < _FEWEST:
        return None
    first, end = lines[0].start(), lines[0].end()
    if not _is_title(lines[0].group()):
        return (first, end) if lines[0].group()[:1].isupper() else None
    for line in lines[1:]:
        if re.search(_SMALL, line.group()) or text[end : line.start()].count("\n") > 1:
            break
        end = line.end()
    return first, end
