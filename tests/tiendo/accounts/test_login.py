"""Coming in and going out: by user name and password, counted, in words people understand."""

import subprocess
import sys

import pytest
from django.core.cache import cache
from django.test import Client

from tests.tiendo import samples
from tiendo.accounts.models import User

LOGIN, LOGOUT, PASSWORD = "/dang-nhap/", "/dang-xuat/", "/mat-khau/"
WORD = "Mot cau dai de nho 7"


@pytest.fixture
def person(db) -> User:
    cache.clear()
    return User.objects.create_user(
        "mai", password=WORD, full_name="Lê Thị Mai", locality=samples.locality()
    )


@pytest.fixture
def attempt(client, person):
    """Try to come in; the answer of the server."""

    def post(password: str, address: str = "10.0.0.1", **more: str):
        facts = {"login": "mai", "password": password, **more}
        return client.post(LOGIN, facts, REMOTE_ADDR=address)

    return post


def test_the_right_password_opens_the_page_that_was_asked_for(attempt, client):
    response = attempt(WORD, next="/mat-khau/")
    assert response.status_code == 302
    assert response.url == "/mat-khau/"
    assert client.session["_auth_user_id"]


def test_the_next_page_is_never_elsewhere(attempt):
    assert attempt(WORD, next="https://elsewhere.example/").url == "/"


def test_a_wrong_password_is_said_without_telling_which_of_the_two_was_wrong(attempt):
    page = attempt("sai").content.decode()
    assert "Tên đăng nhập hoặc mật khẩu chưa đúng." in page
    assert "<title>Lỗi: Đăng nhập" in page


def test_after_six_wrong_attempts_the_right_password_has_to_wait(attempt):
    for _ in range(6):
        attempt("sai")
    response = attempt(WORD)
    assert response.status_code == 200
    assert "Sai quá nhiều lần" in response.content.decode()


def test_wrong_attempts_from_elsewhere_lock_nobody_out(attempt):
    for _ in range(6):
        attempt("sai", address="10.9.9.9")
    assert attempt(WORD).status_code == 302


def test_behind_a_proxy_the_address_it_names_is_the_one_that_counts(attempt, client, settings):
    settings.ALLAUTH_TRUSTED_PROXY_COUNT = 1

    def come(password: str, address: str):
        facts = {"login": "mai", "password": password}
        return client.post(LOGIN, facts, headers={"x-forwarded-for": f"127.0.0.9, {address}"})

    for _ in range(6):
        come("sai", "10.9.9.9")
    assert come(WORD, "10.9.9.9").status_code == 200
    assert come(WORD, "10.0.0.1").status_code == 302


def test_an_address_made_up_by_the_browser_counts_for_nothing(attempt, client):
    facts = {"login": "mai", "password": "sai"}
    for place in range(6):
        client.post(LOGIN, facts, headers={"x-forwarded-for": f"10.7.7.{place}"})
    facts["password"] = WORD
    assert client.post(LOGIN, facts, headers={"x-forwarded-for": "10.7.7.9"}).status_code == 200


def test_the_proxy_is_trusted_where_one_holds_the_certificate(tmp_path):
    told = {"TIENDO_HOME": str(tmp_path), "TIENDO_ORIGINS": "https://tiendo.example.vn"}
    words = "from tiendo import settings; print(settings.ALLAUTH_TRUSTED_PROXY_COUNT)"
    ran = subprocess.run([sys.executable, "-c", words], env=told, capture_output=True, text=True)
    assert ran.stdout.strip() == "1", ran.stderr


def test_a_closed_account_cannot_come_in(attempt, person):
    person.is_active = False
    person.save()
    response = attempt(WORD)
    assert "_auth_user_id" not in response.wsgi_request.session


def test_going_out_needs_a_click_on_a_button(client, person):
    client.force_login(person)
    page = client.get(LOGOUT).content.decode()
    assert "Đăng xuất?" in page
    assert client.session["_auth_user_id"]
    assert client.post(LOGOUT).url == LOGIN
    assert "_auth_user_id" not in client.session


def test_changing_the_password(client, person):
    client.force_login(person)
    new = "Mot cau khac con dai hon"
    facts = {"oldpassword": WORD, "password1": new, "password2": new}
    assert client.post(PASSWORD, facts).url == "/"
    person.refresh_from_db()
    assert person.check_password(new)
    assert client.session["_auth_user_id"]


def test_a_weak_password_is_refused_in_vietnamese(client, person):
    client.force_login(person)
    facts = {"oldpassword": "sai", "password1": "123", "password2": "1234"}
    page = client.post(PASSWORD, facts).content.decode()
    assert "Đây không phải mật khẩu hiện nay." in page
    assert "Mật khẩu quá ngắn, phải có ít nhất 8 ký tự." in page


def test_two_different_new_passwords_are_refused_in_vietnamese(client, person):
    client.force_login(person)
    facts = {"oldpassword": WORD, "password1": WORD + "x", "password2": WORD + "y"}
    assert "phải giống nhau" in client.post(PASSWORD, facts).content.decode()


def test_changing_the_password_asks_a_stranger_to_log_in(db):
    assert Client().get(PASSWORD).url.startswith(LOGIN)


@pytest.mark.parametrize("path", ["/dang-ky/", "/accounts/signup/", "/accounts/login/", "/signup/"])
def test_nobody_signs_up(db, path):
    assert Client().get(path).status_code == 404


def test_a_forgotten_password_is_a_matter_for_the_administrator(db):
    page = Client().get("/mat-khau/quen/").content.decode()
    assert "quản trị" in page
    assert "<form" not in page.split("<main")[1]


@pytest.mark.parametrize("practice", [True, False])
def test_a_practice_installation_is_marked_before_anybody_signs_in(db, practice):
    samples.locality("Huyện Bình Sơn", practice=practice)
    page = Client().get(LOGIN).content.decode()
    assert "Huyện Bình Sơn" in page
    assert ("Bản thực hành — số liệu minh họa" in page) is practice
