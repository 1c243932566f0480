"""The other documents a document names: what it carries out, what it is based on, what it mentions."""

import re
from collections.abc import Iterator

from vanban.header.kinds import CITED, CITED_DATE, any_of, iso_date
from vanban.joined import Joined
from vanban.model import Reference
from vanban.paragraphs.numbering import UPPER
from vanban.text import key, plain

CITATION = re.compile(
    rf"(?<!\w)(?P<kind>(?:{any_of(CITED)}))\s+(?:số\s*:?\s*)?(?P<number>\d+[a-zđ]?(?:\s?[/-]\s?[\w.&]+)+)",
    re.I,
)
BY_NAME = re.compile(
    rf"(?<!\w)(?P<kind>(?:{any_of(CITED)}))\s+(?P<name>[{UPPER}][^;:.()]{{1,300}}?)(?=[;:.()]|\s*$|\s+ngày\s|\s+về\s)"
)
ISSUED_BY = re.compile(
    rf"\s*,?\s*của\s+(?P<issuer>(?:các\s+)?[{UPPER}][^;:,.()]{{0,200}}?)"
    r"(?=\s+(?:về|ban\s+hành|phê\s+duyệt|quy\s+định|hướng\s+dẫn|triển\s+khai|thực\s+hiện|tại|và|V/v)(?!\w)"
    r"|[;:,.()]|\s*$)"
)
SEPARATOR = re.compile(r"\s*,?\s*(?:ban\s+hành\s+)?")
CLAUSE = re.compile(r"(?:[^;.]|\.(?=\S))+")
BASIS = re.compile(r"(?<!\w)Căn\s+cứ(?!\w)")
CARRIES_OUT = re.compile(r"(?<!\w)(?:Tiếp\s+tục\s+[tT]|T)(?:hực\s+hiện|riển\s+khai)(?!\w)")
SUBJECT = re.compile(r"\s(?:về|V/v)\s")


def read_references(whole: Joined, begin: int, end: int, own: str) -> tuple[Reference, ...]:
    """References of the preamble between two offsets, then those the rest of the text mentions.

    An annex is "issued with" the document itself, whose number is `own`: that is no other document.

    In the preamble a clause "Căn cứ …" gives a basis, "Thực hiện …" what is carried out; what such a
    document is about ("về …") may name others, which are only mentioned. Each number is given once.
    """
    found: list[Reference] = []
    for clause in CLAUSE.finditer(whole.text, begin, end):
        found.extend(_of_clause(whole, *clause.span()))
    found.extend(_citations(whole, end, len(whole.text), "mentions"))
    once: dict[str, Reference] = {}
    for reference in found:
        once.setdefault(key(reference.number) or key(reference.text), reference)
    once.pop(key(own), None)
    return tuple(once.values())


def _of_clause(whole: Joined, start: int, end: int) -> Iterator[Reference]:
    relation = _relation(whole.text[start:end])
    if relation is None:
        yield from _citations(whole, start, end, "mentions")
        return
    about = SUBJECT.search(whole.text, start, end)
    middle = about.start() if about else end
    named = list(_citations(whole, start, middle, relation))
    if not named and relation == "basis":
        named = list(_by_name(whole, start, end))
    yield from named
    yield from _citations(whole, middle, end, "mentions")


def _relation(clause: str) -> str | None:
    if BASIS.search(clause):
        return "basis"
    return "carries_out" if CARRIES_OUT.search(clause) else None


def _citations(whole: Joined, start: int, end: int, relation: str) -> Iterator[Reference]:
    for match in CITATION.finditer(whole.text, start, end):
        number = plain(match["number"]).replace(" ", "").rstrip(".,")
        if re.search(r"[A-ZĐ]", number):
            yield _reference(
                whole, match.start(), match.start() + len(match.group().rstrip(".,")), relation
            )


def _by_name(whole: Joined, start: int, end: int) -> Iterator[Reference]:
    match = BY_NAME.search(whole.text, start, end)
    if match:
        yield _reference(whole, match.start(), match.end(), "basis")


def _reference(whole: Joined, start: int, end: int, relation: str) -> Reference:
    text = whole.text
    cited = CITATION.match(text, start)
    named = BY_NAME.match(text, start)
    day = CITED_DATE.match(text, _after(text, end))
    last = day.end() if day else end
    issuer = ISSUED_BY.match(text, last)
    last = issuer.end("issuer") if issuer else last
    match = cited or named
    kind = plain(match["kind"]) if match else ""
    return Reference(
        relation,
        plain(text[start:last]),
        kind[:1].upper() + kind[1:].lower(),
        plain(cited["number"]).replace(" ", "").rstrip(".,") if cited else "",
        iso_date(day["year"], day["month"], day["day"]) if day else "",
        plain(issuer["issuer"]) if issuer else "",
        whole.quote(start, last),
    )


def _after(text: str, end: int) -> int:
    separator = SEPARATOR.match(text, end)
    return separator.end() if separator else end
