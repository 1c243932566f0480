"""What is pasted from Word and Excel: tables become lines, old letters are offered and never changed unasked."""

import pytest
from django.test import Client
from django.urls import reverse

from tests.tiendo.progress.conftest import occurrence_of
from tiendo.progress.models import Report
from tiendo.progress.pasting import as_lines, offer_for

OLD = "§· më 02 líp ®µo t¹o nghÒ cho 61 häc viªn"
NEW = "Đã mở 02 lớp đào tạo nghề cho 61 học viên"


@pytest.mark.parametrize(
    ("text", "font"),
    [
        (OLD, ".VnTime (TCVN3)"),
        ("Ñaõ môû 02 lôùp ñaøo taïo ngheà cho 61 hoïc vieân", "VNI-Times (VNI)"),
    ],
)
def test_old_letters_are_recognised_in_one_line(text: str, font: str) -> None:
    found = offer_for(text)
    assert (found.font, found.text) == (font, NEW)


@pytest.mark.parametrize(
    "text",
    [
        NEW,
        "Hoàn thành 100% kế hoạch; diện tích 5 m²",
        "Café à la carte déjà vu",
        "5 µm ± 2 °C",
        "02 lop",
    ],
)
def test_other_words_are_left_alone(text: str) -> None:
    assert offer_for(text) is None


def test_a_table_of_excel_is_readable_lines() -> None:
    assert (
        as_lines("Xã\tSố lớp\r\nLong Thuận\t 2\r\n\r\nHết") == "Xã | Số lớp\nLong Thuận | 2\n\nHết"
    )


def send(client: Client, world, **more):
    period = occurrence_of(world.yearly(), 2024)
    client.force_login(world.reporter)
    said = {"agency": world.office.pk, "work": "in-progress", "result": OLD, **more}
    return client.post(reverse("progress:report", args=[period.pk]), said)


def test_it_is_asked_before_old_letters_are_sent(client, world) -> None:
    page = send(client, world)
    assert page.status_code == 422
    assert NEW in page.content.decode()
    assert not Report.objects.exists()


def test_they_are_changed_when_that_is_chosen(client, world) -> None:
    send(client, world, **{"result-letters": "unicode"})
    assert Report.objects.get().result == NEW


def test_they_stay_when_that_is_chosen(client, world) -> None:
    send(client, world, **{"result-letters": "as-it-is"})
    assert Report.objects.get().result == OLD
