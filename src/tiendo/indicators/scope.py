"""Who gives the figures of which indicator."""

from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.shortcuts import get_object_or_404

from tiendo.accounts.access import Request, reach
from tiendo.accounts.rights import GIVE_ALL_FIGURES, GIVE_FIGURES, Standing
from tiendo.agencies.models import Agency
from tiendo.indicators.models import Indicator, Observation


def gives(standing: Standing, indicator: Indicator) -> bool:
    """Whether this person gives the figures of an indicator: of the own office, or of all."""
    office = indicator.source_agency_id
    own = office is not None and standing.may(GIVE_FIGURES, office)
    return own or standing.may(GIVE_ALL_FIGURES)


def found_in(request: Request, pk: int) -> Indicator:
    """An indicator that the person may read; 404 for another."""
    rows = reach(Indicator.objects.all(), request.standing).select_related("source_agency")
    return get_object_or_404(rows.prefetch_related("definitions"), pk=pk)


def given_in(request: Request, pk: int) -> Indicator:
    """An indicator whose figures the person gives; 404 out of reach, 403 for one that another office gives."""
    indicator = found_in(request, pk)
    if not gives(request.standing, indicator):
        raise PermissionDenied
    return indicator


def row_given_in(request: Request, pk: int) -> Observation:
    """A figure of an indicator whose figures the person gives; 404 out of reach, 403 for one of another office."""
    rows = reach(Observation.objects.all(), request.standing)
    rows = rows.select_related("indicator__source_agency", "place", "entered_by")
    row = get_object_or_404(rows.prefetch_related("indicator__definitions"), pk=pk)
    if not gives(request.standing, row.indicator):
        raise PermissionDenied
    return row


def offices_given_in(request: Request) -> QuerySet[Agency]:
    """The offices whose figures the person gives, among those that are asked for any."""
    asked = Indicator.objects.filter(locality=request.standing.locality_id)
    offices = Agency.objects.filter(pk__in=asked.values("source_agency"))
    if not request.standing.may(GIVE_ALL_FIGURES):
        offices = offices.filter(pk__in=request.standing.offices(GIVE_FIGURES))
    return offices.order_by("sort_key", "pk")


def words_of_office(indicator: Indicator) -> str:
    """The source that is proposed: the office that gives the figure, as it is written there; "" where none is named."""
    office = indicator.source_agency
    if office is None:
        return ""
    written = indicator.observations.current().filter(source=office.name).exists()
    return office.name if written else office.label
