"""Where the product names a source of law: in what it says of itself, and in what it says to people."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import tiendo

SOURCE = Path(tiendo.__file__).parent
ILLUSTRATED = {"example", "migrations"}  # what is made up, and what repeats the models
_KINDS = r"Decree|Circular|Resolution|Decision|Labour Code|Civil Code|QCVN|\bthe law\b|\bLaw on\b|\bLaw \d"
_IN_DOCSTRINGS = re.compile(
    rf"{_KINDS}|\b[Aa]rticles? \d|\d+/\d{{4}}/(NĐ-CP|TT-|QH\d|NQ-)|\d+/QĐ-TTg"
)
_IN_WORDS = re.compile(
    r"Decree \d|Circular \d|Decision \d|Nghị định \d|Thông tư \d|Quyết định số \d"
)
_OWNERS = (ast.FunctionDef, ast.ClassDef)


def sources_named(source: Path = SOURCE) -> set[str]:
    """The places that name one: "products.validity", "environment.site_faults:_faults_of_term"."""
    paths = [each for each in source.rglob("*.py") if not ILLUSTRATED & set(each.parts)]
    return {place for path in paths for place in _named_in(path, source)}


def _named_in(path: Path, source: Path) -> Iterator[str]:
    module = ".".join(path.relative_to(source).with_suffix("").parts)
    tree = ast.parse(path.read_text("utf-8"))
    yield from _within(tree, module, "")


def _within(node: ast.AST, module: str, owner: str) -> Iterator[str]:
    place = f"{module}:{owner}" if owner else module
    words = (
        ast.get_docstring(node)
        if isinstance(node, ast.Module | ast.FunctionDef | ast.ClassDef)
        else None
    )
    if words and _IN_DOCSTRINGS.search(words):
        yield place
    for child in ast.iter_child_nodes(node):
        if isinstance(child, _OWNERS):
            yield from _within(child, module, f"{owner}.{child.name}".lstrip("."))
        elif any(_says_one(each, words) for each in ast.walk(child)):
            yield place


def _says_one(node: ast.AST, docstring: str | None) -> bool:
    """Whether a text in the code, not the docstring itself, names a source."""
    said = node.value if isinstance(node, ast.Constant) else None
    return isinstance(said, str) and said.strip() != docstring and bool(_IN_WORDS.search(said))
