"""The end of the document: who receives it, who signs it and in whose name, its closing mark."""

import re
from collections.abc import Iterator

from vanban.check.examined import Examined
from vanban.check.form import applies
from vanban.check.remarks import Code, Remark, Said, Severity
from vanban.header.signatures import RECEIVERS
from vanban.model import Quote
from vanban.text import fold

_SIGNING = Said(
    "Quyền hạn ký theo Điều 13 Nghị định 30/2020/NĐ-CP.",
    "The right to sign: Decree 30/2020, article 13.",
)
_FORM = Said(
    "Thể thức bắt buộc theo Nghị định 30/2020/NĐ-CP, Phụ lục I, mục II.",
    "Demanded by Decree 30/2020, annex I, II.",
)
CODES = (
    Code(
        "no-recipients",
        Severity.MISSING,
        Said("Không thấy mục “Nơi nhận”.", "There is no list of receivers (“Nơi nhận”)."),
        _FORM,
        Said(
            "Ghi nơi nhận, dòng cuối là “Lưu: VT, …”.",
            "List the receivers, the last line “Lưu: VT, …”.",
        ),
    ),
    Code(
        "no-signature",
        Severity.MISSING,
        Said("Không thấy quyền hạn, chức vụ của người ký.", "The signer's capacity is not given."),
        _FORM,
        Said(
            "Ghi quyền hạn, chức vụ và họ tên người ký.",
            "Write capacity, office and name of the signer.",
        ),
    ),
    Code(
        "no-archive-line",
        Severity.LOOK,
        Said("Nơi nhận không có dòng “Lưu: VT, …”.", "The receivers lack the line “Lưu: VT, …”."),
        _FORM,
        Said(
            "Thêm dòng cuối “- Lưu: VT, đơn vị soạn thảo.”.",
            "Add as the last line “- Lưu: VT, the unit that drafted it.”.",
        ),
    ),
    Code(
        "signed-alone",
        Severity.LOOK,
        Said(
            "Ủy ban nhân dân ban hành nhưng chữ ký “{text}” không ghi “TM. ỦY BAN NHÂN DÂN”.",
            "Issued by the People's Committee, but signed “{text}” without “TM. ỦY BAN NHÂN DÂN”.",
        ),
        _SIGNING,
        Said(
            "Ghi “TM. ỦY BAN NHÂN DÂN” nếu Ủy ban ban hành; giữ nguyên nếu Chủ tịch ban hành với thẩm quyền riêng.",
            "Write “TM. ỦY BAN NHÂN DÂN” if the Committee issues it; leave it if the Chairman does in person.",
        ),
    ),
    Code(
        "signed-for-whom",
        Severity.WRONG,
        Said(
            "Có “KT.” nhưng dưới đó không ghi chức vụ cấp phó: “{text}”.",
            "“KT.” is not followed by the office of a deputy: “{text}”.",
        ),
        _SIGNING,
        Said(
            "Ghi chức vụ cấp phó, như “PHÓ CHỦ TỊCH”.",
            "Write the deputy's office, as “PHÓ CHỦ TỊCH”.",
        ),
    ),
    Code(
        "signed-together",
        Severity.WRONG,
        Said(
            "“{text}”: cơ quan làm việc theo chế độ thủ trưởng không ký “TM.”.",
            "“{text}”: a body led by one head does not sign “TM.”.",
        ),
        _SIGNING,
        Said(
            "Bỏ “TM.”, ghi chức vụ người đứng đầu.", "Leave “TM.” out and write the head's office."
        ),
    ),
    Code(
        "no-closing-mark",
        Severity.LOOK,
        Said("Lời văn không kết thúc bằng “./.”.", "The text does not end with “./.”."),
        Said(
            "Dấu “./.” báo hết phần lời văn, trước nơi nhận và chữ ký.",
            "“./.” tells that the text ends before receivers and signature.",
        ),
        Said("Thêm “./.” sau câu cuối.", "Put “./.” behind the last sentence."),
    ),
)
DEPUTY = re.compile(r"PHÓ|THỨ TRƯỞNG|CẤP PHÓ")
ONE_HEAD = re.compile(r"TM\.\s*(?:SỞ|PHÒNG|CHI CỤC|CỤC|TRUNG TÂM|VĂN PHÒNG|VỤ)\b")
COMMITTEE = re.compile(r"uy ban nhan dan|ubnd")
LISTED = 1200  # characters below "Nơi nhận" within which its last line stands


def check(document: Examined) -> Iterator[Remark]:
    """Remarks on receivers, signature and the mark at the end."""
    if not applies(document):
        return
    if document.laid_out and document.reading.header.kind and document.whole_document:
        yield from _missing_parts(document)
    capacity = document.reading.header.signer_capacity
    quote = document.reading.header.quotes.get("signer_capacity")
    if capacity and quote:
        yield from _authority(document, capacity, quote)


def _missing_parts(document: Examined) -> Iterator[Remark]:
    receivers = RECEIVERS.search(document.flat)
    if not receivers:
        yield Remark("no-recipients")
    else:
        start = receivers.start()
        if not re.search(r"Lưu\s*:?\s", document.flat[start : start + LISTED]):
            yield Remark("no-archive-line", {}, document.quotes(start, receivers.end()))
    if not document.reading.header.signer_capacity:
        yield Remark("no-signature")
    if not re.search(r"\.\s?/\s?\.?", document.flat):
        yield Remark("no-closing-mark")


def _authority(document: Examined, capacity: str, quote: Quote) -> Iterator[Remark]:
    issuer = fold(document.reading.header.issuer or "")
    if COMMITTEE.match(issuer) and re.match(r"(?:KT\.\s*)?(?:PHÓ )?CHỦ TỊCH", capacity):
        yield Remark("signed-alone", {"text": capacity}, (quote,))
    if "KT." in capacity and not DEPUTY.search(capacity):
        yield Remark("signed-for-whom", {"text": capacity}, (quote,))
    if ONE_HEAD.match(capacity):
        yield Remark("signed-together", {"text": capacity}, (quote,))
