"""One establishment of two, and two of one again: nothing is lost on the way."""

from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest
from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.tiendo import samples
from tests.tiendo.industry.enterprises import commune, enterprise, flag, year
from tiendo.history.models import Change, Removal
from tiendo.history.services import Gone, purge, restore
from tiendo.industry.merging.services import (
    hanging_on,
    merge,
    open_mergings,
    take_back,
    tell_apart,
)
from tiendo.industry.models import Enterprise, EnterpriseFlag, EnterpriseYear, Merging, ToldApart
from tiendo.plans.models.links import Link
from tiendo.registers.models import Attachment

pytestmark = pytest.mark.django_db


def attach(row: Enterprise, name: str = "bien-ban.pdf") -> Attachment:
    return Attachment.objects.create(
        locality=row.locality,
        content_type=ContentType.objects.get_for_model(row),
        object_id=row.pk,
        file=ContentFile(b"x", name),
        name=name,
        size=1,
        sha256="0" * 64,
        added_at=timezone.now(),
    )


def merged(kept: Enterprise, twin: Enterprise) -> Merging:
    return merge(kept=kept, twin=twin, actor=None, reason="Nhập hai lần", now=timezone.now())


def undone(merging: Merging) -> Enterprise:
    return take_back(merging=merging, actor=None, reason="Gộp nhầm", now=timezone.now())


@pytest.fixture
def kept() -> Enterprise:
    return enterprise(commune(), name="Xay xát Thử", workers=12)


@pytest.fixture
def twin(kept: Enterprise) -> Enterprise:
    return enterprise(kept.commune, name="Cơ sở xay xát Thử", workers=15, owner="Người Thử")


def stored() -> dict[str, Any]:
    """Every row that is about establishments, as it stands."""
    tables: tuple[Any, ...] = (Enterprise, EnterpriseYear, EnterpriseFlag, Attachment, Link)
    return {model.__name__: sorted(model.objects.values_list()) for model in tables}


def test_what_hangs_on_the_other_hangs_on_the_one_that_stays(
    kept: Enterprise, twin: Enterprise
) -> None:
    figures, mark, file = year(twin, 2022), flag(twin), attach(twin)
    task = samples.task(samples.plan(kept.locality))
    tie = Link.objects.create(task=task, register="doanh-nghiep", row_id=twin.pk)
    Link.objects.create(task=task, register="cum-cong-nghiep", row_id=twin.pk)
    merged(kept, twin)
    for row in (figures, mark, file, tie):
        row.refresh_from_db()
    assert (figures.enterprise, mark.enterprise, file.object_id) == (kept, kept, kept.pk)
    assert tie.row_id == kept.pk
    assert Link.objects.filter(register="cum-cong-nghiep", row_id=twin.pk).exists()
    assert not Enterprise.objects.filter(pk=twin.pk).exists()


def test_figures_of_a_year_that_both_have_go_with_the_row_and_come_back(
    kept: Enterprise, twin: Enterprise
) -> None:
    own, other = year(kept, 2023, workers=12), year(twin, 2023, workers=15)
    assert hanging_on(twin, kept).stays == [other]
    merging = merged(kept, twin)
    assert list(EnterpriseYear.objects.all()) == [own]
    undone(merging)
    assert {row.workers: row.enterprise_id for row in EnterpriseYear.objects.all()} == {
        12: kept.pk,
        15: twin.pk,
    }


def test_a_tie_that_both_have_goes_with_the_row_and_comes_back(
    kept: Enterprise, twin: Enterprise
) -> None:
    task = samples.task(samples.plan(kept.locality))
    for row in (kept, twin):
        Link.objects.create(task=task, register="doanh-nghiep", row_id=row.pk)
    merging = merged(kept, twin)
    assert Link.objects.get().row_id == kept.pk
    undone(merging)
    assert {each.row_id for each in Link.objects.all()} == {kept.pk, twin.pk}


def test_the_one_that_stays_takes_over_what_only_the_other_says(
    kept: Enterprise, twin: Enterprise
) -> None:
    merged(kept, twin)
    kept.refresh_from_db()
    assert (kept.name, kept.workers, kept.owner) == ("Xay xát Thử", 12, "Người Thử")


def test_a_place_is_taken_over_as_a_whole(kept: Enterprise, twin: Enterprise) -> None:
    Enterprise.objects.filter(pk=kept.pk).update(latitude=Decimal("10.9"))
    Enterprise.objects.filter(pk=twin.pk).update(latitude=Decimal("10.8"), longitude=Decimal(105))
    merged(kept, twin)
    kept.refresh_from_db()
    assert (kept.latitude, kept.longitude) == (Decimal("10.9"), None)


def test_the_day_the_other_closed_is_not_taken_over(kept: Enterprise, twin: Enterprise) -> None:
    Enterprise.objects.filter(pk=twin.pk).update(closed="2023-06-30")
    merged(kept, twin)
    kept.refresh_from_db()
    assert kept.closed is None


def test_every_row_that_went_over_has_a_line_in_the_history(
    kept: Enterprise, twin: Enterprise
) -> None:
    figures = year(twin, 2022)
    merged(kept, twin)
    kind = ContentType.objects.get_for_model(EnterpriseYear)
    change = Change.objects.get(content_type=kind, object_id=figures.pk)
    assert change.fields == {"enterprise_id": [twin.pk, kept.pk]}
    assert change.reason == "Nhập hai lần"


def test_what_was_changed_since_stays_when_a_merging_is_taken_back(
    kept: Enterprise, twin: Enterprise
) -> None:
    merging = merged(kept, twin)
    Enterprise.objects.filter(pk=kept.pk).update(owner="Người Khác")
    undone(merging)
    kept.refresh_from_db()
    twin.refresh_from_db()
    assert (kept.owner, twin.owner) == ("Người Khác", "Người Thử")


def test_a_row_that_was_put_back_as_a_deletion_gets_its_own_back_too(
    kept: Enterprise, twin: Enterprise
) -> None:
    figures = year(twin, 2022)
    merging = merged(kept, twin)
    restore(merging.removal, actor=None)
    undone(merging)
    figures.refresh_from_db()
    assert figures.enterprise_id == twin.pk


def test_mergings_come_apart_in_the_order_in_which_they_were_made(
    kept: Enterprise, twin: Enterprise
) -> None:
    third = enterprise(kept.commune, name="Thử ba")
    figures = year(twin, 2022)
    first, second = merged(kept, twin), merged(third, kept)
    figures.refresh_from_db()
    assert figures.enterprise_id == third.pk
    first.refresh_from_db()
    undone(first)
    undone(second)
    figures.refresh_from_db()
    assert figures.enterprise_id == twin.pk
    assert Enterprise.objects.count() == 3


def test_mergings_come_apart_the_last_first_and_leave_everything_as_it_was(
    kept: Enterprise, twin: Enterprise
) -> None:
    third = enterprise(kept.commune, name="Thử ba")
    year(twin, 2022)
    before = stored()
    first, second = merged(kept, twin), merged(third, kept)
    undone(second)
    first.refresh_from_db()
    undone(first)
    assert stored() == before


def test_two_that_were_told_apart_can_become_one_all_the_same(
    kept: Enterprise, twin: Enterprise
) -> None:
    third = enterprise(kept.commune, name="Thử ba")
    tell_apart(one=twin, other=kept, actor=None)
    tell_apart(one=third, other=twin, actor=None)
    before = sorted(ToldApart.objects.values_list())
    undone(merged(kept, twin))
    assert sorted(ToldApart.objects.values_list()) == before


def test_a_merging_is_taken_back_once(kept: Enterprise, twin: Enterprise) -> None:
    merging = merged(kept, twin)
    undone(merging)
    with pytest.raises(ValidationError):
        undone(merging)


def test_a_merging_is_kept_as_long_as_the_deletion(kept: Enterprise, twin: Enterprise) -> None:
    merging = merged(kept, twin)
    now = timezone.now()
    assert list(open_mergings(kept.locality_id, now)) == [merging]
    assert not open_mergings(kept.locality_id, now + timedelta(days=31)).exists()
    purge(now + timedelta(seconds=1))
    assert not open_mergings(kept.locality_id, now).exists()
    with pytest.raises(ValidationError):
        undone(merging)
    assert [each.label for each in kept.mergings.standing()] == ["Cơ sở xay xát Thử"]


def test_a_code_that_was_given_anew_keeps_the_other_from_coming_back(
    kept: Enterprise, twin: Enterprise
) -> None:
    year(twin, 2022)
    merging = merged(kept, twin)
    enterprise(kept.commune, tax_code=twin.tax_code)
    with pytest.raises(ValidationError):
        undone(merging)
    assert EnterpriseYear.objects.get().enterprise_id == kept.pk
    assert Removal.objects.open().count() == 1


def test_a_row_cannot_be_merged_with_itself_or_across_localities(kept: Enterprise) -> None:
    for other in (kept, enterprise(commune())):
        with pytest.raises(ValidationError):
            merged(kept, other)


def test_a_row_that_is_gone_is_not_merged(kept: Enterprise, twin: Enterprise) -> None:
    Enterprise.objects.filter(pk=twin.pk).delete()
    with pytest.raises(Gone):
        merged(kept, twin)


years_of = st.sets(st.integers(2015, 2024), max_size=4)


@settings(
    max_examples=10, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(years_of, years_of, st.booleans(), st.booleans())
def test_taking_back_leaves_everything_as_it_was(
    own: set[int], others: set[int], files: bool, marks: bool
) -> None:
    kept = enterprise(commune(), name="Xay xát Thử")
    twin = enterprise(kept.commune, address="Ấp 2", latitude=Decimal("10.5"))
    for row, numbers in ((kept, own), (twin, others)):
        for number in sorted(numbers):
            year(row, number, workers=number)
        if marks:
            flag(row)
    if files:
        attach(twin)
    before = stored()
    merging = merged(kept, twin)
    assert EnterpriseYear.objects.filter(enterprise=kept).count() == len(own | others)
    undone(merging)
    assert stored() == before
