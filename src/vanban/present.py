"""A reading as a table for people at a terminal."""

import textwrap
from collections.abc import Iterator, Mapping, Sequence

from vanban.model import Duty, Finding, Header, Mention, Quote, Reading, Target, Task
from vanban.sentences import sentence_of, word

GAP = "  "
SIGNS = {">=": "≥ ", "<=": "≤ ", "about": "≈ ", "range": "", "=": ""}
Shares = Mapping[str, int]  # of the width, by column
TASK_SHARES: Shares = {"no": 4, "task": 42, "lead": 18, "coordinating": 22, "deadline": 14}
DUTY_SHARES: Shares = {"no": 5, "actor": 25, "duty": 58, "line": 12}
TARGET_SHARES: Shares = {"indicator": 44, "figure": 28, "period": 16, "line": 12}


def present(reading: Reading, language: str, width: int) -> Iterator[str]:
    """The lines to print: the head, the tasks, the duties, the targets, and what a person should look at."""
    for line in _head(reading.header, language):
        yield from _wrapped(line, width)
    yield from _part("tasks", TASK_SHARES, [_task(one) for one in reading.tasks], language, width)
    yield from _part("duties", DUTY_SHARES, [_duty(one) for one in reading.duties], language, width)
    yield from _part(
        "targets", TARGET_SHARES, [_target(one) for one in reading.targets], language, width
    )
    findings = list(_findings(reading))
    if findings:
        yield from ("", f"{word('findings', language)} ({len(findings)})")
    for where, finding in findings:
        yield from _wrapped(f"- {where}{sentence_of(finding, language)}", width)


def _wrapped(line: str, width: int) -> list[str]:
    return textwrap.wrap(line, width, subsequent_indent="  ")


def _head(header: Header, language: str) -> Iterator[str]:
    signed = " - ".join(part for part in (header.signer_capacity, header.signer) if part)
    named = [part for part in (header.kind, header.title) if part]
    values = {
        "issuer": header.issuer,
        "number": header.number,
        "date": header.date,
        "title": " ".join(named),
        "signer": signed,
    }
    for name, value in values.items():
        yield f"{word(name, language)}: {value or word('blank', language)}"
    if header.attached:
        attached = f"{header.attached.kind} {header.attached.title or ''}".strip()
        yield f"{word('attached', language)}: {attached}"
    if header.secrecy:
        yield f"{word('secrecy', language)}: {header.secrecy}"
    if header.recipients:
        yield f"{word('recipients', language)}: {'; '.join(header.recipients)}"
    for reference in header.references:
        yield f"{word('references', language)}: {reference.text}"


def _part(
    title: str, shares: Shares, rows: Sequence[Sequence[str]], language: str, width: int
) -> Iterator[str]:
    if not rows:
        return
    yield from ("", f"{word(title, language)} ({len(rows)})")
    room = max(width - len(GAP) * (len(shares) - 1), 60)
    widths = [max(4, room * share // sum(shares.values())) for share in shares.values()]
    yield from _row([word(name, language) for name in shares], widths)
    yield GAP.join("-" * one for one in widths)
    for row in rows:
        yield from _row(row, widths)


def _row(cells: Sequence[str], widths: Sequence[int]) -> Iterator[str]:
    wrapped = [
        [line for part in cell.split("\n") for line in textwrap.wrap(part, width) or [""]]
        for cell, width in zip(cells, widths, strict=True)
    ]
    for place in range(max(len(lines) for lines in wrapped)):
        parts = [lines[place] if place < len(lines) else "" for lines in wrapped]
        yield GAP.join(
            part.ljust(width) for part, width in zip(parts, widths, strict=True)
        ).rstrip()


def _task(task: Task) -> list[str]:
    return [
        task.no,
        task.title,
        _names(task.leads),
        _names(task.coordinating),
        task.deadline.text or "",
    ]


def _duty(duty: Duty) -> list[str]:
    return [f"{duty.actor_no}.{duty.no}", _names(duty.actors), duty.text, _lines(duty.quotes)]


def _target(target: Target) -> list[str]:
    strict = target.strict and target.comparator in (">=", "<=")
    sign = (
        (">" if target.comparator == ">=" else "<") + " "
        if strict
        else SIGNS[target.comparator or "="]
    )
    figures = "-".join(value.replace(".", ",") for value in target.values)
    period = " - ".join(day[:4] for day in (target.start, target.end) if day)
    return [
        target.indicator,
        f"{sign}{figures} {target.unit or ''}".strip(),
        period,
        _lines(target.quotes),
    ]


def _names(mentions: Sequence[Mention]) -> str:
    return "\n".join(mention.name for mention in mentions)


def _lines(quotes: Sequence[Quote]) -> str:
    return ", ".join(
        str(quote.line) if quote.line == quote.last_line else f"{quote.line}-{quote.last_line}"
        for quote in quotes
    )


def _findings(reading: Reading) -> Iterator[tuple[str, Finding]]:
    for finding in (*reading.source.notes, *reading.findings):
        yield "", finding
    for task in reading.tasks:
        yield from ((f"{task.no}: ", finding) for finding in task.findings)
    for duty in reading.duties:
        yield from ((f"{duty.actor_no}.{duty.no}: ", finding) for finding in duty.findings)
    for target in reading.targets:
        yield from ((f"{target.indicator}: ", finding) for finding in target.findings)
