"""The mark of a state secret in the head of a document, however it is printed."""

import re
from collections.abc import Iterable
from itertools import islice

from vanban.text import nfc, plain, squash

HEAD_LINES = 60  # a secrecy mark stands above or beside the head of the document
MARKS = {"MẬT": "MẬT", "TỐIMẬT": "TỐI MẬT", "TUYỆTMẬT": "TUYỆT MẬT"}
MARK = r"(?:(?:TUYỆT|TỐI)\s*)?MẬT"
STAMP = re.compile(rf"({MARK}|Tuyệt mật|Tối mật)(?:\s*[^\w\s].*)?")
LABELLED = re.compile(rf"(?:độ|dấu)\s*mật\s*:\W*({MARK})\b.*", re.I)
COLUMNS = re.compile(r"\s{2,}|\t|;")  # what stands beside each other on one line of the head
EDGES = re.compile(r"^[\W_]+|[\W_]+$")
SPREAD = re.compile(r"\b(\w) (?=\w\b)")  # "M Ậ T"


def mark_in(lines: Iterable[str]) -> str:
    """The mark "MẬT", "TỐI MẬT" or "TUYỆT MẬT" that stands by itself in the first lines, else ""."""
    for text in islice(lines, HEAD_LINES):
        for part in (text, *COLUMNS.split(text)):
            words = SPREAD.sub(r"\1", EDGES.sub("", plain(nfc(part))))
            if found := STAMP.fullmatch(words) or LABELLED.fullmatch(words):
                return MARKS[squash(found[1]).upper()]
    return ""
