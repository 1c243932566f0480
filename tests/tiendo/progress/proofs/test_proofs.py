"""The evidence of a report: added, described, looked at by who may, judged."""

import os
import time
from contextlib import closing
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from tests.tiendo import samples
from tests.tiendo.progress.conftest import occurrence_of
from tests.tiendo.progress.photographs import photograph
from tiendo.plans.files import folder_of_pictures
from tiendo.progress.models import Evidence, Report, ReportState
from tiendo.progress.proofs.previews import AGAIN, has_preview


@pytest.fixture
def report(world) -> Report:
    return samples.report(occurrence_of(world.yearly(), 2024))


@pytest.fixture
def office(client: Client, world) -> Client:
    client.force_login(world.reporter)
    return client


def page_of(report: Report) -> str:
    return reverse("proofs:proofs", args=[report.pk])


def attach(client: Client, report: Report, *files, **said):
    said = {"kind": "other", "evidence": list(files), **said}
    return client.post(page_of(report), said, follow=True)


def picture(name: str = "anh.jpg") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, photograph())


def test_a_numbered_document_is_kept_with_its_number_and_day(office, report) -> None:
    file = SimpleUploadedFile("qd.pdf", b"%PDF-1.7 q")
    facts = {"kind": "document", "number": "15/QĐ-UBND", "issued_on": "21/02/2024"}
    page = attach(office, report, file, **facts)
    assert "15/QĐ-UBND" in page.content.decode()
    assert Evidence.objects.get().sha256[:12] in page.content.decode()


def test_a_numbered_document_needs_its_number(office, report) -> None:
    answer = attach(office, report, SimpleUploadedFile("qd.pdf", b"%PDF-1.7 q"), kind="document")
    assert answer.status_code == 422
    assert not Evidence.objects.exists()


def test_a_link_is_evidence_and_one_that_runs_is_none(office, report) -> None:
    attach(office, report, address="https://binhson.gov.vn/tin/15")
    assert Evidence.objects.get().address == "https://binhson.gov.vn/tin/15"
    assert attach(office, report, address="javascript:alert(1)").status_code == 422


def test_the_same_file_is_kept_once_with_a_report(office, report) -> None:
    attach(office, report, picture())
    page = attach(office, report, picture("anh2.jpg"))
    assert Evidence.objects.count() == 1
    assert "đã có trong báo cáo" in page.content.decode()


def test_the_same_file_under_another_task_is_pointed_out(office, report, world) -> None:
    other = samples.report(occurrence_of(world.yearly(text="Xây chợ đầu mối"), 2024))
    attach(office, other, picture())
    page = attach(office, report, picture())
    assert "Xây chợ đầu mối" in page.content.decode()
    row = Evidence.objects.with_repeats().get(report=report)
    assert row.repeats


def test_a_reviewer_says_of_each_piece_whether_it_proves(office, report, world) -> None:
    attach(office, report, picture())
    row = Evidence.objects.get()
    said = {f"v{row.pk}-verdict": "partly", f"v{row.pk}-note": "Thiếu ngày chụp"}
    assert office.post(reverse("proofs:judge", args=[row.pk]), said).status_code == 403
    office.force_login(world.coordinator)
    office.post(reverse("proofs:judge", args=[row.pk]), said)
    row.refresh_from_db()
    assert (row.verdict, row.verdict_by) == ("partly", world.coordinator)
    assert "Thiếu ngày chụp" in office.get(page_of(report)).content.decode()


def test_what_is_still_being_written_is_opened_by_its_office_only(client, report, world) -> None:
    row = samples.evidence(report)
    Report.objects.update(state=ReportState.DRAFT)
    pages = [reverse("progress:evidence", args=[row.pk]), page_of(report)]
    client.force_login(world.viewer)
    assert [client.get(each).status_code for each in pages] == [404, 404]
    client.force_login(world.reporter)
    with closing(client.get(pages[0])) as answer:
        assert answer.status_code == 200


def test_a_preview_is_a_picture_that_we_drew(office, report) -> None:
    attach(office, report, picture())
    with closing(office.get(reverse("proofs:preview", args=[Evidence.objects.get().pk]))) as drawn:
        assert drawn["Content-Type"] == "image/png"
        assert drawn["X-Content-Type-Options"] == "nosniff"
        assert b"".join(drawn.streaming_content).startswith(b"\x89PNG")


def test_a_file_that_is_gone_is_a_sentence(office, report) -> None:
    attach(office, report, picture())
    Path(Evidence.objects.get().file.path).unlink()
    assert "không còn trên máy chủ" in office.get(page_of(report)).content.decode()
    gone = reverse("progress:evidence", args=[Evidence.objects.get().pk])
    assert office.get(gone).status_code == 404


def test_what_was_taken_away_can_be_put_back(office, report) -> None:
    attach(office, report, picture())
    row = Evidence.objects.get()
    office.post(reverse("proofs:remove", args=[row.pk]))
    assert not Evidence.objects.exists()
    assert Path(row.file.path).is_file()


def test_nothing_is_added_to_a_report_that_was_accepted(office, report) -> None:
    Report.objects.update(state=ReportState.ACCEPTED)
    assert attach(office, report, picture()).status_code == 403


def test_a_file_that_cannot_be_drawn_is_not_tried_again_at_every_look(office, report) -> None:
    attach(office, report, SimpleUploadedFile("qd.pdf", b"%PDF-1.7 q"))
    row = Evidence.objects.get()
    drawn = reverse("proofs:preview", args=[row.pk])
    assert drawn in office.get(page_of(report)).content.decode()
    assert office.get(drawn).status_code == 404
    assert not has_preview(row)
    assert drawn not in office.get(page_of(report)).content.decode()
    started = time.monotonic()
    assert office.get(drawn).status_code == 404
    assert time.monotonic() - started < 0.3
    mark = next(folder_of_pictures(row.sha256).glob("*.refused"))
    os.utime(mark, (time.time() - AGAIN - 60,) * 2)
    assert has_preview(row)
