"""Catalogues of interface text: compiled without `msgfmt`, and checked to be complete.

`python -m tiendo.messages` compiles every `locale/*/LC_MESSAGES/django.po` of the application.
`python -m tiendo.messages check` says what is missing, left over or doubtful in Vietnamese.
"""

import ast
import os
import re
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from tempfile import NamedTemporaryFile

import django
from babel.messages import Message
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from django.apps import apps
from django.template import Template, TemplateSyntaxError
from django.template.base import FilterExpression, Node, NodeList, Variable
from django.template.engine import Engine
from django.template.smartif import TokenBase
from django.templatetags.i18n import BlockTranslateNode, TranslateNode
from django.utils.functional import Promise

SOURCES = Path(__file__).resolve().parent

# Words that are written alike in both languages.
SAME_IN_BOTH: frozenset[str] = frozenset({"Email", "English", "Excel", "PDF", "Tiến Độ", "Word"})

# Which arguments of a translating function hold a msgid, and which its context.
PYTHON_CALLS = {
    **dict.fromkeys(("_", "gettext", "gettext_lazy", "gettext_noop"), ((0,), None)),
    **dict.fromkeys(("ngettext", "ngettext_lazy"), ((0, 1), None)),
    **dict.fromkeys(("pgettext", "pgettext_lazy"), ((1,), 0)),
    **dict.fromkeys(("npgettext", "npgettext_lazy"), ((1, 2), 0)),
}
MSGID_LINE = re.compile(r'^msgid(?:_plural)? "(.+)"$', re.MULTILINE)
PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|%[sd]|\{\w*\}")
# Languages whose catalogues in Django and allauth hold every msgid of theirs.
LIBRARY_LANGUAGES = ("en", "de", "fr")
TEMPLATE_PARTS = (Template, Node, NodeList, FilterExpression, Variable, TokenBase)


@dataclass(frozen=True, slots=True, order=True)
class Use:
    """A msgid that the application shows, and where; `context` is empty for most."""

    msgid: str
    context: str
    place: str


def catalogue_paths(language: str = "*") -> list[Path]:
    """Every catalogue of the application in `language`, in the order of their paths."""
    return sorted(SOURCES.glob(f"**/locale/{language}/LC_MESSAGES/django.po"))


def read_catalogue(path: Path) -> Catalog:
    """Read one .po file; a broken one raises `babel.messages.pofile.PoFileError`."""
    with path.open("rb") as file:
        return read_po(file, locale=path.parts[-3], abort_invalid=True)


def compile_catalogues() -> list[Path]:
    """Write a .mo file beside every .po file and return the .mo files; a running product never sees half of one."""
    compiled = [path.with_suffix(".mo") for path in catalogue_paths()]
    for path in compiled:
        catalogue = read_catalogue(path.with_suffix(".po"))
        with NamedTemporaryFile(dir=path.parent, prefix=path.name, delete=False) as file:
            write_mo(file, catalogue)
        Path(file.name).chmod(0o644)
        Path(file.name).replace(path)
    return compiled


def uses_in_python(source: str, place: str) -> Iterator[Use]:
    """Yield the literal msgids that Python source hands to gettext and its sisters."""
    for node in ast.walk(ast.parse(source)):
        if not isinstance(node, ast.Call):
            continue
        name = node.func.id if isinstance(node.func, ast.Name) else getattr(node.func, "attr", "")
        positions, context = PYTHON_CALLS.get(name, ((), None))
        texts = [arg.value if isinstance(arg, ast.Constant) else None for arg in node.args]
        for position in positions:
            msgid = texts[position] if position < len(texts) else None
            if isinstance(msgid, str):
                spoken = texts[context] if context is not None else ""
                yield Use(msgid, str(spoken), f"{place}:{node.lineno}")


def uses_in_template(template: Template, place: str) -> Iterator[Use]:
    """Yield the msgids of a compiled template: {% translate %}, {% blocktranslate %} and _("…")."""
    for part in _parts(template, set()):
        if isinstance(part, BlockTranslateNode):
            for tokens in filter(None, (part.singular, part.plural)):
                yield Use(part.render_token_list(tokens)[0], _context(part), place)
        elif isinstance(part, TranslateNode):
            literal = getattr(part.filter_expression.var, "literal", None)
            if isinstance(literal, str):
                yield Use(literal.replace("%", "%%"), _context(part), place)
        elif isinstance(part, Promise):  # _("…"), which Django makes lazy while it compiles
            yield Use(str(vars(part)["_args"][-1]), "", place)


def _context(node: BlockTranslateNode | TranslateNode) -> str:
    return str(node.message_context.var) if node.message_context else ""


def _parts(part: object, seen: set[int]) -> Iterator[object]:
    """Yield `part` and all template parts below it, whatever attribute they hang on."""
    if id(part) in seen:
        return
    seen.add(id(part))
    if isinstance(part, Promise):
        yield part
        return
    if isinstance(part, TEMPLATE_PARTS):
        yield part
        below: Iterable[object] = part if isinstance(part, list) else _attributes(part)
    elif isinstance(part, dict):
        below = part.values()
    elif isinstance(part, list | tuple):
        below = part
    else:
        return
    for lower in below:
        yield from _parts(lower, seen)


def _attributes(part: object) -> list[object]:
    names = [*getattr(part, "__dict__", ()), *getattr(type(part), "__slots__", ())]
    return [getattr(part, name, None) for name in names]


def uses() -> list[Use]:
    """Every msgid that the application shows, sorted. Django has to be set up."""
    found: list[Use] = []
    for path in sorted(SOURCES.rglob("*.py")):
        found += uses_in_python(path.read_text("utf-8"), str(path.relative_to(SOURCES)))
    for folder in sorted(SOURCES.glob("*/templates")):
        for path in sorted(folder.rglob("*.html")) + sorted(folder.rglob("*.txt")):
            template = _compiled(path.relative_to(folder))
            found += uses_in_template(template, str(path.relative_to(SOURCES)))
    return sorted(found)


def _compiled(name: Path) -> Template:
    try:
        return Engine.get_default().get_template(str(name))
    except TemplateSyntaxError as error:
        raise TemplateSyntaxError(f"{name}: {error}") from error


@cache
def library_msgids() -> frozenset[str]:
    """The msgids of Django and the installed libraries; ours may translate them too."""
    libraries = [app for app in apps.get_app_configs() if not app.name.startswith("tiendo")]
    folders = [Path(django.__file__).parent / "conf", *(Path(app.path) for app in libraries)]
    return frozenset(
        msgid.replace('\\"', '"').replace("\\n", "\n")
        for folder in folders
        for language in LIBRARY_LANGUAGES
        for path in folder.glob(f"locale/{language}/LC_MESSAGES/django.po")
        for msgid in MSGID_LINE.findall(path.read_text("utf-8").replace('"\n"', ""))
    )


def findings() -> list[str]:
    """Say in a sentence each what the Vietnamese catalogues lack; empty when they are complete."""
    found: list[str] = []
    translated: dict[tuple[str, str], set[str]] = defaultdict(set)
    for path in catalogue_paths("vi"):
        for message in filter(lambda message: message.id, read_catalogue(path)):
            found += [f"{path.relative_to(SOURCES)}: {fault}" for fault in faults(message)]
            for msgid in _msgids(message):
                translated[msgid, message.context or ""].add(_words(message))
    shown = {(use.msgid, use.context): use.place for use in uses()}
    missing = [key for key in shown if key not in translated]
    found += [f"{shown[key]}: no Vietnamese for {key[0]!r}" for key in missing]
    left_over = [key for key in translated if key not in shown and key[0] not in library_msgids()]
    found += [f"left over, shown nowhere: {key[0]!r}" for key in left_over]
    doubled = [key for key, words in translated.items() if len(words) > 1]
    found += [f"two translations: {key[0]!r} as {sorted(translated[key])}" for key in doubled]
    return found


def faults(message: Message) -> Iterator[str]:
    """Say what is wrong with one translated message, looked at by itself."""
    msgids, words = _msgids(message), _words(message)
    if message.fuzzy:
        yield f"fuzzy: {msgids[0]!r}"
    if not words.strip():
        yield f"empty: {msgids[0]!r}"
    elif words in msgids and words not in SAME_IN_BOTH:
        yield f"not translated: {words!r}"
    elif set(PLACEHOLDER.findall(words)) != set(PLACEHOLDER.findall(msgids[-1])):
        yield f"other placeholders than in the msgid: {words!r}"


def _msgids(message: Message) -> tuple[str, ...]:
    return (message.id,) if isinstance(message.id, str) else tuple(message.id)


def _words(message: Message) -> str:
    """The translation; Vietnamese has one form for every number, so the first form is all."""
    words = message.string or ""
    return words if isinstance(words, str) else words[0]


def main(argv: Sequence[str] | None = None) -> int:
    """Compile (no argument) or check; the exit status is 1 when the check found something."""
    if list(sys.argv[1:] if argv is None else argv) != ["check"]:
        print(f"{len(compile_catalogues())} catalogues compiled")
        return 0
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tiendo.settings")
    django.setup()
    try:
        found = findings()
    except TemplateSyntaxError as error:
        found = [str(error)]
    print(*found, f"{len(found)} findings", sep="\n")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
