"""What did not run is counted by reason, and STRICT decides which reasons are failures."""

from collections import Counter
from pathlib import Path

import pytest

from tools.tally import Tally, read_report

REPORT = """<?xml version="1.0" encoding="utf-8"?>
<testsuites><testsuite name="pytest">
  <testcase name="a"><properties><property name="database" value="yes" /></properties></testcase>
  <testcase name="b"><failure message="no">…</failure></testcase>
  <testcase name="c"><skipped type="pytest.skip" message="lacks libreoffice: no LibreOffice" /></testcase>
  <testcase name="d"><skipped type="pytest.skip" message="lacks libreoffice: no LibreOffice" /></testcase>
  <testcase name="e"><skipped type="pytest.skip" message="root may write everywhere" /></testcase>
  <testcase name="f"><error message="at set-up">…</error></testcase>
  <testcase name="g"><skipped type="pytest.xfail" message="known" /></testcase>
</testsuite></testsuites>
"""


@pytest.fixture
def tally(tmp_path: Path) -> Tally:
    report = tmp_path / "report.xml"
    report.write_text(REPORT, encoding="utf-8")
    return read_report(report)


def test_the_report_is_counted_by_outcome_and_reason(tally: Tally) -> None:
    assert (tally.passed, tally.failed, tally.database) == (2, 2, 1)
    assert tally.not_run["lacks libreoffice: no LibreOffice"] == 2


def test_the_closing_lines_say_what_did_not_run_and_why(tally: Tally) -> None:
    assert tally.closing_lines() == [
        "2 tests not run: no LibreOffice",
        "1 test not run: root may write everywhere",
        "2 passed, 2 failed, 3 skipped",
    ]


@pytest.mark.parametrize(
    ("strict", "forbidden"),
    [
        ("", []),
        ("1", ["lacks libreoffice: no LibreOffice"]),
        ("libreoffice,chromium", ["lacks libreoffice: no LibreOffice"]),
        ("chromium", []),
        ("libre", []),
    ],
)
def test_strict_forbids_what_the_machine_lacks(tally: Tally, strict: str, forbidden: list) -> None:
    assert tally.missing(strict) == forbidden


def test_a_run_that_wrote_no_report_is_a_failure(tmp_path: Path) -> None:
    assert read_report(tmp_path / "none.xml").failed == 1


def test_runs_are_added_up() -> None:
    whole = Tally(passed=3, not_run=Counter({"lacks chromium: no Chromium": 1}))
    whole.add(Tally(passed=1, failed=2, not_run=Counter({"lacks chromium: no Chromium": 4})))
    assert whole.closing_lines() == [
        "5 tests not run: no Chromium",
        "4 passed, 2 failed, 5 skipped",
    ]
