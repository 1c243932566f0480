"""The page behind a link: no account, no navigation, nothing but what this body was asked."""

import uuid
from collections.abc import Callable
from functools import wraps
from typing import Any

from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from tiendo.accounts.clock import moment, today
from tiendo.progress.models import Contribution, OfficeReport, OutsideLink, Source
from tiendo.progress.outside import limits, services
from tiendo.progress.outside.forms import NameForm
from tiendo.progress.owing.asking import answer_of
from tiendo.progress.owing.forms import AnswerForm
from tiendo.progress.rounds import services as rounds
from tiendo.progress.rounds.form import OfficeForm
from tiendo.progress.rounds.merging import shown
from tiendo.progress.rounds.posted import read_posted
from tiendo.progress.rounds.status import WRITABLE, may_write
from tiendo.progress.rounds.writing import door_of
from tiendo.progress.sheets.previewing import posted_of
from tiendo.progress.sheets.reading import read_form
from tiendo.progress.sheets.views import sent
from tiendo.progress.sheets.writing import workbook
from tiendo.ui.render import render_page

View = Callable[[HttpRequest, OutsideLink], HttpResponse]


def by_link(view: View) -> Callable[[HttpRequest, str], HttpResponse]:
    """Let whoever has a code that works into a view; all others get the same sentence, and are counted."""

    @never_cache
    @wraps(view)
    def guarded(request: HttpRequest, code: str) -> HttpResponse:
        now = moment()
        stopped = limits.is_stopped(request, now)
        link = None if stopped else services.find(code, today())
        if link is None:
            limits.count(request, now)
            context = {"too_often": stopped, "has_errors": True}
            answer = render_page(request, "outside/gone.html", context, status=404)
        else:
            answer = view(request, link)
        answer["X-Robots-Tag"] = "noindex, nofollow"
        return answer

    return guarded


@by_link
def answer(request: HttpRequest, link: OutsideLink) -> HttpResponse:
    """What is asked, and the form to answer it."""
    if link.contribution:
        return _contribution(request, link.contribution)
    return _report(request, link.office_report)  # type: ignore[arg-type]  # a link leads to one of both


@by_link
def sheet(request: HttpRequest, link: OutsideLink) -> HttpResponse:
    """The report as an .xlsx form."""
    row = link.office_report
    if row is None or not may_write(row.state, door_of(row)):
        return redirect(request.path.removesuffix("mau.xlsx"))
    form = OfficeForm(row, today())
    facts = (uuid.uuid4().hex, shown(form.as_shown()), row.version)
    return sent(row, workbook(form, *facts))


def _contribution(request: HttpRequest, row: Contribution) -> HttpResponse:
    data, files = request.POST or None, request.FILES or None
    form, name = AnswerForm(data, files, today=today()), NameForm(data)
    recalled = row.request.recalled_at is not None
    if form.is_bound and not recalled and form.is_valid() & name.is_valid():
        try:
            services.answer(
                contribution=row,
                words=form.words(),
                files=form.cleaned_data["evidence"],
                author=name.cleaned_data["author_name"],
                now=moment(),
            )
            return redirect(request.path)
        except ValidationError as problem:
            form.add_error(None, problem)
    context = {"row": row, "form": form, "name": name, "answer": answer_of(row, today()).value}
    status = 422 if form.errors or name.errors else 200
    return render_page(request, "outside/contribution.html", context, status=status)


def _report(request: HttpRequest, row: OfficeReport) -> HttpResponse:
    too_late = request.method == "POST" and row.state in WRITABLE  # what was typed is shown again
    if not may_write(row.state, door_of(row)) and not too_late:
        entries = row.entries.select_related("occurrence__obligation__task")
        context = {"row": row, "entries": entries.prefetch_related("evidence")}
        return render_page(request, "outside/sent.html", context)
    if request.method != "POST":
        told = {"saved": row.saved_at}
        return _form(request, OfficeForm(row, today()), NameForm(_name(row)), told)
    if request.POST.get("do") == "take":
        return _taken(request, row)
    return _posted(request, row)


def _name(row: OfficeReport) -> dict[str, str] | None:
    return {"author_name": row.author_name} if row.author_name else None


def _form(
    request: HttpRequest, form: OfficeForm, name: NameForm, told: dict[str, Any], status: int = 200
) -> HttpResponse:
    row = form.report
    context = {"row": row, "form": form, "name": name, "version": row.version, **told}
    context.setdefault("key", uuid.uuid4().hex)
    stored = OfficeForm(row, today()) if form.is_bound else form
    context.setdefault("shown", shown(stored.as_shown()))
    return render_page(request, "outside/report.html", context, status=status)


def _taken(request: HttpRequest, row: OfficeReport) -> HttpResponse:
    """Fill the page with what a form in Excel says; nothing is saved yet."""
    name = NameForm(_name(row))
    try:
        file = request.FILES.get("form")
        if file is None:
            raise ValidationError(_("Choose the form that you filled in."))
        filled = read_form(file)
        if filled.report != row.pk:
            raise ValidationError(
                _("This form is of another report. Download the form of this one.")
            )
    except ValidationError as error:
        return _form(request, OfficeForm(row, today()), name, {"problems": error.messages}, 422)
    posted = read_posted(row, today(), posted_of(row, today(), filled))
    typed = OfficeForm(row, today(), posted.data)
    return _form(request, typed, name, {"taken": True, "conflicts": posted.conflicts})


def _posted(request: HttpRequest, row: OfficeReport) -> HttpResponse:
    """Save what was typed, and send it when that was asked for."""
    posted = read_posted(row, today(), request.POST)
    typed = OfficeForm(row, today(), posted.data, request.FILES or None)
    name = NameForm(request.POST)
    if posted.conflicts:
        return _form(request, typed, name, {"conflicts": posted.conflicts}, 409)
    told: dict[str, Any] = {"key": request.POST.get("key", "")}
    if not name.is_valid():
        return _form(request, typed, name, told, 422)
    try:
        typed.report = _saved(request, typed, name)
        told["saved"] = typed.report.saved_at
        send = request.POST.get("do") == "send"
        if not (typed.check_complete() if send else typed.is_valid()):
            return _form(request, typed, name, told, 422)
        if send:
            rounds.send(report=typed.report, actor=None, now=moment())
    except rounds.Passed as passed:  # between reading and storing
        return _posted(request, passed.report)
    except ValidationError as error:
        return _form(request, typed, name, {**told, "problems": error.messages}, 422)
    return redirect(request.path)


def _saved(request: HttpRequest, typed: OfficeForm, name: NameForm) -> OfficeReport:
    return rounds.save_office_report(
        report=typed.report,
        words=typed.words(nothing=False),
        entries=typed.entry_words(),
        coming=rounds.Coming(
            version=typed.report.version,
            key=request.POST.get("key", "")[:36],
            source=Source.LINK,
            author_name=name.cleaned_data["author_name"],
        ),
        actor=None,
        now=moment(),
    )
