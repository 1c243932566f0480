"""What each person of a locality is told on a day, gathered from what is due, the rules and what was said before."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.utils import translation
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from tiendo.agencies.models import Agency
from tiendo.desk.models import LastMention, ReminderRule
from tiendo.desk.reminders.people import AT_ONCE, posts_of
from tiendo.desk.reminders.rules import DEFAULT, ESCALATED, Days, Last, Mention, Whom, said
from tiendo.progress.due import NEWS, Due, DueKind, conditions_of, dues_of, extensions_of
from tiendo.progress.news import news_of

KINDS: dict[DueKind, Promise] = {
    DueKind.WORK: _("Work to be reported on"),
    DueKind.REPORT: _("Report of the round"),
    DueKind.RETURNED: _("Report returned to be corrected"),
    DueKind.APPROVAL: _("Report that waits for your approval"),
    DueKind.CONTRIBUTION: _("Part asked of the office"),
    DueKind.HANDLING: _("Day set inside the office"),
    DueKind.STEP: _("Step of long work"),
    DueKind.DIRECTION: _("Words of a leader to be answered"),
    DueKind.ROW: _("In the registers"),
    DueKind.EXTENSION: _("More time asked for, to be decided"),
    DueKind.CONDITION: _("Waits for a decision from outside"),
    DueKind.DECIDED: _("More time you asked for was decided"),
    DueKind.AMENDED: _("A decision that amends the plan"),
    DueKind.WITHDRAWN: _("A decision that amended the plan was withdrawn"),
}


@dataclass(frozen=True, slots=True)
class Line:
    """One thing in a digest, as it was that day; `about` and `office` are data, `late` came after the letter."""

    thing: str
    kind: DueKind
    about: str
    office: str
    due: date
    url: str
    whom: Whom
    asked_on: date | None = None
    late: bool = False

    @property
    def words(self) -> Promise:
        """What kind of thing it is."""
        return KINDS[self.kind]

    @property
    def waits(self) -> bool:
        """Whether somebody outside has to decide; `due` is then the day since which it waits."""
        return self.kind is DueKind.CONDITION

    @property
    def news(self) -> bool:
        """Whether it is to be known and not to be done; `due` is then the day of the decision."""
        return self.kind in NEWS

    @property
    def escalated(self) -> bool:
        """Whether it came to somebody above because it is late."""
        return self.whom in ESCALATED

    def stored(self) -> dict[str, Any]:
        """The line as a notice keeps it."""
        return {
            "thing": self.thing,
            "kind": self.kind.value,
            "about": self.about,
            "office": self.office,
            "due": self.due.isoformat(),
            "url": self.url,
            "whom": self.whom.value,
            "asked_on": self.asked_on and self.asked_on.isoformat(),
            "late": self.late,
        }


def told(stored: dict[str, Any]) -> Line:
    """The line that `Line.stored` wrote."""
    asked_on = stored["asked_on"]
    return Line(
        thing=stored["thing"],
        kind=DueKind(stored["kind"]),
        about=stored["about"],
        office=stored["office"],
        due=date.fromisoformat(stored["due"]),
        url=stored["url"],
        whom=Whom(stored["whom"]),
        asked_on=asked_on and date.fromisoformat(asked_on),
        late=stored["late"],
    )


def table_of(locality_id: int) -> dict[Whom, Days]:
    """The rules of a locality; where it changed none, the default."""
    rows = ReminderRule.objects.filter(locality=locality_id)
    return dict(DEFAULT) | {
        Whom(row.audience): Days(tuple(row.before), tuple(row.after), row.every, row.gap)
        for row in rows
    }


def digests(locality_id: int, today: date) -> dict[int, list[Line]]:
    """What each person is told today, by their keys, what is soonest first; in 19 queries whatever their number."""
    table, posts = table_of(locality_id), posts_of(locality_id, today)
    offices = dict(_offices(locality_id))
    dues = _dues(offices, table, today)
    mentions = said(posts.things(dues), table, _log(locality_id, dues), today)
    by_key = {due.key: due for due in dues}
    return {
        person: [_line(by_key[each.key], each, offices) for each in told_to]
        for person, told_to in mentions.items()
    }


def _offices(locality_id: int) -> Iterable[tuple[int, str]]:
    return ((row.pk, row.label) for row in Agency.objects.filter(locality=locality_id))


def _dues(offices: Collection[int], table: dict[Whom, Days], today: date) -> list[Due]:
    """What is due soon enough for a rule to speak of it; names of rounds are kept in Vietnamese, as data are."""
    farthest = max((day for days in table.values() for day in days.before), default=0)
    with translation.override("vi"):
        asked = dues_of(offices, today + timedelta(days=max(farthest, 366)))
        news = news_of(offices, today)
    near = today + timedelta(days=farthest)
    dues = [due for due in asked if due.due <= near or due.asked_on or due.kind in AT_ONCE]
    return dues + extensions_of(offices) + conditions_of(offices, today) + news


def _log(locality_id: int, dues: Iterable[Due]) -> dict[tuple[int, str], Last]:
    keys = {due.key for due in dues}
    rows = LastMention.objects.filter(user__locality=locality_id)
    facts = rows.values_list("user", "thing", "day", "asked_on").iterator(chunk_size=5_000)
    return {
        (user, thing): Last(day, asked_on) for user, thing, day, asked_on in facts if thing in keys
    }


def _line(due: Due, mention: Mention, offices: dict[int, str]) -> Line:
    return Line(
        thing=due.key,
        kind=due.kind,
        about=" — ".join(filter(None, (due.about, due.words, due.said))),
        office=offices.get(due.agency_id, ""),
        due=due.due,
        url=due.see if mention.whom in ESCALATED else due.url,
        whom=mention.whom,
        asked_on=due.asked_on if mention.asked else None,
    )
