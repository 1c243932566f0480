"""vanban: read an official plan.

`vanban read FILE` prints what the plan sets as a table, `vanban check FILE` says what is wrong with the
plan itself, both with `--json` as JSON; `vanban schema` prints the JSON Schema of the one, `vanban
schema check` of the other. What was asked for goes to standard output, sentences for people go to
standard error. Exit status of read: 0 read (findings are in the output), 1 unreadable, 2 wrong usage;
of check: 0 nothing found, 1 remarks, 2 unreadable or wrong usage.
"""

import argparse
import io
import json
import os
import shutil
import sys
from collections.abc import Sequence
from pathlib import Path

from vanban.check.checking import check_file
from vanban.check.jsonform import checked_schema, checked_to_json
from vanban.check.present import present_remarks
from vanban.jsonform import Json, to_json
from vanban.present import present
from vanban.reader import read
from vanban.schema import reading_schema
from vanban.sentences import language_of, sentence_of
from vanban.sources import Unreadable

READ, UNREADABLE = 0, 1
NOTHING, REMARKS, NOT_CHECKED = 0, 1, 2


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command and return its exit status; wrong usage exits with 2 by itself."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")
    asked = parser().parse_args(arguments)
    try:
        status = _answer(asked)
        sys.stdout.flush()
    except BrokenPipeError:  # whoever reads the output has seen enough, as `head` has
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return READ
    return status


def _answer(asked: argparse.Namespace) -> int:
    if asked.command == "schema":
        _print_json(checked_schema() if asked.of == "check" else reading_schema())
        return READ
    run = check if asked.command == "check" else read_file
    return run(asked.file, asked.json, language_of(asked.language))


def parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="vanban", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    reading = commands.add_parser("read", help="read a plan: header, tasks, duties, targets")
    reading.add_argument(
        "file",
        type=Path,
        help="a document, or a folder of page images; see docs/reference/formats.md",
    )
    reading.add_argument("--json", action="store_true", help="print JSON instead of a table")
    _add_language(reading, "of tables and sentences (vi)")
    checking = commands.add_parser("check", help="say what is wrong with a plan itself")
    checking.add_argument("file", type=Path, help="a file as for read; it is not changed")
    checking.add_argument("--json", action="store_true", help="print JSON instead of sentences")
    _add_language(checking, "of the sentences (vi)")
    schema = commands.add_parser("schema", help="print the JSON Schema of what `--json` prints")
    schema.add_argument(
        "of", nargs="?", choices=("read", "check"), default="read", help="the command (read)"
    )
    return parser


def _add_language(command: argparse.ArgumentParser, help_text: str) -> None:
    command.add_argument("--language", "--lang", choices=("vi", "en"), default="vi", help=help_text)


def read_file(path: Path, as_json: bool, language: str) -> int:
    """Print the reading of one file; a sentence to standard error where it cannot be read."""
    try:
        reading = read(path)
    except Unreadable as unreadable:
        print(unreadable.sentence(language), file=sys.stderr)
        return UNREADABLE
    if as_json:
        _print_json(to_json(reading))
        for finding in reading.findings:
            print(sentence_of(finding, language), file=sys.stderr)
        return READ
    width = shutil.get_terminal_size((120, 40)).columns
    print("\n".join(present(reading, language, width)))
    return READ


def check(path: Path, as_json: bool, language: str) -> int:
    """Print what is wrong with one file; a sentence to standard error where it cannot be read."""
    try:
        reading, remarks = check_file(path)
    except Unreadable as unreadable:
        print(unreadable.sentence(language), file=sys.stderr)
        return NOT_CHECKED
    if as_json:
        _print_json(checked_to_json(reading, remarks, language))
    else:
        width = shutil.get_terminal_size((120, 40)).columns
        print("\n".join(present_remarks(remarks, language, width)))
    return REMARKS if remarks else NOTHING


def _print_json(data: Json) -> None:
    print(json.dumps(data, ensure_ascii=False, indent=1))
