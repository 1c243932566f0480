"""One act records that offices follow others: days, groups, codes used again, and taking it back."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError
from django.utils.translation import override

from tests.tiendo import samples
from tiendo.agencies.models import Agency, Kind, Locality, Succession, members_on
from tiendo.agencies.succeeding import Document, Line, record, withdraw

pytestmark = pytest.mark.django_db

DAY, LAST = date(2025, 7, 1), date(2025, 6, 30)
PAPER = Document("1663/NQ-UBTVQH15", date(2025, 6, 16))


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    """What is refused is read in English here."""
    with override("en"):
        yield


@pytest.fixture
def locality() -> Locality:
    return samples.locality()


def commune(locality: Locality, name: str, **facts: object) -> Agency:
    return samples.agency(locality, name, kind=Kind.COMMUNE, **facts)


def new(locality: Locality, name: str, **facts: object) -> Agency:
    return Agency(locality=locality, name=name, kind=Kind.COMMUNE, **facts)


def test_old_offices_end_the_day_before_and_the_new_one_begins(locality: Locality) -> None:
    a, b = (commune(locality, f"UBND xã Long Khánh {each}") for each in "AB")
    c = new(locality, "UBND xã Long Khánh")
    rows = record(
        lines=[Line(a, c, "merger"), Line(b, c, "merger")],
        effective_on=DAY,
        document=PAPER,
        actor=None,
    )
    for each in (a, b, c):
        each.refresh_from_db()
    assert (a.valid_to, b.valid_to, c.valid_from, c.valid_to) == (LAST, LAST, DAY, None)
    assert [row.successor for row in rows] == [c, c]
    assert rows[0].document == "1663/NQ-UBTVQH15"


def test_a_code_is_used_again_for_another_extent(locality: Locality) -> None:
    old = commune(locality, "UBND xã Long Khánh B", code="29983")
    after = new(locality, "UBND xã Long Khánh", code="29983")
    record(lines=[Line(old, after, "merger")], effective_on=DAY, document=PAPER, actor=None)
    assert [row.name for row in Agency.objects.filter(code="29983").in_force(LAST)] == [old.name]
    assert [row.name for row in Agency.objects.filter(code="29983").in_force(DAY)] == [after.name]


def test_two_offices_of_one_day_cannot_have_one_code(locality: Locality) -> None:
    commune(locality, "UBND xã Thường Lạc", code="29977")
    old = commune(locality, "UBND xã Long Khánh B", code="29983")
    after = new(locality, "UBND xã Long Khánh", code="29977")
    with pytest.raises(ValidationError, match="has this code"):
        record(lines=[Line(old, after, "merger")], effective_on=DAY, document=PAPER, actor=None)


def test_an_office_may_keep_its_name_as_another_office(locality: Locality) -> None:
    old = commune(locality, "UBND xã Thường Lạc")
    after = new(locality, "UBND xã Thường Lạc")
    record(lines=[Line(old, after, "renaming")], effective_on=DAY, document=PAPER, actor=None)
    assert Agency.objects.filter(name=old.name).count() == 2


def test_the_group_has_the_old_members_until_the_day_and_the_new_ones_from_it(
    locality: Locality,
) -> None:
    a, b = (commune(locality, f"UBND xã Long Khánh {each}") for each in "AB")
    group = samples.group(locality, a, b)
    c = new(locality, "UBND xã Long Khánh")
    record(
        lines=[Line(a, c, "merger"), Line(b, c, "merger")],
        effective_on=DAY,
        document=PAPER,
        actor=None,
    )
    assert members_on(group, LAST) == [a, b]
    assert members_on(group, DAY) == [c]


def test_an_office_of_another_kind_does_not_join_the_group(locality: Locality) -> None:
    a = commune(locality, "UBND xã Long Khánh A")
    group = samples.group(locality, a)
    office = samples.agency(locality, "Phòng Kinh tế", kind=Kind.OFFICE)
    record(lines=[Line(a, office, "merger")], effective_on=DAY, document=PAPER, actor=None)
    assert members_on(group, DAY) == []


def test_what_is_refused_leaves_nothing_behind(locality: Locality) -> None:
    old = commune(locality, "UBND xã Phú Thuận B")
    one, other = new(locality, "UBND xã Long Phú Thuận"), new(locality, "UBND xã Tân Long")
    lines = [Line(old, one, "split", Decimal("0.8")), Line(old, other, "split", Decimal("0.3"))]
    with pytest.raises(ValidationError, match="110%"):
        record(lines=lines, effective_on=DAY, document=PAPER, actor=None)
    old.refresh_from_db()
    assert old.valid_to is None
    assert Agency.objects.count() == 1
    assert not Succession.objects.exists()


def test_a_circle_over_several_acts_is_refused(locality: Locality) -> None:
    a, b = commune(locality, "UBND xã A"), commune(locality, "UBND xã B")
    record(lines=[Line(a, b, "renaming")], effective_on=DAY, document=PAPER, actor=None)
    back, later = [Line(b, a, "renaming")], date(2025, 7, 2)
    with pytest.raises(ValidationError, match="circle"):
        record(lines=back, effective_on=later, document=PAPER, actor=None)


def test_taken_back_the_office_goes_on_in_its_groups(locality: Locality) -> None:
    a, b = (commune(locality, f"UBND xã Long Khánh {each}") for each in "AB")
    group = samples.group(locality, a, b)
    c = new(locality, "UBND xã Long Khánh")
    lines = [Line(a, c, "merger"), Line(b, c, "merger")]
    record(lines=lines, effective_on=DAY, document=PAPER, actor=None)
    withdraw(predecessor=a, actor=None, reason="chưa sáp nhập")
    assert {row.pk for row in members_on(group, DAY)} == {a.pk, c.pk}
    withdraw(predecessor=b, actor=None)
    assert members_on(group, DAY) == [a, b]
    a.refresh_from_db()
    assert a.valid_to is None
    assert not Succession.objects.exists()
