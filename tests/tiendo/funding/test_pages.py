"""The pages of money and of what it rests on, with rows on them: one language each, and nothing typed breaks them."""

from datetime import date
from decimal import Decimal

import pytest
from django.conf import settings
from django.test import Client
from django.urls import reverse

from tests.tiendo import samples
from tests.tiendo.funding.money import allocation, commitment, payment
from tests.tiendo.spoken import foreign_letters, left_in_english
from tiendo.accounts.models import Role, User
from tiendo.funding.models import Allocation, Disbursement
from tiendo.funding.registers import ALLOCATIONS, COMMITMENTS, DISBURSEMENTS
from tiendo.legal.models import LegalBase, Norm
from tiendo.legal.registers import BASES, NORMS
from tiendo.legal.services import propose_norms
from tiendo.registers.register import Register

pytestmark = pytest.mark.django_db

TODAY = date(2024, 12, 2)
OF_ALL = [ALLOCATIONS, COMMITMENTS, DISBURSEMENTS, BASES, NORMS]


@pytest.fixture
def coordinator(db: None) -> User:
    """The coordinator of a locality with money and norms in its registers."""
    office = samples.agency(samples.locality())
    user = samples.person(Role.COORDINATOR, office)
    norms = ["ccn-dien-tich-toi-da:2024-05-01", "ngan-sach-chinh-ly:2017-01-01"]
    propose_norms(
        locality=user.locality, actor=user, today=TODAY, norms=norms, bases=["68/2017/NĐ-CP"]
    )
    road = allocation(user.locality, 1000, agency=office, decided_on=date(2023, 1, 15))
    commitment(road, 900, signed_on=date(2023, 3, 1))
    payment(road, 1100, paid_on=date(2023, 6, 1))
    allocation(user.locality, 0, year=2024, source="socialised")
    return user


def addresses(register: Register) -> list[str]:
    """The list, the figures, the form, and the page of every row."""
    pages = ("rows", "add", "measures", "guide")
    rows = register.model.objects.all()
    return [reverse(f"registers:{page}", args=[register]) for page in pages] + [
        reverse("registers:row", args=[register, row.pk]) for row in rows
    ]


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("register", OF_ALL, ids=lambda register: register.slug)
def test_a_page_with_rows_speaks_one_language(
    client: Client, coordinator: User, register: Register, language: str
) -> None:
    client.force_login(coordinator)
    client.cookies[settings.LANGUAGE_COOKIE_NAME] = language
    found = {}
    for address in addresses(register):
        answer = client.get(address)
        assert answer.status_code == 200, address
        page = answer.content.decode()
        found[address] = foreign_letters(page) if language == "en" else left_in_english(page)
    assert {address: words for address, words in found.items() if words} == {}


def test_a_document_shows_its_norms_and_a_norm_that_it_is_not_verified(
    client: Client, coordinator: User
) -> None:
    client.force_login(coordinator)
    paper = LegalBase.objects.get(symbol="32/2024/NĐ-CP")
    page = client.get(reverse("registers:row", args=[BASES, paper.pk])).content.decode()
    assert "≤ 75 ha" in page
    for code, said in (("ccn-dien-tich-toi-da", False), ("ngan-sach-chinh-ly", True)):
        norm = Norm.objects.get(code=code)
        page = client.get(reverse("registers:row", args=[NORMS, norm.pk])).content.decode()
        assert ("Chưa ai đối chiếu" in page) is said


def test_too_much_is_paid_out_only_with_a_reason(client: Client, coordinator: User) -> None:
    client.force_login(coordinator)
    of = Allocation.objects.get(amount=1000)
    address = reverse("registers:add", args=[DISBURSEMENTS])
    typed = {"allocation": of.pk, "year": 2023, "number": "UNC 9", "amount": "0,5"}
    refused = client.post(address, typed)
    assert refused.status_code == 422
    assert "1.100,5 triệu đồng trên 1.000" in refused.content.decode()
    assert client.post(address, typed | {"reason": "Chờ quyết định bổ sung"}).status_code == 302
    assert Disbursement.objects.get(number="UNC 9").amount == Decimal("0.5")


@pytest.mark.parametrize(
    "typed",
    [
        {"amount": "-1"},
        {"amount": "1e999"},
        {"amount": "9" * 40},
        {"amount": "\x00"},
        {"amount": ["1", "2"]},
        {"allocation": "9" * 30},
        {"allocation": "\x00"},
        {"year": "99999999"},
        {"paid_on": "31/02/2023"},
        {"number": "x" * 5000},
    ],
    ids=lambda typed: ",".join(f"{name}={str(value)[:8]!r}" for name, value in typed.items()),
)
def test_what_makes_no_sense_is_refused_on_the_form(
    client: Client, coordinator: User, typed: dict[str, object]
) -> None:
    client.force_login(coordinator)
    of = Allocation.objects.get(amount=1000)
    sound = {"allocation": of.pk, "year": 2023, "number": "UNC 9", "amount": "0"}
    before = Disbursement.objects.count()
    answer = client.post(reverse("registers:add", args=[DISBURSEMENTS]), sound | typed)
    assert (answer.status_code, Disbursement.objects.count()) == (422, before)
    assert "violated" not in answer.content.decode()
