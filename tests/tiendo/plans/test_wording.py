"""How a deadline and a target are said once they are understood."""

from datetime import date
from decimal import Decimal
from string import Formatter

import pytest
from django.utils import translation

from tiendo.plans import findings, wording
from tiendo.plans.item_forms import due_of
from tiendo.plans.items import Aim, Due
from tiendo.plans.sentences import parts_of
from vanban.sentences import FINDINGS


@pytest.fixture(autouse=True)
def english():
    with translation.override("en"):
        yield


@pytest.mark.parametrize(
    ("due", "words"),
    [
        (Due("2025", "year", date(2025, 1, 1), date(2025, 12, 31)), "31/12/2025"),
        (
            Due("2021-2025", "year-range", date(2021, 1, 1), date(2025, 12, 31)),
            "from 01/01/2021 to 31/12/2025",
        ),
        (Due("Hằng năm", "recurring", recurrence="year"), "every year, until 2030"),
        (Due("hằng quý", "recurring", recurrence="quarter"), "every quarter, until 2030"),
        (Due("Thường xuyên", "recurring"), "all the time: owed once a year, until 2030"),
        (Due(), "no date: owed once a year, until 2030"),
        (Due("(chờ Tỉnh)", "conditional"), "waits on this condition: neither late nor forgotten"),
    ],
)
def test_a_deadline_is_said_as_it_is_understood(due, words):
    assert wording.understood(due, 2030) == words


def test_a_document_without_a_day_is_owed_once():
    assert wording.understood(Due(), 2030, "Kế hoạch") == "to be made once, no day is set"


@pytest.mark.parametrize(
    ("aim", "words"),
    [
        (Aim("", "", ">=", Decimal("12.5"), unit="% tổng"), "≥ 12.5% tổng"),
        (Aim("", "", ">=", Decimal("550"), unit="lao động", strict=True), "> 550 lao động"),
        (Aim("", "", "=", Decimal("8.0"), unit="%/năm"), "= 8.0%/năm"),
        (Aim("", "", "range", Decimal("5"), Decimal("6"), unit="%"), "5–6%"),
        (Aim("", "", "about", Decimal("1200")), "about 1,200"),
        (Aim("", ""), ""),
    ],
)
def test_a_target_keeps_comparator_and_decimals(aim, words):
    plain = wording.figures(aim).replace("\xa0", " ")
    swap = str.maketrans({".": ",", ",": "."})
    assert plain in (words, words.translate(swap))


def test_the_years_of_a_target():
    aim = Aim("", "", start=date(2021, 1, 1), end=date(2025, 12, 31), average=True)
    assert wording.period(aim) == "2021–2025, on average"
    assert wording.period(Aim("", "", end=date(2030, 12, 31))) == "by 2030"


def test_the_words_of_a_deadline_are_read_by_the_reader():
    assert due_of("Hằng năm") == Due("Hằng năm", "recurring", recurrence="year")
    assert due_of("trước ngày 15/6/2026").end == date(2026, 6, 14)
    assert due_of("") == Due()


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Một câu thôi", ["Một câu thôi"]),
        ("Câu một. Câu hai.", ["Câu một.", "Câu hai."]),
        ("việc một; việc hai", ["việc một;", "việc hai"]),
        ("A. B. C. D.", ["A.", "B.", "C. D."]),
        ("đạt 12.5 điểm", ["đạt 12.5 điểm"]),
    ],
)
def test_a_text_is_cut_between_its_sentences(text, parts):
    assert parts_of(text) == parts


@pytest.mark.parametrize("language", ["vi", "en"])
def test_every_finding_of_the_reader_is_a_sentence(language):
    with translation.override(language):
        for code, words in FINDINGS.items():
            values = {name: "x" for _text, name, *_rest in Formatter().parse(words[language])}
            told = findings.sentence({"code": code, "values": values})
            assert len(told.split()) > 2, code


def test_an_unknown_finding_still_asks_to_look():
    assert "new-code" in findings.sentence({"code": "new-code", "values": {}})
