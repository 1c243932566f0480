"""The head of the document against Decree 30/2020, as far as the file shows it."""

import re
from collections.abc import Iterator

from vanban.check.examined import Examined, matches
from vanban.check.remarks import Code, Remark, Said, Severity
from vanban.header.kinds import NUMBER
from vanban.model import Quote
from vanban.text import fold

_FORM = Said(
    "Thể thức bắt buộc theo Nghị định 30/2020/NĐ-CP, Phụ lục I, mục II.",
    "Demanded by Decree 30/2020, annex I, II.",
)
_CITED = Said(
    "Người nhận và hồ sơ sau này gọi văn bản bằng số và ngày.",
    "Receivers and later documents call it by number and day.",
)


def _missing(code: str, vi: str, en: str) -> Code:
    """The code for a part of the head that is not there."""
    says = Said(f"Không thấy {vi}.", f"There is no {en}.")
    return Code(code, Severity.MISSING, says, _FORM, Said(f"Ghi thêm {vi}.", f"Add the {en}."))


CODES = (
    Code(
        "blank-number",
        Severity.MISSING,
        Said("Số văn bản còn để trống: “{text}”.", "The number is still blank: “{text}”."),
        _CITED,
        Said(
            "Ghi số khi phát hành, rồi nhập số vào hệ thống.",
            "Write the number in when it is issued.",
        ),
    ),
    Code(
        "blank-day",
        Severity.MISSING,
        Said(
            "Ngày, tháng ban hành còn để trống: “{text}”.",
            "The day of issue is not filled in: “{text}”.",
        ),
        _CITED,
        Said("Ghi đủ ngày, tháng, năm khi phát hành.", "Write day, month and year in."),
    ),
    _missing("no-national-name", "Quốc hiệu", "national name (“Quốc hiệu”)"),
    _missing("no-motto", "Tiêu ngữ “Độc lập - Tự do - Hạnh phúc”", "motto (“Tiêu ngữ”)"),
    _missing("no-number", "số, ký hiệu văn bản", "number and symbol"),
    _missing("no-day", "địa danh và thời gian ban hành", "place and day of issue"),
    _missing("no-title", "trích yếu nội dung (tên văn bản)", "title"),
    Code(
        "number-form",
        Severity.WRONG,
        Said(
            "Số, ký hiệu “{text}” viết chưa đúng cách.", "“{text}” is not written as it should be."
        ),
        Said(
            "Số nhỏ hơn 10 ghi thêm số 0; giữa số và ký hiệu có dấu gạch chéo, giữa các nhóm chữ "
            "có dấu gạch nối không cách chữ.",
            "Numbers under 10 take a 0 before them; a slash parts number and symbol, a hyphen without "
            "blanks the groups of letters.",
        ),
        Said("Viết thành “{right}”.", "Write “{right}”."),
    ),
    Code(
        "day-form",
        Severity.WRONG,
        Said(
            "Ngày ban hành “{text}” viết chưa đúng cách.",
            "The day “{text}” is not written as it should be.",
        ),
        Said(
            "Ngày nhỏ hơn 10 và tháng 1, 2 phải ghi thêm số 0 phía trước.",
            "Days under 10 and the months 1 and 2 take a 0 before them.",
        ),
        Said("Viết thành “{right}”.", "Write “{right}”."),
    ),
    Code(
        "kind-and-symbol",
        Severity.WRONG,
        Said(
            "Tên loại là {kind} nhưng ký hiệu là “{number}” (phải có “{right}”).",
            "The document is a “{kind}”, its symbol “{number}” (“{right}” is needed).",
        ),
        Said(
            "Chữ viết tắt trong ký hiệu theo tên loại văn bản (Nghị định 30/2020/NĐ-CP, Phụ lục III).",
            "The letters of the symbol follow the kind (Decree 30/2020, annex III).",
        ),
        Said("Sửa ký hiệu hoặc tên loại.", "Mend the symbol or the kind."),
    ),
)
LETTERS = {
    "nghi quyet": "NQ",
    "quyet dinh": "QĐ",
    "chi thi": "CT",
    "quy che": "QC",
    "quy dinh": "QyĐ",
    "thong cao": "TC",
    "thong bao": "TB",
    "huong dan": "HD",
    "chuong trinh": "CTr",
    "ke hoach": "KH",
    "phuong an": "PA",
    "de an": "ĐA",
    "du an": "DA",
    "bao cao": "BC",
    "to trinh": "TTr",
    "cong dien": "CĐ",
}
NATIONAL_NAME = re.compile(
    r"c[oộ]ng +h[oòóỏ][aàá] +x[ãa] +h[ộo]i +ch[ủu] +ngh[ĩi]a +vi[ệe]t +nam", re.I
)
MOTTO = re.compile(r"[đd][ộo]c +l[ậa]p *[-–] *t[ựu] +do *[-–] *h[ạa]nh +ph[úu]c", re.I)
PARTY = re.compile(r"đảng +cộng +sản +việt +nam", re.I)  # party documents have a form of their own
DAY = re.compile(
    r"(?P<text>ngày\s*(?P<day>\d{0,2})[\s.…_]*tháng\s*(?P<month>\d{0,2})[\s.…_]*năm\s*(?P<year>\d{4}))"
)
IN_FORCE = "2020-03-05"  # Decree 30/2020
HEAD = 1500  # characters within which the head stands


def check(document: Examined) -> Iterator[Remark]:
    """Remarks on number, day, kind and title of the head."""
    yield from _blanks(document)
    if applies(document):
        yield from _missing_parts(document)
        yield from _written(document)


def applies(document: Examined) -> bool:
    """Whether Decree 30/2020 rules the document: no party document, none that is older."""
    date = document.reading.header.date or IN_FORCE
    old = date < IN_FORCE[: len(date)]
    return not old and not PARTY.search(document.flat[:HEAD])


def _blanks(document: Examined) -> Iterator[Remark]:
    """What was left to write in; on a scan it stands there by hand, which machines do not read."""
    if document.reading.source.format == "scan":
        return
    header = document.reading.header
    if header.number_blank and header.number:
        yield Remark("blank-number", {"text": header.number}, _quote(document, "number"))
    quote = header.quotes.get("date")
    match = DAY.search(quote.text) if quote else None
    if match and quote and not (match["day"] and match["month"]):
        yield Remark("blank-day", {"text": match["text"]}, (quote,))


def _quote(document: Examined, name: str) -> tuple[Quote, ...]:
    quote = document.reading.header.quotes.get(name)
    return (quote,) if quote else ()


def _missing_parts(document: Examined) -> Iterator[Remark]:
    """What a file that shows the form does not hold; text alone proves nothing."""
    header, head = document.reading.header, document.flat[: 2 * HEAD]
    if not document.laid_out or not header.kind or not document.whole_document:
        return
    here = {
        "no-national-name": NATIONAL_NAME.search(head),
        "no-motto": MOTTO.search(head),
        "no-number": header.number,
        "no-day": header.date,
        "no-title": header.title,
    }
    for code, part in here.items():
        if not part:
            yield Remark(code, {}, _quote(document, "kind"))


def _written(document: Examined) -> Iterator[Remark]:
    header = document.reading.header
    match = NUMBER.search(document.flat, 0, 2 * HEAD)
    if match and header.number and match["digits"]:
        said = match.group()[match.start("digits") - match.start() :].strip()
        right = right_number(said)
        if right != said and not _only_blanks(document, said, right):
            quotes = document.quotes(match.start("digits"), match.end())
            yield Remark("number-form", {"text": said, "right": right}, quotes)
    for day in matches(DAY, document):
        if (quote := header.quotes.get("date")) and document.line_at(day.start()) == quote.line:
            yield from _day(day["text"], quote)
            break
    yield from _symbol(document)


def _only_blanks(document: Examined, said: str, right: str) -> bool:
    """Whether blanks alone differ in a format that tells no blanks: numbers are stamped into a PDF."""
    typed = document.reading.source.format in ("docx", "text", "markdown", "html")
    return not typed and said.replace(" ", "") == right


def right_number(said: str) -> str:
    """A number and symbol with its 0, its slash and its hyphens: "5 /KH - UBND" → "05/KH-UBND"."""
    joined = re.sub(r"\s*([/-])\s*", r"\1", said)
    return re.sub(r"^(\d)(?=[/-])", r"0\1", joined)


def _day(said: str, quote: Quote) -> Iterator[Remark]:
    right = re.sub(r"(?<=ngày )(\d)(?= )", r"0\1", re.sub(r" +", " ", said))
    right = re.sub(r"(?<=tháng )([12])(?= )", r"0\1", right)
    if right != re.sub(r" +", " ", said):
        yield Remark("day-form", {"text": said, "right": right}, (quote,))


def _symbol(document: Examined) -> Iterator[Remark]:
    header = document.reading.header
    right = LETTERS.get(fold(header.kind or ""))
    groups = re.split(r"[/-]", header.number or "")
    letters = next((group for group in groups if group and not group[0].isdigit()), "")
    known = {one.upper() for one in LETTERS.values()}
    if right and letters.upper() in known and letters.upper() != right.upper():
        values = {"kind": header.kind or "", "number": header.number or "", "right": right}
        yield Remark("kind-and-symbol", values, _quote(document, "number"))
