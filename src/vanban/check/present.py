"""Remarks for people at a terminal: by subject, each with its place, why, and what to do."""

import textwrap
from collections.abc import Iterator, Sequence

from vanban.check.registry import CODES, SUBJECT_OF, SUBJECTS, sentence, todo, why
from vanban.check.remarks import Remark, Said, Severity
from vanban.model import Quote

SEVERITIES = {
    Severity.WRONG: Said("Sai", "Wrong"),
    Severity.MISSING: Said("Thiếu", "Missing"),
    Severity.LOOK: Said("Nên xem", "Look"),
}
NOTHING = Said("Không thấy lỗi nào. Đã xem:", "Nothing was found. Looked at:")
FOUND = Said("Có {count} điều cần xem.", "{count} things to look at.")
PLACE = Said("dòng {line}", "line {line}")
PAGE = Said("trang {page}", "page {page}")
WHAT_TO_DO = Said("Cách sửa: {text}", "What to do: {text}")
SHOWN = 4  # places of one remark


def present_remarks(remarks: Sequence[Remark], language: str, width: int) -> Iterator[str]:
    """The lines to print."""
    if not remarks:
        yield NOTHING.in_language(language, {})
        for subject in SUBJECTS:
            yield from _wrapped(f"- {subject.looked_at.in_language(language, {})}", width)
        return
    yield FOUND.in_language(language, {"count": str(len(remarks))})
    for subject in SUBJECTS:
        own = [remark for remark in remarks if SUBJECT_OF[remark.code] is subject]
        if own:
            yield from ("", f"{subject.title.in_language(language, {})} ({len(own)})")
        for remark in own:
            yield from _remark(remark, language, width)


def _remark(remark: Remark, language: str, width: int) -> Iterator[str]:
    severity = SEVERITIES[CODES[remark.code].severity].in_language(language, {})
    where = places(remark.quotes, language)
    place = f" [{where}]" if where else ""
    yield from _wrapped(f"- {severity}{place}: {sentence(remark, language)}", width)
    yield from _wrapped(f"  {why(remark, language)}", width)
    yield from _wrapped(
        f"  {WHAT_TO_DO.in_language(language, {'text': todo(remark, language)})}", width
    )


def places(quotes: Sequence[Quote], language: str) -> str:
    """Where the quotes stand: "trang 2, dòng 14; dòng 20"."""
    found = dict.fromkeys(_place(quote, language) for quote in quotes[:SHOWN])
    return "; ".join(found) + (" …" if len(quotes) > SHOWN else "")


def _place(quote: Quote, language: str) -> str:
    line = PLACE.in_language(language, {"line": str(quote.line)})
    if quote.page is None:
        return line
    return f"{PAGE.in_language(language, {'page': str(quote.page)})}, {line}"


def _wrapped(line: str, width: int) -> list[str]:
    return textwrap.wrap(line, width, subsequent_indent="  ", initial_indent="")
