"""`tiendo start` on an empty machine, as a real process: what is opened, what is refused and how it ends."""

import sqlite3
from pathlib import Path

import pytest
import xlsxwriter

from tests.homes import NAMED, PASSWORD
from tests.tiendo.commands.conftest import Command

pytestmark = pytest.mark.slow


def rows(home: Path, question: str) -> list[tuple[object, ...]]:
    """What the stored database answers."""
    connection = sqlite3.connect(home / "tiendo.sqlite3")
    try:
        return connection.execute(question).fetchall()
    finally:
        connection.close()


@pytest.fixture
def offices(tmp_path: Path) -> Path:
    """Three offices in an .xlsx file, as a clerk would list them."""
    path = tmp_path / "co-quan.xlsx"
    with xlsxwriter.Workbook(path) as book:
        page = book.add_worksheet()
        page.write_row(0, 0, ("STT", "Tên cơ quan", "Tên viết tắt", "Tên gọi khác"))
        page.write_row(1, 0, (1, "Ủy ban nhân dân huyện Bình Sơn", "UBND huyện"))
        page.write_row(2, 0, (2, "Phòng Kinh tế và Hạ tầng", "Phòng KT-HT", "Phòng KT&HT"))
        page.write_row(3, 0, (3, "UBND xã Bình An"))
    return path


def test_an_installation_is_opened_from_typed_answers(tiendo: Command, home: Path) -> None:
    done = tiendo("start", typed=f"Huyện Bình Sơn\nphuc\nTrần Hữu Phúc\n{PASSWORD}\n")
    assert (done.returncode, done.stderr) == (0, "")
    assert "Huyện Bình Sơn: 1 cơ quan" in done.stdout
    assert done.stdout.endswith("Next: .venv/bin/tiendo serve\n")
    assert rows(home, "SELECT name, practice FROM agencies_locality") == [("Huyện Bình Sơn", 0)]
    assert rows(home, "SELECT name FROM agencies_agency") == [("Ủy ban nhân dân Huyện Bình Sơn",)]
    roles = rows(home, "SELECT role FROM accounts_membership ORDER BY role")
    assert roles == [("administrator",), ("coordinator",)]
    assert PASSWORD not in str(rows(home, "SELECT password FROM accounts_user"))
    assert (home / "secret_key").stat().st_mode & 0o077 == 0


def test_the_offices_of_a_sheet_are_opened_with_it_and_nothing_is_doubled(
    tiendo: Command, home: Path, offices: Path
) -> None:
    done = tiendo("start", *NAMED, "--offices", offices, "--practice", typed=f"{PASSWORD}\n")
    assert done.returncode == 0, done.stderr
    assert "3 cơ quan" in done.stdout
    assert rows(home, "SELECT practice FROM agencies_locality") == [(1,)]
    held = rows(
        home,
        "SELECT DISTINCT name FROM accounts_membership m JOIN agencies_agency a ON a.id = m.agency_id",
    )
    assert held == [("Ủy ban nhân dân huyện Bình Sơn",)]
    again = tiendo("start", *NAMED, typed=f"{PASSWORD}\n")
    assert again.returncode == 1
    assert "“Huyện Bình Sơn” hoặc tài khoản “phuc” đã có" in again.stderr
    assert rows(home, "SELECT count(*) FROM agencies_locality") == [(1,)]


@pytest.mark.usefixtures("tables")
@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("ngan\n", "at least 8 characters"),
        ("password123\n", "too common"),
        ("trần hữu phúc\n", "too similar to the full name"),
    ],
)
def test_a_weak_password_is_refused_and_nothing_is_written(
    tiendo: Command, home: Path, typed: str, words: str
) -> None:
    done = tiendo("start", *NAMED, typed=typed)
    assert done.returncode == 1
    assert words in done.stderr
    assert "Traceback" not in done.stderr
    assert rows(home, "SELECT count(*) FROM agencies_locality") == [(0,)]


@pytest.mark.usefixtures("tables")
@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ((*NAMED[:2],), "An answer is missing"),
        (("--locality", "Huyện", "--username", "hai chữ", "--full-name", "A B"), "username: "),
        (("--locality", "H" * 201, *NAMED[2:]), "at most 200 characters"),
    ],
)
def test_a_missing_or_unfit_answer_is_named(
    tiendo: Command, arguments: tuple[str, ...], words: str
) -> None:
    done = tiendo("start", *arguments)
    assert done.returncode == 1
    assert words in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.usefixtures("tables")
def test_a_sheet_that_cannot_be_taken_opens_nothing(
    tiendo: Command, home: Path, tmp_path: Path
) -> None:
    bad = tmp_path / "xau.xlsx"
    bad.write_text("Tên cơ quan\nPhòng Nội vụ\n", encoding="utf-8")
    done = tiendo("start", *NAMED, "--offices", bad, typed=f"{PASSWORD}\n")
    assert done.returncode == 1
    assert "Không mở được xau.xlsx như một tệp .xlsx." in done.stderr
    assert rows(home, "SELECT count(*) FROM agencies_locality") == [(0,)]


def test_a_folder_that_cannot_be_written_is_named(tiendo: Command, tmp_path: Path) -> None:
    in_the_way = tmp_path / "tap-tin"
    in_the_way.touch()
    done = tiendo("start", *NAMED, TIENDO_HOME=str(in_the_way / "nha"))
    assert done.returncode == 1
    assert f"Không ghi được vào thư mục {in_the_way}" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("mysterydb://x/y", "TIENDO_DATABASE is not understood"),
        ("postgres://nobody@127.0.0.1:1/none", "The database cannot be used"),
    ],
)
def test_a_database_that_cannot_be_reached_is_named(
    tiendo: Command, address: str, words: str
) -> None:
    done = tiendo("start", *NAMED, TIENDO_DATABASE=address)
    assert done.returncode == 1
    assert words in done.stderr
    assert "Traceback" not in done.stderr


def test_a_file_that_is_no_database_is_named(tiendo: Command, home: Path) -> None:
    home.mkdir()
    (home / "tiendo.sqlite3").write_text("đây không phải cơ sở dữ liệu" * 100, encoding="utf-8")
    done = tiendo("start", *NAMED)
    assert done.returncode == 1
    assert "Không dùng được cơ sở dữ liệu" in done.stderr


def test_a_key_that_a_full_disk_left_empty_is_made_anew(tiendo: Command, home: Path) -> None:
    home.mkdir()
    (home / "secret_key").touch()
    assert tiendo("start", *NAMED, typed=f"{PASSWORD}\n").returncode == 0
    assert len((home / "secret_key").read_text("utf-8")) > 40
