"""What the history keeps of every write: who, when, what, and never a password."""

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.apps import apps
from django.db import models
from django.utils import timezone

from tests.tiendo import samples
from tiendo.accounts.models import Membership, Role, User
from tiendo.agencies.models import Agency, GroupMember, KnownName, Locality
from tiendo.history import services as history
from tiendo.history.models import Action, Change

pytestmark = pytest.mark.django_db


@pytest.fixture
def locality() -> Locality:
    return samples.locality()


@pytest.fixture
def clerk(locality: Locality) -> User:
    return samples.person(agency=samples.agency(locality), full_name="Trần Văn Thử")


def test_adding_a_row_records_its_first_values(locality: Locality, clerk: User) -> None:
    office = Agency(locality=locality, name="Phòng Nội vụ", fold="phong noi vu", sort_key="p")
    change = history.save(office, actor=clerk, reason="bổ sung", decision="QĐ 12/QĐ-UBND")
    assert change is not None
    assert (change.action, change.label) == (Action.ADD, "Phòng Nội vụ")
    assert change.fields["name"] == [None, "Phòng Nội vụ"]
    assert (change.reason, change.decision) == ("bổ sung", "QĐ 12/QĐ-UBND")
    assert (change.actor, change.actor_name) == (clerk, "Trần Văn Thử")
    assert change.locality == locality
    assert timezone.now() - change.at < timedelta(minutes=1)


def test_changing_a_row_records_only_what_differs(locality: Locality, clerk: User) -> None:
    office = samples.agency(locality, "Phòng Nội vụ")
    office.name, office.valid_to = "Phòng Văn hóa - Xã hội", date(2025, 6, 30)
    change = history.save(office, actor=clerk)
    assert change is not None
    assert change.action == Action.CHANGE
    change.refresh_from_db()
    assert change.fields == {
        "name": ["Phòng Nội vụ", "Phòng Văn hóa - Xã hội"],
        "valid_to": [None, "2025-06-30"],
    }


def test_saving_what_did_not_change_leaves_no_line(locality: Locality, clerk: User) -> None:
    office = samples.agency(locality)
    assert history.save(Agency.objects.get(pk=office.pk), actor=clerk) is None
    assert not Change.objects.exists()


def test_the_same_figure_written_otherwise_is_no_change(locality: Locality) -> None:
    target = samples.target(samples.plan(locality), low=Decimal("12.5"))
    target.low = Decimal("12.5000")
    assert history.save(target, actor=None) is None


def test_without_a_person_the_product_itself_is_named(locality: Locality) -> None:
    locality.short_name = "UBND huyện"
    change = history.save(locality, actor=None)
    assert change is not None
    assert (change.actor, change.actor_name) == (None, "Tiến Độ")


def test_a_password_is_never_written_down(clerk: User) -> None:
    added = User(username="moi", full_name="Người Mới", locality=clerk.locality)
    added.set_password("mat-khau-dau-tien")
    history.save(added, actor=clerk)
    added.set_password("mat-khau-thu-hai")
    history.save(added, actor=clerk)
    history.delete(added, actor=clerk)
    for change in Change.objects.all():
        assert change.fields.get("password", [None, None]) == [None, None]
        assert "md5$" not in str(change.fields)


def test_a_new_password_alone_is_stored_and_leaves_a_line(clerk: User) -> None:
    clerk.set_password("mat-khau-moi")
    change = history.save(clerk, actor=clerk)
    assert change is not None
    assert change.fields == {"password": [None, None]}
    assert User.objects.get(pk=clerk.pk).check_password("mat-khau-moi")


def test_deleting_keeps_the_last_values(locality: Locality, clerk: User) -> None:
    office = samples.agency(locality, "Phòng Y tế", short_name="P. Y tế")
    key = office.pk
    change = history.delete(office, actor=clerk, reason="giải thể")
    assert not Agency.objects.filter(pk=key).exists()
    assert change.fields["short_name"] == ["P. Y tế", None]
    assert (change.action, change.object_id, change.label) == (Action.DELETE, key, "Phòng Y tế")


def test_many_rows_at_once_leave_a_line_each(locality: Locality, clerk: User) -> None:
    group, offices = _group_of(locality, 3)
    added = [GroupMember(group=group, agency=office) for office in offices]
    stored = history.add_all(added, actor=clerk, reason="lập nhóm")
    lines = Change.objects.filter(action=Action.ADD, reason="lập nhóm")
    assert {line.object_id for line in lines} == {row.pk for row in stored}
    assert {line.locality_id for line in lines} == {locality.pk}


def test_no_rows_at_once_leave_nothing(clerk: User) -> None:
    assert history.add_all([], actor=clerk) == []
    assert not Change.objects.exists()


def test_the_changes_of_several_rows_come_newest_first(locality: Locality) -> None:
    office, other = samples.agency(locality), samples.agency(locality, "Phòng Y tế")
    for name in ("Một", "Hai"):
        office.name = name
        history.save(office, actor=None)
    locality.name = "Xã Bình Sơn"
    history.save(locality, actor=None)
    other.name = "Ba"
    history.save(other, actor=None)
    found = history.changes_of([office, locality])
    assert [change.label for change in found] == ["Xã Bình Sơn", "Hai", "Một"]
    assert not history.changes_of([]).exists()


def test_the_changes_of_many_rows_are_one_query(
    locality: Locality, django_assert_num_queries: object
) -> None:
    offices = _group_of(locality, 3)[1]
    list(history.changes_of(offices))  # the content type is remembered from here on
    with django_assert_num_queries(1):  # type: ignore[operator]
        list(history.changes_of(offices))


def test_if_the_line_cannot_be_written_the_row_is_not_either(locality: Locality) -> None:
    office = samples.agency(locality)
    office.name = "Tên khác"
    with pytest.raises(ValueError, match="must be a"):
        history.save(office, actor="nobody")
    office.refresh_from_db()
    assert office.name != "Tên khác"


def _group_of(locality: Locality, number: int) -> tuple[models.Model, list[Agency]]:
    offices = [samples.agency(locality, f"Phòng số {place}") for place in range(number)]
    return samples.group(locality), offices


def rows_of_every_model() -> Iterator[models.Model]:
    """One row of every model that samples can make, all of one locality."""
    locality = samples.locality()
    office = samples.agency(locality)
    group = samples.group(locality, office)
    person = samples.person(Role.REPORTER, office)
    plan = samples.plan(locality)
    task = samples.task(plan, office)
    occurrence = samples.occurrence(task)
    report = samples.report(occurrence)
    yield from (locality, office, group, person, plan, task, occurrence, report)
    yield from (group.members.get(), task.assignments.get(), occurrence.obligation)
    yield from (samples.target(plan), samples.evidence(report), Membership.objects.get())
    yield KnownName.objects.create(locality=locality, text="P. KT", key="p.kt", agency=office)


def test_every_row_finds_its_locality() -> None:
    rows = list(rows_of_every_model())
    localities = {history.locality_id_of(row) for row in rows}
    assert localities == {Locality.objects.get().pk}


def test_every_path_to_a_locality_ends_at_a_locality() -> None:
    ours = [model for model in apps.get_models() if model.__module__.startswith("tiendo.")]
    assert len(ours) > 15
    for model in ours:
        found: type[models.Model] = model
        for name in filter(None, model.locality_path.split("__")):  # type: ignore[attr-defined]
            found = found._meta.get_field(name).related_model  # type: ignore[assignment]
        assert found is Locality, model


def test_what_somebody_else_deleted_is_neither_written_nor_deleted_again(
    locality: Locality, clerk: User
) -> None:
    office = samples.agency(locality, "Phòng Y tế")
    [as_another_page_has_it] = Agency.objects.filter(pk=office.pk)
    history.delete(office, actor=clerk)
    as_another_page_has_it.name = "Phòng Y tế huyện"
    for write in (history.save, history.delete):
        with pytest.raises(history.Gone):
            write(as_another_page_has_it, actor=clerk)
    assert not Agency.objects.filter(pk=as_another_page_has_it.pk).exists()
