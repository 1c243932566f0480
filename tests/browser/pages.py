"""Every page of the product, found as people find it: by following links."""

import os
import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from html import unescape
from urllib.parse import urlsplit

from playwright.sync_api import APIRequestContext

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tiendo.settings")

from django.urls import Resolver404, get_resolver, resolve
from django.urls.resolvers import URLResolver

LINK = re.compile(r'<a\b[^>]*?\bhref="(/[^"#]*)')
VISITS = 20  # of pages of one kind; which links a page has depends on its rows
FEW = 5  # of them when every page is found; tests/tiendo/ looks at every row of plans and registers
# Pages that only somebody who is not logged in sees.
OUTSIDE = {
    "account_login": "/dang-nhap/",
    "account_inactive": "/dang-nhap/bi-khoa/",
    "account_reset_password": "/mat-khau/quen/",
    "accounts:come_in": "/phieu-dang-nhap/",
    "accounts:by_link": "/phieu-dang-nhap/khong-co/",
}
# Addresses without a page of their own: they change something, send a file, or lead on.
OFFICE_BUTTONS = {
    f"administration:{name}"
    for name in (
        *("delete_office", "name_office", "forget_name", "rename_group", "delete_group"),
        *("name_group", "join_group", "leave_group", "add_holiday", "delete_holiday"),
        *("confirm_holidays", "take_over_offices", "take_back", "export_offices"),
    )
}
WITHOUT_PAGE = {
    "ui:language",
    "ui:type-size",
    "desk:home",
    "plans:file",
    "plans:picture",
    "progress:evidence",
    "plans:discard",
    "plans:check_anew",
    "plans:unrelate",
    "plans:accept_sure",
    "plans:names",
    "plans:decide",
    "progress:key",
    "progress:confirm",
    "accounts:choose_password",
    "accounts:end_stand_in",
    "administration:reactivate",
    "administration:end_charge",
    "administration:add_roster",
    "administration:roster_sample",
    *OFFICE_BUTTONS,
    *("desk:act", "progress:bulk", "progress:join", "desk:keep_view", "desk:forget_view"),
    *(f"reminders:{name}" for name in ("wish", "take", "end", "feed")),
    *("proofs:describe", "proofs:remove", "proofs:judge", "proofs:preview"),
    *("sheets:form", "sheets:marked", "outside:revoke", "outside:answer", "outside:sheet"),
    *(f"owing:{name}" for name in ("lead", "receive", "refuse", "recall", "name_officer")),
    *(f"owing:{name}" for name in ("release", "add_step", "step", "say", "unsay")),
    "owing:recall_request",
    *("extensions:withdraw", "directing:answer", "directing:recall"),
    *(f"amending:{name}" for name in ("decide", "give_up", "end", "remove", "take", "take_back")),
    *("amending:settle", "handover:confirm", "handover:go_on", "handover:prepare", "plans:share"),
    *("administration:ask_package", "administration:package_file", "administration:export_history"),
    *("administration:take_over_successions", "administration:withdraw_succession"),
    "administration:succession_sample",
    *(f"rounds:{name}" for name in ("sheet", "nudge", "days", "answer", "review", "let_in")),
    *(
        f"registers:{name}"
        for name in (
            *("answer", "attach", "carry_out", "detach", "file", "returned", "template"),
            *("store_outlines", "take_back_outlines"),
        )
    ),
    *("plans:untie", "industry:take_back", "industry:tell_apart"),
    *("indicators:template", "indicators:template_many"),
    *(f"dashboard:{name}" for name in ("svg", "png", "sheet", "places_sheet", "targets_sheet")),
}
# Links lead there only for a while: to an entry that is being written, to a body that was invited, for an office
# whose work runs, while a plan is being amended. The walk over every address (tests/tiendo/visits.py) looks at them.
FOR_A_WHILE = {
    *("proofs:proofs", "outside:for_report", "extensions:ask", "rounds:opening", "plans:amends"),
    *(
        "amending:add",
        "amending:amendment",
        "amending:change",
        "amending:choose",
        "amending:clause",
    ),
    *("amending:head", "amending:match", "amending:proposal", "amending:propose"),
    *(
        "registers:import",
        "registers:outline_file",
        "industry:merge",
        "difficulties:forward",
        "difficulties:gather",
    ),
    *("raising:raise", "procedures:one_stop"),
    *("amending:submission", "amending:withdraw", "handover:undo"),
}
# Reached by people who type it, or only for a moment.
UNLINKED = {"account_logout": "/dang-xuat/", "ui:components": "/he-thong/thanh-phan/"}
SENDS_FILE = re.compile(r"[?&]dang=")  # rows of a list as a file
TABS = re.compile(r"\?(?:.*&)?xem=([a-z-]+)")


@cache
def names_of_addresses() -> set[str]:
    """The names of all addresses, with their application: "plans:review"."""
    return set(_names(get_resolver(), ""))


def _names(resolver: URLResolver, prefix: str) -> Iterator[str]:
    for pattern in resolver.url_patterns:
        if isinstance(pattern, URLResolver):
            inner = f"{prefix}{pattern.namespace}:" if pattern.namespace else prefix
            yield from _names(pattern, inner)
        elif pattern.name:
            yield f"{prefix}{pattern.name}"


def find_pages(asking: APIRequestContext, address: str) -> dict[str, str]:
    """One path for every kind of page that links lead to from the first screen, by its name.

    A tab of the review is a kind of its own: "plans:review xem=co-quan". `asking` is logged in.
    """
    found: dict[str, str] = {}
    visits: Counter[str] = Counter()
    seen, waiting = {"/"}, {_kind("/"): ["/"]}
    while name := _next_kind(waiting, visits, found):
        path = waiting[name].pop(0)
        visits[name] += 1
        answer = asking.get(address + path)
        assert answer.status == 200, (path, answer.status)
        arrived = urlsplit(answer.url)._replace(scheme="", netloc="").geturl()
        found.setdefault(_kind(arrived), arrived)
        for link in map(unescape, LINK.findall(answer.text())):
            if link not in seen and _is_page(link):
                seen.add(link)
                waiting.setdefault(_kind(link), []).append(link)
    others = UNLINKED | dict(_beside(found))
    for path in others.values():
        assert asking.get(address + path).status == 200, path
    return found | others


def _next_kind(waiting: dict[str, list[str]], visits: Counter[str], found: dict[str, str]) -> str:
    """The kind visited least of those that wait; "" when of each enough were visited, or none waits.

    While a page is still missing, many of each kind are visited; else only a few.
    """
    names = {kind.split()[0] for kind in found if kind}
    beside = OUTSIDE.keys() | UNLINKED.keys() | dict(_beside(found)).keys()
    missing = names_of_addresses() - names - beside - FOR_A_WHILE - WITHOUT_PAGE
    enough = VISITS if missing else FEW
    left = [kind for kind, paths in waiting.items() if paths]
    least = min(left, key=visits.__getitem__, default="")
    return least if visits[least] < enough else ""


def _is_page(path: str) -> bool:
    name = _kind(path)
    return bool(name) and name not in WITHOUT_PAGE and not SENDS_FILE.search(path)


def _beside(found: dict[str, str]) -> Iterator[tuple[str, str]]:
    """The pages to which links lead only for a while, by the pages they belong to."""
    if "progress:plan" in found:
        yield "progress:past", f"{found['progress:plan']}ky-truoc/"
    if "plans:review" in found:
        yield "plans:answers", f"{found['plans:review']}tra-loi/"


def _kind(path: str) -> str:
    """The name of the page at this path; "" where there is none."""
    try:
        name = resolve(urlsplit(path).path).view_name
    except Resolver404:
        return ""
    tab = TABS.search(path)
    return f"{name} xem={tab[1]}" if tab else name
