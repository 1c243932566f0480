"""Places of this document that its words point to: annexes, sections, articles."""

import re
from collections.abc import Iterator

from vanban.check.examined import Examined, matches
from vanban.check.headings import kind_of, roman
from vanban.check.remarks import Code, Remark, Said, Severity
from vanban.header.kinds import CITED, any_of
from vanban.text import key

_WHY = Said(
    "Người thực hiện không tìm được chỗ được viện dẫn.",
    "Whoever carries the plan out cannot find the place.",
)
_TODO = Said("Sửa số, hoặc thêm phần còn thiếu.", "Mend the number, or add what is missing.")
CODES = (
    Code(
        "no-such-annex",
        Severity.WRONG,
        Said(
            "Nhắc đến “{text}” nhưng văn bản không có phụ lục này.",
            "“{text}” is cited, but the document has no such annex.",
        ),
        _WHY,
        _TODO,
    ),
    Code(
        "annex-absent",
        Severity.LOOK,
        Said(
            "Nhắc đến “{text}” nhưng tệp này không có phụ lục.",
            "“{text}” is cited, but this file holds no annex.",
        ),
        _WHY,
        Said("Đưa phụ lục vào cùng văn bản.", "Put the annex with the document."),
    ),
    Code(
        "no-such-section",
        Severity.WRONG,
        Said(
            "Nhắc đến “{text}” nhưng văn bản không có {what} này.",
            "“{text}” is cited, but the document has no such place.",
        ),
        _WHY,
        _TODO,
    ),
    Code(
        "annex-not-cited",
        Severity.LOOK,
        Said(
            "Có phụ lục kèm theo nhưng lời văn không nhắc đến.",
            "There is an annex that the text does not speak of.",
        ),
        Said(
            "Lời văn phải có chỉ dẫn về phụ lục (Nghị định 30/2020/NĐ-CP, Phụ lục I, mục III).",
            "The text must refer to its annexes (Decree 30/2020, annex I, III).",
        ),
        Said(
            "Thêm “(Phụ lục kèm theo)” ở chỗ giao nhiệm vụ.",
            "Put “(Phụ lục kèm theo)” where the work is assigned.",
        ),
    ),
)
NUMBER = r"(?P<number>(?-i:[IVX]+)|\d{1,2})(?![\w/])"
ANNEX = re.compile(rf"(?<!\w)phụ\s+lục\s+(?:số\s+)?{NUMBER}", re.I)
ATTACHED = re.compile(
    r"(?<!\w)(?P<text>phụ\s+lục(?:\s+(?:số\s+)?(?:(?-i:[IVX]+)|\d{1,2}))?\s+(?:(?:chi\s+tiết|được)\s+)?"
    r"(?:đính\s+kèm|kèm\s+theo|gửi\s+kèm))(?P<after>[^.;,)]{0,60})",
    re.I,
)
SECTION = re.compile(
    r"(?:tại|theo|ở|nêu ở|của|nêu tại|quy định tại)\s+(?P<what>phần|mục)\s+(?P<number>(?-i:[IVX]+))(?![\w/.])"
    r"(?P<after>[^.;]{0,60})",
    re.I,
)
ARTICLE = re.compile(
    r"(?P<text>Điều\s+(?P<number>\d{1,2}))\s+(?:của\s+)?(?P<kind>quyết\s+định|nghị\s+quyết|kế\s+hoạch|quy\s+chế)\s+này(?!\w)",
    re.I,
)
ELSEWHERE = re.compile(rf"^[^,;.]{{0,30}}?(?:{any_of(CITED)})(?!\s+này)", re.I)
NAMED = re.compile(
    r"phụ\s+lục|danh\s+mục|biểu|kèm\s+theo\s+(?:kế\s+hoạch|quyết\s+định)\s+này", re.I
)
FEW_ROWS = 3  # the head and the signatures of a document are tables of few rows
HEADING = re.compile(rf"^\s*phụ\s+lục(?:\s+(?:số\s+)?{NUMBER})?\s*[.:]?", re.I)


def check(document: Examined) -> Iterator[Remark]:
    """Remarks on places that are not there; only where the file holds the document to its end."""
    if not document.whole_document:
        return
    yield from _annexes(document)
    yield from _absent(document)
    yield from _sections(document)
    yield from _articles(document)


def annex_numbers(document: Examined) -> set[int]:
    """The numbers of the annexes that begin in the document; 0 for one without a number."""
    found: set[int] = set()
    for line in document.lines:
        match = HEADING.match(line.text)
        if match and (
            match.end() >= len(line.text.rstrip()) or line.text.lstrip().startswith("PHỤ LỤC")
        ):
            found.add(_value(match["number"]) if match["number"] else 0)
    return found


def _value(number: str) -> int:
    return int(number) if number.isdecimal() else roman(number.upper())


def _annexes(document: Examined) -> Iterator[Remark]:
    """A numbered annex that is cited but not here, where others of the same document are."""
    here = annex_numbers(document)
    for match in matches(ANNEX, document):
        after = document.flat[match.end() : match.end() + 60]
        if here - {0} and _value(match["number"]) not in here and not _of_another(after):
            yield Remark("no-such-annex", {"text": match.group()}, document.quotes(*match.span()))
    named = sum(
        bool(NAMED.search(line.text)) and not HEADING.match(line.text) for line in document.lines
    )
    if here and not named:
        yield Remark("annex-not-cited")


def _absent(document: Examined) -> Iterator[Remark]:
    """An attached annex that is cited in a file that has none: no heading of one, no table, no list in capitals."""
    listed = document.task_tables or any(len(table.rows) > FEW_ROWS for table in document.tables)
    if listed or annex_numbers(document) or document.whole.text.count("DANH MỤC"):
        return
    match = next(iter(matches(ATTACHED, document)), None)
    if match and not _of_another(match["after"]):
        yield Remark("annex-absent", {"text": match["text"]}, document.quotes(*match.span("text")))


def _of_another(after: str) -> bool:
    return bool(ELSEWHERE.match(after))


def _sections(document: Examined) -> Iterator[Remark]:
    """A Roman section that is cited but not here."""
    here = {
        key(provision.number.strip(" .)/-")).upper()
        for provision in document.reading.provisions
        if kind_of(provision.number) in ("roman", "part")
    }
    numbers = {re.sub(r"^(?:PHẦN|CHƯƠNG)", "", one) for one in here}
    for match in matches(SECTION, document):
        wanted = match["number"].upper()
        printed = re.search(rf"(?<!\S){wanted}\s?[./)-]", document.flat)
        if numbers and wanted not in numbers and not printed and not _of_another(match["after"]):
            text = f"{match['what']} {match['number']}"
            quotes = document.quotes(match.start("what"), match.end("number"))
            yield Remark("no-such-section", {"text": text, "what": match["what"].lower()}, quotes)


def _articles(document: Examined) -> Iterator[Remark]:
    here = {int(one) for one in re.findall(r"(?<!\w)Điều\s+(\d{1,2})\s*[.:]", document.flat)}
    for match in matches(ARTICLE, document):
        if here and int(match["number"]) not in here:
            quotes = document.quotes(*match.span())
            yield Remark("no-such-section", {"text": match["text"], "what": "điều"}, quotes)
