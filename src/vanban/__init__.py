"""Reads official Vietnamese plans: a file in, its header, tasks, duties and targets out.

    from pathlib import Path
    from vanban import read

    reading = read(Path("ke-hoach.docx"))
    for task in reading.tasks:
        print(task.no, task.title, [office.name for office in task.leads], task.deadline.end)

What is named here is what other programs may rely on; `vanban.model` says what each value holds. The modules
behind the names are loaded when a name is first used: who compares words by `vanban.text` loads no reader.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from vanban.check.checking import check_file, check_reading
    from vanban.check.remarks import Remark
    from vanban.jsonform import from_json, to_json
    from vanban.model import (
        Amending,
        Box,
        Clause,
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
        Wording,
    )
    from vanban.reader import read, read_source
    from vanban.schema import reading_schema
    from vanban.sentences import sentence_of
    from vanban.sources import FORMATS, PAGED_FORMATS, Unreadable, open_source

__all__ = [
    "FORMATS",
    "PAGED_FORMATS",
    "Amending",
    "Box",
    "Clause",
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
    "Wording",
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

# Where each name stands; the same that type checkers read above.
_HOMES = {
    "vanban.check.checking": ("check_file", "check_reading"),
    "vanban.check.remarks": ("Remark",),
    "vanban.jsonform": ("from_json", "to_json"),
    "vanban.model": (
        "Amending",
        "Box",
        "Clause",
        "Confidence",
        "Deadline",
        "Duty",
        "Finding",
        "Header",
        "Mention",
        "Provision",
        "Quote",
        "Reading",
        "Source",
        "Target",
        "Task",
        "Wording",
    ),
    "vanban.reader": ("read", "read_source"),
    "vanban.schema": ("reading_schema",),
    "vanban.sentences": ("sentence_of",),
    "vanban.sources": ("FORMATS", "PAGED_FORMATS", "Unreadable", "open_source"),
}

if not TYPE_CHECKING:  # a checker should know the names themselves, and that there are no others

    def __getattr__(name: str) -> object:
        """The value called `name`, its module loaded. Raises `AttributeError` for what is not named here."""
        home = next((module for module, names in _HOMES.items() if name in names), None)
        if home is None:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        value = globals()[name] = getattr(import_module(home), name)
        return value
