"""What still stands between a draft and a plan in force, as sentences a person can act on."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from tiendo.agencies.models import Group
from tiendo.plans.models import DraftItem, DraftName, Intake, ItemKind, ItemState, Past
from tiendo.plans.naming import in_use
from vanban.text import key

YEARLY = ("recurring", "none")


@dataclass(frozen=True, slots=True)
class Draft:
    """A draft as it is now, read once: the kept items, the names in use, the members of its groups."""

    intake: Intake
    items: tuple[DraftItem, ...]
    names: tuple[DraftName, ...]
    empty_groups: tuple[Group, ...]

    def of(self, kind: str) -> list[DraftItem]:
        """The kept items of one kind, in order."""
        return [item for item in self.items if item.kind == kind]

    @property
    def open_names(self) -> list[DraftName]:
        """The written names that nobody has settled yet."""
        return [name for name in self.names if not name.settled]

    @property
    def unknown(self) -> list[DraftName]:
        """Those of them that mean no office that is here."""
        return [name for name in self.open_names if name.whom is None]

    @property
    def proposals(self) -> list[DraftName]:
        """Those of them for which an office that is here is proposed."""
        return [name for name in self.open_names if name.whom and not name.has_ended]


@dataclass(frozen=True, slots=True)
class Question:
    """Something a person has to settle; `place` is the tab where: "items", "names", "answers" or "repeats"."""

    place: str
    sentence: str


def draft_of(intake: Intake) -> Draft:
    """The draft in three queries."""
    items = intake.items.exclude(state=ItemState.REMOVED).select_related(
        "joined_to", "same_work__plan"
    )
    kept = tuple(items.order_by("kind", "position", "pk"))
    written = intake.names.select_related("agency", "group").order_by("pk")
    used = tuple(in_use(kept, written))
    groups = [name.group_id for name in used if name.group_id]
    empty = tuple(Group.objects.filter(pk__in=groups, members=None))
    return Draft(intake, kept, used, empty)


def open_questions(draft: Draft) -> list[Question]:
    """Everything that must be settled before the plan can be confirmed, in the order of the tabs."""
    return [*_about_items(draft), *_about_names(draft), *_about_answers(draft)]


def _about_items(draft: Draft) -> Iterator[Question]:
    left = sum(item.state != ItemState.ACCEPTED for item in draft.items)
    if left:
        words = ngettext(
            "%(n)d item is not accepted yet.", "%(n)d items are not accepted yet.", left
        )
        yield Question("items", words % {"n": left})
    if not draft.items:
        yield Question("items", _("The plan has no item. Restore one or add one."))
    for item in draft.items:
        if item.same_work and (item.same_work.same_as_id or item.same_work.cancelled_on):
            words = _(
                "What item %(number)s was joined to in another plan is not owed there any more."
            )
            yield Question("repeats", words % {"number": item.number})


def _about_names(draft: Draft) -> Iterator[Question]:
    unsettled = sum(not name.settled or name.whom is None for name in draft.names)
    if unsettled:
        words = ngettext(
            "%(n)d written name is not mapped to an office yet.",
            "%(n)d written names are not mapped to an office yet.",
            unsettled,
        )
        yield Question("names", words % {"n": unsettled})
    leading = _leading(draft.items)
    for name in draft.names:
        if name.group in draft.empty_groups and name.key in leading:
            words = _("The group “%(name)s” leads work but has no member. Choose its offices.")
            yield Question("names", words % {"name": name.group})


def _leading(items: Iterable[DraftItem]) -> set[str]:
    return {key(row["name"]) for item in items for row in item.data.get("leads", ())}


def _about_answers(draft: Draft) -> Iterator[Question]:
    intake = draft.intake
    if not intake.title or not intake.short_title:
        yield Question("answers", _("The title and the short name of the plan are missing."))
    if intake.standing_agency_id is None:
        yield Question("answers", _("The standing office, which follows the plan, is not chosen."))
    if intake.until_year is None and any(_is_yearly(item) for item in draft.items):
        yield Question("answers", _("It is not said until which year yearly work runs."))
    if intake.until_year and intake.until_year < int(intake.issued_on[:4] or 0):
        yield Question(
            "answers", _("Yearly work ends before the plan is issued. Look at both years.")
        )
    if intake.past == Past.CLOSE and not intake.past_reason:
        yield Question("answers", _("It is not said what becomes of the periods already over."))


def _is_yearly(item: DraftItem) -> bool:
    return item.kind != ItemKind.TARGET and item.data["deadline"]["kind"] in YEARLY
