"""The figures of the office in its report: asked for, a draft first, and figures once the report is accepted."""

import re
from datetime import date, timedelta
from decimal import Decimal
from html import unescape
from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.template.loader import render_to_string
from django.urls import reverse
from openpyxl import load_workbook

from tests.tiendo import samples
from tests.tiendo.indicator_visits import indicator
from tests.tiendo.progress.rounds.conftest import NOW, Opened
from tests.tiendo.registers.ground import client
from tiendo.indicators.models import Binding, Indicator, Observation
from tiendo.plans.models import Target
from tiendo.progress.models import GivenFigure
from tiendo.progress.rounds import services
from tiendo.progress.rounds.figures import answered, figures_asked, source_of
from tiendo.progress.rounds.form import OfficeForm
from tiendo.progress.rounds.services import Coming, Words
from tiendo.progress.rounds.writing import FigureWords

LATER = NOW + timedelta(hours=3)


def bound(opened: Opened, row: Indicator) -> Target:
    """A target of the round's plan that is judged by an indicator."""
    target = samples.target(opened.world.plan, low=Decimal(550), starts=date(2021, 1, 1))
    Binding.objects.create(target=target, indicator=row, form="level")
    return target


@pytest.fixture
def jobs(opened: Opened) -> Indicator:
    row = indicator(opened.world.office, "viec-lam")
    bound(opened, row)
    return row


def form(opened: Opened) -> str:
    return reverse("rounds:form", args=[opened.round.pk])


def typed(opened: Opened, jobs: Indicator, **facts: str) -> dict[str, str]:
    """What is posted: both pieces of work go on, and what is said of the figure."""
    said = {"do": "hand-up", "version": str(opened.report.version), "key": "x"}
    for each in (opened.entry, opened.other):
        said |= {f"e{each.pk}-work": "in-progress", f"e{each.pk}-result": "Đã mở 02 lớp"}
    return said | {f"s{jobs.pk}-{name}": text for name, text in facts.items()}


def give(opened: Opened, jobs: Indicator, value: str | None, **facts: str) -> None:
    opened.write()
    row = opened.report
    figure = FigureWords(jobs.pk, None if value is None else Decimal(value), **facts)
    services.save_office_report(
        report=row,
        words=Words(figures=[figure]),
        entries=(),
        coming=Coming(version=row.version),
        actor=opened.world.reporter,
        now=NOW,
    )


def accepted(opened: Opened) -> None:
    services.send(report=opened.report, actor=opened.head, now=NOW, approved=True)
    services.accept(report=opened.report, actor=opened.world.coordinator, now=LATER)


def test_an_office_is_asked_for_what_it_gives_and_targets_are_judged_by(opened, jobs):
    foreign = indicator(opened.world.farming, "khac")
    bound(opened, foreign)
    indicator(opened.world.office, "khong-gan")
    assert figures_asked(opened.report) == [jobs]
    page = client(opened.world.reporter).get(form(opened)).content.decode()
    assert f'name="s{jobs.pk}-value"' in page


def test_what_a_formula_is_computed_from_is_asked_for_too(opened):
    part = indicator(opened.world.office, "phan")
    formula = {"obtained": "formula", "formula": "2 × phan"}
    bound(opened, indicator(opened.world.office, "tinh", **formula))
    assert figures_asked(opened.report) == [part]


def test_an_aim_that_ended_asks_for_nothing(opened, jobs):
    Target.objects.filter(binding__indicator=jobs).update(cancelled_on=date(2024, 6, 1))
    assert figures_asked(opened.report) == []


def test_a_figure_is_a_draft_until_the_report_is_accepted(opened, jobs):
    give(opened, jobs, "569")
    assert GivenFigure.objects.get().value == 569
    assert not Observation.objects.exists()
    accepted(opened)
    row = Observation.objects.get()
    assert (row.year, row.kind, row.value, row.nature) == (2024, "year", 569, "estimate")
    assert row.source == source_of(opened.report)
    assert opened.world.office.label in row.source
    assert GivenFigure.objects.get().observation == row


def test_a_correction_of_a_report_that_was_sent_again_is_a_new_version(opened, jobs):
    give(opened, jobs, "569")
    accepted(opened)
    report = opened.report
    report.state = "draft"
    report.save()
    give(opened, jobs, "571")
    accepted(opened)
    old, new = Observation.objects.order_by("pk")
    assert (old.value, old.counts, old.replaced_at) == (569, False, LATER)
    assert (new.value, new.counts, new.version) == (571, True, 2)


def test_no_figure_yet_with_its_reason_is_an_answer_and_no_figure(opened, jobs):
    give(opened, jobs, None, none="unknown", why="Chờ Chi cục Thống kê")
    assert answered(opened.report.figures.all(), [jobs]) == (1, 1)
    accepted(opened)
    assert not Observation.objects.exists()


def test_nothing_to_measure_becomes_not_applicable(opened, jobs):
    give(opened, jobs, None, none="nothing")
    accepted(opened)
    assert Observation.objects.get().state == "not-applicable"


@pytest.mark.parametrize(
    ("facts", "words"),
    [
        ({}, "say why there is none"),
        ({"none": "unknown"}, "Say why there is no figure yet"),
        ({"value": "12", "none": "nothing"}, "not both"),
        ({"value": "năm trăm"}, "a comma for decimals"),
        ({"value": "-3"}, "below zero"),
        ({"value": "9" * 40}, "digits"),
        ({"value": "1", "nature": "x"}, "choice"),
    ],
)
def test_a_report_does_not_go_before_its_figures_have_an_answer(
    opened,
    jobs,
    settings,
    facts,
    words,
):
    settings.LANGUAGE_CODE = "en"
    answer = client(opened.world.reporter).post(form(opened), typed(opened, jobs, **facts))
    assert answer.status_code == 422
    assert words in answer.content.decode()
    assert opened.report.state == "draft"


def test_a_figure_unlike_the_last_one_asks_why(opened, jobs, settings):
    settings.LANGUAGE_CODE = "en"
    Observation.objects.create(indicator=jobs, year=2023, value=560, source="Phòng", entered_at=NOW)
    at = client(opened.world.reporter)
    page = at.post(form(opened), typed(opened, jobs, value="5.690", nature="estimate"))
    assert "If a 0 is too many, type 569" in page.content.decode()
    why = typed(opened, jobs, value="5.690", nature="estimate", why="Khu công nghiệp mới")
    assert at.post(form(opened), why).status_code == 302
    assert GivenFigure.objects.get().value == 5690


def test_a_whole_report_of_nothing_says_so_of_its_figures(opened, jobs):
    at = client(opened.world.reporter)
    answer = at.post(form(opened), typed(opened, jobs, value="", none="") | {"do": "nothing"})
    assert answer.status_code == 302
    assert GivenFigure.objects.get().none == "nothing"


def test_the_report_tells_how_many_figures_have_an_answer(opened, jobs, settings):
    settings.LANGUAGE_CODE = "en"
    bound(opened, indicator(opened.world.office, "khac"))
    give(opened, jobs, "569")
    page = client(opened.world.reporter).get(reverse("rounds:report", args=[opened.report.pk]))
    assert "1 of 2 figures" in page.content.decode()
    round_page = reverse("rounds:round", args=[opened.round.pk])
    assert "1 of 2 figures" not in client(opened.world.viewer).get(round_page).content.decode()
    accepted(opened)
    assert "1 of 2 figures" in client(opened.world.viewer).get(round_page).content.decode()


def test_what_became_computed_meanwhile_does_not_stop_the_acceptance(opened, jobs):
    give(opened, jobs, "569")
    jobs.definitions.update(obtained="formula", formula="2 × khac")
    accepted(opened)
    assert opened.report.state == "accepted"
    assert not Observation.objects.exists()


def test_the_form_in_excel_asks_for_figures_and_brings_them_back(opened, jobs, settings):
    settings.LANGUAGE_CODE = "en"
    at = client(opened.world.reporter)
    book = load_workbook(BytesIO(at.get(reverse("sheets:form", args=[opened.report.pk])).content))
    sheet = book["Figures"]
    (row,) = (row for row in sheet.iter_rows() if row[0].value == f"s{jobs.pk}")
    row[4].value, row[5].value = 569, "Sơ bộ"
    content = BytesIO()
    book.save(content)
    file = SimpleUploadedFile("mau.xlsx", content.getvalue())
    page = at.post(reverse("sheets:take", args=[opened.report.pk]), {"form": file})
    said = page.content.decode()
    assert jobs.name in said
    sent = dict(re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)"', said))
    sent = {name: unescape(text) for name, text in sent.items()}
    assert at.post(form(opened), sent | {"do": "save"}).status_code == 302
    figure = GivenFigure.objects.get()
    assert (figure.value, figure.nature) == (569, "preliminary")


def test_a_body_without_an_account_is_asked_for_its_figures_too(opened, jobs):
    entry = OfficeForm(opened.report, samples.TODAY)
    page = render_to_string("outside/report.html", {"row": opened.report, "form": entry})
    assert f'name="s{jobs.pk}-value"' in page
    assert jobs.name in page


def test_a_month_asks_for_nothing_that_is_known_once_a_year(opened, jobs):
    report = opened.report
    report.round.kind, report.round.part = "month", 11
    assert figures_asked(report) == []
    Observation.objects.create(
        indicator=jobs, year=2024, kind="month", part=3, value=46, source="Phòng", entered_at=NOW
    )
    assert figures_asked(report) == [jobs]
