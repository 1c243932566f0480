"""The pages of reminders: the bell, the own list, the log, the table of rules, and text to paste."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse

from tests.tiendo import samples
from tests.tiendo.desk.reminders.conftest import TODAY, at
from tests.tiendo.progress.conftest import World
from tiendo.accounts.models import Role, User
from tiendo.agencies.models import Locality
from tiendo.desk.models import Notice, ReminderRule, ReminderWish
from tiendo.desk.reminders import services
from tiendo.desk.reminders.digest import table_of
from tiendo.desk.reminders.rules import DEFAULT, Days, Whom
from tiendo.history.models import Change
from tiendo.messages import compile_catalogues
from tiendo.progress.models import Obligation, OfficeReport, Round

pytestmark = pytest.mark.django_db
MINE, RULES = "/nhac-viec/", "/nhac-viec/quy-tac/"
LOG, TEXT = "/nhac-viec/nhat-ky/", "/nhac-viec/dan-vao-zalo/"
NOW = at(TODAY)


@pytest.fixture(autouse=True)
def catalogues() -> None:
    compile_catalogues()


@pytest.fixture
def late(world: World) -> None:
    for days, text in ((-8, "Mở lớp khuyến công"), (5, "Lập hồ sơ cụm công nghiệp")):
        task = samples.task(world.plan, world.office, text=text)
        samples.occurrence(task, 2024, world.office, due=TODAY + timedelta(days=days))


@pytest.fixture
def told(world: World, late: None) -> Notice:
    services.remind(locality=world.plan.locality, today=TODAY, now=NOW)
    return Notice.objects.get(user=world.reporter)


def seen(client: Client, user: User, address: str) -> str:
    client.force_login(user)
    answer = client.get(address)
    assert answer.status_code == 200
    return answer.content.decode()


def table(**changed: str) -> dict[str, str]:
    """What is posted when nothing but `changed` is changed: "officer-before"."""
    rows = {
        **{"officer-before": "30, 7, 1", "officer-after": "1, 7, 30", "officer-every": "30"},
        **{"head-after": "7", "head-every": "30", "leader-after": "30", "leader-every": "30"},
        **{"coordinator-after": "30", "coordinator-every": "30"},
        **{f"{whom.value}-gap": "2" for whom in Whom},
    }
    return rows | changed


def test_the_bell_says_how_many_are_new_until_the_page_is_opened(
    world: World, told: Notice, client: Client
) -> None:
    elsewhere = reverse("progress:plans")
    assert "Nhắc việc, 1 mục mới" in seen(client, world.reporter, elsewhere)
    assert "Mở lớp khuyến công" in seen(client, world.reporter, MINE)
    assert "Nhắc việc, 1 mục mới" not in seen(client, world.reporter, elsewhere)
    told.refresh_from_db()
    assert told.read_at is not None


def test_the_list_leads_to_where_the_thing_is_done(
    world: World, told: Notice, client: Client
) -> None:
    page = seen(client, world.reporter, MINE)
    assert "quá hạn 8 ngày" in page
    assert "còn 5 ngày" in page
    for line in told.lines:
        assert f'href="{line["url"]}"' in page
        assert client.get(line["url"]).status_code == 200


def test_nobody_sees_the_reminders_of_another(world: World, told: Notice, client: Client) -> None:
    assert "Mở lớp khuyến công" not in seen(client, world.helper, MINE)
    told.refresh_from_db()
    assert told.read_at is None


def test_the_page_says_whether_letters_can_go(
    world: World, told: Notice, client: Client, settings
) -> None:
    settings.MAIL = {}
    assert "Chưa đặt máy chủ thư" in seen(client, world.reporter, MINE)
    settings.MAIL = {"EMAIL_HOST": "127.0.0.1"}
    assert "chưa có địa chỉ thư" in seen(client, world.reporter, MINE)
    User.objects.filter(pk=world.reporter.pk).update(email="lan@example.vn")
    assert "lan@example.vn" in seen(client, world.reporter, MINE)


def test_a_person_says_how_to_be_told(world: World, client: Client) -> None:
    client.force_login(world.reporter)
    assert client.post(f"{MINE}cach-nhan/", {"language": "en"}).status_code == 302
    wish = ReminderWish.objects.get(user=world.reporter)
    assert (wish.language, wish.by_mail) == ("en", False)
    assert client.post(f"{MINE}cach-nhan/", {"language": "xx"}).status_code == 422


def test_the_log_says_what_became_of_each_letter(
    world: World, told: Notice, client: Client
) -> None:
    Notice.objects.filter(pk=told.pk).update(failure="452 hộp thư đầy", tried_at=NOW)
    auditor = samples.person(Role.AUDITOR, world.farming)
    page = seen(client, auditor, LOG)
    assert "452 hộp thư đầy" in page
    Notice.objects.filter(pk=told.pk).update(failure="")
    assert "bị ngắt khi đang gửi" in seen(client, auditor, LOG)
    Notice.objects.filter(pk=told.pk).update(mailed_at=NOW, mailed_to="lan@example.vn")
    assert "lan@example.vn" in seen(client, auditor, LOG)


def test_the_log_finds_a_person_without_accents_and_shows_no_other_locality(
    world: World, told: Notice, client: Client
) -> None:
    User.objects.filter(pk=world.reporter.pk).update(full_name="Trần Thị Lan", fold="tran thi lan")
    assert "Trần Thị Lan" in seen(client, world.coordinator, f"{LOG}?q=Trần thi")
    assert "Trần Thị Lan" not in seen(client, world.coordinator, f"{LOG}?q=hoa")
    assert "Trần Thị Lan" not in seen(client, world.stranger, LOG)


def test_the_log_costs_the_same_however_many_were_told(
    world: World, told: Notice, client: Client, django_assert_max_num_queries
) -> None:
    for _number in range(40):
        user = samples.person(Role.REPORTER, world.office)
        Notice.objects.create(user=user, day=TODAY, lines=told.lines, made_at=NOW)
    client.force_login(world.coordinator)
    with django_assert_max_num_queries(10):
        client.get(LOG)


def test_the_table_stands_by_default_and_is_changed_on_the_page(
    world: World, district: Locality, client: Client
) -> None:
    assert 'value="30, 7, 1"' in seen(client, world.coordinator, RULES)
    assert client.post(RULES, table()).status_code == 302
    assert not ReminderRule.objects.exists(), "nothing was changed"
    said = table(**{"officer-before": "1 ,14;3", "head-after": "3"})
    assert client.post(RULES, said).status_code == 302
    changed = table_of(district.pk)
    assert changed[Whom.OFFICER] == Days((14, 3, 1), (1, 7, 30), 30, 2)
    assert changed[Whom.HEAD].after == (3,)
    assert changed[Whom.LEADER] == DEFAULT[Whom.LEADER]
    assert Change.objects.filter(content_type__model="reminderrule").count() == 2


def test_a_changed_table_holds_from_the_next_morning(
    world: World, district: Locality, late: None, client: Client
) -> None:
    head = samples.person(Role.HEAD, world.office)
    client.force_login(world.coordinator)
    client.post(RULES, table(**{"head-after": "20"}))
    services.remind(locality=district, today=TODAY, now=NOW)
    assert not Notice.objects.filter(user=head).exists()


@pytest.mark.parametrize(
    ("field", "typed", "words"),
    [
        ("officer-before", "mười", "Nhập số ngày, cách nhau bằng dấu phẩy"),
        ("officer-after", "0", "Nhập số ngày từ 1 đến 365"),
        ("officer-before", "1,2,3,4,5,6,7,8,9,10,11", "nhiều nhất 10 số"),
        ("head-after", "", "để tính lần nhắc lại"),
        ("leader-gap", "0", "1"),
    ],
)
def test_a_table_that_makes_no_sense_is_refused_with_what_to_type(
    world: World, client: Client, field: str, typed: str, words: str
) -> None:
    client.force_login(world.coordinator)
    answer = client.post(RULES, table(**{field: typed}))
    assert answer.status_code == 422
    assert words in answer.content.decode()
    assert not ReminderRule.objects.exists()


def test_the_text_names_each_office_and_what_it_owes(
    world: World, late: None, client: Client
) -> None:
    page = seen(client, world.coordinator, TEXT)
    assert "Nhắc: Phòng Kinh tế và Hạ tầng\n1. Việc cần báo cáo: Mở lớp khuyến công" in page
    assert "quá hạn 8 ngày" in page
    assert "Lập hồ sơ cụm công nghiệp" not in page
    assert "2. Việc cần báo cáo: Lập hồ sơ" in seen(client, world.coordinator, f"{TEXT}?of=soon")


def test_the_text_is_vietnamese_on_an_english_page(
    world: World, late: None, client: Client, settings
) -> None:
    client.cookies[settings.LANGUAGE_COOKIE_NAME] = "en"
    page = seen(client, world.coordinator, TEXT)
    assert "Text to paste into Zalo" in page
    assert "Nhắc: Phòng Kinh tế và Hạ tầng" in page


def test_the_text_is_of_the_offices_that_are_chosen(
    world: World, late: None, client: Client
) -> None:
    samples.occurrence(samples.task(world.plan, world.farming), 2024, due=TODAY - timedelta(days=1))
    both = seen(client, world.coordinator, TEXT)
    assert "Nhắc: Phòng Nông nghiệp" in both
    one = seen(client, world.coordinator, f"{TEXT}?of=late&offices={world.farming.pk}")
    assert "Nhắc: Phòng Nông nghiệp" in one
    assert "Nhắc: Phòng Kinh tế" not in one


def test_bodies_that_are_only_asked_are_not_pressed_in_a_chat(
    world: World, late: None, client: Client
) -> None:
    Obligation.objects.update(share="invited")
    assert "Nhắc: " not in seen(client, world.coordinator, TEXT)


def test_the_text_of_a_round_names_who_has_not_handed_in(world: World, client: Client) -> None:
    span = {"starts": TODAY - timedelta(days=90), "cut_off": TODAY, "opened_at": NOW}
    round_ = Round.objects.create(plan=world.plan, kind="quarter", year=2024, part=4, **span)
    due = {"due": TODAY, "first_due": TODAY, "round": round_}
    OfficeReport.objects.create(agency=world.office, **due)
    OfficeReport.objects.create(agency=world.farming, state="sent", **due)
    samples.task(world.plan, world.office)
    Obligation.objects.create(task=world.plan.tasks.get(), agency=world.office)
    page = seen(client, world.coordinator, f"{TEXT}?of={round_.pk}")
    assert "Nhắc: Phòng Kinh tế và Hạ tầng" in page
    assert "Nhắc: Phòng Nông nghiệp" not in page


def test_a_choice_that_is_none_is_refused(world: World, client: Client) -> None:
    client.force_login(world.coordinator)
    assert client.get(f"{TEXT}?of=999999").status_code == 422
    assert client.get(f"{TEXT}?of=late&offices=khong").status_code == 422
