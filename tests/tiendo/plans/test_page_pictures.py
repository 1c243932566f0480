"""A document that has pages: pictures within reach only, the places of items drawn on them."""

import io
from datetime import date
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from lxml import html
from PIL import Image

from tests.tiendo import samples
from tests.tiendo.plans.pages import in_wrong_order, paged_plan
from tiendo.accounts.models import Role
from tiendo.plans import cards, naming, review
from tiendo.plans.background import read_document
from tiendo.plans.confirming import confirm_plan
from tiendo.plans.files import folder_of_pictures
from tiendo.plans.leaf import WHOLE, Place, View, leaf_of
from tiendo.plans.marked import Mark
from tiendo.plans.models import Intake, ItemKind, Past, Stage
from tiendo.plans.reception import discard, receive


@pytest.fixture
def paged(home, finance, lan) -> Intake:
    """A plan that came as PDF, read."""
    upload = SimpleUploadedFile("ke-hoach.pdf", paged_plan())
    intake = receive(upload=upload, locality=home, actor=lan)
    read_document.call(intake.pk)
    intake.refresh_from_db()
    assert intake.stage == Stage.READ
    return intake


def picture(intake: Intake, page: int = 1, query: str = "") -> str:
    return reverse("plans:picture", args=[intake.document_id, page]) + query


def shown(response) -> html.HtmlElement:
    assert response.status_code == 200
    return html.fromstring(response.content.decode())


def frames(page: html.HtmlElement, name: str) -> list[html.HtmlElement]:
    """The frames of an item on the picture."""
    return [frame for frame in page.xpath("//svg//a") if name in frame.get("data-name").split()]


def image_of(response) -> Image.Image:
    return Image.open(io.BytesIO(b"".join(response.streaming_content)))


# --- The pictures


def test_a_page_is_a_picture_and_larger_when_asked_for(signed_in, paged):
    fits, large = (image_of(signed_in.get(picture(paged, 1, query))) for query in ("", "?co=200"))
    assert fits.format == large.format == "PNG"
    assert large.width == pytest.approx(2 * fits.width, rel=0.01)
    assert fits.height > fits.width


def test_a_picture_is_drawn_once_and_sent_once(signed_in, paged):
    first = signed_in.get(picture(paged))
    drawn = folder_of_pictures(paged.document.sha256)
    times = {path: path.stat().st_mtime_ns for path in drawn.iterdir()}
    again = signed_in.get(picture(paged), headers={"If-None-Match": first.headers["ETag"]})
    assert (again.status_code, again.content) == (304, b"")
    assert "private" in first.headers["Cache-Control"]
    first.close()
    assert times == {path: path.stat().st_mtime_ns for path in drawn.iterdir()}


@pytest.mark.parametrize("page", [0, 99, 10**12])
def test_a_page_that_is_not_there_is_not_found(signed_in, paged, page):
    assert signed_in.get(picture(paged, page)).status_code == 404


def test_a_document_without_pages_has_no_picture(signed_in, intake):
    assert signed_in.get(picture(intake)).status_code == 404


def test_nobody_of_another_locality_finds_a_picture(client, paged):
    elsewhere = samples.agency(samples.locality("Huyện khác"))
    client.force_login(samples.person(Role.COORDINATOR, elsewhere))
    assert client.get(picture(paged)).status_code == 404


def test_nobody_sees_a_picture_without_signing_in(client, paged):
    assert client.get(picture(paged)).status_code == 302


@pytest.mark.django_db(transaction=True)
def test_the_pictures_go_with_the_document(home, finance, lan, client):
    client.force_login(lan)
    upload = SimpleUploadedFile("ke-hoach.pdf", paged_plan())
    intake = receive(upload=upload, locality=home, actor=lan)
    client.get(picture(intake)).close()
    folder = folder_of_pictures(intake.document.sha256)
    assert list(folder.iterdir())
    discard(intake=intake, actor=lan)
    assert not folder.exists()


def test_a_file_that_is_gone_is_a_clear_page(signed_in, paged):
    Path(paged.document.file.path).unlink()
    answer = signed_in.get(reverse("plans:file", args=[paged.document_id]))
    assert answer.status_code == 404
    assert "ke-hoach.pdf" in answer.content.decode()
    assert "sao lưu" in answer.content.decode()
    assert signed_in.get(picture(paged, 2)).status_code == 404


def test_page_images_are_seen_in_the_order_they_have(signed_in, lan):
    intake = in_wrong_order(lan)
    first = image_of(signed_in.get(picture(intake, 1, "?co=nho")))
    intake.document.leaves.reverse()
    intake.document.save()
    assert image_of(signed_in.get(picture(intake, 3, "?co=nho"))).tobytes() == first.tobytes()
    assert signed_in.get(picture(intake, 4)).status_code == 404


# --- The review


def test_the_review_opens_at_the_page_of_the_item_that_is_looked_at(signed_in, paged):
    task = paged.items.filter(kind=ItemKind.TASK).last()
    page = shown(signed_in.get(cards.address(paged, "nhiem-vu", cards.anchor_of(task))))
    number = task.quotes[0]["page"]
    assert page.xpath("//*[@class='page-picture']/@data-page") == [str(number)]
    assert page.xpath("//*[@class='page-picture']/img/@src") == [
        picture(paged, number, "?co=&xoay=0")
    ]
    chosen = frames(page, cards.anchor_of(task))
    assert chosen
    assert all("q-on" in mark.get("class") for mark in chosen)


def test_frames_stand_where_the_words_stand(paged):
    task = paged.items.filter(kind=ItemKind.TASK).first()
    quote = task.quotes[0]
    leaf = leaf_of(paged.reading, [Mark(quote, "/", "muc-1")], View(quote["page"]))
    place, box = leaf.spots[0].place, quote["boxes"][0]
    assert place.left <= box["left"] * WHOLE < place.left + place.width <= WHOLE
    assert place.top <= box["top"] * WHOLE < place.top + place.height <= WHOLE
    assert place.height < WHOLE / 3


def test_frames_turn_with_the_page():
    place = Place(left=1_000, top=2_000, width=500, height=50)
    assert place.turned(90) == Place(WHOLE - 2_050, 1_000, 50, 500)
    assert place.turned(180) == Place(WHOLE - 1_500, WHOLE - 2_050, 500, 50)
    assert place.turned(270) == Place(2_000, WHOLE - 1_500, 50, 500)
    assert place.turned(90).turned(270) == place.turned(0) == place


def test_a_page_is_turned(signed_in, paged):
    upright, turned = (image_of(signed_in.get(picture(paged, 1, f"?xoay={n}"))) for n in (0, 90))
    assert turned.size == upright.size[::-1]
    assert turned.tobytes() == upright.rotate(-90, expand=True).tobytes()


def test_items_that_share_a_place_share_its_frame(paged):
    quote = paged.items.filter(kind=ItemKind.TASK).first().quotes[0]
    marks = [Mark(quote, "/1", "muc-1"), Mark(quote, "/2", "muc-2", "q-on")]
    (spot,) = leaf_of(paged.reading, marks, View(quote["page"])).spots
    assert (spot.names, spot.mark.url) == ("muc-1 muc-2", "/2")


def test_every_item_of_the_page_is_framed_and_no_other(signed_in, paged):
    page = shown(signed_in.get(reverse("plans:review", args=[paged.pk]) + "?trang=1"))
    named = set(" ".join(page.xpath("//svg[@class='spots']/a/@data-name")).split())
    here = {
        cards.anchor_of(item)
        for item in paged.items.all()
        if any(box["page"] == 1 for quote in item.quotes for box in quote["boxes"])
    }
    assert named == here != set()


def test_one_page_after_the_other(signed_in, paged):
    last = paged.reading["source"]["pages"]
    review_url = reverse("plans:review", args=[paged.pk])
    first, end = (shown(signed_in.get(f"{review_url}?trang={number}")) for number in (1, last + 50))
    assert first.xpath("//a[@rel='next']/@href") == ["?trang=2"]
    assert first.xpath("//a[@rel='prev']") == end.xpath("//a[@rel='next']") == []
    assert end.xpath("//a[@rel='prev']/@href") == [f"?trang={last - 1}"]
    words = shown(signed_in.get(f"{review_url}?trang=2&xem=nhiem-vu"))
    assert "?trang=3&xem=nhiem-vu" in words.xpath("//a[@rel='next']/@href")


@pytest.mark.parametrize(
    "odd", ["trang=x", "trang=-3", "trang=" + "9" * 40, "muc=9&trang=²", "co=%22"]
)
def test_odd_addresses_show_a_page(signed_in, paged, odd):
    page = shown(signed_in.get(reverse("plans:review", args=[paged.pk]) + f"?{odd}"))
    assert len(page.xpath("//*[@class='page-picture']/img")) == 1


def test_the_page_alone_comes_when_the_draft_stays(signed_in, paged):
    url = reverse("plans:review", args=[paged.pk]) + "?trang=2"
    answer = signed_in.get(url, headers={"hx-request": "true", "hx-target": "doc"}).content.decode()
    assert 'data-page="2"' in answer
    assert "<html" not in answer
    assert "draftpane" not in answer


def test_the_words_of_the_page_stand_below_its_picture(signed_in, paged):
    page = shown(signed_in.get(reverse("plans:review", args=[paged.pk]) + "?trang=1"))
    words = "".join(page.xpath("//details[@class='page-words']//text()"))
    on_page = [
        block["text"]
        for block in paged.reading["source"]["blocks"]
        if block.get("page") == 1 and block.get("text")
    ]
    assert all(line in words for line in on_page)


def test_a_running_plan_shows_pages_with_all_that_was_read(signed_in, paged, finance, lan):
    naming.settle_proposed(intake=paged, actor=lan)
    naming.create_unknown(intake=paged, actor=lan)
    for item in paged.items.all():
        if review.lacks(item):
            review.remove(item=item, actor=lan)
    review.accept_all(items=paged.items.all(), actor=lan)
    for name in paged.names.filter(is_group=True).exclude(group=None):
        naming.set_members(
            group=name.group, intake=paged, members=[finance], newcomers=(), actor=lan
        )
    Intake.objects.filter(pk=paged.pk).update(
        standing_agency=finance, past=Past.CLOSE, past_reason="Bằng giấy", until_year=2030
    )
    plan = confirm_plan(intake=paged, actor=lan, today=date(2026, 11, 23))
    task = plan.tasks.exclude(marks=[]).first()
    page_number = task.quotes[0]["page"]
    url = reverse("plans:source", args=[plan.pk])
    page = shown(signed_in.get(f"{url}?trang={page_number}&o=viec-{task.pk}"))
    chosen = frames(page, f"viec-{task.pk}")
    assert len(chosen) > len(task.quotes), "offices and deadline are framed too"
    assert {frame.get("href") for frame in chosen} == {reverse("progress:task", args=[task.pk])}
    assert {frame.get("class") for frame in chosen} == {"q-on"}
