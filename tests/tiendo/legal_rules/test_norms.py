"""Every proposed norm, typed a second time from its source: first day, value, unit, and what lies just beyond."""

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal

import pytest

from tests.tiendo.legal_rules.cases import cases_of, legal_cases, rules
from tiendo.legal.limits import TIMES, last_day
from tiendo.legal.starting import starting_norms

NORMS = {each.key: each.row() for each in starting_norms()}
CLUSTERS, CITY, SIZES = "2024-05-01", "2021-07-05", "2021-10-15"
WATER, FISH, AIR, NOISE = "2012-02-15", "2016-02-15", "2010-01-01", "2011-02-15"
MONDAY = date(2024, 3, 4)

Edge = tuple[str, str, str, bool]
End = tuple[str, date, date, bool]


def edges(since: str, unit: str, *rows: str) -> list[Edge]:
    """Of "code value beyond": the value keeps to the norm, what lies beyond does not."""
    found: list[Edge] = []
    for code, value, beyond in map(str.split, rows):
        found += [(f"{code}:{since}", unit, value, True), (f"{code}:{since}", unit, beyond, False)]
    return found


def columns(standard: str, since: str, *rows: str) -> Iterator[Edge]:
    """Of "parameter unit A B": what columns A and B allow at most, and a hundredth more."""
    for parameter, unit, *values in map(str.split, rows):
        for column, value in zip("ab", values, strict=True):
            more = str(Decimal(value) + Decimal("0.01"))
            code = f"qcvn-{standard}-btnmt-{parameter}-{column}"
            yield from edges(since, unit.replace("_", " "), f"{code} {value} {more}")


def acids(standard: str, since: str) -> list[Edge]:
    """pH from 6 in column A and from 5,5 in column B, to 9 in both."""
    code = f"qcvn-{standard}-btnmt-ph"
    return edges(
        since,
        "đơn vị pH",
        *(f"{code}-a-toi-thieu 6 5.99", f"{code}-a 9 9.01"),
        *(f"{code}-b-toi-thieu 5.5 5.49", f"{code}-b 9 9.01"),
    )


def promotion(since: str) -> list[Edge]:
    """Shares and ceilings of industrial promotion."""
    models = ("kc-trinh-dien-muc 1000 1000.001", "kc-nhan-rong-muc 100 100.001")
    return [
        *edges(since, "% chi phí", "kc-trinh-dien-ty-le 30 30.01", "kc-nhan-rong-ty-le 30 30.01"),
        *edges(since, "% chi phí", "kc-san-xuat-sach-ty-le 30 30.01", "kc-may-moc-ty-le 50 50.01"),
        *edges(since, "triệu đồng/mô hình", *models, "kc-san-xuat-sach-muc 500 500.001"),
        *edges(since, "triệu đồng/cơ sở", "kc-may-moc-muc 300 300.001"),
        *edges(since, "lần", "kc-day-chuyen-he-so 1.5 1.51"),
    ]


EDGES = {
    "cluster-area": edges(
        CLUSTERS,
        "ha",
        *("ccn-dien-tich-toi-da 75 75.01", "ccn-dien-tich-toi-thieu 10 9.99"),
        "ccn-dien-tich-toi-thieu-mien-nui 5 4.99",
    ),
    "cluster-craft-land": edges(CLUSTERS, "%", "ccn-lang-nghe-dat-di-doi 60 59.99"),
    "cluster-establishing": [
        *edges(CLUSTERS, "%", "ccn-thanh-lap-lap-day 50 49.99"),
        *edges(CLUSTERS, "ha", "ccn-thanh-lap-dat-chua-thue 100 100.01"),
    ],
    "cluster-expanding": edges(CLUSTERS, "%", "ccn-mo-rong-lap-day 60 59.99"),
    "cluster-land-shares": edges(
        CITY,
        "% diện tích cụm",
        *("ccn-dat-cay-xanh 10 9.99", "ccn-dat-giao-thong 10 9.99"),
        "ccn-dat-ha-tang-ky-thuat 1 0.99",
    ),
    "enterprise-size": [
        *edges(SIZES, "người", "dn-sieu-nho-lao-dong 10 11", "dn-nho-lao-dong 100 101"),
        *edges(SIZES, "người", "dn-vua-lao-dong 200 201"),
        *edges(SIZES, "triệu đồng", "dn-sieu-nho-doanh-thu 3000 3000.001"),
        *edges(SIZES, "triệu đồng", "dn-sieu-nho-von 3000 3000.001"),
        *edges(SIZES, "triệu đồng", "dn-nho-doanh-thu 50000 50000.001"),
        *edges(SIZES, "triệu đồng", "dn-nho-von 20000 20000.001"),
        *edges(SIZES, "triệu đồng", "dn-vua-doanh-thu 200000 200000.001"),
        *edges(SIZES, "triệu đồng", "dn-vua-von 100000 100000.001"),
    ],
    "promotion-2024": promotion("2024-07-11"),
    "promotion-2025": promotion("2025-11-14"),
    "ocop-bands": edges(
        "2023-02-24",
        "điểm",
        *("ocop-5-sao 90 89.99", "ocop-4-sao 70 90", "ocop-3-sao 50 70", "ocop-2-sao 30 50"),
        *("ocop-1-sao 29.99 30", "ocop-tong-diem 100 100.01"),
    ),
    "course-length": edges("2016-08-20", "tháng", "dao-tao-ngan-nhat 3 2.9"),
    "youngest-trainee": edges("2021-01-01", "tuổi", "tuoi-hoc-nghe 14 13"),
    "fines": edges(
        "2022-08-25",
        "triệu đồng",
        *("phat-moi-truong-ca-nhan 1000 1000.001", "phat-moi-truong-to-chuc 2000 2000.001"),
    ),
    "waste-water-2011": [
        *acids("40-2011", WATER),
        *columns(
            "40-2011",
            WATER,
            *("bod5 mg/l 30 50", "cod mg/l 75 150", "tss mg/l 50 100", "amoni mg/l 5 10"),
            *("tong-n mg/l 20 40", "tong-p mg/l 4 6", "dau-khoang mg/l 5 10", "clo-du mg/l 1 2"),
            "coliform MPN/100_ml 3000 5000",
        ),
    ],
    "waste-water-of-fish": [
        *acids("11-mt-2015", FISH),
        *columns(
            "11-mt-2015",
            FISH,
            *("bod5 mg/l 30 50", "cod mg/l 75 150", "tss mg/l 50 100", "amoni mg/l 10 20"),
            *("tong-n mg/l 30 60", "tong-p mg/l 10 20", "dau-dong-thuc-vat mg/l 10 20"),
            *("clo-du mg/l 1 2", "coliform MPN/100_ml 3000 5000"),
        ),
    ],
    "emissions": [
        *columns("19-2009", AIR, "bui mg/Nm³ 400 200", "co mg/Nm³ 1000 1000"),
        *columns("19-2009", AIR, "so2 mg/Nm³ 1500 500", "nox mg/Nm³ 1000 850"),
    ],
    "noise": edges(
        NOISE,
        "dBA",
        "qcvn-26-2010-btnmt-on-ngay-dac-biet 55 55.01",
        "qcvn-26-2010-btnmt-on-dem-dac-biet 45 45.01",
        "qcvn-26-2010-btnmt-on-ngay-thong-thuong 70 70.01",
        "qcvn-26-2010-btnmt-on-dem-thong-thuong 55 55.01",
    ),
    "key-energy-user": edges("2011-05-15", "TOE/năm", "nl-trong-diem 1000 999.999"),
}


@legal_cases(("key", "unit", "value", "keeps"), EDGES)
def test_a_value_at_its_edge_keeps_to_the_norm_and_one_beyond_does_not(
    key: str, unit: str, value: str, keeps: bool
) -> None:
    norm = NORMS[key]
    assert norm.unit == unit
    assert norm.limit.keeps(Decimal(value)) is keeps


def ends(*rows: tuple[str, date, date]) -> list[End]:
    """Of a norm, a first day and its last day: the last one is still in time, the day after is not."""
    return [
        (key, begun, day, day == last)
        for key, begun, last in rows
        for day in (last, last + timedelta(1))
    ]


def invested(code: str, last: date) -> tuple[str, date, date]:
    return (f"dt-{code}:2021-01-01", MONDAY, last)


LEAP = date(2024, 2, 29)
ENDS = {
    "ocop-term": ends(("ocop-giay-chung-nhan:2023-02-24", LEAP, date(2027, 2, 28))),
    "typical-term": ends(("cnnt-giay-chung-nhan:2018-08-14", date(2024, 1, 1), date(2027, 12, 31))),
    "typical-dossier": ends(("cnnt-ho-so-khu-vuc:2018-08-14", MONDAY, date(2024, 4, 15))),
    "mark-term": ends(("nhan-hieu-hieu-luc:2006-07-01", LEAP, date(2034, 2, 28))),
    "licence-group-one": ends(("gpmt-nhom-i:2022-01-01", LEAP, date(2031, 2, 28))),
    "licence-others": ends(("gpmt-nhom-khac:2022-01-01", LEAP, date(2034, 2, 28))),
    "safety-check-again": ends(
        ("attp-loai-a:2019-02-07", date(2024, 8, 31), date(2026, 2, 28)),
        ("attp-loai-b:2019-02-07", LEAP, date(2025, 2, 28)),
        ("attp-loai-c:2019-02-07", date(2023, 11, 30), LEAP),
    ),
    "safety-certificate": ends(("chung-nhan-an-toan:2019-02-07", LEAP, date(2027, 2, 28))),
    "vietgap-certificate": ends(("chung-nhan-vietgap:2012-11-10", LEAP, date(2026, 2, 28))),
    "organic-certificate": ends(("chung-nhan-huu-co:2018-10-15", LEAP, date(2026, 2, 28))),
    "scheme-certificates": ends(
        ("chung-nhan-globalgap:2018-01-01", LEAP, date(2025, 2, 28)),
        ("chung-nhan-bap:2018-01-01", LEAP, date(2025, 2, 28)),
        ("chung-nhan-asc:2018-01-01", LEAP, date(2027, 2, 28)),
    ),
    "investment-steps": ends(
        invested("chu-truong-tinh", date(2024, 4, 8)),
        invested("gui-lay-y-kien", date(2024, 3, 7)),
        invested("tra-loi-y-kien", date(2024, 3, 19)),
        invested("bao-cao-tham-dinh", date(2024, 3, 29)),
        invested("quyet-dinh-tinh", date(2024, 3, 13)),
        invested("giay-chung-nhan-sau-chu-truong", date(2024, 3, 11)),
        invested("giay-chung-nhan", date(2024, 3, 19)),
    ),
    "budget-closing": ends(
        ("ngan-sach-chinh-ly:2017-01-01", date(2023, 12, 31), date(2024, 1, 31))
    ),
    "difficulty-answer": ends(("kho-khan-tra-loi:2021-01-01", MONDAY, date(2024, 3, 18))),
}


@legal_cases(("key", "begun", "day", "in_time"), ENDS)
def test_a_time_ends_on_its_last_day_and_not_a_day_later(
    key: str, begun: date, day: date, in_time: bool
) -> None:
    last = last_day(NORMS[key].limit, begun, {})
    assert (day <= last) is in_time


@pytest.mark.parametrize("key", NORMS)
def test_every_proposed_norm_was_typed_twice_under_its_rule(key: str) -> None:
    is_time = NORMS[key].kind in TIMES
    test = (
        test_a_time_ends_on_its_last_day_and_not_a_day_later
        if is_time
        else test_a_value_at_its_edge_keeps_to_the_norm_and_one_beyond_does_not
    )
    typed = {rule for rule, cases in cases_of(test).items() for case in cases if case[0] == key}
    assert typed == {each.key for each in rules().values() if key in each.norms}
    assert len(typed) == 1
