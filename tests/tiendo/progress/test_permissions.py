"""Lists of the running plan hold nothing of another locality.

Who may open which address stands in tests/tiendo/page_rights/, and is asked by test_rights_of_pages.py.
"""

import pytest
from django.urls import reverse

from tests.tiendo.progress.conftest import World

LISTS = ("plans", "tasks", "offices")


@pytest.mark.parametrize("name", LISTS)
def test_lists_hold_nothing_of_another_locality(client, world: World, name) -> None:
    world.yearly()
    client.force_login(world.stranger)
    page = client.get(reverse(f"progress:{name}")).content.decode()
    assert "Bình Sơn" not in page
    assert world.plan.short_title not in page
    assert "Phòng KT-HT" not in page


def test_a_helping_office_reports_on_what_it_helps_with(client, world: World) -> None:
    task = world.yearly(coordinating=(world.farming,))
    period = task.obligations.get().occurrences.get(year=2024)
    client.force_login(world.helper)
    assert client.get(reverse("progress:report", args=[period.pk])).status_code == 200
