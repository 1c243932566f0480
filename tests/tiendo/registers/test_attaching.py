"""Files of rows: looked at before they are kept, handed out to who sees the row, taken away by who may enter it."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from tests.tiendo.industry.enterprises import enterprise
from tests.tiendo.registers.ground import Ground, client
from tiendo.history.models import Removal
from tiendo.history.services import restore
from tiendo.industry.models import Enterprise
from tiendo.registers.models import Attachment

PDF = b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\n%%EOF\n"


@pytest.fixture
def row(ground: Ground) -> Enterprise:
    return enterprise(ground.here)


def attach(at: Client, row: Enterprise, name: str, content: bytes, title: str = "") -> str:
    """Attach a file on the page of a row; return what the page then says."""
    file = SimpleUploadedFile(name, content)
    address = f"/so/doanh-nghiep/{row.pk}/tep/"
    return at.post(address, {"file": file, "title": title}, follow=True).content.decode()


def test_a_commune_attaches_a_paper_that_comes_back_as_a_file(
    ground: Ground, row: Enterprise
) -> None:
    at = client(ground.of_here)
    assert "giay-phep.pdf" in attach(at, row, "giay-phep.pdf", PDF, "Giấy phép")
    kept = Attachment.objects.get()
    assert (str(kept), kept.media_type, kept.size) == ("Giấy phép", "application/pdf", len(PDF))
    answer = at.get(f"/so/doanh-nghiep/{row.pk}/tep/{kept.pk}/")
    assert b"".join(answer.streaming_content) == PDF
    assert answer["Content-Disposition"].startswith("attachment")
    assert answer["X-Content-Type-Options"] == "nosniff"


@pytest.mark.parametrize(
    ("name", "content"),
    [("bao-cao.pdf", b"MZ\x90\x00 program"), ("trang.html", b"<html>"), ("giay.pdf", b"")],
)
def test_what_is_no_document_is_not_kept(
    ground: Ground, row: Enterprise, name: str, content: bytes
) -> None:
    attach(client(ground.of_here), row, name, content)
    assert not Attachment.objects.exists()


def test_the_same_file_is_kept_once(ground: Ground, row: Enterprise) -> None:
    at = client(ground.of_here)
    attach(at, row, "a.pdf", PDF)
    assert "đã đính kèm rồi" in attach(at, row, "b.pdf", PDF)
    assert Attachment.objects.count() == 1


def test_another_commune_neither_reads_nor_attaches(ground: Ground, row: Enterprise) -> None:
    attach(client(ground.of_here), row, "a.pdf", PDF)
    kept, stranger = Attachment.objects.get(), client(ground.of_there)
    address = f"/so/doanh-nghiep/{row.pk}/tep/"
    assert stranger.get(f"{address}{kept.pk}/").status_code == 404
    assert stranger.post(address, {"file": SimpleUploadedFile("b.pdf", PDF)}).status_code == 404
    other = enterprise(ground.there)
    assert stranger.get(f"/so/doanh-nghiep/{other.pk}/tep/{kept.pk}/").status_code == 404


def test_a_file_taken_away_can_be_put_back(ground: Ground, row: Enterprise) -> None:
    at = client(ground.of_here)
    attach(at, row, "a.pdf", PDF)
    kept = Attachment.objects.get()
    at.post(f"/so/doanh-nghiep/{row.pk}/tep/{kept.pk}/bo/")
    assert not Attachment.objects.exists()
    restore(Removal.objects.latest("pk"), actor=ground.coordinator)
    answer = at.get(f"/so/doanh-nghiep/{row.pk}/tep/{kept.pk}/")
    assert b"".join(answer.streaming_content) == PDF
