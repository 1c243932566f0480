"""May what is said of an establishment's lists and papers stand as it was entered."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from tiendo.environment.models import Dossier, DossierKind, Level, Listing, ProjectGroup, Site
from tiendo.legal.limits import last_day
from tiendo.legal.models import Norm
from tiendo.legal.saying import said
from tiendo.registers.plain_faults import faults_before, faults_below_zero, faults_to_come
from tiendo.registers.register import Fault, Setting

LICENCE_OF_GROUP_I, LICENCE_OF_OTHERS = "gpmt-nhom-i", "gpmt-nhom-khac"


def check_site(row: Site, setting: Setting) -> Iterator[Fault]:
    """Days that have come, figures that are not negative."""
    yield from faults_to_come(setting.today, row, "closed_on")
    yield from faults_below_zero(row, "wastewater")


def check_listing(row: Listing, setting: Setting) -> Iterator[Fault]:
    """Days in their order, a decision for the gravest level, one level at a time."""
    yield from faults_to_come(setting.today, row, "since", "remedied_on", "removed_on")
    for name in ("remedy_due", "remedied_on", "removed_on"):
        yield from faults_before(row, "since", name)
    if row.level == Level.SERIOUS and not row.decision:
        words = _(
            "An establishment is called seriously polluting by a decision: fill in its number."
        )
        yield Fault("decision", words, unless_reason=True)
    if row.remedy_due and not row.remedy:
        yield Fault("remedy", _("Say what has to be done by that day."))
    if row.removed_on and not row.removal:
        words = _("It is taken off the list by a decision: fill in its number.")
        yield Fault("removal", words, unless_reason=True)
    if row.removal and not row.removed_on:
        yield Fault("removed_on", _("Say of which day the decision is."))
    yield from _faults_of_two_levels(row)


def _faults_of_two_levels(row: Listing) -> Iterator[Fault]:
    if row.removed_on:
        return
    others = row.site.listings.filter(removed_on=None).exclude(pk=row.pk)
    for other in others.exclude(level=row.level, since=row.since)[:1]:
        words = _(
            "It still stands on the list as “%(level)s” since %(day)s: take it off there first."
        )
        told = {"level": other.get_level_display(), "day": f"{other.since:%d/%m/%Y}"}
        yield Fault("level", words % told, unless_reason=True)


def check_dossier(row: Dossier, setting: Setting) -> Iterator[Fault]:
    """Days in their order, a number with its day, a licence no longer than its norm allows."""
    yield from faults_to_come(setting.today, row, "filed_on", "issued_on")
    yield from faults_before(row, "filed_on", "issued_on")
    yield from faults_before(row, "issued_on", "valid_to")
    if row.number and not row.issued_on:
        yield Fault("issued_on", _("Say of which day the paper is."))
    if not row.number and not row.filed_on:
        yield Fault("filed_on", _("Say when it was filed, or fill in number and day of the paper."))
    if row.kind == DossierKind.LICENCE and row.issued_on and row.valid_to:
        yield from _faults_of_term(row)


def _faults_of_term(row: Dossier) -> Iterator[Fault]:
    """A licence holds at most 7 years for group I, else 10: Law 72/2020/QH14, Article 40, clause 4 (verified)."""
    first = row.site.group == ProjectGroup.FIRST
    code = LICENCE_OF_GROUP_I if first else LICENCE_OF_OTHERS
    norm = row.issued_on and Norm.objects.norm_on(code, row.issued_on, row.locality_id)
    if norm and row.issued_on and row.valid_to:
        last = last_day(norm.limit, row.issued_on, {})
        if row.valid_to > last:
            words = _("It can hold to %(day)s at the latest; the norm is %(norm)s.")
            told = {"day": f"{last:%d/%m/%Y}", "norm": said(norm)}
            yield Fault("valid_to", words % told, unless_reason=True)
