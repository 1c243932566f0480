"""The head of a document: who issued it, under which number, when, what it is called, who signed."""

import re
from collections.abc import Mapping

from vanban.header.annexes import annex_title
from vanban.header.capitals import in_usual_letters
from vanban.header.issuers import issuer_of
from vanban.header.kinds import CITED, DATE, FURTHER, LOWER, NUMBER, TITLED, any_of, iso_date
from vanban.header.references import read_references
from vanban.header.signatures import UNSIGNED, Signature, read_recipients, read_signature
from vanban.joined import Joined, whole_of
from vanban.model import Attached, Header, Quote, Source
from vanban.paragraphs.numbering import UPPER
from vanban.passages import lines_of
from vanban.text import plain

FURTHEST = 6000  # characters of a document within which its head stands
LONGEST_TITLE = 900
PLACE = re.compile(rf"(?P<place>[{UPPER}][\w.]*(?:[ \t]+[{UPPER}][\w.]*){{0,5}})\s*,\s*$")
STAMP = re.compile(r"(?m)^[ \t]*(?P<stamp>(?:TUYỆT[ \t]+|TỐI[ \t]+)?MẬT)[ \t]*$")
HEADING = (
    r"(?:[IVX]{1,5}\s?[.)/-]\s*[\"“(]?[A-ZĐÀ-Ỹ]|Điều\s+\d|(?:PHẦN|Phần|CHƯƠNG|Chương)\s+(?:[IVX\d]|thứ)"
    r"|1\s?[.)]\s)"
)
FIRST_HEADING = re.compile(rf"(?<!\S){HEADING}")
RULE = r"[-_–—*=~]{3,}"
AUTHORITY = (
    r"(?:BỘ\s+TRƯỞNG|CHỦ\s+TỊCH|[ỦU][ỶY]\s+BAN\s+NHÂN\s+DÂN|GIÁM\s+ĐỐC|THỦ\s+TƯỚNG|CHÍNH\s+PHỦ|CHÁNH\s+VĂN"
    r"|HỘI\s+ĐỒNG\s+NHÂN\s+DÂN|(?:TỔNG\s+)?CỤC\s+TRƯỞNG|TRƯỞNG\s+BAN|THỐNG\s+ĐỐC)(?!\w)"
)
OPENS_BODY = (
    rf"(?:Căn\s+cứ|Kính\s+gửi|Để|Nhằm|Xét|Thi\s+hành|Theo\s+đề\s+nghị|Trên\s+cơ\s+sở|Hiện\s+nay|Năm\s+\d{{4}},|Ngày\s+\d+"
    rf"|(?:Trong\s+)?(?:[Tt]hời\s+gian|[Nn]hững\s+năm)\s+(?:gần\s+đây|qua)|Trong\s+\d+\s+(?:năm|tháng)|Được\s+sự|Sau\s+\d+|\(?\s*(?:Ban\s+hành\s+)?[Kk]èm\s+theo"
    rf"|(?:Tiếp\s+tục\s+)?(?:Thực\s+hiện|Triển\s+khai)(?:\s+thực\s+hiện)?(?:\s+các)?\s+"
    rf"(?:(?:{any_of(CITED)})\s+(?:số|ngày|của|\d)|chủ\s+trương|ý\s+kiến|chỉ\s+đạo))(?!\w)"
)
DECIDES = r"(?:QUYẾT\s+(?:ĐỊNH|NGHỊ)|NGHỊ\s+QUYẾT)\s*:"
ENDS_TITLE = re.compile(rf"{HEADING}|{RULE}|{AUTHORITY}|{DECIDES}|{OPENS_BODY}")
# An authority named within a title ("… CỦA CHÍNH PHỦ") is not the one that speaks below it.
BEFORE_NAMED = "CỦA DO VÀ VỚI CHO TRÌNH PHÓ THUỘC LÀ VỀ TỊCH PHÒNG TRA TƯỚNG"
WITHIN = "".join(rf"(?<!{word}\s)" for word in BEFORE_NAMED.split(" "))
ENDS_CAPITALS = re.compile(rf"(?<!\S)(?:{HEADING}|{RULE}|{DECIDES}|{WITHIN}{AUTHORITY})")
IN_CAPITALS = re.compile(rf"(?:(?!\S*{LOWER})\S+(?:\s+|$)){{2}}")
SMALL_WORD = re.compile(rf"(?<!\S)\S*{LOWER}")
LINE = re.compile(r"[^\n]+")
FURTHER_KIND = re.compile(rf"[ \t]+(?:{any_of(FURTHER)})(?=[ \t]*(?:\n|$))")
CARRYING = re.compile(r"(?:Tiếp\s+tục\s+)?(?:Thực\s+hiện|Triển\s+khai)(?!\w)")
BODY_LINE = re.compile(rf"(?m)^[ \t]*(?:{HEADING}|{RULE}|{AUTHORITY}|{OPENS_BODY})|\n\s*\n")
ISSUING = frozenset(["QUYẾT ĐỊNH", "NGHỊ QUYẾT", "CHỈ THỊ"])
WITH = re.compile(r"\s*\(\s*(?:Ban\s+hành\s+)?[Kk]èm\s+theo")
Span = tuple[int, int]
SENTENCE_END = re.compile(r"[.:;,]\s*$")


def read_header(source: Source, whole: Joined | None = None) -> Header:
    """The head as far as it is printed, nothing is guessed; `whole` is `whole_of(source)` if that is made already."""
    whole, bold = whole or whole_of(source), _bold(source)
    spans = _spans(whole, bold)
    said = {name: _text(whole, span) for name, span in spans.items()}
    signature = read_signature(whole) or UNSIGNED
    place = said.get("place")
    issuer, issuer_quote = issuer_of(whole, _head_end(spans), signature.capacity, place)
    number = (said.get("number") or "").replace(" ", "")
    return Header(
        issuer=issuer,
        number=number or None,
        number_blank=bool(number) and not number[0].isdigit(),
        place=place,
        date=_date(said.get("date")),
        kind=(said.get("kind") or "").capitalize() or None,
        title=_usual_title(whole, spans.get("title")),
        signer_capacity=signature.capacity,
        signer=signature.signer,
        secrecy=said.get("secrecy"),
        recipients=read_recipients(whole),
        attached=_attached(whole, spans, signature, bold),
        references=read_references(whole, *spans["preamble"], number),
        quotes=_quotes(whole, spans, signature, issuer_quote),
    )


def _head_end(spans: Mapping[str, Span]) -> int:
    """Where the letterhead ends: at the number, the day or the kind."""
    return min((spans[name][0] for name in ("number", "date", "kind") if name in spans), default=0)


def _bold(source: Source) -> frozenset[int]:
    """The numbers of the lines in bold."""
    return frozenset(line.number for line in lines_of(source.blocks) if line.bold)


def _attached(
    whole: Joined, spans: Mapping[str, Span], signature: Signature, bold: frozenset[int]
) -> Attached | None:
    """What a decision or resolution issues: the next kind in capitals behind the signature, or above "kèm theo"."""
    own = (_text(whole, spans.get("kind")) or "").upper()
    if own not in ISSUING:
        return None
    after = signature.span[1] if signature.span else spans["kind"][1]
    for match in TITLED.finditer(whole.text, after):
        kind = _with_further(whole.text, match.span())
        title = _title(whole, kind[1], bold)
        end = title[1] if title else kind[1]
        opens = not whole.text[after : match.start()].strip() or _begins_line(whole.text, kind[0])
        if (
            opens
            and (signature.span or WITH.match(whole.text, end))
            and match.group().upper() != own
        ):
            name = plain(whole.text[slice(*kind)]).capitalize()
            return Attached(name, _usual_title(whole, title), whole.quote(kind[0], end))
    return None


def _usual_title(whole: Joined, span: Span | None) -> str | None:
    """A title as printed; one in capitals in the letters the rest of the document has for its words."""
    title = _text(whole, span)
    return in_usual_letters(title, whole.text) if title else None


def _begins_line(text: str, at: int) -> bool:
    return at == 0 or text[at - 1] == "\n"


def _with_further(text: str, kind: Span) -> Span:
    """The kind with what belongs to it on its line ("KẾ HOẠCH HÀNH ĐỘNG"), if nothing else stands there."""
    further = FURTHER_KIND.match(text, kind[1])
    return (kind[0], further.end()) if further else kind


def _quotes(
    whole: Joined, spans: Mapping[str, Span], signature: Signature, issuer: Quote | None
) -> dict[str, Quote]:
    """The words behind each part of the head, by the name of the part."""
    quotes = {name: whole.quote(*span) for name, span in spans.items() if name != "preamble"}
    quotes |= {"issuer": issuer, "signer": signature.signer_quote}
    quotes |= {"signer_capacity": signature.capacity_quote}
    return {name: quote for name, quote in quotes.items() if quote}


def _spans(whole: Joined, bold: frozenset[int]) -> dict[str, Span]:
    """Where each part of the head stands; parts that are not there are left out."""
    number = NUMBER.search(whole.text, 0, FURTHEST)
    kind = _kind(whole.text, number.end() if number else 0)
    before = kind[0] if kind else FURTHEST
    if number and number.start() > before:
        number = None
    date = DATE.search(whole.text, 0, before)
    place = _place(whole.text, number.end() if number else 0, date.start()) if date else None
    if not kind and not place:
        date = None  # a day in running text is not that of the head
    title = _title(whole, kind[1], bold) if kind else None
    if not (kind or number or date):
        title = annex_title(whole.text)
    found = {
        "number": _number(number) if number else None,
        "date": date.span() if date else None,
        "place": place,
        "kind": kind,
        "title": title,
        "secrecy": _stamp(whole.text, kind[1] if kind else FURTHEST),
        "preamble": _preamble(whole.text, (title or kind or (0, 0))[1]),
    }
    return {name: span for name, span in found.items() if span}


def _text(whole: Joined, span: Span | None) -> str | None:
    return plain(whole.text[slice(*span)]) if span else None


def _date(text: str | None) -> str | None:
    match = DATE.search(text) if text else None
    return iso_date(match["year"], match["month"], match["day"]) if match else None


def _number(match: re.Match[str]) -> Span:
    """The number and symbol; where the number is blank, the symbol."""
    return (match.start("digits") if match["digits"] else match.start("symbol")), match.end(
        "symbol"
    )


def _kind(text: str, after: int) -> Span | None:
    """The kind in capitals: at the beginning of a line if it is so printed, else right behind the day."""
    date = DATE.search(text, after, FURTHEST)
    begin = date.end() if date and date.start() - after < 200 else after
    for match in TITLED.finditer(text, begin, FURTHEST):
        if _begins_line(text, match.start()) or (begin and not text[begin : match.start()].strip()):
            return _with_further(text, match.span())
    return None


def _place(text: str, after: int, date: int) -> Span | None:
    match = PLACE.search(text, max(after, date - 60) if after < date else max(0, date - 60), date)
    return match.span("place") if match else None


def _stamp(text: str, head_end: int) -> Span | None:
    """A secrecy stamp stands alone on its line in the head; the word inside a sentence is none."""
    match = STAMP.search(text, 0, head_end)
    return match.span("stamp") if match else None


def _title(whole: Joined, after: int, bold: frozenset[int]) -> Span | None:
    """What stands under the kind until the body opens; its lines may stand apart."""
    text = whole.text
    start = after + len(text[after:]) - len(text[after:].lstrip())
    first = LINE.match(text, start)
    if first is None or (ENDS_TITLE.match(text, start) and not _is_titled_so(text, start)):
        return None
    if IN_CAPITALS.match(text, start):
        return start, _capitals_end(text, start)
    end, limit = first.end(), start + LONGEST_TITLE
    while (line := LINE.search(text, end, limit)) and not _opens_body(text, line):
        if _is_bold(whole, end - 1, bold) != _is_bold(whole, line.start(), bold):
            break
        end = line.end()
    return start, end


def _is_titled_so(text: str, start: int) -> bool:
    """Whether "Thực hiện Nghị quyết số …" is the title itself: what opens the body announces something with ":"."""
    if not CARRYING.match(text, start):
        return False
    limit = start + LONGEST_TITLE
    ends = [match.start() for match in BODY_LINE.finditer(text, start + 1, limit)]
    return not text[start : min(ends, default=limit)].rstrip().endswith((":", ";", "."))


def _capitals_end(text: str, start: int) -> int:
    """Where a title in capitals ends, though the body may follow on the same line."""
    limit = start + LONGEST_TITLE
    ends = [
        match.start()
        for pattern in (ENDS_CAPITALS, SMALL_WORD)
        if (match := pattern.search(text, start, limit))
    ]
    return start + len(text[start : min(ends, default=limit)].rstrip())


def _opens_body(text: str, line: re.Match[str]) -> bool:
    """Whether a line below the title no longer belongs to it."""
    if ENDS_TITLE.match(line.group()) or line.group().isupper():
        return True
    stands_apart = text[: line.start()].endswith("\n\n") and line.group()[0].isupper()
    block = text[line.start() :].split("\n\n", 1)[0]
    return stands_apart and bool(SENTENCE_END.search(block))


def _is_bold(whole: Joined, offset: int, bold: frozenset[int]) -> bool:
    return whole.words_in(offset, offset + 1)[0].line in bold


def _preamble(text: str, after: int) -> Span:
    heading = FIRST_HEADING.search(text, after)
    return after, heading.start() if heading else min(len(text), after + FURTHEST)
