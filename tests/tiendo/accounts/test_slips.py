"""Sign-in slips: on paper or as a link, used once, in words people understand when they do not work."""

import re
from collections.abc import Iterator
from datetime import datetime, timedelta

import pytest
from django.core.cache import cache
from django.core.exceptions import ValidationError
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from tests.tiendo import samples
from tests.tiendo.accounts.post import PostOffice, post_office
from tiendo.accounts import slips
from tiendo.accounts.models import Role, SignInSlip, User
from tiendo.accounts.slips import Answer
from tiendo.agencies.models import Agency
from tiendo.history.models import Change
from tiendo.ui import conf

pytestmark = pytest.mark.django_db
PASSWORD = "Mot cau dai de nho 7"
COME_IN, CHOOSE = "/phieu-dang-nhap/", "/phieu-dang-nhap/mat-khau/"


@pytest.fixture
def office() -> Agency:
    cache.clear()
    return samples.agency(samples.locality())


@pytest.fixture
def person(office: Agency) -> User:
    return samples.person(Role.REPORTER, office, full_name="Lê Minh Tâm", email="tam@example.vn")


@pytest.fixture
def administrator(office: Agency) -> User:
    return samples.person(Role.ADMINISTRATOR, office)


@pytest.fixture
def now() -> datetime:
    return timezone.now()


@pytest.fixture
def post(settings) -> Iterator[PostOffice]:
    with post_office() as office:
        settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
        settings.MAIL = conf.mail(office.address)
        for name, value in settings.MAIL.items():
            setattr(settings, name, value)
        yield office


def printed(user: User, now: datetime, days: int = 7) -> slips.Printed:
    return slips.make(user=user, days=days, now=now, actor=None)


def give(client: Client, user: User, code: str):
    return client.post(COME_IN, {"username": user.username, "code": code})


def choose(client: Client, password: str = PASSWORD):
    return client.post(CHOOSE, {"new_password1": password, "new_password2": password})


def test_a_slip_lets_a_person_in_once_with_a_password_of_their_own(client, person, now) -> None:
    made = printed(person, now)
    assert give(client, person, made.code).url == CHOOSE
    assert "_auth_user_id" not in client.session, "nobody is in before a password is chosen"
    assert choose(client).url == "/"
    assert client.session["_auth_user_id"] == str(person.pk)
    person.refresh_from_db()
    assert person.check_password(PASSWORD)
    made.slip.refresh_from_db()
    assert made.slip.used is not None


def test_the_code_may_be_typed_as_people_type(client, person, now) -> None:
    code = printed(person, now).code
    assert give(client, person, f" {code.lower().replace('-', ' ')} ").url == CHOOSE


def test_only_a_digest_of_the_code_is_kept(person, now) -> None:
    made = printed(person, now)
    bare = made.code.replace("-", "")
    kept = f"{SignInSlip.objects.values().get()} {list(Change.objects.values())}"
    assert bare not in kept
    assert made.code not in kept
    assert made.slip.digest not in str(list(Change.objects.values_list("fields", flat=True)))


def test_codes_have_no_letters_that_look_alike(person, now) -> None:
    for _ in range(20):
        assert re.fullmatch(
            r"([2-9A-HJKMNP-TW-Z]{4}-){2}[2-9A-HJKMNP-TW-Z]{4}", slips._short_code()
        )


def test_a_used_slip_says_so(client, person, now) -> None:
    code = printed(person, now).code
    give(client, person, code)
    choose(client)
    page = give(Client(), person, code)
    assert page.status_code == 422
    assert "Phiếu này đã dùng rồi" in page.content.decode()


def test_a_slip_past_its_last_day_says_so(client, person, now) -> None:
    code = printed(person, now - timedelta(days=9)).code
    page = give(client, person, code).content.decode()
    assert "Phiếu này đã hết hạn" in page
    assert "<title>Lỗi: " in page


def test_a_slip_works_on_its_last_day(person, now) -> None:
    made = printed(person, now, days=1)
    assert slips.find(made.code, now + timedelta(days=1), person.username) == made.slip
    later = slips.find(made.code, now + timedelta(days=2), person.username)
    assert later is Answer.EXPIRED


@pytest.mark.parametrize("code", ["AAAA-BBBB-CCCC", "x", "🙂", "' OR 1=1 --"])
def test_an_unknown_code_says_what_to_look_at(client, person, now, code) -> None:
    printed(person, now)
    page = give(client, person, code)
    assert page.status_code == 422
    assert "Không có phiếu nào với tên đăng nhập và mã này" in page.content.decode()


def test_the_code_of_one_person_opens_nothing_for_another(client, person, office, now) -> None:
    other = samples.person(Role.VIEWER, office)
    page = give(client, other, printed(person, now).code).content.decode()
    assert "Không có phiếu nào" in page


def test_a_newer_slip_takes_the_older_one_away(client, person, now) -> None:
    first, second = printed(person, now), printed(person, now)
    assert "Đã có phiếu mới hơn" in give(client, person, first.code).content.decode()
    assert give(client, person, second.code).url == CHOOSE


def test_a_closed_account_gets_none_and_comes_in_by_none(client, person, now) -> None:
    code = printed(person, now).code
    User.objects.filter(pk=person.pk).update(is_active=False)
    assert "Tài khoản này đã khóa" in give(client, person, code).content.decode()
    person.refresh_from_db()
    with pytest.raises(ValidationError, match="đã khóa"):
        printed(person, now)


@pytest.mark.parametrize("days", [0, -1, 31])
def test_a_slip_is_valid_for_a_month_at_most(person, now, days) -> None:
    with pytest.raises(ValidationError, match="1 đến 30 ngày"):
        printed(person, now, days)


def test_wrong_codes_are_counted_for_the_person_and_place(client, person, office, now) -> None:
    code = printed(person, now).code
    for _ in range(10):
        give(client, person, "AAAA-BBBB-CCCC")
    assert "Nhập sai mã quá nhiều lần" in give(client, person, code).content.decode()
    elsewhere = Client(REMOTE_ADDR="10.9.9.9")
    assert give(elsewhere, person, code).url == CHOOSE, "a stranger locks nobody out"


def test_a_weak_password_does_not_use_the_slip_up(client, person, now) -> None:
    made = printed(person, now)
    give(client, person, made.code)
    page = choose(client, "123")
    assert page.status_code == 422
    assert "Mật khẩu quá ngắn" in page.content.decode()
    made.slip.refresh_from_db()
    assert made.slip.used is None
    assert choose(client).url == "/"


def test_the_password_page_is_closed_without_a_slip(client, person) -> None:
    answer = client.get(CHOOSE, follow=True)
    assert answer.redirect_chain == [(COME_IN, 302)]
    assert "Nhập mã trên phiếu trước" in answer.content.decode()


def test_a_slip_withdrawn_while_the_password_is_chosen_no_longer_works(client, person, now) -> None:
    give(client, person, printed(person, now).code)
    printed(person, now)
    answer = client.post(
        CHOOSE, {"new_password1": PASSWORD, "new_password2": PASSWORD}, follow=True
    )
    assert "Đã có phiếu mới hơn" in answer.content.decode()
    assert "_auth_user_id" not in client.session


def test_two_who_use_one_slip_at_once_are_one_too_many(person, now) -> None:
    made = printed(person, now)
    assert slips.use(slip=made.slip, password=PASSWORD, now=now) == person
    assert slips.use(slip=made.slip, password="Mot cau khac 9", now=now) is None
    person.refresh_from_db()
    assert person.check_password(PASSWORD)


def test_the_printed_page_shows_name_code_and_address_and_is_not_stored(
    client, administrator, person
) -> None:
    client.force_login(administrator)
    answer = client.post(reverse("administration:slip", args=[person.pk]), {"days": "3"})
    page = answer.content.decode()
    code = re.search(r"(?:[2-9A-Z]{4}-){2}[2-9A-Z]{4}", page)
    assert code
    assert f"http://testserver{COME_IN}" in page
    assert person.username in page
    assert "no-store" in answer["Cache-Control"]
    assert give(Client(), person, code[0]).url == CHOOSE


def test_without_a_mail_server_the_page_says_so_and_offers_no_letter(
    client, administrator, person
) -> None:
    client.force_login(administrator)
    address = reverse("administration:slip", args=[person.pk])
    page = client.get(address).content.decode()
    assert "chưa khai máy chủ thư" in page
    assert 'value="mail"' not in page
    posted = client.post(address, {"days": "3", "do": "mail"}).content.decode()
    assert "Phiếu đăng nhập" in posted, "asked for all the same, it is printed"


def test_a_link_is_mailed_and_lets_in_once(client, administrator, person, post) -> None:
    client.force_login(administrator)
    address = reverse("administration:slip", args=[person.pk])
    assert 'value="mail"' in client.get(address).content.decode()
    answer = client.post(address, {"days": "3", "do": "mail"}, follow=True)
    assert "Đã gửi đường dẫn tới “tam@example.vn”" in answer.content.decode()
    (letter,) = post.letters
    assert letter["To"] == "tam@example.vn"
    assert letter["From"] == "tiendo@huyen.example.vn"
    words = letter.get_content()
    link = re.search(r"http://testserver(/phieu-dang-nhap/\S+)", words)
    assert link
    assert person.username in words
    visitor = Client()
    assert visitor.get(link[1]).status_code == 200
    assert SignInSlip.objects.get().used is None, "looking at a link does not use it"
    assert visitor.post(link[1]).url == CHOOSE
    assert choose(visitor).url == "/"
    again = Client().post(link[1])
    assert again.status_code == 422
    assert "Phiếu này đã dùng rồi" in again.content.decode()


def test_a_letter_that_is_refused_is_said_and_its_link_does_not_work(
    client, administrator, person, post
) -> None:
    post.refusal = "550 mailbox full"
    client.force_login(administrator)
    address = reverse("administration:slip", args=[person.pk])
    page = client.post(address, {"days": "3", "do": "mail"}, follow=True).content.decode()
    assert "Thư chưa gửi được" in page
    assert "mailbox full" in page
    assert SignInSlip.objects.get().withdrawn


def test_a_link_that_was_cut_short_is_not_known(client, person) -> None:
    answer = client.post("/phieu-dang-nhap/abc/")
    assert answer.status_code == 422
    assert "Không có đường dẫn này" in answer.content.decode()


def test_a_printed_code_is_no_link_and_a_link_no_code(client, person, now) -> None:
    code = printed(person, now).code
    assert client.post(f"/phieu-dang-nhap/{code}/").status_code == 422
    mailed = slips.make(user=person, days=3, now=now, actor=None, sent_to=person.email)
    assert give(client, person, mailed.code).status_code == 422


@pytest.mark.parametrize(
    ("address", "host", "port", "tls", "sender"),
    [
        ("smtp://a%40b:p%2Fw@mail.vn:2525?from=x@y.vn", "mail.vn", 2525, (False, False), "x@y.vn"),
        ("smtps://mail.vn", "mail.vn", 465, (True, False), "tiendo@mail.vn"),
        ("smtp+tls://me@b.vn:pw@mail.vn", "mail.vn", 587, (False, True), "me@b.vn"),
    ],
)
def test_the_address_of_a_mail_server_says_everything(address, host, port, tls, sender) -> None:
    found = conf.mail(address)
    assert (found["EMAIL_HOST"], found["EMAIL_PORT"]) == (host, port)
    assert (found["EMAIL_USE_SSL"], found["EMAIL_USE_TLS"]) == tls
    assert found["DEFAULT_FROM_EMAIL"] == sender


@pytest.mark.parametrize("address", ["http://x", "smtp://", "mail.vn", "smtp://mail.vn:port"])
def test_an_address_that_is_none_is_refused_without_showing_it(address) -> None:
    with pytest.raises(ValueError, match=r"^TIENDO_MAIL: smtp://user:password@host:port$"):
        conf.mail(address)
