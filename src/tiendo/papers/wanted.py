"""Which papers does a task ask for? Read from its words; a person confirms every one of them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import zip_longest

from tiendo.papers.kinds import Asked, PaperKind
from vanban.text import fold, nfc, plain, retone

LONGEST = 300
FEW = 4  # a title of fewer words does not tell a paper from others: what follows is taken in


@dataclass(frozen=True, slots=True)
class Wanted:
    """A paper that words ask for: what it is called, its kind, what shall be done, to whom it goes, the words."""

    title: str
    kind: PaperKind
    asked: Asked
    submit_to: str
    words: str


_NOUNS = {
    r"(?:hồ sơ )?quy hoạch|hồ sơ": PaperKind.PLANNING,
    r"kế hoạch": PaperKind.PLAN,
    r"đề án": PaperKind.SCHEME,
    r"chương trình|dự án luật": PaperKind.PROGRAMME,
    r"cơ chế(?:, chính sách)?|(?:các )?chính sách": PaperKind.MECHANISM,
    r"danh mục|danh sách": PaperKind.LIST,
    r"báo cáo": PaperKind.REPORT,
    r"tờ trình": PaperKind.SUBMISSION,
    r"quyết định|quy chế|quy định|nghị quyết|nghị định|thông tư|chỉ thị|hướng dẫn": PaperKind.DECISION,
    r"phương án|lộ trình|văn bản|luật": PaperKind.OTHER,
}
_VERBS = {
    r"ban hành|phê duyệt": Asked.ISSUE,
    r"rà soát|soát lại|cập nhật|điều chỉnh|sửa đổi": Asked.REVIEW,
    r"xây dựng|lập|soạn thảo|biên soạn|soạn|dự thảo|hoàn chỉnh|hoàn thiện": Asked.DRAW_UP,
    r"trình|đề xuất|kiến nghị": Asked.SUBMIT,
}
_NOUN = "|".join(f"(?:{each})" for each in _NOUNS)
_VERB = "|".join(f"(?:{each})" for each in _VERBS)
# What may stand between the verb and the paper: further verbs, numbers, "vào cuộc sống".
_FILLER = (
    rf"(?:{_VERB}|tổ chức|quản lý|triển khai|thực hiện|tích hợp|bổ sung|lại|đưa vào cuộc sống|đưa vào"
    r"|tham mưu|mới|các|những|một số|chi tiết|\d+|và)"
)
# Atomic, as the words of offices can be grouped in many ways and texts come from anywhere.
_WHOM = (
    r"(?>(?:ủy ban nhân dân|ubnd|hđnd|hội đồng nhân dân|chủ tịch|thường trực|huyện ủy|tỉnh ủy|thủ tướng"
    r"|chính phủ|sở|bộ|tỉnh|huyện|cấp (?:trên|có thẩm quyền))\b(?: (?:nhân dân|ubnd|hđnd|tỉnh|huyện|xã|thành phố"
    r"|chính phủ|công thương|tài chính|nội vụ|có thẩm quyền)\b)*+)"
)
_NAMED = re.compile(rf"(?P<whom>{_WHOM})")
_ADVISED = re.compile(rf"\btham mưu(?: cho)? (?P<whom>{_WHOM})[ ,]*$")
_ASKS = re.compile(
    rf"\b(?P<verbs>(?:{_VERB})(?:,? (?:{_FILLER}\b|{_WHOM}))*+) (?P<title>(?P<noun>{_NOUN})\b.*)"
)
_TO = re.compile(
    rf"\b(?P<verb>báo cáo|kiến nghị|đề xuất|đề nghị|trình)(?: với)? (?P<whom>{_WHOM})\b"
)
_IS_PAPER = re.compile(rf"(?:[\d.]+ )?(?:các )?(?P<noun>{_NOUN})\b")
_STARTS = re.compile(r"(?P<noun>kế hoạch|đề án|chương trình|phương án|dự án luật)\b")
# Whoever helps others to make a paper owes none; who helps the own committee drafts for it.
_HELPING = re.compile(
    rf"\b(?:hỗ trợ|hướng dẫn|chỉ dẫn|giúp|giúp đỡ|đôn đốc|kiểm tra|yêu cầu|vận động) (?!{_WHOM})"
)
_CLAUSES = re.compile(r"[;:()…]|\.(?=\s|$)")
_END = re.compile(
    r",? (?:trong thời gian|đảm bảo|bảo đảm|để|nhằm|trước (?:ngày|tháng|quý)|chậm nhất|gửi|và tổ chức"
    r"|và triển khai|và kêu gọi|làm cơ sở|phù hợp|khi|hằng năm|hàng năm|theo quy định|gắn với|đi cùng"
    r"|có trọng tâm|trình|báo cáo|ban hành)\b"
)
_AND_SO_ON = 7  # words after a comma that still belong to the title
_BEFORE = 16  # words before "báo cáo UBND" that say what is reported


def papers_wanted(text: str, product: str = "") -> list[Wanted]:
    """The papers that a task's words ask for, in their order; where they name none, those of its product.

    Nothing is found in words that help others to make a paper, or that carry out one that exists.
    """
    found = [wanted for clause in _clauses(text) for wanted in _of_clause(*clause)]
    if not found:
        found = [wanted for line in _clauses(product) for wanted in _of_product(*line, text)]
    return list({fold(wanted.title): wanted for wanted in found}.values())


def _clauses(text: str) -> Iterator[tuple[str, str]]:
    """The clauses of a text as printed, each with its lower-case words of equal length."""
    words = plain(nfc(text))
    start = 0
    for end in [*(match.start() for match in _CLAUSES.finditer(words)), len(words)]:
        clause = words[start:end].strip(" .;:,()-–")
        lower = retone(clause.lower())
        if clause:
            yield (clause, lower) if len(lower) == len(clause) else (lower, lower)
        start = end + 1


def _of_clause(clause: str, lower: str) -> Iterator[Wanted]:
    if match := _STARTS.match(lower):
        yield _wanted(clause, lower, 0, match["noun"], Asked.DRAW_UP, "")
        return
    match = _ASKS.search(lower)
    if match and not _HELPING.search(lower[: match.start()]):
        to = _to_whom(clause, lower, match)
        asked = _asked(match["verbs"])
        yield _wanted(clause, lower, match.start("title"), match["noun"], asked, to)
    elif not match:
        yield from _addressed(clause, lower)


def _to_whom(clause: str, lower: str, match: re.Match[str]) -> str:
    """Who is named among the verbs ("trình UBND Huyện ban hành") or before them ("tham mưu UBND Huyện …")."""
    whom = _NAMED.search(lower, match.start("verbs"), match.end("verbs"))
    whom = whom or _ADVISED.search(lower[: match.start()])
    return clause[slice(*whom.span("whom"))] if whom else ""


def _addressed(clause: str, lower: str) -> Iterator[Wanted]:
    """What is put before somebody without a paper being named: "báo cáo UBND Huyện, kiến nghị Tỉnh sửa đổi"."""
    found = [each for each in _TO.finditer(lower) if not _HELPING.search(lower[: each.start()])]
    for said, then in zip_longest(found, found[1:]):
        end = then.start() if then else len(clause)
        is_report = said["verb"] == "báo cáo"
        start = 0 if is_report and _is_short(clause[: said.start()]) else said.start()
        title = re.sub(r"[\s,]+(?:và)?\s*$", "", clause[start:end])
        kind = PaperKind.REPORT if is_report else PaperKind.SUBMISSION
        yield Wanted(_capital(title), kind, Asked.SUBMIT, clause[slice(*said.span("whom"))], clause)


def _is_short(words: str) -> bool:
    return len(words.split()) <= _BEFORE


def _of_product(clause: str, lower: str, text: str) -> Iterator[Wanted]:
    """A product that is a paper; few words are completed by those of the task."""
    if match := _IS_PAPER.match(lower):
        title = _title(clause, lower, match.start("noun"))
        if len(title.split()) <= FEW:
            title = f"{title}: {plain(nfc(text))}"[:LONGEST]
        yield Wanted(title, _kind(match["noun"]), Asked.ISSUE, "", clause)


def _wanted(clause: str, lower: str, start: int, noun: str, asked: Asked, to: str) -> Wanted:
    kind, title = _kind(noun), _title(clause, lower, start)
    if asked is Asked.REVIEW:
        kind = kind if kind is PaperKind.MECHANISM else PaperKind.REVIEW
        title = f"Rà soát {title[:1].lower()}{title[1:]}"
    return Wanted(title[:LONGEST], kind, asked, to, clause)


def _title(clause: str, lower: str, start: int) -> str:
    """The name of the paper: from the noun to where the sentence goes on to something else."""
    rest = lower[start:]
    end = _END.search(rest)
    length = _up_to_new_thought(rest[: end.start()] if end else rest)
    if len(rest[:length].split()) < FEW:
        length = len(rest)
    return _capital(clause[start : start + length].strip(" ,"))


def _up_to_new_thought(words: str) -> int:
    """How much of the words is one name: enumerations belong to it, long or verbal parts after a comma do not."""
    first, *others = words.split(", ")
    length = len(first)
    for part in others:
        if len(part.split()) > _AND_SO_ON or re.match(rf"và\b|{_VERB}", part):
            break
        length += len(part) + 2
    return length


def _capital(title: str) -> str:
    return f"{title[:1].upper()}{title[1:]}"[:LONGEST]


def _kind(noun: str) -> PaperKind:
    return next(kind for words, kind in _NOUNS.items() if re.fullmatch(words, noun))


def _asked(verbs: str) -> Asked:
    """What is asked by several verbs: issuing before reviewing, drawing up, submitting."""
    return next(asked for words, asked in _VERBS.items() if re.search(rf"\b(?:{words})\b", verbs))
