"""The page of deletions: what stands on it, who may put back, and what is said when it cannot be."""

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone, translation

from tests.tiendo import samples
from tiendo.accounts.models import Role, User
from tiendo.administration.kinds import counted, noun_of
from tiendo.agencies.models import Agency
from tiendo.history import services as history
from tiendo.history.models import KEPT, Change, Removal
from tiendo.plans.models import Plan, Task
from tiendo.progress.models import Report

pytestmark = pytest.mark.django_db
LIST = "administration:removals"


@pytest.fixture
def office() -> Agency:
    return samples.agency(samples.locality(), "Phòng Kinh tế")


@pytest.fixture
def keeper(office: Agency, client: Client) -> User:
    person = samples.person(Role.COORDINATOR, office, full_name="Lê Văn Thử")
    client.force_login(person)
    return person


@pytest.fixture
def removal(office: Agency, keeper: User) -> Removal:
    plan = samples.plan(office.locality)
    samples.report(samples.occurrence(samples.task(plan, office)))
    return history.delete(plan, actor=keeper, reason="đọc nhầm").removal


def body(answer: Any) -> str:
    return answer.content.decode()


def put_back(client: Client, removal: Removal) -> Any:
    return client.post(reverse("administration:take_back", args=[removal.pk]), follow=True)


def test_the_page_says_what_went_who_did_it_and_until_when_it_is_kept(
    client: Client, removal: Removal
) -> None:
    page = body(client.get(reverse(LIST)))
    for words in ("Lê Văn Thử", "đọc nhầm", str(removal), "1 nhiệm vụ, trách nhiệm", "1 báo cáo"):
        assert words in page
    last = timezone.localtime(removal.change.at + KEPT)
    assert f"{last:%d/%m/%Y}" in page


def test_everything_is_put_back_by_one_button(client: Client, removal: Removal) -> None:
    answer = put_back(client, removal)
    assert (Plan.objects.count(), Task.objects.count(), Report.objects.count()) == (1, 1, 1)
    page = body(answer)
    assert f"Đã lấy lại “{removal}”" in page
    assert "lay-lai" not in page
    assert "đã lấy lại" in page


def test_it_is_put_back_once(client: Client, removal: Removal) -> None:
    put_back(client, removal)
    assert "đã được lấy lại" in body(put_back(client, removal))
    assert Plan.objects.count() == 1


def test_a_refusal_names_what_must_come_first(
    client: Client, removal: Removal, keeper: User
) -> None:
    put_back(client, removal)
    child = history.delete(Report.objects.get(), actor=keeper).removal
    history.delete(Plan.objects.get(), actor=keeper)
    answer = body(put_back(client, child))
    assert "Hãy lấy lại cái đó trước" in answer
    assert not Report.objects.exists()


def test_an_auditor_sees_and_puts_nothing_back(
    client: Client, removal: Removal, office: Agency
) -> None:
    client.force_login(samples.person(Role.AUDITOR, office))
    assert "lay-lai" not in body(client.get(reverse(LIST)))
    assert put_back(client, removal).status_code == 403
    assert not Plan.objects.exists()


def test_deletions_of_another_locality_are_not_here(client: Client, removal: Removal) -> None:
    stranger = samples.agency(samples.locality("Xã xa"), "Phòng xa")
    client.force_login(samples.person(Role.ADMINISTRATOR, stranger))
    assert str(removal) not in body(client.get(reverse(LIST)))
    assert put_back(client, removal).status_code == 404


def test_what_is_older_than_thirty_days_is_not_offered(client: Client, removal: Removal) -> None:
    earlier = timezone.now() - KEPT - timedelta(minutes=1)
    Change.objects.filter(pk=removal.change_id).update(at=earlier)
    assert str(removal) not in body(client.get(reverse(LIST)))
    assert put_back(client, removal).status_code == 404


def test_the_page_asks_as_often_for_many_as_for_few(
    client: Client, keeper: User, django_assert_max_num_queries: Any
) -> None:
    for number in range(60):
        office = samples.agency(keeper.locality, f"Phòng {number}")
        history.delete(office, actor=keeper)
    with django_assert_max_num_queries(12):
        page = client.get(reverse(LIST))
    assert len(page.context["rows"]) == 50


def test_rows_are_counted_in_words_and_those_without_a_name_come_last_together() -> None:
    counts = {"plans.plan": 1, "plans.task": 3, "x.y": 2, "x.z": 1}
    with translation.override("en"):
        assert counted(counts) == ["3 tasks and duties", "1 plan", "3 other entries"]
        assert noun_of("x.y") == "other entry"
    with translation.override("vi"):
        assert counted({"plans.task": 3}) == ["3 nhiệm vụ, trách nhiệm"]


def test_what_was_deleted_can_be_read_before_it_is_put_back(
    client: Client, removal: Removal, office: Agency
) -> None:
    client.force_login(samples.person(Role.AUDITOR, office))
    address = reverse("administration:removal", args=[removal.pk])
    page = body(client.get(address))
    for words in ("Mở lớp tập huấn", "Đã mở 02 lớp", "đang thực hiện", "đọc nhầm"):
        assert words in page
    assert "lay-lai" not in page
    history.restore(removal, actor=None)
    assert "mọi thứ về chỗ cũ" in body(client.get(address))
    stranger = samples.agency(samples.locality("Xã xa"), "Phòng xa")
    client.force_login(samples.person(Role.AUDITOR, stranger))
    assert client.get(address).status_code == 404


def test_a_deleted_person_is_shown_without_a_password(client: Client, keeper: User) -> None:
    gone = samples.person(Role.VIEWER, keeper.memberships.get().agency, full_name="Người Cũ")
    gone.set_password("mat-khau-cu")
    gone.save()
    removal = history.delete(gone, actor=keeper).removal
    page = body(client.get(reverse("administration:removal", args=[removal.pk])))
    assert "Người Cũ" in page
    assert "md5" not in page
