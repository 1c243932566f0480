"""Letters go to a real mail server: once to a person, in his language, with links, and with an account of failures."""

from datetime import timedelta

import pytest

from tests.running import free_port
from tests.tiendo import samples
from tests.tiendo.accounts.post import PostOffice
from tests.tiendo.desk.reminders.conftest import TODAY, at
from tests.tiendo.progress.conftest import World
from tiendo.accounts.models import Role, User
from tiendo.agencies.models import Locality
from tiendo.desk.models import Notice, ReminderWish
from tiendo.desk.reminders import posting, services
from tiendo.desk.reminders.posting import Posted
from tiendo.messages import compile_catalogues
from tiendo.ui import conf

pytestmark = pytest.mark.django_db
NOW = at(TODAY)


@pytest.fixture(autouse=True)
def catalogues() -> None:
    compile_catalogues()


@pytest.fixture
def lan(world: World) -> User:
    """The reporter of an office with one thing late and one due soon."""
    User.objects.filter(pk=world.reporter.pk).update(
        email="lan@example.vn", full_name="Trần Thị Lan"
    )
    for days, text in ((-8, "Mở lớp khuyến công"), (7, "Lập hồ sơ cụm công nghiệp")):
        task = samples.task(world.plan, world.office, text=text)
        samples.occurrence(task, 2024, world.office, due=TODAY + timedelta(days=days))
    world.reporter.refresh_from_db()
    return world.reporter


@pytest.fixture
def notice(district: Locality, lan: User) -> Notice:
    services.remind(locality=district, today=TODAY, now=NOW)
    return Notice.objects.get(user=lan)


def post(**later: int) -> Posted:
    return posting.post(today=TODAY, now=NOW + timedelta(**later))


def words_of(office: PostOffice) -> str:
    return office.letters[0].get_content().replace("\r\n", "\n")


def test_the_letter_says_what_is_late_and_what_is_due_in_vietnamese(
    notice: Notice, post_box: PostOffice
) -> None:
    assert post() == Posted(sent=1)
    (letter,) = post_box.letters
    assert letter["To"] == "lan@example.vn"
    assert letter["From"] == "tiendo@huyen.example.vn"
    assert letter["Subject"].strip() == "Tiến Độ 02/12: 2 việc cần xử lý, 1 việc quá hạn"
    assert letter.get_content_type() == "text/plain"
    words = words_of(post_box)
    assert "Kính gửi Trần Thị Lan," in words
    assert "QUÁ HẠN\n- Việc cần báo cáo: Mở lớp khuyến công (Phòng KT-HT)\n" in words
    assert "hạn 24/11/2024, quá hạn 8 ngày" in words
    assert "https://tiendo.example.vn/" in words
    notice.refresh_from_db()
    assert (notice.mailed_at, notice.mailed_to, notice.failure) == (NOW, "lan@example.vn", "")


def test_the_letter_is_in_the_language_the_person_chose(
    notice: Notice, lan: User, post_box: PostOffice
) -> None:
    services.write_wish(user=lan, language="en", by_mail=True)
    post()
    assert post_box.letters[0]["Subject"].strip() == "Tiến Độ 02/12: 2 things to see to, 1 overdue"
    assert "due 24/11/2024, 8 days overdue" in words_of(post_box)


def test_a_letter_goes_once(notice: Notice, post_box: PostOffice) -> None:
    post()
    assert post(hours=5) == Posted()
    assert len(post_box.letters) == 1


def test_who_wants_no_letters_gets_none(notice: Notice, lan: User, post_box: PostOffice) -> None:
    ReminderWish.objects.create(user=lan, by_mail=False)
    assert post() == Posted()
    assert post_box.letters == []


def test_without_an_address_the_reminder_stands_in_the_application_only(
    notice: Notice, lan: User, post_box: PostOffice
) -> None:
    User.objects.filter(pk=lan.pk).update(email="")
    assert post() == Posted()
    assert Notice.objects.filter(user=lan, mailed_at=None).exists()


def test_without_a_mail_server_nothing_is_tried(notice: Notice, settings) -> None:
    settings.MAIL = {}
    assert post() == Posted()
    notice.refresh_from_db()
    assert notice.tried_at is None


def test_a_letter_that_is_refused_is_noted_and_tried_again_later(
    notice: Notice, post_box: PostOffice
) -> None:
    post_box.refusal = "452 hop thu day"
    assert post() == Posted(refused=1)
    notice.refresh_from_db()
    assert notice.failure == "452 hop thu day"
    post_box.refusal = ""
    assert post(minutes=5) == Posted(), "not at once"
    assert post(minutes=31) == Posted(sent=1)
    notice.refresh_from_db()
    assert (notice.failure, notice.mailed_to) == ("", "lan@example.vn")


def test_one_letter_that_is_refused_does_not_hold_the_others_back(
    notice: Notice, world: World, post_box: PostOffice
) -> None:
    other = samples.person(Role.REPORTER, world.office, email="minh@example.vn")
    Notice.objects.create(user=other, day=TODAY, lines=notice.lines, made_at=NOW)
    User.objects.filter(pk=notice.user_id).update(email="no@such..address")
    assert post().sent == 1
    assert [letter["To"] for letter in post_box.letters] == ["minh@example.vn"]
    notice.refresh_from_db()
    assert notice.failure


def test_a_mail_server_that_does_not_answer_is_said_once_and_tried_later(
    notice: Notice, settings
) -> None:
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.MAIL = conf.mail(f"smtp://127.0.0.1:{free_port()}?from=tiendo@huyen.example.vn")
    for name, value in settings.MAIL.items():
        setattr(settings, name, value)
    assert post().unreachable
    notice.refresh_from_db()
    assert "refused" in notice.failure
    assert posting.waiting(TODAY, NOW + timedelta(minutes=31)).count() == 1


def test_who_is_cut_off_before_the_letter_is_noted_never_sends_it_twice(
    notice: Notice, post_box: PostOffice, monkeypatch
) -> None:
    def cut_off(*_facts: object, **_names: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(Notice, "save", cut_off)
        with pytest.raises(KeyboardInterrupt):
            post()
    assert len(post_box.letters) == 1
    assert post(hours=2) == Posted()
    assert len(post_box.letters) == 1
    notice.refresh_from_db()
    assert (notice.mailed_at, notice.tried_at) == (None, NOW), "the log says that it was cut off"


def test_who_is_cut_off_before_the_letter_goes_leaves_the_others_waiting(
    notice: Notice, world: World, post_box: PostOffice, monkeypatch
) -> None:
    other = samples.person(Role.REPORTER, world.office, email="minh@example.vn")
    Notice.objects.create(user=other, day=TODAY, lines=notice.lines, made_at=NOW)

    def cut_off(*_facts: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(posting, "letter_of", cut_off)
        with pytest.raises(KeyboardInterrupt):
            post()
    assert post(minutes=1) == Posted(sent=1)


def test_a_letter_has_no_links_where_nobody_said_where_the_product_is(
    notice: Notice, post_box: PostOffice, settings
) -> None:
    settings.ADDRESS = ""
    post()
    assert "http" not in words_of(post_box)
    assert "Nhắc việc" in words_of(post_box)


def test_a_long_list_is_cut_short_and_says_how_much_there_is(
    notice: Notice, post_box: PostOffice
) -> None:
    Notice.objects.filter(pk=notice.pk).update(lines=notice.lines * 30)
    post()
    assert "… và 20 việc nữa trong Tiến Độ." in words_of(post_box)


def test_letters_of_a_practice_installation_say_so(
    notice: Notice, district: Locality, post_box: PostOffice
) -> None:
    Locality.objects.update(practice=True)
    post()
    assert post_box.letters[0]["Subject"].strip().startswith("[Bản thực hành] Tiến Độ")


def test_programs_that_answer_by_themselves_do_not_answer(
    notice: Notice, post_box: PostOffice
) -> None:
    post()
    assert post_box.letters[0]["Auto-Submitted"] == "auto-generated"
    assert post_box.letters[0]["Message-ID"] == f"<nhac-viec.{notice.pk}@huyen.example.vn>"
