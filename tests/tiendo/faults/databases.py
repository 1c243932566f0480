"""A database to be damaged: built once, copied for every attempt, its rows read as one value."""

import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any

from django.apps import apps
from django.core.management import call_command
from django.db import connection, connections

OURS = ("history", "agencies", "accounts", "plans", "progress")
NO_WAITING = " PRAGMA synchronous=OFF;"
MOMENT = re.compile(r"\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d[^'\"]*")
Rows = dict[str, list[tuple[Any, ...]]]


class Copies:
    """The database all attempts start from, and the copy of it that is worked on.

    On a server both have names of this process; an SQLite database is a file and its copy another.
    """

    def __init__(self, name: str) -> None:
        self.base, self.copy = f"{name}_base", f"{name}_copy"
        if self.on_files:
            self.base, self.copy = f"{self.base}.sqlite3", f"{self.copy}.sqlite3"

    @property
    def on_files(self) -> bool:
        """Whether the database is a file."""
        return connection.vendor == "sqlite"

    def use(self, name: str) -> None:
        """Let the next query go to this database. A process dies here, not the machine: no file waits for the disk."""
        connections.close_all()
        options = connection.settings_dict["OPTIONS"]
        if self.on_files and NO_WAITING not in options["init_command"]:
            options["init_command"] += NO_WAITING
        connection.settings_dict["NAME"] = name

    def create(self) -> None:
        """Make the base with its tables."""
        if not self.on_files:
            self._say(f'CREATE DATABASE "{self.base}"')
        self.use(self.base)
        call_command("migrate", verbosity=0)
        call_command("createcachetable", verbosity=0)

    def renew(self) -> None:
        """Begin again with a copy of the base, and use it."""
        connections.close_all()
        if self.on_files:
            self._forget(self.copy)
            shutil.copyfile(self.base, self.copy)
        else:
            self._say(f'DROP DATABASE IF EXISTS "{self.copy}" WITH (FORCE)')
            self._say(f'CREATE DATABASE "{self.copy}" TEMPLATE "{self.base}"')
        self.use(self.copy)

    def drop(self) -> None:
        """Leave nothing behind."""
        connections.close_all()
        for name in (self.copy, self.base):
            if self.on_files:
                self._forget(name)
            else:
                self._say(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')

    def _forget(self, name: str) -> None:
        for end in ("", "-wal", "-shm"):
            Path(f"{name}{end}").unlink(missing_ok=True)

    def _say(self, sentence: str) -> None:
        with connection._nodb_cursor() as cursor:
            cursor.execute(sentence)


@contextmanager
def copies(name: str) -> Iterator[Copies]:
    """A base with tables, gone afterwards."""
    found = Copies(name)
    try:
        found.create()
        yield found
    finally:
        found.drop()


def settle_file() -> None:
    """Put everything that was written into the file itself, so that it can be copied."""
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connections.close_all()


def rows() -> Rows:
    """Every row of every table of ours by its model; moments all look alike, for they differ from run to run."""
    found: Rows = {}
    for label in OURS:
        for model in apps.get_app_config(label).get_models():
            table = model._base_manager.order_by("pk").values_list()
            found[model._meta.label] = [tuple(map(_comparable, row)) for row in table]
    connections.close_all()
    return found


def _comparable(value: Any) -> Any:
    if isinstance(value, datetime):
        return "a moment"
    return MOMENT.sub("a moment", repr(value)) if isinstance(value, (dict, list)) else value


def difference(one: Rows, other: Rows) -> list[str]:
    """The models whose rows differ, with how many there are on both sides."""
    return [
        f"{label}: {len(one[label])} and {len(other[label])} rows"
        for label in one
        if one[label] != other[label]
    ]
