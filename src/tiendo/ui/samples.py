"""What the page of components shows: every state, a form with a mistake, a small timeline, charts."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from tiendo.ui.charts.chart import (
    Break,
    Chart,
    Forecast,
    Goal,
    Kind,
    Level,
    Look,
    Mark,
    Outlook,
    Series,
    Spread,
)
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


def charts() -> list[Chart]:
    """A level on its way to two targets, a figure of each year, several lines, a break, nothing yet."""
    return [_share(), _jobs(), _communes(), _succeeded(), _unknown()]


def _share() -> Chart:
    odds = gettext("80 in 100")
    return Chart(
        "Tỷ trọng ngành công nghiệp",
        "%",
        [
            _series(
                "", 2020, "10.1 10.3 10.8 11.2 11.6", {2023: Look.PRELIMINARY, 2024: Look.ESTIMATE}
            )
        ],
        path=_levels((2020, "10.1"), (2025, "12.5"), (2030, "15")),
        goals=[Goal(2025, Decimal("12.5"), "≥ 12,5%"), Goal(2030, Decimal(15), "≥ 15%")],
        forecast=Forecast([_spread(2025, "11.7 12 12.3"), _spread(2030, "12.9 13.9 14.9")], odds),
        outlook=Outlook(2025, gettext("outlook to 2030")),
    )


def _jobs() -> Chart:
    verdicts = {2021: False, 2022: True, 2023: True}
    marks = [
        Mark(2021 + index, Decimal(jobs), met=verdicts[2021 + index])
        for index, jobs in enumerate((498, 561, 587))
    ]
    part = Mark(2024, Decimal(512), Look.PARTIAL, brief=gettext("11 months"))
    goal = Goal(2025, Decimal(550), "> 550", since=2021)
    series = [Series("", [*marks, part])]
    return Chart("Việc làm được giải quyết", "lao động", series, Kind.BARS, goals=[goal])


def _communes() -> Chart:
    series = [
        _series("Thường Phước", 2020, "431 453 494 534 579"),
        _series("Long Khánh", 2020, "400 420 470 560 601"),
        _series("Thường Lạc", 2020, "380 410 440 450 480", {2024: Look.ESTIMATE}),
    ]
    return Chart("Lao động công nghiệp theo xã", "lao động", series)


def _succeeded() -> Chart:
    series = [_series("", 2019, "431 453 494 - 534 579 610 642", {2026: Look.PARTIAL})]
    goal = Goal(2028, Decimal(700), "700–760", high=Decimal(760))
    note = Break(2024, gettext("until 30/6/2025: the district"))
    return Chart("Giá trị sản xuất", "tỷ đồng", series, goals=[goal], breaks=[note])


def _unknown() -> Chart:
    return Chart("Cơ sở xử lý nước thải", "cơ sở", [_series("", 2022, "- -")])


def many() -> list[Chart]:
    """The same figure of several places."""
    rows = {
        "Thường Phước": "12 15 9 20",
        "Long Khánh": "3 5 8 4",
        "Thường Lạc": "7 - 6 8",
        "Phú Thuận": "1 0 2 3",
    }
    return [
        Chart(name, "cơ sở", [_series("", 2021, figures)], Kind.BARS)
        for name, figures in rows.items()
    ]


def _series(name: str, first: int, figures: str, looks: dict[int, Look] | None = None) -> Series:
    known = looks or {}
    marks = [
        Mark(year, None if figure == "-" else Decimal(figure), known.get(year, Look.OFFICIAL))
        for year, figure in enumerate(figures.split(), first)
    ]
    return Series(name, marks)


def _levels(*figures: tuple[int, str]) -> Sequence[Level]:
    return [Level(year, Decimal(figure)) for year, figure in figures]


def _spread(year: int, figures: str) -> Spread:
    return Spread(year, *map(Decimal, figures.split()))
