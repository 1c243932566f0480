"""Two people who press their buttons at the same moment, each in a process of his own."""

import os
from collections.abc import Callable
from typing import Any

from django.core.exceptions import ValidationError
from django.db import connection

from tests.tiendo.faults import deeds
from tests.tiendo.faults.killing import in_child
from tests.tiendo.faults.world import NOW, World, write
from tiendo.history.models import Change
from tiendo.plans.models import Plan
from tiendo.progress.models import Obligation, Occurrence, OfficeReport, Report, Round
from tiendo.progress.rounds import services as rounds
from tiendo.progress.rounds.services import Passed
from tiendo.progress.services import ReportWords, report

Deed = Callable[[], Any]


def at_once(*acts: Deed) -> list[str]:
    """Let processes that are ready begin together; returns what each says, in the order given."""
    waiting, going = os.pipe()
    readers = []
    for act in acts:
        reading, writing = os.pipe()
        child = os.fork()
        if not child:
            os.close(going)
            _go(act, waiting, writing)
        os.close(writing)
        readers.append((child, reading))
    os.close(waiting)
    os.close(going)  # this is the signal
    return [_heard(child, reading) for child, reading in readers]


def _go(act: Deed, waiting: int, writing: int) -> None:
    """Be ready, wait for the signal, act, say what came of it, and end."""
    connection.ensure_connection()
    os.read(waiting, 1)
    try:
        said = _outcome(act)
    except BaseException as failure:
        said = repr(failure)
    os.write(writing, said.encode())
    os._exit(0)


def _outcome(act: Deed) -> str:
    try:
        act()
    except Passed:
        return "told"
    except ValidationError as refused:
        return str(getattr(refused, "code", "") or "refused")
    return "done"


def _heard(child: int, reading: int) -> str:
    with os.fdopen(reading, "rb") as said:
        words = said.read().decode()
    os.waitpid(child, 0)
    return words


def two_in_one_form(world: World) -> list[str]:
    """Two people save different words in one report: one is stored, the other is told and can go on."""
    row = OfficeReport.objects.get(pk=world.drafted)
    people = {"a": "Lời của người thứ nhất", "b": "Lời của người thứ hai"}
    acts = [lambda key=key: write(row, world.actor, people[key], key) for key in people]
    said = dict(zip(people, _apart(acts), strict=True))
    stored = OfficeReport.objects.get(pk=row.pk)
    entries = set(stored.entries.values_list("result", flat=True))
    first = next((key for key in said if said[key] == "done"), "")
    if sorted(said.values()) != ["done", "told"]:
        return [f"outcomes {said}"]
    if (stored.overview, entries, stored.version) != (people[first], {people[first]}, 1):
        return [f"{first} saved first, stored is {stored.overview}, {entries}, {stored.version}"]
    second = next(key for key in people if key != first)
    write(stored, world.actor, people[second], second)
    stored.refresh_from_db()
    return [] if stored.overview == people[second] else ["the second could not go on"]


def one_form_twice(world: World) -> list[str]:
    """A form that arrives twice at the same moment is one save, with one line for each row in the history."""
    row = OfficeReport.objects.get(pk=world.drafted)
    lines = Change.objects.count()
    said = _apart([lambda: write(row, world.actor, "Đang làm", "the key")] * 2)
    stored = OfficeReport.objects.get(pk=row.pk)
    entries = stored.entries.count()
    wrong = [] if said == ["done", "done"] else [f"outcomes {said}"]
    if (stored.version, entries) != (1, len(world.entries)):
        wrong.append(f"version {stored.version}, {entries} entries")
    if Change.objects.count() != lines + 1 + entries:
        wrong.append(f"{Change.objects.count() - lines} lines in the history")
    return wrong


def one_report_twice(world: World) -> list[str]:
    """A report on one period that arrives twice at the same moment is one."""
    row = Occurrence.objects.get(pk=world.entries[0])
    words = ReportWords(work="done", work_on=NOW.date(), result="Đã xong", key="one form")

    def say() -> Report:
        return report(
            occurrence=Occurrence.objects.get(pk=row.pk), agency=row.obligation.agency,
            words=words, files=[], actor=world.actor, now=NOW,
        )  # fmt: skip

    said, number = _apart([say, say]), Report.objects.filter(key="one form").count()
    return [] if (said, number) == (["done", "done"], 1) else [f"{said}, {number} reports"]


def closed_while_open(world: World) -> list[str]:
    """A round is closed while a form is saved: the words are stored, or the office is told that it is closed."""
    row = OfficeReport.objects.get(pk=world.drafted)
    shut = Round.objects.get(pk=world.round)
    said = _apart([
        lambda: write(row, world.actor, "Đang làm"),
        lambda: rounds.close_round(round_=shut, actor=world.actor, now=NOW),
    ])  # fmt: skip
    words = "Đang làm" if said[0] == "done" else ""
    stored = OfficeReport.objects.select_related("round").get(pk=row.pk)
    wrong = [] if said in (["done", "done"], ["closed", "done"]) else [f"outcomes {said}"]
    if stored.overview != words or stored.round.closed_at is None:
        wrong.append(f"{said}, and stored is “{stored.overview}”")
    try:
        write(stored, world.actor, "Viết thêm")
    except ValidationError as refused:
        return wrong if refused.code == "closed" else [*wrong, f"refused as {refused.code}"]
    return [*wrong, "a closed round took words"]


def one_round_twice(world: World) -> list[str]:
    """Two coordinators open the same round: there is one, with one report for each office."""
    said = _apart([lambda: deeds.open_another_round(world)] * 2)
    found = list(Round.objects.filter(kind="quarter"))
    reports = [row.reports.count() for row in found]
    return [] if (said, reports) == (["done", "done"], [3]) else [f"{said}, {reports}"]


def work_shared_out_twice(world: World) -> list[str]:
    """What offices owe is worked out by two at once: each period is there once."""
    said = _apart([lambda: deeds.share_out(world)] * 2)
    plan = Plan.objects.get(pk=world.new_plan)
    owed = Obligation.objects.filter(task__plan=plan).count()
    periods = Occurrence.objects.filter(obligation__task__plan=plan).count()
    wanted = (["done", "done"], 6, 12)  # two tasks of three offices, this year and the next
    return [] if (said, owed, periods) == wanted else [f"{said}, {owed} owed, {periods} periods"]


def one_plan_twice(world: World) -> list[str]:
    """A plan is put in force by two at once: there is one, and the other is told."""
    before = Plan.objects.count()
    said = _apart([lambda: deeds.put_in_force(world)] * 2)
    made = Plan.objects.count() - before
    ok = said.count("done") == 1 and "OperationalError" not in "".join(said) and made == 1
    return [] if ok else [f"{said}, {made} plans"]


def _apart(acts: list[Deed]) -> list[str]:
    connection.close()  # a connection must not be shared by processes
    return at_once(*acts)


MEETINGS: dict[str, Callable[[World], list[str]]] = {
    each.__name__: each
    for each in (
        two_in_one_form, one_form_twice, one_report_twice, closed_while_open, one_round_twice,
        work_shared_out_twice, one_plan_twice,
    )
}  # fmt: skip


def met(name: str, world: World) -> list[str]:
    """What went wrong when these two met, in a process of its own."""
    status, wrong = in_child(lambda: MEETINGS[name](world))
    return [f"{name}: {one}" for one in wrong] if status == 0 else [f"{name} ended with {status}"]
