"""The pages of people: found without accents, one person, roles, charges, closing; and one's own account."""

from datetime import date, timedelta

import pytest
from django.urls import reverse

from tests.tiendo import samples
from tiendo.accounts import people as services
from tiendo.accounts.clock import today
from tiendo.accounts.models import Role, StandIn, User
from tiendo.accounts.people import Facts, Given
from tiendo.agencies.models import Agency

pytestmark = pytest.mark.django_db


@pytest.fixture
def office() -> Agency:
    return samples.agency(samples.locality(), "Phòng Lao động", "Phòng LĐ")


@pytest.fixture
def other(office: Agency) -> Agency:
    return samples.agency(office.locality, "Phòng Nội vụ", "Phòng NV")


@pytest.fixture
def administrator(office: Agency) -> User:
    return samples.person(Role.ADMINISTRATOR, office, full_name="Bùi Gia Khiêm")


@pytest.fixture
def tam(office: Agency) -> User:
    facts = Facts("tam", "Lê Minh Tâm", "Chuyên viên")
    return services.add(facts=facts, given=[Given(office, Role.REPORTER)], actor=None)


@pytest.fixture
def admin(client, administrator):
    client.force_login(administrator)
    return client


def listed(client, query: str) -> list[str]:
    answer = client.get(f"{reverse('administration:people')}?{query}")
    assert answer.status_code == 200
    return [user.username for user in answer.context["page"]]


@pytest.mark.parametrize("query", ["q=le+minh+tam", "q=TÂM", "q=chuyen+vien", "q=tam"])
def test_people_are_found_with_and_without_accents(admin, tam, query) -> None:
    assert listed(admin, query) == ["tam"]


def test_people_are_filtered_by_office_role_and_state(admin, tam, office, other) -> None:
    assert "tam" in listed(admin, f"office={office.pk}&role=reporter")
    assert listed(admin, f"office={other.pk}") == []
    assert "tam" not in listed(admin, "role=head")
    assert "tam" in listed(admin, "state=never")
    services.deactivate(user=tam, successor=None, today=today(), actor=None)
    assert "tam" not in listed(admin, "")
    assert listed(admin, "state=closed") == ["tam"]


@pytest.mark.parametrize("query", ["office=x", "office=999999999999999999", "role=king", "state=?"])
def test_a_filter_that_cannot_be_is_left_out(admin, tam, query) -> None:
    assert "tam" in listed(admin, query)


def test_nobody_of_another_locality_is_listed(admin, tam) -> None:
    elsewhere = samples.agency(samples.locality("Huyện Khác"))
    stranger = samples.person(Role.REPORTER, elsewhere)
    assert stranger.username not in listed(admin, "")


def test_the_list_asks_the_same_for_ten_people_as_for_one(
    admin, office, django_assert_max_num_queries
) -> None:
    for _ in range(10):
        samples.person(Role.REPORTER, office)
    with django_assert_max_num_queries(15):
        admin.get(reverse("administration:people"))


def test_a_person_is_added_with_a_role(admin, office) -> None:
    said = {"full_name": "Lê Thị Mai", "username": "Mai", "agency": office.pk, "role": "viewer"}
    answer = admin.post(reverse("administration:add_person"), said, follow=True)
    mai = User.objects.get(username="mai")
    assert mai.memberships.get().role == Role.VIEWER
    assert not mai.has_usable_password()
    assert "In phiếu cho lần đăng nhập đầu" in answer.content.decode()


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"username": "tam"}, "“tam” là tên đăng nhập của người khác."),
        ({"username": "có dấu"}, "tên đăng nhập hợp lệ"),
        ({"role": "auditor"}, "ghi ngày cuối của đợt kiểm tra"),
        ({"valid_from": "02/12/2024", "valid_to": "01/12/2024"}, "Ngày cuối đứng trước"),
    ],
)
def test_what_cannot_be_is_refused_at_its_field(admin, office, tam, changed, said) -> None:
    facts = {"full_name": "Lê Thị Mai", "username": "mai", "agency": office.pk, "role": "viewer"}
    answer = admin.post(reverse("administration:add_person"), facts | changed)
    assert answer.status_code == 422
    assert said in answer.content.decode()
    assert not User.objects.filter(full_name="Lê Thị Mai").exists()


def test_the_page_of_a_person_says_everything(admin, tam, office, administrator) -> None:
    head = Given(office, Role.HEAD, None, today())
    services.give(user=tam, given=head, actor=administrator)
    page = admin.get(reverse("administration:person", args=[tam.pk])).content.decode()
    for words in ("Người báo cáo", "Thủ trưởng cơ quan", "Chưa đăng nhập lần nào", "Bùi Gia Khiêm"):
        assert words in page


def test_a_role_is_given_and_ended(admin, tam, other) -> None:
    address = reverse("administration:give_role", args=[tam.pk])
    admin.post(address, {"agency": other.pk, "role": "head"})
    row = tam.memberships.get(role="head")
    ending = reverse("administration:end_role", args=[row.pk])
    long_ago = admin.post(ending, {"last_day": "01/01/2020"})
    assert "chọn hôm qua hoặc ngày sau" in long_ago.content.decode()
    assert admin.post(ending, {"last_day": f"{today():%d/%m/%Y}"}).status_code == 302
    row.refresh_from_db()
    assert row.valid_to == today()


def test_a_field_is_put_in_the_charge_of_a_leader(admin, office, other) -> None:
    leader = samples.person(Role.LEADER, office)
    address = reverse("administration:put_in_charge", args=[leader.pk])
    assert admin.post(address, {}).status_code == 422
    admin.post(address, {"words": "lao động", "agencies": [office.pk, other.pk]})
    assert {str(row) for row in leader.charges.all()} == {
        "Phòng LĐ: lao động",
        "Phòng NV: lao động",
    }
    row = leader.charges.first()
    admin.post(reverse("administration:end_charge", args=[row.pk]))
    assert leader.charges.in_force(today()).count() == 1


def test_an_account_is_closed_and_opened_again(admin, tam) -> None:
    address = reverse("administration:deactivate", args=[tam.pk])
    assert "Không còn việc dở" in admin.get(address).content.decode()
    admin.post(address)
    tam.refresh_from_db()
    assert not tam.is_active
    page = admin.get(reverse("administration:person", args=[tam.pk])).content.decode()
    assert "Tài khoản này đã khóa" in page
    admin.post(reverse("administration:reactivate", args=[tam.pk]))
    tam.refresh_from_db()
    assert tam.is_active


def test_the_own_account_says_who_one_is(client, tam, other) -> None:
    deputy = samples.person(Role.VIEWER, other, full_name="Võ Thanh Hà")
    StandIn.objects.create(absent=tam, deputy=deputy, valid_from=today(), valid_to=today())
    client.force_login(tam)
    page = client.get(reverse("accounts:account")).content.decode()
    for words in ("Lê Minh Tâm", "Người báo cáo", "Võ Thanh Hà", "/mat-khau/"):
        assert words in page


def test_a_deputy_is_named_for_oneself(client, tam, other) -> None:
    deputy = samples.person(Role.VIEWER, other)
    client.force_login(tam)
    first = today() + timedelta(days=3)
    said = {"absent": tam.pk, "deputy": deputy.pk, "reason": "nghỉ phép"}
    days = {"valid_from": f"{first:%d/%m/%Y}", "valid_to": f"{first:%d/%m/%Y}"}
    assert client.post(reverse("accounts:away"), said | days).status_code == 302
    row = StandIn.objects.get()
    assert (row.absent, row.deputy, row.valid_from) == (tam, deputy, first)
    client.post(reverse("accounts:end_stand_in", args=[row.pk]))
    assert not StandIn.objects.exists()


def test_nobody_names_a_deputy_for_somebody_of_another_office(client, tam, other) -> None:
    head = samples.person(Role.HEAD, other)
    client.force_login(head)
    day = f"{date(2030, 1, 2):%d/%m/%Y}"
    said = {"absent": tam.pk, "deputy": head.pk, "valid_from": day, "valid_to": day}
    assert client.post(reverse("accounts:away"), said).status_code == 422
    assert not StandIn.objects.exists()


def test_a_head_names_a_deputy_for_an_officer(client, tam, office) -> None:
    head = samples.person(Role.HEAD, office)
    client.force_login(head)
    day = f"{today():%d/%m/%Y}"
    said = {"absent": tam.pk, "deputy": head.pk, "valid_from": day, "valid_to": day}
    assert client.post(reverse("accounts:away"), said).status_code == 302
    assert StandIn.objects.get().absent == tam


def test_no_role_is_chosen_beforehand(admin, office: Agency) -> None:
    address = reverse("administration:add_person")
    assert admin.get(address).context["role"]["role"].subwidgets[0].data["value"] == ""
    said = {"full_name": "Lê Văn An", "username": "an", "agency": office.pk, "role": ""}
    assert admin.post(address, said).status_code == 422
    assert not User.objects.filter(username="an").exists()
