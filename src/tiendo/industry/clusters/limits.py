"""May sums of clusters, land and works stand as they were entered: not more than the whole."""

from collections.abc import Iterable, Iterator
from decimal import Decimal

from django.utils.translation import gettext as _

from tiendo.registers.register import Fault
from tiendo.ui.templatetags.ui import n

Figure = Decimal | int


def added(values: Iterable[Figure | None]) -> Figure | None:
    """The sum of what is known; None where nothing is."""
    known = [each for each in values if each is not None]
    return sum(known[1:], known[0]) if known else None


def faults_beyond(
    field: str, total: Figure | None, whole: Figure | None, label: object
) -> Iterator[Fault]:
    """The fault of a sum that is more than what was planned, approved or there; `label` names that whole."""
    if total is not None and whole is not None and total > whole:
        words = _("Together with the other rows it comes to %(total)s; “%(label)s” is %(whole)s.")
        said = {"total": n(total), "label": label, "whole": n(whole)}
        yield Fault(field, words % said, unless_reason=True)
