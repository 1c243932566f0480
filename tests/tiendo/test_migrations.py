"""The way an installation's tables are made: every migration, on a database where nothing is yet."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.db import connection

NAME = "tiendo_from_nothing"


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[dict[str, str]]:
    """The settings of an installation on a server's database with nothing in it."""
    if connection.vendor == "sqlite":
        pytest.skip("tests.homes makes its installations on SQLite by every migration")
    server, _slash, _name = os.environ["TIENDO_DATABASE"].rpartition("/")
    with connection._nodb_cursor() as cursor:
        cursor.execute(f'DROP DATABASE IF EXISTS "{NAME}"')
        cursor.execute(f'CREATE DATABASE "{NAME}"')
    own = {"TIENDO_DATABASE": f"{server}/{NAME}", "TIENDO_HOME": str(tmp_path)}
    yield os.environ | own | {"DJANGO_SETTINGS_MODULE": "tiendo.settings"}
    with connection._nodb_cursor() as cursor:
        cursor.execute(f'DROP DATABASE "{NAME}" WITH (FORCE)')


@pytest.mark.slow
@pytest.mark.django_db
def test_every_migration_applies_to_an_empty_database(empty: dict[str, str]) -> None:
    command = [sys.executable, "-m", "django", "migrate", "--verbosity=0"]
    done = subprocess.run(command, env=empty, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr[-2000:]
