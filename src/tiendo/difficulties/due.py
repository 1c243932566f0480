"""By which day has a difficulty to be answered? Counted from the norm of the locality, in its working days."""

from datetime import date

from tiendo.agencies.models import Holiday
from tiendo.legal.limits import TIMES, last_day
from tiendo.legal.models import Norm

TO_ANSWER = "kho-khan-tra-loi"  # the code of the norm; the value is a row of the register of norms


def norm_of(received: date, locality: int) -> Norm | None:
    """The time in which an office answers what it received that day; None where the locality names none."""
    norm = Norm.objects.norm_on(TO_ANSWER, received, locality)
    return norm if norm and norm.limit.kind in TIMES and norm.limit.highest else None


def last_day_of(norm: Norm, received: date) -> date:
    """The last day of that time, in the working days of the norm's locality."""
    table = Holiday.objects.filter(locality=norm.locality_id).table()
    return last_day(norm.limit, received, table)


def due_day(received: date, locality: int) -> date | None:
    """The day by which what was received has to be answered; None where the locality names no time."""
    norm = norm_of(received, locality)
    return last_day_of(norm, received) if norm else None
