"""Rules that a reviewer would otherwise have to repeat."""

import ast
import re
from collections import deque
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.apps import apps
from django.db.models import Model

ROOT = Path(__file__).resolve().parent.parent
OURS = [
    path for top in ("src", "tools", "benchmarks") for path in sorted((ROOT / top).rglob("*.py"))
]
CODE = [path for path in OURS if "migrations" not in path.parts]
TESTS = sorted((ROOT / "tests").rglob("*.py"))
TEMPLATES = sorted((ROOT / "src").rglob("templates/**/*.html"))
VIEWS = [path for path in CODE if path.name == "views.py" or path.parent.name == "views"]

# Modules named after what they do not say.
VAGUE_NAMES = {"utils", "util", "helpers", "helper", "common", "misc", "manager", "base"}

# Content that a strict Content-Security-Policy refuses: inline styles, scripts and handlers.
INLINE = re.compile(
    r"\sstyle\s*=|<style\b|<script(?![^>]*\bsrc=)|\son[a-z]+\s*=|javascript:|hx-on", re.I
)

# Methods that write, and that a view leaves to a service.
WRITING = {
    "save",
    "create",
    "bulk_create",
    "get_or_create",
    "update_or_create",
    "bulk_update",
    "delete",
}

# Tables that belong to no single locality, each with its reason.
ABOVE_LOCALITIES: dict[str, str] = {}


def name_of(path: Path) -> str:
    return str(path.relative_to(ROOT))


def each(paths: list[Path]) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("path", paths, ids=name_of)


def functions(path: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


@each(CODE + TESTS)
def test_no_file_is_too_long_to_read(path: Path) -> None:
    assert len(path.read_text("utf-8").splitlines()) <= 400


@each(CODE)
def test_no_function_is_longer_than_25_lines(path: Path) -> None:
    lengths = {node.name: node.end_lineno - node.lineno + 1 for node in functions(path)}
    assert {name: lines for name, lines in lengths.items() if lines > 25} == {}


@each(TEMPLATES)
def test_no_template_is_too_long_to_read(path: Path) -> None:
    assert len(path.read_text("utf-8").splitlines()) <= 150


@each(CODE)
def test_modules_are_named_after_their_subject(path: Path) -> None:
    assert path.stem not in VAGUE_NAMES


@each(CODE)
def test_every_module_says_what_it_is_responsible_for(path: Path) -> None:
    tree = ast.parse(path.read_text("utf-8"))
    assert ast.get_docstring(tree) or not tree.body


@each(TEMPLATES)
def test_templates_hold_no_inline_style_script_or_handler(path: Path) -> None:
    assert INLINE.findall(path.read_text("utf-8")) == []


def test_drawings_and_markup_made_in_python_hold_no_inline_style() -> None:
    found = [name_of(path) for path in CODE if re.search(r'style=\\?"', path.read_text("utf-8"))]
    assert found == []


@each(VIEWS)
def test_views_leave_writing_to_services(path: Path) -> None:
    tree = ast.parse(path.read_text("utf-8"))
    modules = {
        alias.asname or alias.name
        for node in ast.walk(tree)
        if isinstance(node, ast.Import | ast.ImportFrom)
        for alias in node.names
    }
    written = [
        f"line {node.lineno}: {ast.unparse(node.func)}"
        for node in ast.walk(tree)
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr in WRITING
        and ast.unparse(node.func.value) not in modules
    ]
    assert written == []


@pytest.mark.parametrize(
    "model",
    [model for model in apps.get_models() if model.__module__.startswith("tiendo.")],
    ids=lambda model: model._meta.label,
)
def test_every_row_belongs_to_a_locality(model: type[Model]) -> None:
    if model._meta.label in ABOVE_LOCALITIES:
        assert not path_to_locality(model), "no longer an exception: take it off the list"
    else:
        assert path_to_locality(model)


def path_to_locality(model: type[Model]) -> list[str]:
    """The foreign keys, none of them optional, that lead from `model` to a locality; [] when none do."""
    locality = apps.get_model("agencies", "Locality")
    waiting, seen = deque([(model, [model._meta.label])]), {model}
    while waiting:
        here, path = waiting.popleft()
        if here is locality:
            return path
        for field in here._meta.get_fields():
            required = getattr(field, "many_to_one", False) or getattr(field, "one_to_one", False)
            if not required or not field.concrete or field.null or field.related_model in seen:
                continue
            seen.add(field.related_model)
            waiting.append((field.related_model, [*path, field.name]))
    return []
