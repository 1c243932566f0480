"""What a forecast stands on and how far it holds, in sentences for the page that shows it."""

from django.utils.translation import gettext as _

from tiendo.indicators.forecast import Forecast, Method


def explained(found: Forecast) -> list[str]:
    """How the band came about, what it was drawn from, and what it cannot see; empty without a band."""
    if not found.bands:
        return []
    return [_method(found.method), _basis(found), _("A turn or a break to come is in no figure.")]


def _method(method: Method) -> str:
    if method is Method.GROWTH:
        return _(
            "Each year is taken to grow by the mean rate so far; the band is as wide as the rates were uneven, "
            "and holds what comes in about 80 of 100 cases."
        )
    return _(
        "Each year is taken to move by the mean step so far; the band is as wide as the steps were uneven, "
        "and holds what comes in about 80 of 100 cases."
    )


def _basis(found: Forecast) -> str:
    facts = {"values": found.values, "first": found.first_year, "last": found.last_year}
    if found.estimate:
        return (
            _("It stands on %(values)s figures of %(first)s–%(last)s; the last is an estimate.")
            % facts
        )
    return _("It stands on %(values)s figures of %(first)s–%(last)s.") % facts
