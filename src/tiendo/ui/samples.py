"""What the page of components shows: every state, a form with a mistake, a small timeline."""

from datetime import date

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from tiendo.ui.charts.timeline import Box, Row, Timeline
from tiendo.ui.fields import DayField, FigureField
from tiendo.ui.looks import LOOKS, words_of

GROUPS = (
    (_("Tasks, duties, occurrences"), "overdue", "backlog"),
    (_("Targets"), "met", "no-data"),
    (_("Reports"), "draft", "accepted"),
    (_("How sure the reader is"), "doubtful", "sure"),
    (_("Plans and readings"), "reading", "failed"),
)

TABS = (
    {"url": "#", "label": _("All"), "count": 14, "current": True},
    {"url": "#", "label": _("To be looked at first"), "count": 4},
    {"url": "#", "label": _("Led by my office"), "count": 8},
)

YEARS = ("done-late", "overdue", "due-soon", "not-due")

TYPED = {"issued": "31/02/2022", "lead": "1", "value": "79,5", "state": "going", "estimate": "on"}


class SampleForm(forms.Form):
    """Every kind of field; `TYPED` has one mistake."""

    issued = DayField(label=_("Day of issue"), help_text=_("For example: 25/01/2022"))
    lead = forms.ChoiceField(label=_("Lead agency"), choices=[("1", _("Office of economy"))])
    value = FigureField(label=_("Value of exports"), unit=_("million USD"), required=False)
    state = forms.ChoiceField(
        label=_("In this period"),
        choices=[("going", _("In progress")), ("done", _("Done")), ("none", _("Nothing arose"))],
        widget=forms.RadioSelect,
    )
    words = forms.CharField(
        label=_("What was done"), widget=forms.Textarea(attrs={"rows": 3}), required=False
    )
    estimate = forms.BooleanField(
        label=_("An estimate; the official figure will follow"), required=False
    )


def states() -> list[tuple[object, list[str]]]:
    """The states in their groups: heading, names."""
    names = list(LOOKS)
    return [
        (heading, names[names.index(first) : names.index(last) + 1])
        for heading, first, last in GROUPS
    ]


def timeline() -> Timeline:
    """Rows with every kind of box, judged on 02/12/2024."""
    rows = (
        _row(1, "Phổ biến đề án đến các xã, thị trấn", _span(2021, 2022, "done")),
        _row(2, "Hình thành 01 cụm công nghiệp", _span(2022, 2030, "waiting")),
        _row(
            3,
            "Kiểm tra việc giữ gìn môi trường của các cơ sở sản xuất trong huyện",
            *(_span(2022 + i, 2022 + i, state) for i, state in enumerate(YEARS)),
        ),
        _row(4, "Kêu gọi vốn cho hạ tầng cụm công nghiệp", _span(2021, 2025, "in-progress")),
        _row(5, "Nâng năng suất của doanh nghiệp", _span(2021, 2025, "no-report")),
    )
    heading = gettext("Task, lead agency")
    return Timeline(gettext("Timeline"), rows, 2021, 2030, date(2024, 12, 2), heading)


def _row(number: int, words: str, *boxes: Box) -> Row:
    return Row(str(number), words, "Phòng KT-HT", boxes)


def _span(first: int, last: int, state: str) -> Box:
    return Box(date(first, 1, 1), date(last, 12, 31), state, f"{first}–{last}: {words_of(state)}")
