"""Reading apart: how far it is, how it is stopped, and that nothing of it stays."""

import subprocess
import sys
import time
from pathlib import Path

import pytest
import typst
from django.conf import settings

from tests.tiendo.plans.test_reception import stored_files, upload
from tiendo.plans import background, children, refusals
from tiendo.plans.background import read_document
from tiendo.plans.children import Broken, TooLong, answers, do_within
from tiendo.plans.models import Document, Intake, Stage
from tiendo.plans.reception import discard, receive
from vanban.sources import Unreadable

# A reader that tells how far it is, starts a helper and then never ends; it writes both numbers down.
ENDLESS = """
import json, os, pathlib, subprocess, sys, time
for done in (0, 3):
    print(json.dumps({"done": done, "total": 8}), flush=True)
sleep = [sys.executable, "-c", "import time; time.sleep(600)"]
helper = subprocess.Popen(sleep, start_new_session=True)
pathlib.Path(sys.argv[1]).write_text(f"{os.getpid()} {helper.pid}")
time.sleep(600)
"""


@pytest.fixture
def brought(home, lan):
    return receive(upload=upload(), locality=home, actor=lan)


@pytest.fixture
def endless(monkeypatch, tmp_path) -> Path:
    """Put a reader that never ends in the place of ours; the file will name its processes."""
    numbers = tmp_path / "numbers"
    monkeypatch.setattr(children, "WORKER", (sys.executable, "-c", ENDLESS, str(numbers)))
    return numbers


def running(number: int) -> bool:
    """Whether this process runs; one that ended and was not asked for yet does not."""
    try:
        words = Path(f"/proc/{number}/stat").read_text("ascii")
    except FileNotFoundError:
        return False
    return words.rpartition(")")[2].split()[0] != "Z"


def all_ended(numbers: Path) -> bool:
    """Whether the reader and its helper have ended; a moment is given to them."""
    named = [int(number) for number in numbers.read_text("ascii").split()]
    for _attempt in range(50):
        if not any(running(number) for number in named):
            return len(named) == 2
        time.sleep(0.1)
    return False


def test_a_reading_that_takes_too_long_is_ended_with_all_it_started(
    brought, endless, monkeypatch, caplog
):
    monkeypatch.setattr(background, "LONGEST", 0.6)
    monkeypatch.setattr(background, "LONGER_A_PAGE", 0.1)
    read_document.call(brought.pk)
    brought.refresh_from_db()
    assert (brought.stage, brought.document) == (Stage.FAILED, None)
    assert refusals.sentence(brought.error).startswith("Máy đọc dừng")
    assert all_ended(endless)


def test_every_page_gives_the_reader_more_time(brought, endless, monkeypatch, caplog):
    monkeypatch.setattr(background, "LONGEST", 0.0)
    monkeypatch.setattr(background, "LONGER_A_PAGE", 0.25)
    started = time.monotonic()
    read_document.call(brought.pk)
    assert time.monotonic() - started > 8 * 0.25


def test_how_far_the_reader_is_stands_with_the_document(brought, endless, monkeypatch):
    seen = []

    def look(intake, answer, seconds):
        look_on(intake, answer, seconds)
        seen.append(Intake.objects.values_list("pages_done", "pages_total", "percent").get())
        if len(seen) > 2:
            discard(intake=Intake.objects.get(), actor=None)

    look_on = background._look_on
    monkeypatch.setattr(background, "_look_on", look)
    monkeypatch.setattr(background, "OFTEN", 0)
    read_document.call(brought.pk)
    assert seen[1] == (3, 8, 5 + 90 * 3 // 8)


@pytest.mark.django_db(transaction=True)
def test_a_document_given_up_while_it_is_read_leaves_nothing(home, lan, endless, monkeypatch):
    before = stored_files()
    brought = receive(upload=upload(), locality=home, actor=lan)

    def give_up(intake, answer, seconds):
        if endless.exists():
            discard(intake=Intake.objects.get(), actor=lan)
        look_on(intake, answer, seconds)

    look_on = background._look_on
    monkeypatch.setattr(background, "_look_on", give_up)
    read_document.call(brought.pk)
    assert (Intake.objects.count(), Document.objects.count()) == (0, 0)
    assert all_ended(endless)
    assert stored_files() == before


def test_a_reader_that_dies_leaves_a_sentence(brought, monkeypatch, caplog):
    monkeypatch.setattr(children, "WORKER", (sys.executable, "-c", "import os; os.abort()"))
    read_document.call(brought.pk)
    brought.refresh_from_db()
    assert brought.stage == Stage.FAILED
    assert refusals.sentence(brought.error).startswith("Máy đọc dừng")


def test_a_reader_that_runs_out_of_memory_says_so(brought, monkeypatch):
    hungry = (
        "import sys, tiendo.plans.apart as apart\n"
        "apart.MEMORY = 400 << 20\n"
        "apart.read = lambda path, tell: bytearray(1 << 30)\n"
        "sys.exit(apart.main(sys.argv[1:]))"
    )
    monkeypatch.setattr(children, "WORKER", (sys.executable, "-c", hungry))
    read_document.call(brought.pk)
    brought.refresh_from_db()
    assert brought.error["code"] == children.TOO_MUCH_MEMORY
    assert "bộ nhớ" in refusals.sentence(brought.error)


def test_what_a_library_prints_is_no_answer(tmp_path, monkeypatch):
    chatty = (
        "import sys, tiendo.plans.apart as apart\n"
        "def read(path, tell): print('warning'); tell(1, 1); return 5\n"
        "apart.read = read\n"
        "sys.exit(apart.main(sys.argv[1:]))"
    )
    monkeypatch.setattr(children, "WORKER", (sys.executable, "-c", chatty))
    said = [answer for answer in answers("read", tmp_path) if answer]
    assert said == [{"done": 1, "total": 1}, {"reading": 5}]


def test_the_reader_ends_when_who_started_it_ends(tmp_path):
    numbers = tmp_path / "numbers"
    sleepy = (
        "import sys, time, os, subprocess, tiendo.plans.apart as apart\n"
        "def read(path, tell):\n"
        "    sleep = [sys.executable, '-c', 'import time; time.sleep(600)']\n"
        "    helper = subprocess.Popen(sleep, start_new_session=True)\n"
        "    path.write_text(f'{os.getpid()} {helper.pid}')\n"
        "    tell(0, 1)\n"
        "    time.sleep(600)\n"
        "apart.read = read\n"
        "sys.exit(apart.main(sys.argv[1:]))"
    )
    parent = (
        "import os, sys\n"
        "from tiendo.plans import children\n"
        f"children.WORKER = (sys.executable, '-c', {sleepy!r})\n"
        f"next(filter(None, children.answers('read', {str(numbers)!r})))\n"
        "os._exit(0)"
    )
    subprocess.run([sys.executable, "-c", parent], check=True)
    assert all_ended(numbers)


def test_a_job_that_fails_or_takes_too_long_is_told_apart(tmp_path, endless):
    with pytest.raises(TooLong):
        do_within(0.2, "picture", tmp_path)


def test_a_job_without_an_end_of_its_own_is_broken(tmp_path, monkeypatch):
    monkeypatch.setattr(children, "WORKER", (sys.executable, "-c", "raise SystemExit(3)"))
    with pytest.raises(Broken):
        do_within(5, "read", tmp_path)


def test_what_cannot_be_read_comes_back_with_its_reason(tmp_path):
    path = tmp_path / "trang.txt"
    path.write_bytes(b"")
    with pytest.raises(Unreadable) as refused:
        list(answers("read", path))
    assert refused.value.code == "empty"


def test_pictures_of_pages_are_kept_apart_from_the_documents():
    assert not Path(settings.PICTURES_ROOT).is_relative_to(settings.MEDIA_ROOT)


SECRET = """
#set text(lang: "vi", size: 13pt)
#align(right)[*TỐI MẬT*]

ỦY BAN NHÂN DÂN HUYỆN BÌNH SƠN

KẾ HOẠCH

Sửa cầu năm 2026

II. TỔ CHỨC THỰC HIỆN

1. Phòng Kinh tế: Theo dõi, đôn đốc việc sửa cầu; hoàn thành trước ngày 30/6/2026.
"""


@pytest.mark.django_db(transaction=True)
def test_a_mark_that_is_seen_only_when_it_is_read_takes_the_file_away(home, lan):
    before = stored_files()
    pdf = upload(typst.compile(SECRET.encode()), "ke-hoach.pdf")
    intake = receive(upload=pdf, locality=home, actor=lan)
    read_document.call(intake.pk)
    intake.refresh_from_db()
    assert (intake.stage, intake.error["code"]) == (Stage.FAILED, refusals.SECRET)
    assert "TỐI MẬT" in refusals.sentence(intake.error)
    assert (Document.objects.count(), stored_files()) == (0, before)
    assert "Sửa cầu" not in str(intake.reading)
