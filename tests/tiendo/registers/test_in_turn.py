"""Two people at the same moment: what is stored is what a rule looked at, and nothing is written over unseen."""

import threading
from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest
from django.db import connection

from tests.tiendo import samples
from tests.tiendo.registers.ground import Ground, client, lay
from tests.tiendo.registers.sheets import CODE, OTHER_CODE, one, store
from tiendo.accounts.models import User
from tiendo.funding.models import Allocation, Disbursement
from tiendo.history.models import Action, Change
from tiendo.history.services import Gone
from tiendo.industry.merging import services as merging
from tiendo.industry.models import Enterprise
from tiendo.registers import services
from tiendo.registers.register import REGISTERS

pytestmark = pytest.mark.django_db(transaction=True)
TOGETHER = 4


@pytest.fixture
def land(settings: Any) -> Ground:
    """A locality whose people work at the same moment."""
    if connection.vendor != "postgresql":
        pytest.skip("the memory of the tests on SQLite belongs to one connection")
    settings.TODAY = "2024-12-02"
    return lay()


def together(*deeds: Callable[[], Any]) -> list[Any]:
    """What these deeds say when they are done at the same moment."""
    gate, told = threading.Barrier(len(deeds)), list[Any]()

    def go(deed: Callable[[], Any]) -> None:
        gate.wait(30)
        try:
            told.append(deed())
        finally:
            connection.close()

    threads = [threading.Thread(target=go, args=[deed]) for deed in deeds]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return sorted(told, key=str)


def allocation(ground: Ground) -> Allocation:
    given = {"year": 2024, "source": "province", "purpose": "Đường", "number": "1/QĐ"}
    return Allocation.objects.create(
        locality=ground.locality, amount=Decimal(100), agency=ground.office, **given
    )


def pay(user: User, paid_of: Allocation, number: str) -> int:
    typed = {"allocation": paid_of.pk, "year": 2024, "number": number, "amount": "60"}
    return client(user).post("/so/giai-ngan/them/", typed).status_code


def entered(user: User, commune: Any, code: str) -> int:
    typed = {
        "tax_code": code, "name": "Cơ sở", "kind": "private", "commune": commune.pk,
        "activity_code": "1061", "activity_version": "2018", "began": "2016",
    }  # fmt: skip
    return client(user).post("/so/doanh-nghiep/them/", typed).status_code


def enterprise(ground: Ground) -> Enterprise:
    assert entered(ground.coordinator, ground.here, CODE) == 302
    return Enterprise.objects.get()


def test_payments_at_the_same_moment_never_pass_what_was_allocated(land: Ground) -> None:
    row = allocation(land)
    deeds = [lambda n=n: pay(land.coordinator, row, f"UNC {n}") for n in range(TOGETHER)]
    assert together(*deeds) == [302, *[422] * (TOGETHER - 1)]
    assert Disbursement.objects.get().amount == 60


def test_a_row_entered_by_several_at_once_stands_once(land: Ground) -> None:
    deeds = [lambda: entered(land.coordinator, land.here, CODE)] * TOGETHER
    assert together(*deeds) == [302, *[422] * (TOGETHER - 1)]
    assert Change.objects.filter(object_id=Enterprise.objects.get().pk, label="Cơ sở").count() == 1


def test_of_two_who_correct_a_row_at_once_the_second_is_told(land: Ground) -> None:
    row = enterprise(land)
    at = client(land.coordinator)
    form = at.get(f"/so/doanh-nghiep/{row.pk}/sua/").context["form"]
    given = {name: form[name].value() for name in form.fields}
    given = {name: value for name, value in given.items() if value not in (None, False)}

    def correct(**said: str) -> int:
        mine = client(land.coordinator)
        return mine.post(f"/so/doanh-nghiep/{row.pk}/sua/", given | said).status_code

    assert together(lambda: correct(workers="7"), lambda: correct(address="Ấp 2")) == [302, 422]
    row.refresh_from_db()
    assert [row.workers, row.address].count(None) + [row.workers, row.address].count("") == 1


def test_a_row_deleted_meanwhile_is_not_made_anew_by_a_correction(land: Ground) -> None:
    row = enterprise(land)
    row.name = "Tên khác"

    def write() -> str:
        try:
            given = {"row": row, "actor": land.coordinator, "today": samples.TODAY}
            services.write(register=REGISTERS["doanh-nghiep"], **given)
        except Gone:
            return "gone"
        return "written"

    def remove() -> str:
        held = Enterprise.objects.get(pk=row.pk)
        services.remove(row=held, actor=land.coordinator, reason="trùng")
        return "removed"

    assert "removed" in together(write, remove)
    assert not Enterprise.objects.exists()
    last = Change.objects.filter(object_id=row.pk).order_by("pk").last()
    assert last is not None
    assert last.action == Action.DELETE


def test_a_sheet_and_a_form_at_once_lose_nothing(land: Ground) -> None:
    row = enterprise(land)
    sheet = one(land, workers="9")
    at = client(land.coordinator)
    form = at.get(f"/so/doanh-nghiep/{row.pk}/sua/").context["form"]
    given = {name: form[name].value() for name in form.fields}
    given = {name: value for name, value in given.items() if value not in (None, False)}
    given |= {"address": "Ấp 3"}
    url = f"/so/doanh-nghiep/{row.pk}/sua/"
    told = together(
        lambda: store(land, sheet), lambda: client(land.coordinator).post(url, given).status_code
    )
    row.refresh_from_db()
    assert row.workers == 9
    assert (row.address == "Ấp 3") == (302 in told)


def test_merging_while_a_sheet_is_stored_leaves_one_whole(land: Ground) -> None:
    kept = enterprise(land)
    assert entered(land.coordinator, land.here, OTHER_CODE) == 302
    twin = Enterprise.objects.exclude(pk=kept.pk).get()
    sheet = one(land, tax_code=OTHER_CODE, workers="12")

    def merged() -> str:
        from_both = {"kept": kept, "twin": twin, "actor": land.coordinator, "reason": "trùng"}
        merging.merge(**from_both, now=land.now)
        return "merged"

    assert "merged" in together(merged, lambda: store(land, sheet))
    assert Enterprise.objects.filter(tax_code=OTHER_CODE).count() in (0, 1)
    assert Enterprise.objects.filter(pk=kept.pk).exists()
