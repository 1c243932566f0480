"""Who is told when things change: words of leaders, more time asked for and granted."""

from datetime import timedelta

import pytest
from django.utils.translation import override

from tests.tiendo import samples
from tests.tiendo.desk.reminders.conftest import TODAY, at
from tests.tiendo.desk.reminders.test_reminding import lines_of, names_told, owed, remind
from tests.tiendo.progress.conftest import World
from tiendo.accounts.models import Role
from tiendo.agencies.models import Locality
from tiendo.desk.reminders import scheduler
from tiendo.desk.reminders.letter import body, subject, when
from tiendo.progress.directing import services as directing
from tiendo.progress.directing.services import Words
from tiendo.progress.due import DueKind
from tiendo.progress.extensions import services as extensions
from tiendo.progress.extensions.services import Wanted
from tiendo.progress.models import Direction, Occurrence

pytestmark = pytest.mark.django_db


def asked(world: World, row: Occurrence):
    wanted = Wanted(row.due + timedelta(days=60), "Chưa có kinh phí")
    return extensions.ask(occurrence=row, wanted=wanted, actor=world.reporter, today=TODAY)


def said(world: World, row: Occurrence, hour: int = 7) -> Direction:
    words = Words("direct", "Báo cáo ngay.", TODAY + timedelta(days=20))
    facts = {"now": at(TODAY, hour), "today": TODAY, "actor": world.coordinator}
    return directing.say(about=row.obligation, said=words, **facts)


def test_words_of_a_leader_are_told_at_once_and_to_the_office_only(
    world: World, district: Locality
) -> None:
    said(world, owed(world, 200))
    remind(district)
    assert names_told() == {world.reporter}
    (line,) = lines_of(world.reporter)
    assert (line.kind, line.about) == (DueKind.DIRECTION, "Báo cáo ngay.")


def test_words_that_come_during_the_day_are_told_on_the_same_day(
    world: World, district: Locality
) -> None:
    scheduler.tick(at(TODAY, 8))
    assert lines_of(world.reporter) == []
    row = said(world, owed(world, 200), hour=10)
    scheduler.tick(at(TODAY, 10, 1))
    assert [line.kind for line in lines_of(world.reporter)] == [DueKind.DIRECTION]
    directing.answer(direction=row, words="Đã rõ.", actor=world.reporter, now=at(TODAY, 11))
    scheduler.tick(at(TODAY + timedelta(days=1), 8))
    assert lines_of(world.reporter, 1) == []


def test_who_decides_is_told_that_more_time_is_asked_for(world: World, district: Locality) -> None:
    asked(world, owed(world, 200))
    leader = samples.person(Role.LEADER, world.farming)
    remind(district)
    assert names_told() == {world.coordinator}
    (line,) = lines_of(world.coordinator)
    assert line.kind is DueKind.EXTENSION
    assert lines_of(leader) == []


def test_the_days_of_reminding_follow_the_deadline_in_force(
    world: World, district: Locality
) -> None:
    row = owed(world, 7)
    extension = asked(world, row)
    facts = {"actor": world.coordinator, "today": TODAY}
    extensions.grant(extension=extension, due=extension.asked_for, **facts)
    remind(district)
    assert [line.kind for line in lines_of(world.reporter)] == [DueKind.DECIDED]
    remind(district, days=60)
    (line,) = lines_of(world.reporter, 60)
    assert (line.kind, line.due) == (DueKind.WORK, extension.asked_for)


def test_an_office_is_told_once_what_was_decided_on_more_time(
    world: World, district: Locality
) -> None:
    granted, refused = asked(world, owed(world, 200)), asked(world, owed(world, 210))
    remind(district)
    facts = {"actor": world.coordinator, "today": TODAY}
    extensions.grant(extension=granted, due=granted.asked_for, **facts)
    extensions.refuse(extension=refused, words="Giữ hạn cũ.", **facts)
    remind(district)
    lines = [line for line in lines_of(world.reporter) if line.news]
    day = f"{granted.asked_for:%d/%m/%Y}"
    assert {line.kind for line in lines} == {DueKind.DECIDED}
    assert any(f"được gia hạn đến {day}" in line.about for line in lines)
    assert any(line.about.endswith("thời hạn giữ nguyên — Giữ hạn cũ.") for line in lines)
    remind(district, days=2)
    assert not [line for line in lines_of(world.reporter, 2) if line.news]


def test_news_is_not_late_and_stands_under_a_heading_of_its_own(
    world: World, district: Locality
) -> None:
    row = asked(world, owed(world, 200))
    facts = {"actor": world.coordinator, "today": TODAY}
    extensions.refuse(extension=row, words="Giữ hạn cũ.", **facts)
    remind(district, days=3)
    lines = lines_of(world.reporter, 3)
    day = TODAY + timedelta(days=3)
    with override("vi"):
        assert "quá hạn" not in subject(lines, day)
        assert "MỚI CÓ QUYẾT ĐỊNH" in body("Lan", lines, day, "")
        assert when(lines[0], day) == f"ngày {TODAY:%d/%m/%Y}"
