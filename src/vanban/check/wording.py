"""Words written in two ways, and words written twice."""

import re
from collections import defaultdict
from collections.abc import Iterator

from vanban.check.examined import Examined, matches
from vanban.check.remarks import Code, Remark, Said, Severity
from vanban.text import retone

CODES = (
    Code(
        "two-spellings",
        Severity.LOOK,
        Said(
            "Một từ viết hai cách trong cùng văn bản: {pairs}.",
            "Words are written in two ways: {pairs}.",
        ),
        Said(
            "Một văn bản dùng một cách viết; tìm kiếm theo chữ sẽ sót chỗ viết khác.",
            "A document keeps to one spelling; a search by letters misses the other.",
        ),
        Said("Chọn một cách viết cho cả văn bản.", "Choose one for the whole document."),
    ),
    Code(
        "word-twice",
        Severity.WRONG,
        Said("Từ “{word}” bị lặp: “{text}”.", "The word “{word}” stands twice: “{text}”."),
        Said("Lỗi khi soạn thảo.", "A slip of the pen."),
        Said("Bỏ một từ.", "Take one of them out."),
    ),
)
WORD = re.compile(r"[^\W\d_]+")
# Words of two spellings, both usual, that differ in one syllable.
USUAL = (
    re.compile(r"(?<!\w)(?P<first>hàng|hằng)\s+(?:năm|tháng|quý|tuần|ngày)(?!\w)", re.I),
    re.compile(r"(?<!\w)(?P<first>tỉ|tỷ)\s+(?:lệ|trọng|suất|giá|đồng)(?!\w)", re.I),
)
# Function words that never stand twice in a row; content words may ("luôn luôn", "ngày ngày").
TWICE = re.compile(
    r"(?<!\w)(?P<word>của|và|các|những|được|theo|tại|trong|cho|với|để|về|từ|là|trên|bằng|do|bởi|nhằm|việc|này"
    r"|tỉnh|huyện|thực\s+hiện|triển\s+khai|tổ\s+chức|phối\s+hợp|xây\s+dựng|kế\s+hoạch|ủy\s+ban|quyết\s+định)\s+(?P=word)(?!\w)",
    re.I,
)
SHOWN = 6
AROUND = 30


def check(document: Examined) -> Iterator[Remark]:
    """One remark that lists what is written two ways, one for every word that stands twice."""
    yield from _two_ways(document)
    if document.reading.source.format != "scan":
        for match in matches(TWICE, document):
            if not _is_meant(document.flat, match):
                around = document.flat[max(0, match.start() - AROUND) : match.end() + AROUND]
                values = {"word": match["word"], "text": " ".join(around.split()[1:-1])}
                yield Remark("word-twice", values, document.quotes(*match.span()))


def _is_meant(text: str, match: re.Match[str]) -> bool:
    """Whether the first one ends a name or a heading: "… giá trị của Kế hoạch Kế hoạch …" in capitals."""
    first, second = re.split(r"\s+", match.group(), maxsplit=1)[0], match.group().split()[-1]
    between = match.group()[len(match["word"]) : -len(match["word"])]
    return first[0].isupper() or second[0].isupper() or len(between) > 1


def _two_ways(document: Examined) -> Iterator[Remark]:
    ways: dict[str, dict[str, tuple[int, int]]] = defaultdict(dict)
    for match in matches(WORD, document):
        word = match.group()
        if not (word.isupper() and len(word) > 1):
            ways[retone(word.lower())].setdefault(word.lower(), match.span())
    doubled = [found for found in ways.values() if len(found) > 1]
    doubled += [found for usual in USUAL if len(found := _usual_ways(usual, document)) > 1]
    if doubled:
        pairs = ", ".join("“" + "” và “".join(found) + "”" for found in doubled[:SHOWN])
        places = [span for found in doubled[:SHOWN] for span in found.values()]
        quotes = tuple(quote for span in places for quote in document.quotes(*span))
        yield Remark("two-spellings", {"pairs": pairs}, quotes)


def _usual_ways(usual: re.Pattern[str], document: Examined) -> dict[str, tuple[int, int]]:
    """The first phrase with each spelling."""
    firsts: dict[str, re.Match[str]] = {}
    for match in matches(usual, document):
        firsts.setdefault(match["first"].lower(), match)
    return {" ".join(match.group().lower().split()): match.span() for match in firsts.values()}
