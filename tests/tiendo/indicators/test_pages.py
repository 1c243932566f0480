"""Saying what is measured and giving figures, on the pages: as people do it, and as they do it wrongly."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.tiendo import samples
from tests.tiendo.indicators.conftest import Ground
from tests.tiendo.registers.ground import client
from tiendo.accounts.models import Role
from tiendo.indicators.models import Definition, Indicator, Observation


@pytest.fixture(autouse=True)
def on_the_day(settings) -> None:
    settings.TODAY = "2024-12-02"
    settings.LANGUAGE_CODE = "en"


@pytest.fixture
def at(ground: Ground) -> Client:
    """The coordinator at the product."""
    return client(ground.coordinator)


def meaning(**facts: str) -> dict[str, str]:
    """What is typed for a new indicator."""
    typed = {
        **{"name": "Việc làm mới", "code": "", "source_agency": "", "text": "Người có việc."},
        **{"unit": "lao động", "direction": "up", "over_time": "sum", "over_places": "sum"},
        **{"calendar": "statistical", "obtained": "entered", "factor": ""},
    }
    return typed | facts


def figure(**facts: str) -> dict[str, str]:
    """What is typed for a figure of 2023."""
    typed = {"period": "2023", "value": "560", "nature": "official", "source": "Phòng KT-HT"}
    return typed | facts


def enter(ground: Ground, code: str = "viec-lam") -> str:
    return reverse("indicators:enter", args=[ground.made[code].pk])


@pytest.fixture
def jobs(ground: Ground) -> Indicator:
    return ground.indicator("viec-lam", unit="lao động", over_time="sum", name="Việc làm mới")


def test_a_new_indicator_gets_a_code_from_its_name(at, ground):
    answer = at.post(reverse("indicators:add"), meaning())
    row = Indicator.objects.get()
    assert answer["Location"] == reverse("indicators:indicator", args=[row.pk])
    assert row.code == "viec-lam-moi"
    assert row.definitions.get().unit == "lao động"


def test_a_code_is_given_once(at, jobs):
    answer = at.post(reverse("indicators:add"), meaning(code="viec-lam"))
    assert answer.status_code == 422
    assert "has this code already" in answer.content.decode()


@pytest.mark.parametrize(
    ("formula", "words"),
    [
        ("viec-lam ÷ khong-co", "khong-co"),
        ("viec-lam ÷", "breaks off"),
        ("doi ÷ 2", "computed from itself"),
        ("viec-lam ÷ (viec-lam − viec-lam)", "divided by 0"),
        ("viec-lam ÷ 0", "divided by 0"),
    ],
)
def test_a_formula_that_cannot_stand_is_refused_in_words(at, jobs, formula, words):
    typed = meaning(code="doi", obtained="formula", formula=formula)
    answer = at.post(reverse("indicators:add"), typed)
    assert answer.status_code == 422
    assert words in answer.content.decode()
    assert Indicator.objects.count() == 1


def test_a_circle_of_two_formulas_is_named(at, ground, jobs):
    ground.indicator("a", obtained="formula", formula="viec-lam × 2")
    ground.indicator("b", obtained="formula", formula="a + 1")
    page = reverse("indicators:edit", args=[ground.made["a"].pk])
    answer = at.post(page, meaning(name="A", code="a", obtained="formula", formula="b − 1"))
    assert "a → b → a" in answer.content.decode()


def test_a_code_that_formulas_use_is_not_changed_behind_their_back(at, ground, jobs):
    ground.indicator("doi", obtained="formula", formula="viec-lam × 2", name="Gấp đôi")
    page = reverse("indicators:edit", args=[jobs.pk])
    answer = at.post(page, meaning(code="viec-lam-moi"))
    assert answer.status_code == 422
    assert "Gấp đôi" in answer.content.decode()


def test_a_definition_without_figures_is_simply_corrected(at, ground, jobs):
    page = reverse("indicators:edit", args=[jobs.pk])
    at.post(page, meaning(code="viec-lam", unit="người"))
    assert Definition.objects.get().unit == "người"


def test_a_definition_with_figures_asks_from_which_year_and_why(at, ground, jobs):
    ground.figure("viec-lam", 2022, "540")
    page = reverse("indicators:edit", args=[jobs.pk])
    typed = meaning(code="viec-lam", text="Chỉ người thường trú.")
    assert at.post(page, typed).status_code == 422
    assert Definition.objects.count() == 1
    typed |= {"first_year": "2025", "why": "Thông tư mới"}
    assert at.post(page, typed).status_code == 302
    old, new = Definition.objects.order_by("number")
    assert (old.first_year, new.first_year, new.comparable) == (None, 2025, False)
    shown = at.get(reverse("indicators:indicator", args=[jobs.pk])).content.decode()
    assert "not comparable" in shown


def test_another_name_makes_no_version(at, ground, jobs):
    ground.figure("viec-lam", 2022, "540")
    page = reverse("indicators:edit", args=[jobs.pk])
    typed = meaning(code="viec-lam", name="Tên khác", text="", comparable="on")
    assert at.post(page, typed).status_code == 302
    jobs.refresh_from_db()
    assert jobs.name == "Tên khác"
    assert Definition.objects.count() == 1


def test_a_figure_is_entered_and_shown_with_who_gave_it(ground, jobs):
    reporter = client(ground.reporter)
    assert reporter.post(enter(ground), figure()).status_code == 302
    row = Observation.objects.get()
    assert (row.value, row.year, row.kind, row.entered_by) == (560, 2023, "year", ground.reporter)
    page = reporter.get(reverse("indicators:indicator", args=[jobs.pk])).content.decode()
    assert str(ground.reporter) in page


@pytest.mark.parametrize(
    ("typed", "kind", "part"),
    [("Q3/2024", "quarter", 3), ("9T/2024", "nine", 0), ("T11/2024", "month", 11)],
)
def test_a_period_is_read_as_it_is_written(ground, at, jobs, typed, kind, part):
    at.post(enter(ground), figure(period=typed))
    row = Observation.objects.get()
    assert (row.year, row.kind, row.part) == (2024, kind, part)


@pytest.mark.parametrize(
    ("facts", "words"),
    [
        ({"period": "năm ngoái"}, "is no period"),
        ({"period": "2026"}, "begins only on"),
        ({"value": "12.5"}, "a comma for decimals"),
        ({"value": "-3"}, "below zero"),
        ({"value": ""}, "Type the figure"),
        ({"value": "5", "absent": "on"}, "not both"),
        ({"value": "", "numerator": "3"}, "Type both"),
        ({"value": "", "numerator": "3", "denominator": "0"}, "divided by 0"),
        ({"value": "2", "numerator": "3", "denominator": "1"}, "come to 3"),
        ({"category": "Nữ"}, "by what the figure is a part"),
        ({"period": "2024"}, "choose “estimate”"),
        ({"source": ""}, "required"),
        ({"value": "9" * 30}, "digits"),
        ({"place": "9" * 30}, "choice"),
        ({"source": "a\x00b"}, "Null"),
    ],
)
def test_what_cannot_stand_is_refused_in_words(ground, at, jobs, facts, words):
    answer = at.post(enter(ground), figure(**facts))
    assert answer.status_code == 422
    assert words in answer.content.decode()
    assert not Observation.objects.exists()


def test_a_share_typed_beyond_the_whole_is_refused(ground, at):
    ground.indicator("ty-trong", share=True)
    answer = at.post(enter(ground, "ty-trong"), figure(value="120"))
    assert "more than 100%" in answer.content.decode()


def test_eight_typed_as_eight_hundred_is_asked_about_until_somebody_says_why(ground, at, jobs):
    for year, value in ((2020, "8"), (2021, "9"), (2022, "8")):
        ground.figure("viec-lam", year, value)
    answer = at.post(enter(ground), figure(value="800"))
    assert answer.status_code == 422
    assert "If some 0 are too many, type 8" in answer.content.decode()
    assert not Observation.objects.filter(year=2023).exists()
    at.post(enter(ground), figure(value="800", reason="Nhà máy mới"))
    row = Observation.objects.get(year=2023)
    assert (row.value, row.note) == (800, "Nhà máy mới")


def test_a_figure_of_a_place_that_did_not_exist_yet_is_refused(ground, at, jobs):
    new = samples.agency(
        ground.plan.locality, "Xã Mới", kind="commune", valid_from=samples.date(2025, 7, 1)
    )
    answer = at.post(enter(ground), figure(place=str(new.pk)))
    assert "exists since 01/07/2025" in answer.content.decode()


def test_numerator_and_denominator_come_to_the_figure(ground, at):
    ground.indicator("ty-trong", share=True)
    at.post(enter(ground, "ty-trong"), figure(value="", numerator="579", denominator="4990"))
    row = Observation.objects.get()
    assert str(row.value) == "11.603206"


def test_nothing_to_measure_is_not_zero(ground, at, jobs):
    at.post(enter(ground), figure(value="", absent="on"))
    row = Observation.objects.get()
    assert (row.state, row.value) == ("not-applicable", None)
    page = at.get(reverse("indicators:indicator", args=[jobs.pk])).content.decode()
    assert "not applicable" in page


def test_two_people_enter_one_period_and_the_second_is_told(ground, at, jobs):
    reporter = client(ground.reporter)
    assert reporter.post(enter(ground), figure(value="560")).status_code == 302
    answer = at.post(enter(ground), figure(value="561"))
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "stands there already" in page
    assert "560" in page
    assert Observation.objects.get().value == 560
    before = Observation.objects.get()
    assert at.post(enter(ground), figure(value="561", seen=str(before.pk))).status_code == 302
    old, new = Observation.objects.order_by("pk")
    assert (old.value, old.counts, new.value, new.version) == (560, False, 561, 2)


def test_a_correction_shows_what_stood_before(ground, at, jobs):
    row = ground.figure("viec-lam", 2023, "560", source="Phòng KT-HT")
    page = f"{enter(ground)}?sua={row.pk}"
    assert 'value="560"' in at.get(page).content.decode()
    at.post(page, figure(value="565", seen=str(row.pk), reason="Đếm sót một xã"))
    shown = at.get(reverse("indicators:indicator", args=[jobs.pk])).content.decode()
    assert "Corrected once" in shown
    assert "<del>" in shown


def test_two_sources_stand_beside_each_other_until_one_is_chosen_with_words(ground, at, jobs):
    ground.figure("viec-lam", 2023, "15501", source="Phòng KT-HT")
    other = ground.figure("viec-lam", 2023, "15403", source="Chi cục Thống kê")
    page = reverse("indicators:choose", args=[other.pk])
    assert at.post(page, {"words": " "}).status_code == 422
    assert at.post(page, {"words": "Niên giám đếm người thường trú"}).status_code == 302
    other.refresh_from_db()
    assert other.counts
    shown = at.get(reverse("indicators:indicator", args=[jobs.pk])).content.decode()
    assert "15.501" in shown
    assert "Niên giám đếm người thường trú" in shown


def test_a_figure_is_taken_out_with_a_reason(ground, at, jobs):
    row = ground.figure("viec-lam", 2023, "560")
    page = reverse("indicators:take_out", args=[row.pk])
    assert at.post(page, {"words": ""}).status_code == 422
    assert at.post(page, {"words": "Nhập nhầm chỉ số"}).status_code == 302
    assert not Observation.objects.exists()


def test_a_computed_indicator_is_not_typed(ground, at, jobs):
    ground.indicator("doi", obtained="formula", formula="viec-lam × 2")
    answer = at.post(enter(ground, "doi"), figure())
    assert answer.status_code == 422
    assert "computed" in answer.content.decode()
    page = at.get(reverse("indicators:indicator", args=[ground.made["doi"].pk])).content.decode()
    assert reverse("indicators:enter", args=[ground.made["doi"].pk]) not in page
    assert reverse("indicators:indicator", args=[jobs.pk]) in page


def test_a_computed_figure_is_shown_with_two_decimals(ground, at, jobs):
    ground.figure("viec-lam", 2023, "100")
    ground.indicator("phan", obtained="formula", formula="viec-lam ÷ 3")
    page = at.get(reverse("indicators:indicator", args=[ground.made["phan"].pk]))
    assert "33.33<" in page.content.decode().replace(",", ".")


def test_dividing_by_zero_is_told_where_the_figure_would_stand(ground, at, jobs):
    ground.figure("viec-lam", 2023, "0")
    ground.indicator("phan", obtained="formula", formula="1 ÷ viec-lam")
    page = at.get(reverse("indicators:indicator", args=[ground.made["phan"].pk]))
    assert "nothing can be divided by 0" in page.content.decode()


def test_the_list_is_searched_without_accents_filtered_and_sorted(ground, at, jobs):
    ground.indicator("ty-trong", name="Tỷ trọng công nghiệp")
    ground.figure("ty-trong", 2024, "12", nature="estimate")
    index = reverse("indicators:index")
    assert "Tỷ trọng" not in at.get(f"{index}?q=viec lam").content.decode()
    assert "Tỷ trọng" not in at.get(f"{index}?so-lieu=chua-co").content.decode()
    newest_first = at.get(f"{index}?sort=-nam").content.decode()
    assert newest_first.index("Tỷ trọng") < newest_first.index("Việc làm mới")


@pytest.mark.parametrize(
    "query", ["q=%00", "co-quan=99999999999999999999", "sort=x&page=-1", "cach=x&so-lieu=x"]
)
def test_an_address_that_means_nothing_is_still_answered(at, jobs, query):
    assert at.get(f"{reverse('indicators:index')}?{query}").status_code == 200
    page = reverse("indicators:indicator", args=[jobs.pk])
    assert at.get(f"{page}?nam=99999999999999999999").status_code == 200


def test_somebody_of_another_locality_finds_nothing(ground, jobs):
    row = ground.figure("viec-lam", 2023, "560")
    stranger = client(ground.stranger)
    for name, pk in (("indicator", jobs.pk), ("enter", jobs.pk), ("take_out", row.pk)):
        assert stranger.get(reverse(f"indicators:{name}", args=[pk])).status_code == 404


def test_an_office_gives_its_own_figures_only(ground, jobs):
    other = samples.agency(ground.plan.locality, "Phòng Nông nghiệp")
    foreign = client(samples.person(Role.REPORTER, other))
    assert foreign.post(enter(ground), figure()).status_code == 403
    assert foreign.get(reverse("indicators:indicator", args=[jobs.pk])).status_code == 200


@pytest.mark.parametrize("name", ["index", "indicator", "paste_many"])
def test_a_page_asks_as_many_questions_of_many_rows_as_of_few(
    ground, at, jobs, name, django_assert_max_num_queries
):
    ground.figure("viec-lam", 2020, "540")
    address = {
        "index": reverse("indicators:index"),
        "indicator": reverse("indicators:indicator", args=[jobs.pk]),
        "paste_many": f"{reverse('indicators:paste_many')}?office={ground.office.pk}&period=2023",
    }[name]
    at.get(address)
    with CaptureQueriesContext(connection) as few:
        at.get(address)
    for number in range(20):
        ground.indicator(f"khac-{number}")
        ground.figure("viec-lam", 2000 + number, "540")
        ground.figure("viec-lam", 2000 + number, "541", source="Chi cục Thống kê")
    with django_assert_max_num_queries(len(few)):
        at.get(address)
