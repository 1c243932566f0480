"""The pages of offices and groups: as an administrator uses them, and what they refuse."""

import io
from collections.abc import Sequence
from datetime import date
from typing import Any

import pytest
import xlsxwriter
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from tests.tiendo import samples
from tiendo.accounts.models import Role, User
from tiendo.agencies import services
from tiendo.agencies.models import Agency, Group, KnownName, Locality
from tiendo.history.models import Change, Removal

pytestmark = pytest.mark.django_db


@pytest.fixture
def home() -> Locality:
    return samples.locality("Huyện Bình Sơn")


@pytest.fixture
def committee(home: Locality) -> Agency:
    return services.add_agency(
        locality=home, name="UBND huyện Bình Sơn", kind="committee", actor=None
    )


@pytest.fixture
def keeper(committee: Agency, client: Client) -> User:
    person = samples.person(Role.ADMINISTRATOR, committee)
    client.force_login(person)
    return person


def at(page: str, *keys: int) -> str:
    return reverse(f"administration:{page}", args=keys)


def body(answer: Any) -> str:
    return answer.content.decode()


FACTS = {"name": "Phòng Nội vụ", "kind": "office"}


def test_an_office_is_added_with_its_superior_and_stands_in_the_tree(
    client: Client, keeper: User, committee: Agency
) -> None:
    sent = FACTS | {"short_name": "P. NV", "parent": committee.pk, "identifier": "h20.14"}
    answer = client.post(at("add_office"), sent, follow=True)
    office = Agency.objects.get(name="Phòng Nội vụ")
    assert answer.redirect_chain == [(at("office", office.pk), 302)]
    assert (office.identifier, office.parent) == ("H20.14", committee)
    tree = body(client.get(at("offices")))
    assert tree.index("UBND huyện Bình Sơn") < tree.index("Phòng Nội vụ")
    assert tree.count('class="tree"') == 2


def test_what_is_wrong_stands_at_its_field_and_nothing_is_stored(
    client: Client, keeper: User, committee: Agency
) -> None:
    sent = {"name": committee.name, "kind": "office", "identifier": "H20..1", "valid_from": "31/2"}
    answer = client.post(at("add_office"), sent)
    assert answer.status_code == 422
    assert set(answer.context["form"].errors) == {"valid_from"}
    answer = client.post(at("add_office"), sent | {"valid_from": ""})
    assert set(answer.context["form"].errors) == {"name", "identifier"}
    assert 'aria-invalid="true"' in body(answer)
    assert Agency.objects.count() == 1


def test_an_office_of_another_place_cannot_be_its_superior(client: Client, keeper: User) -> None:
    stranger = samples.agency(samples.locality("Xã xa"), "UBND xã xa")
    answer = client.post(at("add_office"), FACTS | {"parent": stranger.pk})
    assert answer.status_code == 422
    assert "parent" in answer.context["form"].errors


def test_a_change_says_why_and_by_which_decision(
    client: Client, keeper: User, committee: Agency
) -> None:
    sent = {"name": "UBND xã Bình Sơn", "kind": "committee", "decision": "NQ 1676", "reason": "xã"}
    client.post(at("change_office", committee.pk), sent)
    change = Change.objects.get(decision="NQ 1676")
    assert (change.actor, change.reason) == (keeper, "xã")
    assert change.fields["name"] == ["UBND huyện Bình Sơn", "UBND xã Bình Sơn"]
    names = [name.text for name in committee.known_names.order_by("pk")]
    assert names == ["UBND huyện Bình Sơn", "UBND xã Bình Sơn"]


def test_an_office_ends_stands_apart_and_goes_on_after_all(client: Client, keeper: User) -> None:
    office = samples.agency(keeper.locality, "Phòng Y tế")
    client.post(at("end_office", office.pk), {"last_day": "30/06/2025", "decision": "NQ 1"})
    office.refresh_from_db()
    assert office.valid_to == date(2025, 6, 30)
    page = client.get(at("offices"))
    assert page.context["ended"] == [office]
    assert page.context["count"] == 1
    client.post(at("end_office", office.pk), {"do": "go-on"})
    office.refresh_from_db()
    assert office.valid_to is None


def test_an_office_ends_on_the_page_that_asks_what_becomes_of_its_work_and_nowhere_else(
    client: Client, keeper: User
) -> None:
    office = samples.agency(keeper.locality, "Phòng Y tế")
    sent = {"name": "Phòng Y tế", "kind": "office", "valid_to": "30/06/2025"}
    client.post(at("change_office", office.pk), sent)
    office.refresh_from_db()
    assert office.valid_to is None
    services.end_agency(agency=office, last_day=date(2025, 6, 30), actor=None)
    answer = client.post(at("change_office", office.pk), sent | {"valid_from": "01/07/2025"})
    assert set(answer.context["form"].errors) == {"valid_to"}
    client.post(at("change_office", office.pk), sent | {"valid_to": "", "short_name": "P. YT"})
    office.refresh_from_db()
    assert (office.valid_to, office.short_name) == (date(2025, 6, 30), "P. YT")


def test_the_end_says_what_is_left_behind(client: Client, keeper: User) -> None:
    office = samples.agency(keeper.locality, "Phòng Y tế")
    samples.occurrence(samples.task(samples.plan(keeper.locality), office))
    samples.group(keeper.locality, office, name="Các phòng")
    samples.person(Role.REPORTER, office)
    page = client.get(at("end_office", office.pk))
    assert [count for _title, count in page.context["left_open"]] == [1, 1]  # a role, a task
    assert page.context["people"] == 1
    assert "Các phòng" in body(page)


def test_an_office_with_open_work_ends_when_it_is_said_that_nobody_follows(
    client: Client, keeper: User
) -> None:
    office = samples.agency(keeper.locality, "Phòng Y tế")
    samples.occurrence(samples.task(samples.plan(keeper.locality), office))
    answer = client.post(at("end_office", office.pk), {"last_day": "30/06/2025"})
    assert answer.status_code == 422
    assert set(answer.context["form"].errors) == {"unfollowed"}
    office.refresh_from_db()
    assert office.valid_to is None
    client.post(at("end_office", office.pk), {"last_day": "30/06/2025", "unfollowed": "on"})
    office.refresh_from_db()
    assert office.valid_to == date(2025, 6, 30)


def test_a_wrong_last_day_is_said_and_nothing_ends(client: Client, keeper: User) -> None:
    office = samples.agency(keeper.locality, "Phòng Y tế", valid_from=date(2025, 7, 1))
    for typed in ("", "30/06/2025", "31/02/2026"):
        answer = client.post(at("end_office", office.pk), {"last_day": typed})
        assert answer.status_code == 422
    office.refresh_from_db()
    assert office.valid_to is None


def test_an_office_in_use_is_not_deleted_and_one_by_mistake_is(
    client: Client, keeper: User, committee: Agency
) -> None:
    answer = client.post(at("delete_office", committee.pk), follow=True)
    assert "hãy ghi ngày kết thúc" in body(answer)
    office = samples.agency(keeper.locality, "Phòng nhầm")
    answer = client.post(at("delete_office", office.pk), follow=True)
    assert not Agency.objects.filter(pk=office.pk).exists()
    assert Removal.objects.get().change.actor == keeper


def test_a_name_is_added_once_and_taken_away(
    client: Client, keeper: User, committee: Agency
) -> None:
    for _each in range(2):
        client.post(at("name_office", committee.pk), {"text": "UBND  Huyện"})
    name = KnownName.objects.get(text="UBND Huyện")
    client.post(at("forget_name", name.pk))
    assert not KnownName.objects.filter(pk=name.pk).exists()
    client.post(at("forget_name", committee.known_names.get().pk))
    assert committee.known_names.count() == 1


def test_a_name_of_two_offices_says_so(client: Client, keeper: User, committee: Agency) -> None:
    other = services.add_agency(
        locality=committee.locality, name="Trung tâm", called=["UBND Huyện"], actor=None
    )
    client.post(at("name_office", committee.pk), {"text": "UBND Huyện"})
    assert ["Trung tâm"] in [
        also for _name, _own, also in client.get(at("office", committee.pk)).context["names"]
    ]
    assert other.known_names.count() == 2


def test_an_empty_name_is_refused(client: Client, keeper: User, committee: Agency) -> None:
    assert client.post(at("name_office", committee.pk), {"text": "  "}).status_code == 422


# --- groups --------------------------------------------------------------------------------------


def test_a_group_is_made_joined_and_left(client: Client, keeper: User, committee: Agency) -> None:
    client.post(at("add_group"), {"name": "UBND các xã"})
    group = Group.objects.get()
    client.post(at("join_group", group.pk), {"agencies": [committee.pk], "since": "01/07/2025"})
    member = group.members.get()
    assert member.valid_from == date(2025, 7, 1)
    answer = client.post(at("leave_group", member.pk), {"last_day": "30/06/2025"}, follow=True)
    assert "Ngày cuối không thể trước ngày đầu" in body(answer)
    client.post(at("leave_group", member.pk), {"last_day": "31/12/2025"})
    page = client.get(at("group", group.pk))
    assert [row.agency for row in page.context["stages"]["earlier"]] == [committee]
    client.post(at("leave_group", member.pk), {"do": "delete"})
    assert not group.members.exists()


def test_nobody_joins_twice_and_somebody_must(
    client: Client, keeper: User, committee: Agency
) -> None:
    group = samples.group(committee.locality, committee)
    assert client.post(at("join_group", group.pk), {}).status_code == 422
    far = {"agencies": [str(10**30)]}
    assert client.post(at("join_group", group.pk), far).status_code == 422
    twice = {"agencies": [committee.pk], "since": "01/07/2025"}
    assert client.post(at("join_group", group.pk), twice).status_code == 422
    assert group.members.count() == 1


def test_a_group_named_in_a_plan_stays_and_its_name_changes(client: Client, keeper: User) -> None:
    group = samples.group(keeper.locality)
    samples.task(samples.plan(keeper.locality), group)
    client.post(at("delete_group", group.pk))
    client.post(at("rename_group", group.pk), {"group-name": "UBND các xã, phường"})
    assert Group.objects.get().name == "UBND các xã, phường"
    samples.group(keeper.locality, name="Khác")
    assert client.post(at("rename_group", group.pk), {"group-name": "KHÁC"}).status_code == 422


# --- from a spreadsheet ----------------------------------------------------------------------------


def sheet(*rows: Sequence[Any]) -> SimpleUploadedFile:
    content = io.BytesIO()
    with xlsxwriter.Workbook(content) as book:
        page = book.add_worksheet()
        for number, row in enumerate(rows):
            page.write_row(number, 0, row)
    return SimpleUploadedFile("co-quan.xlsx", content.getvalue())


HEADS = ("Tên cơ quan", "Tên viết tắt", "Loại", "Trực thuộc", "Từ ngày")
ROWS = (
    ("UBND huyện Bình Sơn", "UBND Huyện", "", "", ""),
    ("Phòng Y tế", "P. YT", "phòng", "UBND huyện Bình Sơn", "01/07/2025"),
    ("Phòng lạ", "", "Tổ", "", ""),
)


def test_a_sheet_is_shown_first_and_taken_over_when_confirmed(
    client: Client, keeper: User, committee: Agency
) -> None:
    shown = client.post(at("import_offices"), {"file": sheet(HEADS, *ROWS)})
    assert shown.context["counts"] == {"add": 1, "change": 1, "same": 0, "error": 1}
    assert "không có loại cơ quan “Tổ”" in body(shown)
    assert Agency.objects.count() == 1
    client.post(at("take_over_offices"), {"rows": shown.context["packed"]})
    office = Agency.objects.get(name="Phòng Y tế")
    assert (office.parent, office.valid_from) == (committee, date(2025, 7, 1))
    committee.refresh_from_db()
    assert committee.short_name == "UBND Huyện"


def test_what_changed_meanwhile_is_shown_again(
    client: Client, keeper: User, committee: Agency
) -> None:
    shown = client.post(at("import_offices"), {"file": sheet(HEADS, ROWS[1])})
    services.add_agency(locality=committee.locality, name="Phòng Y tế", actor=None)
    answer = client.post(at("take_over_offices"), {"rows": shown.context["packed"]})
    assert answer.status_code == 422
    assert answer.context["counts"]["change"] == 1
    assert not Agency.objects.get(name="Phòng Y tế").short_name


def test_what_was_not_shown_to_this_person_is_not_taken_over(
    client: Client, keeper: User, committee: Agency
) -> None:
    shown = client.post(at("import_offices"), {"file": sheet(HEADS, ROWS[1])})
    packed = shown.context["packed"]
    client.post(at("take_over_offices"), {"rows": packed[:-4] + "AAAA"})
    client.force_login(samples.person(Role.ADMINISTRATOR, committee))
    answer = client.post(at("take_over_offices"), {"rows": packed}, follow=True)
    assert "đã cũ" in body(answer)
    assert Agency.objects.count() == 1


@pytest.mark.parametrize("content", [b"", b"khong phai bang tinh", b"PK\x03\x04" + b"\0" * 99])
def test_a_file_that_is_no_sheet_is_refused_in_words(
    client: Client, keeper: User, content: bytes
) -> None:
    answer = client.post(
        at("import_offices"), {"file": SimpleUploadedFile("danh-sach.xlsx", content)}
    )
    assert answer.status_code == 422
    assert "Không mở được danh-sach.xlsx" in body(answer)


# --- how much is asked of the database -------------------------------------------------------------


def test_pages_ask_as_often_for_many_as_for_few(
    client: Client, keeper: User, committee: Agency, django_assert_max_num_queries: Any
) -> None:
    group = samples.group(committee.locality, committee)
    for number in range(30):
        office = samples.agency(committee.locality, f"Phòng {number}", parent=committee)
        services.add_members(group=group, agencies=[office], since=None, actor=None)
        services.call(committee, f"Tên {number}", actor=None)
    for page in (at("offices"), at("office", committee.pk), at("group", group.pk)):
        with django_assert_max_num_queries(15):
            client.get(page)


def test_the_offices_are_taken_out_corrected_and_brought_back(
    client: Client, keeper: User, committee: Agency
) -> None:
    taken_out = client.get(at("export_offices"))
    assert taken_out["Content-Disposition"] == 'attachment; filename="co-quan.xlsx"'
    file = SimpleUploadedFile("co-quan.xlsx", taken_out.content)
    shown = client.post(at("import_offices"), {"file": file})
    assert shown.context["counts"] == {"add": 0, "change": 0, "same": 1, "error": 0}
