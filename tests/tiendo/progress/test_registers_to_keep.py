"""Before work is reported on, the registers that answer it are named to who keeps them: two clicks to the form."""

import re

import pytest
from django.test import Client
from django.urls import reverse

from tests.tiendo import samples
from tests.tiendo.industry.enterprises import enterprise
from tests.tiendo.registers.ground import Ground, client, lay
from tiendo.plans.models import Link, Task
from tiendo.progress.models import Occurrence
from tiendo.registers.models import Keeper

REGISTER = "doanh-nghiep"
LIST, ADD = f'href="/so/{REGISTER}/"', f'href="/so/{REGISTER}/them/"'


@pytest.fixture
def ground(db: None, settings: object) -> Ground:
    """People on a day in the middle of the work."""
    settings.TODAY = "2024-12-02"  # type: ignore[attr-defined]
    return lay()


def owed(ground: Ground, **tie: object) -> Occurrence:
    """Work that a commune owes this year, tied to a register."""
    task = samples.task(samples.plan(ground.locality), ground.here)
    Link.objects.create(task=task, **{"register": REGISTER} | tie)
    return samples.occurrence(task)


def report_page(at: Client, row: Occurrence) -> str:
    return at.get(reverse("progress:report", args=[row.pk])).content.decode()


def test_the_report_form_names_the_register_with_the_rows_one_keeps(ground: Ground) -> None:
    row = owed(ground)
    enterprise(ground.here, checked_on="2024-11-05")
    enterprise(ground.here)
    enterprise(ground.there)
    page = report_page(client(ground.of_here), row)
    assert "Sổ cần cập nhật" in page
    assert "2 dòng bạn ghi" in page
    assert "xác nhận lần cuối 05/11/2024" in page
    assert LIST in page
    assert ADD in page


def test_from_the_reminder_it_is_two_clicks_to_the_form_of_a_row(ground: Ground) -> None:
    row, at = owed(ground), client(ground.of_here)
    page = report_page(at, row)  # where the line of a reminder leads
    (link,) = re.findall(r'href="(/so/[^"]*/them/)"', page)
    assert at.get(link).context["form"]["commune"].value() == ground.here.pk


def test_my_work_names_it_to_who_works_there_and_to_nobody_else(ground: Ground) -> None:
    owed(ground)
    office = reverse("progress:office", args=[ground.here.pk])
    assert "Sổ cần cập nhật" in client(ground.of_here).get(office).content.decode()
    assert "Sổ cần cập nhật" not in client(ground.of_there).get(office).content.decode()


def test_who_does_not_keep_the_register_is_not_asked_to(ground: Ground) -> None:
    task = samples.task(samples.plan(ground.locality), ground.office)
    Link.objects.create(task=task, register=REGISTER)
    row, at = samples.occurrence(task), client(samples.person("reporter", ground.office))
    assert "Sổ cần cập nhật" not in report_page(at, row)
    Keeper.objects.create(locality=ground.locality, register=REGISTER, agency=ground.office)
    assert "Sổ cần cập nhật" in report_page(at, row)


def test_a_task_about_one_row_leads_to_its_form(ground: Ground) -> None:
    own = enterprise(ground.here)
    page = report_page(client(ground.of_here), owed(ground, row_id=own.pk))
    assert f'href="/so/{REGISTER}/{own.pk}/sua/"' in page
    assert ADD not in page


def test_a_task_about_a_row_of_another_commune_asks_for_nothing(ground: Ground) -> None:
    row = owed(ground, row_id=enterprise(ground.there).pk)
    assert "Sổ cần cập nhật" not in report_page(client(ground.of_here), row)


def test_work_that_is_tied_to_nothing_asks_for_nothing(ground: Ground) -> None:
    row = owed(ground)
    Task.objects.get().links.all().delete()
    assert "Sổ cần cập nhật" not in report_page(client(ground.of_here), row)


def test_my_work_names_no_register_of_work_that_is_due_much_later(ground: Ground) -> None:
    row = owed(ground)
    office, at = reverse("progress:office", args=[ground.here.pk]), client(ground.of_here)
    Occurrence.objects.filter(pk=row.pk).update(due="2025-12-31")
    assert "Sổ cần cập nhật" not in at.get(office).content.decode()
    assert "Sổ cần cập nhật" in report_page(at, row)
