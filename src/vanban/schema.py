"""The JSON Schema of a reading, made from the types of the model, so that it cannot fall behind them."""

from collections.abc import Mapping
from dataclasses import is_dataclass
from enum import Enum
from types import UnionType
from typing import Any, get_args, get_origin, get_type_hints

from vanban.jsonform import TASK_NAMES, Json
from vanban.model import Duty, Finding, Header, Provision, Target, Task

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


def reading_schema() -> Json:
    """The schema of what `vanban read --json` prints."""
    task = _object({TASK_NAMES.get(name, name): kind for name, kind in _typed(Task).items()})
    task = _with(task, lead=NAMES, coordinating=NAMES, deadline_text={"type": ["string", "null"]})
    target = _object(
        {name: kind for name, kind in _typed(Target).items() if name not in ("start", "end")}
    )
    target = _with(target, period=PERIOD, value=VALUE)
    parts = {
        "format": {"enum": ["text", "docx", "pdf", "scan", "xlsx", "markdown", "html"]},
        "pages": {"type": ["integer", "null"]},
        "header": _schema(Header),
        "tasks": {"type": "array", "items": task},
        "targets": {"type": "array", "items": target},
        "duties": {"type": "array", "items": _schema(Duty)},
        "provisions": {"type": "array", "items": _schema(Provision)},
        "findings": {"type": "array", "items": _schema(Finding)},
    }
    return {"$schema": DIALECT, "title": "vanban read --json", **_object(parts)}


def _typed(kind: Any) -> Json:
    return {name: _schema(hint) for name, hint in get_type_hints(kind).items()}


def _object(properties: Json) -> Json:
    return {
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


def _with(schema: Json, **more: Json) -> Json:
    return _object({**schema["properties"], **more})


def _schema(hint: Any) -> Json:
    if hint in SCALARS:
        return {"type": SCALARS[hint]}
    if get_origin(hint) is UnionType:
        return {"anyOf": [_schema(get_args(hint)[0]), {"type": "null"}]}
    if get_origin(hint) is tuple:
        return {"type": "array", "items": _schema(get_args(hint)[0])}
    if get_origin(hint) is Mapping:
        return {"type": "object", "additionalProperties": _schema(get_args(hint)[1])}
    if is_dataclass(hint):
        return _object(_typed(hint))
    if issubclass(hint, Enum):
        return {"enum": [one.value for one in hint]}
    raise TypeError(f"no JSON form for {hint!r}")
