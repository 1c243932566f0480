"""The JSON Schema of what the command prints, made from the types of the model, so that it cannot fall behind them."""

from collections.abc import Mapping
from dataclasses import is_dataclass
from enum import Enum
from types import UnionType
from typing import Any, get_args, get_origin, get_type_hints

from vanban.jsonform import TASK_NAMES, Json
from vanban.model import Amending, Duty, Finding, Header, Provision, Target, Task

DIALECT = "https://json-schema.org/draft/2020-12/schema"
SCALARS: dict[Any, str] = {str: "string", int: "integer", bool: "boolean", float: "number"}
NAMES: Json = {"type": "array", "items": {"type": "string"}}
PERIOD: Json = {
    "type": "object",
    "properties": {"start": {"type": ["string", "null"]}, "end": {"type": ["string", "null"]}},
    "required": ["start", "end"],
    "additionalProperties": False,
}
VALUE: Json = {
    "anyOf": [
        {"type": "number"},
        {"type": "array", "items": {"type": "number"}, "minItems": 2, "maxItems": 2},
        {"type": "null"},
    ]
}
# What every answer says of the file itself.
FILE: Json = {
    "format": {"enum": ["text", "docx", "pdf", "scan", "xlsx", "markdown", "html"]},
    "pages": {"type": ["integer", "null"]},
}


def reading_schema() -> Json:
    """The schema of what `vanban read --json` prints."""
    task = object_of({TASK_NAMES.get(name, name): kind for name, kind in typed(Task).items()})
    task = _with(task, lead=NAMES, coordinating=NAMES, deadline_text={"type": ["string", "null"]})
    target = object_of(
        {name: kind for name, kind in typed(Target).items() if name not in ("start", "end")}
    )
    target = _with(target, period=PERIOD, value=VALUE)
    parts = {
        **FILE,
        "header": schema_of(Header),
        "tasks": {"type": "array", "items": task},
        "targets": {"type": "array", "items": target},
        "duties": {"type": "array", "items": schema_of(Duty)},
        "provisions": {"type": "array", "items": schema_of(Provision)},
        "findings": {"type": "array", "items": schema_of(Finding)},
        "amending": schema_of(Amending | None),
    }
    return {"$schema": DIALECT, "title": "vanban read --json", **object_of(parts)}


def typed(kind: Any) -> Json:
    """The schema of every field of a dataclass, by its name."""
    return {name: schema_of(hint) for name, hint in get_type_hints(kind).items()}


def object_of(properties: Json) -> Json:
    """The schema of an object with these properties, all of them and no others."""
    return {
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


def _with(schema: Json, **more: Json) -> Json:
    return object_of({**schema["properties"], **more})


def schema_of(hint: Any) -> Json:
    """The schema of values of this type. Raises `TypeError` for one that has no JSON form."""
    if hint in SCALARS:
        return {"type": SCALARS[hint]}
    if get_origin(hint) is UnionType:
        return {"anyOf": [schema_of(get_args(hint)[0]), {"type": "null"}]}
    if get_origin(hint) is tuple:
        return {"type": "array", "items": schema_of(get_args(hint)[0])}
    if get_origin(hint) is Mapping:
        return {"type": "object", "additionalProperties": schema_of(get_args(hint)[1])}
    if is_dataclass(hint):
        return object_of(typed(hint))
    if issubclass(hint, Enum):
        return {"enum": [one.value for one in hint]}
    raise TypeError(f"no JSON form for {hint!r}")
