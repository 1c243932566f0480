"""What leads to what: registers to tasks, tasks to targets, as a picture whose boxes are links, and as a list."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from tiendo.indicators.models import Definition, Obtained, Served
from tiendo.plans.models import Link, Plan, Target, Task
from tiendo.registers.register import REGISTERS, Register
from tiendo.ui.charts import lineage as picture


@dataclass(frozen=True, slots=True)
class Walk:
    """The links of a plan. `feeds` are registers by target, `ties` registers by task, `serves` tasks by target."""

    targets: list[Target]
    tasks: list[Task]
    serves: dict[int, list[Task]] = field(default_factory=dict)
    ties: dict[int, list[Register]] = field(default_factory=dict)
    feeds: dict[int, list[Register]] = field(default_factory=dict)

    @property
    def lines(self) -> list[tuple[Target, list[tuple[Task, list[Register]]], list[Register]]]:
        """Every target with its tasks, each with its registers, and the registers it is measured by."""
        return [
            (
                target,
                [(task, self.ties.get(task.pk, [])) for task in self.serves.get(target.pk, [])],
                self.feeds.get(target.pk, []),
            )
            for target in self.targets
        ]

    @property
    def idle(self) -> list[Task]:
        """The tasks that serve no target."""
        serving = {task.pk for tasks in self.serves.values() for task in tasks}
        return [task for task in self.tasks if task.pk not in serving]


def walk_of(plan: Plan, targets: list[Target], tasks: list[Task]) -> Walk:
    """The links between these targets and tasks of a plan and the registers, in three queries."""
    known = {task.pk: task for task in tasks}
    serves: dict[int, list[Task]] = defaultdict(list)
    for row in Served.objects.filter(target__in=targets, task__in=tasks).order_by("task__position"):
        serves[row.target_id].append(known[row.task_id])
    ties: dict[int, list[Register]] = defaultdict(list)
    for link in Link.objects.filter(task__in=tasks):
        _add(ties[link.task_id], link.register)
    feeds: dict[int, list[Register]] = defaultdict(list)
    for target, register in _measured(targets):
        _add(feeds[target], register)
    return Walk(targets, tasks, dict(serves), dict(ties), dict(feeds))


def _add(found: list[Register], slug: str) -> None:
    register = REGISTERS.get(slug)
    if register and register not in found:
        found.append(register)


def _measured(targets: Iterable[Target]) -> Iterable[tuple[int, str]]:
    """Which register each target is measured by, where it is by one."""
    rows = Definition.objects.filter(
        indicator__bindings__target__in=list(targets), obtained=Obtained.MEASURE
    )
    return rows.values_list("indicator__bindings__target", "register").distinct()


BOX, ACROSS = 300, 84  # three columns fit a desk


def drawn(walk: Walk, target: Target | None = None) -> SafeString:
    """The picture: tasks at the left, targets at the right; of one `target` with the registers behind.

    "" where nothing is linked.
    """
    if target:
        return _picture(*_of_target(walk, target))
    boxes, links = _Boxes(), []
    for each, tasks, _feeds in walk.lines:
        for task, _registers in tasks:
            start = boxes.key("task", task.pk, _task(task))
            links.append(picture.Link(start, boxes.key("target", each.pk, _target(each))))
    return _picture(boxes, links)


def _of_target(walk: Walk, target: Target) -> tuple["_Boxes", list[picture.Link]]:
    boxes, links = _Boxes(), []
    for each, tasks, feeds in walk.lines:
        if each.pk != target.pk:
            continue
        end = boxes.key("target", target.pk, _target(target))
        for register in feeds:
            links.append(
                picture.Link(boxes.key("register", register.slug, _register(register)), end)
            )
        for task, registers in tasks:
            middle = boxes.key("task", task.pk, _task(task))
            links.append(picture.Link(middle, end))
            for register in registers:
                start = boxes.key("register", register.slug, _register(register))
                links.append(picture.Link(start, middle))
    return boxes, links


def _picture(boxes: "_Boxes", links: list[picture.Link]) -> SafeString:
    if not links:
        return SafeString("")
    linked = {key for link in links for key in (link.before, link.after)}
    shown = [box for box in boxes.all if box.key in linked]
    title, drawn_once = _("What leads to what"), list(dict.fromkeys(links))
    return picture.lineage(picture.Lineage(title, shown, drawn_once, BOX, ACROSS))


class _Boxes:
    """Boxes by what they stand for, each once."""

    def __init__(self) -> None:
        self.keys: dict[tuple[str, object], int] = {}
        self.all: list[picture.Box] = []

    def key(self, kind: str, which: object, box: tuple[str, str, str]) -> int:
        """The key of the box for something; a new one is made where there is none."""
        place = (kind, which)
        if place not in self.keys:
            self.keys[place] = len(self.keys)
            label, sub, url = box
            self.all.append(picture.Box(self.keys[place], label, sub, url))
        return self.keys[place]


def _target(target: Target) -> tuple[str, str, str]:
    return capfirst(target.indicator), _("target"), reverse("dashboard:target", args=[target.pk])


def _task(task: Task) -> tuple[str, str, str]:
    words = f"{task.number}. {task.text}" if task.number else task.text
    return words, str(task.get_kind_display()), reverse("progress:task", args=[task.pk])


def _register(register: Register) -> tuple[str, str, str]:
    return capfirst(register.title), _("register"), reverse("registers:rows", args=[register])
