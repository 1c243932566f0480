"""`tiendo demo` as a real process: set up, set up again, taken out with nothing else touched."""

import re
from pathlib import Path

import pytest

from tests.tiendo.commands.conftest import Command
from tests.tiendo.commands.test_start import rows
from tiendo.cli import ROLES
from tiendo.example import people

pytestmark = pytest.mark.slow

# What every use of the product adds to, whoever uses it; the worker ends its own jobs.
RUNNING = (
    *("sqlite_sequence", "django_migrations", "django_session", "shared_cache"),
    "django_tasks_database_dbtaskresult",
)


def everything(home: Path) -> dict[str, list[tuple[object, ...]]]:
    """Every row of every table, and every kept file."""
    with_tables = rows(home, "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")
    tables = [str(name) for (name,) in with_tables if name not in RUNNING]
    kept = sorted(path for path in (home / "files").rglob("*") if path.is_file())
    stored = {table: rows(home, f"SELECT * FROM {table} ORDER BY 1") for table in tables}  # noqa: S608
    return stored | {"files": [(str(path),) for path in kept]}


def test_the_example_is_set_up_once_and_says_how_to_sign_in(tiendo: Command, home: Path) -> None:
    done = tiendo("demo", TIENDO_TODAY="2024-12-02")
    assert (done.returncode, done.stderr) == (0, "")
    accounts = re.findall(rf"^  (\w+) +[^/]+ / ({'|'.join(ROLES)}) ", done.stdout, re.M)
    assert [name for name, _role in accounts] == [name for name, *_ in people.PEOPLE]
    assert {role for _name, role in accounts} == set(ROLES)
    assert "số liệu minh họa" in done.stdout
    assert rows(home, "SELECT practice FROM agencies_locality") == [(1,)]
    before = everything(home)
    again = tiendo("demo", TIENDO_TODAY="2024-12-02")
    assert again.stdout == done.stdout
    assert everything(home) == before


def test_taking_it_out_takes_nothing_else(opened: Command, home: Path) -> None:
    before = everything(home)
    assert opened("demo").returncode == 0
    ((sheets,),) = rows(home, "SELECT count(*) FROM registers_import")
    assert sheets
    kept = 1 + 2 * int(str(sheets))  # the plan; each sheet, and what was found in it
    assert len(everything(home)["files"]) == len(before["files"]) + kept
    done = opened("demo", "--remove")
    assert done.returncode == 0
    assert "Đã gỡ bản mẫu" in done.stdout
    assert everything(home) == before


@pytest.mark.usefixtures("tables")
def test_taking_out_what_is_not_there_says_so(tiendo: Command) -> None:
    done = tiendo("demo", "--remove")
    assert done.returncode == 0
    assert "The worked example is not here." in done.stdout


def test_the_example_lives_by_the_real_day_where_work_is_in_earnest(opened: Command) -> None:
    done = opened("demo", TIENDO_TODAY="2024-12-02")
    assert done.returncode == 1
    assert "works in earnest" in done.stderr
