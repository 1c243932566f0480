"""What must hold for every register that is declared, now and later."""

import json

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from tests.tiendo.registers.ground import Ground, brought, client, example_of
from tiendo.history.models import Change
from tiendo.registers.forms import form_of
from tiendo.registers.register import REGISTERS, Register
from vanban.text import fold

EVERY = pytest.mark.parametrize("register", REGISTERS.values(), ids=list(REGISTERS))


def test_there_are_registers() -> None:
    assert len(REGISTERS) >= 10


@EVERY
def test_the_declaration_is_complete(register: Register) -> None:
    names = {field.name for field in register.model._meta.get_fields()}
    assert set(register.fields) | set(register.filters) | set(register.key) <= names
    assert register.key, "rows of a sheet are told apart by something"
    assert "" not in (register.guide.who, register.guide.when, register.guide.paper)
    required = [n for n in register.fields if not register.model._meta.get_field(n).blank]
    assert set(required) <= set(register.guide.example)


@EVERY
def test_every_field_says_what_belongs_in_it(register: Register) -> None:
    fields = form_of(register).base_fields
    unsaid = [name for name in register.fields if not fields[name].help_text]
    assert [name for name in unsaid if name not in register.guide.example] == []


@EVERY
def test_its_example_is_brought_in_shown_and_found_without_accents(
    ground: Ground, register: Register
) -> None:
    row = example_of(ground, register)
    at, url = client(ground.coordinator), f"/so/{register.slug}/"
    word = fold(str(row)).split()[0] if fold(str(row)) else ""
    assert f'href="{url}{row.pk}/"' in at.get(url).content.decode()
    assert row.fold, "there is something to search by"
    assert f'href="{url}{row.pk}/"' in at.get(f"{url}?q={row.fold.split()[0]}").content.decode(), (
        word
    )
    assert f'href="{url}{row.pk}/"' not in at.get(f"{url}?q=khongcogi").content.decode()
    assert at.get(f"{url}{row.pk}/").status_code == 200


@EVERY
def test_what_is_taken_out_can_be_brought_back_and_changes_nothing(
    ground: Ground, register: Register
) -> None:
    example_of(ground, register)
    at, url = client(ground.coordinator), f"/so/{register.slug}/"
    for kind in ("xlsx", "csv"):
        content = b"".join(at.get(f"{url}?dang={kind}").streaming_content)
        row = brought(ground, register, SimpleUploadedFile(f"bang.{kind}", content))
        assert (row.counts, row.fault) == ({"same": 1} | _unknown(row.counts), ""), kind
    said = json.loads(b"".join(at.get(f"{url}?dang=json").streaming_content))
    assert [each["id"] for each in said["rows"]] == [register.model.objects.get().pk]


def _unknown(counts: dict) -> dict:
    return {name: counts[name] for name in counts if name in ("unknown", "noted", "language")}


@EVERY
def test_a_row_is_confirmed_and_deleted_with_a_reason(ground: Ground, register: Register) -> None:
    row = example_of(ground, register)
    at, url = client(ground.coordinator), f"/so/{register.slug}/{row.pk}/"
    form = at.get(f"{url}sua/").context["form"]
    shown = {bound.html_name: bound.value() for bound in form}
    typed = {name: form.fields[name].prepare_value(value) for name, value in shown.items() if value}
    typed = {name: _as_typed(value) for name, value in typed.items()}
    answer = at.post(f"{url}sua/", typed)
    assert answer.status_code == 302, answer.context["form"].errors
    assert at.post(f"{url}xoa/", {"reason": " "}).status_code == 422
    assert at.post(f"{url}xoa/", {"reason": "Nhập nhầm"}).status_code == 302
    assert not register.model.objects.exists()
    assert Change.objects.filter(reason="Nhập nhầm").exists()


def _as_typed(value: object) -> object:
    return f"{value:%d/%m/%Y}" if hasattr(value, "year") and hasattr(value, "month") else value


@EVERY
def test_another_commune_neither_sees_nor_enters_what_is_not_its_own(
    ground: Ground, register: Register
) -> None:
    row = example_of(ground, register)
    url = f"/so/{register.slug}/"
    if not register.place:
        assert client(ground.of_there).get(f"{url}{row.pk}/").status_code == 200
        assert client(ground.of_there).get(f"{url}{row.pk}/sua/").status_code == 403
        return
    assert client(ground.of_here).get(f"{url}{row.pk}/").status_code == 200
    assert client(ground.of_here).get(f"{url}{row.pk}/sua/").status_code == 200
    stranger = client(ground.of_there)
    assert stranger.get(f"{url}{row.pk}/").status_code == 404
    assert stranger.get(f"{url}{row.pk}/sua/").status_code == 404
    assert f"{url}{row.pk}/" not in stranger.get(url).content.decode()
    assert b"".join(stranger.get(f"{url}?dang=csv").streaming_content).count(b"\n") == 1


@EVERY
def test_its_measures_say_a_figure_and_the_rows_it_is_made_of(
    ground: Ground, register: Register
) -> None:
    example_of(ground, register)
    at, url = client(ground.coordinator), f"/so/{register.slug}/so-do/"
    assert at.get(url).status_code == 200
    for measure in register.measures:
        for year in (None, 2023, 2024, 2026):
            rows = register.rows.all()
            figure = measure.value(rows, year)
            assert (figure is None) <= (not measure.rows(rows, year).exists() or bool(measure.sums))
        assert at.get(f"{url}{measure.slug}/?nam=2024").status_code == 200
