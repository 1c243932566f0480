"""Adding evidence to a report, describing it, taking it away, and judging it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.utils.formats import number_format

from tiendo.history import services as history
from tiendo.progress.models import Evidence, EvidenceKind, Report
from tiendo.progress.services import new_files
from vanban.text import fold


@dataclass(frozen=True, slots=True)
class Facts:
    """What kind of proof it is, and for a numbered document its number with symbol and its day."""

    kind: str = EvidenceKind.OTHER
    number: str = ""
    issued_on: date | None = None


@transaction.atomic
def add(
    *, report: Report, files: Sequence[UploadedFile], address: str, facts: Facts, actor: Any
) -> list[Evidence]:
    """Store files and a link with a report; a file that is there already is not stored again.

    Raises ValidationError when a file is not what its name says.
    """
    rows = new_files(report, files)
    if address:
        rows.append(Evidence(report=report, name=address[-255:], address=address))
    for row in rows:
        picture = row.media_type.startswith("image/") and facts.kind == EvidenceKind.OTHER
        row.kind = row.kind if picture else facts.kind
        row.number, row.issued_on = facts.number, facts.issued_on
        row.fold = to_be_found(row)
        history.save(row, actor=actor)
    return rows


def describe(*, evidence: Evidence, facts: Facts, actor: Any) -> None:
    """Say what kind of proof it is."""
    evidence.kind, evidence.number = facts.kind, facts.number
    evidence.issued_on, evidence.fold = facts.issued_on, to_be_found(evidence)
    history.save(evidence, actor=actor)


def to_be_found(evidence: Evidence) -> str:
    """What a piece of evidence is found by: its name and number without accents."""
    return fold(f"{evidence.name} {evidence.number}")[:400]


def remove(*, evidence: Evidence, actor: Any) -> None:
    """Take a piece of evidence away; it can be put back for a while."""
    history.delete(evidence, actor=actor)


def judge(*, evidence: Evidence, verdict: str, note: str, actor: Any) -> None:
    """Say whether it proves what the report says; "" takes the verdict back."""
    evidence.verdict, evidence.verdict_note = verdict, note[:500]
    evidence.verdict_by = actor if verdict else None
    history.save(evidence, actor=actor, reason=note[:500])


def megabytes(size: int) -> str:
    """A size as people read it: "1,2 MB", "340 kB"."""
    if size >= 1_000_000:
        return f"{number_format(size / 1_000_000, 1)} MB"
    return f"{max(1, round(size / 1000))} kB"
