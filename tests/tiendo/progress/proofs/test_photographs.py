"""Photographs are kept small and say no more than what is seen on them."""

from io import BytesIO

import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from tests.tiendo.progress.photographs import PLACE, photograph, with_place
from tiendo.progress.proofs import photographs
from tiendo.progress.proofs.fields import FilesField, FilesInput, as_kept


def opened(content: bytes) -> Image.Image:
    return Image.open(BytesIO(content))


def test_twelve_megapixels_become_2560_dots_without_place_and_upright() -> None:
    kept = photographs.kept(BytesIO(with_place()))
    image = opened(kept.content)
    assert image.size == (1920, 2560)  # the camera said that it was turned
    assert not image.getexif()
    assert kept.media_type == "image/jpeg"


def test_place_and_device_stay_when_that_is_asked_for() -> None:
    kept = photographs.kept(BytesIO(with_place((800, 600))), with_data=True)
    assert opened(kept.content).getexif().get_ifd(PLACE)[2] == (10.0, 48.0, 30.0)


@pytest.mark.parametrize("kind", ["HEIF", "WEBP", "TIFF", "JPEG"])
def test_every_kind_that_a_phone_makes_is_kept_as_jpeg(kind: str) -> None:
    assert photographs.kept(BytesIO(photograph(kind))).media_type == "image/jpeg"


def test_a_drawing_stays_sharp() -> None:
    assert photographs.kept(BytesIO(photograph("PNG"))).media_type == "image/png"


def test_the_same_photograph_is_kept_as_the_same_bytes() -> None:
    once, twice = (photographs.kept(BytesIO(with_place((800, 600)))) for _time in range(2))
    assert once.content == twice.content


def test_scans_of_several_pages_stay_as_they_are() -> None:
    pages = [Image.new("L", (40, 40), shade) for shade in (0, 255)]
    stream = BytesIO()
    pages[0].save(stream, "TIFF", save_all=True, append_images=pages[1:])
    assert photographs.kept(stream) is None


@pytest.mark.parametrize(
    "content",
    [
        photograph()[:600],
        b"\x89PNG\r\n\x1a\n" + b"\0" * 40,
        b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 10 10\n",
    ],
    ids=["cut off", "only a head", "runs programs"],
)
def test_what_is_no_picture_is_refused(content: bytes) -> None:
    with pytest.raises(photographs.Damaged):
        photographs.kept(BytesIO(content))


def test_a_bomb_is_refused_before_it_is_unpacked() -> None:
    stream = BytesIO()
    Image.new("1", (30_000, 30_000)).save(stream, "PNG")
    with pytest.raises(photographs.Huge):
        photographs.kept(stream)


def test_a_damaged_picture_is_refused_with_a_sentence() -> None:
    with pytest.raises(ValidationError, match="bị hỏng"):
        as_kept(SimpleUploadedFile("anh.jpg", photograph()[:600]), with_data=False)


def test_a_photograph_of_a_phone_gets_the_ending_of_what_it_is_kept_as() -> None:
    kept = as_kept(SimpleUploadedFile("Ảnh lớp học.HEIC", photograph("HEIF")), with_data=False)
    assert kept.name == "Ảnh lớp học.jpg"


def test_a_full_disk_is_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tiendo.registers.room.ROOM", 10**18)
    with pytest.raises(ValidationError, match="gần hết chỗ"):
        FilesField().clean([SimpleUploadedFile("a.pdf", b"%PDF-1.7")])


def test_the_box_says_whether_the_place_stays() -> None:
    box = FilesInput()
    assert box.value_from_datadict({"e-data": "1"}, {"e": []}, "e").with_data
    assert not box.value_from_datadict({}, {"e": []}, "e").with_data
