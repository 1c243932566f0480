"""People: all of them, one, a new one, and what is said of one."""

from dataclasses import asdict, dataclass
from datetime import date

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.db.models import Prefetch, QuerySet
from django.http import HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from tiendo.accounts import people as services
from tiendo.accounts.access import Request, page, reach
from tiendo.accounts.models import Membership, Role, User
from tiendo.accounts.people import Facts
from tiendo.accounts.rights import ERASE_PERSONAL, MANAGE_PEOPLE, SEE_PEOPLE
from tiendo.administration.changes import Told, told
from tiendo.administration.feeds import Asked, feed, stretch
from tiendo.administration.people_forms import PersonForm, RoleForm, role_choices
from tiendo.agencies.models import Agency
from tiendo.history.models import Change
from tiendo.ui.render import render_page
from vanban.text import fold

ON_A_PAGE = 50
CHANGES = 20  # the newest ones; the history has them all
STATES = ("open", "closed", "without", "never")


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the list is asked for."""

    query: str = ""
    office: int | None = None
    role: str = ""
    state: str = "open"

    @property
    def active(self) -> int:
        """How many filters are on."""
        return sum((self.office is not None, bool(self.role), self.state != "open"))


@require_safe
@page(SEE_PEOPLE)
def people(request: Request) -> HttpResponse:
    """The people of the locality, searched with or without accents, by office, role and state."""
    wanted = read_wanted(request.GET)
    everybody = reach(User.objects.all(), request.standing)
    shown = Paginator(found(everybody, wanted, request.today), ON_A_PAGE).get_page(
        request.GET.get("page")
    )
    context = {
        "page": shown,
        "wanted": wanted,
        "total": everybody.filter(is_active=True).count(),
        "offices": offices_of(request),
        "roles": role_choices(),
        "may_manage": request.standing.may(MANAGE_PEOPLE),
        "states": [(state, _state_words(state)) for state in STATES],
    }
    return render_page(request, "administration/people/list.html", context)


def read_wanted(query: QueryDict) -> Wanted:
    """What the address asks for; what cannot be is left out."""
    office, role = query.get("office", ""), query.get("role", "")
    state = query.get("state", "open")
    return Wanted(
        query=query.get("q", "").strip(),
        office=int(office) if office.isdecimal() and len(office) < 12 else None,
        role=role if role in Role.values else "",
        state=state if state in STATES else "open",
    )


def found(everybody: QuerySet[User], wanted: Wanted, today: date) -> QuerySet[User]:
    """The people asked for, by given name, each with the roles of the day in `held`."""
    held = Membership.objects.in_force(today).select_related("agency").order_by("pk")
    rows = everybody.filter(is_active=wanted.state != "closed")
    if wanted.query:
        rows = rows.filter(fold__contains=fold(wanted.query))
    of_filter = {"agency": wanted.office, "role": wanted.role}
    if chosen := {name: value for name, value in of_filter.items() if value}:
        rows = rows.filter(pk__in=held.filter(**chosen).order_by().values("user"))
    if wanted.state == "without":
        rows = rows.exclude(pk__in=held.order_by().values("user"))
    if wanted.state == "never":
        rows = rows.filter(last_login=None)
    return rows.prefetch_related(Prefetch("memberships", held, "held")).order_by("sort_key", "pk")


def _state_words(state: str) -> str:
    return {
        "open": _("Open accounts"),
        "closed": _("Closed accounts"),
        "without": _("Open, without a role today"),
        "never": _("Open, never logged in"),
    }[state]


@require_safe
@page(SEE_PEOPLE)
def person(request: Request, pk: int) -> HttpResponse:
    """One person: roles, charges, who stands in, the last sign-in, the history."""
    found = get_object_or_404(reach(User.objects.all(), request.standing), pk=pk)
    today = request.today
    memberships = found.memberships.select_related("agency").order_by("agency__sort_key", "role")
    context = {
        "person": found,
        "memberships": memberships.not_over(today),
        "former": memberships.filter(valid_to__lt=today),
        "charges": found.charges.not_over(today).select_related("agency"),
        "leads": memberships.in_force(today).filter(role=Role.LEADER).exists(),
        "absences": found.absences.not_over(today).select_related("deputy"),
        "deputises": found.deputises.not_over(today).select_related("absent"),
        "slip": found.slips.order_by("-made_at").first(),
        "today": today,
        "changes": _changes(request, found),
        "may_manage": request.standing.may(MANAGE_PEOPLE),
        "may_erase": request.standing.may(ERASE_PERSONAL),
    }
    return render_page(request, "administration/people/person.html", context)


def _changes(request: Request, person: User) -> list[Told]:
    """The newest changes that the person made, or that are about the person."""
    rows = feed(reach(Change.objects.all(), request.standing), Asked(person=person))
    return told(stretch(rows, 0, CHANGES).rows)


@page(MANAGE_PEOPLE)
def add_person(request: Request) -> HttpResponse:
    """A new person with a first role; the page of the person follows, where the slip is printed."""
    form = PersonForm(request.POST or None)
    role = RoleForm(offices_of(request), request.POST or None)
    if form.is_valid() and role.is_valid():
        facts, said = form.facts, _("“%(name)s” is added. Print a slip for the first time in.")
        try:
            user = services.add(facts=facts, given=(role.given,), actor=request.user)
            messages.success(request, said % {"name": user})
            return redirect("administration:person", user.pk)
        except ValidationError as error:
            form.add_error(None, error)
    status = 422 if form.is_bound else 200
    context = {"form": form, "role": role, "has_errors": status == 422}
    return render_page(request, "administration/people/add.html", context, status=status)


@page(MANAGE_PEOPLE)
def change_person(request: Request, pk: int) -> HttpResponse:
    """Correct what is said of a person."""
    user = get_object_or_404(reach(User.objects.all(), request.standing), pk=pk)
    now = {name: getattr(user, name) for name in asdict(Facts("", ""))}
    form = PersonForm(request.POST or None, person=user, initial=now)
    if form.is_valid():
        try:
            services.change(user=user, facts=form.facts, actor=request.user)
            messages.success(request, _("“%(name)s” is changed.") % {"name": user})
            return redirect("administration:person", user.pk)
        except ValidationError as error:
            form.add_error(None, error)
    status = 422 if form.is_bound else 200
    context = {"form": form, "person": user}
    return render_page(request, "administration/people/change.html", context, status=status)


def offices_of(request: Request) -> QuerySet[Agency]:
    """The offices in which somebody can hold a role today."""
    return reach(Agency.objects.in_force(request.today), request.standing)
