"""A reading as JSON and back.

The keys of header, tasks and targets are a contract: `lead` and `coordinating` are names as written,
`value` is a number, two for a range or null for an aim in words, `period` holds ISO days. Beside them
stands everything else the reader knows (quotes with their lines, mentions, confidence, findings), under
the names of `vanban.model`.
"""

from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from enum import Enum
from types import UnionType
from typing import Any, TypeAlias, get_args, get_origin, get_type_hints

from vanban.model import Amending, Header, Reading, Source, Target, Task

Json: TypeAlias = dict[str, Any]

# Fields whose contract name is taken by a plainer value.
TASK_NAMES = {"leads": "lead_mentions", "coordinating": "coordinating_mentions"}


def to_json(reading: Reading) -> Json:
    """The reading as values that `json.dumps` takes; the lines of the source are not among them."""
    return {
        "format": reading.source.format,
        "pages": reading.source.pages,
        "header": plain_value(reading.header),
        "tasks": [task_to_json(task) for task in reading.tasks],
        "targets": [target_to_json(target) for target in reading.targets],
        "duties": plain_value(reading.duties),
        "provisions": plain_value(reading.provisions),
        "findings": plain_value(reading.findings),
        "amending": plain_value(reading.amending),
    }


def task_to_json(task: Task) -> Json:
    """A task with the contract's names beside the model's."""
    data = {TASK_NAMES.get(name, name): value for name, value in plain_value(task).items()}
    data["lead"] = [mention.text for mention in task.leads]
    data["coordinating"] = [mention.text for mention in task.coordinating]
    data["deadline_text"] = task.deadline.text
    return data


def target_to_json(target: Target) -> Json:
    """A target with its figures as numbers and its days as a period."""
    data: Json = plain_value(target)
    data["period"] = {"start": data.pop("start"), "end": data.pop("end")}
    figures = [_number(value) for value in target.values]
    data["value"] = figures[0] if len(figures) == 1 else figures or None
    return data


def _number(figure: str) -> int | float:
    return float(figure) if "." in figure else int(figure)


def plain_value(value: object) -> Any:
    """A value of the model as dicts, lists and scalars, field by field."""
    if is_dataclass(value):
        return {field.name: plain_value(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, Mapping):
        return {name: plain_value(part) for name, part in value.items()}
    if isinstance(value, tuple):
        return [plain_value(part) for part in value]
    return value.value if isinstance(value, Enum) else value


def from_json(data: Mapping[str, Any]) -> Reading:
    """The reading again, without the lines of its source. Raises KeyError or ValueError on other JSON."""
    source = Source((), data["format"], data["pages"])
    tasks = [task_from_json(task) for task in data["tasks"]]
    targets = [target_from_json(target) for target in data["targets"]]
    hints = get_type_hints(Reading)
    rest = {
        name: model_value(hints[name], data[name]) for name in ("provisions", "duties", "findings")
    }
    return Reading(
        source,
        model_value(Header, data["header"]),
        targets=tuple(targets),
        tasks=tuple(tasks),
        amending=model_value(Amending, data.get("amending")),
        **rest,
    )


def task_from_json(data: Mapping[str, Any]) -> Task:
    """The task again."""
    named = {name: data[TASK_NAMES.get(name, name)] for name in get_type_hints(Task)}
    task: Task = model_value(Task, named)
    return task


def target_from_json(data: Mapping[str, Any]) -> Target:
    """The target again."""
    target: Target = model_value(Target, {**data, **data["period"]})
    return target


def model_value(hint: Any, data: Any) -> Any:
    """The value of type `hint` that `plain_value` turned into `data`."""
    if data is None:
        return None
    for accepts, build in BUILDERS:
        if accepts(hint):
            return build(hint, data)
    return hint(data)


def _optional(hint: Any) -> bool:
    return get_origin(hint) is UnionType


def _build_dataclass(hint: Any, data: Any) -> Any:
    hints = get_type_hints(hint)
    return hint(**{name: model_value(kind, data[name]) for name, kind in hints.items()})


BUILDERS: tuple[tuple[Callable[[Any], bool], Callable[[Any, Any], Any]], ...] = (
    (_optional, lambda hint, data: model_value(get_args(hint)[0], data)),
    (
        lambda hint: get_origin(hint) is tuple,
        lambda hint, data: tuple(model_value(get_args(hint)[0], part) for part in data),
    ),
    (
        lambda hint: get_origin(hint) is Mapping,
        lambda hint, data: {
            name: model_value(get_args(hint)[1], part) for name, part in data.items()
        },
    ),
    (is_dataclass, _build_dataclass),
)
