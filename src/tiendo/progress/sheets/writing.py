"""Writing the form: what is asked locked, where one types open, what was last said beside it.

Everything is written as text: nothing that somebody typed becomes a formula.
"""

from dataclasses import dataclass
from io import BytesIO
from typing import Any

import xlsxwriter
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from tiendo.progress.models import Report, WorkState
from tiendo.progress.rounds import words as round_words
from tiendo.progress.rounds.form import Entry, EntryForm, OfficeForm
from tiendo.progress.sheets.figures import write_figures
from tiendo.progress.sheets.identity import Identity, row_code, signed
from tiendo.progress.sheets.layout import (
    BEFORE,
    CODE,
    COLUMNS,
    GENERAL,
    IDENTITY,
    INPUTS,
    NUMBER,
    PERIOD,
    REMARK,
    TASK,
)
from tiendo.progress.words import named

WIDTHS = {CODE: 2, NUMBER: 6, TASK: 42, PERIOD: 15, BEFORE: 34, REMARK: 34} | dict(
    zip(INPUTS.values(), (19, 48, 11, 13, 30, 30), strict=True)
)
SAFE = {"strings_to_formulas": False, "strings_to_urls": False, "in_memory": True}
LOOKS: dict[str, dict[str, Any]] = {
    "title": {"bold": True, "font_size": 14},
    "plain": {"text_wrap": True, "valign": "top"},
    "head": {"bold": True, "text_wrap": True, "valign": "top", "border": 1, "bg_color": "#E8EDF3"},
    "fixed": {"text_wrap": True, "valign": "top", "border": 1, "bg_color": "#F5F6F8"},
    "open": {"text_wrap": True, "valign": "top", "border": 1, "locked": False, "num_format": "@"},
    "wrong": {
        **{"text_wrap": True, "valign": "top", "border": 1, "locked": False, "num_format": "@"},
        **{"bg_color": "#F9D4D0", "font_color": "#8A1F11"},
    },
}


@dataclass(slots=True)
class _Book:
    """A form being written: the workbook, its sheet, the looks of its cells, what the office typed."""

    form: OfficeForm
    book: Any
    sheet: Any
    looks: dict[str, Any]
    values: dict[str, str]

    def cell(self, place: tuple[int, int], name: str, errors: list[str]) -> None:
        """A cell to type in; what is wrong with it stands in a comment."""
        look = self.looks["wrong" if errors else "open"]
        self.sheet.write_string(*place, self.values.get(name, ""), look)
        if errors:
            self.sheet.write_comment(*place, "\n".join(errors), {"x_scale": 2})


def workbook(form: OfficeForm, key: str, shown: str, version: int) -> bytes:
    """The bytes of an .xlsx file; what is wrong in a form that was filled in is marked in it."""
    stream = BytesIO()
    with xlsxwriter.Workbook(stream, SAFE) as book:
        sheet = book.add_worksheet(_("Report")[:31])
        looks = {name: book.add_format(facts) for name, facts in LOOKS.items()}
        values = _shown_words(form)
        made = _Book(form, book, sheet, looks, values)
        first = _general(made)
        last = _entries(made, first)
        _finish(made, first, last)
        write_figures(book, looks, form)
        _instructions(made)
        identity = book.add_worksheet(IDENTITY)
        for row, text in enumerate(signed(Identity(form.report.pk, version, key, shown))):
            identity.write_string(row, 0, text)
        identity.very_hidden()
    return stream.getvalue()


def _shown_words(form: OfficeForm) -> dict[str, str]:
    """What the cells say: as the page has it, states in words."""
    labels = {state.value: capfirst(str(state.label)) for state in WorkState}
    return {
        name: labels.get(text, text) if name.endswith("-work") else text
        for name, text in form.as_shown().items()
    }


def _general(made: _Book) -> int:
    """What the report is, and what the office says in general; returns the row of the heads below."""
    row, sheet, looks = made.form.report, made.sheet, made.looks
    title = _("Report of %(title)s") % {"title": round_words.title(row.round)}
    sheet.write_string(0, NUMBER, title, looks["title"])
    sheet.write_string(1, NUMBER, str(row.agency))
    told = {"day": f"{row.due:%d/%m/%Y}", "first": f"{row.round.starts:%d/%m/%Y}"}
    told["last"] = f"{row.round.cut_off:%d/%m/%Y}"
    sheet.write_string(
        2, NUMBER, _("Report by %(day)s; figures from %(first)s to %(last)s.") % told
    )
    for place, name in enumerate(GENERAL, start=4):
        bound = made.form.general[name]
        sheet.write_string(place, CODE, bound.html_name)
        sheet.merge_range(place, NUMBER, place, TASK, "", looks["head"])
        sheet.write_string(place, NUMBER, str(bound.label), looks["head"])
        errors = [str(error) for error in bound.errors]
        sheet.merge_range(place, PERIOD, place, INPUTS["work_on"], "", looks["open"])
        made.cell((place, PERIOD), bound.html_name, errors)
        sheet.set_row(place, 60)
    return 4 + len(GENERAL) + 1


def _entries(made: _Book, first: int) -> int:
    """The heads and a row for each piece of work; returns the last row."""
    sheet, entries = made.sheet, made.form.open_entries
    wrong = any(entry.form.errors for entry in entries if entry.form.is_bound)
    heads = {NUMBER: _("No."), TASK: _("Work under the plan"), PERIOD: _("Period")}
    heads[BEFORE] = _("Last period")
    if entries:
        heads |= {place: str(entries[0].form[name].label) for name, place in INPUTS.items()}
    heads |= {REMARK: _("To be corrected")} if wrong else {}
    sheet.write_string(first, CODE, COLUMNS)
    for name, column in INPUTS.items():
        sheet.write_string(first - 1, column, name)
    for column, words in heads.items():
        sheet.write_string(first, column, words, made.looks["head"])
    for place, entry in enumerate(entries, start=first + 1):
        _entry(made, place, entry)
    return first + len(entries)


def _entry(made: _Book, place: int, entry: Entry) -> None:
    sheet, fixed = made.sheet, made.looks["fixed"]
    sheet.write_string(place, CODE, row_code(made.form.report.pk, entry.row.pk))
    sheet.write_string(place, NUMBER, entry.task.number, fixed)
    sheet.write_string(place, TASK, entry.task.text + _counts_for(entry), fixed)
    due = f"\n{entry.row.deadline:%d/%m/%Y}" if entry.row.deadline else ""
    sheet.write_string(place, PERIOD, named(entry.row) + due, fixed)
    sheet.write_string(place, BEFORE, _before(entry.before), fixed)
    errors = entry.form.errors if entry.form.is_bound else {}
    for name, column in INPUTS.items():
        wrong = [str(error) for error in errors.get(name, [])]
        made.cell((place, column), f"{entry.form.prefix}-{name}", wrong)
    if errors:
        said = [str(error) for rows in errors.values() for error in rows]
        sheet.write_string(place, REMARK, "\n".join(said), made.looks["wrong"])


def _counts_for(entry: Entry) -> str:
    """The plans for which work that several give is reported here, on a line of its own; "" for the plan alone."""
    names = "; ".join(map(str, entry.plans))
    return "\n" + _("Reported once, counts for:") + f" {names}" if names else ""


def _before(report: Report | None) -> str:
    if report is None:
        return _("Nothing was reported on this work before.")
    said = capfirst(report.get_work_display())
    percent = f", {report.percent}%" if report.percent is not None else ""
    return "\n".join(filter(None, (said + percent, report.result, report.difficulties)))


def _finish(made: _Book, first: int, last: int) -> None:
    """Lock what is asked, offer the states, make it fit on paper."""
    sheet = made.sheet
    if last > first:
        states = [capfirst(str(state.label)) for state in WorkState]
        column = INPUTS["work"]
        told = {"error_title": _("Choose from the list"), "error_type": "warning"}
        told["error_message"] = _("Choose one of the states in the list.")
        sheet.data_validation(
            first + 1, column, last, column, {"validate": "list", "source": states, **told}
        )
        sheet.ignore_errors({"number_stored_as_text": f"H{first + 2}:I{last + 1}"})
    for column, width in WIDTHS.items():
        sheet.set_column(column, column, width)
    sheet.set_column(CODE, CODE, None, None, {"hidden": True})
    sheet.set_row(first - 1, None, None, {"hidden": True})
    sheet.freeze_panes(first + 1, PERIOD)
    sheet.protect("", {"format_columns": True, "format_rows": True})
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(first)


def _instructions(made: _Book) -> None:
    sheet = made.book.add_worksheet(_("How to fill it in")[:31])
    sheet.set_column(0, 0, 100)
    for row, words in enumerate(steps()):
        sheet.write_string(row, 0, words, made.looks["title" if row == 0 else "plain"])
    sheet.protect()


def steps() -> list[str]:
    """How the form is filled in, line by line; the first one is the title. Columns are called as their heads are."""
    heads = {name: str(field.label) for name, field in EntryForm.base_fields.items()}
    return [
        _("How to fill in this form"),
        _("1. Type only in the white cells. The grey ones say what is asked; they are locked."),
        _("2. “%(work)s”: choose a state from the list of the cell.") % heads,
        _("3. “%(percent)s”: a whole number from 0 to 100, without the percent sign.") % heads,
        _("4. “%(work_on)s”: the day of the work, like 25/01/2024; only for work done.") % heads,
        _(
            "5. Leave open what you have nothing to say about. Alt+Enter begins a new line in a cell."
        ),
        _(
            "6. Save the file as .xlsx; its name may be changed. LibreOffice works as well as Excel."
        ),
        _(
            "7. On the page of the report choose “Take the form back”; with a link, “Or by Excel”."
            " You see what changes first."
        ),
        _("8. The form belongs to one office and one round: it cannot be used for another one."),
    ]
