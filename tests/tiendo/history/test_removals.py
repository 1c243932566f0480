"""Deletions taken back: everything is as it was, or a sentence says why it cannot be."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import Any

import pytest
from django.apps import apps
from django.core.exceptions import ValidationError
from django.core.files.storage import default_storage
from django.db import connection, models, transaction
from django.db.models import ProtectedError
from django.utils import timezone, translation
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.tiendo import samples
from tiendo.accounts.models import Membership, Role, User
from tiendo.agencies.models import Agency, Group, GroupMember, KnownName, Locality
from tiendo.history import services as history
from tiendo.history.models import KEPT, Action, Change, Removal
from tiendo.plans.models import Plan, Related, Task
from tiendo.progress.models import Evidence, Obligation, Occurrence, Report

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    with translation.override("en"):
        yield


@pytest.fixture
def plan() -> Plan:
    return world()


def world() -> Plan:
    """A plan with its tasks, one the same as another, reports and evidence; a second plan names it."""
    locality = samples.locality()
    office = samples.agency(locality, "Phòng Kinh tế", short_name="P. KT")
    commune = samples.agency(locality, "UBND xã An Bình", parent=office)
    KnownName.objects.create(locality=locality, text="P. KT", key="pkt", agency=office)
    group = samples.group(locality, office, commune)
    plan = samples.plan(locality)
    tasks = [samples.task(plan, office, coordinating=(group,)) for _each in range(3)]
    Task.objects.filter(pk=tasks[1].pk).update(same_as=tasks[0])
    samples.target(plan, low=Decimal("12.5"))
    for task in tasks[:2]:
        for year in (2023, 2024):
            samples.evidence(samples.report(samples.occurrence(task, year)))
    other = samples.plan(locality, "Kế hoạch khác")
    Related.objects.create(plan=other, relation="implements", text="Kế hoạch", other=plan)
    samples.person(Role.REPORTER, office)
    return plan


def everything() -> dict[str, list[dict[str, Any]]]:
    """Every row of the application as the database has it, the history left out."""
    found = [model for model in apps.get_models(include_auto_created=True) if ours(model)]
    return {model._meta.label: list(model._base_manager.order_by("pk").values()) for model in found}


def ours(model: type[models.Model]) -> bool:
    return model.__module__.startswith("tiendo.") and model._meta.app_label != "history"


def removed(*rows: models.Model) -> Removal:
    """Delete these rows; the given instances keep their keys."""
    fresh = [type(row)._base_manager.get(pk=row.pk) for row in rows]
    return history.delete(*fresh, actor=None).removal


def test_a_plan_comes_back_with_all_that_hung_on_it(plan: Plan) -> None:
    before = everything()
    removal = removed(plan)
    assert not Task.objects.exists()
    assert not Evidence.objects.exists()
    assert history.restore(removal, actor=None)[0] == plan
    assert everything() == before


def test_how_many_rows_went_is_known_without_opening_them(plan: Plan) -> None:
    counts = removed(plan).counts
    assert counts["plans.plan"] == 1
    assert counts["plans.task"] == 3
    assert counts["progress.evidence"] == 4


def test_references_that_were_emptied_point_at_it_again(plan: Plan) -> None:
    first = Task.objects.filter(repeated_by__isnull=False).get()
    second = first.repeated_by.get()
    removal = removed(first)
    second.refresh_from_db()
    assert second.same_as is None
    history.restore(removal, actor=None)
    second.refresh_from_db()
    assert second.same_as == first


def test_a_reference_that_was_set_anew_stays_as_it_was_set(plan: Plan) -> None:
    tie = Related.objects.get()
    removal = removed(plan)
    newer = samples.plan(tie.plan.locality, "Kế hoạch mới hơn")
    Related.objects.update(other=newer)
    history.restore(removal, actor=None)
    assert Related.objects.get().other == newer


def test_what_it_only_pointed_at_may_be_gone(plan: Plan) -> None:
    tie = Related.objects.get()
    removal = removed(tie)
    history.erase(plan, actor=None)
    history.restore(removal, actor=None)
    assert Related.objects.get().other is None


def test_a_moment_keeps_its_microseconds_and_a_figure_its_decimals(plan: Plan) -> None:
    at = datetime(2024, 11, 27, 2, 14, 59, 123457, tzinfo=UTC)
    report = Report.objects.order_by("pk").first()
    assert report is not None
    Report.objects.filter(pk=report.pk).update(reported_at=at)
    history.restore(removed(report), actor=None)
    assert Report.objects.get(pk=report.pk).reported_at == at


def test_the_history_tells_who_deleted_and_who_put_back(plan: Plan) -> None:
    clerk = User.objects.get()
    task = Task.objects.order_by("pk").first()
    assert task is not None
    key, change = task.pk, history.delete(task, actor=clerk, reason="ghi nhầm")
    history.restore(change.removal, actor=clerk, reason="vẫn cần")
    line = Change.objects.get(action=Action.RESTORE)
    assert (line.object_id, line.actor, line.reason) == (key, clerk, "vẫn cần")
    assert line.locality_id == plan.locality_id
    assert Removal.objects.get().restored == line


def test_it_is_put_back_once(plan: Plan) -> None:
    removal = removed(plan)
    history.restore(removal, actor=None)
    with pytest.raises(ValidationError, match="was put back already"):
        history.restore(removal, actor=None)
    assert Plan.objects.filter(pk=plan.pk).count() <= 1


def test_a_child_waits_until_its_parent_is_put_back(plan: Plan) -> None:
    report = Report.objects.order_by("pk").last()
    assert report is not None
    child, parent = removed(report), removed(plan)
    with pytest.raises(ValidationError, match=r"belongs to “.+”, which was deleted on") as refusal:
        history.restore(child, actor=None)
    assert str(parent) in str(refusal.value)
    assert not Report.objects.exists()
    history.restore(parent, actor=None)
    history.restore(child, actor=None)
    assert Report.objects.count() == 4


def test_without_its_parent_for_good_it_says_so(plan: Plan) -> None:
    child = removed(Report.objects.order_by("pk")[0])
    history.erase(plan, actor=None)
    with pytest.raises(ValidationError, match="what it belongs to is no longer here"):
        history.restore(child, actor=None)


def test_something_else_that_has_its_place_is_named(plan: Plan) -> None:
    group, office = Group.objects.get(), Agency.objects.get(name="Phòng Kinh tế")
    since = datetime(2025, 7, 1, tzinfo=UTC).date()
    member = GroupMember.objects.create(group=group, agency=office, valid_from=since)
    removal = removed(member)
    GroupMember.objects.create(group=group, agency=office, valid_from=since)
    before = everything()
    with pytest.raises(ValidationError, match="has its place now") as refusal:
        history.restore(removal, actor=None)
    assert str(group) in str(refusal.value)
    assert everything() == before
    assert Removal.objects.get().restored is None


def test_a_refusal_half_way_leaves_nothing_behind(plan: Plan) -> None:
    task = Task.objects.filter(obligations__isnull=False).order_by("pk")[0]
    obligation = task.obligations.get()
    occurrences = removed(obligation)
    Obligation.objects.create(task=task, agency=obligation.agency)
    with pytest.raises(ValidationError):
        history.restore(occurrences, actor=None)
    assert not Occurrence.objects.filter(obligation__task=task).exists()


def test_a_person_comes_back_without_the_password(plan: Plan) -> None:
    clerk = User.objects.get()
    clerk.set_password("mat-khau-cu")
    clerk.save()
    removal = removed(clerk)
    assert "md5" not in str(removal.rows)
    history.restore(removal, actor=None)
    assert not User.objects.get().check_password("mat-khau-cu")
    assert Membership.objects.get().user == clerk


def test_what_is_still_needed_is_not_deleted(plan: Plan) -> None:
    before = everything()
    with pytest.raises(ProtectedError):
        history.delete(Agency.objects.get(name="Phòng Kinh tế"), actor=None)
    assert everything() == before
    assert not Removal.objects.exists()
    assert not Change.objects.exists()


def test_several_rows_go_and_come_back_together(plan: Plan) -> None:
    first, second, _third = Task.objects.order_by("pk")
    before = everything()
    removal = removed(first, second)
    assert Task.objects.count() == 1
    assert Change.objects.filter(action=Action.DELETE).count() == 2
    history.restore(removal, actor=None)
    assert everything() == before


def test_what_is_erased_is_kept_nowhere(plan: Plan) -> None:
    change = history.erase(plan, actor=None)
    assert change.action == Action.DELETE
    assert not Removal.objects.exists()


def test_a_whole_locality_comes_back(plan: Plan) -> None:
    User.objects.all().delete()
    Plan.objects.all().delete()
    Group.objects.all().delete()
    locality = Locality.objects.get()
    Agency.objects.update(parent=None)
    before = everything()
    removal = removed(locality)
    assert not Agency.objects.exists()
    history.restore(removal, actor=None)
    assert everything() == before


# --- files, and the end after thirty days --------------------------------------------------------


def aged(removal: Removal, days: int) -> Removal:
    Change.objects.filter(pk=removal.change_id).update(at=timezone.now() - timedelta(days=days))
    return removal


def test_files_stay_until_the_deletion_ends(
    plan: Plan, django_capture_on_commit_callbacks: Any
) -> None:
    names = [str(row.file.name) for row in Evidence.objects.all()]
    older = aged(removed(Report.objects.order_by("pk")[0]), days=31)
    newer = aged(removed(plan), days=29)
    assert all(default_storage.exists(name) for name in names)
    with django_capture_on_commit_callbacks(execute=True):
        assert history.purge(timezone.now() - KEPT) == 1
    assert [default_storage.exists(name) for name in names] == [False, True, True, True]
    assert not Removal.objects.filter(pk=older.pk).exists()
    history.restore(newer, actor=None)
    with Evidence.objects.get(file=names[1]).file.open() as file:
        assert file.read() == b"%PDF-1.7 x"


def test_a_file_that_was_put_back_outlives_its_removal(
    plan: Plan, django_capture_on_commit_callbacks: Any
) -> None:
    removal = aged(removed(plan), days=40)
    history.restore(removal, actor=None)
    with django_capture_on_commit_callbacks(execute=True):
        assert history.purge(timezone.now() - KEPT) == 1
    assert all(default_storage.exists(str(row.file.name)) for row in Evidence.objects.all())


def test_a_file_named_by_another_row_stays(
    plan: Plan, django_capture_on_commit_callbacks: Any
) -> None:
    first, second, third, fourth = Evidence.objects.order_by("pk")
    Evidence.objects.filter(pk=second.pk).update(file=first.file.name)
    Evidence.objects.filter(pk=fourth.pk).update(file=third.file.name)
    aged(removed(first), days=31)
    aged(removed(third), days=31)
    removed(fourth)  # of today: can be taken back, and must find its file
    with django_capture_on_commit_callbacks(execute=True):
        history.purge(timezone.now() - KEPT)
    assert default_storage.exists(str(first.file.name))
    assert default_storage.exists(str(third.file.name))


def test_what_ended_cannot_be_put_back(plan: Plan) -> None:
    removal = aged(removed(plan), days=31)
    history.purge(timezone.now() - KEPT)
    with pytest.raises(ValidationError):
        history.restore(removal, actor=None)
    assert Change.objects.filter(action=Action.DELETE, label=str(removal)).exists()


def test_the_last_moment_of_the_thirty_days_still_counts(plan: Plan) -> None:
    removal, now = removed(plan), timezone.now()
    Change.objects.filter(pk=removal.change_id).update(at=now - KEPT)
    assert history.purge(now - KEPT) == 0
    assert removal in Removal.objects.since(now - KEPT)


# --- any deletions, taken back in reverse ---------------------------------------------------------

DELETABLE = (
    Plan,
    Task,
    Report,
    Evidence,
    Occurrence,
    Obligation,
    Group,
    KnownName,
    Related,
    Agency,
)


@settings(max_examples=25, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(DELETABLE), st.integers(0, 5)), max_size=6))
def test_any_deletions_are_undone_in_reverse(choices: list[tuple[Any, int]]) -> None:
    with transaction.atomic():
        world()
        stages = []
        for model, place in choices:
            row = model._base_manager.order_by("pk")[place : place + 1].first()
            before = everything()
            try:
                stages.append((removed(row), before)) if row else None
            except ProtectedError:
                assert everything() == before
        for removal, before in reversed(stages):
            history.restore(removal, actor=None)
            assert everything() == before
        connection.check_constraints()
        transaction.set_rollback(True)
