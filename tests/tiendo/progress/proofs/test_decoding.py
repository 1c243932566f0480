"""Photographs are opened in a process of their own, within limits; what is too much is said."""

import sys
from io import BytesIO

import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile

from tests.tiendo.progress.photographs import photograph
from tiendo.progress.proofs import decoding, photographs
from tiendo.progress.proofs.decoding import TooMuch, made_smaller
from tiendo.progress.proofs.fields import as_kept

START = "import sys, tiendo.progress.proofs.apart as apart\n"
END = "\nsys.exit(apart.main(sys.argv[1:]))"


def worker(monkeypatch: pytest.MonkeyPatch, change: str) -> None:
    monkeypatch.setattr(decoding, "WORKER", (sys.executable, "-c", f"{START}{change}{END}"))


def brought() -> SimpleUploadedFile:
    return SimpleUploadedFile("anh.jpg", photograph(), "image/jpeg")


def test_the_server_itself_opens_no_picture(monkeypatch: pytest.MonkeyPatch) -> None:
    def opened(*_args: object, **_facts: object) -> None:
        raise AssertionError("a picture was opened in the process of the server")

    monkeypatch.setattr(photographs, "kept", opened)
    file = as_kept(brought(), with_data=False)
    assert (file.name, file.content_type) == ("anh.jpg", "image/jpeg")
    with pytest.raises(AssertionError):
        photographs.kept(BytesIO(photograph()))


def test_a_picture_that_fills_the_memory_is_refused_in_words(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    worker(monkeypatch, "apart.MEMORY = 400 << 20\napart.kept = lambda *a, **b: bytearray(1 << 30)")
    with pytest.raises(ValidationError) as refused:
        as_kept(brought(), with_data=False)
    [sentence] = refused.value.messages
    assert "anh.jpg" in sentence
    assert refused.value.code == "too-much"


def test_a_picture_that_never_ends_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    worker(monkeypatch, "import time\napart.kept = lambda *a, **b: time.sleep(60)")
    monkeypatch.setattr(decoding, "LONGEST", 0.2)
    with pytest.raises(TooMuch):
        made_smaller(BytesIO(photograph()), with_data=False)


def test_a_library_that_crashes_takes_nobody_with_it(monkeypatch: pytest.MonkeyPatch) -> None:
    worker(monkeypatch, "import os\napart.kept = lambda *a, **b: os.abort()")
    with pytest.raises(TooMuch):
        made_smaller(BytesIO(photograph()), with_data=False)


def test_what_is_no_picture_and_what_is_huge_are_told_apart(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with pytest.raises(photographs.Damaged):
        made_smaller(BytesIO(b"\xff\xd8\xff\xe0 no picture"), with_data=False)
    worker(
        monkeypatch,
        "import tiendo.progress.proofs.photographs as photographs\nphotographs.MOST_PIXELS = 1",
    )
    with pytest.raises(photographs.Huge):
        made_smaller(BytesIO(photograph()), with_data=False)
