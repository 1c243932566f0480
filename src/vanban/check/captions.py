"""The guide line of an annex, "(Kèm theo Kế hoạch số … ngày … của …)", against the head of the document."""

import re
from collections.abc import Iterator

from vanban.check.examined import Examined
from vanban.check.remarks import Code, Remark, Said, Severity
from vanban.header.kinds import CITED, any_of, iso_date
from vanban.text import key, plain

_WHY = Said(
    "Phụ lục phải kèm theo đúng văn bản này (Nghị định 30/2020/NĐ-CP, Phụ lục I, mục III).",
    "An annex belongs to this very document (Decree 30/2020, annex I, III).",
)
_TODO = Said(
    "Sửa dòng chú dẫn cho khớp với đầu văn bản; với văn bản điện tử có thể để trống.",
    "Make the guide line agree with the head; in an electronic document it may stay blank.",
)
CODES = (
    Code(
        "annex-year",
        Severity.WRONG,
        Said(
            "Chú dẫn của phụ lục ghi năm {annex} nhưng đầu văn bản ghi năm {head}.",
            "The guide line of the annex says {annex}, the head of the document {head}.",
        ),
        _WHY,
        _TODO,
    ),
    Code(
        "annex-day",
        Severity.WRONG,
        Said(
            "Chú dẫn của phụ lục ghi ngày {annex} nhưng đầu văn bản ghi ngày {head}.",
            "The guide line of the annex says {annex}, the head of the document {head}.",
        ),
        _WHY,
        _TODO,
    ),
    Code(
        "annex-number",
        Severity.WRONG,
        Said(
            "Chú dẫn của phụ lục ghi số “{annex}” nhưng đầu văn bản ghi “{head}”.",
            "The guide line of the annex says “{annex}”, the head of the document “{head}”.",
        ),
        _WHY,
        _TODO,
    ),
)
CAPTION = re.compile(
    rf"\(\s*(?:ban\s+hành\s+)?kèm\s+theo\s+(?P<kind>{any_of(CITED)})(?P<rest>[^()]{{0,300}})\)",
    re.I,
)
SYMBOL = re.compile(
    r"số\s*:?\s*(?P<number>[\d…._]*\s*/\s*[A-ZĐ\d][\w.&-]*(?:\s?[-/]\s?[A-ZĐ][\w.&]*)*)", re.I
)
DAY = re.compile(
    r"ngày\s*(?:(?P<day>\d{1,2})|[\s.…_]*)(?:\s*/\s*|\s*tháng\s*|\s+)"
    r"(?:(?P<month>\d{1,2})|[\s.…_]*)(?:\s*/\s*|\s*năm\s*|\s+)(?P<year>20\d\d)"
)


def check(document: Examined) -> Iterator[Remark]:
    """Remarks on guide lines that name the document's own kind."""
    header = document.reading.header
    for match in CAPTION.finditer(document.flat):
        named = _named(match, header.kind or "")
        if named is None:
            continue
        quotes = document.quotes(*match.span())
        own = named.split(" của ")[0]
        if (said := _day(own)) and header.date and not header.date.startswith(said):
            yield from _other_day(said, header.date, match, document)
        if (number := _number(own)) and header.number and _differ(number, header.number):
            values = {"annex": number, "head": header.number}
            yield Remark("annex-number", values, quotes)


def _named(match: re.Match[str], kind: str) -> str | None:
    """What the guide line says of the document; it may call it "Chương trình … tại Nghị quyết số …"."""
    if not kind or key(match["kind"]) == key(kind):
        return match["rest"]
    within = re.search(rf"\s(?:tại|theo)\s+{re.escape(kind)}(?=\s+số)", match["rest"], re.I)
    return match["rest"][within.end() :] if within else None


def _day(text: str) -> str:
    match = DAY.search(text)
    return iso_date(match["year"], match["month"], match["day"]) if match else ""


def _number(text: str) -> str:
    match = SYMBOL.search(text)
    return plain(match["number"]).replace(" ", "") if match else ""


def _other_day(said: str, head: str, match: re.Match[str], document: Examined) -> Iterator[Remark]:
    """A remark unless one of the two days is only less exact than the other."""
    quotes = document.quotes(*match.span())
    if said[:4] != head[:4]:
        yield Remark("annex-year", {"annex": said[:4], "head": head[:4]}, quotes)
    elif not said.startswith(head):
        yield Remark("annex-day", {"annex": vietnamese(said), "head": vietnamese(head)}, quotes)


def vietnamese(day: str) -> str:
    """2022-02-21 as 21/02/2022, 2022-02 as 02/2022."""
    return "/".join(reversed(day.split("-")))


def _differ(annex: str, head: str) -> bool:
    """Whether the symbols differ, or two numbers that are both written in."""
    one, other = re.sub(r"[.…_]+(?=/)", "", annex), re.sub(r"[.…_]+(?=/)", "", head)
    digits, symbol = one.split("/", 1)[0], key(one.split("/", 1)[-1])
    own_digits, own_symbol = other.split("/", 1)[0], key(other.split("/", 1)[-1])
    return symbol != own_symbol or bool(
        digits and own_digits and digits.lstrip("0") != own_digits.lstrip("0")
    )
