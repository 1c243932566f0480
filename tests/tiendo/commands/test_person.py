"""`tiendo person`: accounts, roles and forgotten passwords from the terminal."""

import re
import sqlite3
from pathlib import Path

import pytest

from tests.homes import PASSWORD
from tests.tiendo.commands.conftest import Command
from tiendo.accounts.models import Role
from tiendo.cli import ROLES


def test_the_terminal_offers_every_role() -> None:
    assert sorted(ROLES) == sorted(Role.values)


@pytest.mark.slow
def test_a_person_gets_an_account_then_a_role_then_a_new_password(
    opened: Command, home: Path
) -> None:
    office = ("--office", "Ủy ban nhân dân")
    added = opened("person", "tam", "--full-name", "Lê Minh Tâm", *office, typed=f"{PASSWORD}\n")
    assert (added.returncode, added.stderr) == (0, "")
    assert stored(home, "SELECT role FROM accounts_membership WHERE user_id = 2") == [("reporter",)]
    assert opened("person", "tam", *office, "--role", "head").returncode == 0
    assert len(stored(home, "SELECT role FROM accounts_membership WHERE user_id = 2")) == 2
    before = stored(home, "SELECT password FROM accounts_user WHERE id = 2")
    assert opened("person", "tam", typed="mot-cau-khac-de-nho-8\n").returncode == 0
    assert stored(home, "SELECT password FROM accounts_user WHERE id = 2") != before
    history = str(stored(home, "SELECT fields FROM history_change"))
    assert before[0][0] not in history


@pytest.mark.slow
def test_nobody_is_added_without_an_office_that_is_here(opened: Command, home: Path) -> None:
    nowhere = opened("person", "tam", "--office", "Sở Xây dựng", typed=f"{PASSWORD}\n")
    assert nowhere.returncode == 1
    assert "phải chỉ đúng một cơ quan" in nowhere.stderr
    without = opened("person", "tam", typed=f"{PASSWORD}\n")
    assert (without.returncode, "--office" in without.stderr) == (1, True)
    assert stored(home, "SELECT count(*) FROM accounts_user") == [(1,)]


@pytest.mark.slow
def test_a_slip_is_printed_and_an_account_closed(opened: Command, home: Path) -> None:
    office = ("--office", "Ủy ban nhân dân")
    added = opened("person", "tam", "--full-name", "Lê Minh Tâm", *office, "--slip")
    assert (added.returncode, added.stderr) == (0, "")
    assert re.search(r"mã / code: (\w{4}-){2}\w{4}\n", added.stdout)
    assert "/phieu-dang-nhap/" in added.stdout
    auditor = ("--role", "auditor")
    without = opened("person", "tam", *office, *auditor)
    assert (without.returncode, "ngày cuối của đợt kiểm tra" in without.stderr) == (1, True)
    assert opened("person", "tam", *office, *auditor, "--until", "2030-12-31").returncode == 0
    assert "is no day" in opened("person", "tam", *office, "--until", "31/12/2030").stderr
    closed = opened("person", "tam", "--close")
    assert (closed.returncode, closed.stderr) == (0, "")
    assert stored(home, "SELECT is_active FROM accounts_user WHERE username = 'tam'") == [(0,)]
    last = opened("person", "phuc", "--close")
    assert (last.returncode, "quản trị viên duy nhất" in last.stderr) == (1, True)


def stored(home: Path, question: str) -> list[tuple[object, ...]]:
    """What the database of the installation answers."""
    connection = sqlite3.connect(home / "tiendo.sqlite3")
    try:
        return connection.execute(question).fetchall()
    finally:
        connection.close()
