"""The legal bases and norms to start from: each is sound, and what people entered stands."""

from datetime import date
from decimal import Decimal

import pytest
from django.test import Client
from django.urls import reverse

from tests.tiendo import samples
from tests.tiendo.legal.norms import norm
from tiendo.accounts.models import Role, User
from tiendo.history.models import Change
from tiendo.legal.limits import faults_in
from tiendo.legal.models import LegalBase, Norm
from tiendo.legal.plausible import check_base, check_norm
from tiendo.legal.services import propose_norms
from tiendo.legal.starting import StartingNorm, open_norms, starting_bases, starting_norms
from tiendo.registers.register import Setting

TODAY = date(2024, 12, 2)
PAGE = "legal:proposals"


@pytest.mark.parametrize("given", starting_norms(), ids=lambda given: given.key)
def test_every_proposed_norm_is_sound(given: StartingNorm) -> None:
    row = given.row()
    row.clean_fields(exclude=["locality", "base"])
    assert list(faults_in(row.limit)) == []
    assert not row.verified or row.article


def test_proposals_are_known_by_one_name_each() -> None:
    assert len({each.key for each in starting_norms()}) == len(starting_norms())
    assert len({each.place for each in starting_bases()}) == len(starting_bases())


def test_the_figures_that_the_plan_is_measured_by_are_there() -> None:
    found = {each.key: each.row() for each in starting_norms()}
    assert str(found["ccn-dien-tich-toi-da:2024-05-01"].limit) == "≤ 75 ha"
    assert found["ccn-dien-tich-toi-da:2024-05-01"].verified
    assert found["kc-trinh-dien-muc:2024-07-11"].verified
    assert not found["kc-trinh-dien-muc:2025-11-14"].verified
    assert not found["qcvn-26-2010-btnmt-on-dem-dac-biet:2011-02-15"].verified


@pytest.fixture
def coordinator(db: None) -> User:
    return samples.person(Role.COORDINATOR, samples.agency(samples.locality()))


def test_all_proposals_come_into_the_registers_once(coordinator: User) -> None:
    taken = propose_norms(locality=coordinator.locality, actor=coordinator, today=TODAY)
    assert taken == len(starting_norms()) + len(starting_bases())
    assert propose_norms(locality=coordinator.locality, actor=coordinator, today=TODAY) == 0
    setting = Setting(TODAY)
    # Only documents whose last day nobody knows yet leave something to say.
    said = {
        base.symbol: [fault.unless_reason for fault in check_base(base, setting)]
        for base in LegalBase.objects.all()
    }
    assert {symbol: faults for symbol, faults in said.items() if faults} == {
        "QCVN 26:2010/BTNMT": [True]
    }
    assert [row for row in Norm.objects.all() if list(check_norm(row, setting))] == []
    old = LegalBase.objects.get(symbol="68/2017/NĐ-CP")
    assert old.replaced_by == LegalBase.objects.get(symbol="32/2024/NĐ-CP")
    assert Change.objects.filter(actor=coordinator).count() == taken
    assert not Norm.objects.filter(fold="").exists()


def test_a_norm_brings_its_document_and_those_it_follows(coordinator: User) -> None:
    given = {"norms": ["ocop-4-sao:2023-02-24", "khong-co"], "bases": ["66/2020/NĐ-CP"]}
    propose_norms(locality=coordinator.locality, actor=coordinator, today=TODAY, **given)
    assert [row.limit.highest for row in Norm.objects.all()] == [Decimal(90)]
    assert set(LegalBase.objects.values_list("symbol", flat=True)) == {
        *("148/QĐ-TTg", "66/2020/NĐ-CP", "68/2017/NĐ-CP", "32/2024/NĐ-CP")
    }


def test_what_a_person_entered_stands(coordinator: User) -> None:
    own = norm(
        coordinator.locality,
        code="kc-trinh-dien-muc",
        valid_from=date(2024, 1, 1),
        valid_to=date(2025, 11, 13),
        highest=Decimal(900),
    )
    left = {each.key for each in open_norms([own])}
    assert "kc-trinh-dien-muc:2024-07-11" not in left
    assert "kc-trinh-dien-muc:2025-11-14" in left
    propose_norms(locality=coordinator.locality, actor=coordinator, today=TODAY)
    held = Norm.objects.norm_on("kc-trinh-dien-muc", TODAY, coordinator.locality_id)
    assert held is not None
    assert held.highest == 900


def test_a_coordinator_ticks_what_goes_into_the_register(client: Client, coordinator: User) -> None:
    client.force_login(coordinator)
    page = client.get(reverse(PAGE)).content.decode()
    assert "≤ 75 ha" in page
    assert "chưa kiểm chứng" in page
    assert client.post(reverse(PAGE), {}).status_code == 422
    sent = {"norm": ["ccn-dien-tich-toi-da:2024-05-01", "x\x00", "9" * 400], "base": ["?"]}
    assert client.post(reverse(PAGE), sent).status_code == 302
    assert Norm.objects.get().code == "ccn-dien-tich-toi-da"
    assert "ccn-dien-tich-toi-da:" not in client.get(reverse(PAGE)).content.decode()


def test_who_does_not_keep_the_register_takes_nothing(client: Client, coordinator: User) -> None:
    office = samples.agency(coordinator.locality, "Phòng Tư pháp")
    client.force_login(samples.person(Role.REPORTER, office))
    assert client.get(reverse(PAGE)).status_code == 403
    assert client.post(reverse(PAGE), {"norm": ["ocop-4-sao:2023-02-24"]}).status_code == 403
    assert not Norm.objects.exists()
