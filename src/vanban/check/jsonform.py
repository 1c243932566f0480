"""Remarks as JSON: what `vanban check --json` prints, and its schema."""

from collections.abc import Sequence

from vanban.check.registry import CODES, SUBJECT_OF, SUBJECTS, sentence, todo, why
from vanban.check.remarks import Remark, Severity
from vanban.jsonform import Json, plain_value
from vanban.model import Header, Reading
from vanban.schema import DIALECT, FILE, object_of, schema_of, typed

HEAD = ("kind", "title", "number", "date")
WORDS = ("sentence", "why", "todo")


def checked_to_json(reading: Reading, remarks: Sequence[Remark], language: str) -> Json:
    """The document by its head, then every remark with its words in one language and its places."""
    header = reading.header
    return {
        "format": reading.source.format,
        "pages": reading.source.pages,
        "document": {name: getattr(header, name) for name in HEAD},
        "remarks": [_remark(remark, language) for remark in remarks],
    }


def _remark(remark: Remark, language: str) -> Json:
    return {
        "code": remark.code,
        "subject": SUBJECT_OF[remark.code].name,
        "severity": CODES[remark.code].severity.value,
        "sentence": sentence(remark, language),
        "why": why(remark, language),
        "todo": todo(remark, language),
        "values": plain_value(remark.values),
        "quotes": plain_value(remark.quotes),
    }


def checked_schema() -> Json:
    """The schema of what `vanban check --json` prints."""
    head = typed(Header)
    remark = {
        **typed(Remark),
        "subject": {"enum": [subject.name for subject in SUBJECTS]},
        "severity": schema_of(Severity),
        **{name: {"type": "string"} for name in WORDS},
    }
    parts = {
        **FILE,
        "document": object_of({name: head[name] for name in HEAD}),
        "remarks": {"type": "array", "items": object_of(remark)},
    }
    return {"$schema": DIALECT, "title": "vanban check --json", **object_of(parts)}
