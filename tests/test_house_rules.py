"""Rules that a reviewer would otherwise have to repeat."""

import ast
import re
from functools import cache
from pathlib import Path

import pytest
from django.apps import apps
from django.db.models import Field, Model

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

# Rows that may belong to no locality, each with its reason.
MAY_STAND_ABOVE_LOCALITIES = {
    "accounts.User": "a person is added before the first office is, and may look after several",
    "history.Change": "a change of such a person, or of the installation itself",
    "history.Seal": "the chain of such changes",
    "history.SealedChange": "the same",
    "history.PersonalValue": "what such a change says of a person",
}


def name_of(path: Path) -> str:
    return str(path.relative_to(ROOT))


def too_long(paths: list[Path], lines: int) -> dict[str, int]:
    lengths = {name_of(path): len(path.read_text("utf-8").splitlines()) for path in paths}
    return {name: length for name, length in lengths.items() if length > lines}


def test_no_file_is_too_long_to_read() -> None:
    assert too_long(CODE + TESTS, 400) == {}


def test_no_template_is_too_long_to_read() -> None:
    assert too_long(TEMPLATES, 150) == {}


def test_no_function_is_longer_than_25_lines() -> None:
    lengths = {
        f"{name_of(path)}: {node.name}": node.end_lineno - node.lineno + 1
        for path in CODE
        for node in ast.walk(tree_of(path))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    }
    assert {name: lines for name, lines in lengths.items() if lines > 25} == {}


def test_modules_are_named_after_their_subject() -> None:
    assert [name_of(path) for path in CODE if path.stem in VAGUE_NAMES] == []


def test_every_module_says_what_it_is_responsible_for() -> None:
    trees = {name_of(path): tree_of(path) for path in CODE}
    assert [name for name, tree in trees.items() if tree.body and not ast.get_docstring(tree)] == []


def test_templates_hold_no_inline_style_script_or_handler() -> None:
    found = {name_of(path): INLINE.findall(path.read_text("utf-8")) for path in TEMPLATES}
    assert {name: words for name, words in found.items() if words} == {}


def test_drawings_and_markup_made_in_python_hold_no_inline_style() -> None:
    written = [
        (name_of(path), node.value)
        for path in CODE
        for node in ast.walk(tree_of(path))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    ]
    assert [(name, text) for name, text in written if 'style="' in text] == []


def test_views_leave_writing_to_services() -> None:
    assert {name_of(path): writes for path in VIEWS if (writes := writes_in(path))} == {}


def test_nothing_is_written_behind_the_back_of_a_service() -> None:
    hidden = re.compile(r"@receiver|(?:pre|post)_(?:save|delete)|m2m_changed|def save\(self")
    assert [name_of(path) for path in CODE if hidden.search(path.read_text("utf-8"))] == []


def test_the_day_is_asked_in_one_place() -> None:
    asking = re.compile(r"\bdate\.today\(|datetime\.now\(|localdate\(\)")
    found = [name_of(path) for path in CODE if asking.search(path.read_text("utf-8"))]
    assert [name for name in found if not name.startswith("tools/")] == [
        "src/tiendo/accounts/clock.py"
    ]


def test_the_reader_has_no_clock_and_no_network() -> None:
    forbidden = {"socket", "urllib", "http", "time", "ssl", "asyncio", "random"}
    found = {name_of(path): imported(path) & forbidden for path in CODE if "vanban" in path.parts}
    assert {name: modules for name, modules in found.items() if modules} == {}


def imported(path: Path) -> set[str]:
    """The top-level packages that a module imports."""
    nodes = list(ast.walk(tree_of(path)))
    plain = {alias.name for node in nodes if isinstance(node, ast.Import) for alias in node.names}
    origins = {node.module or "" for node in nodes if isinstance(node, ast.ImportFrom)}
    return {name.split(".")[0] for name in plain | origins}


def writes_in(path: Path) -> list[str]:
    """The calls in a module that write by themselves; a function of an imported module is a service."""
    nodes = list(ast.walk(tree_of(path)))
    imports = [node for node in nodes if isinstance(node, ast.Import | ast.ImportFrom)]
    modules = {alias.asname or alias.name for node in imports for alias in node.names}
    return [
        f"line {node.lineno}: {ast.unparse(node.func)}"
        for node in nodes
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr in WRITING
        and ast.unparse(node.func.value) not in modules
    ]


@cache
def tree_of(path: Path) -> ast.Module:
    return ast.parse(path.read_text("utf-8"))


@pytest.mark.parametrize(
    "model",
    [model for model in apps.get_models() if model.__module__.startswith("tiendo.")],
    ids=lambda model: model._meta.label,
)
def test_every_row_belongs_to_a_locality(model: type[Model]) -> None:
    fields, end = follow(model, model.locality_path)
    optional = {field.model._meta.label for field in fields if field.null}
    assert end is apps.get_model("agencies", "Locality")
    assert optional - set(MAY_STAND_ABOVE_LOCALITIES) == set()


def follow(model: type[Model], path: str) -> tuple[list[Field], type[Model]]:
    """The foreign keys along `path`, and the model they end at."""
    fields = []
    for name in filter(None, path.split("__")):
        fields.append(model._meta.get_field(name))
        model = fields[-1].related_model
    return fields, model
