"""`tiendo read-in` as a real process: read once, refused in a sentence, nothing kept of what is refused."""

import io
import zipfile
from pathlib import Path

import pytest

from tests.tiendo.commands.conftest import Command
from tests.tiendo.commands.test_start import rows
from tests.tiendo.plans.reading import TEXT

pytestmark = pytest.mark.slow


def kept(home: Path) -> list[Path]:
    return [path for path in (home / "files").rglob("*") if path.is_file()]


def archive(name: str, content: bytes) -> bytes:
    stored = io.BytesIO()
    with zipfile.ZipFile(stored, "w") as made:
        made.writestr(name, content)
    return stored.getvalue()


def test_a_plan_is_read_once_and_its_review_is_named(
    opened: Command, home: Path, tmp_path: Path
) -> None:
    plan = tmp_path / "ke-hoach.txt"
    plan.write_text(TEXT, encoding="utf-8")
    done = opened("read-in", plan)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == "/doc-van-ban/1/\n"
    assert rows(home, "SELECT stage, name FROM plans_intake") == [("read", "ke-hoach.txt")]
    assert [path.read_text("utf-8") for path in kept(home)] == [TEXT]
    again = opened("read-in", plan)
    assert again.returncode == 1
    assert "Tệp này đã ở đây: /doc-van-ban/1/" in again.stderr
    assert len(kept(home)) == 1


def test_what_is_no_plan_is_refused_and_not_kept(
    opened: Command, home: Path, tmp_path: Path
) -> None:
    bad = {
        "trong.txt": b"",
        "nhi-phan.txt": bytes(range(256)) * 20,
        "hong.docx": b"PK\x03\x04 hong",
        "khong-phai.docx": archive("a.txt", b"x"),
        "mat.txt": f"MẬT\n{TEXT}".encode(),
        "thu-moi.txt": "Kính mời các đồng chí dự họp.\n".encode(),
        "anh.png": b"\x89PNG\r\n\x1a\n",
    }
    for name, content in bad.items():
        (tmp_path / name).write_bytes(content)
        done = opened("read-in", tmp_path / name)
        assert done.returncode == 1, name
        assert done.stderr.strip(), name
        assert "Traceback" not in done.stderr, name
        assert done.stdout == "", name
    assert kept(home) == []
    assert rows(home, "SELECT count(*) FROM plans_document") == [(0,)]


def test_a_file_that_is_not_there_is_named(opened: Command, tmp_path: Path) -> None:
    done = opened("read-in", tmp_path / "khong-co.docx")
    assert done.returncode == 1
    assert "khong-co.docx cannot be opened." in done.stderr


@pytest.mark.usefixtures("tables")
def test_nobody_who_may_is_nobody_to_read_it_in(tiendo: Command, tmp_path: Path) -> None:
    plan = tmp_path / "ke-hoach.txt"
    plan.write_text(TEXT, encoding="utf-8")
    for arguments in (("read-in", plan), ("read-in", plan, "--as", "nobody")):
        done = tiendo(*arguments)
        assert done.returncode == 1
        assert "Say who reads it in: --as USERNAME" in done.stderr


def test_a_folder_with_something_else_than_pages_is_refused(
    opened: Command, home: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "trang"
    folder.mkdir()
    (folder / "ghi-chu.txt").write_text("a", encoding="utf-8")
    done = opened("read-in", folder)
    assert done.returncode == 1
    assert "“ghi-chu.txt” không phải ảnh trang" in done.stderr
    assert kept(home) == []
