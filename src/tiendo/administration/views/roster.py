"""Adding many people at once: bring a table, look at what was understood, add them, print their slips."""

from dataclasses import asdict
from datetime import date
from typing import Any

from django.contrib import messages
from django.core import signing
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from tiendo.accounts import roster as rosters
from tiendo.accounts.access import Request, page, reach
from tiendo.accounts.models import Role
from tiendo.accounts.people import Facts, Given
from tiendo.accounts.rights import MANAGE_PEOPLE
from tiendo.accounts.roster import BadTable, New
from tiendo.administration.people_forms import DEFAULT_DAYS, RosterForm
from tiendo.administration.views.accounts import printed
from tiendo.administration.views.people import offices_of
from tiendo.agencies.models import Agency
from tiendo.ui.render import render_page

SALT = "tiendo.administration.roster"
A_DAY = 24 * 3600  # seconds


@page(MANAGE_PEOPLE)
def roster(request: Request) -> HttpResponse:
    """Take a table and show line by line what was understood; nothing is written yet."""
    form = RosterForm(request.POST or None, request.FILES or None)
    if form.is_valid():
        file: UploadedFile = form.cleaned_data["file"]
        try:
            rows = rosters.read_table(file.read(), file.name or "")
        except BadTable as error:
            form.add_error("file", str(error))
        else:
            return _preview(request, rosters.check(rows, request.user.locality))
    status = 422 if form.is_bound else 200
    return render_page(request, "administration/people/roster.html", {"form": form}, status=status)


def _preview(request: Request, lines: list[rosters.Line]) -> HttpResponse:
    new = rosters.to_add(lines)
    context = {
        "refused": [line for line in lines if line.problems],
        "fine": [line for line in lines if not line.problems],
        "people": len(new),
        "packed": signing.dumps(_packed(new), salt=_salt(request), compress=True),
    }
    return render_page(request, "administration/people/preview.html", context)


@never_cache
@require_POST
@page(MANAGE_PEOPLE)
def add_roster(request: Request) -> HttpResponse:
    """Add the people that were shown, all or none."""
    try:
        packed = signing.loads(request.POST.get("people", ""), salt=_salt(request), max_age=A_DAY)
        added = rosters.add_all(new=_unpacked(request, packed), actor=request.user)
    except (signing.BadSignature, KeyError):
        messages.error(request, _("What was shown is out of date. Bring the table again."))
        return redirect("administration:roster")
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
        return redirect("administration:roster")
    words = ngettext("%(n)d person was added.", "%(n)d people were added.", len(added))
    messages.success(request, words % {"n": len(added)})
    if request.POST.get("slips"):
        return printed(request, added, DEFAULT_DAYS)
    return redirect("administration:people")


def _salt(request: Request) -> str:
    """What was shown to one person is added by nobody else."""
    return f"{SALT}.{request.user.pk}"


def _packed(new: list[New]) -> list[list[Any]]:
    """The people as they travel through the form, signed."""
    return [
        [
            asdict(each.facts),
            [
                [role.agency.pk, role.role, str(role.valid_to) if role.valid_to else ""]
                for role in each.given
            ],
        ]
        for each in new
    ]


def _unpacked(request: Request, packed: list[list[Any]]) -> list[New]:
    """The people again; KeyError for an office that is no longer there."""
    offices = {row.pk: row for row in reach(Agency.objects.all(), request.standing)}
    return [
        New(
            Facts(**facts),
            tuple(
                Given(offices[office], Role(role), None, date.fromisoformat(last) if last else None)
                for office, role, last in given
            ),
        )
        for facts, given in packed
    ]


@require_safe
@page(MANAGE_PEOPLE)
def sample(request: Request) -> HttpResponse:
    """A table with the headings and one line, to be filled in; the semicolon is what Excel here opens in columns."""
    office = offices_of(request).first()
    heads = "Họ và tên;Tên đăng nhập;Chức vụ;Cơ quan;Vai trò;Email;Điện thoại;Đến ngày"
    line = f"Nguyễn Văn Mẫu;;Chuyên viên;{office.name if office else ''};người báo cáo;;;"
    answer = HttpResponse(f"\ufeff{heads}\r\n{line}\r\n", content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = 'attachment; filename="danh-sach-nguoi-dung.csv"'
    return answer
