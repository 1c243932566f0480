"""Every code `vanban check` may say, by subject; and the words of a remark in both languages."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from vanban.check import (
    abbreviations,
    aims,
    basis,
    calendar,
    captions,
    citations,
    clarity,
    closing,
    counting,
    figures,
    form,
    headings,
    offices,
    page,
    pointers,
    rows,
    sums,
    times,
    timing,
    titles,
    wording,
)
from vanban.check.examined import Examined
from vanban.check.remarks import Code, Remark, Said
from vanban.check.spelling import doubts

Check = Callable[[Examined], Iterator[Remark]]


@dataclass(frozen=True, slots=True)
class Subject:
    """What a group of codes is about. `looked_at` says in words what was checked, for a page without remarks."""

    name: str
    title: Said
    looked_at: Said
    checks: tuple[Check, ...]
    codes: tuple[Code, ...]


SUBJECTS: tuple[Subject, ...] = (
    Subject(
        "form",
        Said("Thể thức", "Form"),
        Said(
            "số, ký hiệu, ngày, tên loại, căn cứ, nơi nhận, quyền hạn ký, khổ giấy và phông chữ",
            "number, day, kind, basis, receivers, signature, paper and letters",
        ),
        (form.check, basis.check, closing.check),
        (*form.CODES, *basis.CODES, *closing.CODES, *page.CODES),
    ),
    Subject(
        "order",
        Said("Đánh số và phụ lục", "Numbering and annexes"),
        Said(
            "số mục, số thứ tự trong bảng, chú dẫn phụ lục, tên văn bản kèm theo, chỗ được viện dẫn",
            "numbers of headings and rows, guide lines, the attached title, places that are cited",
        ),
        (headings.check, rows.check, captions.check, titles.check, pointers.check),
        (*headings.CODES, *rows.CODES, *captions.CODES, *titles.CODES, *pointers.CODES),
    ),
    Subject(
        "clarity",
        Said("Giao việc: 6 rõ", "Assignments: six clears"),
        Said(
            "cơ quan chủ trì, thời hạn, sản phẩm, việc trùng, một cơ quan hai tên",
            "lead, deadline, product, work assigned twice, one office under two names",
        ),
        (clarity.check, timing.check, offices.check),
        (*clarity.CODES, *timing.CODES, *offices.CODES),
    ),
    Subject(
        "figures",
        Said("Chỉ tiêu, con số, ngày", "Targets, figures, days"),
        Said(
            "chỉ tiêu với nhiệm vụ, tổng với các phần, số mục báo trước, ngày trên lịch",
            "targets against tasks, totals against parts, announced numbers, days of the calendar",
        ),
        (aims.check, figures.check, sums.check, counting.check, calendar.check, times.check),
        (*aims.CODES, *figures.CODES, *sums.CODES, *counting.CODES, *calendar.CODES, *times.CODES),
    ),
    Subject(
        "words",
        Said("Viện dẫn, từ ngữ, chính tả", "Citations, words, spelling"),
        Said(
            "văn bản được viện dẫn, chữ viết tắt, từ viết hai cách, từ lặp, chính tả",
            "cited documents, abbreviations, words in two spellings, words twice, spelling",
        ),
        (citations.check, abbreviations.check, wording.check, doubts.check),
        (*citations.CODES, *abbreviations.CODES, *wording.CODES, *doubts.CODES),
    ),
)
CODES: dict[str, Code] = {code.code: code for subject in SUBJECTS for code in subject.codes}
SUBJECT_OF: dict[str, Subject] = {
    code.code: subject for subject in SUBJECTS for code in subject.codes
}


def sentence(remark: Remark, language: str) -> str:
    """What is wrong, in "vi" or "en"."""
    return CODES[remark.code].says.in_language(language, remark.values)


def why(remark: Remark, language: str) -> str:
    """Why it matters."""
    return CODES[remark.code].why.in_language(language, remark.values)


def todo(remark: Remark, language: str) -> str:
    """What a person does about it."""
    return CODES[remark.code].todo.in_language(language, remark.values)
