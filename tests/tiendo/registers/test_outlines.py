"""Outlines from a page: what a file may hold, whose they are, all of it stored or nothing, and taken back."""

import json
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from tests.tiendo import samples
from tests.tiendo.registers.ground import Ground, client, example_of
from tiendo.accounts.models import Role
from tiendo.agencies.models import Kind
from tiendo.example.registers.places import rectangle
from tiendo.history import services as history
from tiendo.history.models import Change
from tiendo.history.services import changes_of
from tiendo.industry.models import Parcel
from tiendo.registers.hectares import hectares_of
from tiendo.registers.models import Import, Outline, Stage
from tiendo.registers.outlines import services
from tiendo.registers.outlines.reading import MOST_CORNERS, read
from tiendo.registers.outlines.services import Reader
from tiendo.registers.register import REGISTERS

pytestmark = pytest.mark.django_db
PAGE = "/so/ranh-gioi/"
HERE, THERE = rectangle(105.1, 10.7, 105.2, 10.8), rectangle(105.2, 10.7, 105.3, 10.8)
VN_2000 = rectangle(105.1, 10.7, 105.2, 10.8) | {
    "coordinates": [[[560_100.2, 1_193_400.1], [561_000, 1_193_400], [561_000, 1_194_000]]]
}


def feature(shape: Any, **said: Any) -> dict[str, Any]:
    return {"type": "Feature", "properties": said, "geometry": shape}


def file_of(*features: Any, **more: Any) -> SimpleUploadedFile:
    content = {"type": "FeatureCollection", "features": list(features), **more}
    return SimpleUploadedFile("ranh-gioi.geojson", json.dumps(content).encode())


def brought(at: Client, *features: Any, of: str = "xa-phuong") -> Import:
    answer = at.post(PAGE, {"of": of, "file": file_of(*features)})
    assert answer.status_code == 302, answer.content.decode()
    return Import.objects.latest("pk")


def whats(row: Import) -> list[str]:
    return [line["what"] for line in services.lines_of(row)]


def test_boundaries_take_the_place_of_the_sketch_and_can_be_taken_back(ground: Ground) -> None:
    old = Outline(locality=ground.locality, agency=ground.here, name="xã Thường Phước 1")
    old.shape, old.schematic = THERE, True
    history.save(old, actor=None)
    at = client(ground.coordinator)
    row = brought(at, feature(HERE, TEN_XA="Thường Phước 1"), feature(THERE, ma="30178"))
    assert whats(row) == ["change", "add"]
    assert list(Outline.objects.values_list("schematic", flat=True)) == [True]
    page = at.get(f"{PAGE}{row.pk}/").content.decode()
    assert page.count('class="zone"') == 2
    at.post(f"{PAGE}{row.pk}/luu/")
    stored = {each.agency_id: (each.shape, each.schematic) for each in Outline.objects.all()}
    assert stored == {ground.here.pk: (HERE, False), ground.there.pk: (THERE, False)}
    assert changes_of([old])[0].reason == "ranh-gioi.geojson"
    at.post(f"{PAGE}{row.pk}/lay-lai/")
    again = Outline.objects.get()
    assert (again.pk, again.shape, again.schematic) == (old.pk, THERE, True)
    row.refresh_from_db()
    assert (row.stage, whats(row)) == (Stage.READ, ["change", "add"])


def test_an_unknown_name_offers_the_nearest_and_is_left_out_unless_chosen(ground: Ground) -> None:
    at = client(ground.coordinator)
    row = brought(at, feature(HERE, name="xã Thường Lạt"), feature(THERE, name="Zzz"))
    assert whats(row) == ["unknown", "unknown"]
    near = services.lines_of(row)[0]["nearest"]
    assert near == [[ground.there.pk, "xã Thường Lạc"]]
    at.post(f"{PAGE}{row.pk}/luu/", {"la-1": str(ground.there.pk), "la-2": "999999"})
    assert Outline.objects.get().agency == ground.there


def test_two_outlines_for_one_commune_store_nothing(ground: Ground) -> None:
    at = client(ground.coordinator)
    row = brought(at, feature(HERE, name="Thường Lạc"), feature(THERE, name="thuong lac"))
    assert whats(row) == ["add", "error"]
    other = brought(at, feature(HERE, name="Thường Lạc"), feature(THERE, name="Thường Lạt"))
    page = at.post(f"{PAGE}{other.pk}/luu/", {"la-2": str(ground.there.pk)}, follow=True)
    assert "cùng một tên" in page.content.decode()
    assert not Outline.objects.exists()


def test_the_outline_of_a_parcel_is_found_by_its_key_and_doubted_by_its_area(
    ground: Ground,
) -> None:
    parcel = example_of(ground, REGISTERS["thua-dat"])
    said = {"map_sheet": parcel.map_sheet, "number": parcel.number, "commune": "Thường Phước 1"}
    at = client(ground.coordinator)
    assert whats(brought(at, feature(HERE, number=parcel.number), of="thua-dat")) == ["unknown"]
    row = brought(at, feature(HERE, **said), of="thua-dat")
    [line] = services.lines_of(row)
    assert (line["what"], line["pk"]) in {("add", parcel.pk), ("change", parcel.pk)}
    assert "ha" in line["doubt"]
    before = parcel.shape
    at.post(f"{PAGE}{row.pk}/luu/")
    parcel.refresh_from_db()
    assert parcel.shape == HERE
    assert "shape" in changes_of([parcel])[0].fields
    at.post(f"{PAGE}{row.pk}/lay-lai/")
    parcel.refresh_from_db()
    assert parcel.shape == before


def test_what_was_changed_since_stays(ground: Ground) -> None:
    at = client(ground.coordinator)
    row = brought(at, feature(HERE, name="Thường Lạc"))
    at.post(f"{PAGE}{row.pk}/luu/")
    later = brought(at, feature(THERE, name="Thường Lạc"))
    at.post(f"{PAGE}{later.pk}/luu/")
    page = at.post(f"{PAGE}{row.pk}/lay-lai/", follow=True).content.decode()
    assert "xã Thường Lạc" in page
    assert Outline.objects.get().shape == THERE


def test_a_file_is_stored_once_and_not_over_what_came_between(ground: Ground) -> None:
    at = client(ground.coordinator)
    first, second = (brought(at, feature(each, name="Thường Lạc")) for each in (HERE, THERE))
    at.post(f"{PAGE}{first.pk}/luu/")
    changes = Change.objects.count()
    at.post(f"{PAGE}{first.pk}/luu/")
    at.post(f"{PAGE}{second.pk}/luu/")
    assert Outline.objects.get().shape == HERE
    assert Change.objects.count() == changes


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "5 MB"),
        (b"khong phai", "GeoJSON"),
        (b"\xff\xfe\0\0", "GeoJSON"),
        (b"[" * 100_000, "GeoJSON"),
        (b'{"type":"Polygon","coordinates":[[[NaN,1],[2,3],[4,5]]]}', "GeoJSON"),
        (b'{"type":"FeatureCollection","features":[]}', "không có ranh giới"),
        (b"[1,2,3]", "không có ranh giới"),
        (json.dumps(VN_2000).encode(), "VN-2000"),
        (json.dumps(feature(VN_2000)).encode(), "VN-2000"),
        (json.dumps(HERE | {"crs": {"properties": {"name": "EPSG:9210"}}}).encode(), "VN-2000"),
        (b'{"type":"Polygon","coordinates":[[[10.7,105.1],[10.8,105.1],[10.8,105.2]]]}', "đổi chỗ"),
        (b" " * 5_000_001, "5 MB"),
    ],
)
def test_a_file_that_cannot_be_used_says_why(ground: Ground, content: bytes, words: str) -> None:
    answer = client(ground.coordinator).post(
        PAGE, {"of": "xa-phuong", "file": SimpleUploadedFile("x.geojson", content or b" ")}
    )
    assert answer.status_code == 422
    assert words in answer.content.decode()
    assert not Import.objects.exists()


def test_too_many_corners_are_refused() -> None:
    ring = [[105 + step / 1_000_000, 10.5 + step % 2 / 100] for step in range(MOST_CORNERS + 1)]
    content = json.dumps({"type": "Polygon", "coordinates": [ring]}).encode()
    with pytest.raises(ValidationError):
        read(content)


def test_points_heights_and_strange_words_do_no_harm(ground: Ground) -> None:
    high = {
        "type": "Polygon",
        "coordinates": [[[105.1, 10.7, 3], [105.2, 10.7, 3], [105.2, 10.8, 3]]],
    }
    far = rectangle(2.0, 48.0, 2.1, 48.1)
    at = client(ground.coordinator)
    row = brought(
        at,
        feature({"type": "Point", "coordinates": [105.1, 10.7]}, name="điểm"),
        feature(high, name="Thường Lạc\0", x="\ud800", y=[1], z=2.0),
        feature(far, name="xa"),
        feature({"type": "Polygon", "coordinates": [[[105.1, 10.7]] * 5]}, name="một điểm"),
        None,
        feature(None),
    )
    assert whats(row) == ["error", "add", "error", "error", "error", "error"]
    at.post(f"{PAGE}{row.pk}/luu/")
    ring = Outline.objects.get().shape["coordinates"][0]
    assert ring[0] == ring[-1]
    assert all(len(corner) == 2 for corner in ring)
    assert hectares_of(Outline.objects.get().shape) > 0


def test_only_who_may_loads_outlines_and_none_of_another_locality(ground: Ground) -> None:
    row = brought(client(ground.coordinator), feature(HERE, name="Thường Lạc"))
    for user in (ground.officer, ground.of_here):
        assert client(user).get(PAGE).status_code == 403
        assert client(user).post(f"{PAGE}{row.pk}/luu/").status_code == 403
    away = samples.locality("Huyện Khác")
    other = samples.person(Role.COORDINATOR, samples.agency(away, "Phòng Khác"))
    for path in ("", "luu/", "lay-lai/"):
        answer = client(other).get if not path else client(other).post
        assert answer(f"{PAGE}{row.pk}/{path}").status_code == 404
    chosen = samples.agency(away, "Ủy ban nhân dân xã Xa", kind=Kind.COMMUNE)
    unknown = brought(client(ground.coordinator), feature(HERE, name="Zzz"))
    reader = Reader(ground.locality.pk, samples.TODAY)
    services.store(row=unknown, reader=reader, chosen={1: chosen.pk}, actor=ground.coordinator)
    assert not Outline.objects.exists()
    assert not Parcel.objects.exists()
