"""The name of the plan in the decision, and on the attached plan itself."""

import re
from collections.abc import Iterator

from vanban.check.examined import GUIDE, Examined
from vanban.check.remarks import Code, Remark, Said, Severity
from vanban.header.kinds import NAMED, any_of
from vanban.joined import Joined
from vanban.model import Quote
from vanban.text import key, plain

CODES = (
    Code(
        "other-title",
        Severity.WRONG,
        Said(
            "Văn bản kèm theo mang tên khác với tên trong phần ban hành: {difference}.",
            "The attached document has another name than the one it is issued under: {difference_en}.",
        ),
        Said(
            "Tên trong quyết định và tên trên văn bản kèm theo phải là một.",
            "The decision and what it issues must bear one name.",
        ),
        Said("Lấy một tên, sửa chỗ còn lại.", "Choose one name and mend the other."),
    ),
)
ISSUED = re.compile(
    rf"(?:ban\s+hành\s+)?kèm\s+theo\s+(?:quyết\s+định|nghị\s+quyết)\s+này\s+(?:bản\s+)?[“\"]?"
    rf"(?P<kind>{any_of(NAMED)})\s+(?P<name>[^.;“”\"]{{5,500}}?)\s*[“”\"]?\s*(?:\.|;|\(|gồm|Điều\s+2)",
    re.I,
)
WORD = re.compile(r"[^\W_]+")
OF_OFFICES = "của tỉnh huyện xã thành phố bộ sở ủy ban nhân dân ubnd về và"
FILLING = frozenset(OF_OFFICES.split())
SHOWN = 8  # words of a difference


def check(document: Examined) -> Iterator[Remark]:
    """One remark where the words that name the plan differ by more than its issuer."""
    issued = ISSUED.search(document.flat)
    guide = GUIDE.search(document.flat, issued.end()) if issued else None
    if not issued or not guide:
        return
    start = _title_start(document.flat, issued["kind"], issued.end(), guide.start())
    if start is None:
        return
    title = document.flat[start : guide.start()]
    lost, added = differing(issued["name"], title, document.reading.header.issuer or "")
    if lost or added:
        places = (*document.quotes(start, guide.start()), *_named(document.whole, issued))
        yield Remark("other-title", _values(lost, added), places)


def _named(whole: Joined, issued: re.Match[str]) -> tuple[Quote, ...]:
    return whole.quotes(*issued.span("name"))


def _title_start(text: str, kind: str, begin: int, end: int) -> int | None:
    """Where the last heading in capitals before the guide line names the kind."""
    capitals = r"\s+".join(plain(kind).upper().split())
    found = [match.end() for match in re.finditer(rf"(?<!\w){capitals}(?!\w)", text[begin:end])]
    if not found:
        return None
    title = text[begin + found[0] : end]
    words = WORD.findall(title)
    in_capitals = sum(word.isupper() or word.isdigit() for word in words)
    return begin + found[0] if 2 < len(words) < 120 and in_capitals > 0.8 * len(words) else None


def differing(name: str, title: str, issuer: str) -> tuple[list[str], list[str]]:
    """Words of the name that the title lacks, and the other way; the issuer's own name does not count."""
    passed = FILLING | {key(word) for word in WORD.findall(issuer)}
    named, titled = _words(name), _words(title)
    lost = [word for word in named if key(word) not in {key(one) for one in titled}]
    added = [word for word in titled if key(word) not in {key(one) for one in named}]
    return [w for w in lost if key(w) not in passed], [w for w in added if key(w) not in passed]


def _words(text: str) -> list[str]:
    return [word.lower() for word in WORD.findall(text)]


def _values(lost: list[str], added: list[str]) -> dict[str, str]:
    vi, en = [], []
    if lost:
        words = " ".join(lost[:SHOWN])
        vi.append(f"thiếu “{words}”")
        en.append(f"“{words}” is missing")
    if added:
        words = " ".join(added[:SHOWN])
        vi.append(f"thêm “{words}”")
        en.append(f"“{words}” is added")
    return {"difference": ", ".join(vi), "difference_en": ", ".join(en)}
