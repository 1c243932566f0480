"""A norm tried on one case."""

from datetime import date
from decimal import Decimal

import pytest
from django.test import Client
from django.urls import reverse
from django.utils.translation import override

from tests.tiendo import samples
from tests.tiendo.legal.norms import norm
from tiendo.accounts.models import Role
from tiendo.agencies.models import Holiday, Locality
from tiendo.legal.registers import NORMS
from tiendo.legal.trying import Answer, tried

pytestmark = pytest.mark.django_db


@pytest.fixture
def home(db: None) -> Locality:
    return samples.locality()


def said(row: object, typed: str) -> str:
    with override("vi"):
        answer = tried(row, typed)  # type: ignore[arg-type]
    assert isinstance(answer, Answer)
    assert not answer.fault
    return answer.words


def test_a_time_in_working_days_passes_over_the_days_off_of_the_locality(home: Locality) -> None:
    Holiday.objects.create(locality=home, day=date(2024, 4, 30), name="Ngày thống nhất")
    row = norm(home, kind="working-days", highest=Decimal(3), unit="ngày làm việc")
    answer = said(row, "26/04/2024")
    assert "hết ngày 02/05/2024" in answer
    assert "Chưa nhập ngày nghỉ" not in answer
    assert "Chưa nhập ngày nghỉ nào của năm 2025" in said(row, "03/01/2025")


def test_support_is_limited_by_share_and_by_the_ceiling_of_the_same_thing(home: Locality) -> None:
    facts = {"title": "Hỗ trợ máy móc", "unit": "%"}
    row = norm(home, code="ty-le", kind="share", highest=Decimal(50), **facts)
    assert "tối đa 400" in said(row, "800")
    norm(home, code="muc", kind="ceiling", highest=Decimal(300), **facts)
    norm(home, code="khac", kind="ceiling", highest=Decimal(1), unit="%", title="Việc khác")
    assert "tối đa 300" in said(row, "800")
    assert "tối đa 250,5" in said(row, "501")


@pytest.mark.parametrize(
    ("typed", "words"), [("75", "75 đúng mức"), ("75,1", "75,1 không đúng mức")]
)
def test_a_value_keeps_to_a_ceiling_or_does_not(home: Locality, typed: str, words: str) -> None:
    answer = said(norm(home), typed)
    assert words in answer
    assert "chưa kiểm chứng" in answer


@pytest.mark.parametrize("typed", ["hôm nay", "31/02/2024", "1" * 200, "\x00", "0,00001"])
@pytest.mark.parametrize("kind", ["days", "ceiling"])
def test_what_cannot_be_read_is_said_and_not_guessed(
    home: Locality, client: Client, kind: str, typed: str
) -> None:
    row = norm(home, kind=kind, highest=Decimal(3))
    answer = tried(row, typed)
    assert answer is not None
    assert answer.fault
    client.force_login(samples.person(Role.VIEWER, samples.agency(home)))
    address = reverse("registers:row", args=[NORMS, row.pk])
    assert client.get(address, {"thu": typed}).status_code == 200
    assert tried(row, "  ") is None
