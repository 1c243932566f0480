"""The indicators of the worked example: every target is bound, and judged as computed by hand beside it."""

from datetime import date
from decimal import Decimal

import pytest

from tests.tiendo.example.conftest import TODAY
from tiendo.accounts.models import User
from tiendo.example import services
from tiendo.example.indicators import services as indicators
from tiendo.example.indicators.aims import BOUND, Bound
from tiendo.example.indicators.meanings import MEANINGS
from tiendo.example.indicators.told import CODES, OUTPUT, told
from tiendo.indicators.aims import proposed_form
from tiendo.indicators.definitions import known
from tiendo.indicators.figures import Asked, OfYears, figures_of
from tiendo.indicators.formulas import parse
from tiendo.indicators.judged import Judged, judged_all
from tiendo.indicators.judging.values import Form, Nature, Verdict
from tiendo.indicators.models import (
    Binding,
    Definition,
    Indicator,
    Observation,
    Obtained,
    Served,
    WrittenVerdict,
)
from tiendo.plans.models import Plan
from tiendo.registers.register import REGISTERS


def judged(plan: Plan, today: date = TODAY) -> dict[int, Judged]:
    """The plan's targets by their places, as they stand on a day."""
    targets = list(plan.targets.select_related("plan").order_by("position"))
    return {each.target.position: each for each in judged_all(targets, today, plan.locality_id)}


def figures(plan: Plan, code: str) -> OfYears:
    """What is known of one indicator, by year."""
    indicator = Indicator.objects.get(locality=plan.locality, code=code)
    asked = Asked(known(plan.locality_id, [indicator.pk]), plan.locality_id, 2020, TODAY)
    return figures_of(asked)[indicator.pk]


def rounded(value: Decimal | None, to: str) -> Decimal:
    """A figure with as many decimals as the one computed by hand."""
    assert value is not None
    return round(value, max(-Decimal(to).as_tuple().exponent, 0))  # type: ignore[operator]


# place in the plan, form, indicator, verdict on 2 December 2024, figure held against the goal
JUDGED: tuple[tuple[int, Form, str, Verdict, str], ...] = (
    # 100 × 579 ÷ 4.990; 2025 would need 0,90 more and no year brought more than 0,49 (2022)
    (1, Form.LEVEL, "ty-trong-cn", Verdict.AT_RISK, "11.60"),
    # (579 ÷ 431)^(1/4) − 1; 2025 needs 1,08^5 × 431 ÷ 579 − 1 = 9,37 %, and 2022 brought 494 ÷ 450 − 1 = 9,78 %
    (2, Form.MEAN_GROWTH, "gtsx-cn", Verdict.BEHIND, "7.66"),
    # (452 ÷ 350)^(1/4) − 1 ≥ 6,5 %
    (3, Form.MEAN_GROWTH, "gtsx-che-bien", Verdict.ON_COURSE, "6.60"),
    # the register's 73,40 ≥ 64,2 + 4/5 × (75 − 64,2) = 72,84
    (4, Form.LEVEL, "qua-dao-tao", Verdict.ON_COURSE, "73.40"),
    # the register's 57,71 ≥ 48,2 + 4/5 × (60 − 48,2) = 57,64
    (5, Form.LEVEL, "dao-tao-nghe", Verdict.ON_COURSE, "57.71"),
    # three quarters: 590 − 150 + 70 + 14 = 524 ≥ 550 × 9/12 = 412,5
    (6, Form.EACH_YEAR, "viec-lam", Verdict.ON_COURSE, "524"),
    # 12.999 thousand USD; 2025 would need 87 million more and the best year brought 1,6
    (7, Form.LEVEL, "xuat-khau", Verdict.AT_RISK, "12.999"),
    # none established since 2021; a cluster of 2019 does not count
    (8, Form.CUMULATIVE, "cum-moi", Verdict.AT_RISK, "0"),
    # in words: the verdict of 20 November 2024
    (9, Form.WORDS, "", Verdict.ON_COURSE, ""),
    # its term begins in 2026
    (10, Form.LEVEL, "ty-trong-cn", Verdict.NOT_DUE, ""),
    # nobody has given a figure
    (11, Form.LEVEL, "ty-trong-che-tao", Verdict.NO_DATA, ""),
    # in words, and nobody owes a verdict before 2030 is over
    (12, Form.WORDS, "", Verdict.NOT_DUE, ""),
    (13, Form.WORDS, "", Verdict.BEHIND, ""),
)


@pytest.mark.parametrize(
    ("position", "form", "code", "verdict", "figure"), JUDGED, ids=[str(row[0]) for row in JUDGED]
)
def test_a_target_is_judged_as_computed_by_hand(
    position: int, form: Form, code: str, verdict: Verdict, figure: str, plan: Plan, db: None
) -> None:
    found = judged(plan)[position]
    assert found.aim
    assert found.aim.form == form
    assert (found.indicator.code if found.indicator else "") == code
    assert found.judgement.verdict == verdict
    if figure:
        assert rounded(found.judgement.figure, figure) == Decimal(figure)
    else:
        assert found.judgement.figure is None


def test_every_target_of_the_plan_is_in_the_table(plan: Plan, db: None) -> None:
    assert [row[0] for row in JUDGED] == list(plan.targets.values_list("position", flat=True))
    assert Binding.objects.filter(target__plan=plan).count() == len(BOUND) == len(JUDGED)


@pytest.mark.parametrize("each", BOUND, ids=lambda each: str(each.position))
def test_a_binding_names_the_words_of_its_target_and_why_nothing_feeds_it(
    each: Bound, plan: Plan, db: None
) -> None:
    target = plan.targets.get(position=each.position)
    assert target.text.startswith(each.words)
    binding = Binding.objects.get(target=target)
    fed = binding.indicator or binding.form == Form.WORDS
    assert fed
    no_figure = judged(plan)[each.position].latest is None
    assert bool(each.note) or not (no_figure and binding.indicator)
    assert set(each.served_by) == {
        (row.task.kind, row.task.number) for row in Served.objects.filter(target=target)
    }


def test_a_level_without_its_base_year_in_the_series_has_it_from_the_binding(
    plan: Plan, db: None
) -> None:
    found = judged(plan)
    for position, base in ((4, "64.2"), (5, "48.2"), (7, "8.1")):
        first = found[position].series.points[0]
        assert (first.year, first.value) == (2020, Decimal(base))
    assert rounded(found[4].judgement.expected, "0.01") == Decimal("72.84")
    assert rounded(found[5].judgement.expected, "0.01") == Decimal("57.64")


def test_a_year_of_which_three_quarters_are_known_is_not_judged_as_a_whole(
    plan: Plan, db: None
) -> None:
    found = judged(plan)[6].judgement
    assert (found.year, found.months) == (2024, 9)
    assert found.years(Verdict.MET) == (2021, 2022, 2023)  # 661, 671 and 694 are more than 550
    assert found.years(Verdict.ON_COURSE) == (2024,)
    assert not found.provisional


def test_shares_and_productivity_are_computed_from_their_parts(plan: Plan, db: None) -> None:
    by_hand = {
        "ty-trong-cn": "11.603",  # 100 × 579 ÷ 4.990
        "ty-trong-che-bien": "78.066",  # 100 × 452 ÷ 579
        "nang-suat-cn": "96.828",  # 519.000 ÷ 5.360
        "do-phu-so": "89.637",  # 100 × 519.000 ÷ (1000 × 579)
    }
    for code, value in by_hand.items():
        assert rounded(figures(plan, code)[2024].value, value) == Decimal(value), code
        assert figures(plan, code)[2024].nature == Nature.ESTIMATE


def test_a_share_without_one_of_its_parts_says_which(plan: Plan, db: None) -> None:
    nothing = figures(plan, "ty-trong-che-tao")[2023]
    assert nothing.value is None
    assert "gtsx-che-tao" in nothing.missing


def test_formulas_name_indicators_that_are_defined(plan: Plan, db: None) -> None:
    codes = set(Indicator.objects.filter(locality=plan.locality).values_list("code", flat=True))
    assert codes == {each.code for each in MEANINGS}
    for row in Definition.objects.filter(indicator__locality=plan.locality):
        if row.obtained == Obtained.FORMULA:
            assert set(parse(row.formula).names) <= codes
        elif row.obtained == Obtained.MEASURE:
            assert REGISTERS[row.register].measure(row.measure)
        assert row.text.endswith("Số liệu minh họa.")


def test_two_sources_of_2023_are_both_kept_and_explained(plan: Plan, db: None) -> None:
    rows = Observation.objects.current().filter(indicator__code="gtsx-cn", year=2023)
    assert {row.source: (int(row.value or 0), row.counts) for row in rows} == {
        "Phòng Kinh tế và Hạ tầng": (534, True),
        "Chi cục Thống kê": (531, False),
    }
    words = rows[0].indicator.divergences.get(year=2023).words
    assert "06 cơ sở" in words
    assert "3 tỷ đồng" in words  # 534 − 531


def test_a_settled_figure_stands_before_what_the_office_said(plan: Plan, db: None) -> None:
    rows = Observation.objects.current().filter(indicator__code="gtsx-cn", year=2022)
    assert {(int(row.value or 0), row.nature, row.counts) for row in rows} == {
        (497, Nature.PRELIMINARY, False),
        (494, Nature.OFFICIAL, True),
    }


def test_a_corrected_estimate_keeps_what_stood_before(plan: Plan, db: None) -> None:
    rows = Observation.objects.filter(indicator__code="gtsx-cn", year=2024).order_by("version")
    assert [(int(row.value or 0), row.counts) for row in rows] == [(575, False), (579, True)]
    assert rows[0].replaced_at


def test_the_gate_is_entered_month_by_month_and_its_year_is_not_whole(plan: Plan, db: None) -> None:
    found = figures(plan, "hang-qua-cua-khau")
    assert found[2022].value == Decimal("85.3")
    assert found[2023].value == Decimal("92.0")
    # January to October 2024: 6,2 + 4,8 + 6,6 + 7,4 + 7,9 + 8,4 + 9,1 + 9,5 + 9,8 + 10,4, and 9,9 of November
    assert (found[2024].value, found[2024].months) == (Decimal("90.0"), 11)


def test_communes_add_up_and_a_silent_one_is_seen(plan: Plan, db: None) -> None:
    found = figures(plan, "lao-dong-ttcn")
    assert (found[2023].value, found[2023].places) == (856, 10)
    assert found[2024].places == 9
    assert found[2024].value is not None
    assert found[2024].value < 905
    parts = Observation.objects.filter(indicator__code="lao-dong-ttcn", year=2023, dimension="sex")
    assert sum(row.value or 0 for row in parts) == 856


def test_the_register_holds_no_more_than_the_whole_industry_makes(plan: Plan, db: None) -> None:
    register = REGISTERS["nam-doanh-nghiep"]
    rows = register.rows.filter(locality=plan.locality_id)
    measure = register.measure("gia-tri-2010")
    assert measure
    for year in (2021, 2022, 2023, 2024):
        here = {code: figures(plan, code)[year].value or Decimal(0) for code in CODES}
        whole, food = (
            Decimal(measure.value(some, year) or 0)
            for some in (rows, rows.filter(enterprise__activity_code__startswith="10"))
        )
        assert Decimal("0.85") < whole / 1000 / here["gtsx-cn"] < 1
        assert Decimal("0.85") < food / 1000 / here["gtsx-che-bien"] < 1
        assert (whole - food) / 1000 < here["gtsx-cn"] - here["gtsx-che-bien"]
        assert here["gtsx-cn"] < here["gtsx"]


def test_two_clicks_lead_from_a_target_to_the_rows(plan: Plan, db: None) -> None:
    for position in (4, 5, 6, 7, 8):
        latest = judged(plan)[position].latest
        assert latest
        assert latest.url.startswith("/so/")
        assert latest.url.endswith("nam=2024")


def test_a_target_without_a_task_and_tasks_without_a_target_are_left(plan: Plan, db: None) -> None:
    served = Served.objects.filter(target__plan=plan)
    assert set(plan.targets.exclude(served_by__in=served).values_list("position", flat=True)) == {
        11
    }
    aimless = plan.tasks.filter(kind="task").exclude(serves__in=served)
    assert {row.number for row in aimless} == {"1", "3", "12", "13", "14"}


def test_words_propose_the_form_of_every_target_but_one(plan: Plan, db: None) -> None:
    """That clusters are counted over the whole term only a person can know."""
    proposed = {target.position: proposed_form(target) for target in plan.targets.all()}
    assert [each.position for each in BOUND if proposed[each.position] != each.form] == [8]


def test_nothing_is_known_before_its_day() -> None:
    for day in (date(2022, 3, 1), date(2023, 6, 30), TODAY):
        assert all(each.known <= day for each in told(day))
    assert [each.year for each in told(date(2022, 5, 12)) if each.code == "gtsx-cn"] == [2020]


def test_the_districts_own_series_ends_with_the_district() -> None:
    own = [each for each in told(date(2030, 1, 1)) if each.comparable]
    assert max((each.year, each.part) for each in own if each.code in CODES) == (2025, 1)
    assert max(each.known for each in own) <= date(2025, 7, 1)


def test_what_came_after_is_put_together_from_the_shares_and_says_so() -> None:
    after = {each.code: each.value for each in told(date(2026, 2, 1)) if not each.comparable}
    # 262 + 93 + 148 + 0,8 × 142 + 0,05 × 160; the same of all production and of processing
    assert after == {
        "gtsx-cn": Decimal("624.6"),
        "gtsx": Decimal("5159"),
        "gtsx-che-bien": Decimal("486.25"),
    }


def test_figures_of_one_source_and_year_are_told_in_their_order() -> None:
    days = [row[4] for row in OUTPUT if row[2] == "Phòng Kinh tế và Hạ tầng"]
    assert days == sorted(days)


def test_the_example_is_filled_once(plan: Plan, db: None) -> None:
    before = Observation.objects.count(), Binding.objects.count(), Served.objects.count()
    assert services.install(today=TODAY, with_registers=True) == plan
    after = Observation.objects.count(), Binding.objects.count(), Served.objects.count()
    assert after == before


def test_nothing_is_left_of_the_indicators_when_the_example_goes(plan: Plan, db: None) -> None:
    services.remove()
    models = (Indicator, Definition, Observation, Binding, Served, WrittenVerdict)
    assert [model for model in models if model._default_manager.exists()] == []


def test_indicators_that_are_there_already_keep_their_figures(
    plan: Plan, coordinator: User
) -> None:
    """They stay where other plans live beside the example, and serve the plan that it sets up again."""
    before = set(Observation.objects.values_list("pk", flat=True))
    Binding.objects.filter(target__plan=plan).delete()
    indicators.fill(plan, coordinator, TODAY)
    assert set(Observation.objects.values_list("pk", flat=True)) == before
    assert {place: each.judgement.verdict for place, each in judged(plan).items()} == {
        row[0]: row[3] for row in JUDGED
    }
