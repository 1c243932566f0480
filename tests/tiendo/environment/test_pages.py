"""The pages of measurements: what they say, and that more rows cost no more queries."""

from datetime import time
from decimal import Decimal

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests.tiendo import samples
from tests.tiendo.environment import rows
from tests.tiendo.spoken import foreign_letters, left_in_english
from tiendo.accounts.models import Role
from tiendo.agencies.models import Agency
from tiendo.environment.models import Measurement
from tiendo.registers.columns import plain

MOST_QUERIES = 12
COD_B = "qcvn-40-2011-btnmt-cod-b"
PAGES = ("", "?q=sau+xu+ly", "?parameter=cod", "so-do/vuot-quy-chuan/?nam=2024")


@pytest.fixture
def office(db) -> Agency:
    return samples.agency(samples.locality())


@pytest.fixture
def at(office) -> Client:
    client = Client()
    client.force_login(samples.person(Role.COORDINATOR, office))
    return client


def measured(office: Agency, first: int, last: int) -> None:
    """Samples in inspections of their own, beyond the limit every second time."""
    base = rows.LegalBase.objects.first() or rows.standard(office)
    for number in range(first, last):
        visit = rows.inspection(rows.site(office, f"Cơ sở {number}"), office)
        value = Decimal(300 if number % 2 else 100)
        rows.measurement(visit, base, value=value, fold="sau xu ly").save()


def queries_of(at: Client, page: str) -> int:
    """How many queries a page of the measurements' own costs, without those every page has."""
    at.get("/so/do-moi-truong/huong-dan/")  # what is cached is cached by now
    with CaptureQueriesContext(connection) as every:
        assert at.get(f"/so/do-moi-truong/{page}").status_code == 200
    return len(every)


@pytest.mark.parametrize("page", PAGES)
def test_more_measurements_cost_no_more_queries(office, at, page):
    rows.norm(office, COD_B, "150")
    measured(office, 0, 3)
    few = queries_of(at, page)
    measured(office, 3, 40)
    assert queries_of(at, page) == few
    assert few <= MOST_QUERIES


def test_the_page_of_a_measurement_shows_the_norm_and_that_nobody_compared_it(office, at):
    rows.norm(office, COD_B, "150", article="Bảng 1")
    measured(office, 1, 2)
    row = Measurement.objects.get()
    page = at.get(f"/so/do-moi-truong/{row.pk}/").content.decode()
    assert "Gấp 2 lần giới hạn (chưa kiểm chứng)" in page
    assert "Bảng 1" in page


def test_a_measurement_without_a_norm_says_where_to_enter_one(office, at):
    measured(office, 1, 2)
    page = at.get(f"/so/do-moi-truong/{Measurement.objects.get().pk}/").content.decode()
    assert "Chưa có giới hạn của ngày đó" in page
    assert "<code>qcvn-40-2011-btnmt-cod-b</code>" in page


def test_a_converted_value_is_shown_beside_what_the_slip_says(office, at):
    rows.norm(office, COD_B, "150")
    visit = rows.inspection(rows.site(office), office)
    row = rows.measurement(
        visit, rows.standard(office), value=Decimal(300000), unit="ug/l", factor=Decimal("0.9")
    )
    row.save()
    page = at.get(f"/so/do-moi-truong/{row.pk}/").content.decode()
    assert "trên phiếu là 300.000 µg/l" in page
    assert "mức × hệ số 0,9" in page


def test_only_technical_regulations_are_offered_as_standards(office, at):
    rows.standard(office, "08/2022/NĐ-CP", kind="decree")
    base = rows.standard(office)
    form = at.get("/so/do-moi-truong/them/").context["form"]
    assert list(form.fields["standard"].rows) == [base]


@pytest.mark.parametrize("language", ["vi", "en"])
def test_the_pages_of_a_measurement_speak_one_language(office, at, settings, language):
    at.cookies[settings.LANGUAGE_COOKIE_NAME] = language
    measured(office, 1, 2)
    row = Measurement.objects.get()
    for known in (False, True):
        if known:
            rows.norm(office, COD_B, "150")
        for page in ("", f"{row.pk}/", f"{row.pk}/sua/"):
            text = at.get(f"/so/do-moi-truong/{page}").content.decode()
            assert (foreign_letters(text) if language == "en" else left_in_english(text)) == []


def test_an_hour_is_written_as_on_the_slip():

    assert plain(time(9, 5)) == "09:05"
