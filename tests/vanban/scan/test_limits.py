"""Bad pictures, a lacking recogniser, pages that take too much and people who stop waiting: one sentence, no rest."""

import os
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import pytest
from PIL import Image, ImageDraw

from vanban.scan import crew, letters
from vanban.sources import Unreadable, open_source


@pytest.fixture
def page(tmp_path: Path) -> Path:
    """A page that says a little."""
    return written(tmp_path / "trang.png")


def written(path: Path, words: str = "KE HOACH 2026") -> Path:
    picture = Image.new("L", (1240, 600), 255)
    ImageDraw.Draw(picture).text((150, 200), words, fill=0, font_size=60)
    picture.save(path)
    return path


def refusal(path: Path) -> Unreadable:
    with pytest.raises(Unreadable) as caught:
        open_source(path)
    return caught.value


def children() -> list[int]:
    """The processes started here that have not ended, or whose end was not noticed."""
    with suppress(ChildProcessError):
        os.waitpid(-1, os.WNOHANG)
        return [1]
    return []


def test_a_machine_without_the_model_says_which_package_it_needs(
    page: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(letters.SETTING, str(tmp_path / "nothing here"))
    error = refusal(page)
    assert error.code == "no-recogniser"
    assert "tesseract-ocr-vie" in error.sentence("vi")
    assert "tesseract-ocr-vie" in error.sentence("en")


def test_a_model_in_a_folder_of_the_machine_is_used(
    page: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv(letters.SETTING, raising=False)
    monkeypatch.setattr(letters, "OWN", tmp_path)
    monkeypatch.setattr(letters, "SYSTEM", (tmp_path / "tessdata",))
    assert letters.lacking() == "tesseract-ocr-vie"
    (tmp_path / "tessdata").mkdir()
    (tmp_path / "tessdata" / letters.MODEL).write_bytes(b"model")
    assert letters.lacking() is None


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("trang.png", b"", "empty"),
        ("trang.png", b"\x89PNG\r\n\x1a\n and no more", "picture-damaged"),
        ("trang.jpg", b"\xff\xd8\xff\xe0 broken", "picture-damaged"),
        ("trang.tif", b"II*\x00\x08\x00\x00\x00\xff\xff", "picture-damaged"),
        ("trang.webp", b"RIFF\x00\x00\x00\x00WEBP", "picture-damaged"),
        ("trang.bmp", b"BM" + b"\xff" * 60, "picture-damaged"),
    ],
)
def test_a_file_that_is_no_picture_is_refused(
    tmp_path: Path, name: str, data: bytes, code: str
) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    assert refusal(path).code == code
    assert children() == []


def test_half_a_picture_is_refused(page: Path) -> None:
    page.write_bytes(page.read_bytes()[:-900])
    assert refusal(page).code == "picture-damaged"


def test_a_picture_of_a_hundred_million_pixels_is_refused_before_it_is_unpacked(
    tmp_path: Path,
) -> None:
    path = tmp_path / "trang.png"
    Image.new("1", (10_000, 10_000)).save(path)
    assert path.stat().st_size < 100_000
    error = refusal(path)
    assert error.code == "huge-picture"
    assert error.values == {"width": "10000", "height": "10000"}


def test_an_empty_page_says_that_no_letters_were_found(tmp_path: Path) -> None:
    path = tmp_path / "trang.png"
    Image.new("L", (1240, 1754), 255).save(path)
    assert refusal(path).code == "no-letters"


def test_a_folder_without_pictures_is_refused(tmp_path: Path) -> None:
    (tmp_path / "ghi chú.txt").write_text("không có ảnh", encoding="utf-8")
    assert refusal(tmp_path).code == "no-pictures"


@pytest.mark.parametrize(
    "program",
    ["raise SystemExit(3)", "import sys; sys.stdin.readline(); print('{\"pag', end='')"],
    ids=["ends at once", "ends in the middle of an answer"],
)
def test_a_child_that_dies_names_the_page_and_leaves_nothing(
    page: Path, monkeypatch: pytest.MonkeyPatch, program: str
) -> None:
    monkeypatch.setattr(crew, "WORKER", (sys.executable, "-c", program))
    with pytest.raises(Unreadable) as caught:
        crew.read_leaves([crew.Leaf(page, 1)], lambda _done, _total: None)
    assert caught.value.code == "hard-page"
    assert caught.value.values == {"page": "1"}
    assert children() == []


def test_a_child_that_never_answers_is_given_up(
    page: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(crew, "WORKER", (sys.executable, "-c", "import time; time.sleep(60)"))
    monkeypatch.setattr(crew, "A_MOMENT", 0.05)
    monkeypatch.setattr(crew, "MOST_MOMENTS", 3)
    with pytest.raises(Unreadable) as caught:
        crew.read_leaves([crew.Leaf(page, 1)], lambda _done, _total: None)
    assert caught.value.code == "hard-page"
    assert children() == []


def test_a_page_that_takes_too_long_ends_its_child(
    page: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    slow = (
        "import vanban.scan.worker as w; w.SECONDS = 1; "
        "w.read_page = lambda *_: [None for _ in iter(int, 1)]; w.main()"
    )
    monkeypatch.setattr(crew, "WORKER", (sys.executable, "-c", slow))
    with pytest.raises(Unreadable) as caught:
        crew.read_leaves([crew.Leaf(page, 1)], lambda _done, _total: None)
    assert caught.value.code == "hard-page"


def test_a_page_that_takes_too_much_memory_is_refused(
    page: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    greedy = "import vanban.scan.worker as w; w.read_page = lambda *_: bytes(3 << 30); w.main()"
    monkeypatch.setattr(crew, "WORKER", (sys.executable, "-c", greedy))
    with pytest.raises(Unreadable) as caught:
        crew.read_leaves([crew.Leaf(page, 1)], lambda _done, _total: None)
    assert caught.value.code == "hard-page"


def test_progress_hears_of_every_page(tmp_path: Path) -> None:
    for number in (1, 2, 3):
        written(tmp_path / f"trang {number}.png", f"TRANG {number} 2026")
    heard: list[tuple[int, int]] = []
    open_source(tmp_path, lambda done, total: heard.append((done, total)))
    assert heard[0] == (0, 3)
    assert heard[-1] == (3, 3)
    assert {done for done, _total in heard} == {0, 1, 2, 3}


def test_what_progress_raises_stops_the_reading_and_its_processes(tmp_path: Path) -> None:
    for number in range(6):
        written(tmp_path / f"trang {number}.png")

    def stop(done: int, _total: int) -> None:
        if done:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        open_source(tmp_path, stop)
    assert children() == []


def test_a_child_ends_when_the_process_that_started_it_is_killed(tmp_path: Path) -> None:
    program = (
        "import subprocess, sys, os\n"
        "from vanban.scan.crew import WORKER\n"
        "child = subprocess.Popen(WORKER, stdin=subprocess.PIPE)\n"
        "print(child.pid, flush=True)\n"
        "os.kill(os.getpid(), 9)\n"
    )
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    done = subprocess.run(
        [sys.executable, "-c", program],
        env=environment,
        capture_output=True,
        check=False,
        timeout=60,
    )
    pid = int(done.stdout)
    with suppress(ProcessLookupError):
        for _ in range(600):
            os.kill(pid, 0)
            if Path(f"/proc/{pid}/stat").read_text().split()[2] == "Z":
                break
            subprocess.run(["sleep", "0.05"], check=True)
        else:
            pytest.fail("the child lives on")
