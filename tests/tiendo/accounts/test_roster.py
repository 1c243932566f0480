"""Many people from a table: what is understood, what is refused with which words, nothing half-added."""

import io
from datetime import date

import pytest
import xlsxwriter
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from tests.tiendo import samples
from tiendo.accounts import roster
from tiendo.accounts.models import Role, User
from tiendo.accounts.roster import BadTable, Line
from tiendo.agencies import services as agencies
from tiendo.agencies.models import Agency

pytestmark = pytest.mark.django_db
HEADS = ("Họ và tên", "Tên đăng nhập", "Chức vụ", "Cơ quan", "Vai trò", "Email", "Đến ngày")
TAM = ("Lê Minh Tâm", "", "Chuyên viên", "Phòng LĐ-TB&XH", "Người báo cáo", "", "")


@pytest.fixture
def office() -> Agency:
    office = samples.agency(samples.locality(), "Phòng Lao động", "Phòng LĐ-TB&XH")
    agencies.call(office, "Phòng Lao động TB và XH", actor=None)
    return office


def checked(office: Agency, *rows: tuple[str, ...], heads: tuple[str, ...] = HEADS) -> list[Line]:
    lines = [";".join(row) for row in (heads, *rows)]
    table = roster.read_table("\r\n".join(lines).encode(), "nguoi.csv")
    return roster.check(table, office.locality)


def problem(office: Agency, *rows: tuple[str, ...]) -> str:
    return " ".join(checked(office, *rows)[-1].problems)


def test_a_row_is_understood(office) -> None:
    (line,) = checked(office, TAM)
    assert line.problems == []
    assert (line.number, line.agency, line.role) == (2, office, Role.REPORTER)
    assert line.facts.username == "tamlm"
    assert line.facts.position == "Chuyên viên"


def test_user_names_that_are_taken_get_a_number(office) -> None:
    samples.person(Role.VIEWER, office)
    User.objects.update(username="tamlm")
    first, second = checked(office, TAM, ("Lý Mạnh Tâm", *TAM[1:]))
    assert [first.facts.username, second.facts.username] == ["tamlm2", "tamlm3"]


def test_offices_are_found_by_any_name_and_roles_in_both_languages(office) -> None:
    (line,) = checked(office, (*TAM[:3], "phòng lao động tb và xh", "head", "", ""))
    assert (line.agency, line.role, line.problems) == (office, Role.HEAD, [])


def test_two_rows_of_one_person_are_two_roles(office) -> None:
    lines = checked(office, TAM, (*TAM[:4], "Thủ trưởng", "", ""))
    (new,) = roster.to_add(lines)
    assert [given.role for given in new.given] == [Role.REPORTER, Role.HEAD]


@pytest.mark.parametrize(
    ("place", "words", "said"),
    [
        (0, "", "Thiếu họ và tên"),
        (1, "có dấu cách", "tên đăng nhập hợp lệ"),
        (3, "", "Thiếu cơ quan"),
        (3, "Phòng Không Có", "Không có cơ quan nào tên “Phòng Không Có”"),
        (4, "", "Thiếu vai trò"),
        (4, "giám đốc", "Không có vai trò “giám đốc”"),
        (4, "người kiểm tra", "ghi ngày cuối của đợt kiểm tra"),
        (5, "không phải thư", "Nhập địa chỉ email"),
        (6, "31/02/2025", "không phải là ngày"),
    ],
)
def test_what_is_wrong_is_said_in_its_row(office, place, words, said) -> None:
    row = list(TAM)
    row[place] = words
    assert said in problem(office, tuple(row))


def test_an_auditor_with_a_last_day_is_taken(office) -> None:
    (line,) = checked(office, (*TAM[:4], "người kiểm tra", "", "31/12/2025"))
    assert (line.valid_to, line.problems) == (date(2025, 12, 31), [])


def test_somebody_who_is_here_is_not_added_again(office) -> None:
    samples.person(Role.VIEWER, office, full_name="Lê Minh Tâm")
    username = User.objects.get().username
    assert f"đã có người trùng tên: “{username}”" in problem(office, TAM)
    assert problem(office, (TAM[0], "tam.khac", *TAM[2:])) == ""
    assert "là tên đăng nhập của người khác" in problem(office, (TAM[0], username, *TAM[2:]))


def test_the_same_name_for_two_people_is_refused_in_the_later_row(office) -> None:
    said = problem(office, (TAM[0], "tam", *TAM[2:]), ("Người Khác", "tam", *TAM[2:]))
    assert "Dòng 2 đã dùng tên đăng nhập này cho “Lê Minh Tâm”" in said
    assert "đã có vai trò ấy ở dòng trên" in problem(office, TAM, TAM)


@pytest.mark.parametrize(
    ("content", "name", "said"),
    [
        (b"", "a.csv", "Dòng đầu còn thiếu cột"),
        ("Họ và tên;Cơ quan".encode(), "a.csv", "thiếu cột: vai trò"),
        ("Họ và tên;Cơ quan;Vai trò\n;;\n".encode(), "a.csv", "chưa có ai"),
        ("Họ và tên".encode("utf-16"), "a.csv", "không phải UTF-8"),
        (b"MZ\x90\x00 not a table", "a.xlsx", "Không mở được"),
        (b"x" * 2_000_001, "a.csv", "lớn hơn 2 MB"),
        ("Họ và tên;Cơ quan;Vai trò\n".encode() + b"a;b;c\n" * 2001, "a.csv", "hơn 2.000 dòng"),
    ],
)
def test_a_file_that_is_no_table_is_refused_with_a_sentence(content, name, said) -> None:
    with pytest.raises(BadTable, match=said):
        roster.read_table(content, name)


def test_an_xlsx_is_read_like_a_csv(office) -> None:
    table = roster.read_table(workbook(HEADS, TAM), "nguoi.xlsx")
    (line,) = roster.check(table, office.locality)
    assert (line.facts.full_name, line.agency, line.problems) == ("Lê Minh Tâm", office, [])


def test_all_are_added_or_none(office) -> None:
    new = roster.to_add(checked(office, TAM, ("Lê Thị Mai", *TAM[1:])))
    samples.person(Role.VIEWER, office)
    User.objects.update(username="mailt")
    with pytest.raises(ValidationError, match="mailt"):
        roster.add_all(new=new, actor=None)
    assert User.objects.count() == 1


def test_a_table_is_shown_then_added_then_its_slips_are_printed(client, office) -> None:
    client.force_login(samples.person(Role.ADMINISTRATOR, office))
    file = SimpleUploadedFile("nguoi.xlsx", workbook(HEADS, TAM, ("", *TAM[1:])))
    page = client.post(reverse("administration:roster"), {"file": file})
    words = page.content.decode()
    assert "Thêm được <b>1 người</b>. <b>1 dòng</b> chưa nhận được." in words
    assert not User.objects.filter(username="tamlm").exists(), "looking at it adds nobody"
    packed = page.context["packed"]
    done = client.post(reverse("administration:add_roster"), {"people": packed, "slips": "yes"})
    assert "tamlm" in done.content.decode()
    user = User.objects.get(username="tamlm")
    assert not user.has_usable_password()
    assert user.memberships.get().agency == office
    again = client.post(reverse("administration:add_roster"), {"people": packed}, follow=True)
    assert "đã có người khác thêm: “tamlm”" in again.content.decode()


def test_what_was_shown_to_one_is_not_added_by_another(client, office) -> None:
    client.force_login(samples.person(Role.ADMINISTRATOR, office))
    file = SimpleUploadedFile("nguoi.xlsx", workbook(HEADS, TAM))
    packed = client.post(reverse("administration:roster"), {"file": file}).context["packed"]
    client.force_login(samples.person(Role.ADMINISTRATOR, office))
    for sent in (packed, packed[:-3] + "abc", ""):
        answer = client.post(reverse("administration:add_roster"), {"people": sent}, follow=True)
        assert "không còn mới" in answer.content.decode()
    assert not User.objects.filter(username="tamlm").exists()


def workbook(*rows: tuple[str, ...]) -> bytes:
    written = io.BytesIO()
    with xlsxwriter.Workbook(written) as book:
        sheet = book.add_worksheet()
        for number, row in enumerate(rows):
            sheet.write_row(number, 0, row)
    return written.getvalue()
