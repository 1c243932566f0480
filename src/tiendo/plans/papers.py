"""The papers that a plan asks for: proposed from its words, entered in their register when a person says so."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import Any

from django.db import transaction
from django.db.models import Q

from tiendo.agencies.models import Agency
from tiendo.papers.kinds import Asked
from tiendo.papers.models import PaperOwed
from tiendo.papers.registers import PAPERS
from tiendo.papers.wanted import Wanted, papers_wanted
from tiendo.plans.links import tie
from tiendo.plans.models import Count, DeadlineKind, Link, Plan, Provision, Task
from tiendo.registers.services import write
from vanban.text import fold

# The figure that says how far a paper is, by what is asked of it.
MEASURES = {Asked.ISSUE: "da-ban-hanh", Asked.SUBMIT: "da-trinh"}
MEASURE_OF_DUE = "da-xong"


@dataclass(frozen=True, slots=True)
class Proposed:
    """A paper that words of a plan ask for; `key` tells it apart on the page.

    `agency` is the accountable office where it is one office and still there, `due` the deadline of the task where
    it is one day. `entered` is the paper when it is in the register already.
    """

    key: str
    wanted: Wanted
    task: Task | None
    provision: Provision | None
    agency: Agency | None
    due: date | None
    entered: PaperOwed | None


@dataclass(frozen=True, slots=True)
class Taken:
    """A proposal that was ticked: the paper as a person settled it, and whether the task is done when the paper is."""

    proposed: Proposed
    paper: PaperOwed
    follows: bool


def proposed_papers(plan: Plan, today: date) -> list[Proposed]:
    """What the plan in force asks for, in its order: tasks and duties first, then the parts given to nobody.

    Five queries however long the plan is.
    """
    given = list(_of_tasks(plan.tasks.with_offices(), today))
    words = {fold(each.wanted.words) for each in given}
    to_nobody = _of_provisions(plan.provisions.all())
    others = [each for each in to_nobody if fold(each.wanted.words) not in words]
    return _with_entered(plan, [each for each in given if _is_owed(each.task, today)] + others)


def _is_owed(task: Task | None, today: date) -> bool:
    """Whether a task holds on `today` and does not only repeat another."""
    if task is None or task.same_as_id:
        return False
    return task.cancelled_on is None or task.cancelled_on > today


def _of_tasks(tasks: Iterable[Task], today: date) -> Iterator[Proposed]:
    for task in tasks:
        wanted = papers_wanted(task.text, task.product)
        for place, each in enumerate(wanted):
            yield Proposed(
                key=f"t{task.pk}-{place}",
                wanted=each,
                task=task,
                provision=None,
                agency=_office(task, today),
                due=None if task.deadline_kind == DeadlineKind.RECURRING else task.ends,
                entered=None,
            )


def _of_provisions(provisions: Iterable[Provision]) -> Iterator[Proposed]:
    for provision in provisions:
        for place, each in enumerate(papers_wanted(provision.text)):
            key = f"p{provision.pk}-{place}"
            yield Proposed(key, each, None, provision, None, None, None)


def _office(task: Task, today: date) -> Agency | None:
    """The accountable office, where it is one office that exists today."""
    agency = next((lead.agency for lead in task.leads), None)
    ended = agency is not None and agency.valid_to is not None and agency.valid_to < today
    return None if ended else agency


def _with_entered(plan: Plan, found: list[Proposed]) -> list[Proposed]:
    """The proposals with the paper that was entered from them: tied to the task by the same words, or with
    the same words where it is tied to none.
    """
    links = Link.objects.filter(task__plan=plan, register=PAPERS.slug).exclude(row_id=None)
    tied = {(task, words): row for task, words, row in links.values_list("task", "words", "row_id")}
    said = [each.wanted.words for each in found if each.task is None]
    same = Q(pk__in=tied.values()) | Q(words__in=said)
    papers = {paper.pk: paper for paper in PAPERS.rows.filter(same, locality=plan.locality_id)}
    loose = {paper.words: paper for pk, paper in papers.items() if pk not in tied.values()}
    return [
        replace(each, entered=_entered(each, tied, papers) or _loose(each, loose)) for each in found
    ]


def _entered(
    each: Proposed, tied: dict[tuple[int, str], int | None], papers: dict[int, PaperOwed]
) -> PaperOwed | None:
    row = tied.get((each.task.pk, each.wanted.title)) if each.task else None
    return papers.get(row) if row else None


def _loose(each: Proposed, loose: dict[str, PaperOwed]) -> PaperOwed | None:
    return None if each.task else loose.get(each.wanted.words)


@transaction.atomic
def enter(*, plan: Plan, taken: Iterable[Taken], actor: Any, today: date) -> list[PaperOwed]:
    """Enter the papers that were ticked in their register and tie each to its task.

    Raises ValidationError where the register has a paper of that name and office by now; nothing is entered then.
    """
    entered = []
    for each in taken:
        paper = each.paper
        paper.locality_id = plan.locality_id
        write(register=PAPERS, row=paper, actor=actor, today=today)
        if each.proposed.task:
            tie(link=_link(each, each.proposed.task), actor=actor)
        entered.append(paper)
    return entered


def _link(each: Taken, task: Task) -> Link:
    words = each.proposed.wanted.title
    link = Link(task=task, register=PAPERS.slug, row_id=each.paper.pk, words=words)
    if each.follows:
        other = MEASURE_OF_DUE if each.paper.due else MEASURES[Asked.ISSUE]
        link.measure = MEASURES.get(Asked(each.paper.asked), other)
        link.count, link.goal = Count.TO_DATE, Decimal(1)
    return link
