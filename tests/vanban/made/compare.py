"""How far a reading is from what a person wrote down: exactly, or by letters and digits alone."""

import json
import re
import unicodedata
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from vanban.text import plain, retone

EXPECTED = Path(__file__).parent / "expected"
Json = dict[str, Any]
Same = Callable[[Any], Any]
_OTHER = re.compile(r"[\W_]+")


def expected(slug: str) -> Json:
    data: Json = json.loads((EXPECTED / f"{slug}.json").read_text(encoding="utf-8"))
    return data


def exactly(text: Any) -> Any:
    """The words as printed, white space apart; a full stop at the end is no part of a field."""
    return (
        plain(unicodedata.normalize("NFC", text)).rstrip(" .;")
        if isinstance(text, str)
        else text or ""
    )


def loosely(text: Any) -> Any:
    """Letters and digits in one case and one way of placing tones, as the scorer of the labelled plans compares."""
    if not isinstance(text, str):
        return text or ""
    return _OTHER.sub("", retone(unicodedata.normalize("NFC", text).casefold()))


def differences(want: Json, got: Json, same: Same = exactly) -> list[str]:
    """What differs, one sentence each; an empty list is a perfect reading."""
    return [
        f"{name}: {wanted!r} but read {read!r}"
        for name, wanted, read in _fields(want, got, same)
        if wanted != read
    ]


def _fields(want: Json, got: Json, same: Same) -> Iterator[tuple[str, Any, Any]]:
    for name, value in want["header"].items():
        yield f"header {name}", same(value), same(got["header"].get(name))
    tasks, read = want["tasks"], got["tasks"]
    yield (
        "task titles",
        [same(task["title"]) for task in tasks],
        [same(task["title"]) for task in read],
    )
    for task, found in zip(tasks, read, strict=False):
        yield from _task_fields(task, found, same)
    aims, seen = want["targets"], got["targets"]
    yield "target values", [aim["value"] for aim in aims], [aim["value"] for aim in seen]
    for aim, found in zip(aims, seen, strict=False):
        yield from _target_fields(aim, found, same)
    if "duties" in want:
        names = [[same(one["name"]) for one in duty["actors"]] for duty in got["duties"]]
        yield (
            "duty actors",
            [[same(name) for name in duty["actors"]] for duty in want["duties"]],
            names,
        )
        yield (
            "duty texts",
            [same(duty["text"]) for duty in want["duties"]],
            [same(d["text"]) for d in got["duties"]],
        )


def _task_fields(want: Json, got: Json, same: Same) -> Iterator[tuple[str, Any, Any]]:
    where = f"task {want['no']} {want['title'][:20]}"
    for name in ("lead", "coordinating"):
        yield f"{where}: {name}", sorted(map(same, want[name])), sorted(map(same, got[name]))
    for name in ("product", "deadline_text", *(["remark"] if "remark" in want else [])):
        yield f"{where}: {name}", same(want[name]), same(got[name])
    for name, value in want["deadline"].items():
        yield f"{where}: deadline {name}", value, got["deadline"][name]


def _target_fields(want: Json, got: Json, same: Same) -> Iterator[tuple[str, Any, Any]]:
    where = f"target {want['text'][:30]}"
    yield f"{where}: text", same(want["text"]), same(got["text"])
    for name in ("comparator", "strict"):
        yield f"{where}: {name}", want[name], got[name]
    yield f"{where}: unit", True, same(want["unit"]) in same(got["unit"])
    yield f"{where}: end", want["period"]["end"], got["period"]["end"]
