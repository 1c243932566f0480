"""The history of the whole locality: readable by who may, in words, narrowed to what is looked for."""

import pytest
from django.urls import reverse

from tests.tiendo import samples
from tiendo.accounts import people
from tiendo.accounts.models import Role, User
from tiendo.accounts.people import Facts, Given
from tiendo.agencies import services as agencies
from tiendo.agencies.models import Agency
from tiendo.desk.models import ReminderRule

pytestmark = pytest.mark.django_db


@pytest.fixture
def office() -> Agency:
    return samples.agency(samples.locality(), "Phòng Lao động")


@pytest.fixture
def auditor(client, office: Agency) -> User:
    user = samples.person(Role.AUDITOR, office)
    client.force_login(user)
    return user


def history(client, query: str = "") -> str:
    answer = client.get(f"{reverse('administration:history')}?{query}")
    assert answer.status_code == 200
    return answer.content.decode()


def test_a_change_says_who_what_and_what_stood_there(client, office, auditor) -> None:
    boss = samples.person(Role.ADMINISTRATOR, office, full_name="Bùi Gia Khiêm")
    agencies.rename(office, name="Phòng Nội vụ", actor=boss, reason="Sáp nhập theo đề án")
    page = history(client)
    for words in ("Bùi Gia Khiêm", "Phòng Lao động", "Phòng Nội vụ", "Sáp nhập theo đề án"):
        assert words in page


def test_rows_pointed_to_are_named_not_numbered(client, office, auditor) -> None:
    other = agencies.add_agency(locality=office.locality, name="Phòng Nội vụ", actor=None)
    given = [Given(office, Role.VIEWER)]
    user = people.add(facts=Facts("tam", "Lê Minh Tâm"), given=given, actor=None)
    row = user.memberships.get()
    row.agency = other
    people.history.save(row, actor=None)
    assert 'Phòng Lao động</span> → <span lang="vi">Phòng Nội vụ' in history(client)


def test_a_change_of_a_list_is_shown_as_it_is_stored(client, office, auditor) -> None:
    row = ReminderRule(locality=office.locality, audience="head", before=[30, 7])
    people.history.save(row, actor=None)
    row.before = [7, 1]
    people.history.save(row, actor=None)
    assert '[30, 7]</span> → <span lang="vi">[7, 1]' in history(client)


def test_a_password_is_never_in_the_history(client, office, auditor) -> None:
    given = [Given(office, Role.VIEWER)]
    user = people.add(facts=Facts("tam", "Lê Minh Tâm"), given=given, actor=None)
    people.set_password(user=user, password="Mot cau dai 7", actor=None)
    page = history(client)
    assert "không ghi đổi thành gì" in page
    assert user.password not in page


def test_what_is_looked_for_is_found_and_nothing_else(client, office, auditor) -> None:
    agencies.add_agency(locality=office.locality, name="Phòng Nội vụ", actor=None)
    assert "Phòng Nội vụ" in history(client, "q=Nội")
    assert "Không có thay đổi nào khớp" in history(client, "q=khong-co-gi")
    assert "Phòng Nội vụ" not in history(client, "den=01/01/2020")
    assert "31/02/2024 không có trong lịch" in history(client, "tu=31/02/2024")


def test_another_locality_has_a_history_of_its_own(client, auditor) -> None:
    agencies.add_agency(locality=samples.locality("Huyện Khác"), name="Phòng Xa", actor=None)
    assert "Phòng Xa" not in history(client)


def test_fifty_changes_ask_no_more_than_a_few(
    client, office, auditor, django_assert_max_num_queries
) -> None:
    for number in range(60):
        agencies.add_agency(locality=office.locality, name=f"Phòng {number}", actor=None)
    with django_assert_max_num_queries(15):
        history(client)


def test_an_auditor_sees_people_and_changes_nothing(client, office, auditor) -> None:
    page = client.get(reverse("administration:person", args=[auditor.pk])).content.decode()
    assert "Người kiểm tra" in page
    assert "<form" not in page.split("<main")[1]
    assert reverse("administration:add_person") not in page
