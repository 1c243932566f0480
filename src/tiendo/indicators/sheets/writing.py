"""The .xlsx form for figures, and a table given back with the cells marked that cannot stand.

Everything that people wrote is written as text: nothing becomes a formula.
"""

from collections.abc import Iterable, Sequence
from decimal import Decimal
from io import BytesIO
from typing import Any

from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from xlsxwriter import Workbook

from tiendo.indicators.judging.values import Nature
from tiendo.indicators.models import Indicator, Observation
from tiendo.indicators.periods import Period
from tiendo.indicators.sheets.comparing import Line, marks_of
from tiendo.indicators.sheets.reading import Table

SAFE = {"strings_to_formulas": False, "strings_to_urls": False, "in_memory": True}
LOOKS: dict[str, dict[str, Any]] = {
    "title": {"bold": True, "font_size": 13},
    "plain": {"text_wrap": True, "valign": "top"},
    "head": {"bold": True, "text_wrap": True, "valign": "top", "border": 1, "bg_color": "#E8EDF3"},
    "fixed": {"text_wrap": True, "valign": "top", "border": 1, "bg_color": "#F5F6F8"},
    "figure": {"valign": "top", "border": 1, "bg_color": "#F5F6F8", "num_format": "#,##0.######"},
    "open": {"text_wrap": True, "valign": "top", "border": 1},
    "wrong": {"text_wrap": True, "valign": "top", "bg_color": "#F9D4D0", "font_color": "#8A1F11"},
}
TOP = 4  # the row of the heads
YEARS = 6  # of the form of one indicator
WIDTHS = (34, 16, 18, 16, 18, 30, 30)
Figures = dict[int, Observation]


def of_indicator(indicator: Indicator, figures: Figures, last: int) -> bytes:
    """The form of one indicator, years down; `figures` are those that stand there, by year."""
    unit = max(indicator.definitions.all(), key=lambda each: each.number).unit
    beside = [
        (_("Indicator code"), indicator.code),
        (pgettext("indicators", "Indicator"), indicator.name),
    ]
    heads = [pgettext("indicators", "Period"), _("Last figure"), _in_unit(unit)]
    first = min([last - YEARS + 1, *figures])
    rows = [[str(year), _value(figures.get(year))] for year in range(first, last + 1)]
    return _form(beside, heads, rows)


def of_office(indicators: Sequence[Indicator], period: Period, before: Figures) -> bytes:
    """The form of an office, indicators down; `before` are the newest figures, by the key of the indicator."""
    beside = [(pgettext("indicators", "Period"), str(period))]
    heads = [
        pgettext("indicators", "Indicator"),
        _("Last figure"),
        _("Unit"),
        pgettext("indicators", "Figure"),
    ]
    rows = []
    for indicator in indicators:
        unit = max(indicator.definitions.all(), key=lambda each: each.number).unit
        rows.append([indicator.name, _value(before.get(indicator.pk)), unit])
    return _form(beside, heads, rows)


def _in_unit(unit: str) -> str:
    return f"{pgettext('indicators', 'Figure')} ({unit})"


def _value(row: Observation | None) -> Any:
    return "" if row is None or row.value is None else row.value


def _form(beside: list[tuple[str, str]], heads: list[str], rows: list[list[Any]]) -> bytes:
    """A form: what it is of, the heads, a row for each figure, how it is filled in."""
    stream = BytesIO()
    settled, source = _("How far it is settled"), pgettext("indicators", "Source")
    heads = [*heads, settled, source, pgettext("indicators", "Note")]
    with Workbook(stream, SAFE) as book:
        sheet = book.add_worksheet(_("Figures")[:31])
        looks = {name: book.add_format(facts) for name, facts in LOOKS.items()}
        for place, (label, words) in enumerate(beside):
            sheet.write_string(place, 0, label, looks["title"])
            sheet.write_string(place, 1, words)
        for column, words in enumerate(heads):
            sheet.write_string(TOP, column, words, looks["head"])
            sheet.set_column(column, column, WIDTHS[min(column, len(WIDTHS) - 1)])
        for place, row in enumerate(rows, start=TOP + 1):
            _fill(sheet, looks, place, row, len(heads))
        natures = [capfirst(str(each.label)) for each in Nature]
        rule = {"validate": "list", "source": natures, "error_type": "warning"}
        column = heads.index(settled)
        sheet.data_validation(TOP + 1, column, TOP + len(rows) + 200, column, rule)
        sheet.freeze_panes(TOP + 1, 1)
        _instructions(book, looks)
    return stream.getvalue()


def _fill(sheet: Any, looks: dict[str, Any], place: int, row: list[Any], width: int) -> None:
    for column in range(width):
        said = row[column] if column < len(row) else None
        if isinstance(said, Decimal):
            sheet.write_number(place, column, float(said), looks["figure"])
        elif said is None:
            sheet.write_blank(place, column, None, looks["open"])
        else:
            sheet.write_string(place, column, said, looks["fixed"])


def _instructions(book: Workbook, looks: dict[str, Any]) -> None:
    sheet = book.add_worksheet(_("How to fill it in")[:31])
    sheet.set_column(0, 0, 100)
    for row, words in enumerate(steps()):
        sheet.write_string(row, 0, words, looks["title" if row == 0 else "plain"])


def steps() -> list[str]:
    """How the form is filled in, line by line; the first one is the title."""
    return [
        _("How to fill in this form"),
        _("1. Type the figures in the unit that is named; per cent as 12,5, not as 0,125."),
        _("2. An empty cell changes nothing: what is stored stays. Zero is typed as 0."),
        _(
            "3. Where there is nothing to measure, write “không áp dụng” in the place of the figure."
        ),
        _("4. “How far it is settled”: choose estimate, preliminary or official from the list."),
        _("5. “Source”: who says so. Empty: the source that is typed on the page."),
        _(
            "6. On the page choose “Look at it”: you see what is added and corrected before it is stored."
        ),
    ]


def marked(table: Table, lines: Iterable[Line]) -> bytes:
    """The table given back: cells that cannot stand are red, with the reason in a remark and at the end of the row."""
    faults: dict[int, list[tuple[str, str]]] = {}
    for number, name, words in marks_of(lines):
        faults.setdefault(number, []).append((name, words))
    stream = BytesIO()
    with Workbook(stream, SAFE) as book:
        sheet = book.add_worksheet(_("Figures")[:31])
        bad = book.add_format(LOOKS["wrong"])
        width = max((len(row) for row in table.rows), default=0)
        sheet.set_column(0, width, 20)
        for place, row in enumerate(table.rows):
            for column, words in enumerate(row):
                sheet.write_string(place, column, words)
            for name, words in faults.get(place + 1, []):
                _mark(sheet, (place, table.places.get(name, width)), (words, row), bad)
            if place + 1 in faults:
                told = "; ".join(words for _name, words in faults[place + 1])
                sheet.write_string(place, width, told, bad)
        if table.heads is not None:
            sheet.write_string(table.heads, width, _("To be corrected"))
    return stream.getvalue()


def _mark(sheet: Any, place: tuple[int, int], said: tuple[str, list[str]], bad: Any) -> None:
    words, row = said
    column = place[1]
    sheet.write_string(*place, row[column] if column < len(row) else "", bad)
    sheet.write_comment(*place, words, {"x_scale": 2})
