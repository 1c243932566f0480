"""The two ways to the tables of an installation: at once from the models, and by every migration."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from django.db import connection

from tests.homes import ROOT

# Not used here; on PostgreSQL the key of its rows has four bytes or eight.
DJANGOS_OWN = {"auth_group_permissions"}


@contextmanager
def nothing_yet(place: Path) -> Iterator[dict[str, str]]:
    """The settings of an installation on a database of the kind the tests run on, with nothing in it."""
    place.mkdir()
    settings = {
        **os.environ,
        "TIENDO_HOME": str(place),
        "DJANGO_SETTINGS_MODULE": "tiendo.settings",
    }
    if connection.vendor == "sqlite":
        yield settings
        return
    server, name = os.environ["TIENDO_DATABASE"].rpartition("/")[0], f"from_{place.name}"
    with connection._nodb_cursor() as cursor:
        cursor.execute(f'DROP DATABASE IF EXISTS "{name}"')
        cursor.execute(f'CREATE DATABASE "{name}"')
    yield settings | {"TIENDO_DATABASE": f"{server}/{name}"}
    with connection._nodb_cursor() as cursor:
        cursor.execute(f'DROP DATABASE "{name}" WITH (FORCE)')


def made(way: str, place: Path) -> dict[str, Any]:
    """Every table with its columns and constraints, made in this way."""
    command = [sys.executable, "-m", "tests.tiendo.structure", way]
    with nothing_yet(place / way) as settings:
        done = subprocess.run(
            command, cwd=ROOT, env=settings, capture_output=True, text=True, check=False
        )
    assert done.returncode == 0, done.stderr[-2000:]
    tables: dict[str, Any] = json.loads(done.stdout)
    return tables


@pytest.mark.slow
@pytest.mark.django_db
def test_migrations_lead_to_the_tables_that_are_made_at_once(tmp_path: Path) -> None:
    at_once, by_migrations = made("models", tmp_path), made("migrations", tmp_path)
    assert at_once.keys() == by_migrations.keys()
    names = at_once.keys() - DJANGOS_OWN
    differing = [name for name in names if at_once[name] != by_migrations[name]]
    assert {name: (at_once[name], by_migrations[name]) for name in differing} == {}
