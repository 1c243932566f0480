"""What the registers of establishments count, and what they cover."""

from datetime import date
from decimal import Decimal

import pytest
from django.db import IntegrityError, transaction

from tests.tiendo.industry.enterprises import commune, enterprise, flag, unsaved, year
from tiendo.industry.enterprise_registers import ENTERPRISES, FLAGS, YEARS, net_exports, remark
from tiendo.industry.models import EnterpriseYear
from tiendo.registers.measures import Figure
from tiendo.registers.register import Register

pytestmark = pytest.mark.django_db


def measured(register: Register, slug: str, year: int) -> Figure | None:
    measure = register.measure(slug)
    assert measure is not None
    return measure.value(register.rows.all(), year)


def test_establishments_count_from_the_year_they_began_until_the_year_they_closed() -> None:
    where = commune()
    enterprise(where, began=2020)
    enterprise(where, began=2022, closed=date(2023, 6, 30))
    assert [measured(ENTERPRISES, "co-so", year) for year in (2020, 2022, 2023)] == [1, 2, 1]
    assert measured(ENTERPRISES, "co-so", 2019) is None
    assert measured(ENTERPRISES, "co-so-moi", 2022) == 1
    assert measured(ENTERPRISES, "co-so-moi", 2021) is None
    assert measured(ENTERPRISES, "co-so-ngung", 2023) == 1


def test_exports_are_counted_without_what_was_re_exported() -> None:
    of = enterprise(commune())
    year(of, 2023, exports=Decimal(320), re_exports=Decimal(20))
    year(enterprise(of.commune), 2023, exports=Decimal(100), re_exports=Decimal(0))
    assert measured(YEARS, "xuat-khau", 2023) == 400
    assert measured(YEARS, "xuat-khau", 2022) is None


def test_exports_are_unknown_where_re_exports_are() -> None:
    assert net_exports(EnterpriseYear(exports=Decimal(5))) is None
    assert net_exports(EnterpriseYear(exports=Decimal(5), re_exports=Decimal(5))) == 0


def test_a_share_is_over_those_of_whom_both_is_known() -> None:
    of = enterprise(commune())
    year(of, 2023, workers=40, trained=30, vocational=10)
    year(enterprise(of.commune), 2023, workers=1000)
    assert measured(YEARS, "lao-dong-qua-dao-tao", 2023) == 75
    assert measured(YEARS, "lao-dong-dao-tao-nghe", 2023) == 25
    assert measured(YEARS, "lao-dong", 2023) == 1040


def test_an_establishment_marked_twice_counts_once() -> None:
    of = enterprise(commune())
    flag(of, "rice", since=date(2020, 1, 1), until=date(2021, 5, 1))
    flag(of, "rice", since=date(2021, 5, 1))
    flag(of, "to-move", since=date(2022, 1, 1))
    assert [measured(FLAGS, "che-bien-gao", year) for year in (2020, 2021, 2023)] == [1, 1, 1]
    assert measured(FLAGS, "che-bien-ca-tra", 2023) is None
    assert measured(FLAGS, "can-di-doi", 2023) == 1


def test_a_code_stands_once_in_a_locality_and_may_stand_in_another() -> None:
    row = enterprise(commune())
    enterprise(commune(), tax_code=row.tax_code)
    with pytest.raises(IntegrityError), transaction.atomic():
        enterprise(row.commune, tax_code=row.tax_code)


def test_only_personal_numbers_are_covered_and_cannot_be_searched_for() -> None:
    household = unsaved(tax_code="087190001234")
    assert household.masked["tax_code"](household)
    assert household.open_number == ""
    assert not unsaved().masked["tax_code"](unsaved())
    assert unsaved().open_number == "0012345672"


def test_a_made_up_code_and_a_closed_establishment_are_remarked_on() -> None:
    assert remark(unsaved()) == ""
    row = unsaved(tax_code="0012345670", closed=date(2023, 6, 30))
    assert remark(row) == "mã số minh họa, ngừng sản xuất từ 30/06/2023"
