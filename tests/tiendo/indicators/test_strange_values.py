"""Whatever is sent to these pages is answered: no value makes the product stumble."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from tests.tiendo.indicators.conftest import Ground
from tests.tiendo.registers.ground import client

pytestmark = pytest.mark.slow
STRANGE = (
    *("\x00", "9" * 400, "-1", "1e999", "NaN", "²", "١٢٣", "99999999999999999999", "\ud7ff"),
    *("(((((", "a\tb\nc\td", "Q9/2024", "%(x)s", ""),
)
NAMES = {
    "add": (
        *("name", "code", "source_agency", "unit", "direction", "obtained", "taken", "formula"),
        *("factor", "calendar", "text"),
    ),
    "edit": ("name", "code", "first_year", "why", "formula", "factor", "unit"),
    "enter": (
        *("period", "value", "numerator", "denominator", "nature", "source", "place", "dimension"),
        *("category", "note", "reason", "seen", "absent"),
    ),
    "paste": ("table", "nature", "source", "answer", "convert", "seen", "do", "reason-2"),
    "bind": (
        *("form", "indicator", "scale", "first_year", "base_year", "base_value", "tasks"),
        *("way-2023", "note", "same_unit"),
    ),
    "verdict": ("verdict", "day", "words"),
    "choose": ("words",),
    "take_out": ("words",),
}
SOUND = {
    **{
        "name": "Tên",
        "unit": "người",
        "direction": "up",
        "over_time": "sum",
        "obtained": "entered",
    },
    **{
        "over_places": "sum",
        "calendar": "statistical",
        "period": "2022",
        "value": "5",
        "words": "x",
    },
    **{"nature": "official", "source": "Phòng", "form": "level", "verdict": "met", "do": "store"},
    **{"day": "01/12/2024", "table": "Năm\tSố liệu\n2021\t1.500\n2022\t5"},
}


@pytest.fixture
def at(ground: Ground, settings) -> Client:
    settings.TODAY = "2024-12-02"
    found = client(ground.coordinator)
    found.raise_request_exception = True
    return found


@pytest.mark.parametrize("name", NAMES)
def test_a_strange_value_in_any_field_is_answered(ground: Ground, at: Client, name: str):
    row = ground.indicator("viec-lam", unit="người")
    figure = ground.figure("viec-lam", 2020, "540")
    keys = {
        **{"add": (), "edit": (row.pk,), "enter": (row.pk,), "paste": (row.pk,)},
        **{"bind": (ground.target().pk,), "verdict": (ground.target(None).pk,)},
        **{"choose": (figure.pk,), "take_out": (figure.pk,)},
    }
    page = reverse(f"indicators:{name}", args=keys[name])
    found = {}
    for field in NAMES[name]:
        for value in STRANGE:
            sent = SOUND | {field: [value, value]}
            status = at.post(page, sent).status_code
            if status not in (200, 302, 404, 422):
                found[field, value] = status
    assert found == {}


@pytest.mark.parametrize("value", STRANGE)
def test_a_strange_value_in_an_address_is_answered(ground: Ground, at: Client, value: str):
    row = ground.indicator("viec-lam")
    target = ground.target()
    for name, key, query in (
        ("index", None, ("q", "co-quan", "cach", "sort", "page", "so-lieu")),
        ("indicator", row.pk, ("nam",)),
        ("enter", row.pk, ("ky", "sua")),
        ("paste_many", None, ("office", "period")),
        ("template_many", None, ("office", "period")),
        ("add", None, ("chi-tieu",)),
        ("bind", target.pk, ("chi-so",)),
    ):
        address = reverse(f"indicators:{name}", args=[key] if key else [])
        for each in query:
            answer = at.get(address, {each: value, "period": value})
            assert answer.status_code in (200, 302, 404, 422), (name, each)


def test_a_file_of_any_kind_is_answered(ground: Ground, at: Client):
    row = ground.indicator("viec-lam")
    page = reverse("indicators:paste", args=[row.pk])
    for name, content in (
        ("a.xlsx", b"x"),
        ("a.txt", b"Nam"),
        ("a.xlsx", b"PK\x05\x06" + bytes(18)),
    ):
        file = SimpleUploadedFile(name, content)
        answer = at.post(page, {"file": file, "nature": "official"})
        assert answer.status_code == 422
