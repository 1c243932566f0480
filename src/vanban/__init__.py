"""Reads official Vietnamese plans: a file in, its header, tasks, duties and targets out.

    from pathlib import Path
    from vanban import read

    reading = read(Path("ke-hoach.docx"))
    for task in reading.tasks:
        print(task.no, task.title, [office.name for office in task.leads], task.deadline.end)

What is named here is what other programs may rely on; `vanban.model` says what each value holds.
"""

from vanban.check.checking import check_file, check_reading
from vanban.check.remarks import Remark
from vanban.jsonform import from_json, to_json
from vanban.model import (
    Box,
    Confidence,
    Deadline,
    Duty,
    Finding,
    Header,
    Mention,
    Provision,
    Quote,
    Reading,
    Source,
    Target,
    Task,
)
from vanban.reader import read, read_source
from vanban.schema import reading_schema
from vanban.sentences import sentence_of
from vanban.sources import FORMATS, PAGED_FORMATS, Unreadable, open_source

__all__ = [
    "FORMATS",
    "PAGED_FORMATS",
    "Box",
    "Confidence",
    "Deadline",
    "Duty",
    "Finding",
    "Header",
    "Mention",
    "Provision",
    "Quote",
    "Reading",
    "Remark",
    "Source",
    "Target",
    "Task",
    "Unreadable",
    "check_file",
    "check_reading",
    "from_json",
    "open_source",
    "read",
    "read_source",
    "reading_schema",
    "sentence_of",
    "to_json",
]
