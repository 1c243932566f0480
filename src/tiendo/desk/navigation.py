"""What surrounds every page: where one can go, which plan is looked at, whose installation this is."""

from collections.abc import Iterable
from typing import Any, TypedDict

from django.db.models import Count, OuterRef, QuerySet, Subquery
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from tiendo.accounts.access import reach, stand
from tiendo.accounts.rights import (
    APPROVE,
    CHECK_DRAFT,
    MANAGE_PEOPLE,
    MANAGE_WORKDAYS,
    NUDGE,
    READ_HISTORY,
    READ_IN,
    REPORT,
    REPORT_FOR_ALL,
    REVIEW,
    SEE_PEOPLE,
    SEE_SYSTEM,
    SET_EXTENSION_RULE,
    Standing,
)
from tiendo.agencies.models import Locality
from tiendo.desk.models import Notice
from tiendo.desk.saved import PAGES, seen_by
from tiendo.plans.models import Plan, Target, Task, TaskKind
from tiendo.progress.rounds.queue import waiting_for

PLAN_PAGES = frozenset(
    f"progress:{name}"
    for name in ("plan", "plan_tasks", "duties", "targets", "timeline", "past", "joined")
) | {"plans:source", "plans:head", "plans:related"}
PLAN_PAGES |= {f"rounds:{name}" for name in ("grid", "open", "queue", "returned", "rates", "days")}


# Who has one of these finds things to settle in the queue.
SETTLING = (APPROVE, REVIEW, NUDGE, MANAGE_PEOPLE)


class Item(TypedDict, total=False):
    """One place to go: its address, its words, what it counts, whether one is there."""

    name: str
    url: str
    icon: str
    label: str
    count: int | None
    hot: bool
    current: bool


class Group(TypedDict):
    """Places under one heading."""

    title: str
    items: list[Item]


def frame(request: HttpRequest) -> dict[str, Any]:
    """The context of the frame; without navigation before signing in and where no view was found."""
    if (
        not getattr(request, "user", None)
        or not request.user.is_authenticated
        or not request.resolver_match
    ):
        return _door()
    standing = stand(request)
    plan = _plan(request, standing)
    groups = [_own(standing), *_of_plan(plan, standing), _of_house(standing)]
    _mark_current(request, groups)
    return {
        "navigation": [group for group in groups if group["items"]],
        "bottombar": _shortcuts(groups),
        "plan_picker": plan and {"url": reverse("progress:plans"), "label": plan.short_title},
        "authority": standing.authority,
        "office": standing.office,
        "today": request.today,  # type: ignore[attr-defined]
        "practice": standing.practice,
        "bell": _bell(request, plan),
        "search_url": reverse("desk:search"),
        **_kept_views(request, standing),
    }


def _kept_views(request: HttpRequest, standing: Standing) -> dict[str, Any]:
    """On a list: the ways to look at it that were kept, and the office they can be shared in."""
    match = request.resolver_match
    if not match or match.view_name not in PAGES:
        return {}
    offices = sorted(agency for _role, agency in standing.roles)
    rows = seen_by(request.user, standing, request.path)  # type: ignore[arg-type]
    return {"saved_views": list(rows), "saved_office": offices[0] if offices else None}


def _bell(request: HttpRequest, plan: Any) -> dict[str, Any]:
    """Where the reminders are, and how many were not seen: counted with the plan where there is one."""
    new = plan.unseen or 0 if plan else _unseen(request).count()
    words = ngettext("Reminders, %(n)d new", "Reminders, %(n)d new", new) % {"n": new}
    return {
        "url": reverse("reminders:mine"),
        "count": new,
        "label": words if new else _("Reminders"),
    }


def _unseen(request: HttpRequest) -> QuerySet[Notice]:
    return Notice.objects.filter(user=request.user.pk, read_at=None).order_by()


def _door() -> dict[str, Any]:
    """What is said before signing in: whose installation this is, and whether it is for practice."""
    localities = list(Locality.objects.all()[:2])
    only = localities[0] if len(localities) == 1 else None
    return {
        "authority": only and (only.short_name or only.name),
        "practice": bool(localities) and all(locality.practice for locality in localities),
    }


def _plan(request: HttpRequest, standing: Standing) -> Any:
    """The plan looked at, or else the newest one, with what it counts, in one query; None without plans."""
    plans = reach(Plan.objects.all(), standing)
    match = request.resolver_match
    chosen = getattr(request, "plan_id", None)
    if match and match.view_name in PLAN_PAGES:
        chosen = match.kwargs["pk"]
    newest = Subquery(plans.values("pk")[:1])
    rows = _counted(plans.filter(pk=chosen or newest), standing)
    return rows.annotate(unseen=_count(_unseen(request), "user")).first()


def _counted(plans: QuerySet[Plan], standing: Standing) -> QuerySet[Plan]:
    waiting = waiting_for(standing).filter(round__plan=OuterRef("pk")).order_by()
    tasks = Task.objects.filter(plan=OuterRef("pk")).order_by()
    return plans.annotate(
        task_count=_count(tasks.filter(kind=TaskKind.TASK)),
        duty_count=_count(tasks.filter(kind=TaskKind.DUTY)),
        target_count=_count(
            Target.objects.filter(plan=OuterRef("pk"), cancelled_on=None).order_by()
        ),
        report_count=_count(waiting, "round__plan"),
    )


def _count(rows: QuerySet[Any], by: str = "plan") -> Subquery:
    return Subquery(rows.values(by).annotate(n=Count("pk")).values("n"))


def _own(standing: Standing) -> Group:
    own = sorted(standing.offices(REPORT) | standing.offices(REPORT_FOR_ALL))
    items = [_item("progress:office", "inbox", _("My work"), own[0])] if own else []
    if any(standing.may(right) for right in SETTLING):
        items.append(_item("desk:queue", "clock", _("Waits for me")))
    return {"title": "", "items": [*items, _item("desk:calendar", "calendar", _("Due days"))]}


def _of_plan(plan: Any, standing: Standing) -> Iterable[Group]:
    items: list[Item] = []
    if plan is not None:
        items = [
            _item("progress:plan", "layers", _("At a glance"), plan.pk),
            _item("progress:targets", "target", _("Targets"), plan.pk, plan.target_count),
            _item("progress:plan_tasks", "list", _("Tasks"), plan.pk, plan.task_count),
            _item("progress:duties", "book", _("Duties"), plan.pk, plan.duty_count),
            _item("progress:timeline", "gantt", _("Timeline"), plan.pk),
            _item("rounds:grid", "grid", _("Reporting rounds"), plan.pk, plan.report_count)
            | {"hot": bool(plan.report_count)},
            _item("plans:source", "quote", _("The document"), plan.pk),
        ]
    return [{"title": _("Plan"), "items": items}]


def _of_house(standing: Standing) -> Group:
    items = [
        _item("progress:plans", "copy", _("All plans")),
        _item("registers:index", "book", _("Registers")),
        _item("indicators:index", "chart", _("Indicators")),
        _item("progress:offices", "office", _("Offices")),
    ]
    if standing.may(CHECK_DRAFT):
        items.append(_item("plans:check_draft", "check", _("Check a draft")))
    if standing.may(READ_IN):
        items.append(_item("plans:intakes", "doc", _("Read a plan in")))
    if standing.may(SEE_PEOPLE):
        items.append(_item("administration:people", "user", _("People")))
    if standing.may(MANAGE_WORKDAYS):
        items.append(_item("administration:holidays", "calendar", _("Working days")))
    if standing.may(SET_EXTENSION_RULE):
        items.append(_item("extensions:rule", "clock", _("Rule of extensions")))
    if standing.may(READ_HISTORY):
        items.append(_item("administration:history", "history", _("History")))
        items.append(_item("administration:removals", "trash", _("Deleted")))
    if standing.may(SEE_SYSTEM):
        items.append(_item("desk:system", "gear", _("System")))
    return {"title": _("Administration"), "items": items}


def _item(
    name: str, icon: str, label: str, pk: int | None = None, count: int | None = None
) -> Item:
    url = reverse(name, args=[] if pk is None else [pk])
    return {"name": name, "url": url, "icon": icon, "label": label, "count": count}


# Places that stay marked on the pages below them: a document, its order, its review.
WITH_PAGES_BELOW = ("plans:intakes", "registers:index")


def _mark_current(request: HttpRequest, groups: Iterable[Group]) -> None:
    items = [item for group in groups for item in group["items"]]
    for item in items:
        item["current"] = item["url"] == request.path
    if not any(item["current"] for item in items):
        for item in items:
            under = item["name"] in WITH_PAGES_BELOW
            item["current"] = under and request.path.startswith(item["url"])


def _shortcuts(groups: Iterable[Group]) -> list[Item]:
    """The places that stay in reach on a phone: at most three, "more" comes after them."""
    wanted = (
        "progress:office",
        "desk:queue",
        "progress:plan",
        "progress:plan_tasks",
        "plans:intakes",
        "progress:plans",
    )
    places = {item["name"]: item for group in groups for item in group["items"]}
    return [places[name] for name in wanted if name in places][:3]
