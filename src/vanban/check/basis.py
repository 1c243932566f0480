"""The lines that say what the document is based on: their wording, their marks, their completeness."""

import re
from collections.abc import Iterator, Sequence

from vanban.check.examined import Examined, paragraph_quotes, short
from vanban.check.form import applies
from vanban.check.remarks import Code, Remark, Said, Severity
from vanban.model import Reference
from vanban.paragraphs.reading import Paragraph
from vanban.text import fold

CODES = (
    Code(
        "basis-wording",
        Severity.LOOK,
        Said("Dòng căn cứ mở đầu bằng “{text}”.", "A line of the basis begins with “{text}”."),
        Said(
            "Mẫu văn bản dùng “Căn cứ …”, không thêm từ đệm.",
            "The forms say “Căn cứ …” and nothing more.",
        ),
        Said("Viết “Căn cứ …”.", "Write “Căn cứ …”."),
    ),
    Code(
        "basis-mark",
        Severity.LOOK,
        Said(
            "Dòng căn cứ không kết thúc bằng dấu chấm phẩy: “{text}”.",
            "A line of the basis does not end with a semicolon: “{text}”.",
        ),
        Said(
            "Cuối mỗi căn cứ có dấu chấm phẩy, căn cứ cuối cùng có dấu chấm (Nghị định 30/2020/NĐ-CP, Phụ lục I).",
            "Each ends with a semicolon, the last one with a full stop (Decree 30/2020, annex I).",
        ),
        Said("Sửa dấu cuối dòng.", "Mend the mark at the end."),
    ),
    Code(
        "basis-incomplete",
        Severity.MISSING,
        Said(
            "Căn cứ “{text}” không ghi {lacking}.",
            "The basis “{text}” does not give the {lacking_en}.",
        ),
        Said(
            "Viện dẫn lần đầu phải ghi đủ tên loại, số, ký hiệu, thời gian ban hành, cơ quan ban hành và trích yếu.",
            "Cited for the first time a document is named by kind, number, day, issuer and subject.",
        ),
        Said(
            "Ghi đủ như trên văn bản được viện dẫn.", "Write it in full, as that document has it."
        ),
    ),
)
PADDED = re.compile(r"(Căn cứ (?:vào|theo))(?!\w)", re.I)
BASIS = re.compile(r"căn cứ(?!\w)", re.I)
NUMBERLESS = ("luat", "bo luat", "phap lenh", "hien phap")  # cited by kind and name
WITH_NUMBER = 4  # letters of a number at least


def check(document: Examined) -> Iterator[Remark]:
    """Remarks on the basis of the document."""
    if not applies(document):
        return
    lines = basis_lines(document.paragraphs)
    for paragraph in lines:
        if padded := PADDED.match(paragraph.text):
            yield Remark("basis-wording", {"text": padded[1]}, paragraph_quotes(paragraph))
    if not document.reading.source.printed:
        yield from _marks(lines)
    for reference in document.reading.header.references:
        if reference.relation in ("basis", "carries_out"):
            yield from _incomplete(reference)


def basis_lines(paragraphs: Sequence[Paragraph]) -> list[Paragraph]:
    """The paragraphs that open with "Căn cứ" before the first heading."""
    lines: list[Paragraph] = []
    for paragraph in paragraphs:
        if paragraph.kind and lines:
            break
        if BASIS.match(paragraph.text) and not paragraph.kind:
            lines.append(paragraph)
    return lines


def _marks(lines: Sequence[Paragraph]) -> Iterator[Remark]:
    """Those but the last one that end otherwise; one that leads on to the body ("…, ban hành:") is no such line."""
    for paragraph in lines[:-1]:
        if not re.search(r"[;:,][\"”]?$", paragraph.text):
            values = {"text": short(paragraph.text)}
            yield Remark("basis-mark", values, paragraph_quotes(paragraph))


def _incomplete(reference: Reference) -> Iterator[Remark]:
    """A document cited by its number without its day."""
    if len(reference.number) < WITH_NUMBER or fold(reference.kind) in NUMBERLESS:
        return
    if reference.date or re.search(r"\d{4}", reference.text.replace(reference.number, "")):
        return
    values = {"text": reference.text, "lacking": "ngày ban hành", "lacking_en": "day of issue"}
    yield Remark("basis-incomplete", values, (reference.quote,) if reference.quote else ())
