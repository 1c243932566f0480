"""Days and figures are read as written here, or refused with a sentence; never guessed."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from django import forms
from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import ValidationError
from django.template import Context, Template
from django.utils.translation import override
from hypothesis import given
from hypothesis import strategies as st

import tiendo.ui.fields
from tiendo.ui.fields import DayField, FigureField, RowsField

LANGUAGES = ("vi", "en")


class Form(forms.Form):
    day = DayField(label="Ngày ban hành", help_text="Thí dụ: 25/01/2022")
    value = FigureField(label="Giá trị", unit="triệu USD", required=False)
    state = forms.ChoiceField(
        label="Trong kỳ này", choices=[("a", "A"), ("b", "B")], widget=forms.RadioSelect
    )


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "typed", ["05/01/2026", "5/1/2026", "5-1-2026", "05.01.2026", "2026-01-05"]
)
def test_the_day_comes_before_the_month(typed, language):
    with override(language):
        assert DayField().clean(typed) == date(2026, 1, 5)


@given(st.dates(date(1900, 1, 1), date(2100, 1, 1)))
def test_a_day_shown_is_read_back(day):
    assert DayField().clean(f"{day:%d/%m/%Y}") == day


@pytest.mark.parametrize("typed", ["31/02/2022", "13/13/2022", "2022-02-30"])
def test_a_day_that_does_not_exist_is_named(typed):
    with override("vi"), pytest.raises(ValidationError, match="không có trong lịch"):
        DayField().clean(typed)


@pytest.mark.parametrize("typed", ["01/01/0001", "31/12/1899", "01/01/2200", "9999-12-31"])
def test_a_day_from_which_nothing_can_be_counted_is_refused(typed):
    with override("vi"), pytest.raises(ValidationError, match="từ năm 1900 đến năm 2199"):
        DayField().clean(typed)


@pytest.mark.parametrize("typed", ["mai", "2022", "05/01", "5/1/22"])
def test_what_is_no_day_is_told_how_to_type_one(typed):
    with override("vi"), pytest.raises(ValidationError, match="Gõ ngày như 25/01/2022"):
        DayField().clean(typed)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("typed", "figure"),
    [
        ("1.234.567,89", "1234567.89"),
        ("79,5", "79.5"),
        ("1.234", "1234"),
        ("1234", "1234"),
        ("−4,0", "-4.0"),
        (" 12 500 ", "12500"),
    ],
)
def test_figures_are_read_as_written_here(typed, figure, language):
    with override(language):
        assert FigureField().clean(typed) == Decimal(figure)


@pytest.mark.parametrize("typed", ["12.5", "1,234.5", "1.23.4", "12,5,1", "mười", "1e5", "NaN"])
def test_a_figure_that_could_mean_two_things_is_refused(typed):
    with override("vi"), pytest.raises(ValidationError, match="Gõ số như"):
        FigureField().clean(typed)


@given(st.decimals(-(10**9), 10**9, places=2))
def test_a_figure_shown_is_read_back(figure):
    field = FigureField()
    assert field.clean(field.prepare_value(figure)) == figure


def test_writing_a_figure_otherwise_is_no_change():
    assert not FigureField().has_changed(Decimal("1234.50"), "1234,5")
    assert FigureField().has_changed(Decimal("1234.50"), "1235")


def test_label_hint_error_and_control_belong_together():
    with override("vi"):
        page = str(Form({"day": "31/02/2022", "state": "a"}))
    assert '<label class="label" for="id_day">' in page
    assert 'id="id_day_helptext">Thí dụ: 25/01/2022' in page
    assert 'id="id_day_error"' in page
    assert 'aria-describedby="id_day_helptext id_day_error"' in page
    assert 'aria-invalid="true"' in page
    assert "31/02/2022 không có trong lịch." in page


def test_the_unit_stands_after_a_box_for_figures():
    page = str(Form()["value"].as_field_group())
    assert 'class="r w-6 form-control"' in page
    assert page.index("<input") < page.index("triệu USD")


def test_answers_to_choose_from_are_a_group_with_a_name():
    page = str(Form()["state"].as_field_group())
    assert '<fieldset class="field" id="id_state"' in page
    assert "<legend" in page
    assert page.count('type="radio"') == 2


def test_only_boxes_to_type_in_get_a_red_edge():
    form = Form({"day": "31/02/2022"})
    assert "is-error" in str(form["day"])
    assert "is-error" not in str(form["state"].as_field_group())


def summary(form: forms.Form) -> str:
    return Template("{% error_summary form %}").render(Context({"form": form}))


def test_the_summary_repeats_the_words_and_leads_to_the_field():
    with override("vi"):
        form = Form({"day": "31/02/2022", "value": "12.5"})
        page = summary(form)
        assert form.errors["day"][0] in page
    assert "còn 3 chỗ cần sửa" in page
    assert 'href="#id_day"' in page
    assert 'href="#id_state"' in page


def test_a_form_without_mistakes_has_no_summary():
    assert summary(Form({"day": "31/01/2022", "state": "a"})).strip() == ""
    assert summary(Form()).strip() == ""


@pytest.mark.django_db
@pytest.mark.parametrize("typed", ["9" * 23, "-" + "9" * 23, "x", "²", "1e400"])
def test_a_number_no_row_can_have_is_no_choice(typed):
    with pytest.raises(ValidationError):
        RowsField(ContentType.objects.all()).clean([typed])


def test_every_form_takes_several_rows_through_the_one_field():
    """Django's own field lets a number through that the database refuses."""
    assert [
        path.name
        for path in (Path(tiendo.ui.fields.__file__).parents[1]).rglob("*.py")
        if "ModelMultipleChoiceField(" in path.read_text(encoding="utf-8")
    ] == []
