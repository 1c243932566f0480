"""Rows that lie in a commune that ends go to the one that follows, and come back."""

from datetime import date

import pytest
from django.utils import timezone

from tests.tiendo import samples
from tests.tiendo.industry.enterprises import commune, enterprise, year
from tests.tiendo.registers.ground import Ground, example_of
from tiendo.agencies.moving import Act, Piece, office_movers
from tiendo.history.models import Change
from tiendo.progress.models import HandOverMove
from tiendo.registers.models import Keeper
from tiendo.registers.office_movers import KEEPERS, mover_of, register_movers
from tiendo.registers.register import REGISTERS, Register

pytestmark = pytest.mark.django_db
DAY = date(2025, 7, 1)
LYING = [each for each in REGISTERS.values() if each.place and "__" not in each.place]


def act() -> Act:
    return Act(DAY, None, timezone.now(), "Sáp nhập xã")


@pytest.mark.parametrize("register", LYING, ids=lambda register: register.slug)
def test_a_row_follows_its_commune_and_comes_back(ground: Ground, register: Register) -> None:
    row = example_of(ground, register)
    old = getattr(row, register.place)
    new = samples.agency(ground.locality, "Xã Mới", kind="commune")
    mover = mover_of(register)
    assert list(mover.rows([old.pk], DAY)) == [row]
    assert getattr(row, mover.office) == old.pk
    assert len(mover.name) <= HandOverMove._meta.get_field("mover").max_length
    piece = Piece(row.pk, old.pk, new.pk)
    assert mover.move([piece], act())[row.pk].there
    row.refresh_from_db()
    assert getattr(row, register.place) == new
    assert not mover.move([piece], act())[row.pk].there
    assert mover.put_back([piece], act())[row.pk].there
    row.refresh_from_db()
    assert getattr(row, register.place) == old


def test_every_register_that_names_a_commune_has_a_mover_of_its_own() -> None:
    names = [each.name for each in office_movers()]
    assert len(names) == len(set(names))
    assert {each.name for each in register_movers()} == {each.slug[:20] for each in LYING}
    assert "nam-doanh-nghiep" not in names  # goes with its establishment


def test_what_belongs_to_a_row_is_of_the_new_commune_and_found_by_its_name() -> None:
    row = enterprise(commune("Xã Cũ"), closed="2023-06-30")
    figures = year(row)
    new = commune("Xã Mới", locality=row.locality)
    mover_of(REGISTERS["doanh-nghiep"]).move([Piece(row.pk, row.commune_id, new.pk)], act())
    row.refresh_from_db()
    figures.refresh_from_db()
    assert figures.enterprise.commune == new
    assert "xa moi" in row.fold
    assert "xa cu" not in row.fold
    assert Change.objects.get().reason == "Sáp nhập xã"


def test_many_rows_go_with_few_queries(django_assert_max_num_queries: object) -> None:
    old = commune("Xã Cũ")
    new = commune("Xã Mới", locality=old.locality)
    pieces = [Piece(enterprise(old).pk, old.pk, new.pk) for _each in range(30)]
    with django_assert_max_num_queries(10):  # type: ignore[operator]
        results = mover_of(REGISTERS["doanh-nghiep"]).move(pieces, act())
    assert all(each.there for each in results.values())


def test_a_register_is_kept_on_by_the_office_that_follows() -> None:
    old = samples.agency(samples.locality(), "Phòng cũ")
    new = samples.agency(old.locality, "Phòng mới")
    facts = {"locality": old.locality, "register": "doanh-nghiep"}
    row = Keeper.objects.create(agency=old, **facts)
    piece = Piece(row.pk, old.pk, new.pk)
    assert list(KEEPERS.rows([old.pk], DAY)) == [row]
    assert KEEPERS.label(row) == REGISTERS["doanh-nghiep"].title
    assert KEEPERS.move([piece], act())[row.pk].there
    row.refresh_from_db()
    assert row.agency == new
    assert KEEPERS.put_back([piece], act())[row.pk].there
    row.refresh_from_db()
    assert row.agency == old
    Keeper.objects.create(agency=new, **facts)
    assert not KEEPERS.move([piece], act())[row.pk].there
