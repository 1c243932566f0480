"""What every test stands on: files of its own, quick passwords, and a database of either kind.

The database is SQLite in memory, or the PostgreSQL server that TIENDO_DATABASE names; `make test`
starts one and runs with `--database-only` what uses the database a second time there.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from django.db import connection
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.backends.signals import connection_created
from django.test import override_settings

from tests import homes

DATABASE_FIXTURES = {"db", "transactional_db", "live_server", "django_db_setup"}
BROWSER_TESTS = Path(__file__).parent / "browser"


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--database-only", action="store_true", help="run only the tests that use the database"
    )


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Mark the browser tests by their folder; note in the report which tests use the database."""
    for item in items:
        if item.path.is_relative_to(BROWSER_TESTS):
            item.add_marker(pytest.mark.browser)
        if uses_database(item):
            item.user_properties.append(("database", "yes"))
    if config.getoption("--database-only"):
        others = [item for item in items if not uses_database(item)]
        config.hook.pytest_deselected(items=others)
        items[:] = [item for item in items if uses_database(item)]


def uses_database(item: pytest.Item) -> bool:
    wanted = DATABASE_FIXTURES.intersection(getattr(item, "fixturenames", ()))
    return bool(wanted) or item.get_closest_marker("django_db") is not None


@pytest.fixture(scope="session", autouse=True)
def practice_ground(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Keep files out of the installation's folder, and spend no time on hashing and on collecting."""
    storages = {
        "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
    }
    with override_settings(
        MEDIA_ROOT=tmp_path_factory.mktemp("files"),
        PICTURES_ROOT=tmp_path_factory.mktemp("pictures"),
        STATIC_ROOT=tmp_path_factory.mktemp("static"),
        STORAGES=storages,
        PASSWORD_HASHERS=["django.contrib.auth.hashers.MD5PasswordHasher"],
    ):
        yield


@pytest.fixture(scope="session")
def django_db_modify_db_settings(django_db_modify_db_settings_parallel_suffix: None) -> None:
    """On SQLite every process begins with the tables that the migrations made once."""
    if connection.vendor == "sqlite":
        connection_created.connect(begin_with_tables)


def begin_with_tables(connection: BaseDatabaseWrapper, **_facts: Any) -> None:
    """Fill the database in memory when it is opened first; other databases are left alone."""
    if not connection.is_in_memory_db():
        return
    connection_created.disconnect(begin_with_tables)
    with closing(sqlite3.connect(homes.with_tables() / "tiendo.sqlite3")) as stored:
        stored.backup(connection.connection)
