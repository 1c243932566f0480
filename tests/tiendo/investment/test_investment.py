"""What is refused of cases and their steps, whose turn it is, and what their pages say."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.db import IntegrityError, connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests.tiendo.investment.cases import TODAY, case, commune, pause, step
from tests.tiendo.investment.looking import DAY, SETTING, TO_COME, at, faults, figures
from tests.tiendo.legal_rules.cases import legal_cases
from tests.tiendo.registers.ground import brought, client, filled, lay
from tests.tiendo.spoken import foreign_letters, left_in_english
from tiendo.agencies.models import Agency
from tiendo.investment.clock import State
from tiendo.investment.models import (
    CasePause,
    CaseStep,
    InvestorCase,
)
from tiendo.investment.registers import CASES, PAUSES, STEPS
from tiendo.investment.steps import RULED, WAYS, CaseKind, Step
from tiendo.investment.timing import way_of
from tiendo.legal.models import Norm
from tiendo.legal.starting import starting_norms


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ({}, []),
        ({"valid_on": date(2024, 1, 1)}, [("valid_on", False)]),
        ({"closed_on": DAY}, [("outcome", False)]),
        ({"outcome": "done"}, [("closed_on", False), ("result", False)]),
        ({"outcome": "done", "closed_on": DAY, "result": "12/QĐ"}, []),
        (
            {"outcome": "withdrawn", "closed_on": date(2024, 1, 1), "result": "Rút"},
            [("closed_on", False)],
        ),
        ({"opened_on": TO_COME}, [("opened_on", False)]),
    ],
)
def test_a_case_is_closed_with_its_day_and_its_result(said, found) -> None:
    row = InvestorCase(**{"name": "Kho", "opened_on": date(2024, 2, 1)} | said)
    assert faults(CASES, row) == found


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ({"step": "opinions", "begun_on": date(2024, 3, 6)}, [("begun_on", False)]),
        (
            {"step": "opinions", "begun_on": date(2024, 2, 28), "finished_on": date(2024, 3, 1)},
            [("begun_on", False)],
        ),
        ({"step": "prepare", "begun_on": date(2024, 2, 1), "finished_on": date(2024, 2, 26)}, []),
        (
            {"step": "prepare", "begun_on": date(2024, 2, 20), "finished_on": date(2024, 2, 10)},
            [("finished_on", False)],
        ),
        (
            {"step": "prepare", "begun_on": date(2024, 1, 20), "finished_on": date(2024, 2, 10)},
            [("begun_on", False)],
        ),
        (
            {
                **{"step": "prepare", "begun_on": date(2024, 2, 1), "difficulty": "Thiếu giấy"},
                "finished_on": date(2024, 2, 10),
            },
            [("solver", False)],
        ),
    ],
)
def test_a_case_has_one_holder_at_a_time(going_on: InvestorCase, said, found) -> None:
    row = CaseStep(locality=going_on.locality, case=going_on, holder="Sở Thử", **said)
    assert faults(STEPS, row) == found


def test_the_database_has_one_holder_too(going_on: InvestorCase) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        step(going_on, "opinions", date(2024, 3, 6), None)
    pause(going_on, date(2024, 3, 5), None)
    with pytest.raises(IntegrityError), transaction.atomic():
        pause(going_on, date(2024, 3, 6), None)


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ({"asked_on": date(2024, 3, 6)}, []),
        ({"asked_on": TO_COME}, [("asked_on", False)]),
        ({"asked_on": date(2024, 3, 6), "received_on": DAY}, [("received_on", False)]),
        ({"asked_on": date(2024, 3, 6), "answer_by": DAY}, [("answer_by", False)]),
        ({"asked_on": date(2024, 2, 10)}, [("asked_on", True)]),
        (
            {"asked_on": date(2024, 2, 27), "received_on": date(2024, 2, 28)},
            [],
        ),
    ],
)
def test_a_supplement_belongs_to_a_step(going_on: InvestorCase, said, found) -> None:
    row = CasePause(locality=going_on.locality, case=going_on, words="Thiếu", **said)
    assert faults(PAUSES, row) == found


def test_the_investor_is_not_asked_twice_at_a_time(going_on: InvestorCase) -> None:
    pause(going_on, date(2024, 3, 5), None)
    row = CasePause(case=going_on, asked_on=date(2024, 3, 8), words="Thiếu")
    assert faults(PAUSES, row) == [("asked_on", False)]


@pytest.mark.parametrize(
    ("kind", "name", "begun", "last"),
    [
        # each limit from its proposed norm: Law 61/2020/QH14, Decree 31/2021/NĐ-CP; not verified
        ("approval", "ask", DAY, date(2024, 3, 7)),
        ("approval", "opinions", date(2024, 3, 7), date(2024, 3, 22)),
        ("approval", "report", date(2024, 3, 22), date(2024, 3, 29)),
        ("approval", "decision", date(2024, 3, 29), date(2024, 4, 9)),
        ("approval", "certificate", date(2024, 4, 9), date(2024, 4, 16)),
        ("selected", "certificate", DAY, date(2024, 3, 11)),
        ("certificate", "certificate", DAY, date(2024, 3, 19)),
    ],
)
def test_a_promise_later_than_the_legal_limit_is_doubted(
    here: Agency, kind, name, begun, last
) -> None:
    of = case(commune(here), here, kind=kind)
    row = CaseStep(case=of, step=name, holder="Sở Thử", begun_on=begun, promised_on=last)
    assert faults(STEPS, row) == []
    row.promised_on = last + timedelta(1)
    (fault,) = STEPS.check(row, SETTING)
    assert (fault.field, fault.unless_reason) == ("promised_on", True)
    assert f"{last:%d/%m/%Y}" in fault.words
    assert "chưa kiểm chứng" in fault.words


def test_no_limit_is_guessed_for_a_day_on_which_no_norm_holds(here: Agency) -> None:
    later = {"opened_on": date(2026, 3, 2), "valid_on": date(2026, 3, 9)}
    of = case(commune(here), here, kind="certificate", **later)
    row = step(of, "certificate", date(2026, 3, 9), None)
    assert [each.timed for each in way_of(of, date(2026, 6, 1)).steps if each.row == row] == [None]


def test_every_norm_that_limits_a_step_is_proposed_and_every_limited_step_is_on_its_way() -> None:
    proposed = {each.facts["code"] for each in starting_norms()}
    assert {each.code for each in RULED.values()} <= proposed
    assert all(name in WAYS[kind] for kind, name in RULED)
    assert set(WAYS) == set(CaseKind)


def test_the_way_says_who_holds_the_case_and_what_is_still_to_come(going_on: InvestorCase) -> None:
    way = way_of(going_on, date(2024, 3, 6))
    assert [each.step for each in way.steps if each.row] == [Step.RECEIVE, Step.ASK]
    assert [each.step for each in way.steps if not each.row][:2] == [Step.OPINIONS, Step.REPORT]
    assert (way.holder, way.since, way.stopped) == ("Sở Thử", DAY, None)
    asked = way.steps[1]
    assert asked.timed is not None
    assert (asked.state, asked.timed.used, asked.timed.left) == (State.RUNNING, 2, 1)
    assert way_of(going_on, date(2024, 3, 8)).steps[1].state is State.OVERDUE


@legal_cases(
    ("kind", "valid_on", "name", "due"),
    {
        "investment-steps": [
            ("approval", DAY, "ask", date(2024, 3, 7)),
            ("approval", date(2024, 3, 7), "ask", date(2024, 3, 12)),  # a weekend between
            ("approval", DAY, "opinions", date(2024, 3, 26)),  # from the day it begins
            ("approval", DAY, "report", date(2024, 3, 29)),  # from the valid dossier
            ("approval", DAY, "decision", date(2024, 3, 20)),
            ("approval", DAY, "certificate", date(2024, 3, 18)),
            ("selected", DAY, "certificate", date(2024, 3, 18)),
            ("certificate", DAY, "certificate", date(2024, 3, 26)),
            ("certificate", DAY, "land", None),
            ("adjustment", DAY, "decision", None),
            ("approval", date(2020, 12, 31), "ask", None),  # the law was not in force yet
            ("approval", date(2026, 2, 27), "ask", date(2026, 3, 4)),
            ("approval", date(2026, 3, 2), "ask", None),  # nor is it any longer
        ]
    },
)
def test_a_step_ends_by_the_norm_of_its_kind(
    here: Agency, kind: str, valid_on: date, name: str, due: date | None
) -> None:
    found = case(commune(here), here, kind=kind, valid_on=valid_on)
    step(found, name, valid_on + timedelta(7), None)
    (told,) = (each for each in way_of(found, valid_on).steps if each.row)
    assert (told.timed and told.timed.due) == due
    assert told.timed is None or not told.timed.norm.verified


def test_while_the_investor_supplements_he_holds_the_case_and_no_day_is_used(
    going_on: InvestorCase,
) -> None:
    pause(going_on, date(2024, 3, 5), None)
    way = way_of(going_on, TODAY)
    assert (way.holder, way.since) == ("Công ty Thử", date(2024, 3, 5))
    asked = way.steps[1]
    assert asked.timed is not None
    assert (asked.state, asked.timed.used, asked.timed.due) == (State.STOPPED, 1, None)
    assert way.in_all is not None
    assert (way.in_all.used, way.in_all.length, way.in_all.due) == (1, 35, None)
    CasePause.objects.update(received_on=date(2024, 3, 15))
    way = way_of(InvestorCase.objects.get(), date(2024, 3, 18))
    assert way.in_all is not None
    assert (way.holder, way.in_all.due) == ("Sở Thử", date(2024, 4, 18))


def test_the_page_of_a_case_draws_its_way(here: Agency, going_on: InvestorCase) -> None:
    pause(going_on, date(2024, 3, 5), None)
    page = at(here).get(f"/so/ho-so-dau-tu/{going_on.pk}/").content.decode()
    assert "Thời hạn đang dừng." in page
    assert "đã dùng 1/3 ngày" in page
    assert "chưa kiểm chứng" in page
    assert page.count('<span class="dot') == 9
    listed = at(here).get("/so/ho-so-dau-tu/").content.decode()
    assert "dừng chờ nhà đầu tư bổ sung" in listed


@pytest.mark.parametrize("facts", [{"kind": "months"}, {"kind": "ceiling"}])
def test_a_norm_that_somebody_made_another_kind_breaks_no_page(
    here: Agency, going_on: InvestorCase, facts
) -> None:
    Norm.objects.filter(code__startswith="dt-").update(**facts)
    assert at(here).get(f"/so/ho-so-dau-tu/{going_on.pk}/").status_code == 200


def test_two_holders_in_one_sheet_are_found(db: None, settings: object) -> None:
    settings.TODAY = TODAY.isoformat()  # type: ignore[attr-defined]
    ground = lay()
    of = case(ground.here, ground.office, name="Kho A", investor="Công ty A")
    of.fold = "kho a – cong ty a"
    of.save()
    rows = [
        {"case": str(of), "step": name, "holder": "Sở Thử", "begun_on": day}
        for name, day in (("gửi lấy ý kiến", "05/03/2024"), ("báo cáo thẩm định", "06/03/2024"))
    ]
    template = client(ground.coordinator).get("/so/buoc-ho-so-dau-tu/mau/").content
    row = brought(ground, STEPS, filled(template, rows, STEPS))
    assert (row.counts.get("add"), row.counts.get("error")) == (1, 1)


def test_the_form_says_in_words_that_a_step_runs_still(
    here: Agency, going_on: InvestorCase
) -> None:
    typed = {"case": going_on.pk, "step": "opinions", "holder": "Sở B", "begun_on": "06/03/2024"}
    answer = at(here).post("/so/buoc-ho-so-dau-tu/them/", typed)
    assert answer.status_code == 422
    assert "Mỗi lúc chỉ một nơi giữ hồ sơ." in answer.content.decode()
    typed = {"case": going_on.pk, "asked_on": "05/03/2024", "words": "Thiếu"}
    assert at(here).post("/so/bo-sung-ho-so/them/", typed).status_code == 302
    again = at(here).post("/so/bo-sung-ho-so/them/", typed | {"asked_on": "06/03/2024"})
    assert "nhập ngày nhận bổ sung" in again.content.decode()


def test_cases_and_their_steps_are_counted(here: Agency, going_on: InvestorCase) -> None:
    case(
        *(going_on.commune, here),
        name="Xong",
        capital=Decimal(9000),
        outcome="done",
        closed_on=date(2024, 6, 3),
        result="12/QĐ",
    )
    step(going_on, "prepare", date(2024, 2, 1), date(2024, 2, 20), promised_on=date(2024, 2, 20))
    step(going_on, "prepare", date(2024, 2, 20), date(2024, 2, 26), promised_on=date(2024, 2, 22))
    pause(going_on, date(2024, 3, 5), None)
    assert figures(CASES, 2024) == {
        "ho-so": 2,
        "ho-so-dang-lam": 1,
        "duoc-cap": 1,
        "von-duoc-cap": Decimal(9000),
    }
    assert figures(STEPS, 2024) == {"buoc-xong-ho-so": 3, "buoc-co-hen": 2, "buoc-dung-hen": 1}
    assert figures(PAUSES, 2024) == {"lan-bo-sung": 1}


MOST_OF_A_LIST, MOST_OF_A_CASE = 12, 24


def test_pages_cost_few_queries_however_much_they_hold(
    here: Agency, going_on: InvestorCase
) -> None:
    client_here = at(here)
    pause(going_on, date(2024, 2, 27), date(2024, 2, 28))
    few = [queries(client_here, path) for path in ("", f"{going_on.pk}/")]
    for number in range(12):
        more = case(going_on.commune, here, name=f"Kho {number}")
        step(more, "prepare", date(2024, 2, 1), None)
        day = date(2024, 1, 1) + timedelta(number)
        step(going_on, "prepare", day, day)
    pause(going_on, date(2024, 3, 5), date(2024, 3, 6))
    many = [queries(client_here, path) for path in ("", f"{going_on.pk}/")]
    assert many[0] == few[0] <= MOST_OF_A_LIST
    assert many[1] <= MOST_OF_A_CASE


def queries(client_here: Client, path: str) -> int:
    with CaptureQueriesContext(connection) as counted:
        assert client_here.get(f"/so/ho-so-dau-tu/{path}").status_code == 200
    return len(counted)


@pytest.mark.parametrize(
    ("language", "foreign"), [("en", foreign_letters), ("vi", left_in_english)]
)
@pytest.mark.parametrize("path", ["", "sua/"])
def test_the_page_of_a_case_keeps_to_the_language_of_its_reader(
    here: Agency, going_on: InvestorCase, path: str, language: str, foreign
) -> None:
    pause(going_on, date(2024, 3, 5), None, answer_by=date(2024, 3, 20))
    CaseStep.objects.update(difficulty="Chưa rõ ranh đất", solver="Nhà đầu tư")
    reader = at(here)
    reader.cookies["django_language"] = language
    assert foreign(reader.get(f"/so/ho-so-dau-tu/{going_on.pk}/{path}").content.decode()) == []
