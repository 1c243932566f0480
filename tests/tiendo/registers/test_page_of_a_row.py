"""What the page of a row tells whoever enters it, and what the list lets people choose."""

import pytest
from django.utils.html import strip_tags

from tests.tiendo import samples
from tests.tiendo.registers.ground import Ground, client, example_of
from tiendo.accounts.models import Role, User
from tiendo.registers.finding import FILTERS
from tiendo.registers.register import REGISTERS

pytestmark = pytest.mark.django_db

REGISTER = REGISTERS["doanh-nghiep"]


def told(user: User, pk: int) -> str:
    """The page of an establishment as text."""
    page = client(user).get(f"/so/doanh-nghiep/{pk}/")
    return " ".join(strip_tags(page.content.decode()).split())


def test_who_enters_a_row_reads_its_history_and_who_only_reads_it_does_not(ground: Ground) -> None:
    row = example_of(ground, REGISTER)
    assert "Lịch sử" in told(ground.of_here, row.pk)
    viewer = samples.person(Role.VIEWER, ground.office)
    assert row.name in told(viewer, row.pk)
    assert "Lịch sử" not in told(viewer, row.pk)


def test_what_nobody_types_is_not_asked_for(ground: Ground) -> None:
    page = told(ground.of_here, example_of(ground, REGISTER).pk)
    _before, _mark, unsaid = page.partition("Chưa ghi: ")
    assert unsaid.startswith("ngày ngừng hẳn")
    assert "đặc điểm" not in unsaid.partition("Chưa ghi gì")[0]


def test_a_filter_by_code_says_what_the_codes_mean(ground: Ground) -> None:
    example_of(ground, REGISTER)
    page = client(ground.coordinator).get("/so/doanh-nghiep/").content.decode()
    assert '<option value="1061">xay xát và sản xuất bột thô (1061)</option>' in page
    narrowed = client(ground.coordinator).get("/so/doanh-nghiep/", {"activity_code": "1061"})
    assert "Cơ sở xay xát Ví Dụ" in narrowed.content.decode()


def test_the_filters_beyond_the_first_are_folded_until_one_is_used(ground: Ground) -> None:
    found = client(ground.officer).get("/so/kho-khan/").context["found"]
    first, more = found.first_filters, found.more_filters
    assert (len(first), first[0].name) == (FILTERS, "toi")
    assert [each.name for each in more] == ["source", "petition", "answered_on"]
    assert not found.uses_more
    used = client(ground.officer).get("/so/kho-khan/?source=office").context["found"]
    assert used.uses_more
    short = client(ground.officer).get("/so/su-co-dien/").context["found"]
    assert short.more_filters == []


def test_a_figure_leads_to_a_new_row_of_its_register_for_who_may_enter_one(ground: Ground) -> None:
    link = 'href="/so/truyen-thong-hoi-nhap/them/"'
    page = "/so/truyen-thong-hoi-nhap/so-do/tuyen-truyen/"
    assert link in client(ground.coordinator).get(page).content.decode()
    reader = samples.person("viewer", ground.office)
    assert link not in client(reader).get(page).content.decode()
