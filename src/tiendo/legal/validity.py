"""Whether something with a first and a last day holds on a day."""

from datetime import date
from enum import Enum

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


class Validity(Enum):
    """Whether a document or a norm holds."""

    NOT_YET = "not-yet"
    IN_FORCE = "in-force"
    ENDED = "ended"
    UNKNOWN = "unknown"

    @property
    def words(self) -> str | Promise:
        """For a list."""
        return WORDS[self]


WORDS = {
    Validity.NOT_YET: _("not yet in force"),
    Validity.IN_FORCE: _("still in force"),
    Validity.ENDED: _("no longer in force"),
    Validity.UNKNOWN: _("first day not known"),
}


def validity_on(first: date | None, last: date | None, day: date) -> Validity:
    """Whether what holds from `first` to `last`, both days with it, holds on `day`.

    An end that lies before `day` is known even where the first day is not; otherwise nothing is guessed.
    """
    if last is not None and last < day:
        return Validity.ENDED
    if first is None:
        return Validity.UNKNOWN
    return Validity.NOT_YET if day < first else Validity.IN_FORCE


def overlap(one: tuple[date, date | None], other: tuple[date, date | None]) -> bool:
    """Whether two spans share a day; a span without a last day goes on."""
    (first, last), (first_of_other, last_of_other) = one, other
    return first <= (last_of_other or date.max) and first_of_other <= (last or date.max)
