"""What was decided lately on the work of offices: on their requests for more time, on amending a plan and back.

Nothing is to be done about it; the office that does the work has to know.
"""

from collections.abc import Collection, Iterator
from datetime import date, timedelta

from django.db.models import F, Q
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from tiendo.plans.models import Act, Amendment, AmendmentState, Clause
from tiendo.progress.due import Due, DueKind
from tiendo.progress.models import Extension, ExtensionState, Obligation

LATELY = timedelta(days=14)
DECIDED = (ExtensionState.GRANTED, ExtensionState.REFUSED)


def news_of(agencies: Collection[int], today: date) -> list[Due]:
    """What was decided on the work of these offices in the last two weeks, the newest first; in two queries.

    `due` is the day of the news: that of the decision, and once a plan follows it that on which it took effect.
    """
    found = [*_extensions(agencies, today), *_amendments(agencies, today)]
    return sorted(found, key=lambda row: (-row.due.toordinal(), row.kind.value, row.row))


def _extensions(agencies: Collection[int], today: date) -> Iterator[Due]:
    rows = Extension.objects.filter(occurrence__obligation__agency__in=agencies, state__in=DECIDED)
    rows = rows.filter(decided_on__gt=today - LATELY, decided_on__lte=today)
    for row in rows.select_related("occurrence__obligation__task"):
        yield _news(
            DueKind.DECIDED,
            row.pk,
            row.occurrence.obligation,
            row.decided_on,  # type: ignore[arg-type]  # what was decided has a day
            words=_granted(row),
            said=row.words,
            part="#gia-han",
        )


def _granted(row: Extension) -> str:
    if row.state == ExtensionState.REFUSED:
        return _("more time was refused, the deadline stays")
    return _("more time until %(day)s was granted") % {"day": f"{row.due:%d/%m/%Y}"}


def _amendments(agencies: Collection[int], today: date) -> Iterator[Due]:
    """A line for each office that owes or owed work which a decision changes, adds or ends."""
    since = today - LATELY
    lately = Q(amendment__effective_on__gt=since, amendment__effective_on__lte=today)
    lately |= Q(amendment__decided_at__date__gt=since, amendment__decided_at__date__lte=today)
    lately &= Q(amendment__state=AmendmentState.DECIDED)
    lately |= Q(amendment__state=AmendmentState.WITHDRAWN, amendment__withdrawn_on__gt=since)
    rows = Clause.objects.filter(lately, task__obligations__agency__in=agencies)
    rows = rows.select_related("amendment", "task").order_by("pk")
    owing = {"owed": F("task__obligations"), "owed_by": F("task__obligations__agency")}
    found = {(row.owed, _kind(row)): row for row in rows.annotate(**owing)}  # type: ignore[attr-defined]
    for (key, kind), clause in found.items():
        owed = Obligation(pk=key, task=clause.task, agency_id=clause.owed_by)  # type: ignore[attr-defined]
        yield _news(
            kind,
            owed.pk,
            owed,
            _day_of(clause.amendment, today),
            words=_changed(clause),
            said=str(clause.amendment),
        )


def _kind(clause: Clause) -> DueKind:
    return DueKind.WITHDRAWN if clause.amendment.withdrawn_on else DueKind.AMENDED


def _day_of(amendment: Amendment, today: date) -> date:
    """The day of the decision; once it is in force the day from which it is, or on which it was entered after that.

    Of one that was withdrawn the day from which it holds no longer, today while that is still to come.
    """
    if amendment.withdrawn_on:
        return min(amendment.withdrawn_on, today)
    entered = localdate(amendment.decided_at)
    effective: date = amendment.effective_on  # type: ignore[assignment]  # a decided one has it
    return max(entered, effective) if effective <= today else entered


def _changed(clause: Clause) -> str:
    if clause.amendment.withdrawn_on:
        words = _("withdrawn: it holds no longer from %(day)s")
        return words % {"day": f"{clause.amendment.withdrawn_on:%d/%m/%Y}"}
    words = {
        Act.CHANGE: _("changed from %(day)s"),
        Act.ADD: _("added from %(day)s"),
        Act.END: _("ended from %(day)s"),
    }[Act(clause.act)]
    day = f"{clause.amendment.effective_on:%d/%m/%Y}"
    return words % {"day": day}


def _news(
    kind: DueKind,
    row: int,
    owed: Obligation,
    day: date,
    *,
    words: str,
    said: str = "",
    part: str = "",
) -> Due:
    see = reverse("progress:task", args=[owed.task_id]) + part
    return Due(
        kind=kind,
        row=row,
        agency_id=owed.agency_id,
        plan_id=owed.task.plan_id,
        about=owed.task.text,
        due=day,
        url=see,
        see=see,
        obligation_id=owed.pk,
        pressed=False,
        words=words,
        said=said,
    )
