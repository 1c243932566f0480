"""Remarks as JSON: what `vanban check --json` prints."""

from collections.abc import Sequence

from vanban.check.registry import CODES, SUBJECT_OF, sentence, todo, why
from vanban.check.remarks import Remark
from vanban.jsonform import Json, plain_value
from vanban.model import Reading


def checked_to_json(reading: Reading, remarks: Sequence[Remark], language: str) -> Json:
    """The document by its head, then every remark with its words in one language and its places."""
    header = reading.header
    return {
        "format": reading.source.format,
        "pages": reading.source.pages,
        "document": {
            "kind": header.kind,
            "title": header.title,
            "number": header.number,
            "date": header.date,
        },
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
