"""The feed of changes: of a record with what hangs on it, an office, a person, a day; in stretches; as a sheet."""

from datetime import UTC, datetime, timedelta
from io import BytesIO

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from python_calamine import CalamineWorkbook

from tests.tiendo import samples
from tiendo.accounts.models import Role, User
from tiendo.administration.feeds import Asked, feed, hanging_on, naming_an_office, stretch
from tiendo.agencies.models import Agency
from tiendo.history import sealing
from tiendo.history import services as history
from tiendo.history.models import Cause, Change, PersonalValue
from tiendo.plans.models import Assignment, Plan, Task
from tiendo.progress.models import Evidence, Obligation, Occurrence, Report

pytestmark = pytest.mark.django_db


@pytest.fixture
def office() -> Agency:
    return samples.agency(samples.locality(), "Phòng Kinh tế")


@pytest.fixture
def coordinator(client: Client, office: Agency) -> User:
    user = samples.person(Role.COORDINATOR, office, full_name="Bùi Gia Khiêm")
    client.force_login(user)
    return user


@pytest.fixture
def task(office: Agency, coordinator: User) -> Task:
    """A task whose period, report and evidence were each changed once, and another task that was too."""
    plan = samples.plan(office.locality)
    task, other = samples.task(plan, office, text="Việc thứ nhất"), samples.task(plan, office)
    said = samples.report(samples.occurrence(task))
    proof = samples.evidence(said)
    for row, name, value in (
        (task, "key", True),
        (said.occurrence, "closed_reason", "đã xong"),
        (said, "result", "Đã mở 03 lớp"),
        (proof, "name", "bien-ban-2.pdf"),
        (other, "key", True),
    ):
        setattr(row, name, value)
        history.save(row, actor=coordinator, cause=Cause.CORRECTION, reason="gõ nhầm")
    return task


def page(client: Client, query: str = "") -> str:
    answer = client.get(f"{reverse('administration:history')}?{query}")
    assert answer.status_code == 200
    return answer.content.decode()


def kinds(asked: Asked) -> set[str]:
    return {row.content_type.model for row in feed(Change.objects.all(), asked)}


def test_the_feed_of_a_task_has_all_that_hangs_on_it_and_nothing_else(task: Task) -> None:
    rows = feed(Change.objects.all(), Asked(record=Task(pk=task.pk)))
    assert kinds(Asked(record=task)) == {"task", "occurrence", "report", "evidence"}
    assert rows.count() == 4


def test_what_hangs_on_a_row_is_what_would_go_with_it() -> None:
    paths = hanging_on(Task)
    assert paths[Occurrence] == "obligation__task"
    assert paths[Evidence] == "report__occurrence__obligation__task"
    assert Plan not in paths
    assert Agency not in paths


def test_what_is_about_an_office_names_it_or_hangs_on_what_does() -> None:
    paths = naming_an_office()
    assert paths[Obligation] == "agency"
    assert paths[Occurrence] == "obligation__agency"
    assert paths[Report] == "agency"
    assert paths[Evidence] == "report__agency"
    assert Task not in paths


def test_the_feed_of_an_office_leaves_out_other_offices(task: Task, office: Agency) -> None:
    other = samples.agency(office.locality, "Phòng Y tế")
    other.short_name = "P. YT"
    history.save(other, actor=None)
    assert kinds(Asked(office=office)) == {"occurrence", "report", "evidence"}
    assert kinds(Asked(office=other)) == {"agency"}


def test_a_deleted_row_stays_in_the_feed_of_what_it_belonged_to(
    task: Task, coordinator: User
) -> None:
    history.delete(Assignment.objects.filter(task=task)[0], actor=coordinator)
    assert "assignment" in kinds(Asked(record=task))


def test_the_feed_of_a_person_has_what_the_person_did_and_what_is_about_the_person(
    task: Task, office: Agency, coordinator: User
) -> None:
    other = samples.person(Role.VIEWER, office)
    role = other.memberships.get()
    role.valid_to = samples.TODAY
    history.save(role, actor=None)
    assert kinds(Asked(person=other)) == {"membership"}
    assert feed(Change.objects.all(), Asked(person=coordinator)).count() == 5


def test_stretches_follow_on_each_other_without_gap_or_repeat(task: Task) -> None:
    same = timezone.now()
    Change.objects.update(at=same)  # many lines of one moment
    Change.objects.filter(pk=Change.objects.latest("pk").pk).update(at=same + timedelta(hours=1))
    rows, seen, after = feed(Change.objects.all(), Asked()), [], 0
    while True:
        part = stretch(rows, after, 2)
        seen += [row.pk for row in part.rows]
        after = part.older
        if not after:
            break
    assert seen == [row.pk for row in rows]
    assert len(seen) == 5


def test_a_day_has_its_own_feed(client: Client, task: Task) -> None:
    late = datetime(2024, 11, 5, 16, 59, tzinfo=UTC)  # a minute before midnight here
    Change.objects.filter(content_type__model="report").update(at=late)
    shown = page(client, "tu=05/11/2024&den=05/11/2024")
    assert "Đã mở 03 lớp" in shown
    assert "bien-ban-2.pdf" not in shown


def test_a_change_is_told_with_its_coded_reason_and_from_what_to_what(
    client: Client, task: Task
) -> None:
    shown = page(client, f"ban-ghi=plans.task:{task.pk}")
    for words in ("sửa lỗi nhập liệu", "gõ nhầm", "Bùi Gia Khiêm", "Việc thứ nhất"):
        assert words in shown
    assert '<span lang="vi">Đã mở 02 lớp</span> → <span lang="vi">Đã mở 03 lớp</span>' in shown


def test_sealing_changes_nothing_of_what_is_read(client: Client, task: Task) -> None:
    before = page(client)
    sealing.seal()
    assert "held:" not in page(client)
    assert page(client).split("<main")[1] == before.split("<main")[1]
    assert "Bùi Gia Khiêm" in page(client, "q=Bùi Gia")


def test_the_sheet_has_a_sentence_for_each_change(client: Client, task: Task) -> None:
    sealing.seal()
    answer = client.get(
        reverse("administration:export_history"), {"ban-ghi": f"plans.task:{task.pk}"}
    )
    book = CalamineWorkbook.from_filelike(BytesIO(b"".join(answer.streaming_content)))
    rows = book.get_sheet_by_index(0).to_python()
    assert len(rows) == 5
    assert rows[2][-1] == (
        f"Bùi Gia Khiêm đã sửa báo cáo: {rows[2][4]}. Result: Đã mở 02 lớp → Đã mở 03 lớp. "
        "Lý do: sửa lỗi nhập liệu: gõ nhầm"
    ).replace("Result", rows[2][5].split(":")[0])


@pytest.mark.parametrize(
    "query",
    [
        *("ban-ghi=auth.user:1", "ban-ghi=plans.task:x", "ban-ghi=plans.task:" + "9" * 30),
        *("co-quan=0", "nguoi=abc", "sau=-1", "sau=" + "9" * 30, "loai=x", "q=%00", "tu=1/1/1"),
        *("ban-ghi=plans.task:1&ban-ghi=plans.plan:1", "sau=999999"),
    ],
)
def test_nonsense_in_the_address_is_said_or_passed_over(
    client: Client, task: Task, query: str
) -> None:
    assert client.get(f"{reverse('administration:history')}?{query}").status_code in (200, 400)


def test_a_feed_asks_a_bounded_number_of_queries(
    client: Client, task: Task, office: Agency, coordinator: User, django_assert_max_num_queries
) -> None:
    sealing.seal()
    queries = (f"ban-ghi=plans.task:{task.pk}", f"co-quan={office.pk}", f"nguoi={coordinator.pk}")
    for query in ("", *queries):
        with django_assert_max_num_queries(15):
            page(client, query)


# --- Erasing ------------------------------------------------------------------------------------


def test_an_administrator_erases_with_a_reason_and_the_history_says_so(
    client: Client, office: Agency, coordinator: User, task: Task
) -> None:
    admin = samples.person(Role.ADMINISTRATOR, office, full_name="Lý Quản Trị")
    sealing.seal()
    client.force_login(admin)
    address = reverse("administration:erase_person", args=[coordinator.pk])
    assert "Bùi Gia Khiêm" in client.get(address).content.decode()
    values = [row.pk for row in PersonalValue.objects.filter(person=coordinator.pk)]
    refused = client.post(address, {"values": values, "reason": ""})
    assert refused.status_code == 422
    done = client.post(address, {"values": values, "reason": "theo đơn ngày 01/12"}, follow=True)
    assert "Các niêm phong vẫn khớp" in done.content.decode()
    coordinator.full_name = "Người khác"
    coordinator.save()
    shown = page(client)
    assert "Bùi Gia Khiêm" not in shown
    assert "[đã xóa dữ liệu cá nhân]" in shown
    assert "theo đơn ngày 01/12" in shown


def test_values_of_somebody_else_cannot_be_erased_from_this_page(
    client: Client, office: Agency, coordinator: User, task: Task
) -> None:
    admin = samples.person(Role.ADMINISTRATOR, office, full_name="Lý Quản Trị")
    sealing.seal()
    client.force_login(admin)
    address = reverse("administration:erase_person", args=[admin.pk])
    other = PersonalValue.objects.filter(person=coordinator.pk)[0]
    answer = client.post(address, {"values": [other.pk], "reason": "x"})
    assert answer.status_code == 422
    assert PersonalValue.objects.get(pk=other.pk).value == "Bùi Gia Khiêm"
