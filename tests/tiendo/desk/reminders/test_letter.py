"""The words of a letter: what is told of many offices is told once, with their names."""

from dataclasses import replace
from datetime import date

import pytest
from django.utils import translation

from tiendo.desk.reminders.digest import Line
from tiendo.desk.reminders.letter import MOST, body, joined
from tiendo.desk.reminders.rules import Whom
from tiendo.progress.due import DueKind

DAY = date(2024, 12, 2)
REPORT = Line(
    thing="report:1",
    kind=DueKind.REPORT,
    about="Quý III/2024 · Kế hoạch số 5",
    office="Phòng Kinh tế",
    due=date(2024, 10, 1),
    url="/bao-cao/1/",
    whom=Whom.LEADER,
)
OTHER = replace(REPORT, thing="report:2", office="Phòng Nội vụ", url="/bao-cao/2/")


@pytest.fixture(autouse=True)
def in_vietnamese():
    with translation.override("vi"):
        yield


def test_one_report_that_two_offices_owe_is_one_line_with_both_names() -> None:
    letter = body("Lê An", [REPORT, OTHER], DAY, "https://tiendo.vn")
    assert letter.count("Quý III/2024") == 1
    assert "(Phòng Kinh tế; Phòng Nội vụ)" in letter
    assert "https://tiendo.vn/nhac-viec/" in letter


def test_each_office_keeps_the_address_of_its_own() -> None:
    (row,) = joined([REPORT, OTHER])
    assert row.offices == [("Phòng Kinh tế", "/bao-cao/1/"), ("Phòng Nội vụ", "/bao-cao/2/")]


@pytest.mark.parametrize(
    "facts", [{"due": DAY}, {"about": "Quý IV/2024"}, {"whom": Whom.OFFICER}, {"asked_on": DAY}]
)
def test_what_differs_in_more_than_the_office_stays_apart(facts) -> None:
    assert len(joined([REPORT, replace(OTHER, **facts)])) == 2


def test_what_does_not_fit_is_counted_office_by_office() -> None:
    things = [replace(REPORT, about=f"Việc {n}") for n in range(MOST)]
    letter = body("Lê An", [*things, REPORT, OTHER], DAY, "")
    assert "2 việc" in letter.splitlines()[-3]


def test_two_things_of_one_office_stay_two_lines() -> None:
    assert len(joined([REPORT, OTHER, replace(OTHER, thing="report:3")])) == 2
