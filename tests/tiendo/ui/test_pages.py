"""The frame: language and size of type are chosen by a click, errors look like the rest."""

import re

import pytest
from django.conf import settings
from django.template.loader import render_to_string
from django.test import Client, RequestFactory, override_settings
from django.utils.translation import override

from tests.tiendo.spoken import foreign_letters
from tiendo.ui.render import render_page

pytestmark = pytest.mark.django_db

LOGIN = "/dang-nhap/"
COMPONENTS = "/he-thong/thanh-phan/"
ERRORS = ("400", "403", "403_csrf", "404", "429", "500")


@pytest.fixture
def client() -> Client:
    return Client(headers={"accept-language": "en-US,en"})


def test_a_browser_that_prefers_english_still_gets_vietnamese(client):
    page = client.get(LOGIN).content.decode()
    assert '<html lang="vi"' in page
    assert "Tên đăng nhập" in page


def test_the_language_is_one_click_and_remembered(client):
    response = client.post("/ngon-ngu/", {"language": "en", "next": LOGIN})
    assert response.url == LOGIN
    page = client.get(LOGIN).content.decode()
    assert '<html lang="en"' in page
    assert "User name" in page


def test_larger_type_is_one_click_and_remembered(client):
    assert 'class="larger"' not in client.get(LOGIN).content.decode()
    response = client.post("/co-chu/", {"size": "larger", "next": LOGIN})
    assert response.url == LOGIN
    assert 'class="larger"' in client.get(LOGIN).content.decode()
    client.post("/co-chu/", {"size": "normal", "next": LOGIN})
    assert 'class="larger"' not in client.get(LOGIN).content.decode()


def test_the_size_of_type_never_sends_anybody_elsewhere(client):
    assert client.post("/co-chu/", {"next": "https://elsewhere.example/"}).url == "/"
    assert client.get("/co-chu/").status_code == 405
    assert client.post("/co-chu/", {"next": "nowhere"}).url == "nowhere"


def test_english_pages_hold_vietnamese_letters_only_where_they_say_so(client):
    client.cookies["django_language"] = "en"
    assert foreign_letters(client.get(COMPONENTS).content.decode()) == []


def test_the_page_of_components_shows_its_mistake_in_the_title(client):
    page = client.get(COMPONENTS).content.decode()
    assert "<title>Lỗi: Thành phần giao diện" in re.sub(r"\s+", " ", page)
    assert "31/02/2022 không có trong lịch." in page


def test_pages_allow_nothing_from_elsewhere_and_nothing_inline(client):
    policy = client.get(LOGIN).headers["Content-Security-Policy"]
    assert "default-src 'self'" in policy
    assert "unsafe" not in policy
    assert "frame-ancestors 'none'" in policy


@pytest.mark.parametrize("name", ERRORS)
def test_error_pages_need_no_context_and_say_what_to_do(name):
    with override("vi"):
        page = render_to_string(f"{name}.html")
    assert page.count("<h1>") == 1
    assert 'class="btn"' in page
    assert "Traceback" not in page


def test_an_unknown_address_is_answered_in_our_look(client):
    response = client.get("/khong-co-trang-nay/")
    assert response.status_code == 404
    assert "Không có trang này" in response.content.decode()


def test_a_page_that_was_open_too_long_is_explained():
    response = Client(enforce_csrf_checks=True).post("/co-chu/", {"size": "larger"})
    assert response.status_code == 403
    assert "Trang mở quá lâu" in response.content.decode()


@pytest.mark.parametrize(
    ("htmx_target", "whole"), [(None, True), ("timeline", True), ("content", False)]
)
def test_htmx_gets_only_the_part_that_the_view_chose(htmx_target, whole, tmp_path):
    (tmp_path / "list.html").write_text(
        "<h1>all</h1>{% partialdef content inline %}<p>rows</p>{% endpartialdef %}", "utf-8"
    )
    templates = [{**settings.TEMPLATES[0], "DIRS": [tmp_path]}]
    request = RequestFactory().get("/")
    request.user = None
    request.htmx = htmx_target and type(
        "Htmx", (), {"target": htmx_target, "history_restore_request": False}
    )
    with override_settings(TEMPLATES=templates):
        response = render_page(request, "list.html", {}, partial="content")
    assert ("<h1>" in response.content.decode()) is whole
    assert "HX-Target" in response.headers["Vary"]
