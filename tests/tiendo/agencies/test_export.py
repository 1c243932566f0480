"""Offices taken out as a sheet and brought back: nothing is lost, nothing is changed."""

import io
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.tiendo import samples
from tiendo.agencies import services
from tiendo.agencies.export import workbook_of
from tiendo.agencies.importing import What, carry_out, compare
from tiendo.agencies.models import Agency, Kind, Locality
from tiendo.agencies.spreadsheet import read_rows

pytestmark = pytest.mark.django_db


def taken_out(locality: Locality) -> io.BytesIO:
    rows = Agency.objects.filter(locality=locality).select_related("parent")
    return io.BytesIO(workbook_of(rows.prefetch_related("known_names")))


def test_what_is_taken_out_and_brought_back_changes_nothing() -> None:
    locality = samples.locality()
    top = services.add_agency(locality=locality, name="UBND huyện", kind="committee", actor=None)
    for number, kind in enumerate(Kind):
        services.add_agency(
            locality=locality,
            name=f"=Đơn vị {number}",
            short_name=f"ĐV {number}",
            kind=kind,
            parent=top,
            identifier=f"H20.{number}",
            old_identifier=f"00{number}.14.05.H20",
            valid_from=date(2025, 7, 1),
            called=[f"Tên khác {number}", f"Tên nữa {number}"],
            actor=None,
        )
    lines = compare(read_rows(taken_out(locality), "co-quan.xlsx"), locality)
    assert {line.what for line in lines} == {What.SAME}
    assert len(lines) == len(Kind) + 1


WORDS = st.text(
    alphabet=st.characters(codec="utf-8", categories=("L", "N", "Zs")), min_size=1, max_size=20
)


@settings(max_examples=15, deadline=None)
@given(st.lists(WORDS, min_size=1, max_size=4))
def test_another_locality_gets_the_same_offices_from_the_sheet(words: list[Any]) -> None:
    first, second = samples.locality("Huyện A"), samples.locality("Huyện B")
    for number, text in enumerate(words):
        name = " ".join(f"Phòng {number} {text}".split())
        services.add_agency(locality=first, name=name, actor=None)
    lines = compare(read_rows(taken_out(first), "co-quan.xlsx"), second)
    carry_out(lines=lines, locality=second, actor=None)
    names = [
        list(Agency.objects.filter(locality=each).values_list("name", "kind"))
        for each in (first, second)
    ]
    assert len(names[1]) == len(words)
    assert [kind for _name, kind in names[0]] == [kind for _name, kind in names[1]]
    assert not [line for line in compare(read_rows(taken_out(first), "x"), second) if line.changes]
