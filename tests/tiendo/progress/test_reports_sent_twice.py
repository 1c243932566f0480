"""A report on one period that arrives twice is one; two forms are two reports."""

import re

from django.urls import reverse

from tests.tiendo.progress.conftest import World, occurrence_of
from tiendo.progress.models import Report

SAID = {"work": "in-progress", "result": "Đã mở 02 lớp", "percent": "40"}


def form_of(client, world: World) -> tuple[str, dict[str, str]]:
    """The address of the form, and what its hidden fields say."""
    task = world.plan.tasks.first() or world.yearly()
    address = reverse("progress:report", args=[occurrence_of(task, 2024).pk])
    page = client.get(address).content.decode()
    hidden = re.findall(r'<input type="hidden" name="(key|agency)" value="([^"]+)"', page)
    return address, {"agency": str(world.office.pk), **dict(hidden)}


def test_a_form_that_is_sent_twice_is_one_report(signed_in, world) -> None:
    address, hidden = form_of(signed_in, world)
    assert hidden["key"]
    for _ in range(2):
        answer = signed_in.post(address, hidden | SAID)
        assert answer.status_code == 302, answer.content.decode()
    assert Report.objects.count() == 1


def test_another_form_is_another_report(signed_in, world) -> None:
    for words in ("Đã mở 02 lớp", "Đã mở 03 lớp"):
        address, hidden = form_of(signed_in, world)
        signed_in.post(address, hidden | SAID | {"result": words})
    assert set(Report.objects.values_list("result", flat=True)) == {"Đã mở 02 lớp", "Đã mở 03 lớp"}


def test_a_refused_form_keeps_its_key(signed_in, world) -> None:
    address, hidden = form_of(signed_in, world)
    refused = signed_in.post(address, hidden | SAID | {"percent": "400"})
    assert refused.status_code == 422
    assert hidden["key"] in refused.content.decode()
