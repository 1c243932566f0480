"""Charts and figures of targets to take along: the drawing as .svg and .png, the figures as .xlsx."""

from datetime import date
from io import BytesIO
from typing import Any

import xlsxwriter
from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from tiendo.accounts.access import Request, page, reach
from tiendo.accounts.rights import READ
from tiendo.plans.models import Plan
from tiendo.progress.dashboard.places import by_commune
from tiendo.progress.dashboard.reading import Line, lines, targets_of
from tiendo.progress.dashboard.target import Told, told_of
from tiendo.progress.dashboard.views import found_target
from tiendo.progress.dashboard.words import period_of
from tiendo.progress.looking_back import look_back
from tiendo.progress.words import legal, term
from tiendo.ui.charts.paper import png, standalone

PICTURE_WIDTH = 1480  # pixels: twice what a screen shows
SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def _told(request: Request, pk: int) -> Told:
    back = look_back(request)
    row = found_target(pk, request.standing, request.today, back=back)
    return told_of(row, request.today, row.plan.locality_id, back=back)


def _saved(content: bytes | str, kind: str, name: str) -> HttpResponse:
    return HttpResponse(
        content,
        content_type=kind,
        headers={"Content-Disposition": f'attachment; filename="{name}"'},
    )


@page(READ)
def drawing(request: Request, pk: int) -> HttpResponse:
    """The chart of a target as a drawing that stands alone."""
    told = _told(request, pk)
    return _saved(standalone(told.chart), "image/svg+xml; charset=utf-8", f"chi-tieu-{pk}.svg")


@page(READ)
def picture(request: Request, pk: int) -> HttpResponse:
    """The same as a picture."""
    told = _told(request, pk)
    return _saved(png(told.chart, PICTURE_WIDTH), "image/png", f"chi-tieu-{pk}.png")


@page(READ)
def sheet(request: Request, pk: int) -> HttpResponse:
    """The figures of a target with what the way to the goal asks of each year."""
    told = _told(request, pk)
    return _saved(figures_sheet(told, request.today), SHEET, f"chi-tieu-{pk}.xlsx")


def figures_sheet(told: Told, today: date) -> bytes:
    """The bytes of an .xlsx file with one row a year, texts as texts."""
    heads = [
        *(_("Year"), _("Numerator"), _("Denominator"), _("Value"), _("Required")),
        *(_("Nature"), _("Months"), _("Taken from")),
    ]
    rows = [
        [
            *(row.figure.year, row.figure.numerator, row.figure.denominator),
            *(row.figure.value, row.expected, str(row.figure.nature.label)),
            *(row.figure.months, row.figure.source),
        ]
        for row in told.rows
    ]
    title = capfirst(told.judged.target.indicator)
    above = [f"{title}: {legal(told.judged.target)} {term(told.judged.target)}", *told.sentences]
    return _book(_("Figures"), [*above, _judged_on(today)], heads, rows)


@page(READ)
def all_targets(request: Request, pk: int) -> HttpResponse:
    """All targets of a plan with their latest figures and verdicts."""
    plan = get_object_or_404(reach(Plan.objects.all(), request.standing), pk=pk)
    back = look_back(request)
    targets = targets_of(plan, request.today, back=back)
    rows = lines(targets, request.today, plan.locality_id, back=back)
    heads = [
        *(_("Target"), _("Demanded"), _("When"), _("Latest figure"), _("Of")),
        *(_("Verdict"), _("Why"), _("Office that gives the figure")),
    ]
    told = [_line(row) for row in rows]
    book = _book(_("Targets"), [str(plan), _judged_on(request.today)], heads, told)
    return _saved(book, SHEET, f"chi-tieu-ke-hoach-{pk}.xlsx")


@page(READ)
def places_sheet(request: Request, pk: int) -> HttpResponse:
    """The figures of every commune and year, the whole below with how many communes it is known of."""
    back = look_back(request)
    target = found_target(pk, request.standing, request.today, back=back)
    found = by_commune(target, request.today, back=back)
    years = found.years
    rows: list[list[Any]] = [
        [capfirst(each.name), *(each.cell(year).value for year in years)] for each in found.communes
    ]
    whole = [found.whole.get(year) for year in years]
    rows.append([str(target.plan.locality), *(each.value if each else None for each in whole)])
    rows.append([_("Communes with a figure"), *(found.coverage(year) for year in years)])
    unit = found.definition.unit if found.definition else ""
    above = [capfirst(target.indicator), _("Unit: %(unit)s") % {"unit": unit}]
    book = _book(
        _("By commune"), [*above, _judged_on(request.today)], [_("Commune"), *map(str, years)], rows
    )
    return _saved(book, SHEET, f"chi-tieu-{pk}-theo-xa.xlsx")


def _line(row: Line) -> list[Any]:
    figure = row.judged.judgement.figure
    target = row.target
    return [
        *(capfirst(target.indicator), legal(target), term(target), figure, period_of(row)),
        *(str(row.judged.judgement.verdict.label), row.short),
        row.office.label if row.office else "",
    ]


def _judged_on(today: date) -> str:
    return _("Judged on %(day)s") % {"day": f"{today:%d/%m/%Y}"}


def _book(name: str, above: list[str], heads: list[str], rows: list[list[Any]]) -> bytes:
    opened = BytesIO()
    with xlsxwriter.Workbook(opened, {"in_memory": True, "strings_to_formulas": False}) as book:
        bold = book.add_format({"bold": True, "text_wrap": True, "valign": "top"})
        made = book.add_worksheet(name[:31])
        for place, words in enumerate(above):
            made.write_string(place, 0, words, bold if place == 0 else None)
        first = len(above) + 1
        for column, head in enumerate(heads):
            made.write_string(first, column, head, bold)
        for place, row in enumerate(rows, start=first + 1):
            for column, value in enumerate(row):
                _write(made, place, column, value)
        made.set_column(0, 0, 46)
        made.set_column(1, len(heads), 18)
        made.freeze_panes(first + 1, 0)
    return opened.getvalue()


def _write(sheet: Any, place: int, column: int, value: Any) -> None:
    """A figure as a figure, words as words: never a formula."""
    if value is None:
        sheet.write_blank(place, column, None)
    elif isinstance(value, str):
        sheet.write_string(place, column, value)
    else:
        sheet.write_number(place, column, value)
