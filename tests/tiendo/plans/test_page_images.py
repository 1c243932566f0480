"""Several page images are one document: checked, put in order, and only then read."""

import io
import zipfile
from contextlib import ExitStack

import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from PIL import Image

from tests.tiendo.plans.pages import NAMES, in_wrong_order, page_image, page_images
from tests.tiendo.plans.test_reception import PLAN, stored_files
from tiendo.plans import leaves, machine, reception, screening
from tiendo.plans.files import readable
from tiendo.plans.forms import UploadForm
from tiendo.plans.leaves import natural, packed, pages_among, put_in_order
from tiendo.plans.machine import kinds
from tiendo.plans.models import Document, Intake, Stage
from tiendo.plans.reception import AlreadyHere, receive_pages, start_reading
from vanban.scan import letters


@pytest.fixture(autouse=True)
def images_are_read(monkeypatch):
    """Taking images does not depend on whether this machine can recognise their letters."""
    endings = [*screening.accepted(), *screening.IMAGES]
    monkeypatch.setattr(screening, "accepted", lambda: endings)


def archive(**members: bytes) -> SimpleUploadedFile:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as target:
        for name, content in members.items():
            target.writestr(name, content)
    return SimpleUploadedFile("trang.zip", stream.getvalue())


def found(uploads) -> list[str]:
    """The names of the pages that are among these files."""
    with ExitStack() as opened:
        return [page.name for page in pages_among(uploads, opened)]


def test_pages_are_put_in_order_as_people_count():
    assert found(page_images()) == ["trang 1.png", "trang 2.png", "trang 10.png"]


@pytest.mark.parametrize(
    ("given", "wanted"),
    [
        (["b.png", "A.png"], ["A.png", "b.png"]),
        (["p2b.jpg", "p2a.jpg", "p10.jpg"], ["p2a.jpg", "p2b.jpg", "p10.jpg"]),
        (["x.png", "1.png"], ["1.png", "x.png"]),
        (["0" * 40 + ".png", "1.png"], ["0" * 40 + ".png", "1.png"]),
    ],
)
def test_natural_order(given, wanted):
    assert sorted(given, key=natural) == wanted


def test_pages_wait_until_their_order_is_right(home, lan):
    intake = receive_pages(uploads=page_images(), locality=home, actor=lan)
    assert intake.stage == Stage.ORDERING
    assert intake.name == "trang 1 (3 trang).zip"
    start_reading(intake=intake, actor=lan)
    assert Intake.objects.get().stage == Stage.QUEUED


def test_the_same_pages_again_lead_to_the_first_however_they_come(home, lan):
    first = receive_pages(uploads=page_images(), locality=home, actor=lan)
    with pytest.raises(AlreadyHere) as here:
        receive_pages(uploads=page_images()[::-1], locality=home, actor=lan)
    assert here.value.intake == first
    assert Document.objects.count() == 1


def test_pages_in_an_archive_are_pages(home, lan):
    packed_pages = archive(**{name: page_image(name) for name in NAMES}, **{"__MACOSX/._1": b"x"})
    intake = receive_pages(uploads=[packed_pages], locality=home, actor=lan)
    assert [leaf["name"] for leaf in intake.document.leaves] == [
        *("trang 1.png", "trang 2.png", "trang 10.png")
    ]


def test_the_reader_gets_the_pages_in_the_order_that_was_said(lan):
    intake = in_wrong_order(lan)
    put_in_order(intake=intake, places={"001.png": 3, "002.png": 2, "003.png": 1}, actor=lan)
    with readable(intake.document) as folder:
        pages = sorted(folder.iterdir())
        assert [page.name for page in pages] == ["0001.png", "0002.png", "0003.png"]
        assert [page.read_bytes() for page in pages] == [
            page_image(name) for name in reversed(NAMES)
        ]
    assert not folder.exists()


def two_frames() -> bytes:
    stream = io.BytesIO()
    pages = [Image.new("L", (20, 20), shade) for shade in (0, 255)]
    pages[0].save(stream, "TIFF", save_all=True, append_images=pages[1:])
    return stream.getvalue()


BAD = {
    "a letter among the pages": lambda: [*page_images(), SimpleUploadedFile("thu.txt", b"a")],
    "a page that is no picture": lambda: [
        *page_images(),
        SimpleUploadedFile("4.png", b"%PDF-1.7 not a picture"),
    ],
    "an empty page": lambda: [*page_images(), SimpleUploadedFile("4.png", b"")],
    "a page that is several": lambda: [*page_images(), SimpleUploadedFile("4.tif", two_frames())],
    "a damaged page": lambda: [*page_images(), SimpleUploadedFile("4.tif", b"II*\0" + b"\xff" * 9)],
    "an archive of something else": lambda: [archive(**{"a.txt": b"a"})],
    "an archive of nothing": lambda: [archive()],
    "no archive": lambda: [SimpleUploadedFile("trang.zip", b"PK\x03\x04 nothing")],
    "a damaged archive": lambda: [
        SimpleUploadedFile("trang.zip", archive(a=b"a" * 90).read()[:-30])
    ],
}


@pytest.mark.parametrize("case", BAD)
def test_what_are_no_pages_is_refused_with_a_sentence_and_nothing_is_kept(home, lan, case):
    before = stored_files()
    with pytest.raises(ValidationError) as refused:
        receive_pages(uploads=BAD[case](), locality=home, actor=lan)
    assert len(refused.value.messages[0].split()) > 5
    assert (Document.objects.count(), stored_files()) == (0, before)


def test_too_much_and_too_many_are_refused(monkeypatch):
    monkeypatch.setattr(leaves, "LARGEST", 100)
    with pytest.raises(ValidationError, match="MB"):
        found(page_images())
    monkeypatch.setattr(leaves, "LARGEST", 10**9)
    monkeypatch.setattr(leaves, "MOST", 2)
    with pytest.raises(ValidationError, match="3"):
        found(page_images())


def test_an_archive_that_is_larger_inside_than_it_may_be_is_not_unpacked(monkeypatch):
    monkeypatch.setattr(leaves, "LARGEST", 50_000)
    with pytest.raises(ValidationError, match="MB"):
        found([archive(**{"1.png": b"\0" * 200_000})])


@pytest.mark.parametrize(
    ("name", "content"),
    [("quet.pdf", b"PK\x03\x04" + b"x" * 50), ("anh.png", b"\xff\xd8\xff" + b"x" * 50)],
)
def test_a_file_whose_content_is_another_than_its_name_is_refused(home, lan, name, content):
    with pytest.raises(ValidationError) as refused:
        reception.receive(upload=SimpleUploadedFile(name, content), locality=home, actor=lan)
    assert refused.value.code == "misnamed"


# --- The pages of the product


def order_of(intake: Intake) -> list[str]:
    intake.document.refresh_from_db()
    return [leaf["name"] for leaf in intake.document.leaves]


def test_the_order_is_changed_by_numbers_and_then_read(signed_in, lan):
    intake = in_wrong_order(lan)
    url = reverse("plans:order", args=[intake.pk])
    said = {"001.png": "3", "002.png": "2", "003.png": "1", "action": "show"}
    assert signed_in.post(url, said).url == url
    assert order_of(intake) == list(reversed(NAMES))
    page = signed_in.get(url).content.decode()
    assert page.index("trang 1.png") < page.index("trang 10.png")
    signed_in.post(url, {"003.png": "1", "002.png": "2", "001.png": "3", "action": "read"})
    intake.refresh_from_db()
    assert intake.stage == Stage.QUEUED
    progress = reverse("plans:progress", args=[intake.pk])
    assert signed_in.get(url).url == signed_in.post(url, said).url == progress


def test_a_number_that_is_none_comes_back_with_a_sentence(signed_in, lan):
    intake = in_wrong_order(lan)
    url = reverse("plans:order", args=[intake.pk])
    answer = signed_in.post(url, {"001.png": "hai", "002.png": "2", "003.png": "1"})
    assert answer.status_code == 422
    assert "Nhập thứ tự của trang bằng số" in answer.content.decode()
    assert order_of(intake) == list(NAMES)


def test_the_progress_of_pages_that_wait_is_their_order(signed_in, lan):
    intake = in_wrong_order(lan)
    answer = signed_in.get(reverse("plans:progress", args=[intake.pk]))
    assert answer.url == reverse("plans:order", args=[intake.pk])


def test_pages_are_brought_together(signed_in, home):
    answer = signed_in.post(reverse("plans:upload"), {"file": page_images()}, follow=True)
    intake = Intake.objects.get()
    assert answer.redirect_chain[-1][0] == reverse("plans:order", args=[intake.pk])
    assert order_of(intake) == ["trang 1.png", "trang 2.png", "trang 10.png"]


def test_two_documents_at_once_are_refused_at_the_field(signed_in, home):
    files = [SimpleUploadedFile(f"{n}.txt", PLAN.encode()) for n in (1, 2)]
    answer = signed_in.post(reverse("plans:upload"), {"file": files})
    assert answer.status_code == 422
    assert "“1.txt” không phải ảnh trang" in answer.content.decode()


def test_the_page_says_what_the_machine_lacks(signed_in, home, monkeypatch, tmp_path):
    monkeypatch.setattr(machine.shutil, "which", lambda _program: None)
    monkeypatch.setenv(letters.SETTING, str(tmp_path))
    page = signed_in.get(reverse("plans:upload")).content.decode()
    assert "libreoffice-writer-nogui" in page
    assert "tesseract-ocr-vie" in page


def test_a_request_larger_than_any_form_takes_is_refused_unread(client, db, settings):
    settings.LARGEST_REQUEST = 10_000
    sent = {"file": SimpleUploadedFile("to.txt", b"a" * 20_000)}
    answer = client.post(reverse("plans:upload"), sent)
    assert answer.status_code == 413
    assert "Gửi quá nhiều" in answer.content.decode()
    assert client.get(reverse("account_login"), headers={"Content-Length": "x"}).status_code == 413


def test_packed_pages_are_the_same_file_whenever_they_come():
    with ExitStack() as opened:
        _file, _leaves, first = packed(page_images(), opened)
        _file, _leaves, second = packed(page_images(), opened)
    assert first == second


def test_an_archive_of_pages_can_be_chosen_where_pages_can_be_read():
    accepted = UploadForm().fields["file"].widget.attrs["accept"].split(",")

    assert {".png", ".pdf", ".zip"} <= set(accepted)


def test_every_ending_that_is_read_is_named_before_anybody_brings_a_file():
    named = {ending for kind in kinds() for ending in kind.endings.split()}

    assert named == set(screening.accepted())
