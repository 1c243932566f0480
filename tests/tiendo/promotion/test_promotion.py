"""What is refused of promotion projects, what may be given to them, and what is counted."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from tests.tiendo import samples
from tests.tiendo.legal_rules.cases import legal_cases
from tests.tiendo.promotion.looking import (
    DAY,
    TO_COME,
    TODAY,
    at,
    criteria,
    faults,
    figures,
    project,
    seed,
    unsaved,
)
from tests.tiendo.spoken import foreign_letters, left_in_english
from tiendo.agencies.models import Agency
from tiendo.agencies.moving import Act, Piece, office_movers
from tiendo.promotion import office_movers as movers
from tiendo.promotion.allowing import allowed_for
from tiendo.promotion.contents import Beneficiary, Content, may_get, sums_of
from tiendo.promotion.models import (
    AfterCheck,
    PromotionProject,
    Venture,
)
from tiendo.promotion.registers import CHECKS, PROJECTS
from tiendo.promotion.stages import DAYS, Stage, left_out, out_of_order, stage_of
from tiendo.registers.register import Setting

FIRST, RESOLVED_ANEW = date(2024, 7, 11), date(2025, 11, 14)


@pytest.mark.parametrize(
    ("cost", "share", "ceiling", "factor", "most"),
    [
        # Circular 28/2018/TT-BTC, Article 8, as Resolution 08/2024/NQ-HĐND has it; verified for 2024
        ("900", "30", "1000", None, "270"),
        ("5000", "30", "1000", None, "1000"),
        ("3333.334", "30", "1000", None, "1000"),
        ("3333.33", "30", "1000", None, "999.999"),
        ("420", "50", "300", None, "210"),
        ("600", "50", "300", None, "300"),
        ("1200", "50", "300", "1.5", "450"),
        ("0", "50", "300", None, "0"),
        ("420", None, "300", None, "300"),
        ("420", "50", None, None, "210"),
        ("420", None, None, None, None),
    ],
)
def test_the_smaller_of_share_and_ceiling_is_given(cost, share, ceiling, factor, most) -> None:
    figures = [None if each is None else Decimal(each) for each in (share, ceiling, factor)]
    assert sums_of(Decimal(cost), *figures).most == (None if most is None else Decimal(most))


@legal_cases(
    ("day", "content", "cost", "most"),
    {
        "promotion-2024": [
            (FIRST, "demonstration", 900, 270),
            (FIRST, "demonstration", 4000, 1000),
            (FIRST, "replication", 400, 100),
            (FIRST, "cleaner", 1000, 300),
            (FIRST, "cleaner", 2000, 500),
            (FIRST, "machine", 420, 210),
            (FIRST, "machine", 900, 300),
            (FIRST, "line", 1200, 450),
            (RESOLVED_ANEW - timedelta(1), "machine", 420, 210),
        ],
        "promotion-2025": [
            (RESOLVED_ANEW, "demonstration", 900, 270),
            (RESOLVED_ANEW, "replication", 400, 100),
            (RESOLVED_ANEW, "cleaner", 2000, 500),
            (RESOLVED_ANEW, "machine", 420, 210),
            (RESOLVED_ANEW, "line", 1200, 450),
        ],
    },
)
def test_support_above_the_ceiling_is_doubted_with_its_sum(
    here: Agency, day: date, content: str, cost: int, most: int
) -> None:
    row = unsaved(here, content=content, cost=Decimal(cost), support=Decimal(most), applied_on=day)
    later = Setting(date(2026, 3, 2))
    assert list(PROJECTS.check(row, later)) == []
    row.support = Decimal(most) + Decimal("0.001")
    (fault,) = PROJECTS.check(row, later)
    assert (fault.field, fault.unless_reason) == ("support", True)
    assert ("08/2024/NQ-HĐND" in fault.words) == (day < RESOLVED_ANEW)
    assert ("chưa kiểm chứng" in fault.words) == (day >= RESOLVED_ANEW)
    assert (
        f" = {cost * (30 if content not in ('machine', 'line') else 50) // 100:,}".replace(",", ".")
        in fault.words
    )


def test_no_ceiling_is_guessed_before_the_norm_or_for_other_contents(here: Agency) -> None:
    assert allowed_for(unsaved(here), FIRST - timedelta(1)) is None
    assert allowed_for(unsaved(here), FIRST) is not None
    assert allowed_for(unsaved(here, content="fair"), DAY) is None
    assert allowed_for(unsaved(here, cost=None), DAY) is None
    later = allowed_for(unsaved(here), date(2025, 12, 1))
    assert later is not None
    assert [norm.verified for norm in later.norms] == [False, False]


@legal_cases(
    ("kind", "content", "may"),
    {
        "promotion-for-whom": [
            # Decree 45/2012/NĐ-CP amended by 235/2025/NĐ-CP; not verified against the articles
            (Beneficiary.SMALL, Content.MACHINE, True),
            (Beneficiary.COOPERATIVE, Content.FAIR, True),
            (Beneficiary.CLUSTER, Content.OTHER, True),
            (Beneficiary.ARTISAN, Content.TRAINING, True),
            (Beneficiary.LARGE, Content.MACHINE, False),
            (Beneficiary.LARGE, Content.CLEANER, True),
        ]
    },
)
def test_who_may_get_promotion_money(kind, content, may) -> None:
    assert may_get(kind, content) is may


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ({}, []),
        ({"applied_on": TO_COME}, [("applied_on", False)]),
        ({"appraised_on": DAY - timedelta(1)}, [("appraised_on", False)]),
        ({"approved_on": DAY, "decision": "1/QĐ"}, [("appraised_on", True)]),
        ({"appraised_on": DAY, "approved_on": DAY}, [("decision", True)]),
        ({"support": Decimal(200), "own": Decimal(220), "other": Decimal(0)}, []),
        (
            {"support": Decimal(200), "own": Decimal(200), "other": Decimal(0)},
            [("cost", True)],
        ),
        ({"support": Decimal(200), "own": Decimal(200)}, []),
        ({"advance": Decimal(50)}, [("advanced_on", False)]),
        ({"stopped_on": DAY}, [("stopped_words", False)]),
        (
            {"stopped_on": DAY - timedelta(1), "stopped_words": "Bỏ"},
            [("stopped_on", False)],
        ),
        ({"beneficiary_kind": "large"}, [("beneficiary_kind", True)]),
    ],
)
def test_a_promotion_project_is_refused_where_it_cannot_be_so(here: Agency, said, found) -> None:
    assert faults(PROJECTS, unsaved(here, **said)) == found


def test_more_than_the_support_is_not_settled_without_a_reason(here: Agency) -> None:
    days = dict.fromkeys(DAYS, DAY)
    papers = {"decision": "1/QĐ", "contract": "2/HĐ", "support": Decimal(200)}
    sums = {"advance": Decimal(100), "settled": Decimal(200)}
    assert faults(PROJECTS, unsaved(here, **days | papers | sums)) == []
    sums = {"advance": Decimal(100), "settled": Decimal(201)}
    assert faults(PROJECTS, unsaved(here, **days | papers | sums)) == [("settled", True)]
    assert faults(PROJECTS, unsaved(here, **days | papers | {"settled": Decimal(200)})) == [
        ("advance", False)
    ]


@legal_cases(
    ("days", "wrong", "missing"),
    {
        "promotion-order": [
            ("1 2 3 4 5 6 7", [], []),
            ("1 1 1 1 1 1 1", [], []),
            ("1 2 3 4 - 6 7", [], []),  # no advance was paid
            ("1 2 3 - - 6 -", [], ["contracted_on"]),
            ("1 2 4 3 - - -", [("contracted_on", "approved_on")], []),
            ("1 2 3 4 5 6 5", [("settled_on", "accepted_on")], []),
            ("- 2 1 - - - -", [("approved_on", "appraised_on")], ["applied_on"]),
        ]
    },
)
def test_days_of_a_project_follow_its_stages(days: str, wrong: list, missing: list) -> None:
    told = {
        name: None if day == "-" else date(2024, 5, int(day))
        for name, day in zip(DAYS, days.split(), strict=True)
    }
    assert list(out_of_order(told)) == wrong
    assert list(left_out(told)) == missing


@given(st.lists(st.none() | st.integers(0, 300), min_size=7, max_size=7))
def test_days_in_their_order_are_never_out_of_order_and_the_furthest_is_the_stage(found) -> None:
    known = iter(sorted(each for each in found if each is not None))
    days = {
        name: None if each is None else date(2024, 1, 1) + timedelta(next(known))
        for name, each in zip(DAYS, found, strict=True)
    }
    assert list(out_of_order(days)) == []
    last = [name for name in DAYS if days[name]]
    assert stage_of(days, None, date(2025, 1, 1)) is (DAYS[last[-1]] if last else Stage.APPLIED)
    assert stage_of(days, date(2024, 6, 1), date(2025, 1, 1)) is Stage.STOPPED
    assert "advanced_on" not in set(left_out(days))


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ({}, []),
        ({"checked": TO_COME}, [("checked", False)]),
        ({"checked": DAY - timedelta(1)}, [("checked", True)]),
        ({"finding": "idle"}, [("words", False)]),
        ({"finding": "gone", "words": "Đã bán"}, []),
    ],
)
def test_a_check_comes_after_the_acceptance(said, found) -> None:
    of = PromotionProject(name="Máy", year=2024, accepted_on=DAY)
    assert (
        faults(CHECKS, AfterCheck(**{"project": of, "checked": DAY, "finding": "used"} | said))
        == found
    )


def test_projects_and_their_checks_are_counted(here: Agency, commune: Agency) -> None:
    money = {"support": Decimal(200), "own": Decimal(220), "settled": Decimal(190)}
    one = project(here, commune, machine="dryer", **dict.fromkeys(DAYS, DAY), **money)
    project(here, commune, name="Mô hình", content="cleaner", approved_on=DAY, accepted_on=DAY)
    project(here, commune, name="Dừng", beneficiary="Cơ sở B", stopped_on=DAY)
    for day in (DAY, TODAY):
        AfterCheck.objects.create(
            locality=here.locality, project=one, checked=day, finding="used", jobs=3
        )
    assert figures(PROJECTS, 2024) == {
        **{"de-an-dang-ky": 3, "de-an-duyet": 2, "de-an-nghiem-thu": 2, "de-an-quyet-toan": 1},
        **{"de-an-dung": 1, "mo-hinh": 1, "may-moc": 1, "co-khi": 1, "co-so-thu-huong": 1},
        "kinh-phi-duyet": Decimal(200),
        "von-doi-ung": Decimal(220),
        "kinh-phi-quyet-toan": Decimal(190),
    }
    assert figures(CHECKS, 2024) == {"lan-kiem-tra": 2, "dung-muc-dich": 1, "viec-lam-them": 6}


def test_the_page_of_a_project_shows_its_steps_and_the_sum(here: Agency, commune: Agency) -> None:
    row = project(here, commune, support=Decimal(250), appraised_on=DAY)
    page = at(here).get(f"/so/de-an-khuyen-cong/{row.pk}/").content.decode()
    assert "Được hỗ trợ tối đa 210 triệu đồng." in page
    assert "× 420 = 210" in page
    assert "đã thẩm định" in page


@pytest.mark.parametrize("mover", [movers.PROJECTS, movers.SEEDS, movers.VENTURES])
def test_what_is_open_goes_to_the_office_that_follows(here: Agency, commune: Agency, mover) -> None:
    new = samples.agency(here.locality, "Phòng mới")
    project(here, commune, name="Xong", settled_on=DAY)
    project(here, commune)
    seed(here, commune)
    seed(here, commune, name="Đã chọn", chosen="chosen", decided_on=DAY)
    home = {"locality": here.locality, "commune": commune, "agency": here, "received_on": DAY}
    Venture.objects.create(kind="idea", name="Ý tưởng", owner="Nhóm", help="trial", **home)
    assert mover in list(office_movers())
    (row,) = mover.rows([here.pk], TODAY)
    piece, act = Piece(row.pk, here.pk, new.pk), Act(TODAY, None, timezone.now(), "Sáp nhập")
    assert mover.move([piece], act)[row.pk].there
    row.refresh_from_db()
    assert row.agency == new
    assert mover.put_back([piece], act)[row.pk].there


@pytest.mark.parametrize(
    ("language", "foreign"), [("en", foreign_letters), ("vi", left_in_english)]
)
def test_own_pages_keep_to_the_language_of_their_reader(
    here: Agency, commune: Agency, language: str, foreign
) -> None:
    criteria(here, sector=25, own_money=20)
    row = project(here, commune, support=Decimal(250), stopped_on=DAY, stopped_words="Hết vốn")
    paths = [f"de-an-khuyen-cong/{row.pk}/", f"uu-tien-ho-tro/{seed(here, commune).pk}/"]
    paths.append(f"uu-tien-ho-tro/{seed(here, commune, proposed_on=date(2023, 1, 1)).pk}/")
    reader = at(here)
    reader.cookies["django_language"] = language
    for path in paths:
        assert foreign(reader.get(f"/so/{path}").content.decode()) == []
