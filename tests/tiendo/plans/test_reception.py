"""Bringing a document: what is taken, what is refused and why, and that a refusal leaves nothing behind."""

import io
import zipfile
from pathlib import Path

import pytest
from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import translation

from tests.tiendo import samples
from tests.tiendo.plans.reading import TEXT
from tiendo.history import services as history
from tiendo.history.models import Removal
from tiendo.plans import background, reception, refusals, screening
from tiendo.plans.background import read_document, resume
from tiendo.plans.models import Document, DraftItem, Intake, Stage
from tiendo.plans.reception import AlreadyHere, discard, receive

PLAN = """ỦY BAN NHÂN DÂN
HUYỆN BÌNH SƠN
Số: 15/KH-UBND
Bình Sơn, ngày 05 tháng 3 năm 2022

KẾ HOẠCH
Phát triển nghề mộc năm 2022

I. TỔ CHỨC THỰC HIỆN
1. Phòng Kinh tế và Hạ tầng: Theo dõi, đôn đốc việc thực hiện Kế hoạch này.
2. Phòng Tài chính - Kế hoạch: Bố trí kinh phí cho các lớp dạy nghề.
"""
LETTER = "Kính gửi: Phòng Kinh tế\nTrân trọng cảm ơn sự quan tâm của quý cơ quan.\n"


def upload(content: str | bytes = PLAN, name: str = "Kế hoạch nghề mộc.txt"):
    return SimpleUploadedFile(name, content.encode() if isinstance(content, str) else content)


def stored_files() -> list[Path]:
    return [path for path in Path(settings.MEDIA_ROOT).rglob("*") if path.is_file()]


def zipped(**parts: bytes) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name.replace("__", "/").replace("_xml", ".xml"), content)
    return packed.getvalue()


@pytest.fixture
def brought(home, lan):
    return receive(upload=upload(), locality=home, actor=lan)


def test_a_document_is_kept_unchanged_with_its_hash(brought):
    document = brought.document
    assert Path(document.file.path).read_bytes() == PLAN.encode()
    assert (document.name, len(document.sha256)) == ("Kế hoạch nghề mộc.txt", 64)


def test_a_document_waits_for_the_reader_and_is_then_read(brought):
    assert (brought.stage, brought.percent) == (Stage.QUEUED, 0)
    read_document.call(brought.pk)
    brought.refresh_from_db()
    assert (brought.stage, brought.percent) == (Stage.READ, 100)
    assert brought.number == "15/KH-UBND"


def test_reading_twice_drafts_once(brought):
    read_document.call(brought.pk)
    before = brought.items.count()
    read_document.call(brought.pk)
    assert brought.items.count() == before > 0


def test_the_same_file_twice_leads_to_the_first(brought, home, lan):
    with pytest.raises(AlreadyHere) as found:
        receive(upload=upload(name="bản khác.txt"), locality=home, actor=lan)
    assert found.value.intake == brought
    assert Document.objects.count() == 1


def test_a_double_click_brings_the_file_once(brought, home, lan, monkeypatch):
    first_look = iter([False])
    look = Intake.objects.filter(document__sha256=brought.document.sha256)

    def late(locality, digest):
        if next(first_look, True):
            raise AlreadyHere(look.get())

    monkeypatch.setattr(reception, "_refuse_known", late)
    before = stored_files()
    with pytest.raises(AlreadyHere):
        receive(upload=upload(), locality=home, actor=lan)
    assert stored_files() == before


def test_another_locality_may_bring_the_same_file(brought, lan):
    elsewhere = receive(upload=upload(), locality=samples.locality("Huyện khác"), actor=None)
    assert elsewhere.document.sha256 == brought.document.sha256


def bomb() -> bytes:
    """A Word file that unpacks to 400 megabytes."""
    return zipped(word__document_xml=b"<a>" + b" " * 400_000_000)


BAD_FILES = {
    "not a document": ("bai-hat.mp3", b"ID3" + b"x" * 100, "unknown-format"),
    "empty": ("rong.txt", b"", "empty"),
    "blank": ("trang.txt", b" \n\n ", "no-text"),
    "a program called .txt": ("ke-hoach.txt", b"\x7fELF\x02\x01\x01\x00" + b"\x00" * 90, None),
    "an old encoding": ("cu.txt", TEXT.encode("cp1258", "replace"), None),
    "no Word file": ("ke-hoach.docx", b"day khong phai tep word", "not-docx"),
    "encrypted or old Word": (
        "khoa.docx",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600,
        None,
    ),
    "damaged": ("hong.docx", zipped(word__document_xml=b"<w:document")[:-30], None),
    "a zip that is no document": ("nen.docx", zipped(a=b"1"), None),
    "a zip bomb": ("bom.docx", bomb, None),
}


@pytest.mark.parametrize("case", BAD_FILES)
def test_a_bad_file_is_refused_with_a_sentence_and_nothing_is_kept(home, lan, case):
    name, content, code = BAD_FILES[case]
    before, sent = stored_files(), upload(content() if callable(content) else content, name)
    with pytest.raises(ValidationError) as refused, translation.override("vi"):
        receive(upload=sent, locality=home, actor=lan)
    sentence = refused.value.messages[0]
    assert code in (None, refused.value.code)
    assert len(sentence.split()) > 6
    assert (Document.objects.count(), Intake.objects.count(), stored_files()) == (0, 0, before)


def test_a_file_of_300_megabytes_is_refused_before_it_is_looked_at(home, lan):
    big = upload()
    big.size = 300_000_000
    with pytest.raises(ValidationError) as refused:
        receive(upload=big, locality=home, actor=lan)
    assert refused.value.code == "too-large"
    assert Document.objects.count() == 0


def test_a_disk_without_room_takes_no_document(home, lan, monkeypatch):
    monkeypatch.setattr(reception, "ROOM", 1 << 62)
    before = stored_files()
    with pytest.raises(ValidationError) as refused, translation.override("vi"):
        receive(upload=upload(), locality=home, actor=lan)
    assert refused.value.code == "no-room"
    assert "Ổ đĩa" in refused.value.messages[0]
    assert (Document.objects.count(), stored_files()) == (0, before)


def test_a_file_that_is_gone_before_it_is_read_is_named_as_gone(brought):
    Path(brought.document.file.path).unlink()
    read_document.call(brought.pk)
    brought.refresh_from_db()
    assert (brought.stage, brought.error["code"]) == (Stage.FAILED, "gone")


def test_a_long_file_is_left_to_the_reader_that_works_apart(home, lan, monkeypatch):
    monkeypatch.setattr(screening, "SHORT", 100)
    intake = receive(upload=upload("Độ mật: Mật\n" + PLAN), locality=home, actor=lan)
    read_document.call(intake.pk)
    intake.refresh_from_db()
    assert (intake.stage, intake.error["code"]) == (Stage.FAILED, "secret")
    assert Document.objects.count() == 0


@pytest.mark.parametrize(
    ("line", "mark"),
    [
        ("Độ mật: Mật", "MẬT"),
        ("Độ khẩn: Khẩn; Độ mật: Tối mật", "TỐI MẬT"),
        ("MẬT          CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "MẬT"),
        ("Số: 12/KH-UBND\tTUYỆT MẬT", "TUYỆT MẬT"),
        ("T Ố I  M Ậ T", "TỐI MẬT"),
        ("** MẬT **", "MẬT"),
        ("MẬT/KHẨN", "MẬT"),
        ("MA\u0302\u0323T", "MẬT"),
    ],
)
def test_a_secrecy_mark_is_seen_however_it_is_printed(home, lan, line, mark):
    with pytest.raises(ValidationError) as refused:
        receive(upload=upload(f"{line}\n{PLAN}"), locality=home, actor=lan)
    assert f" {mark}." in refused.value.messages[0]


@pytest.mark.parametrize("line", ["MẬT ĐỘ DÂN SỐ", "Mật", "Kế hoạch bảo vệ bí mật", "MẬT MÃ"])
def test_a_line_that_only_begins_like_a_mark_is_none(home, lan, line):
    assert receive(upload=upload(f"{line}\n{PLAN}"), locality=home, actor=lan).pk


@pytest.mark.parametrize("mark", ["MẬT", "TỐI MẬT", "TUYỆT MẬT", "Độ mật: MẬT"])
def test_a_secret_document_is_refused_and_not_kept(home, lan, mark):
    before = stored_files()
    with pytest.raises(ValidationError) as refused:
        receive(upload=upload(f"{mark}\n{PLAN}"), locality=home, actor=lan)
    assert refused.value.code == "secret"
    assert mark.removeprefix("Độ mật: ") in refused.value.messages[0]
    assert stored_files() == before


def test_the_word_in_a_sentence_is_no_secrecy_mark(home, lan):
    sentence = "Bảo vệ bí mật nhà nước, tài liệu MẬT theo quy định.\n"
    assert receive(upload=upload(PLAN + sentence), locality=home, actor=lan).pk


@pytest.mark.parametrize(("language", "words"), [("vi", "Không thấy nhiệm vụ"), ("en", "No task")])
def test_a_text_without_tasks_is_not_kept_and_the_list_says_why(home, lan, language, words):
    intake = receive(upload=upload(LETTER, "thu.txt"), locality=home, actor=lan)
    read_document.call(intake.pk)
    intake.refresh_from_db()
    assert (intake.stage, intake.document, intake.name) == (Stage.FAILED, None, "thu.txt")
    assert Document.objects.count() == 0
    with translation.override(language):
        assert refusals.sentence(intake.error).startswith(words)


@pytest.mark.django_db(transaction=True)
def test_the_file_of_a_text_without_tasks_is_gone_from_the_disk(home, lan):
    before = stored_files()
    intake = receive(upload=upload(LETTER + "\n", "thu.txt"), locality=home, actor=lan)
    assert len(stored_files()) == len(before) + 1
    read_document.call(intake.pk)
    assert stored_files() == before


def test_a_reading_that_was_cut_off_is_taken_up_again(brought):
    Intake.objects.filter(pk=brought.pk).update(stage=Stage.READING, percent=10)
    resume()
    brought.refresh_from_db()
    assert brought.stage == Stage.QUEUED
    read_document.call(brought.pk)
    brought.refresh_from_db()
    assert (brought.stage, brought.error) == (Stage.READ, {})


def test_a_document_that_cuts_every_reading_off_is_given_up_with_a_reason(brought):
    for attempt in range(background.CUT_OFF):
        assert Intake.objects.get().stage == Stage.QUEUED, attempt
        Intake.objects.filter(pk=brought.pk).update(stage=Stage.READING)
        resume()
    brought.refresh_from_db()
    assert (brought.stage, brought.document) == (Stage.FAILED, None)
    assert refusals.sentence(brought.error).startswith("Máy đọc dừng")


def test_a_document_that_only_waited_is_not_counted_as_cut_off(brought):
    for _start in range(3):
        resume()
    brought.refresh_from_db()
    assert (brought.stage, brought.error) == (Stage.QUEUED, {})


def test_a_document_that_failed_may_be_brought_again(home, lan):
    first = receive(upload=upload(LETTER, "thu.txt"), locality=home, actor=lan)
    read_document.call(first.pk)
    again = receive(upload=upload(LETTER, "thu.txt"), locality=home, actor=lan)
    assert again.pk != first.pk


def test_a_reader_that_stops_leaves_a_reason_and_no_document(brought, caplog):
    Path(brought.document.file.path).unlink()
    read_document.call(brought.pk)
    brought.refresh_from_db()
    assert (brought.stage, brought.document) == (Stage.FAILED, None)
    assert refusals.sentence(brought.error)


def test_a_draft_thrown_away_takes_its_document_along(intake, lan):
    discard(intake=intake, actor=lan)
    assert (Intake.objects.count(), Document.objects.count()) == (0, 0)


def test_a_draft_thrown_away_after_it_was_read_can_be_put_back(brought, lan):
    read_document.call(brought.pk)
    brought.refresh_from_db()
    items, reading = brought.items.count(), brought.reading
    discard(intake=brought, actor=lan)
    assert (Intake.objects.count(), DraftItem.objects.count()) == (0, 0)
    history.restore(Removal.objects.get(), actor=lan)
    again = Intake.objects.get()
    assert (again.items.count(), again.reading) == (items, reading)
    assert Path(again.document.file.path).is_file()


def test_a_document_thrown_away_before_it_was_read_is_kept_nowhere(
    brought, lan, django_capture_on_commit_callbacks
):
    path = Path(brought.document.file.path)
    with django_capture_on_commit_callbacks(execute=True):
        discard(intake=brought, actor=lan)
    assert not Removal.objects.exists()
    assert not path.exists()


def test_a_plan_in_force_is_not_thrown_away(intake, lan):
    intake.stage = Stage.CONFIRMED
    with pytest.raises(ValidationError):
        discard(intake=intake, actor=lan)
    assert Document.objects.count() == 1
