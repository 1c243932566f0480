"""Taking away stored files that nothing names: a process was killed between the file and its row."""

import logging
from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Any

from django.apps import apps
from django.core.files.storage import Storage
from django.db import models

from tiendo.history.models import Removal
from tiendo.history.taken import files_of

log = logging.getLogger(__name__)

FEW = 20  # files that may be taken away however few are named


def sweep(before: datetime) -> int:
    """Delete the files last written before `before` that no row and no deletion names; return how many.

    Younger ones stay, for their row may not be written yet. Where more would go than are named, the files do
    not belong to this database (a backup of the one without the other): nothing goes, and the log says so.
    Done again, nothing more goes.
    """
    fields = list(_fields())
    found = {
        (name, field.storage): field for field in fields for name in _old(field, before)
    }  # looked for before the rows are: what is named in between is not lost
    named = set(_named(fields))
    loose = [(name, field) for (name, _storage), field in found.items() if name not in named]
    if len(loose) > max(FEW, len(named)):
        log.error("%s stored files are named by nothing: is this their database?", len(loose))
        return 0
    for name, field in loose:
        field.storage.delete(name)
    return len(loose)


def _fields() -> Iterator[models.FileField]:
    for model in apps.get_models():
        for field in model._meta.concrete_fields:
            if isinstance(field, models.FileField):
                yield field


def _old(field: models.FileField, before: datetime) -> Iterator[str]:
    """The names of the files in the folder of a field that were last written before `before`."""
    folder = str(field.upload_to).partition("/")[0]
    for name in _under(field.storage, folder):
        if field.storage.get_modified_time(name) < before:
            yield name


def _under(storage: Storage, folder: str) -> Iterator[str]:
    if not folder or not storage.exists(folder):
        return
    folders, files = storage.listdir(folder)
    yield from (f"{folder}/{name}" for name in files)
    for inner in folders:
        yield from _under(storage, f"{folder}/{inner}")


def _named(fields: Iterable[models.FileField]) -> Iterator[str]:
    """The names that rows hold, and rows that were deleted and can be put back."""
    for field in fields:
        model: Any = field.model
        yield from model._base_manager.exclude(**{field.name: ""}).values_list(
            field.name, flat=True
        )
    for removal in Removal.objects.iterator():
        yield from (name for _label, _field, name in files_of(removal.rows))
