"""Every page in both languages: English without a Vietnamese letter outside data, Vietnamese without English.

The pages are those of the URL resolver, so that a new one is looked at without anybody thinking of it.
"""

from collections.abc import Iterator

import pytest
from django.conf import settings
from django.db import transaction
from django.http import HttpResponse
from django.template.loader import render_to_string
from django.test import Client, RequestFactory, override_settings
from django.urls import reverse
from django.utils import translation
from pytest_django import DjangoDbBlocker

from tests.tiendo import merging_visits, office_visits, register_visits, visits
from tests.tiendo.spoken import english_pieces, foreign_letters, left_in_english, spoken
from tests.tiendo.visits import COORDINATOR, NO_PAGE, ONLY_POST, OUTSIDE, READERS, VIEWER, Ground
from tiendo.accounts.models import User
from tiendo.messages import compile_catalogues

pytestmark = [pytest.mark.django_db, pytest.mark.slow, pytest.mark.pages]
LANGUAGES = ("vi", "en")
PAGES = [name for name in visits.names() if name not in NO_PAGE]
ERRORS = (
    *("400.html", "403.html", "403_csrf.html", "404.html", "413.html", "429.html", "500.html"),
    "missing_file.html",
)
FORMS = (
    *office_visits.FORMS,
    *("accounts:away", "accounts:come_in", "administration:add_person", "administration:give_role"),
    *("administration:change_person", "administration:end_role", "administration:slip"),
    *("plans:upload", "plans:answers", "plans:head", "plans:item", "plans:add", "plans:split"),
    *("plans:merge", "progress:report", "progress:condition", "account_change_password"),
)
each_language = pytest.mark.parametrize("language", LANGUAGES)


@pytest.fixture(scope="module")
def ground(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[Ground]:
    """The worked example, once for all pages, and taken back at the end."""
    compile_catalogues()
    today = override_settings(TODAY=str(visits.TODAY))
    with django_db_blocker.unblock(), today, transaction.atomic():
        yield visits.prepare()
        transaction.set_rollback(True)


@pytest.fixture(scope="module")
def addresses(ground: Ground, django_db_blocker: DjangoDbBlocker) -> dict[str, list[str]]:
    """Where every page is looked at; what they are about is entered once for all of them."""
    with django_db_blocker.unblock():
        return visits.addresses(ground)


def browser(language: str, username: str = "") -> Client:
    """A browser in which this language was chosen, with this person signed in."""
    client = Client(raise_request_exception=True)
    if username:
        client.force_login(User.objects.get(username=username))
    client.cookies[settings.LANGUAGE_COOKIE_NAME] = language
    return client


def faults(page: str, language: str) -> list[str]:
    return foreign_letters(page) if language == "en" else left_in_english(page)


def faults_of(answer: HttpResponse, language: str) -> list[str]:
    page = answer.content.decode()
    assert f'lang="{language}"' in page[:300], "the page says its language"
    return faults(page, language)


def test_the_ground_has_a_document_in_every_stage(ground: Ground) -> None:
    assert visits.still_to_review(ground)


def test_every_named_address_is_visited_or_has_a_reason(addresses: dict[str, list[str]]) -> None:
    visited = set(addresses)
    assert set(visits.names()) == visited | set(NO_PAGE)
    assert not visited & set(NO_PAGE)
    assert [name for name, found in addresses.items() if not found] == []


@pytest.mark.parametrize("name", [name for name in NO_PAGE if NO_PAGE[name] == ONLY_POST])
def test_what_answers_a_button_only_answers_nothing_else(ground: Ground, name: str) -> None:
    of_register = name.startswith("registers:") and name not in register_visits.OF_NO_REGISTER
    before = [register_visits.REGISTER] if of_register else []
    of_two = merging_visits.OF_TWO | register_visits.OF_TWO
    before += [ground.plan.pk] if name in of_two else []
    parameters = [] if name in visits.BUTTONS_WITHOUT_ROW else [*before, ground.plan.pk]
    answer = browser("vi", COORDINATOR).get(reverse(name, args=parameters))
    assert answer.status_code in (302, 405)


@each_language
@pytest.mark.parametrize("name", PAGES)
def test_a_page_speaks_one_language(
    addresses: dict[str, list[str]], name: str, language: str
) -> None:
    people = (
        ("",)
        if name in OUTSIDE
        else READERS
        if name.startswith(("progress:", "rounds:"))
        else READERS[:1]
    )
    found = {}
    for person in people:
        client = browser(language, person)
        for address in addresses[name]:
            answer = client.get(address, follow=True)
            assert answer.status_code in (200, 403), address
            found[person, address] = faults_of(answer, language)
    assert {where: words for where, words in found.items() if words} == {}


@each_language
@pytest.mark.parametrize("name", FORMS)
def test_a_form_that_is_refused_speaks_one_language(
    addresses: dict[str, list[str]], name: str, language: str
) -> None:
    client = browser(language, "chuyenvien" if name == "progress:report" else COORDINATOR)
    answer = client.post(addresses[name][0], {"nothing": "of use"})
    assert answer.status_code == (200 if name.startswith("account_") else 422)
    assert faults_of(answer, language) == []


@each_language
def test_a_wrong_password_is_refused_in_one_language(ground: Ground, language: str) -> None:
    said = {"login": COORDINATOR, "password": "sai"}
    answer = browser(language).post(reverse("account_login"), said)
    assert faults_of(answer, language) == []


@each_language
def test_a_report_is_thanked_for_in_one_language(
    addresses: dict[str, list[str]], language: str
) -> None:
    address = addresses["progress:report"][0]
    client = browser(language, "chuyenvien")
    office = client.get(address).context["form"].fields["agency"].initial
    said = {"agency": office, "work": "in-progress", "result": "Mở 02 lớp"}
    answer = client.post(address, said, follow=True)
    assert answer.redirect_chain
    assert faults_of(answer, language) == []


@each_language
def test_closed_and_missing_pages_speak_one_language(ground: Ground, language: str) -> None:
    client = browser(language, VIEWER)
    for address, status in ((reverse("plans:upload"), 403), ("/khong-co-trang-nay/", 404)):
        answer = client.get(address)
        assert answer.status_code == status
        assert faults_of(answer, language) == []


@each_language
@pytest.mark.parametrize("template", ERRORS)
def test_error_pages_speak_one_language(template: str, language: str) -> None:
    with translation.override(language):
        page = render_to_string(template, request=RequestFactory().get("/"))
    assert faults(page, language) == []


# --- the reading of pages itself -----------------------------------------------------------------


@pytest.mark.parametrize(
    ("page", "words"),
    [
        ("<p>Tasks of Phòng Nội vụ</p>", ["Tasks of Phòng Nội vụ"]),
        ('<p>Tasks of <span lang="vi">Phòng Nội vụ</span></p>', []),
        ('<div lang="vi"><p lang="en">Đã gửi</p></div>', ["Đã gửi"]),
        ('<div lang="vi">Đã gửi</div> chờ đợi', ["chờ đợi"]),
        ('<button aria-label="Đóng">x</button>', ["Đóng"]),
        ('<input type="text" value="Đã gửi"><textarea>Đã gửi</textarea>', []),
        ('<input type="submit" value="Gửi báo cáo">', ["Gửi báo cáo"]),
        ("<p>The draft of “Kế hoạch A” was kept</p>", []),
        ("<p>The draft of “Kế hoạch A” đã lưu</p>", ["The draft of “Kế hoạch A” đã lưu"]),
        ("<title>Nhiệm vụ · Phòng A · Tiến Độ</title>", ["Nhiệm vụ", "Phòng A"]),
        ('<title>Tasks · Phòng A</title><b lang="vi">Phòng A</b>', []),
        ("<script>'Đã'</script>", []),
    ],
)
def test_vietnamese_letters_are_found_outside_data(page: str, words: list[str]) -> None:
    assert foreign_letters(f'<html lang="en"><body>{page}</body></html>') == words


def test_english_is_found_on_a_vietnamese_page() -> None:
    piece = max(english_pieces(), key=len)
    assert left_in_english(f'<html lang="vi"><body><p>{piece}</p></body></html>')[0] == piece
    assert left_in_english('<html lang="vi"><body><p>Sent by the office</p></body></html>')
    assert not left_in_english('<html lang="vi"><body><a lang="en">Read the page</a></body></html>')
    assert not left_in_english('<html lang="vi"><body><p>Nhiệm vụ đã quá hạn</p></body></html>')


def test_what_is_spoken_comes_with_its_language() -> None:
    page = '<html lang="vi"><body><p>Một <b lang="en">two</b> ba</p></body></html>'
    assert list(spoken(page)) == [("vi", "Một"), ("en", "two"), ("vi", "ba")]
