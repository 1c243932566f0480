"""A package for an audit: packed in the background, verified without the database, and whatever is altered is found."""

import json
import random
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone
from python_calamine import CalamineWorkbook

from tests.tiendo import samples
from tests.tiendo.industry.enterprises import enterprise
from tiendo.accounts.models import Role, User
from tiendo.administration.audits import background
from tiendo.agencies.models import Kind
from tiendo.history import erasing, packing, sealing
from tiendo.history import services as history
from tiendo.history.chain import What, plain
from tiendo.history.models import AuditPackage, Change, PersonalValue, Seal, Stage
from tiendo.history.unpacking import CHANGES, PERSONAL, SEALS, SUMS, NotAPackage, found_in, marks_of
from tiendo.progress.models import Evidence
from tiendo.registers.attaching import attach

pytestmark = pytest.mark.django_db


@pytest.fixture
def auditor() -> User:
    """In a locality with a plan, a report with evidence, and a history."""
    office = samples.agency(samples.locality(), "Phòng Kinh tế", short_name="P. KT")
    auditor = samples.person(Role.AUDITOR, office, full_name="Đỗ Thị Kiểm")
    plan = samples.plan(office.locality)
    samples.evidence(samples.report(samples.occurrence(samples.task(plan, office))), "ảnh/xa.pdf")
    for name in ("Phòng A", "Phòng B", "Phòng C"):
        office.name = name
        history.save(office, actor=auditor, reason="đổi tên")
    return auditor


@pytest.fixture
def packed(auditor: User) -> AuditPackage:
    row = background.ask(locality=auditor.locality, evidence=True, actor=auditor)
    background.pack.call(row.pk)
    row.refresh_from_db()
    return row


@pytest.fixture
def path(packed: AuditPackage, tmp_path: Path) -> Path:
    copy = tmp_path / "goi.zip"
    shutil.copy(packed.file.path, copy)
    return copy


def test_a_package_holds_papers_registers_history_and_verifies(packed, path) -> None:
    assert (packed.stage, packed.percent) == (Stage.DONE, 100)
    assert list(found_in(path)) == []
    names = set(zipfile.ZipFile(path).namelist())
    assert {CHANGES, SEALS, PERSONAL, SUMS, "MUC-LUC.html", "DOC-TRUOC.txt"} <= names
    assert any(name.startswith("minh-chung/") and name.endswith("_xa.pdf") for name in names)
    assert "so-sach/co-quan.xlsx" in names


def test_a_register_has_a_row_for_each_row_and_names_for_keys(path, tmp_path) -> None:
    zipfile.ZipFile(path).extractall(tmp_path)
    sheet = CalamineWorkbook.from_path(tmp_path / "so-sach/nghia-vu.xlsx").get_sheet_by_index(0)
    rows = sheet.to_python()
    assert len(rows) == 2
    assert "Phòng C" in rows[1]


def test_the_sum_of_the_file_stands_in_the_history(packed) -> None:
    change = Change.objects.filter(content_type__model="auditpackage", action="change").get()
    assert change.fields["sha256"][1] == packed.sha256
    assert len(packed.sha256) == 64


def test_it_is_verified_with_python_alone(path, tmp_path) -> None:
    zipfile.ZipFile(path).extractall(tmp_path / "ra")
    run = subprocess.run(
        [sys.executable, "-I", "-c", RUN, str(tmp_path / "ra" / "kiem-tra"), str(path)],
        capture_output=True,
        text=True,
        check=False,
    )
    sum_, last = marks_of(path)
    assert sum_ in run.stdout
    assert last[:16] in run.stdout
    assert (run.returncode, run.stdout.splitlines()[-1]) == (0, "Số sai lệch / faults: 0")


RUN = (
    "import runpy, sys; sys.path.insert(0, sys.argv[1]); sys.argv[1:] = sys.argv[2:];"
    "sys.modules.pop('tiendo', None); runpy.run_module('tiendo.history.unpacking',"
    " run_name='__main__')"
)


def altered(path: Path, name: str, change: Callable[[bytes], bytes], *, sums: bool) -> Path:
    """A copy of a package with one file changed; with `sums` its list of sums is changed to match."""
    copy = path.with_name("khac.zip")
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(copy, "w") as new:
        parts = {each: old.read(each) for each in old.namelist()}
        parts[name] = change(parts[name])
        if sums:
            lines = [f"{packing.hashlib.sha256(parts[n]).hexdigest()}  {n}" for n in parts]
            parts[SUMS] = "\n".join(line for line in lines if SUMS not in line).encode()
        for each, content in parts.items():
            new.writestr(each, content)
    return copy


def whats(path: Path) -> set[What]:
    return {fault.what for fault in found_in(path)}


def test_a_changed_file_is_found_by_its_sum(path) -> None:
    copy = altered(path, "MUC-LUC.html", lambda words: words + b" ", sums=False)
    assert whats(copy) == {What.FILE_CHANGED}


def test_a_changed_line_is_found_even_with_its_sum_made_anew(path) -> None:
    other = altered(path, CHANGES, lambda words: words.replace(b"t\\u00ean", b"ten", 1), sums=True)
    assert whats(other) == {What.CHANGED}


def test_a_line_taken_out_is_found(path) -> None:
    copy = altered(path, CHANGES, lambda words: words.split(b"\n", 1)[1], sums=True)
    assert whats(copy) == {What.PLACE_GONE}


def test_a_changed_name_is_found(path) -> None:
    copy = altered(path, PERSONAL, lambda words: words.replace(b"Ki\\u1ec3m", b"Khac"), sums=True)
    assert whats(copy) == {What.PERSONAL_CHANGED}


def test_what_is_no_history_is_said_and_not_a_traceback(path) -> None:
    for words in (b"[]\n", b"{\n", b'{"a": 1}\n', b"\xff\n"):
        copy = altered(path, CHANGES, lambda _old, words=words: words, sums=True)
        assert What.FILE_CHANGED in whats(copy)


def test_a_file_put_in_or_taken_out_is_found(path) -> None:
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr("van-ban/them.docx", b"x")
    assert whats(path) == {What.FILE_ADDED}


def without(path: Path, *names: str) -> Path:
    """A copy of a package without these files, its list of sums made anew."""
    copy = path.with_name("bot.zip")
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(copy, "w") as new:
        for each in old.namelist():
            content = old.read(each)
            if each == SUMS:
                lines = content.decode().splitlines()
                kept = [line for line in lines if line.partition("  ")[2] not in names]
                content = "\n".join(kept).encode()
            if each not in names:
                new.writestr(each, content)
    return copy


def test_a_package_whose_history_was_left_out_is_found_even_with_its_sums_made_anew(path) -> None:
    for names in ((CHANGES, SEALS, PERSONAL), (SEALS,), (CHANGES,), (PERSONAL,)):
        found = [fault for fault in found_in(without(path, *names)) if fault.name in names]
        assert {fault.what for fault in found} == {What.FILE_GONE}, names


def test_one_name_twice_in_a_package_is_found(path) -> None:
    """Which of the two is unpacked depends on the program."""
    with zipfile.ZipFile(path) as archive:
        genuine = archive.read("MUC-LUC.html")
    with zipfile.ZipFile(path, "a") as archive, pytest.warns(UserWarning, match="Duplicate name"):
        archive.writestr("MUC-LUC.html", genuine)
    assert whats(path) == {What.FILE_ADDED}


def test_a_name_emptied_in_a_package_is_found(path) -> None:
    def emptied(words: bytes) -> bytes:
        rows = [json.loads(line) for line in words.splitlines()]
        rows[0] |= {"value": "", "salt": "", "erased": 1}
        return b"".join(plain(row) + b"\n" for row in rows)

    assert whats(altered(path, PERSONAL, emptied, sums=True)) == {What.PERSONAL_EMPTIED}


def test_a_chain_cut_short_has_another_last_seal(path, auditor) -> None:
    """The rest of a chain is a chain: that its end is missing tells only the code that was noted."""
    code = marks_of(path)[1]
    assert code == Seal.objects.filter(locality=auditor.locality).latest("number").hash
    cut = altered(path, SEALS, lambda words: words.splitlines(keepends=True)[0], sums=True)
    cut = altered(cut.rename(path.with_name("ngan.zip")), CHANGES, lambda _words: b"", sums=True)
    assert whats(cut) <= {What.PERSONAL_GONE}
    assert marks_of(cut)[1] not in ("", code)
    assert marks_of(cut)[0] != marks_of(path)[0]


def test_values_in_values_without_end_are_a_fault_and_not_a_traceback(path) -> None:
    deep = b"[" * 100_000 + b"]" * 100_000 + b"\n"
    for name in (CHANGES, SEALS, PERSONAL):
        assert What.FILE_CHANGED in whats(altered(path, name, lambda _old: deep, sums=True))


def test_no_byte_of_a_package_makes_a_traceback_when_it_is_altered(path) -> None:
    chance, whole = random.Random(5), path.read_bytes()  # noqa: S311
    found = 0
    for _time in range(150):
        content = bytearray(whole)
        at = chance.randrange(len(content)) if _time % 2 else -chance.randrange(1, 3000)
        content[at] ^= chance.randrange(1, 256)
        path.write_bytes(content)
        try:
            found += bool([*found_in(path)])
            marks_of(path)
        except NotAPackage:
            found += 1
    assert found > 100


def test_what_is_no_package_is_refused(tmp_path) -> None:
    path = tmp_path / "khac.zip"
    path.write_bytes(b"no zip")
    with pytest.raises(NotAPackage):
        list(found_in(path))
    zipfile.ZipFile(path, "w").close()
    with pytest.raises(NotAPackage):
        list(found_in(path))


def test_erased_names_are_in_no_package(auditor) -> None:
    sealing.seal()
    values = PersonalValue.objects.filter(person=auditor.pk)
    erasing.erase(values=values, person=auditor.pk, actor=None, reason="theo đơn")
    row = background.ask(locality=auditor.locality, evidence=False, actor=auditor)
    background.pack.call(row.pk)
    row.refresh_from_db()
    lines = zipfile.ZipFile(row.file.path).read(PERSONAL).splitlines()
    assert [json.loads(line)["value"] for line in lines if json.loads(line)["erased"]] == [""]
    assert list(found_in(Path(row.file.path))) == []


def test_a_file_that_is_gone_is_named_in_the_index(auditor) -> None:
    default_storage.delete(Evidence.objects.get().file.name)
    row = background.ask(locality=auditor.locality, evidence=True, actor=auditor)
    background.pack.call(row.pk)
    row.refresh_from_db()
    index = zipfile.ZipFile(row.file.path).read("MUC-LUC.html").decode()
    assert "Tệp không còn trong kho lưu" in index


def test_asking_twice_packs_once(auditor) -> None:
    first = background.ask(locality=auditor.locality, evidence=True, actor=auditor)
    assert background.ask(locality=auditor.locality, evidence=True, actor=auditor) == first
    assert background.ask(locality=auditor.locality, evidence=False, actor=auditor) != first


def test_what_goes_wrong_is_said(auditor, monkeypatch, caplog) -> None:
    def broken(*_facts: object) -> None:
        raise OSError("no space left")

    monkeypatch.setattr(background, "write", broken)
    row = background.ask(locality=auditor.locality, evidence=True, actor=auditor)
    background.pack.call(row.pk)
    row.refresh_from_db()
    assert row.stage == Stage.FAILED


def test_old_packages_go_with_their_files_and_their_lines_stay(packed) -> None:
    assert packing.clear(timezone.now() - timedelta(days=1)) == 0
    name = packed.file.name
    assert packing.clear(timezone.now() + timedelta(days=1)) == 1
    assert not default_storage.exists(name)
    assert Change.objects.filter(content_type__model="auditpackage", action="delete").exists()


def test_an_auditor_asks_waits_and_downloads(client, auditor) -> None:
    client.force_login(auditor)
    page = client.post(reverse("administration:ask_package"), {"evidence": "on"}, follow=True)
    assert "chờ đóng gói" in page.content.decode()
    row = AuditPackage.objects.get()
    address = reverse("administration:package_file", args=[row.pk])
    assert client.get(address).status_code == 404
    background.pack.call(row.pk)
    row.refresh_from_db()
    assert row.sha256 in client.get(reverse("administration:packages")).content.decode()
    answer = client.get(address)
    assert answer["Content-Type"] == "application/zip"
    assert b"".join(answer.streaming_content)[:2] == b"PK"
    assert str(date.today().year) in answer["Content-Disposition"]  # noqa: DTZ011


def test_a_package_of_another_locality_is_not_there(client, packed) -> None:
    other = samples.person(Role.AUDITOR, samples.agency(samples.locality("Huyện khác")))
    client.force_login(other)
    address = reverse("administration:package_file", args=[packed.pk])
    assert client.get(address).status_code == 404


def test_registers_are_packed_with_the_files_of_their_rows(auditor, tmp_path) -> None:
    where = samples.agency(auditor.locality, "Xã Thử", kind=Kind.COMMUNE)
    row = enterprise(where, name="=Cơ sở Thử", kind="household", tax_code="079012345678")
    file = SimpleUploadedFile("giấy phép.pdf", b"%PDF-1.7 giay phep")
    attach(row=row, file=file, title="", actor=auditor, now=timezone.now())
    archive = zipped(auditor, tmp_path, evidence=True)
    names = [name for name in archive.namelist() if name.startswith("tep-cua-so/")]
    (name,) = names
    assert name.startswith(f"tep-cua-so/doanh-nghiep/{row.pk}/")
    assert archive.read(name) == b"%PDF-1.7 giay phep"
    sheet = CalamineWorkbook.from_path(tmp_path / "so-sach/so/doanh-nghiep.xlsx")
    (_heads, cells) = sheet.get_sheet_by_index(0).to_python()
    assert cells[0] == row.pk
    assert "=Cơ sở Thử" in cells
    assert "079012345678" not in cells
    assert any(str(cell).startswith("0790••") for cell in cells)


def test_without_evidence_no_file_of_a_row_is_packed(auditor, tmp_path) -> None:
    row = enterprise(samples.agency(auditor.locality, "Xã Thử", kind=Kind.COMMUNE))
    file = SimpleUploadedFile("a.pdf", b"%PDF-1.7 x")
    attach(row=row, file=file, title="", actor=auditor, now=timezone.now())
    archive = zipped(auditor, tmp_path, evidence=False)
    assert not [name for name in archive.namelist() if name.startswith("tep-cua-so/")]
    assert "so-sach/so/doanh-nghiep.xlsx" in archive.namelist()


def zipped(auditor: User, folder: Path, *, evidence: bool) -> zipfile.ZipFile:
    """A package as it was made, unpacked into a folder."""
    row = background.ask(locality=auditor.locality, evidence=evidence, actor=auditor)
    background.pack.call(row.pk)
    row.refresh_from_db()
    archive = zipfile.ZipFile(row.file.path)
    archive.extractall(folder)
    return archive
