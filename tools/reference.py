"""Writes docs/reference/ from the product itself: commands here, rules in rules_reference. Run by `make reference`.

The one module here that imports the product: it runs in the product's own environment.
"""

import argparse
import os
import re
import sys
from collections.abc import Iterator
from importlib import import_module

import django

import tiendo.cli
import vanban.cli
from tools.places import ROOT

PAGE = ROOT / "docs" / "reference" / "commands.md"
HEAD = """\
# Commands

Written by `make reference` from the commands themselves; a test says when it is out of date.
"""


def page() -> str:
    """The whole page: every `make` target, then every command of both programs."""
    parts = [HEAD, *_make_targets()]
    for parser in (tiendo.cli.parser(), vanban.cli.parser()):
        parts += [f"## {parser.prog}\n", f"```text\n{(parser.description or '').strip()}\n```\n"]
        for words, command in commands_of(parser):
            parts += _section(words, command)
    return "\n".join(parts)


def commands_of(program: argparse.ArgumentParser) -> Iterator[tuple[str, argparse.ArgumentParser]]:
    """The commands of a program and what its help says of each, in the order of that help."""
    for action in program._actions:
        if isinstance(action, argparse._SubParsersAction):
            words = {choice.dest: choice.help or "" for choice in action._get_subactions()}
            for name, command in action.choices.items():
                yield words.get(name, ""), command


def _make_targets() -> Iterator[str]:
    """A table of the Makefile's targets and what their comments say."""
    text = (ROOT / "Makefile").read_text("utf-8")
    rows = re.findall(r"^([a-z-]+):.*## (.+)$", text, re.M)
    yield "## make\n"
    yield "| target | what it does |\n|---|---|"
    yield "\n".join(f"| `make {target}` | {words} |" for target, words in rows) + "\n"


def _section(words: str, command: argparse.ArgumentParser) -> Iterator[str]:
    yield f"### {command.prog}\n"
    yield f"{words[:1].upper()}{words[1:]}.\n"
    rows = [_row(action, command) for action in command._actions if action.dest != "help"]
    if rows:
        yield "| argument | meaning |\n|---|---|\n" + "\n".join(rows) + "\n"


def _row(action: argparse.Action, command: argparse.ArgumentParser) -> str:
    value = action.metavar or ("{" + ", ".join(action.choices) + "}" if action.choices else "")
    if not action.option_strings:
        name = str(value or action.dest).upper()
    else:
        takes = "" if action.nargs == 0 else f" {value or action.dest.upper()}"
        name = ", ".join(action.option_strings) + takes
    words = (action.help or "") % {**vars(action), "prog": command.prog}
    return f"| `{name}` | {words} |"


def main() -> None:
    """Write every page and name it."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tiendo.settings")
    django.setup()
    pages = {PAGE: page} | import_module("tools.rules_reference").PAGES
    pages |= import_module("tools.remarks_reference").PAGES
    pages |= import_module("tools.registers_reference").PAGES
    pages |= import_module("tools.targets_reference").PAGES
    pages |= import_module("tools.forecast_backtest").PAGES
    pages |= import_module("tools.legal_reference").PAGES
    for path, written in pages.items():
        path.write_text(written(), encoding="utf-8")
        sys.stdout.write(f"{path.relative_to(ROOT)}\n")
    for path in import_module("tools.tutorial_files").write():
        sys.stdout.write(f"{path.relative_to(ROOT)}\n")


if __name__ == "__main__":
    main()
