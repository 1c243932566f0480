"""Can what was entered of an activity be so? Each rule yields the field and what to do."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from tiendo.outreach.models import Activity, Form
from tiendo.registers.plain_faults import faults_before, faults_below_zero, faults_to_come
from tiendo.registers.register import Fault, Setting

FIGURES = ("sessions", "people", "enterprises", "copies")
GATHERING = frozenset({Form.CONFERENCE, Form.COURSE, Form.FAIR})


def check(row: Activity, setting: Setting) -> Iterator[Fault]:
    """Held on days that have come, with at least one figure; enterprises are some of the people."""
    yield from faults_to_come(setting.today, row, "held_on", "ended_on")
    yield from faults_before(row, "held_on", "ended_on")
    yield from faults_below_zero(row, "cost")
    if all(getattr(row, name) is None for name in FIGURES):
        words = _("Say whom it reached: sessions, people, enterprises or copies.")
        yield Fault("people", words, unless_reason=True)
    both = row.people is not None and row.enterprises is not None
    if both and row.form in GATHERING and (row.enterprises or 0) > (row.people or 0):
        words = _("More enterprises than people: were they counted?")
        yield Fault("enterprises", words, unless_reason=True)
    if row.form == Form.LEAFLET and row.copies is None:
        yield Fault("copies", _("Say how many copies were handed out."))
