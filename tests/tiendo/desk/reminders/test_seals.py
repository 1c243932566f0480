"""The scheduler seals the history every minute, and the letters of the day print the newest seal."""

from datetime import timedelta

import pytest
from django.utils import timezone

from tests.tiendo import samples
from tests.tiendo.accounts.post import PostOffice
from tests.tiendo.desk.reminders.conftest import TODAY, at
from tests.tiendo.progress.conftest import World
from tiendo.accounts.models import User
from tiendo.desk.reminders import posting, scheduler, services
from tiendo.history import services as history
from tiendo.history import verifying
from tiendo.history.models import AuditPackage, Change, Seal
from tiendo.history.words import code_of
from tiendo.messages import compile_catalogues

pytestmark = pytest.mark.django_db


def test_what_was_written_is_sealed_within_the_minute(world: World) -> None:
    world.office.short_name = "P. KT"
    history.save(world.office, actor=world.coordinator)
    scheduler.tick(at(TODAY, 3))
    assert verifying.extent(world.office.locality_id).waiting == 0
    assert not Change.objects.filter(sealed=None).exists()
    assert list(verifying.found(world.office.locality_id)) == []


def test_the_letter_of_the_day_prints_the_newest_seal(world: World, post_box: PostOffice) -> None:
    compile_catalogues()
    User.objects.filter(pk=world.reporter.pk).update(email="lan@example.vn")
    task = samples.task(world.plan, world.office)
    samples.occurrence(task, 2024, world.office, due=TODAY + timedelta(days=7))
    history.save(task, actor=None)
    task.key = True
    history.save(task, actor=None)
    services.remind(locality=world.office.locality, today=TODAY, now=at(TODAY))
    scheduler.sealing.seal()
    posting.post(today=TODAY, now=at(TODAY))
    seal = Seal.objects.filter(locality=world.office.locality).latest("number")
    words = post_box.letters[0].get_content()
    assert f"Niêm phong lịch sử số {seal.number}" in words
    assert code_of(seal.hash) in words


def test_packages_are_taken_away_after_thirty_days(world: World) -> None:
    now = timezone.now()
    for days in (31, 29):
        AuditPackage.objects.create(
            locality=world.office.locality,
            asked_by=world.coordinator,
            asked_at=now - timedelta(days=days),
            stage="done",
        )
    scheduler.tick(now.replace(hour=5))  # noon here
    assert AuditPackage.objects.get().asked_at == now - timedelta(days=29)
